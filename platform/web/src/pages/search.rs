//! One page on which everything is found that its reader may see, and nothing else.
//!
//! It never says how many there are: a number of what is hidden would betray it.

use axum::extract::Query;
use maud::{Markup, html};
use passerelle_kernel::comparable;
use passerelle_store::search::Search;
use passerelle_ui::{self as ui, Button, Field, Input, Kind};
use passerelle_words::say;
use serde::Deserialize;

use crate::{Ctx, Needs, Page, PageError, PageResult, Routes, frame::SEARCH, page, search::Found};

/// How many of a kind are shown.
const SHOWN: usize = 20;

pub(super) fn routes() -> Routes {
    Routes::default().get(SEARCH, Needs::SignedIn, show)
}

#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    q: String,
}

/// What was found of one kind: its title, the best of it, and whether there is more.
type Part = (String, Vec<Found>, bool);

async fn show(ctx: Ctx, Query(asked): Query<Asked>) -> PageResult {
    let typed = asked.q.trim();
    let search = Search::new(typed);
    let parts = match &search {
        Some(search) => find(&ctx, search).await?,
        None => Vec::new(),
    };
    let title = ctx.say("web-search-title");
    let main = html! {
        h1.govuk-heading-l { (title) }
        (form(&ctx, typed))
        @if search.is_none() {
            @if !typed.is_empty() { p.govuk-body { (ctx.say("web-search-short")) } }
        } @else if parts.is_empty() {
            (ui::empty(&say!(ctx.words(), "web-search-nothing-title", words = typed), &ctx.say("web-search-nothing-text"), None))
        }
        @for part in &parts { (results(&ctx, part)) }
    };
    let seen_by = Some(ctx.say("web-search-seen-by"));
    Ok(page(&ctx, Page { title, main, seen_by, ..Page::default() }))
}

async fn find(ctx: &Ctx, search: &Search) -> Result<Vec<Part>, PageError> {
    let mut parts = Vec::new();
    let mut tx = ctx.begin_read().await?;
    for kind in ctx.app().findable() {
        let mut found = (kind.find)(ctx, &mut tx, search).await?;
        found.sort_by_cached_key(|one| (search.fit(&one.title), comparable(&one.title), one.href.clone()));
        let is_more = found.len() > SHOWN;
        found.truncate(SHOWN);
        if !found.is_empty() {
            parts.push((ctx.say(kind.title), found, is_more));
        }
    }
    Ok(parts)
}

fn form(ctx: &Ctx, typed: &str) -> Markup {
    let (label, hint) = (ctx.say("web-search-label"), ctx.say("web-search-hint"));
    let field = Field { name: "q", label: &label, hint: Some(&hint), value: typed, ..Field::default() };
    html! {
        form method="get" action=(SEARCH) role="search" {
            (ui::input(ctx.words(), Input { field, kind: Kind::Search, ..Input::default() }))
            (ui::button(Button { text: &ctx.say("web-search-action"), ..Button::default() }))
        }
    }
}

fn results(ctx: &Ctx, (title, found, is_more): &Part) -> Markup {
    html! {
        h2.govuk-heading-m { (title) }
        ul.govuk-list.p-found {
            @for one in found {
                li.p-found__one {
                    a.govuk-link href=(one.href) { (one.title) }
                    @if !one.detail.is_empty() { " " (ui::muted(&one.detail)) }
                }
            }
        }
        @if *is_more { p.govuk-body { (ctx.say("web-search-more")) } }
    }
}
