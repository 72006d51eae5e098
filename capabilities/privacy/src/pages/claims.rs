//! What the people of an association ask about their data: the list.

use std::collections::HashMap;

use axum::extract::Query;
use maud::{Markup, html};
use passerelle_ui::{self as ui, Column, Table};
use passerelle_web::{Ctx, Needs, Page, PageError, PageResult, Routes, page};
use passerelle_words::say;

use super::held::{state, subject};
use crate::{
    access::CLAIM_ANSWER,
    store::{self, PAGE, Told},
};

pub(super) fn routes() -> Routes {
    Routes::default().get("/claims", Needs::Right(CLAIM_ANSWER), show)
}

async fn show(ctx: Ctx, Query(query): Query<HashMap<String, String>>) -> PageResult {
    let org = ctx.actor()?.association(CLAIM_ANSWER).ok_or(PageError::Forbidden)?;
    let before = query.get("before").map_or("", String::as_str);
    let mut told = store::of_org(&mut ctx.begin_read().await?, org, before).await?;
    let rest = told.len() > PAGE;
    told.truncate(PAGE);
    let title = ctx.say("privacy-claims-title");
    let main = html! {
        h1.govuk-heading-l { (title) }
        p.govuk-body { (ctx.say("privacy-claims-text")) }
        @if told.is_empty() {
            (ui::empty(&ctx.say("privacy-claims-empty-title"), &ctx.say("privacy-claims-empty-text"), None))
        } @else { (table(&ctx, &told)) }
        @if let (true, Some(last)) = (rest, told.last()) {
            p.govuk-body { a.govuk-link rel="next" href={ "/claims?before=" (last.claim.id) } { (ctx.say("privacy-claims-rest")) } }
        }
        p.govuk-body { a.govuk-link href="/processing" { (ctx.say("privacy-register-title")) } }
    };
    Ok(page(&ctx, Page { title, main, seen_by: seen_by(&ctx), ..Page::default() }))
}

/// Who else sees it.
pub(super) fn seen_by(ctx: &Ctx) -> Option<String> {
    let place = ctx.visitor()?.seat.as_ref()?.place.as_str();
    Some(say!(ctx.words(), "privacy-claims-seen-by", place = place))
}

fn table(ctx: &Ctx, told: &[Told]) -> Markup {
    let words = ctx.words();
    let titles = ["who", "what", "asked", "state"].map(|part| ctx.say(&format!("privacy-claims-{part}")));
    let columns: Vec<Column<'_>> = titles.iter().map(|title| Column::words(title)).collect();
    let row = |told: &Told| {
        let (text, tone) = state(words, &told.claim);
        vec![
            html! { a.govuk-link href={ "/claims/" (told.claim.id) } { (told.person) } },
            html! { (subject(words, &told.claim)) },
            html! { (words.day(told.claim.asked_at.to_zoned(words.zone().clone()).date())) },
            ui::tag(&text, tone),
        ]
    };
    let rows: Vec<Vec<Markup>> = told.iter().map(row).collect();
    let caption = ctx.say("privacy-claims-title");
    ui::table(&Table {
        id: "claims",
        caption: &caption,
        caption_hidden: true,
        columns: &columns,
        rows: &rows,
        narrow: ui::Narrow::Stack,
    })
}
