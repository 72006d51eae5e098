//! The ten codes on paper that stand in for a lost phone or passkey: shown once, to be printed, replaced as a set.

use axum::{extract::Query, response::Response};
use maud::html;
use passerelle_access::recovery;
use passerelle_ui::{self as ui, Button, Look};
use passerelle_words::say;

use super::{
    change::{self, Change},
    confirm::Back,
};
use crate::{Ctx, Needs, Page, PageError, PageResult, Routes, frame, page};

pub(super) const PATH: &str = "/account/recovery-codes";

pub(super) fn routes() -> Routes {
    Routes::default().get(PATH, Needs::Fresh, ask).post(PATH, Needs::Fresh, replace)
}

/// Asks before the codes are made; who has come here on the way to another page may go on there.
async fn ask(ctx: Ctx, Query(back): Query<Back>) -> PageResult {
    let me = ctx.actor()?.account;
    let mut tx = ctx.begin_read().await?;
    let (left, is_of_use) = (recovery::left(&mut tx, me).await?, recovery::is_of_use(&mut tx, me).await?);
    drop(tx);
    let title = ctx.say("web-codes-make");
    let later = back.to.as_deref().and_then(frame::own_path);
    let main = html! {
        h1.govuk-heading-l { (title) }
        @if is_of_use {
            p.govuk-body { (say!(ctx.words(), "web-account-codes-left", count = left)) }
            p.govuk-body { (ctx.say("web-codes-why")) }
            @if left > 0 { p.govuk-body { (ctx.say("web-codes-replace-text")) } }
            (ctx.form(PATH, ui::actions(html! {
                (ui::button(Button { text: &ctx.say("web-codes-make-action"), ..Button::default() }))
                @if let Some(to) = later { a.govuk-link href=(to) { (ctx.say("web-protect-later")) } }
            })))
        } @else {
            p.govuk-body { (ctx.say("web-codes-of-no-use")) }
            (ui::actions(html! {
                (ui::link_button(&ctx.say("web-protect-app"), "/account/authenticator", Look::Primary))
                (ui::link_button(&ctx.say("web-protect-passkey"), "/account/passkeys", Look::Secondary))
            }))
        }
    };
    let back = Some(("/account".to_owned(), Some(ctx.say("web-account-title"))));
    let seen_by = Some(ctx.say("web-me-seen-by"));
    Ok(page(&ctx, Page { title, main, seen_by, back, ..Page::default() }))
}

async fn replace(ctx: Ctx) -> PageResult {
    let me = ctx.actor()?.account;
    let mut tx = ctx.begin_write().await?;
    if !recovery::is_of_use(&mut tx, me).await? {
        return Err(PageError::NotFound);
    }
    let codes = recovery::replace(&mut tx, me, ctx.db().chance()).await?;
    change::tell(&ctx, &mut tx, me, Change::RecoveryCodesReplaced).await?;
    tx.commit().await?;
    Ok(show(&ctx, &codes))
}

/// The codes, this once.
pub(super) fn show(ctx: &Ctx, codes: &[String]) -> Response {
    let title = ctx.say("web-codes-title");
    let name = ctx.visitor().map_or("", |actor| actor.name.as_str());
    let main = html! {
        h1.govuk-heading-l { (title) }
        p.govuk-body { (ctx.say("web-codes-text")) }
        (ui::warning(ctx.words(), &ctx.say("web-codes-once")))
        ol.p-codes translate="no" { @for code in codes { li { (code) } } }
        p.govuk-body { (say!(ctx.words(), "web-codes-for", name = name, day = ctx.words().date(ctx.today()))) }
        (ui::link_button(&ctx.say("web-codes-kept"), "/account", Look::Primary))
    };
    let seen_by = Some(ctx.say("web-me-seen-by"));
    page(ctx, Page { title, main, seen_by, ..Page::default() })
}
