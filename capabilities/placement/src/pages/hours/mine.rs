//! A peer's own hours: questions first, then the quickest form, then the week and the month with their states.

use axum::response::Response;
use maud::{Markup, html};
use passerelle_kernel::{Date, Id, Timestamp};
use passerelle_store::Tx;
use passerelle_ui::{self as ui, Button, Look};
use passerelle_web::{Ctx, Fields, Page, PageResult, page};
use passerelle_words::say;

use super::{
    file,
    quick::{self, Start},
    show::{self, Rows},
};
use crate::{
    Error,
    hours::Stage,
    mission::Mission,
    outside::{Organisation, Person},
    pages::overtime,
    period::{Days, Month, Week, later},
    store::{
        hours::{
            around::{self, Worked},
            lists,
        },
        slots,
    },
};
use lists::Line;

/// For how many days after its end hours of a mission are offered in the quickest form.
const AFTERWARDS: i32 = 45;

/// Everything that the page shows.
pub(super) struct Mine {
    month: Month,
    week: Week,
    lines: Vec<Line>,
    returned: Vec<Line>,
    start: Start,
    quiet: Vec<Id<Mission>>,
    asked: Vec<(Id<Mission>, Timestamp)>,
    overtime: Markup,
}

pub(super) async fn show(ctx: &Ctx, org: Id<Organisation>, peer: Id<Person>, month: Month) -> PageResult {
    let mine = load(ctx, org, peer, month).await?;
    let fields = mine.start.fields(ctx);
    Ok(render(ctx, &mine, &fields))
}

/// Everything in a constant number of queries.
pub(super) async fn load(ctx: &Ctx, org: Id<Organisation>, peer: Id<Person>, month: Month) -> Result<Mine, Error> {
    let mut tx = ctx.begin_read().await?;
    let (today, week) = (ctx.today(), Week::of(ctx.today()));
    let days =
        Days::new(month.days().first().min(week.monday()), month.days().last().max(today)).map_err(Error::Refused)?;
    let lines = lists::of_peer(&mut tx, peer, org, days).await?;
    let returned = lists::returned_lines(&mut tx, peer, org).await?;
    let start = start(&mut tx, org, peer, today, &lines).await?;
    let quiet = around::quiet(&mut tx, peer, week.days()).await?.into_iter().map(|(mission, _)| mission).collect();
    let asked = around::asked_of_peer(&mut tx, peer, month).await?;
    let overtime = overtime::part(&mut tx, ctx, org, peer).await?;
    Ok(Mine { month, week, lines, returned, start, quiet, asked, overtime })
}

async fn start(
    tx: &mut Tx,
    org: Id<Organisation>,
    peer: Id<Person>,
    today: Date,
    lines: &[Line],
) -> Result<Start, Error> {
    let recent = Days::new(later(today, -AFTERWARDS), today).map_err(Error::Refused)?;
    let missions = around::worked(tx, org, peer, recent).await?;
    let tables = slots::of_peer(tx, peer).await?;
    let last = lines.iter().map(|line| line.entry.facts()).find(|facts| facts.correction_of.is_none());
    Ok(Start::new(missions, &tables, last.map(|facts| (facts.mission, facts.work.minutes)), today))
}

pub(super) fn render(ctx: &Ctx, mine: &Mine, fields: &Fields) -> Response {
    let title = ctx.say("placement-hours-mine-title");
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        @for line in &mine.returned { (asked(ctx, line)) }
        @if mine.start.missions.is_empty() {
            (ui::empty(&ctx.say("placement-hours-none-title"), &ctx.say("placement-hours-none-text"), None))
        } @else {
            (ctx.form("/hours", quick::questions(ctx, &mine.start, fields, "placement-hours-record")))
        }
        (mine.overtime)
        (this_week(ctx, mine))
        (this_month(ctx, mine))
        (ui::link_button(&ctx.say("placement-beyond-new-title"), "/beyond/new", Look::Secondary))
        p.govuk-body { a.govuk-link href="/me/contract" { (ctx.say("placement-contract-mine")) } }
    };
    let seen_by = Some(ctx.say("placement-hours-seen-by-mine"));
    page(ctx, Page { title, main, seen_by, refused: !fields.is_clean(), ..Page::default() })
}

/// A question that waits for the peer, with the two answers there are.
fn asked(ctx: &Ctx, line: &Line) -> Markup {
    let words = ctx.words();
    let facts = line.entry.facts();
    let text = say!(
        words,
        "placement-hours-question-about",
        day = words.date(facts.work.on),
        hours = show::length(words, facts.work.minutes, facts.correction_of.is_some()),
        mission = line.names.mission.as_str()
    );
    ui::inset(html! {
        p.govuk-body { strong { (text) } }
        p.govuk-body { (show::question(line).unwrap_or_default()) }
        div.govuk-button-group {
            @if facts.correction_of.is_none() {
                (ctx.form(&format!("/hours/entries/{}/same", facts.id), html! {
                    (ui::button(Button {
                        text: &ctx.say("placement-hours-same"),
                        look: Look::Secondary,
                        about: Some(&text),
                        ..Button::default()
                    }))
                }))
                a.govuk-link href={ "/hours/entries/" (facts.id) "/revise" } { (ctx.say("placement-hours-revise")) }
            }
            a.govuk-link href={ "/hours/entries/" (facts.id) } { (ctx.say("placement-hours-look")) }
        }
    })
}

