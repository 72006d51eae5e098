//! What is proposed to a peer: the whole sheet, and yes, no or later. There is no field for a reason.

use axum::{extract::Path, response::Response};
use maud::{Markup, html};
use passerelle_access::Scope;
use passerelle_kernel::{Date, Id};
use passerelle_store::Tx;
use passerelle_ui::{self as ui, Button, Choice, Choices, Fact, Field};
use passerelle_web::{Ctx, Fields, Page, PageError, PageResult, page, redirect};
use passerelle_words::say;

use super::{
    answer_tag, near,
    own::{self, ForYou},
};
use crate::{
    Error, access,
    actions::missions::answer_proposal,
    matching::{self, Own, hindering},
    outside::Person,
    pages::{
        missions::{day, period},
        overtime,
        schedule::slot_in_words,
        sheets::{answers, languages},
    },
    proposal::{Proposal, Reply, Stage, State},
    refusal::Refusal,
    sheet::Sheet,
    slot::Timetable,
    store::{self, missions::Loaded},
};

pub(super) async fn index(ctx: Ctx) -> PageResult {
    let actor = ctx.actor()?;
    let Some(Scope::Own(org, peer)) = actor.scope(access::PROPOSAL_ANSWER) else { return Err(PageError::Forbidden) };
    let mut tx = ctx.begin_read().await?;
    let offers = store::proposals::offers(&mut tx, peer, org).await?;
    let open = store::near::of_peer(&mut tx, org, peer, ctx.today()).await?;
    let candidate = store::candidates::myself(&mut tx, org, peer, ctx.today()).await?;
    drop(tx);
    let candidate = candidate.filter(|candidate| !candidate.paused);
    let hindered =
        |mission: store::near::Near| hindering(&mission.need, candidate.as_ref()?).map(|choice| (mission, choice));
    let near: Vec<near::Kept> = open.into_iter().filter_map(hindered).collect();
    let title = ctx.say("placement-offers-title");
    let main = html! {
        h1.govuk-heading-l { (title) }
        @if offers.is_empty() {
            (ui::empty(&ctx.say("placement-offers-empty-title"), &ctx.say("placement-offers-empty-text"), None))
        }
        @for offer in &offers {
            div.govuk-summary-card {
                div.govuk-summary-card__title-wrapper {
                    h2.govuk-summary-card__title {
                        a.govuk-link href={ "/proposals/" (offer.id) } { (offer.title) }
                    }
                    (answer_tag(&ctx, offer.stage))
                }
                div.govuk-summary-card__content {
                    p.govuk-body { (offer.team) ", " (offer.institution) }
                    p.govuk-body {
                        (say!(ctx.words(), "placement-proposal-until", day = ctx.words().date(offer.answer_by)))
                    }
                }
            }
        }
        (near::part(&ctx, &near))
    };
    let seen_by = Some(ctx.say("placement-offers-seen-by"));
    let back = Some(("/missions".to_owned(), Some(ctx.say("placement-missions-title"))));
    Ok(page(&ctx, Page { title, back, main, seen_by, ..Page::default() }))
}

struct Known {
    proposal: Proposal,
    loaded: Loaded,
    sheet: Sheet,
    table: Timetable,
    /// What the mission would mean for the peer.
    you: ForYou,
    /// The weeks that would go beyond the contract.
    overtime: Markup,
}

async fn load(ctx: &Ctx, id: Id<Proposal>) -> Result<Known, Error> {
    let actor = ctx.visitor().ok_or(Error::Forbidden)?;
    let mut tx = ctx.begin_read().await?;
    let proposal = store::proposals::load_proposal(&mut tx, actor, id).await?;
    let loaded = store::missions::find(&mut tx, proposal.mission).await?.ok_or(Error::NotFound)?;
    let sheet = store::sheets::find(&mut tx, proposal.mission).await?;
    let table = store::slots::timetable(&mut tx, &loaded.mission).await?;
    let you = for_you(&mut tx, &loaded, proposal.peer, ctx.today()).await?;
    let overtime = overtime::with_mission(&mut tx, ctx, &loaded, proposal.peer).await?;
    Ok(Known { proposal, loaded, sheet, table, you, overtime })
}

async fn for_you(tx: &mut Tx, loaded: &Loaded, peer: Id<Person>, today: Date) -> Result<ForYou, Error> {
    let candidate = store::candidates::one(tx, loaded, peer, today).await?.ok_or(Error::NotFound)?;
    let need = store::requests::need(tx, &loaded.mission, today).await?;
    let (weights, _) = store::weights::of_org(tx, loaded.mission.org).await?;
    let verdicts = matching::fit(&need, &candidate).map(|fit| fit.verdicts().to_vec()).unwrap_or_default();
    Ok(ForYou { own: matching::own(&need, &candidate), verdicts, weights })
}

pub(super) async fn show(ctx: Ctx, Path(id): Path<Id<Proposal>>) -> PageResult {
    let known = load(&ctx, id).await?;
    let fields = Fields::empty(&ctx).with("version", known.sheet.version.to_string());
    let fields = match &known.proposal.state {
        State::Answered { reply: Reply::Yes { .. }, .. } => fields.with("reply", "yes"),
        State::Answered { reply: Reply::No, .. } => fields.with("reply", "no"),
        State::Answered { reply: Reply::Later(day), .. } => fields.with("reply", "later").with_date("on", *day),
        _ => fields,
    };
    Ok(draw(&ctx, &known, &fields))
}

