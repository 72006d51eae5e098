//! Sign-in by password, and sign-out. Unknown addresses get the same words after the same work.

use axum::{
    extract::Query,
    http::header,
    response::{IntoResponse, Response},
};
use maud::{Markup, html};
use passerelle_access::{
    Account, account, identity, membership, password,
    session::{self, Factors, Manner},
};
use passerelle_kernel::{Id, Secret};
use passerelle_store::Tx;
use passerelle_ui::{self as ui, Button, Field, Input, Kind, Look};
use serde::Deserialize;

use super::{second, security::passkey::proof_form, sign_in_passkey};
use crate::{
    Ctx, Fields, Needs, Page, PageError, PageResult, Routes, SecondFactor, ctx, frame, page, redirect, set_cookie,
};

pub(super) fn routes() -> Routes {
    Routes::default().get("/sign-in", Needs::Public, show).post("/sign-in", Needs::Public, sign_in).post(
        "/sign-out",
        Needs::SignedIn,
        sign_out,
    )
}

#[derive(Deserialize)]
struct After {
    to: Option<String>,
}

async fn show(ctx: Ctx, Query(after): Query<After>) -> PageResult {
    if ctx.visitor().is_some() {
        return Ok(redirect("/today"));
    }
    let fields = Fields::empty(&ctx).with("to", after.to.unwrap_or_default());
    form(&ctx, &fields).await
}

pub(super) async fn form(ctx: &Ctx, fields: &Fields) -> PageResult {
    let has_institutions = identity::any(&mut ctx.begin_read().await?).await?;
    let words = ctx.words();
    let title = ctx.say("web-sign-in-title");
    let questions = html! {
        input type="hidden" name="to" value=(fields.value("to"));
        (email_question(ctx, fields))
        (ui::password(words, Field {
            name: "password",
            label: &ctx.say("web-sign-in-password"),
            error: fields.error("password"),
            ..Field::default()
        }))
        (ui::actions(html! {
            (ui::button(Button { text: &ctx.say("web-sign-in-action"), ..Button::default() }))
            a.govuk-link href="/sign-in/link" { (ctx.say("web-sign-in-by-link")) }
        }))
    };
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        (ctx.form("/sign-in", questions))
        (proof_form(ctx, sign_in_passkey::ADDRESSES, "web-sign-in-passkey", Look::Secondary, fields.value("to")))
        @if has_institutions {
            p.govuk-body { a.govuk-link href="/sign-in/institution" { (ctx.say("web-sign-in-institution")) } }
        }
    };
    Ok(page(ctx, Page { title, main, refused: !fields.is_clean(), ..Page::default() }))
}

/// The question for the address, as on every page of sign-in.
pub(super) fn email_question(ctx: &Ctx, fields: &Fields) -> Markup {
    let label = ctx.say("web-sign-in-email");
    let (value, error) = (fields.value("email"), fields.error("email"));
    let field = Field { name: "email", label: &label, value, error, ..Field::default() };
    ui::input(ctx.words(), Input { field, kind: Kind::Email, autocomplete: Some("username"), ..Input::default() })
}

async fn sign_in(ctx: Ctx, mut fields: Fields) -> PageResult {
    let Some(email) = fields.email("email") else { return form(&ctx, &fields).await };
    if !ctx.allows_at_door(&format!("sign-in {email}")).await? {
        return Err(PageError::TooMany);
    }
    let found = account::find_password(&mut ctx.begin_read().await?, &email).await?;
    let (id, hash) = found.map_or((None, None), |(id, hash)| (Some(id), hash));
    let given = fields.value("password").to_owned();
    let right = password::verify(given, hash).await.map_err(|failed| PageError::Internal(failed.to_string()))?;
    let Some(id) = id.filter(|_| right) else {
        fields.refuse_key("email", "web-sign-in-wrong");
        return form(&ctx, &fields).await;
    };
    let tx = ctx.begin_write().await?;
    enter(&ctx, tx, id, frame::own_path(fields.value("to")).unwrap_or("/today")).await
}

/// Lets in whoever gave one proof: asks for the second where there is one, else begins the session.
pub(super) async fn enter(ctx: &Ctx, mut tx: Tx, account: Id<Account>, to: &str) -> PageResult {
    if second::is_asked(ctx, &mut tx, account).await? {
        return second::ask(ctx, tx, account, to).await;
    }
    let to = if is_to_be_protected(ctx, &mut tx, account).await? {
        frame::leading_back("/account/protect", to)
    } else {
        to.to_owned()
    };
    begin(ctx, tx, account, Factors::One, &to).await
}

/// Whether the person needs a second proof soon and has none: they are asked to get one.
async fn is_to_be_protected(ctx: &Ctx, tx: &mut Tx, account: Id<Account>) -> Result<bool, PageError> {
    if ctx.app().settings().sign_in.second_factor == SecondFactor::Offered {
        return Ok(false);
    }
    let seats = membership::of_account(tx, account, ctx.today()).await?;
    Ok(seats.iter().any(|seat| seat.role.wants_second_factor()))
}

/// Begins a session in this transaction in place of the one before, commits, and leads the person to `to`.
pub(super) async fn begin(ctx: &Ctx, mut tx: Tx, account: Id<Account>, factors: Factors, to: &str) -> PageResult {
    if let Some(before) = ctx.cookies().get(ctx.app(), ctx::SESSION) {
        session::end(&mut tx, before).await?;
    }
    let secret = ctx.secret();
    let manner = Manner { device: ctx.device(), factors };
    session::begin(&mut tx, account, &secret, ctx.today(), &manner).await?;
    tx.commit().await?;
    Ok(with_session(ctx, redirect(to), &secret))
}

/// The answer with the cookie of a session.
pub(super) fn with_session(ctx: &Ctx, mut response: Response, secret: &Secret) -> Response {
    if let Some(cookie) = set_cookie(ctx.app(), ctx::SESSION, secret.reveal(), session::DAYS) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

async fn sign_out(ctx: Ctx) -> PageResult {
    if let Some(secret) = ctx.cookies().get(ctx.app(), ctx::SESSION) {
        let mut tx = ctx.begin_write().await?;
        session::end(&mut tx, secret).await?;
        tx.commit().await?;
    }
    let mut response = redirect("/").into_response();
    if let Some(cookie) = set_cookie(ctx.app(), ctx::SESSION, "", 0) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}
