//! The plan of all open missions, for those who coordinate: asked for, waited for, looked at, changed, proposed.
//!
//! While it is worked out, the page fetches itself again every two seconds; without a script, a link does. Nothing is
//! applied by itself: lines that a person has chosen are proposed, and peers say yes or no.

mod pair;
mod show;

use axum::{extract::Path, response::Response};
use maud::{Markup, html};
use passerelle_kernel::{Date, Id};
use passerelle_ui::{self as ui, Button, Look};
use passerelle_web::{Ctx, Fields, Needs, Page, PageError, PageResult, Routes, page, redirect};
use passerelle_words::say;

use crate::{
    Error, access,
    actions::missions::{planning::load, propose_planned, start_planning, stop_planning},
    mission::Mission,
    outside::Person,
    period,
    planning::{Line, Part, Planning},
    refusal::Refusal,
    store::plannings::{self, Told},
};

const PATH: &str = "/planning";

pub(super) fn routes() -> Routes {
    let manage = Needs::Right(access::PROPOSAL_MANAGE);
    Routes::default()
        .get(PATH, manage, index)
        .post(PATH, manage, start)
        .get("/planning/{plan}", manage, show_plan)
        .post("/planning/{plan}", manage, act)
        .get("/planning/{plan}/pair", manage, pair::show)
        .post("/planning/{plan}/pair", manage, pair::keep)
        .post("/planning/{plan}/stop", manage, stop)
}

async fn index(ctx: Ctx) -> PageResult {
    let org = ctx.actor()?.association(access::PROPOSAL_MANAGE).ok_or(PageError::Forbidden)?;
    let mut tx = ctx.begin_read().await?;
    let plans = plannings::of_org(&mut tx, org).await?;
    let missions = plannings::open_now(&mut tx, org).await?;
    drop(tx);
    let (words, title) = (ctx.words(), ctx.say("placement-plan-title"));
    let main = html! {
        h1.govuk-heading-l { (title) }
        (ui::lead(&ctx.say("placement-plan-lead")))
        @if missions == 0 {
            (ui::empty(&ctx.say("placement-plan-none-title"), &ctx.say("placement-plan-none-text"), None))
        } @else {
            p.govuk-body { (say!(words, "placement-plan-count", count = missions)) }
            p.govuk-body {
                (ctx.say("placement-plan-counts")) " "
                a.govuk-link href=(super::weights::PATH) { (ctx.say("placement-proposals-order-change")) }
            }
            (ctx.form(PATH, ui::button(Button { text: &ctx.say("placement-plan-start"), ..Button::default() })))
        }
        @if !plans.is_empty() {
            h2.govuk-heading-m { (ctx.say("placement-plan-before")) }
            ul.govuk-list.govuk-list--spaced {
                @for plan in &plans {
                    li {
                        a.govuk-link href={ (PATH) "/" (plan.id) } { (name(&ctx, plan)) }
                        br; (ui::muted(&stage(&ctx, plan)))
                    }
                }
            }
            p.govuk-hint { (ctx.say("placement-plan-kept")) }
        }
    };
    let back = Some(("/missions".to_owned(), Some(ctx.say("placement-missions-title"))));
    Ok(page(&ctx, Page { title, main, back, seen_by: Some(ctx.say("placement-plan-seen-by")), ..Page::default() }))
}

fn name(ctx: &Ctx, plan: &Planning) -> String {
    say!(ctx.words(), "placement-plan-of", at = ctx.words().instant(plan.made_at))
}

fn stage(ctx: &Ctx, plan: &Planning) -> String {
    let stage = if plan.is_lost(ctx.now()) { "lost" } else { plan.stage.as_str() };
    ctx.say(&format!("placement-plan-stage-{stage}"))
}

fn path(id: Id<Planning>) -> String {
    format!("{PATH}/{id}")
}

async fn start(ctx: Ctx) -> PageResult {
    let id = start_planning(&ctx, &[]).await?;
    Ok(redirect(&path(id)))
}