fn draw(ctx: &Ctx, known: &Known, fields: &Fields) -> Response {
    let org = known.loaded.org_name.as_str();
    let title = match known.proposal.stage() {
        Stage::Agreed => ctx.say("placement-offer-agreed-title"),
        Stage::Closed => ctx.say("placement-offer-closed-title"),
        _ => say!(ctx.words(), "placement-offer-title", org = org),
    };
    let fits = known.you.own.iter().all(Own::holds);
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        @match known.proposal.stage() {
            Stage::Agreed => {
                p.govuk-body { (ctx.say("placement-offer-agreed-text")) }
                p.govuk-body {
                    a.govuk-link href={ "/missions/" (known.proposal.mission) } { (known.loaded.mission.title) }
                }
            }
            Stage::Closed => { p.govuk-body { (ctx.say("placement-offer-closed-text")) } }
            _ => { (offer(ctx, known)) (ctx.form(&format!("/proposals/{}", known.proposal.id), question(ctx, fields, fits))) }
        }
    };
    let back = Some(("/proposals".to_owned(), Some(ctx.say("placement-offers-title"))));
    let seen_by = Some(say!(ctx.words(), "placement-offer-seen-by", org = org));
    page(ctx, Page { title, back, main, seen_by, refused: !fields.is_clean(), ..Page::default() })
}

/// The whole sheet: what a yes is a yes to.
fn offer(ctx: &Ctx, known: &Known) -> Markup {
    let words = ctx.words();
    let mission = &known.loaded.mission;
    let keys = ["place", "town", "days", "hours", "languages", "referent"];
    let keys = keys.map(|name| ctx.say(&format!("placement-mission-{name}")));
    let [place, town, days, hours, spoken, referent] = &keys;
    let contact = mission.referent.as_ref().map(|contact| contact.name.clone());
    let flexible = ctx.say(if mission.flexible { "placement-mission-flexible" } else { "placement-mission-fixed" });
    let facts = [
        Fact::new(place, known.loaded.place()),
        Fact::new(town, mission.town.clone()),
        Fact::new(days, period(ctx, mission.period)),
        Fact::new(hours, format!("{} – {flexible}", words.hours(mission.hours_week))),
        Fact::new(spoken, languages(ctx, &mission.languages)),
        Fact::new(referent, contact.unwrap_or_else(|| ctx.say("placement-mission-referent-none"))),
    ];
    html! {
        p.govuk-body-l { (mission.title) }
        (ui::summary_list(words, &facts))
        @if !known.table.slots.is_empty() {
            h2.govuk-heading-m { (ctx.say("placement-schedule-title")) }
            ul.govuk-list.govuk-list--bullet {
                @for slot in &known.table.slots { li { (slot_in_words(ctx, slot)) } }
            }
        }
        (own::part(ctx, &known.you))
        (known.overtime)
        h2.govuk-heading-m { (ctx.say("placement-sheet-title")) }
        (answers(ctx, &known.sheet))
    }
}

/// A yes is offered only while it would be one.
fn question(ctx: &Ctx, fields: &Fields, fits: bool) -> Markup {
    let say = |name: &str| ctx.say(&format!("placement-offer-{name}"));
    let (label, hint, yes, no, later) = (say("question"), say("hint"), say("yes"), say("no"), say("later"));
    let items = [
        Choice { value: "yes", label: &yes, ..Choice::default() },
        Choice { value: "no", label: &no, ..Choice::default() },
        Choice {
            value: "later",
            label: &later,
            reveals: Some(day(ctx, fields, "on", "placement-offer-later-on")),
            ..Choice::default()
        },
    ];
    let field = Field {
        name: "reply",
        label: &label,
        hint: Some(&hint),
        error: fields.error("reply"),
        value: fields.value("reply"),
        heading: ui::Heading::Medium,
        ..Field::default()
    };
    html! {
        input type="hidden" name="version" value=(fields.value("version"));
        (ui::radios(ctx.words(), Choices { field, items: &items[usize::from(!fits)..], ..Choices::default() }))
        (ui::button(Button { text: &say("answer"), ..Button::default() }))
    }
}

pub(super) async fn answer(ctx: Ctx, Path(id): Path<Id<Proposal>>, mut fields: Fields) -> PageResult {
    let known = load(&ctx, id).await?;
    let reply = match fields.value("reply") {
        "yes" => Some(Reply::Yes { sheet_version: fields.value("version").parse().unwrap_or_default() }),
        "no" => Some(Reply::No),
        "later" => fields.date_if_given("on").map(Reply::Later),
        _ => {
            fields.refuse_key("reply", "placement-refusal-choice-missing");
            None
        }
    };
    let Some(reply) = reply else { return Ok(draw(&ctx, &known, &fields)) };
    match answer_proposal(&ctx, id, reply).await {
        Ok(()) => Ok(redirect(&format!("/proposals/{id}?done=placement-offer-done"))),
        Err(Error::Refused(refusal)) => {
            let field = if refusal == Refusal::DateNotAhead { "on" } else { "reply" };
            let key = if refusal == Refusal::SheetChanged { "placement-offer-sheet-changed" } else { refusal.key() };
            // The peer reads the new sheet and answers that one.
            let mut fields = Fields::empty(&ctx)
                .with("version", known.sheet.version.to_string())
                .with("reply", fields.value("reply"))
                .with("on-day", fields.value("on-day"))
                .with("on-month", fields.value("on-month"))
                .with("on-year", fields.value("on-year"));
            fields.refuse_key(field, key);
            Ok(draw(&ctx, &known, &fields))
        }
        Err(other) => Err(other.into()),
    }
}
