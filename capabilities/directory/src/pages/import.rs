//! An import: how far it is, what it changes, the button that confirms.
//!
//! While it works, the page fetches itself again every two seconds; without a script, a link does.

use axum::extract::Path;
use maud::{Markup, html};
use passerelle_kernel::{Date, Id};
use passerelle_ui::{self as ui, Button, Fact};
use passerelle_web::{Ctx, Needs, Page, PageError, PageResult, Routes, page, redirect};
use passerelle_words::say;

use super::import_lines;
use crate::{
    access,
    actions::{self, load_import},
    import::{Import, ImportState},
    store::imports,
};

pub(super) fn routes() -> Routes {
    let needs = Needs::Right(access::IMPORT);
    Routes::default().get("/imports/{import}", needs, show).post("/imports/{import}/confirmation", needs, confirm)
}

async fn show(ctx: Ctx, Path(id): Path<Id<Import>>) -> PageResult {
    let actor = ctx.actor()?;
    let mut tx = ctx.begin_read().await?;
    let import = load_import(&mut tx, actor, id).await?;
    let latest = imports::latest_edition(&mut tx).await?;
    let tables = import_lines::load(&mut tx, &import).await?;
    drop(tx);
    let title = ctx.say(&format!("directory-import-title-{}", import.state.as_str()));
    let content = html! {
        h1.govuk-heading-l { (title) }
        @match import.state {
            ImportState::Reading | ImportState::Applying => (working(&ctx, &import, "/imports")),
            ImportState::Stopped | ImportState::Dropped => (stopped(&ctx, &import, "/imports/new")),
            ImportState::Ready => {
                (older(&ctx, &import, latest))
                (summary(&ctx, &import))
                (confirmation(&ctx, &import))
                (import_lines::show(&ctx, &tables))
            }
            ImportState::Applied => {
                p.govuk-body { (ctx.say("directory-import-applied-text")) }
                (summary(&ctx, &import))
                (import_lines::show(&ctx, &tables))
            }
        }
    };
    let main = alive(&import, "/imports", content);
    let back = Some(("/imports/new".to_owned(), Some(ctx.say("directory-imports-title"))));
    let seat = actor.seat.as_ref().ok_or(PageError::Forbidden)?;
    let seen_by = Some(say!(ctx.words(), "directory-imports-seen-by", place = seat.place.as_str()));
    Ok(page(&ctx, Page { title, main, back, seen_by, ..Page::default() }))
}

/// What fetches itself again while the import works; its pages stand under `path`.
pub(super) fn alive(import: &Import, path: &str, content: Markup) -> Markup {
    let works = matches!(import.state, ImportState::Reading | ImportState::Applying);
    let again = works.then(|| format!("{path}/{}", import.id));
    html! {
        div id="import" hx-get=[again.as_deref()] hx-trigger=[again.as_ref().map(|_| "every 2s")] hx-target="this"
            hx-select="#import" hx-swap="outerHTML" { (content) }
    }
}

/// How far an import is that works.
pub(super) fn working(ctx: &Ctx, import: &Import, path: &str) -> Markup {
    let label = ctx.say(&format!("directory-import-progress-{}", import.state.as_str()));
    html! {
        (ui::progress(ctx.words(), "progress", &label, import.done, import.total))
        p.govuk-body { (ctx.say("directory-import-wait")) }
        p.govuk-body { a.govuk-link href={ (path) "/" (import.id) } { (ctx.say("directory-import-refresh")) } }
    }
}

/// Why an import stopped; another file is handed in at `new`.
pub(super) fn stopped(ctx: &Ctx, import: &Import, new: &str) -> Markup {
    let problem = import.problem.as_deref().unwrap_or("directory-import-stopped-failed");
    let (key, line) = problem.split_once(' ').unwrap_or((problem, ""));
    html! {
        p.govuk-body { (say!(ctx.words(), key, line = line)) }
        p.govuk-body { a.govuk-link href=(new) { (ctx.say("directory-imports-file-missing")) } }
    }
}

fn older(ctx: &Ctx, import: &Import, latest: Option<Date>) -> Markup {
    match (import.published_on, latest) {
        (Some(published), Some(latest)) if published < latest => {
            let text = say!(ctx.words(), "directory-import-older", day = ctx.words().day(latest));
            ui::warning(ctx.words(), &text)
        }
        _ => Markup::default(),
    }
}

fn summary(ctx: &Ctx, import: &Import) -> Markup {
    let words = ctx.words();
    let edition = match (&import.edition, import.published_on) {
        (Some(edition), Some(day)) => {
            say!(words, "directory-import-edition-of", edition = edition.as_str(), day = words.day(day))
        }
        (Some(edition), None) if !edition.is_empty() => edition.clone(),
        _ => ctx.say("directory-import-edition-unknown"),
    };
    let counts = [
        ("lines", import.counts.lines),
        ("created", import.counts.created),
        ("changed", import.counts.changed),
        ("unchanged", import.counts.unchanged),
        ("refused", import.counts.refused),
        ("repaired", import.counts.repaired),
    ];
    let mut facts = vec![(ctx.say("directory-import-edition"), edition)];
    facts.extend(counts.map(|(part, count)| (ctx.say(&format!("directory-import-{part}")), words.number(count))));
    let facts: Vec<Fact<'_>> = facts.iter().map(|(key, value)| Fact::new(key, value)).collect();
    ui::summary_list(words, &facts)
}

fn confirmation(ctx: &Ctx, import: &Import) -> Markup {
    if import.counts.is_empty() {
        return html! { p.govuk-body { strong { (ctx.say("directory-import-nothing")) } } };
    }
    ctx.form(
        &format!("/imports/{}/confirmation", import.id),
        ui::button(Button { text: &ctx.say("directory-import-confirm"), ..Button::default() }),
    )
}

async fn confirm(ctx: Ctx, Path(id): Path<Id<Import>>) -> PageResult {
    actions::confirm_import(&ctx, id).await?;
    Ok(redirect(&format!("/imports/{id}")))
}
