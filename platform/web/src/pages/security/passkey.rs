//! The form that asks a device for a passkey, and what both halves of the ceremony share.
//!
//! The form is hidden until the script finds that the browser knows passkeys. Its button fetches the options, asks the
//! device, and sends what the device answered as any form is sent.

use axum::{http::header, response::IntoResponse as _};
use maud::{Markup, html};
use passerelle_access::{
    Account,
    ceremony::{self, Ceremony},
    passkey::{Begun, Site},
};
use passerelle_kernel::Id;
use passerelle_store::Tx;
use passerelle_ui::{self as ui, Button, Look};

use crate::{Ctx, PageError, PageResult, frame, set_cookie};

const COOKIE: &str = "passkey";

/// This site as devices know it; nothing where browsers make no passkeys (see [`Site::new`]).
pub(in crate::pages) fn site(ctx: &Ctx) -> Option<Site> {
    Site::new(&ctx.app().settings().base_url)
}

/// What the device is asked for.
#[derive(Clone, Copy)]
pub(in crate::pages) enum Ask {
    /// A new passkey.
    Create,
    /// The passkey that it has.
    Get,
}

/// A form with a button that asks the device; `action` gets the answer, `options` tells what to ask.
pub(in crate::pages) fn form(
    ctx: &Ctx,
    ask: Ask,
    (action, options): (&str, &str),
    button: Button<'_>,
    inside: Markup,
) -> Markup {
    if site(ctx).is_none() {
        return Markup::default();
    }
    let what = match ask {
        Ask::Create => "create",
        Ask::Get => "get",
    };
    html! {
        form method="post" action=(action) data-passkey=(what) data-options=(options) novalidate hidden {
            input type="hidden" name=(frame::FORM_KEY) value=(ctx.secret().reveal());
            input type="hidden" name="credential";
            (inside)
            p.govuk-error-message role="alert" data-passkey-problem hidden { (ctx.say("web-passkey-not-answered")) }
            (ui::button(button))
        }
    }
}

/// The form with which one proves who one is; it leads to `to` afterwards.
pub(in crate::pages) fn proof_form(ctx: &Ctx, addresses: (&str, &str), key: &str, look: Look, to: &str) -> Markup {
    let button = Button { text: &ctx.say(key), look, ..Button::default() };
    form(ctx, Ask::Get, addresses, button, html! { input type="hidden" name="to" value=(to); })
}

/// Keeps what the second half needs, and answers with what the device is asked.
pub(in crate::pages) async fn begin(
    ctx: &Ctx,
    mut tx: Tx,
    kind: &str,
    account: Option<Id<Account>>,
    begun: Begun,
) -> PageResult {
    let secret = ctx.secret();
    ceremony::begin(&mut tx, &secret, kind, &Ceremony { account, state: begun.state }).await?;
    tx.commit().await?;
    let mut response = ([(header::CONTENT_TYPE, "application/json")], begun.options).into_response();
    if let Some(cookie) = set_cookie(ctx.app(), COOKIE, secret.reveal(), 1) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}

/// What the first half kept for this browser; it can be taken once.
pub(in crate::pages) async fn take(ctx: &Ctx, tx: &mut Tx, kind: &str) -> Result<Option<Ceremony>, PageError> {
    match ctx.cookies().get(ctx.app(), COOKIE) {
        Some(secret) => Ok(ceremony::take(tx, secret, kind).await?),
        None => Ok(None),
    }
}
