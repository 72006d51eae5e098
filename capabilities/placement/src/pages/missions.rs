//! The missions: the list, one mission with what comes next, and the small steps of its life.

mod facts;
mod file;
mod hire;
mod need;
mod open;
mod referent;
mod rows;
mod show;
mod steps;

pub(super) use facts::{period, stage_tag, visible_to};
pub(super) use steps::day;

use axum::extract::Query;
use maud::{Markup, html};
use passerelle_access::Scope;
use passerelle_directory::visibility::{Audience, Need, PersonFact};
use passerelle_kernel::Id;
use passerelle_ui::{self as ui, Item, Look};
use passerelle_web::{Ctx, Needs, Page, PageError, PageResult, Routes, page};
use rows::Rows;
use serde::Deserialize;

use crate::{
    access,
    mission::{Mission, Stage},
    store::missions::{LINES, list},
};

// Lists and pages of missions name the peer to the coordination and to the team whatever the peer chooses, and what is
// proposed tells the coordination which languages and which way fit: that holds only as long as a need says so.
const _: () = assert!(Need::of(Audience::Coordinators, PersonFact::Name).is_some());
const _: () = assert!(Need::of(Audience::Coordinators, PersonFact::Languages).is_some());
const _: () = assert!(Need::of(Audience::Coordinators, PersonFact::Town).is_some());
const _: () = assert!(Need::of(Audience::Teams, PersonFact::Name).is_some());

const READ: Needs = Needs::Right(access::MISSION_READ);
pub(super) const MANAGE: Needs = Needs::Right(access::MISSION_MANAGE);
/// What is said to a form that does not tell what it is about; our own pages always do.
pub(super) const NOTHING_CHOSEN: &str = "placement-refusal-choice-missing";

pub(super) fn routes() -> Routes {
    Routes::default()
        .get("/missions", READ, index)
        .get("/missions.csv", READ, file::take)
        .get("/missions.xlsx", READ, file::take)
        .get("/missions/new", MANAGE, open::ask)
        .post("/missions/new", MANAGE, open::open)
        .get("/missions/{mission}", READ, show::show)
        .get("/missions/{mission}/need", MANAGE, need::ask)
        .post("/missions/{mission}/need", MANAGE, need::change)
        .get("/missions/{mission}/referent", MANAGE, referent::ask)
        .post("/missions/{mission}/referent", MANAGE, referent::name)
        .get("/missions/{mission}/start", MANAGE, steps::ask_start)
        .post("/missions/{mission}/start", MANAGE, steps::start)
        .get("/missions/{mission}/prolong", MANAGE, steps::ask_prolong)
        .post("/missions/{mission}/prolong", MANAGE, steps::prolong)
        .get("/missions/{mission}/end", MANAGE, steps::ask_end)
        .post("/missions/{mission}/end", MANAGE, steps::end)
        .get("/missions/{mission}/reopen", MANAGE, steps::ask_reopen)
        .post("/missions/{mission}/reopen", MANAGE, steps::reopen)
}

/// The bytes that stand around the table, about.
const AROUND: usize = 4096;

#[derive(Deserialize)]
struct Wanted {
    state: Option<String>,
    before: Option<Id<Mission>>,
}

impl Wanted {
    fn stage(&self) -> Option<Stage> {
        self.state.as_deref().and_then(Stage::parse)
    }
}

async fn index(ctx: Ctx, Query(wanted): Query<Wanted>) -> PageResult {
    let actor = ctx.actor()?;
    let scope = actor.scope(access::MISSION_READ).ok_or(PageError::Forbidden)?;
    let stage = wanted.stage();
    let is_own = matches!(scope, Scope::Own(..));
    let mut written = Rows::new(&ctx, !is_own);
    let mut tx = ctx.begin_read().await?;
    // One more tells that there is another page.
    let ids = list(&mut tx, scope, stage, wanted.before, LINES + 1, |line| written.put(&line)).await?;
    drop(tx);
    let title = ctx.say("placement-missions-title");
    let address = |before: Option<String>| {
        let state = stage.map(|stage| format!("state={}", stage.as_str()));
        let query: Vec<String> = state.into_iter().chain(before.map(|id| format!("before={id}"))).collect();
        if query.is_empty() { "/missions".to_owned() } else { format!("/missions?{}", query.join("&")) }
    };
    let last_shown = ids.get(LINES - 1).filter(|_| ids.len() > LINES);
    let older = last_shown.map(|id| address(Some(id.to_string())));
    let newer = wanted.before.map(|_| address(None));
    let rota = if is_own { "placement-rota-own-see" } else { "placement-rota-see" };
    let table = written.table(&ctx);
    let main = html! {
        (ui::Room(table.0.len() + AROUND))
        h1.govuk-heading-l { (title) }
        p.govuk-body { a.govuk-link href="/week" { (ctx.say(rota)) } }
        @if actor.holds(access::PROPOSAL_MANAGE) {
            p.govuk-body { a.govuk-link href="/planning" { (ctx.say("placement-plan-link")) } }
        }
        (filters(&ctx, stage))
        @if ids.is_empty() { (nothing(&ctx, stage)) } @else { (table) }
        (ui::pagination(ctx.words(), newer.as_deref(), older.as_deref()))
        @if !ids.is_empty() { (file::downloads(&ctx, stage)) }
    };
    let seen_by = Some(ctx.say("placement-missions-seen-by"));
    Ok(page(&ctx, Page { title, main, seen_by, ..Page::default() }))
}

fn filters(ctx: &Ctx, chosen: Option<Stage>) -> Markup {
    let stages = || Stage::ALL.iter().copied();
    let texts: Vec<String> = std::iter::once("all")
        .chain(stages().map(Stage::as_str))
        .map(|code| ctx.say(&format!("placement-missions-{code}")))
        .collect();
    let hrefs: Vec<String> = std::iter::once("/missions".to_owned())
        .chain(stages().map(|stage| format!("/missions?state={}", stage.as_str())))
        .collect();
    let current = std::iter::once(None).chain(stages().map(Some));
    let items: Vec<Item<'_>> = hrefs
        .iter()
        .zip(&texts)
        .zip(current)
        .map(|((href, text), stage)| Item { href, text, current: stage == chosen })
        .collect();
    ui::section_navigation(&ctx.say("placement-missions-filter"), &items)
}

/// An empty list says what comes first: a mission begins with an accepted request.
fn nothing(ctx: &Ctx, stage: Option<Stage>) -> Markup {
    let actor = ctx.visitor();
    let opens = actor.is_some_and(|actor| actor.holds(access::MISSION_MANAGE));
    let kind = match stage {
        Some(_) => "filtered",
        None if opens => "open",
        None => "wait",
    };
    let action = match kind {
        "filtered" => Some(("/missions", "placement-missions-see-all")),
        "open" => Some(("/requests", "placement-missions-to-requests")),
        _ => None,
    };
    ui::empty(
        &ctx.say(&format!("placement-missions-empty-{kind}-title")),
        &ctx.say(&format!("placement-missions-empty-{kind}-text")),
        action.map(|(href, key)| ui::link_button(&ctx.say(key), href, Look::Secondary)),
    )
}
