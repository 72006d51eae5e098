//! How old an entry is, said on every page that shows it; its owner finds the button “nothing has changed” beside it.

use axum::{extract::Path, response::Response};
use maud::{Markup, html};
use passerelle_ui::{self as ui, Button, Look, Tone};
use passerelle_web::{Ctx, Fields, Needs, Page, PageError, PageResult, Routes, page, redirect};
use passerelle_words::say;

use super::done;
use crate::{
    OrganisationId, access,
    actions::{Entry, confirm_by_link, confirm_entry, entry_of_link, may_confirm},
    entry::{Age, EntryKind},
};

pub(super) fn routes() -> Routes {
    Routes::default()
        .post("/organisations/{organisation}/confirmation", Needs::Right(access::ENTRY_CONFIRM), confirm)
        .get("/entries/{secret}", Needs::Public, open)
        .post("/entries/{secret}", Needs::Public, by_link)
}

/// The age as a line: when it was last said to be right, and a word where that is too long ago.
pub(super) fn line(ctx: &Ctx, age: Age) -> Markup {
    let words = ctx.words();
    let day = |at: jiff::Timestamp| words.day(at.to_zoned(words.zone().clone()).date());
    html! {
        p.govuk-body-s.p-muted {
            @match age {
                Age::Never => (ctx.say("directory-age-never")),
                Age::Fresh(at) => (say!(words, "directory-age-confirmed", day = day(at))),
                Age::Old(at) => {
                    (ui::tag(&ctx.say("directory-age-old"), Tone::Soon)) " "
                    (say!(words, "directory-age-confirmed", day = day(at)))
                }
            }
        }
    }
}

/// The age with the owner's button.
pub(super) fn part(ctx: &Ctx, entry: &Entry) -> Markup {
    let owns = ctx.visitor().is_some_and(|actor| may_confirm(actor, entry));
    let text = ctx.say("directory-age-same");
    html! {
        (line(ctx, entry.age))
        @if owns {
            @if entry.age.is_old() { p.govuk-body { (ctx.say("directory-age-old-text")) } }
            (ctx.form(&format!("/organisations/{}/confirmation", entry.organisation.id), html! {
                input type="hidden" name="kind" value=(entry.kind.as_str());
                input type="hidden" name="entry" value=(entry.id);
                (ui::button(Button { text: &text, look: Look::Secondary, ..Button::default() }))
            }))
        }
    }
}

async fn confirm(ctx: Ctx, Path(org): Path<OrganisationId>, fields: Fields) -> PageResult {
    // A form that names nothing is about the organisation itself.
    let kind = EntryKind::parse(fields.value("kind")).unwrap_or(EntryKind::Organisation);
    let own = org.to_string();
    let id = if fields.value("entry").is_empty() { own.as_str() } else { fields.value("entry") };
    confirm_entry(&ctx, org, kind, id).await?;
    let path = match kind {
        EntryKind::Organisation => format!("/organisations/{org}"),
        EntryKind::Description => format!("/associations/{org}"),
        EntryKind::Contact => format!("/organisations/{org}/contacts"),
    };
    Ok(done(&path, "directory-age-confirmed-done"))
}

async fn open(ctx: Ctx, Path(secret): Path<String>) -> PageResult {
    let found = entry_of_link(&ctx, &mut ctx.begin_read().await?, &secret).await;
    let Some((entry, _)) = found.map_err(PageError::from)? else { return Ok(stale(&ctx)) };
    let name = entry.organisation.called().to_string();
    let title = say!(ctx.words(), &format!("directory-age-link-{}-title", entry.kind.as_str()), name = name.as_str());
    let read = match entry.kind {
        EntryKind::Description => format!("/associations/{}", entry.organisation.id),
        EntryKind::Organisation | EntryKind::Contact => format!("/organisations/{}", entry.organisation.id),
    };
    let main = html! {
        h1.govuk-heading-l { (title) }
        (line(&ctx, entry.age))
        p.govuk-body { (ctx.say("directory-age-link-text")) }
        (ctx.form(&format!("/entries/{secret}"), html! {
            (ui::button(Button { text: &ctx.say("directory-age-same"), ..Button::default() }))
        }))
        p.govuk-body { a.govuk-link href=(read) { (ctx.say("directory-age-link-change")) } }
    };
    Ok(page(&ctx, Page { title, main, ..Page::default() }))
}

fn stale(ctx: &Ctx) -> Response {
    let title = ctx.say("directory-age-stale-title");
    let main = html! {
        h1.govuk-heading-l { (title) }
        p.govuk-body { (ctx.say("directory-age-stale-text")) }
    };
    page(ctx, Page { title, main, ..Page::default() })
}

async fn by_link(ctx: Ctx, Path(secret): Path<String>) -> PageResult {
    confirm_by_link(&ctx, &secret).await?;
    Ok(redirect(&format!("/entries/{secret}?done=directory-age-confirmed-done")))
}
