//! The papers of an association.

use axum::extract::Query;
use maud::{Markup, html};
use passerelle_kernel::Id;
use passerelle_ui::{self as ui, Column, Look, Narrow, Table};
use passerelle_web::{Ctx, Page, PageResult, Routes, page};
use passerelle_words::say;
use serde::Deserialize;

use super::{MANAGE, stage_tag};
use crate::{
    paper::Paper,
    store::{
        lists::{self, Line, PAGE},
        papers,
    },
};

pub(super) fn routes() -> Routes {
    Routes::default().get("/papers", MANAGE, show)
}

#[derive(Deserialize)]
struct Wanted {
    before: Option<Id<Paper>>,
}

async fn show(ctx: Ctx, Query(wanted): Query<Wanted>) -> PageResult {
    let org = papers::own_org(ctx.actor()?)?;
    let before = wanted.before.map(|id| id.to_string()).unwrap_or_default();
    let mut lines = lists::of_org(&mut ctx.begin_read().await?, org, &before).await?;
    let is_more = lines.len() > PAGE;
    lines.truncate(PAGE);
    let older = lines.last().filter(|_| is_more).map(|line| format!("/papers?before={}", line.id));
    let new = || ui::link_button(&ctx.say("signing-papers-new"), "/papers/new", Look::Primary);
    let title = ctx.say("signing-papers-title");
    let main = html! {
        h1.govuk-heading-l { (title) }
        (ui::lead(&ctx.say("signing-papers-lead")))
        @if lines.is_empty() {
            (ui::empty(&ctx.say("signing-papers-empty-title"), &ctx.say("signing-papers-empty-text"), Some(new())))
        } @else {
            (new())
            (papers_list(&ctx, &lines))
        }
        (ui::pagination(ctx.words(), None, older.as_deref()))
        p.govuk-body { a.govuk-link href="/check-paper" { (ctx.say("signing-check-title")) } }
    };
    Ok(page(&ctx, Page { title, main, seen_by: seen_by(&ctx), ..Page::default() }))
}

/// Who sees papers.
pub(super) fn seen_by(ctx: &Ctx) -> Option<String> {
    Some(ctx.say("signing-papers-seen-by"))
}

/// Papers, one a line, with where they stand: for those who manage them.
pub fn papers_list(ctx: &Ctx, lines: &[Line]) -> Markup {
    let titles = ["paper", "stage", "signatures", "offered"].map(|part| ctx.say(&format!("signing-papers-{part}")));
    let columns: Vec<Column<'_>> = titles.iter().map(|title| Column::words(title)).collect();
    let rows: Vec<Vec<Markup>> = lines.iter().map(|line| row(ctx, line)).collect();
    let caption = ctx.say("signing-papers-title");
    ui::table(&Table {
        id: "papers",
        caption: &caption,
        caption_hidden: true,
        columns: &columns,
        rows: &rows,
        narrow: Narrow::Stack,
    })
}

fn row(ctx: &Ctx, line: &Line) -> Vec<Markup> {
    let words = ctx.words();
    vec![
        html! {
            a.govuk-link href={ "/papers/" (line.id) } { (line.title) } br;
            (ui::muted(&say!(words, "signing-paper-version", kind = ctx.say(&format!("signing-kind-{}", line.kind.as_str())), version = line.version)))
        },
        stage_tag(ctx, line.stage),
        html! { (say!(words, "signing-papers-count", signed = line.signed, all = line.signers)) },
        html! { (words.day(line.offered_at.to_zoned(words.zone().clone()).date())) },
    ]
}
