//! Changing one's own e-mail address: asked here, made by a link to the new address, undone by one to the old address.
//!
//! Whether another account has the new address is found out by a job: every address gets the same answer here.

use axum::{extract::Path, response::Response};
use maud::{Markup, html};
use passerelle_access::{
    account,
    email_change::{self, EmailChange},
    link,
};
use passerelle_kernel::{Id, Language};
use passerelle_store::{
    Error as StoreError, Event, Tx,
    job::{self, Job},
};
use passerelle_ui::{self as ui, Button, Field, Input, Kind, Look};
use passerelle_words::say;
use serde::{Deserialize, Serialize};

use crate::{
    Ctx, Fields, JobContext, Letter, LetterLink, Needs, Page, PageError, PageResult, Routes, capability::JobFuture,
    mail::send_letter, page, redirect,
};

pub(super) const PATH: &str = "/account/email";
pub(in crate::pages) const JOB: &str = "email-change";
const CONFIRM: &str = "email-change";
const UNDO: &str = "email-undo";

pub(super) fn routes() -> Routes {
    Routes::default()
        .get(PATH, Needs::Fresh, show)
        .post(PATH, Needs::Fresh, ask)
        .get("/account/email/sent", Needs::SignedIn, sent)
        .get("/account/email/{secret}", Needs::SignedIn, ask_make)
        .post("/account/email/{secret}", Needs::SignedIn, make)
        .get("/account/email/undo/{secret}", Needs::Public, ask_undo)
        .post("/account/email/undo/{secret}", Needs::Public, undo)
}

fn back(ctx: &Ctx) -> Option<(String, Option<String>)> {
    Some(("/account".to_owned(), Some(ctx.say("web-account-title"))))
}

async fn show(ctx: Ctx) -> PageResult {
    form(&ctx, &Fields::empty(&ctx)).await
}

async fn form(ctx: &Ctx, fields: &Fields) -> PageResult {
    let known = account::find(&mut ctx.begin_read().await?, ctx.actor()?.account).await?;
    let known = known.and_then(|account| account.email);
    let title = ctx.say("web-email-title");
    let (label, hint) = (ctx.say("web-email-new"), ctx.say("web-email-new-hint"));
    let (value, error) = (fields.value("email"), fields.error("email"));
    let field = Field { name: "email", label: &label, hint: Some(&hint), value, error, ..Field::default() };
    let input = Input { field, kind: Kind::Email, autocomplete: Some("email"), ..Input::default() };
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        @if let Some(known) = known { p.govuk-body { (say!(ctx.words(), "web-email-known", email = known)) } }
        (ctx.form(PATH, html! {
            (ui::input(ctx.words(), input))
            (ui::button(Button { text: &ctx.say("web-email-action"), ..Button::default() }))
        }))
    };
    let seen_by = Some(ctx.say("web-me-seen-by"));
    Ok(page(ctx, Page { title, main, seen_by, back: back(ctx), refused: !fields.is_clean(), ..Page::default() }))
}

#[derive(Serialize, Deserialize)]
struct Asked {
    change: String,
    language: Language,
}

async fn ask(ctx: Ctx, mut fields: Fields) -> PageResult {
    let me = ctx.actor()?.account;
    let Some(new) = fields.email("email") else { return form(&ctx, &fields).await };
    if !ctx.allows_letter(&format!("email-change {me}")).await? {
        return Err(PageError::TooMany);
    }
    let mut tx = ctx.begin_write().await?;
    if account::find(&mut tx, me).await?.and_then(|account| account.email).as_ref() == Some(&new) {
        drop(tx);
        fields.refuse_key("email", "web-email-same");
        return form(&ctx, &fields).await;
    }
    let change = email_change::ask(&mut tx, me, &new).await?.to_string();
    record(&mut tx, "email-change-asked", me).await?;
    tx.enqueue(JOB, &Asked { change, language: ctx.words().language() }).await?;
    tx.commit().await?;
    Ok(redirect("/account/email/sent"))
}

