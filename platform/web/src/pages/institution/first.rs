//! The first time that an organisation's word is to open an account: its owner confirms it by a link in their mailbox.

use axum::{extract::Path, response::Response};
use maud::html;
use passerelle_access::{
    Account, Organisation, account,
    identity::{self, Provider, Word},
    link,
};
use passerelle_kernel::Id;
use passerelle_store::Tx;
use passerelle_ui::{self as ui, Button};
use passerelle_words::say;

use crate::{
    Ctx, Letter, LetterLink, Needs, Page, PageError, PageResult, Routes, mail::send_letter, page, pages::sign_in,
};

const PURPOSE: &str = "identity";
const DAYS: i64 = 1;

pub(super) fn routes() -> Routes {
    Routes::default().get("/sign-in/institution/first/{secret}", Needs::Public, show).post(
        "/sign-in/institution/first/{secret}",
        Needs::Public,
        enter,
    )
}

/// Writes to the owner of the account, commits, and says so.
pub(super) async fn ask(
    ctx: &Ctx,
    mut tx: Tx,
    provider: &Provider,
    person: Id<Account>,
    word: &Word,
) -> Result<Response, PageError> {
    let known = account::find(&mut tx, person).await?.ok_or(PageError::NotFound)?;
    let to = known.email.ok_or(PageError::NotFound)?;
    let subject = format!("{} {person} {}", provider.org, word.subject);
    let link = Some(LetterLink {
        path: "/sign-in/institution/first/".to_owned(),
        purpose: Some((PURPOSE.to_owned(), subject, DAYS)),
    });
    let args = vec![("name".to_owned(), known.name), ("issuer".to_owned(), provider.issuer.clone())];
    let key = "web-mail-identity".to_owned();
    send_letter(&mut tx, &Letter { to, language: known.language, key, args, link }).await?;
    tx.commit().await?;
    let title = ctx.say("web-institution-first-title");
    let main = html! {
        h1.govuk-heading-l { (title) }
        p.govuk-body { (ctx.say("web-institution-first-text")) }
    };
    Ok(page(ctx, Page { title, main, ..Page::default() }))
}

/// Whom a link is about.
struct About {
    org: Id<Organisation>,
    person: Account,
    subject: String,
}

async fn about(ctx: &Ctx, tx: &mut Tx, secret: &str) -> Result<Option<About>, PageError> {
    let link = link::find(tx, secret, PURPOSE).await?.ok_or(PageError::NotFound)?;
    if link.is_expired(ctx.now()) || link.is_used() {
        return Ok(None);
    }
    let mut parts = link.subject.splitn(3, ' ');
    let (Some(org), Some(person), Some(subject)) = (parts.next(), parts.next(), parts.next()) else { return Ok(None) };
    let (Ok(org), Ok(person)) = (org.parse(), person.parse()) else { return Ok(None) };
    let has_provider = identity::find(tx, org).await?.is_some();
    let person = account::find(tx, person).await?.filter(|_| has_provider);
    Ok(person.map(|person| About { org, person, subject: subject.to_owned() }))
}

async fn show(ctx: Ctx, Path(secret): Path<String>) -> PageResult {
    let Some(about) = about(&ctx, &mut ctx.begin_read().await?, &secret).await? else { return Ok(over(&ctx)) };
    let title = ctx.say("web-institution-confirm-title");
    let button = ui::button(Button { text: &ctx.say("web-sign-in-action"), ..Button::default() });
    let main = html! {
        h1.govuk-heading-l { (title) }
        p.govuk-body { (say!(ctx.words(), "web-institution-confirm-text", name = about.person.name)) }
        (ctx.form(&format!("/sign-in/institution/first/{secret}"), button))
    };
    Ok(page(&ctx, Page { title, main, ..Page::default() }))
}

fn over(ctx: &Ctx) -> Response {
    let title = ctx.say("web-link-stale-title");
    let main = html! {
        h1.govuk-heading-l { (title) }
        p.govuk-body { (ctx.say("web-institution-first-over")) }
        (ui::link_button(&ctx.say("web-sign-in-institution"), "/sign-in/institution", ui::Look::Primary))
    };
    page(ctx, Page { title, main, ..Page::default() })
}

async fn enter(ctx: Ctx, Path(secret): Path<String>) -> PageResult {
    let mut tx = ctx.begin_write().await?;
    let Some(about) = about(&ctx, &mut tx, &secret).await? else { return Ok(over(&ctx)) };
    let is_linked = link::spend(&mut tx, &secret).await?
        && identity::link(&mut tx, about.org, &about.subject, about.person.id).await?;
    if !is_linked {
        return Ok(over(&ctx));
    }
    sign_in::enter(&ctx, tx, about.person.id, "/today").await
}