async fn stop(ctx: Ctx, Path(id): Path<Id<Planning>>) -> PageResult {
    stop_planning(&ctx, id).await?;
    Ok(redirect(&path(id)))
}

/// What the page of a plan that is worked out tells, read as of one moment.
struct Known {
    planning: Planning,
    lines: Vec<Line>,
    told: Told,
    /// Whether what the coordination can see has changed since.
    is_old: bool,
}

impl Known {
    fn lines(&self, part: Part) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(move |line| line.part == part)
    }

    fn is_kept(&self, line: &Line) -> bool {
        self.lines(Part::Kept).any(|kept| kept.mission == line.mission && kept.peer == line.peer)
    }

    fn name(&self, peer: Id<Person>) -> Option<&str> {
        let place = self.told.ground.peers.iter().position(|known| known.candidate.peer == peer)?;
        self.told.names.get(place).map(String::as_str)
    }

    /// Where the mission stands on the ground; nothing once it looks for nobody.
    fn place(&self, mission: Id<Mission>) -> Option<usize> {
        self.told.missions.iter().position(|loaded| loaded.mission.id == mission)
    }

    fn title(&self, mission: Id<Mission>) -> &str {
        self.place(mission).map_or("…", |place| self.told.missions[place].mission.title.as_str())
    }
}

/// A plan as it is now.
enum Now {
    Works(Planning),
    Lost(Planning),
    Is(Box<Known>),
}

async fn now(ctx: &Ctx, id: Id<Planning>) -> Result<Now, Error> {
    let actor = ctx.visitor().ok_or(Error::Forbidden)?;
    let mut tx = ctx.begin_read().await?;
    let planning = load(&mut tx, actor, id).await?;
    if planning.works() {
        return Ok(if planning.is_lost(ctx.now()) { Now::Lost(planning) } else { Now::Works(planning) });
    }
    let lines = plannings::lines(&mut tx, id).await?;
    let is_old = planning.facts != plannings::facts_now(&mut tx, planning.org).await?;
    let told = plannings::ground(&mut tx, planning.org, ctx.today()).await?;
    // Everybody's wishes were looked at, whoever is on a line: who is noted tells nothing about anybody's private list.
    ctx.shows(told.ground.peers.iter().map(|peer| peer.candidate.peer), access::PROPOSAL_MANAGE);
    Ok(Now::Is(Box::new(Known { planning, lines, told, is_old })))
}

async fn show_plan(ctx: Ctx, Path(id): Path<Id<Planning>>) -> PageResult {
    Ok(match now(&ctx, id).await? {
        Now::Works(planning) => working(&ctx, &planning),
        Now::Lost(planning) => lost(&ctx, &planning),
        Now::Is(known) => {
            let in_a_week = period::later(ctx.today(), 7);
            let fields = Fields::empty(&ctx).with_date("until", Some(in_a_week));
            worked_out(&ctx, &known, &fields)
        }
    })
}

fn worked_out(ctx: &Ctx, known: &Known, fields: &Fields) -> Response {
    let title = name(ctx, &known.planning);
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        (show::proposal(ctx, known, fields))
    };
    alive(ctx, (title, main), None, fields.is_clean())
}

/// The page, which fetches itself from `again` while the plan works.
fn alive(ctx: &Ctx, (title, content): (String, Markup), again: Option<&str>, is_clean: bool) -> Response {
    let main = html! {
        div id="plan" hx-get=[again] hx-trigger=[again.map(|_| "every 2s")] hx-target="this" hx-select="#plan"
            hx-swap="outerHTML" { (content) }
    };
    let back = Some((PATH.to_owned(), Some(ctx.say("placement-plan-title"))));
    let seen_by = Some(ctx.say("placement-plan-seen-by"));
    page(ctx, Page { title, main, back, seen_by, refused: !is_clean, ..Page::default() })
}

