//! The plan of all open missions, for those who coordinate: asked for, waited for, looked at, changed, proposed.
//!
//! While it is worked out, the page fetches itself again every two seconds; without a script, a link does. Nothing is
//! applied by itself: lines that a person has chosen are proposed, and peers say yes or no.

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
    planning::{Ground, Line, Part, Planning},
    refusal::Refusal,
    store::{missions::Loaded, plannings},
};

const PATH: &str = "/planning";

pub(super) fn routes() -> Routes {
    let manage = Needs::Right(access::PROPOSAL_MANAGE);
    Routes::default()
        .get(PATH, manage, index)
        .post(PATH, manage, start)
        .get("/planning/{plan}", manage, show_plan)
        .post("/planning/{plan}", manage, act)
        .post("/planning/{plan}/stop", manage, stop)
}

async fn index(ctx: Ctx) -> PageResult {
    let actor = ctx.actor()?;
    let org = actor.association(access::PROPOSAL_MANAGE).ok_or(PageError::Forbidden)?;
    let mut tx = ctx.begin_read().await?;
    let plans = plannings::of_org(&mut tx, org).await?;
    let missions = crate::store::missions::open_of(&mut tx, org).await?.len();
    drop(tx);
    let (words, title) = (ctx.words(), ctx.say("placement-plan-title"));
    let main = html! {
        h1.govuk-heading-l { (title) }
        (ui::lead(&ctx.say("placement-plan-lead")))
        @if missions == 0 {
            (ui::empty(&ctx.say("placement-plan-none-title"), &ctx.say("placement-plan-none-text"), None))
        } @else {
            p.govuk-body { (say!(words, "placement-plan-count", count = missions)) }
            (ctx.form(PATH, ui::button(Button { text: &ctx.say("placement-plan-start"), ..Button::default() })))
        }
        @if !plans.is_empty() {
            h2.govuk-heading-m { (ctx.say("placement-plan-before")) }
            ul.govuk-list {
                @for plan in &plans {
                    li {
                        a.govuk-link href={ (PATH) "/" (plan.id) } { (say!(words, "placement-plan-of", at = words.instant(plan.made_at))) }
                        " " (ctx.say(&format!("placement-plan-stage-{}", plan.stage.as_str())))
                    }
                }
            }
            p.govuk-hint { (ctx.say("placement-plan-kept")) }
        }
    };
    let back = Some(("/missions".to_owned(), Some(ctx.say("placement-missions-title"))));
    Ok(page(&ctx, Page { title, main, back, seen_by: Some(ctx.say("placement-plan-seen-by")), ..Page::default() }))
}

async fn start(ctx: Ctx) -> PageResult {
    let id = start_planning(&ctx, &[]).await?;
    Ok(redirect(&format!("{PATH}/{id}")))
}

async fn stop(ctx: Ctx, Path(id): Path<Id<Planning>>) -> PageResult {
    stop_planning(&ctx, id).await?;
    Ok(redirect(&format!("{PATH}/{id}")))
}

/// What the page tells, read as of one moment.
struct Known {
    planning: Planning,
    lines: Vec<Line>,
    ground: Ground,
    /// The missions of the ground, in its order.
    missions: Vec<Loaded>,
    /// The names of its peers, in its order.
    names: Vec<String>,
    /// Whether what the coordination can see has changed since.
    is_old: bool,
}

impl Known {
    fn lines(&self, part: Part) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(move |line| line.part == part)
    }

    fn name(&self, peer: Id<Person>) -> Option<&str> {
        let place = self.ground.peers.iter().position(|known| known.candidate.peer == peer)?;
        self.names.get(place).map(String::as_str)
    }

    fn title(&self, mission: Id<Mission>) -> &str {
        let loaded = self.missions.iter().find(|loaded| loaded.mission.id == mission);
        loaded.map_or("…", |loaded| loaded.mission.title.as_str())
    }
}

