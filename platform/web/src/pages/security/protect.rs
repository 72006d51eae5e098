//! Whose role sees much of other people is led here to get a second proof; until a set day they may do it later.

use axum::extract::Query;
use maud::html;
use passerelle_access::{authenticator, passkey};
use passerelle_ui::{self as ui, Look};
use passerelle_words::say;

use super::confirm::Back;
use crate::{Ctx, Needs, Page, PageResult, Routes, SecondFactor, frame, page, redirect};

pub(super) fn routes() -> Routes {
    Routes::default().get("/account/protect", Needs::SignedIn, show)
}

async fn show(ctx: Ctx, Query(back): Query<Back>) -> PageResult {
    let to = back.to.as_deref().and_then(frame::own_path).unwrap_or("/today");
    if !ctx.lacks_second_factor() {
        return Ok(redirect(to));
    }
    let me = ctx.actor()?.account;
    let mut tx = ctx.begin_read().await?;
    if authenticator::since(&mut tx, me).await?.is_some() || !passkey::of_account(&mut tx, me).await?.is_empty() {
        // The app or the passkey is there; this session has not seen it yet.
        return Ok(redirect(&frame::leading_back("/account/confirm", to)));
    }
    let later = match ctx.app().settings().sign_in.second_factor {
        SecondFactor::Required(from) if ctx.today() < from => Some(from),
        _ => None,
    };
    let title = ctx.say("web-protect-title");
    let main = html! {
        h1.govuk-heading-l { (title) }
        p.govuk-body { (ctx.say("web-protect-text")) }
        @if let Some(from) = later {
            p.govuk-body { (say!(ctx.words(), "web-protect-until", day = ctx.words().date(from))) }
        }
        (ui::actions(html! {
            (ui::link_button(&ctx.say("web-protect-app"), "/account/authenticator", Look::Primary))
            (ui::link_button(&ctx.say("web-protect-passkey"), "/account/passkeys", Look::Secondary))
            @if later.is_some() { a.govuk-link href=(to) { (ctx.say("web-protect-later")) } }
        }))
    };
    Ok(page(&ctx, Page { title, main, ..Page::default() }))
}