async fn record(tx: &mut Tx, kind: &'static str, person: Id<passerelle_access::Account>) -> Result<(), PageError> {
    let (subject, actor) = (person.to_string(), Some(person.to_string()));
    Ok(tx.record(Event { kind, org: None, partner: None, subject, actor, detail: &serde_json::Value::Null }).await?)
}

/// Writes to the new address: with the link, or, when another account has it already, that nothing has changed.
pub(in crate::pages) fn job(ctx: JobContext, job: Job) -> JobFuture {
    Box::pin(async move {
        let asked: Asked = job.payload().map_err(|_| "a job of another version")?;
        let id = asked.change.parse().map_err(|_| "no id")?;
        let mut tx = ctx.app.db().begin_write().await?;
        job::finish(&mut tx, &job).await?;
        if let Some(change) = email_change::find(&mut tx, id).await? {
            let letter = match account::find_by_email(&mut tx, &change.new).await? {
                None => to_confirm(&change, asked.language),
                Some(other) => plain(&change.new, other.language, "web-mail-email-taken"),
            };
            send_letter(&mut tx, &letter).await?;
        }
        Ok(tx.commit().await?)
    })
}

/// Names nobody: the address may have been mistyped, and be a stranger's.
fn to_confirm(change: &EmailChange, language: Language) -> Letter {
    let purpose = Some((CONFIRM.to_owned(), change.id.to_string(), email_change::CONFIRM_DAYS));
    let link = Some(LetterLink { path: "/account/email/".to_owned(), purpose });
    Letter { link, ..plain(&change.new, language, "web-mail-email-confirm") }
}

fn plain(to: &str, language: Language, key: &str) -> Letter {
    Letter { to: to.to_owned(), language, key: key.to_owned(), args: Vec::new(), link: None }
}

async fn sent(ctx: Ctx) -> PageResult {
    let waiting = email_change::waiting(&mut ctx.begin_read().await?, ctx.actor()?.account).await?;
    let Some(change) = waiting else { return Ok(redirect("/account")) };
    let title = ctx.say("web-email-sent-title");
    let main = html! {
        h1.govuk-heading-l { (title) }
        p.govuk-body { (say!(ctx.words(), "web-email-sent-text", email = change.new)) }
        p.govuk-body { (ctx.say("web-email-sent-nothing")) }
        p.govuk-body { a.govuk-link href=(PATH) { (ctx.say("web-email-again")) } }
    };
    let seen_by = Some(ctx.say("web-me-seen-by"));
    Ok(page(&ctx, Page { title, main, seen_by, back: back(&ctx), ..Page::default() }))
}

/// The change to which this link leads.
async fn linked(tx: &mut Tx, secret: &str, purpose: &str) -> Result<Option<EmailChange>, PageError> {
    let Some(link) = link::find(tx, secret, purpose).await?.filter(|link| !link.is_expired(tx.now())) else {
        return Ok(None);
    };
    let id = link.subject.parse().map_err(|_| PageError::NotFound)?;
    Ok(email_change::find(tx, id).await?)
}

/// The change that waits for the person who acts, if this link is for it. Whoever has got the link by a mistyped address
/// has another account or none, and makes nothing of it.
async fn mine(ctx: &Ctx, tx: &mut Tx, secret: &str) -> Result<Option<EmailChange>, PageError> {
    let me = ctx.actor()?.account;
    Ok(linked(tx, secret, CONFIRM).await?.filter(|change| change.account == me && change.waits(ctx.now())))
}

