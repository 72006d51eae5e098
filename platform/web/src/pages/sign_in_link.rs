//! Sign-in by a link in a mail: ask for it, open it, press the button. The link works once, for a day.

use axum::{extract::Path, response::Response};
use maud::html;
use passerelle_access::{account, link};
use passerelle_kernel::{Id, Language};
use passerelle_store::job::{self, Job};
use passerelle_ui::{self as ui, Button};
use passerelle_words::say;
use serde::{Deserialize, Serialize};

use super::sign_in;
use crate::{
    Ctx, Fields, JobContext, Letter, LetterLink, Needs, Page, PageError, PageResult, Routes, capability::JobFuture,
    mail::send_letter, page, redirect,
};

pub(super) const JOB: &str = "sign-in-link";
const PURPOSE: &str = link::SIGN_IN;

pub(super) fn routes() -> Routes {
    Routes::default()
        .get("/sign-in/link", Needs::Public, ask)
        .post("/sign-in/link", Needs::Public, send)
        .get("/sign-in/link/sent", Needs::Public, sent)
        .get("/sign-in/link/{secret}", Needs::Public, open)
        .post("/sign-in/link/{secret}", Needs::Public, enter)
}

#[derive(Serialize, Deserialize)]
struct Wanted {
    email: String,
    language: Language,
}

async fn ask(ctx: Ctx) -> Response {
    form(&ctx, &Fields::empty(&ctx))
}

fn form(ctx: &Ctx, fields: &Fields) -> Response {
    let title = ctx.say("web-sign-in-link-title");
    let questions = html! {
        (sign_in::email_question(ctx, fields))
        (ui::button(Button { text: &ctx.say("web-sign-in-link-action"), ..Button::default() }))
    };
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        p.govuk-body { (ctx.say("web-sign-in-link-text")) }
        (ctx.form("/sign-in/link", questions))
    };
    let back = Some(("/sign-in".to_owned(), None));
    page(ctx, Page { title, main, back, refused: !fields.is_clean(), ..Page::default() })
}

/// The same answer in the same time for every address: whether it is known is decided by a job.
async fn send(ctx: Ctx, mut fields: Fields) -> PageResult {
    let Some(email) = fields.email("email") else { return Ok(form(&ctx, &fields)) };
    if !ctx.allows_letter(&format!("sign-in-link {email}")).await? {
        return Err(PageError::TooMany);
    }
    let mut tx = ctx.begin_write().await?;
    tx.enqueue(JOB, &Wanted { email, language: ctx.words().language() }).await?;
    tx.commit().await?;
    Ok(redirect("/sign-in/link/sent"))
}

pub(super) fn job(ctx: JobContext, job: Job) -> JobFuture {
    Box::pin(async move {
        let wanted: Wanted = job.payload().map_err(|_| "a job of another version")?;
        let mut tx = ctx.app.db().begin_write().await?;
        job::finish(&mut tx, &job).await?;
        let Some(account) = account::find_by_email(&mut tx, &wanted.email).await? else {
            return Ok(tx.commit().await?);
        };
        let purpose = Some((PURPOSE.to_owned(), account.id.to_string(), 1));
        let letter = Letter {
            to: wanted.email,
            language: wanted.language,
            key: "web-mail-sign-in".to_owned(),
            args: vec![("name".to_owned(), account.name)],
            link: Some(LetterLink { path: "/sign-in/link/".to_owned(), purpose }),
        };
        send_letter(&mut tx, &letter).await?;
        Ok(tx.commit().await?)
    })
}

async fn sent(ctx: Ctx) -> Response {
    let title = ctx.say("web-sign-in-link-sent-title");
    let main = html! {
        h1.govuk-heading-l { (title) }
        p.govuk-body { (ctx.say("web-sign-in-link-sent-text")) }
    };
    page(&ctx, Page { title, main, ..Page::default() })
}

async fn open(ctx: Ctx, Path(secret): Path<String>) -> PageResult {
    let mut tx = ctx.begin_read().await?;
    let link = link::find(&mut tx, &secret, PURPOSE).await?.ok_or(PageError::NotFound)?;
    let person = account::find(&mut tx, link.subject.parse().map_err(|_| PageError::NotFound)?).await?;
    drop(tx);
    let stale = link.is_expired(ctx.now()) || link.is_used();
    // Somebody could have sent a link into their own account, to read what is written there afterwards.
    let whose =
        say!(ctx.words(), "web-sign-in-link-whose", name = person.map_or_else(String::new, |person| person.name));
    let title = ctx.say(if stale { "web-link-stale-title" } else { "web-sign-in-link-open-title" });
    let main = html! {
        h1.govuk-heading-l { (title) }
        @if stale {
            p.govuk-body { (ctx.say("web-link-stale-text")) }
            (ui::link_button(&ctx.say("web-sign-in-link-again"), "/sign-in/link", ui::Look::Primary))
        } @else {
            p.govuk-body { (whose) }
            (ctx.form(&format!("/sign-in/link/{secret}"), html! {
                (ui::button(Button { text: &ctx.say("web-sign-in-action"), ..Button::default() }))
            }))
        }
    };
    Ok(page(&ctx, Page { title, main, ..Page::default() }))
}

async fn enter(ctx: Ctx, Path(secret): Path<String>) -> PageResult {
    let mut tx = ctx.begin_write().await?;
    let link = link::find(&mut tx, &secret, PURPOSE).await?.ok_or(PageError::NotFound)?;
    if link.is_expired(ctx.now()) || !link::spend(&mut tx, &secret).await? {
        return Ok(redirect(&format!("/sign-in/link/{secret}")));
    }
    let account: Id<_> = link.subject.parse().map_err(|_| PageError::NotFound)?;
    sign_in::enter(&ctx, tx, account, "/today").await
}
