//! Lists as files: the links under a list, the format that an address asks for, the answer that a browser saves.
//!
//! The file of a list has the address of its page with an ending, the same need, and is filled by the same reading:
//! what a page does not show is not in its file.

use axum::{
    extract::FromRequestParts,
    http::{HeaderValue, StatusCode, header, request::Parts},
    response::IntoResponse as _,
};
use maud::{Markup, html};
use passerelle_kernel::comparable;
pub use passerelle_spreadsheets::{Column, Kind, Listing, Value};
use passerelle_spreadsheets::{Format, csv, xlsx};
use passerelle_store::Event;
use passerelle_ui as ui;
use passerelle_words::say;
use serde_json::json;

use crate::{Ctx, PageError, PageResult};

/// The most rows of a file: enough for a year of a large association, made in less than a second.
pub const MOST_ROWS: usize = 10_000;

/// The format of a file that an address names by its ending.
#[derive(Clone, Copy, Debug)]
pub struct AsFile(pub Format);

impl<S: Send + Sync> FromRequestParts<S> for AsFile {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, StatusCode> {
        Format::of_name(parts.uri.path()).map(Self).ok_or(StatusCode::NOT_FOUND)
    }
}

/// Columns by the keys of their titles, each with what it holds.
pub fn columns(ctx: &Ctx, titles: &[(&str, Kind)]) -> Vec<Column> {
    titles.iter().map(|(key, kind)| Column::new(ctx.say(key), *kind)).collect()
}

/// The listing as a file that the browser saves; it was read with room for one row more than [`MOST_ROWS`]. Who took
/// which list (`list`: its stable code), and how many rows, is recorded.
///
/// # Errors
/// [`PageError::Refused`] when there are more rows: a file that lacks some of them without saying so would be taken for
/// the whole list.
pub async fn listing(ctx: &Ctx, format: Format, list: &'static str, listing: Listing) -> PageResult {
    if listing.rows.len() > MOST_ROWS {
        return Err(PageError::Refused("web-listing-too-long"));
    }
    taken(ctx, list, listing.rows.len()).await?;
    file(ctx, format, listing).await
}

/// A file that the browser saves and that tells nothing of anybody: a template to fill in.
///
/// # Errors
/// When it cannot be made.
pub async fn file(ctx: &Ctx, format: Format, listing: Listing) -> PageResult {
    let name = file_name(ctx, &listing.title, format);
    let (language, now) = (ctx.words().language(), ctx.now());
    let made = tokio::task::spawn_blocking(move || match format {
        Format::Csv => Ok(csv(&listing, language)),
        Format::Xlsx => xlsx(&listing, now).map_err(|error| error.to_string()),
    });
    let bytes = made.await.map_err(|failed| failed.to_string()).and_then(|made| made).map_err(PageError::Internal)?;
    attachment(bytes, format.media_type(), &name)
}

/// Records who took which list (`list`: its stable code), and how many rows: for files that [`listing`] does not make.
///
/// # Errors
/// The engine's error; [`PageError::SignIn`] when nobody is signed in.
pub async fn taken(ctx: &Ctx, list: &'static str, rows: usize) -> Result<(), PageError> {
    let actor = ctx.actor()?;
    let org = actor.seat.as_ref().map(|seat| seat.org.to_string());
    let (by, detail) = (actor.account.to_string(), json!({ "list": list, "rows": rows }));
    let subject = org.clone().unwrap_or_else(|| by.clone());
    let mut tx = ctx.begin_write().await?;
    tx.record(Event { kind: "list-taken", org, partner: None, subject, actor: Some(by), detail: &detail }).await?;
    Ok(tx.commit().await?)
}

/// `personnes-de-pat-2026-11-23.xlsx`: plain letters, so that every system can save it.
fn file_name(ctx: &Ctx, title: &str, format: Format) -> String {
    let plain: String = comparable(title).chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let plain = plain.split('-').filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-");
    let short: String = plain.chars().take(60).collect();
    format!("{}-{}.{}", short.trim_end_matches('-'), ctx.today(), format.ending())
}

/// An answer that the browser saves under this name and never shows.
///
/// # Errors
/// [`PageError::Internal`] when the name cannot be a header.
pub fn attachment(bytes: Vec<u8>, kind: &'static str, name: &str) -> PageResult {
    let saved_as = HeaderValue::from_str(&format!("attachment; filename=\"{name}\""))
        .map_err(|_| PageError::Internal("a file name that is none".into()))?;
    let headers = [(header::CONTENT_TYPE, HeaderValue::from_static(kind)), (header::CONTENT_DISPOSITION, saved_as)];
    Ok((headers, bytes).into_response())
}

/// A list that can be taken home: the path of its page, the query that narrows it, the key of the words that say what is
/// in it (nothing: the list of the page).
pub type Download<'a> = (&'a str, &'a str, Option<&'a str>);

/// The links with which lists are taken home, folded.
pub fn downloads(ctx: &Ctx, lists: &[Download<'_>]) -> Markup {
    let note = say!(ctx.words(), "web-listing-bound", rows = ctx.words().number(MOST_ROWS as i64));
    let content = html! {
        @for (path, query, about) in lists { (download(ctx, path, query, &ctx.say(about.unwrap_or("web-listing-this")))) }
        p.govuk-body { (ui::muted(&note)) }
    };
    ui::details(&ctx.say("web-listing-take"), content)
}

fn download(ctx: &Ctx, path: &str, query: &str, about: &str) -> Markup {
    let query = if query.is_empty() { String::new() } else { format!("?{query}") };
    html! {
        p.govuk-body {
            (about) " "
            @for (place, format) in Format::ALL.into_iter().enumerate() {
                @if place > 0 { " · " }
                a.govuk-link href={ (path) "." (format.ending()) (query) } download {
                    (ctx.say(&format!("web-listing-{}", format.ending()))) (ui::hidden(about))
                }
            }
        }
    }
}
