//! Every organisation, by name; a search by name, town or number.

use axum::extract::Query;
use maud::{Markup, html};
use passerelle_ui::{self as ui, Button, Column, Field, Input, Kind, Look, Table};
use passerelle_web::{Ctx, Needs, Page, PageResult, Routes, Stale, listing::downloads, page};
use passerelle_words::say;

use super::{Asked, after, asked, rest};
use crate::{
    access,
    list_import::List,
    store::{
        PAGE,
        organisations::{self, Listed},
    },
};

/// The list of all organisations, and the search in it.
pub(crate) const SEARCH: &Stale = &Stale {
    name: "organisations",
    because: "addresses that the same role may always read, of organisations that change by the month",
};

pub(super) fn routes() -> Routes {
    Routes::default().get("/organisations", Needs::Right(access::ORGANISATIONS_READ), show)
}

async fn show(ctx: Ctx, Query(query): Query<Asked>) -> PageResult {
    let (words, after) = (asked(&query, "q").trim().to_owned(), after(&query));
    let mut listed = organisations::list(&mut ctx.begin_stale_read(SEARCH).await?, &words, &after).await?;
    let is_more = listed.len() > PAGE;
    listed.truncate(PAGE);
    let last = listed.last().filter(|_| is_more).map(|last| (last.key.as_str(), last.id.to_string()));
    let title = ctx.say("directory-organisations-title");
    let main = html! {
        h1.govuk-heading-l { (title) }
        (search(&ctx, &words))
        @if ctx.actor()?.holds(access::ORGANISATIONS_MANAGE) { (ways_in(&ctx)) }
        @if listed.is_empty() { (nothing(&ctx, &words)) } @else {
            (table(&ctx, &title, &listed))
            (rest(&ctx, "/organisations", &words, last))
            (downloads(&ctx, &[("/organisations", &query_of(&words), None), ("/teams", "", Some("directory-teams-file"))]))
        }
    };
    let seen_by = Some(ctx.say("directory-organisation-seen-by"));
    Ok(page(&ctx, Page { title, main, seen_by, ..Page::default() }))
}

/// The words of the search, as an address carries them.
fn query_of(words: &str) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    if words.is_empty() { String::new() } else { query.append_pair("q", words).finish() }
}

fn search(ctx: &Ctx, words: &str) -> Markup {
    let (label, hint) = (ctx.say("directory-search"), ctx.say("directory-search-hint"));
    let field = Field { name: "q", label: &label, hint: Some(&hint), value: words, ..Field::default() };
    html! {
        form method="get" action="/organisations" role="search" aria-label=(ctx.say("directory-search")) {
            (ui::input(ctx.words(), Input { field, kind: Kind::Search, ..Input::default() }))
            (ui::button(Button { text: &ctx.say("directory-search-action"), look: Look::Secondary, ..Button::default() }))
        }
    }
}

fn ways_in(ctx: &Ctx) -> Markup {
    ui::actions(html! {
        (ui::link_button(&ctx.say("directory-organisation-new-action"), "/organisations/new", Look::Primary))
        a.govuk-link href="/imports/new" { (ctx.say("directory-imports-link")) }
        a.govuk-link href=(List::Teams.path()) { (ctx.say("directory-list-import-teams-title")) }
        a.govuk-link href="/organisations/doubles" { (ctx.say("directory-doubles-title")) }
    })
}

fn nothing(ctx: &Ctx, words: &str) -> Markup {
    if words.is_empty() {
        let (title, text) =
            (ctx.say("directory-organisations-empty-title"), ctx.say("directory-organisations-empty-text"));
        return ui::empty(&title, &text, None);
    }
    let title = say!(ctx.words(), "directory-search-nothing-title", words = words);
    ui::empty(&title, &ctx.say("directory-search-nothing-text"), None)
}

fn table(ctx: &Ctx, caption: &str, listed: &[Listed]) -> Markup {
    let titles = ["name", "kind", "town"].map(|part| ctx.say(&format!("directory-organisation-{part}")));
    let columns: Vec<Column<'_>> = titles.iter().map(|title| Column::words(title)).collect();
    let rows: Vec<Vec<Markup>> = listed.iter().map(|organisation| row(ctx, organisation)).collect();
    ui::table(&Table {
        id: "organisations",
        caption,
        caption_hidden: true,
        columns: &columns,
        rows: &rows,
        narrow: ui::Narrow::Stack,
    })
}

fn row(ctx: &Ctx, organisation: &Listed) -> Vec<Markup> {
    let town = [organisation.post_code.as_deref(), organisation.town.as_deref()];
    let town = town.into_iter().flatten().collect::<Vec<_>>().join(" ");
    vec![
        html! { a.govuk-link href={ "/organisations/" (organisation.id) } { (organisation.name) } },
        html! { (ctx.say(&format!("directory-kind-{}", organisation.kind.as_str()))) },
        html! { (town) },
    ]
}
