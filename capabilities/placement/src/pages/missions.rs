//! The missions: the list, one mission with what comes next, and the small steps of its life.

mod facts;
mod file;
mod hire;
mod need;
mod open;
mod referent;
mod show;
mod steps;

use facts::Spans;
pub(super) use facts::{period, stage_tag, visible_to};
pub(super) use steps::day;

use std::{collections::BTreeMap, fmt::Write as _};

use axum::extract::Query;
use maud::{Markup, Render, html};
use passerelle_access::Scope;
use passerelle_directory::visibility::{Audience, Need, PersonFact};
use passerelle_kernel::{Date, Id, Minutes};
use passerelle_ui::{self as ui, Column, Item, Look, Narrow, Table, Text};
use passerelle_web::{Ctx, Needs, Page, PageError, PageResult, Routes, page};
use serde::Deserialize;

use crate::{
    access,
    mission::{Mission, Stage},
    store::missions::{LINES, Line, list},
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
    // One more tells that there is another page.
    let mut lines = list(&mut ctx.begin_read().await?, scope, stage, wanted.before, LINES + 1).await?;
    let has_more = lines.len() > LINES;
    lines.truncate(LINES);
    let title = ctx.say("placement-missions-title");
    let address = |before: Option<String>| {
        let state = stage.map(|stage| format!("state={}", stage.as_str()));
        let query: Vec<String> = state.into_iter().chain(before.map(|id| format!("before={id}"))).collect();
        if query.is_empty() { "/missions".to_owned() } else { format!("/missions?{}", query.join("&")) }
    };
    let older = lines.last().filter(|_| has_more).map(|line| address(Some(line.id.to_string())));
    let newer = wanted.before.map(|_| address(None));
    let is_own = matches!(scope, Scope::Own(..));
    let rota = if is_own { "placement-rota-own-see" } else { "placement-rota-see" };
    let main = html! {
        h1.govuk-heading-l { (title) }
        p.govuk-body { a.govuk-link href="/week" { (ctx.say(rota)) } }
        @if actor.holds(access::PROPOSAL_MANAGE) {
            p.govuk-body { a.govuk-link href="/planning" { (ctx.say("placement-plan-link")) } }
        }
        (filters(&ctx, stage))
        @if lines.is_empty() { (nothing(&ctx, stage)) } @else { (rows(&ctx, &lines, !is_own)) }
        (ui::pagination(ctx.words(), newer.as_deref(), older.as_deref()))
        @if !lines.is_empty() { (file::downloads(&ctx, stage)) }
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

/// A cell of the list, written straight into the page: the list is long and opened often.
enum Cell<'a> {
    Link(Id<Mission>, &'a str),
    Place(&'a str, &'a str),
    Text(&'a str),
    Days(&'a Spans<'a>, Date, Option<Date>),
    Tag(&'a Markup),
}

impl Render for Cell<'_> {
    fn render_to(&self, page: &mut String) {
        match self {
            Self::Link(id, title) => {
                // Writing to a text never fails.
                let _ = write!(page, "<a class=\"govuk-link\" href=\"/missions/{id}\">");
                Text(title).render_to(page);
                page.push_str("</a>");
            }
            Self::Place(team, institution) => {
                Text(team).render_to(page);
                if !institution.is_empty() {
                    page.push_str(", ");
                    Text(institution).render_to(page);
                }
            }
            Self::Text(text) => Text(text).render_to(page),
            Self::Days(spans, from, until) => spans.put(page, *from, *until),
            Self::Tag(tag) => tag.render_to(page),
        }
    }
}

/// The missions; a peer knows who does them.
fn rows(ctx: &Ctx, lines: &[Line], names_peer: bool) -> Markup {
    let words = ctx.words();
    let tags: Vec<(Stage, Markup)> = Stage::ALL.iter().map(|stage| (*stage, stage_tag(ctx, *stage))).collect();
    let tag = |stage| tags.iter().find(|(known, _)| *known == stage).map(|(_, tag)| tag);
    let heads = ["mission", "place", "peer", "days", "hours", "state"];
    let heads = heads.iter().filter(|name| names_peer || **name != "peer");
    let heads: Vec<String> = heads.map(|name| ctx.say(&format!("placement-missions-column-{name}"))).collect();
    let columns: Vec<Column<'_>> = heads.iter().map(|title| Column::words(title)).collect();
    let spans = Spans::of(words);
    let mut hours: BTreeMap<Minutes, String> = BTreeMap::new();
    for line in lines {
        hours.entry(line.hours_week).or_insert_with(|| words.hours(line.hours_week));
    }
    let nobody = ctx.say("placement-mission-peer-none");
    let row = lines.iter().map(|line| {
        let mut row = vec![Cell::Link(line.id, &line.title), Cell::Place(&line.team, &line.institution)];
        if names_peer {
            row.push(Cell::Text(line.peer.as_deref().unwrap_or(&nobody)));
        }
        row.extend([
            Cell::Days(&spans, line.from, line.until),
            Cell::Text(hours.get(&line.hours_week).map_or("", String::as_str)),
            tag(line.stage).map_or(Cell::Text(""), Cell::Tag),
        ]);
        row
    });
    let rows: Vec<Vec<Cell<'_>>> = row.collect();
    let caption = ctx.say("placement-missions-title");
    ui::table(&Table {
        id: "missions",
        caption: &caption,
        caption_hidden: true,
        columns: &columns,
        rows: &rows,
        narrow: Narrow::Stack,
    })
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
