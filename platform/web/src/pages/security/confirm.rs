//! The proof that is asked again before what is dangerous; afterwards the person is back where they were.
//!
//! Who has an app gives a code of it, who has a password gives that, a passkey does for both, a code from paper stands in
//! for either; who has none of them comes in by a link once more. The session gets a new secret.

use axum::{extract::Query, response::Response};
use maud::{Markup, html};
use passerelle_access::{
    account, authenticator, passkey, password, recovery,
    session::{self, Factors},
};
use passerelle_store::Tx;
use passerelle_ui::{self as ui, Button, Field, Look};
use serde::Deserialize;

use super::{
    passkey::proof_form,
    proof::{self, Proof},
};
use crate::{
    Ctx, Fields, Needs, Page, PageError, PageResult, Routes, ctx, frame, page,
    pages::{sign_in, sign_in_passkey},
    redirect,
};

pub(super) fn routes() -> Routes {
    Routes::default()
        .get("/account/confirm", Needs::SignedIn, show)
        .post("/account/confirm", Needs::SignedIn, confirm)
        .post("/account/confirm/passkey", Needs::SignedIn, confirm_by_passkey)
}

#[derive(Deserialize)]
pub(super) struct Back {
    pub(super) to: Option<String>,
}

/// What a person is asked, beside their passkey if they have one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Question {
    Code,
    Password,
    None,
}

#[derive(Clone, Copy)]
struct Asked {
    question: Question,
    passkey: bool,
    /// Whether a code from paper is asked for by itself, in the place of the passkey.
    paper: bool,
}

async fn asked(ctx: &Ctx, tx: &mut Tx) -> Result<Asked, PageError> {
    let me = ctx.actor()?.account;
    let passkey = !passkey::of_account(tx, me).await?.is_empty();
    let has_app = authenticator::since(tx, me).await?.is_some();
    // A second proof is missing: the first once more would not give it.
    let only_second = ctx.second_factor().is_err() && passkey;
    let has_password = account::password_of(tx, me).await?.is_some() && !only_second;
    let question = match (has_app, has_password) {
        (true, _) => Question::Code,
        (false, true) => Question::Password,
        (false, false) => Question::None,
    };
    let paper = passkey && !has_app && recovery::left(tx, me).await? > 0;
    Ok(Asked { question, passkey, paper })
}

async fn show(ctx: Ctx, Query(back): Query<Back>) -> PageResult {
    let asked = asked(&ctx, &mut ctx.begin_read().await?).await?;
    let fields = Fields::empty(&ctx).with("to", back.to.unwrap_or_default());
    Ok(form(&ctx, asked, &fields))
}

fn form(ctx: &Ctx, asked: Asked, fields: &Fields) -> Response {
    let title = ctx.say("web-confirm-title");
    let look = if asked.question == Question::None { Look::Primary } else { Look::Secondary };
    let by_passkey = ("/account/confirm/passkey", sign_in_passkey::ADDRESSES.1);
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        p.govuk-body { (ctx.say("web-confirm-text")) }
        @if asked.question != Question::None { (ctx.form("/account/confirm", questions(ctx, asked.question, fields))) }
        @if asked.passkey {
            (proof_form(ctx, by_passkey, "web-confirm-passkey", look, fields.value("to")))
        }
        @if asked.paper { (proof::paper_form(ctx, "/account/confirm", "web-confirm-action", fields)) }
        @if !asked.passkey && asked.question == Question::None {
            p.govuk-body { (ctx.say("web-confirm-by-link")) }
            p.govuk-body { a.govuk-link href="/sign-in/link" { (ctx.say("web-sign-in-by-link")) } }
        }
    };
    let to = frame::own_path(fields.value("to")).unwrap_or("/today").to_owned();
    // Back to the page before the one that asks, which would only ask again.
    let is_own = ["/account", "/me/"].iter().any(|own| to.starts_with(own));
    let back = Some((if is_own { "/account".to_owned() } else { "/today".to_owned() }, None));
    page(ctx, Page { title, main, back, refused: !fields.is_clean(), ..Page::default() })
}

fn questions(ctx: &Ctx, question: Question, fields: &Fields) -> Markup {
    html! {
        input type="hidden" name="to" value=(fields.value("to"));
        @if question == Question::Code { (proof::code_questions(ctx, fields)) }
        @else {
            (ui::password(ctx.words(), Field {
                name: "password",
                label: &ctx.say("web-sign-in-password"),
                error: fields.error("password"),
                ..Field::default()
            }))
        }
        (ui::button(Button { text: &ctx.say("web-confirm-action"), ..Button::default() }))
    }
}

async fn confirm(ctx: Ctx, mut fields: Fields) -> PageResult {
    let asked = asked(&ctx, &mut ctx.begin_read().await?).await?;
    let proof = Proof::read(&fields);
    let is_paper = proof.is_paper() && (asked.paper || asked.question == Question::Code);
    let is_second = is_paper || asked.question == Question::Code;
    if !is_second && !knows_password(&ctx, &mut fields).await? {
        return Ok(form(&ctx, asked, &fields));
    }
    let me = ctx.actor()?.account;
    let mut tx = ctx.begin_write().await?;
    if is_second && !proof::give(&ctx, &mut tx, me, proof, &mut fields).await? {
        tx.commit().await?;
        return Ok(form(&ctx, asked, &fields));
    }
    let mut to = frame::own_path(fields.value("to")).unwrap_or("/today").to_owned();
    if is_paper {
        to = proof::after_paper(&mut tx, me, &to).await?;
    }
    renew(&ctx, tx, if is_second { Factors::Two } else { Factors::One }, &to).await
}

async fn confirm_by_passkey(ctx: Ctx, mut fields: Fields) -> PageResult {
    let asked = asked(&ctx, &mut ctx.begin_read().await?).await?;
    let me = ctx.actor()?.account;
    let mut tx = ctx.begin_write().await?;
    if sign_in_passkey::answered(&ctx, &mut tx, &fields).await? != Some(me) {
        tx.commit().await?;
        fields.refuse_key("", "web-passkey-refused");
        return Ok(form(&ctx, asked, &fields));
    }
    renew(&ctx, tx, Factors::Two, frame::own_path(fields.value("to")).unwrap_or("/today")).await
}

async fn knows_password(ctx: &Ctx, fields: &mut Fields) -> Result<bool, PageError> {
    let me = ctx.actor()?.account;
    if !ctx.allows(format!("confirm {me}")).await? {
        return Err(PageError::TooMany);
    }
    let hash = account::password_of(&mut ctx.begin_read().await?, me).await?;
    let given = fields.value("password").to_owned();
    let right = password::verify(given, hash).await.map_err(|failed| PageError::Internal(failed.to_string()))?;
    if !right {
        fields.refuse_key("password", "web-confirm-wrong");
    }
    Ok(right)
}

/// Makes the session fresh, with a new secret, commits, and leads the person to `to`.
pub(super) async fn renew(ctx: &Ctx, mut tx: Tx, factors: Factors, to: &str) -> PageResult {
    let before = ctx.cookies().get(ctx.app(), ctx::SESSION).ok_or(PageError::SignIn)?;
    let secret = ctx.secret();
    session::renew(&mut tx, before, &secret, factors).await?;
    tx.commit().await?;
    Ok(sign_in::with_session(ctx, redirect(to), &secret))
}
