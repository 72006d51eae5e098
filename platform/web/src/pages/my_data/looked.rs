//! Who looked: everybody who has seen or changed something of the person who reads, the last first.

use std::collections::HashMap;

use axum::extract::Query;
use maud::{Markup, html};
use passerelle_kernel::Timestamp;
use passerelle_store::{Row, look::LOOKED, params};
use passerelle_ui::{self as ui, Column, Narrow, Table};
use passerelle_words::say;

use crate::{Ctx, Page, PageResult, page};

pub(super) const PATH: &str = "/account/data/who-looked";
/// The most rows of one page.
const PAGE: usize = 50;
/// Comes after every id.
const END: &str = "g";

passerelle_store::sql! {
    /// The statements of this page.
    pub(super) STATEMENTS;
    LIST = "SELECT e.id, e.at, e.kind, e.purpose, a.name, e.actor_role,
            coalesce((SELECT m.place_name FROM membership m WHERE m.account_id = e.actor_id AND m.org_id = e.actor_org_id
                AND m.role = e.actor_role ORDER BY m.id DESC LIMIT 1),
                (SELECT f.name FROM former_place f WHERE f.org_id = e.actor_org_id))
        FROM event e LEFT JOIN account a ON a.id = e.actor_id
        WHERE e.person_id = ?1 AND coalesce(e.actor_id, '') <> ?1 AND e.id < ?2 ORDER BY e.id DESC LIMIT ?3";
}

/// Something that somebody else has seen or done.
struct Seen {
    id: String,
    at: Timestamp,
    kind: String,
    purpose: Option<String>,
    name: Option<String>,
    role: Option<String>,
    place: Option<String>,
}

fn read(row: &Row<'_>) -> passerelle_store::Result<Seen> {
    let (id, at, kind, purpose) = (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
    Ok(Seen { id, at, kind, purpose, name: row.get(4)?, role: row.get(5)?, place: row.get(6)? })
}

pub(super) async fn show(ctx: Ctx, Query(query): Query<HashMap<String, String>>) -> PageResult {
    let before = query.get("before").map_or(END, String::as_str);
    let values = params![ctx.actor()?.account, before, i64::try_from(PAGE + 1).unwrap_or(i64::MAX)];
    let mut seen = ctx.begin_read().await?.query(LIST, values, read).await?;
    let is_more = seen.len() > PAGE;
    seen.truncate(PAGE);
    let older = seen.last().filter(|_| is_more).map(|last| format!("{PATH}?before={}", last.id));
    let newer = (before != END).then_some(PATH);
    let title = ctx.say("web-looked-title");
    let main = html! {
        h1.govuk-heading-l { (title) }
        (ui::lead(&ctx.say("web-looked-text")))
        @if seen.is_empty() {
            (ui::empty(&ctx.say("web-looked-none-title"), &ctx.say("web-looked-none-text"), None))
        } @else {
            (table(&ctx, &title, &seen))
        }
        (ui::pagination(ctx.words(), newer, older.as_deref()))
        (ui::details(&ctx.say("web-looked-how-title"), html! { p.govuk-body { (ctx.say("web-looked-how-text")) } }))
    };
    let seen_by = Some(ctx.say("web-me-seen-by"));
    Ok(page(&ctx, Page { title, main, back: super::back(&ctx), seen_by, ..Page::default() }))
}

fn table(ctx: &Ctx, caption: &str, seen: &[Seen]) -> Markup {
    let titles = ["web-looked-who", "web-looked-what", "web-looked-when"].map(|key| ctx.say(key));
    let columns: Vec<Column<'_>> = titles.iter().map(|title| Column::words(title)).collect();
    let rows: Vec<Vec<Markup>> = seen
        .iter()
        .map(|seen| vec![who(ctx, seen), html! { (what(ctx, seen)) }, html! { (ctx.words().instant(seen.at)) }])
        .collect();
    let (id, rows, columns) = ("looked", rows.as_slice(), columns.as_slice());
    ui::table(&Table { id, caption, caption_hidden: true, columns, rows, narrow: Narrow::Stack })
}

fn who(ctx: &Ctx, seen: &Seen) -> Markup {
    let Some(name) = &seen.name else { return html! { (ctx.say("web-looked-by-link")) } };
    let role = seen.role.as_ref().map(|role| ctx.say(&format!("web-role-{role}")));
    html! {
        (name)
        @if let Some(role) = role {
            br;
            (ui::muted(&match &seen.place {
                Some(place) => say!(ctx.words(), "web-me-seat", role = role, place = place.as_str()),
                None => role,
            }))
        }
    }
}

/// What was seen, and what for; or what was done.
fn what(ctx: &Ctx, seen: &Seen) -> String {
    let (key, otherwise) = match &seen.purpose {
        Some(purpose) if seen.kind == LOOKED => (format!("look-{purpose}"), "web-looked-something"),
        _ => (format!("did-{}", seen.kind), "web-looked-changed"),
    };
    if ctx.words().has(&key) { ctx.say(&key) } else { ctx.say(otherwise) }
}
