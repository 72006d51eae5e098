//! The link by which a team follows its request: too old, sent anew, ended by whoever holds it.

use axum::{extract::Path, response::Response};
use maud::html;
use passerelle_ui::{self as ui, Button, Look};
use passerelle_web::{Ctx, Needs, Page, PageError, PageResult, Routes, page, redirect};
use passerelle_words::say;

use crate::{
    actions::requests as actions,
    store::requests::{self, FOLLOW},
};

pub(super) fn routes() -> Routes {
    Routes::default()
        .post("/follow/{secret}/renewal", Needs::Public, renew)
        .get("/follow/{secret}/end", Needs::Public, ask_end)
        .post("/follow/{secret}/end", Needs::Public, end)
}

/// The page of a link that is too old; not found when there is no such link. Whose address it is, is not said.
pub(super) async fn too_old(ctx: &Ctx, secret: &str) -> PageResult {
    let found = requests::by_old_link(&mut ctx.begin_read().await?, secret).await?;
    let (_, is_renewed) = found.ok_or(PageError::NotFound)?;
    let title = ctx.say(if is_renewed { "placement-follow-renewed-title" } else { "placement-follow-old-title" });
    let main = html! {
        h1.govuk-heading-l { (title) }
        @if is_renewed {
            p.govuk-body { (ctx.say("placement-follow-renewed-text")) }
        } @else {
            p.govuk-body { (ctx.say("placement-follow-old-text")) }
            (ctx.form(&format!("/follow/{secret}/renewal"), html! {
                (ui::button(Button { text: &ctx.say("placement-follow-renew"), ..Button::default() }))
            }))
        }
    };
    Ok(page(ctx, Page { title, main, ..Page::default() }))
}

async fn renew(ctx: Ctx, Path(secret): Path<String>) -> PageResult {
    actions::renew(&ctx, &secret).await?;
    Ok(redirect(&format!("/follow/{secret}?done=placement-follow-renewed-done")))
}

async fn ask_end(ctx: Ctx, Path(secret): Path<String>) -> PageResult {
    let mut tx = ctx.begin_read().await?;
    let Some(kept) = requests::by_link(&mut tx, &secret, FOLLOW.0).await? else {
        drop(tx);
        return too_old(&ctx, &secret).await;
    };
    let org = requests::org_name(&mut tx, kept.request.org).await?;
    Ok(ask(&ctx, &secret, &org))
}

fn ask(ctx: &Ctx, secret: &str, org: &str) -> Response {
    let (title, back) = (ctx.say("placement-follow-end-title"), format!("/follow/{secret}"));
    let main = html! {
        h1.govuk-heading-l { (title) }
        p.govuk-body { (say!(ctx.words(), "placement-follow-end-text", org = org)) }
        (ctx.form(&format!("/follow/{secret}/end"), ui::actions(html! {
            (ui::button(Button {
                text: &ctx.say("placement-follow-end-action"),
                look: Look::Warning,
                ..Button::default()
            }))
            a.govuk-link href=(back) { (ctx.say("placement-follow-end-keep")) }
        })))
    };
    page(ctx, Page { title, main, back: Some((back, None)), ..Page::default() })
}

async fn end(ctx: Ctx, Path(secret): Path<String>) -> PageResult {
    actions::end_own_links(&ctx, &secret).await?;
    Ok(redirect("/?done=placement-follow-ended-done"))
}
