//! What the coordination reads: signals that are open to it, with the peer's words. No number, no file, nothing of others.

use std::collections::HashMap;

use axum::extract::{Path, Query};
use maud::{Markup, html};
use passerelle_kernel::Id;
use passerelle_ui::{self as ui, Button, Look};
use passerelle_web::{Ctx, Page, PageError, PageResult, page, redirect};
use passerelle_words::say;

use super::words::{self, Reader};
use crate::{
    access::SIGNAL_READ,
    actions::signals::note_talk,
    store::signals::{
        self as store,
        pictures::{Names, Seen, that_hold},
    },
    vigilance::Signal,
};

pub(super) const PATH: &str = "/signals";
const PAGE: usize = 50;

pub(super) async fn list(ctx: Ctx, Query(query): Query<HashMap<String, String>>) -> PageResult {
    let org = ctx.actor()?.association(SIGNAL_READ).ok_or(PageError::Forbidden)?;
    let get = |name: &str| query.get(name).map_or("", String::as_str);
    let before = (get("before").parse().unwrap_or(i64::MAX), get("id"));
    let mut tx = ctx.begin_read().await?;
    let mut kept = store::open_to(&mut tx, org, before).await?;
    let is_more = kept.len() > PAGE;
    kept.truncate(PAGE);
    let last = kept.last().filter(|_| is_more).map(|kept| &kept.signal);
    let older = last.map(|last| format!("{PATH}?before={}&id={}", last.raised_at.as_millisecond(), last.id));
    let (seen, names) = that_hold(&mut tx, kept, ctx.today()).await?;
    drop(tx);
    ctx.shows(seen.iter().map(|seen| seen.kept.signal.peer), SIGNAL_READ);
    let title = ctx.say("placement-signals-list-title");
    let main = html! {
        h1.govuk-heading-l { (title) }
        (ui::lead(&ctx.say("placement-signals-list-lead")))
        @if seen.is_empty() {
            (ui::empty(
                &ctx.say("placement-signals-list-none-title"),
                &ctx.say("placement-signals-list-none-text"),
                None,
            ))
        }
        @for one in &seen { (row(&ctx, one, &names)) }
        (ui::pagination(ctx.words(), None, older.as_deref()))
    };
    let seen_by = Some(ctx.say("placement-signals-list-seen-by"));
    let back = Some(("/today".to_owned(), None));
    Ok(page(&ctx, Page { title, back, main, seen_by, ..Page::default() }))
}

fn row(ctx: &Ctx, seen: &Seen, names: &Names) -> Markup {
    let signal = &seen.kept.signal;
    html! {
        section {
            h2.govuk-heading-m {
                a.govuk-link href={ (PATH) "/" (signal.id) } { (words::about(ctx, signal.kind, &seen.kept.peer)) }
            }
            (words::facts(ctx, seen, names, Reader::Coordination))
            @if let Some(talked) = talked_line(ctx, seen) { p.govuk-body { (ui::muted(&talked)) } }
        }
        hr."govuk-section-break"."govuk-section-break--m"."govuk-section-break--visible";
    }
}

fn talked_line(ctx: &Ctx, seen: &Seen) -> Option<String> {
    let talked = seen.kept.signal.talked.as_ref()?;
    let (name, when) = (seen.kept.talked_by.as_str(), ctx.words().instant(talked.at));
    Some(say!(ctx.words(), "placement-signals-talked", name = name, when = when))
}

pub(super) async fn show(ctx: Ctx, Path(id): Path<Id<Signal>>) -> PageResult {
    let mut tx = ctx.begin_read().await?;
    let kept = store::load(&mut tx, ctx.actor()?, id, SIGNAL_READ).await?;
    let (seen, names) = that_hold(&mut tx, vec![kept], ctx.today()).await?;
    drop(tx);
    // What holds no more, or says more than the peer was told, is not there.
    let seen = seen.first().ok_or(PageError::NotFound)?;
    let signal = &seen.kept.signal;
    let title = words::about(&ctx, signal.kind, &seen.kept.peer);
    let main = html! {
        h1.govuk-heading-l { (title) }
        (words::facts(&ctx, seen, &names, Reader::Coordination))
        @if let Some(answer) = &signal.answer {
            h2.govuk-heading-m { (say!(ctx.words(), "placement-signals-says", name = seen.kept.peer.as_str())) }
            (ui::inset(html! { @for line in answer.lines() { (line) br; } }))
        }
        h2.govuk-heading-m { (ctx.say("placement-signals-can-do")) }
        p.govuk-body { (ctx.say(&format!("placement-signals-can-do-{}", help(signal)))) }
        @match talked_line(&ctx, seen) {
            Some(talked) => { p.govuk-body { (talked) } },
            None => { (talk_form(&ctx, seen)) },
        }
    };
    let seen_by = Some(ctx.say("placement-signals-list-seen-by"));
    let back = Some((PATH.to_owned(), Some(ctx.say("placement-signals-list-title"))));
    Ok(page(&ctx, Page { title, back, main, seen_by, ..Page::default() }))
}

/// What can be done differs only by which of the two dangers it is.
const fn help(signal: &Signal) -> &'static str {
    if signal.kind.is_too_much() { "too-much" } else { "too-little" }
}

fn talk_form(ctx: &Ctx, seen: &Seen) -> Markup {
    let text = say!(ctx.words(), "placement-signals-talk-action", name = seen.kept.peer.as_str());
    let look = Look::Secondary;
    ctx.form(
        &format!("{PATH}/{}/talked", seen.kept.signal.id),
        html! {
            p.govuk-body { (ctx.say("placement-signals-talk-text")) }
            (ui::button(Button { text: &text, look, ..Button::default() }))
        },
    )
}

pub(super) async fn talked(ctx: Ctx, Path(id): Path<Id<Signal>>) -> PageResult {
    note_talk(&ctx, id).await?;
    Ok(redirect(&format!("{PATH}/{id}?done=placement-signals-talked-done")))
}
