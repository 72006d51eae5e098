//! One mission: where it stands, what comes next as one button, everything about it, what happened so far.

use axum::extract::Path;
use maud::{Markup, html};
use passerelle_access::Actor;
use passerelle_directory::visibility::Seen;
use passerelle_kernel::{Id, Timestamp};
use passerelle_signing::access::PAPER_MANAGE;
use passerelle_ui::{self as ui, Action, Fact, Look};
use passerelle_web::{Ctx, Page, PageResult, page};
use passerelle_words::say;

use super::{facts, period, stage_tag, visible_to};
use crate::{
    access,
    formality::Due,
    mission::{Ending, Mission, Stage, State},
    pages::{formalities, overtime, papers, schedule::slot_in_words, sheets},
    papers::of_mission,
    sheet::{Point, Sheet},
    slot::Timetable,
    store::{self, missions::Loaded},
};

/// What the page tells, read as of one moment.
struct Known {
    loaded: Loaded,
    sheet: Sheet,
    table: Timetable,
    due: Vec<Due>,
    history: Vec<(String, Timestamp, Option<String>)>,
    /// The peer, as this reader may see them.
    peer: Option<Seen>,
}

pub(super) async fn show(ctx: Ctx, Path(id): Path<Id<Mission>>) -> PageResult {
    let actor = ctx.actor()?;
    let mut tx = ctx.begin_read().await?;
    let loaded = store::missions::load_mission(&mut tx, actor, id, access::MISSION_READ).await?;
    let sheet = store::sheets::find(&mut tx, id).await?;
    let table = store::slots::timetable(&mut tx, &loaded.mission).await?;
    let due = store::formalities::of_mission(&mut tx, loaded.mission.org, id, loaded.institution).await?;
    let history = store::missions::history(&mut tx, id).await?;
    let peer = facts::peer_seen(&mut tx, actor, &loaded, ctx.today()).await?;
    let papers = papers::about(&mut tx, &ctx, loaded.mission.org, &of_mission(id)).await?;
    let overtime = overtime::of_mission(&mut tx, &ctx, &loaded).await?;
    drop(tx);
    let known = Known { loaded, sheet, table, due, history, peer };
    let title = known.loaded.mission.title.clone();
    let main = html! {
        span.govuk-caption-l { (known.loaded.place()) }
        h1.govuk-heading-l { (title) }
        p.govuk-body { (stage_tag(&ctx, known.loaded.mission.state.stage())) " " (standing(&ctx, &known.loaded)) }
        (overtime)
        (next_step(&ctx, actor, &known))
        h2.govuk-heading-m { (ctx.say("placement-mission-about")) }
        (about(&ctx, actor, &known.loaded))
        (reach(&ctx, &known))
        (formalities::part(&ctx, actor, &known.loaded, &known.due))
        (framework(&ctx, &known))
        @if known.loaded.peer.is_some() { (papers) (to_papers(&ctx, actor, &known.loaded)) }
        (ways_out(&ctx, actor, &known.loaded))
        (past(&ctx, &known))
    };
    let back = Some(("/missions".to_owned(), Some(ctx.say("placement-missions-title"))));
    Ok(page(&ctx, Page { title, back, main, seen_by: visible_to(&ctx, &known.loaded), ..Page::default() }))
}

/// Where the mission stands, as a sentence.
fn standing(ctx: &Ctx, loaded: &Loaded) -> String {
    let words = ctx.words();
    let peer = loaded.peer_name.as_deref().unwrap_or_default();
    match &loaded.mission.state {
        State::Open => ctx.say("placement-mission-stands-open"),
        State::Proposed { since } => say!(words, "placement-mission-stands-proposed", at = words.instant(*since)),
        State::Agreed(_) => say!(words, "placement-mission-stands-agreed", peer = peer),
        State::Running { started_on, .. } => {
            say!(words, "placement-mission-stands-running", peer = peer, on = words.date(*started_on))
        }
        State::Ended { ending, on, .. } => {
            let key = match ending {
                Ending::Completed => "placement-mission-stands-completed",
                Ending::Stopped => "placement-mission-stands-stopped",
                Ending::DirectHire => "placement-mission-stands-direct-hire",
            };
            say!(words, key, peer = peer, on = words.date(*on))
        }
    }
}