async fn ask_make(ctx: Ctx, Path(secret): Path<String>) -> PageResult {
    let Some(change) = mine(&ctx, &mut ctx.begin_read().await?, &secret).await? else { return Ok(over(&ctx)) };
    let title = ctx.say("web-email-make-title");
    let button = ui::button(Button { text: &ctx.say("web-email-make-action"), ..Button::default() });
    let main = html! {
        h1.govuk-heading-l { (title) }
        p.govuk-body { (say!(ctx.words(), "web-email-make-text", email = change.new)) }
        (ctx.form(&format!("/account/email/{secret}"), button))
    };
    Ok(page(&ctx, Page { title, main, ..Page::default() }))
}

async fn make(ctx: Ctx, Path(secret): Path<String>) -> PageResult {
    let mut tx = ctx.begin_write().await?;
    let Some(change) = mine(&ctx, &mut tx, &secret).await? else { return Ok(over(&ctx)) };
    let before = match email_change::make(&mut tx, &change).await {
        Ok(before) => before,
        Err(StoreError::Unique) => None,
        Err(error) => return Err(error.into()),
    };
    let Some(before) = before else { return Ok(over(&ctx)) };
    record(&mut tx, "email-changed", change.account).await?;
    if let Some(to) = &before.email {
        let purpose = Some((UNDO.to_owned(), change.id.to_string(), email_change::UNDO_DAYS));
        let link = Some(LetterLink { path: "/account/email/undo/".to_owned(), purpose });
        let args = vec![("name".to_owned(), before.name.clone())];
        let letter = plain(to, before.language, "web-mail-email-changed");
        send_letter(&mut tx, &Letter { args, link, ..letter }).await?;
    }
    tx.commit().await?;
    Ok(redirect("/account?done=web-email-done"))
}

fn over(ctx: &Ctx) -> Response {
    said(ctx, "web-link-stale-title", "web-email-over", Markup::default())
}

/// A page that only tells something.
fn said(ctx: &Ctx, title: &str, text: &str, more: Markup) -> Response {
    let title = ctx.say(title);
    let main = html! {
        h1.govuk-heading-l { (title) }
        p.govuk-body { (ctx.say(text)) }
        (more)
    };
    page(ctx, Page { title, main, ..Page::default() })
}

async fn undoable(ctx: &Ctx, tx: &mut Tx, secret: &str) -> Result<Option<EmailChange>, PageError> {
    Ok(linked(tx, secret, UNDO).await?.filter(|change| change.may_be_undone(ctx.now())))
}

async fn ask_undo(ctx: Ctx, Path(secret): Path<String>) -> PageResult {
    if undoable(&ctx, &mut ctx.begin_read().await?, &secret).await?.is_none() {
        return Ok(over(&ctx));
    }
    let action = ctx.say("web-email-undo-action");
    let button = ui::button(Button { text: &action, look: Look::Warning, ..Button::default() });
    let form = ctx.form(&format!("/account/email/undo/{secret}"), button);
    Ok(said(&ctx, "web-email-undo-title", "web-email-undo-text", form))
}

async fn undo(ctx: Ctx, Path(secret): Path<String>) -> PageResult {
    let mut tx = ctx.begin_write().await?;
    let Some(change) = undoable(&ctx, &mut tx, &secret).await? else { return Ok(over(&ctx)) };
    let until_now = match email_change::undo(&mut tx, &change).await {
        Ok(until_now) => until_now,
        Err(StoreError::Unique) => return Ok(said(&ctx, "web-link-stale-title", "web-email-undo-taken", html! {})),
        Err(error) => return Err(error.into()),
    };
    record(&mut tx, "email-change-undone", change.account).await?;
    // If it was the owner who changed it, and somebody else who reads the old mailbox, they must know.
    if let Some(to) = until_now.email {
        let args = vec![("name".to_owned(), until_now.name)];
        let letter = plain(&to, until_now.language, "web-mail-email-undone");
        send_letter(&mut tx, &Letter { args, ..letter }).await?;
    }
    tx.commit().await?;
    let more = ui::link_button(&ctx.say("web-sign-in-by-link"), "/sign-in/link", Look::Primary);
    Ok(said(&ctx, "web-email-undone-title", "web-email-undone-text", more))
}