fn working(ctx: &Ctx, planning: &Planning) -> Response {
    let (title, here) = (name(ctx, planning), path(planning.id));
    let label = ctx.say(if planning.stops { "placement-plan-stops" } else { "placement-plan-progress" });
    let main = html! {
        h1.govuk-heading-l { (title) }
        (ui::progress(ctx.words(), "progress", &label, planning.done, 100))
        p.govuk-body { (ctx.say("placement-plan-wait")) }
        p.govuk-body { a.govuk-link href=(here) { (ctx.say("placement-plan-refresh")) } }
        @if !planning.stops {
            (ctx.form(&format!("{here}/stop"), ui::button(Button {
                text: &ctx.say("placement-plan-stop"), look: Look::Secondary, ..Button::default()
            })))
        }
    };
    alive(ctx, (title, main), Some(&here), true)
}

fn lost(ctx: &Ctx, planning: &Planning) -> Response {
    let title = name(ctx, planning);
    let main = html! {
        h1.govuk-heading-l { (title) }
        p.govuk-body { (ctx.say("placement-plan-lost")) }
        (ctx.form(PATH, ui::button(Button { text: &ctx.say("placement-plan-start"), ..Button::default() })))
    };
    alive(ctx, (title, main), None, true)
}

/// The name of the field that says what becomes of a line.
fn field_of(line: &Line) -> String {
    format!("line-{}-{}", line.mission, line.peer)
}

async fn act(ctx: Ctx, Path(id): Path<Id<Planning>>, mut fields: Fields) -> PageResult {
    let Now::Is(known) = now(&ctx, id).await? else { return Ok(redirect(&path(id))) };
    match fields.value("do") {
        "again" => {
            let next = start_planning(&ctx, &said(&known, &fields)).await?;
            Ok(redirect(&path(next)))
        }
        "propose" => propose(ctx, *known, fields).await,
        _ => {
            fields.refuse_key("", super::missions::NOTHING_CHOSEN);
            Ok(worked_out(&ctx, &known, &fields))
        }
    }
}

/// What was said of single lines, for the next plan: what is kept, what is ruled out, and what was ruled out before and is
/// not to be looked at again.
fn said(known: &Known, fields: &Fields) -> Vec<Line> {
    let now = known.lines(Part::Proposed).filter_map(|line| match fields.value(&field_of(line)) {
        "keep" => Some(Line { part: Part::Kept, ..*line }),
        "not" => Some(Line { part: Part::Not, ..*line }),
        _ => None,
    });
    let before = known.lines(Part::Not).filter(|line| fields.value(&field_of(line)) != "again");
    now.chain(before.copied()).collect()
}

async fn propose(ctx: Ctx, known: Known, mut fields: Fields) -> PageResult {
    let id = known.planning.id;
    let chosen = known.lines(Part::Proposed).filter(|line| fields.value(&field_of(line)) == "propose");
    let chosen: Vec<Line> = chosen.copied().collect();
    if chosen.is_empty() {
        fields.refuse_key("", "placement-plan-choose-missing");
    }
    let until: Option<Date> = fields.date("until", "placement-day-missing");
    let (false, Some(until)) = (chosen.is_empty(), until) else { return Ok(worked_out(&ctx, &known, &fields)) };
    match propose_planned(&ctx, id, &chosen, until).await {
        Ok(refused) if refused.is_empty() => {
            return Ok(redirect(&format!("{}?done=placement-plan-proposed-done", path(id))));
        }
        Ok(refused) => {
            for (mission, refusal) in refused {
                let (title, why) = (known.title(mission), ctx.say(refusal.key()));
                fields.refuse("", say!(ctx.words(), "placement-plan-refused", mission = title, why = why));
            }
        }
        Err(Error::Refused(Refusal::DateNotAhead)) => fields.refuse_key("until", "placement-refusal-date-not-ahead"),
        Err(error) => return Err(PageError::from(error)),
    }
    // What was proposed beside what was refused is told as it is now.
    match now(&ctx, id).await? {
        Now::Is(known) => Ok(worked_out(&ctx, &known, &fields)),
        Now::Works(_) | Now::Lost(_) => Ok(redirect(&path(id))),
    }
}