/// The one thing to do next, for whoever can do it.
fn next_step(ctx: &Ctx, actor: &Actor, known: &Known) -> Markup {
    let mission = &known.loaded.mission;
    let coordinates = actor.may(access::MISSION_MANAGE, &known.loaded.facts());
    let (code, path) = match mission.state.stage() {
        Stage::Open if coordinates && known.sheet.complete().is_err() => ("sheet", "/sheet"),
        Stage::Open if coordinates => ("propose", "/proposals"),
        Stage::Proposed if coordinates => ("answers", "/proposals"),
        Stage::Agreed if coordinates && known.table.slots.is_empty() => ("schedule", "/schedule"),
        Stage::Agreed if coordinates => ("start", "/start"),
        Stage::Running if coordinates && known.table.slots.is_empty() => ("schedule", "/schedule"),
        Stage::Running if coordinates && ends_soon(ctx, mission) => ("prolong", "/prolong"),
        Stage::Running if known.loaded.peer == Some(actor.account) => ("hours", ""),
        _ => return Markup::default(),
    };
    let href = if code == "hours" { "/hours".to_owned() } else { format!("/missions/{}{path}", mission.id) };
    html! {
        p.govuk-body { (ctx.say(&format!("placement-mission-next-{code}-text"))) }
        (ui::link_button(&ctx.say(&format!("placement-mission-next-{code}")), &href, Look::Primary))
    }
}

/// The last day is within two months: long enough to prepare what comes after (domain A6).
fn ends_soon(ctx: &Ctx, mission: &Mission) -> bool {
    let limit = crate::period::later(ctx.today(), 61);
    mission.period.until.is_some_and(|until| until <= limit)
}

fn about(ctx: &Ctx, actor: &Actor, loaded: &Loaded) -> Markup {
    let words = ctx.words();
    let mission = &loaded.mission;
    let say = |name: &str| ctx.say(&format!("placement-mission-{name}"));
    let keys = ["peer", "days", "hours", "languages", "town", "referent", "org", "request"].map(say);
    let [peer, days, hours, languages, town, referent, org, request] = &keys;
    let change = format!("/missions/{}/referent", mission.id);
    let changes = [Action::change(&change)];
    let named = match &mission.referent {
        None => html! { (say("referent-none")) },
        Some(contact) => html! {
            (contact.name)
            @for line in [&contact.role, &contact.email, &contact.phone] { @if !line.is_empty() { br; (line) } }
        },
    };
    let can_name = actor.may(access::MISSION_MANAGE, &loaded.facts()) && mission.state.stage() != Stage::Ended;
    let flexible = if mission.flexible { say("flexible") } else { say("fixed") };
    let mut facts = vec![
        Fact::new(peer, loaded.peer_name.clone().unwrap_or_else(|| say("peer-none"))),
        Fact::new(days, period(ctx, mission.period)),
        Fact::new(hours, format!("{} – {flexible}", words.hours(mission.hours_week))),
        Fact::new(languages, sheets::languages(ctx, &mission.languages)),
        Fact::new(town, mission.town.clone()),
        Fact { key: referent, value: named, actions: if can_name { &changes } else { &[] } },
        Fact::new(org, loaded.org_name.clone()),
    ];
    if actor.may(access::REQUEST_READ, &loaded.facts()) {
        let link = html! { a.govuk-link href={ "/requests/" (mission.request) } { (say("request-see")) } };
        facts.push(Fact::new(request, link));
    }
    ui::summary_list(words, &facts)
}

/// The peer, by their own choice of what this reader sees.
fn reach(ctx: &Ctx, known: &Known) -> Markup {
    let Some(seen) = &known.peer else { return Markup::default() };
    html! {
        h2.govuk-heading-m { (ctx.say("placement-mission-peer-title")) }
        (passerelle_directory::seen_card(ctx, seen))
        p.govuk-body.p-muted { (ctx.say("placement-mission-peer-text")) }
    }
}