async fn known(ctx: &Ctx, id: Id<Planning>) -> Result<Known, Error> {
    let actor = ctx.visitor().ok_or(Error::Forbidden)?;
    let mut tx = ctx.begin_read().await?;
    let planning = load(&mut tx, actor, id).await?;
    let lines = plannings::lines(&mut tx, id).await?;
    let is_old = !planning.works() && planning.facts != plannings::facts_now(&mut tx, planning.org).await?;
    let (ground, missions, names) = plannings::ground(&mut tx, planning.org, ctx.today()).await?;
    // Everybody's wishes were looked at, whoever is on a line: who is noted tells nothing about anybody's private list.
    ctx.shows(ground.peers.iter().map(|peer| peer.candidate.peer), access::PROPOSAL_MANAGE);
    Ok(Known { planning, lines, ground, missions, names, is_old })
}

async fn show_plan(ctx: Ctx, Path(id): Path<Id<Planning>>) -> PageResult {
    let in_a_week = period::later(ctx.today(), 7);
    let fields = Fields::empty(&ctx).with_date("until", Some(in_a_week));
    Ok(whole(&ctx, &known(&ctx, id).await?, &fields))
}

fn whole(ctx: &Ctx, known: &Known, fields: &Fields) -> Response {
    let (words, planning) = (ctx.words(), &known.planning);
    let title = say!(words, "placement-plan-of", at = words.instant(planning.made_at));
    let works = planning.works();
    let again = works.then(|| format!("{PATH}/{}", planning.id));
    let main = html! {
        div id="plan" hx-get=[again.as_deref()] hx-trigger=[again.as_ref().map(|_| "every 2s")] hx-target="this"
            hx-select="#plan" hx-swap="outerHTML" {
            (ctx.problems(fields))
            h1.govuk-heading-l { (title) }
            @if works { (working(ctx, planning)) } @else { (show::proposal(ctx, known, fields)) }
        }
    };
    let back = Some((PATH.to_owned(), Some(ctx.say("placement-plan-title"))));
    let seen_by = Some(ctx.say("placement-plan-seen-by"));
    page(ctx, Page { title, main, back, seen_by, refused: !fields.is_clean(), ..Page::default() })
}

fn working(ctx: &Ctx, planning: &Planning) -> Markup {
    html! {
        (ui::progress(ctx.words(), "progress", &ctx.say("placement-plan-progress"), planning.done, 100))
        p.govuk-body { (ctx.say("placement-plan-wait")) }
        p.govuk-body { a.govuk-link href={ (PATH) "/" (planning.id) } { (ctx.say("placement-plan-refresh")) } }
        (ctx.form(&format!("{PATH}/{}/stop", planning.id), ui::button(Button {
            text: &ctx.say("placement-plan-stop"), look: Look::Secondary, ..Button::default()
        })))
    }
}

/// The name of the field that says what becomes of a line.
fn field_of(line: &Line) -> String {
    format!("line-{}-{}", line.mission, line.peer)
}

async fn act(ctx: Ctx, Path(id): Path<Id<Planning>>, mut fields: Fields) -> PageResult {
    let known = known(&ctx, id).await?;
    if known.planning.works() {
        return Ok(redirect(&format!("{PATH}/{id}")));
    }
    match fields.value("do") {
        "again" => {
            let id = start_planning(&ctx, &said(&known, &fields)).await?;
            Ok(redirect(&format!("{PATH}/{id}")))
        }
        "propose" => propose(ctx, known, fields).await,
        _ => {
            fields.refuse_key("", super::missions::NOTHING_CHOSEN);
            Ok(whole(&ctx, &known, &fields))
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
    if let (false, Some(until)) = (chosen.is_empty(), until) {
        match propose_planned(&ctx, id, &chosen, until).await {
            Ok(refused) if refused.is_empty() => {
                return Ok(redirect(&format!("{PATH}/{id}?done=placement-plan-proposed")));
            }
            Ok(refused) => {
                for (mission, refusal) in refused {
                    let (title, why) = (known.title(mission), ctx.say(refusal.key()));
                    fields.refuse("", say!(ctx.words(), "placement-plan-refused", mission = title, why = why));
                }
            }
            Err(Error::Refused(Refusal::DateNotAhead)) => {
                fields.refuse_key("until", "placement-refusal-date-not-ahead")
            }
            Err(error) => return Err(PageError::from(error)),
        }
    }
    let known = self::known(&ctx, id).await?;
    Ok(whole(&ctx, &known, &fields))
}
