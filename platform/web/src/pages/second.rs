//! The second proof at sign-in: a code of the app, one from paper, or a passkey. Until it is given there is no session.

use axum::http::header;
use maud::html;
use passerelle_access::{
    Account, authenticator,
    ceremony::{self, Ceremony},
    membership, passkey, recovery,
    session::Factors,
};
use passerelle_kernel::Id;
use passerelle_store::Tx;
use passerelle_ui::{self as ui, Button, Look};

use super::{
    security::{
        passkey::proof_form,
        proof::{self, Proof},
    },
    sign_in, sign_in_passkey,
};
use crate::{Ctx, Fields, Needs, Page, PageError, PageResult, Routes, SecondFactor, page, redirect, set_cookie};

const KIND: &str = "second";
/// The cookie of what is under way in this browser.
pub(super) const COOKIE: &str = "ceremony";

pub(super) fn routes() -> Routes {
    Routes::default().get("/sign-in/second", Needs::Public, show).post("/sign-in/second", Needs::Public, enter)
}

/// Whether a second proof is asked of this person before they come in: a code of the app whoever has linked one, a
/// passkey whoever has one and holds a role that needs a second proof.
pub(super) async fn is_asked(ctx: &Ctx, tx: &mut Tx, account: Id<Account>) -> Result<bool, PageError> {
    if authenticator::since(tx, account).await?.is_some() {
        return Ok(true);
    }
    let is_required = ctx.app().settings().sign_in.second_factor != SecondFactor::Offered;
    let seats = membership::of_account(tx, account, ctx.today()).await?;
    let is_wanted = is_required && seats.iter().any(|seat| seat.role.wants_second_factor());
    Ok(is_wanted && !passkey::of_account(tx, account).await?.is_empty())
}

/// Notes that the first proof was given, commits, and leads to the question for the second.
pub(super) async fn ask(ctx: &Ctx, mut tx: Tx, account: Id<Account>, to: &str) -> PageResult {
    let secret = ctx.secret();
    ceremony::begin(&mut tx, &secret, KIND, &Ceremony { account: Some(account), state: to.to_owned() }).await?;
    tx.commit().await?;
    let mut response = redirect("/sign-in/second");
    if let Some(cookie) = set_cookie(ctx.app(), COOKIE, secret.reveal(), 1) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}

/// Who has given the first proof in this browser, and where they want to go.
async fn waiting(ctx: &Ctx, tx: &mut Tx) -> Result<Option<(Id<Account>, String)>, PageError> {
    let Some(secret) = ctx.cookies().get(ctx.app(), COOKIE) else { return Ok(None) };
    let found = ceremony::find(tx, secret, KIND).await?;
    Ok(found.and_then(|ceremony| Some((ceremony.account?, ceremony.state))))
}

async fn show(ctx: Ctx) -> PageResult {
    let mut tx = ctx.begin_read().await?;
    match waiting(&ctx, &mut tx).await? {
        Some((account, to)) => form(&ctx, &mut tx, account, &Fields::empty(&ctx).with("to", to)).await,
        None => Ok(redirect("/sign-in")),
    }
}

async fn form(ctx: &Ctx, tx: &mut Tx, account: Id<Account>, fields: &Fields) -> PageResult {
    let has_app = authenticator::since(tx, account).await?.is_some();
    let has_passkey = !passkey::of_account(tx, account).await?.is_empty();
    let has_paper = !has_app && recovery::left(tx, account).await? > 0;
    let look = if has_app { Look::Secondary } else { Look::Primary };
    let title = ctx.say(if has_app { "web-second-title" } else { "web-second-passkey-title" });
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        @if has_app {
            (ctx.form("/sign-in/second", html! {
                (proof::code_questions(ctx, fields))
                (ui::button(Button { text: &ctx.say("web-sign-in-action"), ..Button::default() }))
            }))
        } @else { p.govuk-body data-passkey-without { (ctx.say("web-second-passkey-without")) } }
        @if has_passkey { (proof_form(ctx, sign_in_passkey::ADDRESSES, "web-sign-in-passkey", look, fields.value("to"))) }
        @if has_paper { (proof::paper_form(ctx, "/sign-in/second", "web-second-recovery-action", fields)) }
    };
    let back = Some(("/sign-in".to_owned(), None));
    Ok(page(ctx, Page { title, main, back, refused: !fields.is_clean(), ..Page::default() }))
}

async fn enter(ctx: Ctx, mut fields: Fields) -> PageResult {
    let mut tx = ctx.begin_write().await?;
    let Some((account, mut to)) = waiting(&ctx, &mut tx).await? else { return Ok(redirect("/sign-in")) };
    let proof = Proof::read(&fields);
    let is_paper = proof.is_paper();
    if !proof::give(&ctx, &mut tx, account, proof, &mut fields).await? {
        let again = form(&ctx, &mut tx, account, &fields.with("to", to)).await?;
        // The miss is counted.
        tx.commit().await?;
        return Ok(again);
    }
    if let Some(secret) = ctx.cookies().get(ctx.app(), COOKIE) {
        ceremony::take(&mut tx, secret, KIND).await?;
    }
    if is_paper {
        to = proof::after_paper(&mut tx, account, &to).await?;
    }
    sign_in::begin(&ctx, tx, account, Factors::Two, &to).await
}