/// The sheet and the schedule, in short.
fn framework(ctx: &Ctx, known: &Known) -> Markup {
    let words = ctx.words();
    let id = known.loaded.mission.id;
    let answered = Point::ALL.len() - known.sheet.missing().len();
    let (answered, all) = (i64::try_from(answered).unwrap_or(0), i64::try_from(Point::ALL.len()).unwrap_or(0));
    html! {
        h2.govuk-heading-m { (ctx.say("placement-sheet-title")) }
        p.govuk-body {
            (say!(words, "placement-sheet-answered", answered = answered, all = all)) " "
            a.govuk-link href={ "/missions/" (id) "/sheet" } { (ctx.say("placement-sheet-see")) }
        }
        h2.govuk-heading-m { (ctx.say("placement-schedule-title")) }
        @if known.table.slots.is_empty() {
            p.govuk-body { (ctx.say("placement-schedule-none")) }
        } @else {
            ul.govuk-list.govuk-list--bullet {
                @for slot in &known.table.slots { li { (slot_in_words(ctx, slot)) } }
            }
        }
        p.govuk-body {
            a.govuk-link href={ "/missions/" (id) "/schedule" } { (ctx.say("placement-schedule-see")) }
        }
    }
}

/// The papers of a mission that has a peer: offered from here, until it has ended.
fn to_papers(ctx: &Ctx, actor: &Actor, loaded: &Loaded) -> Markup {
    let may = actor.may(PAPER_MANAGE, &loaded.facts()) && loaded.mission.state.stage() != Stage::Ended;
    let path = format!("/missions/{}", loaded.mission.id);
    html! {
        @if may {
            (ui::actions(html! {
                @for (end, kind) in [("paper", "assignment"), ("addendum", "addendum")] {
                    (ui::link_button(
                        &ctx.say(&format!("placement-signing-offer-{kind}")),
                        &format!("{path}/{end}"),
                        Look::Secondary,
                    ))
                }
            }))
        }
    }
}

/// What else can be done, quieter, for those who coordinate.
fn ways_out(ctx: &Ctx, actor: &Actor, loaded: &Loaded) -> Markup {
    let stage = loaded.mission.state.stage();
    let steps: &[&str] = match stage {
        _ if !actor.may(access::MISSION_MANAGE, &loaded.facts()) => &[],
        Stage::Open => &["end"],
        Stage::Proposed => &["end"],
        Stage::Agreed => &["reopen", "end"],
        Stage::Running => &["prolong", "end"],
        Stage::Ended => &[],
    };
    if steps.is_empty() {
        return Markup::default();
    }
    html! {
        h2.govuk-heading-m { (ctx.say("placement-mission-change")) }
        ul.govuk-list {
            @for step in steps {
                li {
                    a.govuk-link href={ "/missions/" (loaded.mission.id) "/" (step) } {
                        (ctx.say(&format!("placement-mission-to-{step}")))
                    }
                }
            }
        }
    }
}

/// What happened, the last first; what somebody did several times on one day is told once.
fn past(ctx: &Ctx, known: &Known) -> Markup {
    let words = ctx.words();
    let day = |at: Timestamp| at.to_zoned(words.zone().clone()).date();
    let mut events: Vec<_> =
        known.history.iter().filter(|(kind, ..)| words.has(&format!("placement-event-{kind}"))).collect();
    let mut told = std::collections::HashSet::new();
    events.retain(|(kind, at, who)| told.insert((kind, who, day(*at))));
    html! {
        h2.govuk-heading-m { (ctx.say("placement-mission-history")) }
        ul.govuk-list {
            @for (kind, at, who) in events {
                li {
                    (ctx.say(&format!("placement-event-{kind}"))) br;
                    span.p-muted { (words.instant(*at)) @if let Some(who) = who { " · " (who) } }
                }
            }
        }
    }
}