fn this_week(ctx: &Ctx, mine: &Mine) -> Markup {
    let words = ctx.words();
    let days = mine.week.days();
    let lines: Vec<&Line> = mine.lines.iter().filter(|line| days.contains(line.entry.facts().work.on)).collect();
    let caption = say!(words, "placement-hours-week", hours = words.hours(show::sum(&lines)));
    html! {
        @if lines.is_empty() {
            h2.govuk-heading-m { (ctx.say("placement-hours-week-none")) }
        } @else {
            (table(ctx, &lines, mine, "week", &caption))
        }
        @for mission in quiet_candidates(mine) { (quiet(ctx, mission, mine.quiet.contains(&mission.id))) }
    }
}

/// The missions of this week without an entry.
fn quiet_candidates(mine: &Mine) -> impl Iterator<Item = &Worked> {
    let days = mine.week.days();
    let is_known = move |id: Id<Mission>| {
        mine.lines.iter().map(|line| line.entry.facts()).any(|f| f.mission == id && days.contains(f.work.on))
    };
    mine.start.missions.iter().filter(move |mission| mission.period.within(days).is_some() && !is_known(mission.id))
}

fn quiet(ctx: &Ctx, mission: &Worked, is_said: bool) -> Markup {
    let title = mission.title.as_str();
    if is_said {
        return html! { p.govuk-body { (say!(ctx.words(), "placement-hours-quiet-said", mission = title)) } };
    }
    let button = html! {
        input type="hidden" name="mission" value=(mission.id);
        (ui::button(Button {
            text: &say!(ctx.words(), "placement-hours-quiet", mission = title),
            look: Look::Secondary,
            ..Button::default()
        }))
    };
    ctx.form("/hours/quiet", button)
}

fn this_month(ctx: &Ctx, mine: &Mine) -> Markup {
    let words = ctx.words();
    let days = mine.month.days();
    let lines: Vec<&Line> = mine.lines.iter().filter(|line| days.contains(line.entry.facts().work.on)).collect();
    let name = show::month_name(words, mine.month);
    let caption = say!(words, "placement-hours-month", month = name.as_str(), hours = words.hours(show::sum(&lines)));
    html! {
        @if lines.is_empty() {
            h2.govuk-heading-m { (say!(words, "placement-hours-month-none", month = name.as_str())) }
        } @else if days.contains(ctx.today()) {
            // The week above has said the latest days: the rest is folded.
            h2.govuk-heading-m { (caption) }
            (totals(ctx, &lines))
            (ui::details(&ctx.say("placement-hours-month-all"), table(ctx, &lines, mine, "month", &caption)))
        } @else {
            (table(ctx, &lines, mine, "month", &caption))
            (totals(ctx, &lines))
        }
        @for mission in unconfirmed(&lines) { (close(ctx, mine, mission)) }
        @if !lines.is_empty() { (file::downloads(ctx, mine.month)) }
        (show::months(ctx, "/hours", mine.month))
    }
}

fn table(ctx: &Ctx, lines: &[&Line], mine: &Mine, id: &str, caption: &str) -> Markup {
    let text = ctx.say("placement-hours-look");
    let link = Some(("/hours/entries/", text.as_str()));
    show::entries(
        ctx.words(),
        lines,
        Rows { id, caption, missions: mine.start.missions.len() != 1, stages: true, link },
    )
}

/// How much of the month stands where, in one sentence each.
fn totals(ctx: &Ctx, lines: &[&Line]) -> Markup {
    let words = ctx.words();
    let at = |stage: Stage| {
        let there: Vec<&Line> = lines.iter().copied().filter(|line| line.entry.stage() == stage).collect();
        (stage, show::sum(&there), there.is_empty())
    };
    html! {
        ul.govuk-list {
            @for (stage, minutes, is_empty) in Stage::ALL.iter().copied().map(at) {
                @if !is_empty { li { (show::stage(words, stage)) " " (words.hours(minutes)) } }
            }
        }
    }
}

/// The first line of each mission with something that waits for its team.
fn unconfirmed<'a>(lines: &[&'a Line]) -> Vec<&'a Line> {
    let mut found: Vec<&Line> = Vec::new();
    for line in lines.iter().filter(|line| line.entry.stage() == Stage::Recorded) {
        if !found.iter().any(|other| other.entry.facts().mission == line.entry.facts().mission) {
            found.push(line);
        }
    }
    found
}

fn close(ctx: &Ctx, mine: &Mine, line: &Line) -> Markup {
    let words = ctx.words();
    let mission = line.entry.facts().mission;
    let (title, month) = (line.names.mission.as_str(), show::month_name(words, mine.month));
    let asked = mine.asked.iter().find(|(id, _)| *id == mission).map(|(_, at)| words.instant(*at));
    let button = html! {
        input type="hidden" name="mission" value=(mission);
        input type="hidden" name="month" value=(mine.month);
        (ui::button(Button {
            text: &say!(words, "placement-hours-close", mission = title, month = month),
            look: Look::Secondary,
            ..Button::default()
        }))
        @if let Some(at) = asked { p.govuk-body { (say!(words, "placement-hours-asked", when = at)) } }
    };
    ctx.form("/hours/close", button)
}
