//! The sheet of a mission: eight points, each settled in words or left open until a day, and its twin on paper.

pub(super) mod paper;
mod point;

use std::collections::BTreeSet;

use axum::extract::Path;
use maud::{Markup, html};
use passerelle_kernel::Id;
use passerelle_ui::{self as ui, Fact, Look, Status, Task, Tone};
use passerelle_web::{Ctx, Needs, Page, PageResult, Routes, page};
use passerelle_words::say;

use super::missions::{MANAGE, visible_to};
use crate::{
    access,
    mission::{Mission, Stage},
    sheet::{Answer, Point, Sheet},
    spoken::Spoken,
    store,
};

pub(super) fn routes() -> Routes {
    let read = Needs::Right(access::MISSION_READ);
    Routes::default()
        .get("/missions/{mission}/sheet", read, show)
        .get("/missions/{mission}/sheet.pdf", read, paper::download)
        .get("/missions/{mission}/sheet/point", MANAGE, point::ask)
        .post("/missions/{mission}/sheet/point", MANAGE, point::settle)
}

/// The title of a point.
pub(super) fn point_title(ctx: &Ctx, point: Point) -> String {
    ctx.say(&format!("placement-point-{}", point.as_str()))
}

/// The languages of a mission in one line.
pub(super) fn languages(ctx: &Ctx, languages: &BTreeSet<Spoken>) -> String {
    ctx.words().spoken_list(languages.iter().map(Spoken::as_str))
}

async fn show(ctx: Ctx, Path(id): Path<Id<Mission>>) -> PageResult {
    let actor = ctx.actor()?;
    let mut tx = ctx.begin_read().await?;
    let loaded = store::missions::load_mission(&mut tx, actor, id, access::MISSION_READ).await?;
    let sheet = store::sheets::find(&mut tx, id).await?;
    drop(tx);
    let may_write = actor.may(access::MISSION_MANAGE, &loaded.facts());
    let may_write = may_write && loaded.mission.state.stage() != Stage::Ended;
    let title = ctx.say("placement-sheet-title");
    let main = html! {
        span.govuk-caption-l { (loaded.mission.title) }
        h1.govuk-heading-l { (title) }
        p.govuk-body { (ctx.say("placement-sheet-intro")) }
        @if may_write { (tasks(&ctx, &sheet)) (then(&ctx, &loaded.mission, &sheet)) }
        @if !sheet.answers.is_empty() {
            h2.govuk-heading-m { (ctx.say("placement-sheet-says")) }
            (answers(&ctx, &sheet))
            p.govuk-body {
                a.govuk-link href={ "/missions/" (id) "/sheet.pdf" } { (ctx.say("placement-sheet-paper")) }
            }
        } @else if !may_write {
            p.govuk-body { (ctx.say("placement-sheet-empty")) }
        }
    };
    let back = Some((format!("/missions/{id}"), Some(loaded.mission.title.clone())));
    Ok(page(&ctx, Page { title, back, main, seen_by: visible_to(&ctx, &loaded), ..Page::default() }))
}

fn tasks(ctx: &Ctx, sheet: &Sheet) -> Markup {
    let overdue = sheet.overdue(ctx.today());
    let row = |point: &Point| {
        let href = format!("/missions/{}/sheet/point?point={}", sheet.mission, point.as_str());
        let status = match sheet.answers.get(point) {
            Some(Answer::Settled { .. }) => None,
            Some(Answer::Open { .. }) if overdue.contains(point) => Some(("overdue", Tone::Urgent)),
            Some(Answer::Open { .. }) => Some(("open", Tone::Calm)),
            None => Some(("missing", Tone::Soon)),
        };
        let status = status.map(|(code, tone)| (ctx.say(&format!("placement-sheet-{code}")), tone));
        (point_title(ctx, *point), href, status)
    };
    let rows: Vec<_> = Point::ALL.iter().map(row).collect();
    let tasks: Vec<Task<'_>> = rows
        .iter()
        .map(|(title, href, status)| Task {
            title,
            href: Some(href),
            hint: None,
            status: status.as_ref().map_or(Status::Done, |(text, tone)| Status::Tag(text, *tone)),
        })
        .collect();
    ui::task_list(ctx.words(), "points", &tasks)
}

/// With a complete sheet, the mission can be proposed.
fn then(ctx: &Ctx, mission: &Mission, sheet: &Sheet) -> Markup {
    let waits = matches!(mission.state.stage(), Stage::Open | Stage::Proposed);
    html! {
        @if waits && sheet.complete().is_ok() {
            (ui::link_button(&ctx.say("placement-mission-next-propose"), &format!("/missions/{}/proposals", mission.id), Look::Primary))
        } @else if waits {
            p.govuk-body { (ctx.say("placement-sheet-then")) }
        }
    }
}

/// What the sheet says, point by point.
pub(super) fn answers(ctx: &Ctx, sheet: &Sheet) -> Markup {
    let titles: Vec<String> = Point::ALL.iter().map(|point| point_title(ctx, *point)).collect();
    let facts: Vec<Fact<'_>> = Point::ALL
        .iter()
        .zip(&titles)
        .filter_map(|(point, title)| Some(Fact::new(title, answer(ctx, sheet.answers.get(point)?))))
        .collect();
    ui::summary_list(ctx.words(), &facts)
}

fn answer(ctx: &Ctx, answer: &Answer) -> Markup {
    match answer {
        Answer::Settled { words, .. } => html! {
            @for (index, line) in words.lines().enumerate() { @if index > 0 { br; } (line) }
        },
        Answer::Open { by, .. } => html! {
            (say!(ctx.words(), "placement-sheet-open-until", day = ctx.words().date(*by)))
        },
    }
}
