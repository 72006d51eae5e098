//! Sign-in through one's organisation: the address tells which one; it says who one is; we know the person already.
//! Before an organisation's word opens an account for the first time, its owner confirms it from their mailbox.

mod first;
mod oidc;
mod settings;

pub(super) use settings::IDENTITY_MANAGE;

use axum::{
    extract::{Path, Query},
    http::header,
    response::Response,
};
use maud::html;
use passerelle_access::{
    ceremony::{self, Ceremony},
    identity::{self, Meant, Provider},
};
use passerelle_ui::{self as ui, Button, Look};
use serde::Deserialize;

use super::sign_in;
use crate::{Ctx, Fields, Needs, Page, PageError, PageResult, Routes, frame, page, set_cookie};

const KIND: &str = "institution";
const COOKIE: &str = "institution";

pub(super) fn routes() -> Routes {
    Routes::default()
        .get("/sign-in/institution", Needs::Public, ask)
        .post("/sign-in/institution", Needs::Public, lead)
        .get("/sign-in/institution/back/{org}", Needs::Public, come_back)
        .and(first::routes())
        .and(settings::routes())
}

async fn ask(ctx: Ctx) -> Response {
    form(&ctx, &Fields::empty(&ctx))
}

fn form(ctx: &Ctx, fields: &Fields) -> Response {
    let title = ctx.say("web-institution-title");
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        p.govuk-body { (ctx.say("web-institution-text")) }
        (ctx.form("/sign-in/institution", html! {
            (sign_in::email_question(ctx, fields))
            (ui::button(Button { text: &ctx.say("web-institution-action"), ..Button::default() }))
        }))
    };
    let back = Some(("/sign-in".to_owned(), None));
    page(ctx, Page { title, main, back, refused: !fields.is_clean(), ..Page::default() })
}

/// Shows the way to the organisation of the address. Whether there is an account plays no part in it.
async fn lead(ctx: Ctx, mut fields: Fields) -> PageResult {
    let Some(email) = fields.email("email") else { return Ok(form(&ctx, &fields)) };
    let found = identity::find_by_email(&mut ctx.begin_read().await?, &email).await?;
    let Some(provider) = found else {
        fields.refuse_key("email", "web-institution-unknown");
        return Ok(form(&ctx, &fields));
    };
    let to = frame::own_path(fields.value("to")).unwrap_or("/today");
    let (address, sent) = match oidc::begin(&ctx, &provider, &email, to).await {
        Ok(begun) => begun,
        Err(trouble) => {
            tracing::warn!(org = %provider.org, %trouble, "the sign-in of an organisation");
            fields.refuse_key("email", "web-institution-silent");
            return Ok(form(&ctx, &fields));
        }
    };
    let state = serde_json::to_string(&sent).map_err(|error| PageError::Internal(error.to_string()))?;
    let (secret, mut tx) = (ctx.secret(), ctx.begin_write().await?);
    ceremony::begin(&mut tx, &secret, KIND, &Ceremony { account: None, state }).await?;
    tx.commit().await?;
    let mut response = way(&ctx, &email, &address);
    if let Some(cookie) = set_cookie(ctx.app(), COOKIE, secret.reveal(), 1) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}

/// A link, since a form of ours leads to no other site.
fn way(ctx: &Ctx, email: &str, address: &str) -> Response {
    let title = ctx.say("web-institution-way-title");
    let main = html! {
        h1.govuk-heading-l { (title) }
        p.govuk-body { (ctx.say("web-institution-way-text")) }
        p.govuk-body { strong { (email) } }
        (ui::link_button(&ctx.say("web-institution-way-action"), address, Look::Primary))
    };
    let back = Some(("/sign-in/institution".to_owned(), None));
    page(ctx, Page { title, main, back, ..Page::default() })
}

#[derive(Deserialize)]
struct Answer {
    code: Option<String>,
    state: Option<String>,
    iss: Option<String>,
}

async fn come_back(ctx: Ctx, Path(from): Path<String>, Query(answer): Query<Answer>) -> PageResult {
    let Some(sent) = taken(&ctx, &answer).await?.filter(|sent| sent.org == from) else { return Ok(refused(&ctx)) };
    let org = oidc::org_of(&sent).ok_or(PageError::NotFound)?;
    let Some(provider) = identity::find(&mut ctx.begin_read().await?, org).await? else { return Ok(refused(&ctx)) };
    let word = match answer.code.filter(|_| is_from(&provider, answer.iss.as_deref())) {
        Some(code) => oidc::finish(&ctx, &provider, &sent, code).await,
        None => return Ok(refused(&ctx)),
    };
    let word = match word {
        Ok(word) => word,
        Err(trouble) => {
            tracing::warn!(%org, %trouble, "the sign-in of an organisation");
            return Ok(refused(&ctx));
        }
    };
    let mut tx = ctx.begin_write().await?;
    match identity::person(&mut tx, org, &word, ctx.today()).await? {
        Meant::Known(person) => sign_in::enter(&ctx, tx, person, frame::own_path(&sent.to).unwrap_or("/today")).await,
        Meant::New(person) => first::ask(&ctx, tx, &provider, person, &word).await,
        Meant::Nobody => Ok(refused(&ctx)),
    }
}

/// What this browser was sent away with, if it comes back with the same state; it serves once.
async fn taken(ctx: &Ctx, answer: &Answer) -> Result<Option<oidc::Sent>, PageError> {
    let Some(secret) = ctx.cookies().get(ctx.app(), COOKIE) else { return Ok(None) };
    let mut tx = ctx.begin_write().await?;
    let found = ceremony::take(&mut tx, secret, KIND).await?;
    tx.commit().await?;
    let sent: Option<oidc::Sent> = found.and_then(|found| serde_json::from_str(&found.state).ok());
    Ok(sent.filter(|sent| answer.state.as_ref() == Some(&sent.state)))
}

/// A provider that names itself in the answer must be the one that was asked (RFC 9207).
fn is_from(provider: &Provider, named: Option<&str>) -> bool {
    named.is_none_or(|named| named.trim_end_matches('/') == provider.issuer.trim_end_matches('/'))
}

/// The same words whatever was wrong: nobody learns who has an account.
fn refused(ctx: &Ctx) -> Response {
    let title = ctx.say("web-institution-refused-title");
    let main = html! {
        h1.govuk-heading-l { (title) }
        p.govuk-body { (ctx.say("web-institution-refused-text")) }
        (ui::link_button(&ctx.say("web-footer-sign-in"), "/sign-in", Look::Primary))
    };
    page(ctx, Page { title, main, refused: true, ..Page::default() })
}
