//! The link by which the team follows its request, for those who coordinate: send a new one, end them all.

use axum::extract::Path;
use maud::html;
use passerelle_ui::{self as ui, Button, Look};
use passerelle_web::{Ctx, Page, PageResult, page, redirect};
use passerelle_words::say;

use super::{path, read_id, sentence};
use crate::{access::REQUEST_MANAGE, actions::requests as actions, store::requests};

pub(super) async fn show(ctx: Ctx, Path(id): Path<String>) -> PageResult {
    let mut tx = ctx.begin_read().await?;
    let kept = requests::load_request(&mut tx, ctx.actor()?, read_id(&id)?, REQUEST_MANAGE).await?;
    let (title, path) = (ctx.say("placement-request-link-title"), path(kept.request.id));
    let email = kept.request.answers.contact.email.as_str();
    let main = html! {
        h1.govuk-heading-l { (title) }
        p.govuk-body { (say!(ctx.words(), "placement-request-link-text", email = email)) }
        (ctx.form(&format!("{path}/link"), html! {
            (ui::button(Button { text: &ctx.say("placement-request-link-send"), ..Button::default() }))
        }))
        h2.govuk-heading-m { (ctx.say("placement-request-link-end-title")) }
        p.govuk-body { (ctx.say("placement-request-link-end-text")) }
        (ctx.form(&format!("{path}/link/end"), html! {
            (ui::button(Button {
                text: &ctx.say("placement-request-link-end"),
                look: Look::Warning,
                ..Button::default()
            }))
        }))
    };
    let back = Some((path, Some(sentence(&ctx, &kept))));
    let seen_by = Some(ctx.say("placement-requests-seen-by"));
    Ok(page(&ctx, Page { title, main, seen_by, back, ..Page::default() }))
}

pub(super) async fn send(ctx: Ctx, Path(id): Path<String>) -> PageResult {
    let id = read_id(&id)?;
    actions::send_link(&ctx, id).await?;
    Ok(redirect(&format!("{}?done=placement-request-link-sent-done", path(id))))
}

pub(super) async fn end(ctx: Ctx, Path(id): Path<String>) -> PageResult {
    let id = read_id(&id)?;
    actions::end_links(&ctx, id).await?;
    Ok(redirect(&format!("{}?done=placement-request-link-ended-done", path(id))))
}
