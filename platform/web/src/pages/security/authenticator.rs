//! The app that shows codes: set it up from a picture or by typing, remove it.

use axum::response::Response;
use maud::{Markup, html};
use passerelle_access::{account, authenticator as app, passkey, recovery, session::Factors};
use passerelle_store::Tx;
use passerelle_ui::{self as ui, Button, Field, Input, Kind, Look, Width};
use passerelle_words::say;

use super::{
    change::{self, Change},
    codes, confirm, day, qr,
};
use crate::{Ctx, Fields, Needs, Page, PageError, PageResult, Routes, page, redirect};

const ISSUER: &str = "Passerelle";

pub(super) fn routes() -> Routes {
    Routes::default()
        .get("/account/authenticator", Needs::Fresh, show)
        .post("/account/authenticator", Needs::Fresh, prepare)
        .get("/account/authenticator/new", Needs::Fresh, show_new)
        .post("/account/authenticator/new", Needs::Fresh, take)
        .post("/account/authenticator/remove", Needs::Fresh, remove)
}

fn back(ctx: &Ctx) -> Option<(String, Option<String>)> {
    Some(("/account".to_owned(), Some(ctx.say("web-account-title"))))
}

async fn show(ctx: Ctx) -> PageResult {
    let me = ctx.actor()?.account;
    let mut tx = ctx.begin_read().await?;
    let since = app::since(&mut tx, me).await?;
    let has_passkey = !passkey::of_account(&mut tx, me).await?.is_empty();
    drop(tx);
    let title = ctx.say("web-app-title");
    let begin = |key: &str, look| {
        ctx.form("/account/authenticator", ui::button(Button { text: &ctx.say(key), look, ..Button::default() }))
    };
    let main = html! {
        h1.govuk-heading-l { (title) }
        @if let Some(at) = since {
            p.govuk-body { (say!(ctx.words(), "web-app-since", day = day(ctx.words(), at))) }
            (begin("web-app-replace", Look::Secondary))
            h2.govuk-heading-m { (ctx.say("web-app-remove-title")) }
            p.govuk-body { (ctx.say(if has_passkey { "web-app-remove-text" } else { "web-app-remove-last-text" })) }
            (ctx.form("/account/authenticator/remove", html! {
                (ui::button(Button { text: &ctx.say("web-app-remove"), look: Look::Warning, ..Button::default() }))
            }))
        } @else {
            p.govuk-body { (ctx.say("web-app-text")) }
            p.govuk-body { (ctx.say("web-app-which")) }
            (begin("web-app-begin", Look::Primary))
        }
    };
    let seen_by = Some(ctx.say("web-me-seen-by"));
    Ok(page(&ctx, Page { title, main, seen_by, back: back(&ctx), ..Page::default() }))
}

async fn prepare(ctx: Ctx) -> PageResult {
    let mut tx = ctx.begin_write().await?;
    app::prepare(&mut tx, ctx.actor()?.account, ctx.db().chance()).await?;
    tx.commit().await?;
    Ok(redirect("/account/authenticator/new"))
}

async fn show_new(ctx: Ctx) -> PageResult {
    let mut tx = ctx.begin_read().await?;
    form(&ctx, &mut tx, &Fields::empty(&ctx)).await
}

async fn form(ctx: &Ctx, tx: &mut Tx, fields: &Fields) -> PageResult {
    let me = ctx.actor()?;
    let email = account::find(tx, me.account).await?.and_then(|account| account.email).unwrap_or_default();
    let label = if email.is_empty() { me.name.clone() } else { email };
    let Some(shown) = app::prepared(tx, me.account, &label, ISSUER).await? else {
        return Ok(redirect("/account/authenticator"));
    };
    let title = ctx.say("web-app-new-title");
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        h2.govuk-heading-m { (ctx.say("web-app-new-scan")) }
        p.govuk-body { (ctx.say("web-app-new-scan-text")) }
        (qr::picture(&shown.address, &ctx.say("web-app-new-picture")))
        p.govuk-body { a.govuk-link href=(shown.address) { (ctx.say("web-app-new-open")) } }
        (ui::details(&ctx.say("web-app-new-type"), html! {
            p.govuk-body { (ctx.say("web-app-new-type-text")) }
            p.p-secret translate="no" { (shown.text) }
        }))
        h2.govuk-heading-m { (ctx.say("web-app-new-confirm")) }
        (ctx.form("/account/authenticator/new", code_question(ctx, fields)))
    };
    let seen_by = Some(ctx.say("web-me-seen-by"));
    Ok(page(ctx, Page { title, main, seen_by, back: back(ctx), refused: !fields.is_clean(), ..Page::default() }))
}

fn code_question(ctx: &Ctx, fields: &Fields) -> Markup {
    let (label, hint) = (ctx.say("web-second-code"), ctx.say("web-second-code-hint"));
    let field =
        Field { name: "code", label: &label, hint: Some(&hint), error: fields.error("code"), ..Field::default() };
    let (width, autocomplete) = (Width::Characters(10), Some("one-time-code"));
    html! {
        (ui::input(ctx.words(), Input { field, kind: Kind::Code, width, autocomplete, ..Input::default() }))
        (ui::button(Button { text: &ctx.say("web-app-new-action"), ..Button::default() }))
    }
}

/// Takes the app into use when it shows the right code; the codes on paper are shown, this once.
async fn take(ctx: Ctx, mut fields: Fields) -> PageResult {
    let me = ctx.actor()?.account;
    let mut tx = ctx.begin_write().await?;
    if !app::confirm(&mut tx, me, fields.value("code")).await? {
        fields.refuse_key("code", "web-app-new-wrong");
        return form(&ctx, &mut tx, &fields).await;
    }
    let codes = recovery::replace(&mut tx, me, ctx.db().chance()).await?;
    change::tell(&ctx, &mut tx, me, Change::AuthenticatorAdded).await?;
    // Two proofs were given now: the password or the link before, the code here.
    let renewed = confirm::renew(&ctx, tx, Factors::Two, "/account").await?;
    Ok(with_cookies_of(&renewed, codes::show(&ctx, &codes)))
}

fn with_cookies_of(from: &Response, mut to: Response) -> Response {
    for cookie in from.headers().get_all(axum::http::header::SET_COOKIE) {
        to.headers_mut().append(axum::http::header::SET_COOKIE, cookie.clone());
    }
    to
}

async fn remove(ctx: Ctx) -> PageResult {
    let me = ctx.actor()?.account;
    let mut tx = ctx.begin_write().await?;
    if app::since(&mut tx, me).await?.is_none() {
        return Err(PageError::NotFound);
    }
    app::remove(&mut tx, me).await?;
    recovery::remove_unless_of_use(&mut tx, me).await?;
    change::tell(&ctx, &mut tx, me, Change::AuthenticatorRemoved).await?;
    tx.commit().await?;
    Ok(redirect("/account?done=web-app-removed-done"))
}
