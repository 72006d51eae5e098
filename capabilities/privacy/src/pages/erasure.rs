//! “Erase my data”: what happens is told before, with days; then it is asked, and may be taken back for a week.

use axum::response::Response;
use maud::{Markup, html};
use passerelle_store::held::Ending;
use passerelle_ui::{self as ui, Button, Column, Look, Table};
use passerelle_web::{Ctx, Needs, Page, PageError, PageResult, Routes, page, redirect};
use passerelle_words::{Words, say};

use crate::{
    actions,
    claim::{Claim, UNDO_DAYS},
    erasing::obstacles,
    file::{self, Group, Part, Until},
    store, told,
};

pub(super) fn routes() -> Routes {
    Routes::default().get("/me/erasure", Needs::SignedIn, show).post("/me/erasure", Needs::Fresh, ask).post(
        "/me/erasure/withdrawal",
        Needs::SignedIn,
        take_back,
    )
}

async fn show(ctx: Ctx) -> PageResult {
    let me = ctx.actor()?.account;
    let mut tx = ctx.begin_read().await?;
    let groups = file::read(&mut tx, ctx.app(), me, 0).await?;
    let until = Until::of(&mut tx, ctx.app(), me, ctx.today()).await?;
    let open = obstacles(&mut tx, ctx.app(), me, ctx.today()).await?;
    let asked = store::erasures(&mut tx, me).await?;
    drop(tx);
    let title = ctx.say("privacy-erasure-title");
    let main = html! {
        h1.govuk-heading-xl { (title) }
        @match asked.first() {
            Some(claim) => (waits(&ctx, claim, &open)),
            None => (ui::lead(&ctx.say("privacy-erasure-lead"))),
        }
        (consequences(ctx.words(), &groups, &until))
        @if asked.is_empty() { (question(&ctx, &open)) }
    };
    let back = Some(("/me/held".to_owned(), Some(ctx.say("privacy-held-title"))));
    let seen_by = Some(ctx.say("privacy-erasure-seen-by"));
    Ok(page(&ctx, Page { title, main, back, seen_by, ..Page::default() }))
}

/// What is deleted, what is emptied, what stays and why.
pub(super) fn consequences(words: &Words, groups: &[Group], until: &Until) -> Markup {
    let parts = |endings: &[Ending]| {
        let all = groups.iter().flat_map(|group| &group.parts);
        all.filter(|part| endings.contains(&part.held.ending)).collect::<Vec<&Part>>()
    };
    let kept = parts(&[Ending::Kept, Ending::KeptWithName]);
    html! {
        (list(words, "deleted", &parts(&[Ending::Deleted])))
        (list(words, "emptied", &parts(&[Ending::Emptied])))
        @if !kept.is_empty() {
            h2.govuk-heading-m { (words.say("privacy-erasure-kept-title")) }
            p.govuk-body { (words.say("privacy-erasure-kept-text")) }
            (stays(words, &kept, until))
        }
        p.govuk-body { (words.say("privacy-erasure-copies")) }
    }
}

fn list(words: &Words, code: &str, parts: &[&Part]) -> Markup {
    html! {
        @if !parts.is_empty() {
            h2.govuk-heading-m { (words.say(&format!("privacy-erasure-{code}-title"))) }
            p.govuk-body { (words.say(&format!("privacy-erasure-{code}-text"))) }
            ul.govuk-list.govuk-list--bullet {
                @for part in parts { li { (words.say(part.held.key)) } }
            }
        }
    }
}

fn stays(words: &Words, parts: &[&Part], until: &Until) -> Markup {
    let titles = ["what", "until", "why", "name"].map(|part| words.say(&format!("privacy-erasure-kept-{part}")));
    let columns: Vec<Column<'_>> = titles.iter().map(|title| Column::words(title)).collect();
    let row = |part: &&Part| {
        let country = part.counted.country.as_deref();
        let name = if part.held.ending == Ending::KeptWithName { "stays" } else { "gone" };
        vec![
            html! { (words.say(part.held.key)) },
            html! { (told::until(words, until, part, part.counted.last, country)) },
            html! { (words.say(&format!("web-term-{}-why", part.held.term.as_str()))) },
            html! { (words.say(&format!("privacy-erasure-name-{name}"))) },
        ]
    };
    let rows: Vec<Vec<Markup>> = parts.iter().map(row).collect();
    let caption = words.say("privacy-erasure-kept-title");
    ui::table(&Table {
        id: "kept",
        caption: &caption,
        caption_hidden: true,
        columns: &columns,
        rows: &rows,
        narrow: ui::Narrow::Stack,
    })
}

/// What is still open between the person and an association.
pub(super) fn still_open(words: &Words, open: &[(&'static str, i64)]) -> Markup {
    html! {
        ul.govuk-list.govuk-list--bullet { @for (key, count) in open { li { (say!(words, key, count = *count)) } } }
    }
}

fn question(ctx: &Ctx, open: &[(&'static str, i64)]) -> Markup {
    let words = ctx.words();
    html! {
        h2.govuk-heading-m { (ctx.say("privacy-erasure-then-title")) }
        @if open.is_empty() {
            p.govuk-body { (say!(words, "privacy-erasure-alone", days = UNDO_DAYS)) }
        } @else {
            p.govuk-body { (ctx.say("privacy-erasure-open")) }
            (still_open(words, open))
            p.govuk-body { (ctx.say("privacy-erasure-by-association")) }
        }
        (ui::warning(words, &ctx.say("privacy-erasure-warning")))
        (ctx.form("/me/erasure", html! {
            (ui::button(Button { text: &ctx.say("privacy-erasure-action"), look: Look::Warning, ..Button::default() }))
        }))
        p.govuk-body { a.govuk-link href="/me/export" { (ctx.say("privacy-erasure-copy-first")) } }
    }
}

fn waits(ctx: &Ctx, claim: &Claim, open: &[(&'static str, i64)]) -> Markup {
    let words = ctx.words();
    let ripe = words.instant(claim.ripe_at());
    let main = html! {
        @if open.is_empty() {
            p.govuk-body { (ctx.say("privacy-erasure-waits-alone")) }
        } @else {
            p.govuk-body { (say!(words, "privacy-erasure-waits-open", day = words.date(claim.due_on(words.zone())))) }
            (still_open(words, open))
        }
        (ctx.form("/me/erasure/withdrawal", html! {
            (ui::button(Button { text: &ctx.say("privacy-erasure-take-back"), look: Look::Secondary, ..Button::default() }))
        }))
    };
    // No banner: the page may have one already, which says what was just done.
    ui::inset(html! {
        p.govuk-body-l { (say!(words, "privacy-erasure-waits", day = ripe)) }
        (main)
    })
}

async fn ask(ctx: Ctx) -> Result<Response, PageError> {
    actions::ask_erasure(&ctx).await?;
    Ok(redirect("/me/erasure?done=privacy-erasure-asked-done"))
}

async fn take_back(ctx: Ctx) -> Result<Response, PageError> {
    actions::take_back(&ctx).await?;
    Ok(redirect("/me/erasure?done=privacy-erasure-taken-back-done"))
}
