//! The last pages of asking: read it all once more, send it, know what happens next.

use axum::{http::header, response::Response};
use maud::html;
use passerelle_ui::{self as ui, Button};
use passerelle_web::{Ctx, Failure, Page, PageError, PageResult, page, redirect, set_cookie};
use passerelle_words::say;

use super::{COOKIE, draft, facts, path};
use crate::{
    actions::requests as actions,
    refusal::Refusal,
    request::Question,
    store::requests::{self, FOLLOW, Kept},
};

/// For how many days the browser that sent a request still knows the way to it.
const DAYS: i64 = 1;

pub(super) async fn show(ctx: Ctx) -> PageResult {
    match draft(&ctx).await? {
        Some(kept) => summary(&ctx, &kept, None).await,
        None => Ok(redirect("/ask")),
    }
}

async fn summary(ctx: &Ctx, kept: &Kept, refusal: Option<Refusal>) -> PageResult {
    let org = requests::org_name(&mut ctx.begin_read().await?, kept.request.org).await?;
    let missing = Question::missing(&kept.request.answers);
    let title = ctx.say("placement-ask-check-title");
    let main = html! {
        @if let Some(refusal) = refusal {
            (ui::error_summary(ctx.words(), &[ui::Problem { field: None, text: &ctx.say(refusal.key()) }]))
        }
        h1.govuk-heading-l { (title) }
        p.govuk-body { (say!(ctx.words(), "placement-ask-check-text", org = org.as_str())) }
        (facts(ctx, &kept.request.answers, true))
        @if let Some(first) = missing.first() {
            p.govuk-body { (ctx.say("placement-ask-check-missing")) }
            (ui::link_button(&ctx.say("placement-ask-check-complete"), &path(*first), ui::Look::Primary))
        } @else {
            p.govuk-body { (say!(ctx.words(), "placement-ask-check-privacy", org = org.as_str())) }
            (ctx.form("/ask/check", html! {
                (ui::button(Button { text: &ctx.say("placement-ask-send"), ..Button::default() }))
            }))
        }
    };
    let back = Some((path(Question::Contact), None));
    Ok(page(ctx, Page { title, main, back, refused: refusal.is_some(), ..Page::default() }))
}

pub(super) async fn send(ctx: Ctx) -> PageResult {
    // Sent already, by the first of two clicks.
    let Some(secret) = ctx.cookies().get(ctx.app(), COOKIE) else { return Ok(redirect("/ask/sent")) };
    let Some(kept) = draft(&ctx).await? else { return Ok(redirect("/ask/sent")) };
    let to = &kept.request.answers.contact.email;
    let (to, org) = (format!("request-to {to}"), format!("request-for {}", kept.request.org));
    if !ctx.allows(to).await? || !ctx.allows(org).await? {
        return Err(PageError::TooMany);
    }
    match actions::submit(&ctx, secret).await {
        Ok(submitted) => Ok(leave(&ctx, submitted.follow.reveal())),
        Err(Failure::Refused(refusal)) => summary(&ctx, &kept, Some(refusal)).await,
        Err(failure) => Err(failure.into()),
    }
}

/// The draft's cookie goes, the way to follow the request comes.
fn leave(ctx: &Ctx, follow: &str) -> Response {
    let mut response = redirect("/ask/sent");
    let cookies = [set_cookie(ctx.app(), COOKIE, "", 0), set_cookie(ctx.app(), FOLLOW.0, follow, DAYS)];
    for cookie in cookies.into_iter().flatten() {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

pub(super) async fn sent(ctx: Ctx) -> PageResult {
    let Some(secret) = ctx.cookies().get(ctx.app(), FOLLOW.0) else { return Ok(redirect("/ask")) };
    let mut tx = ctx.begin_read().await?;
    let Some(kept) = requests::by_link(&mut tx, secret, FOLLOW.0).await? else { return Ok(redirect("/ask")) };
    let org = requests::org_name(&mut tx, kept.request.org).await?;
    let title = ctx.say("placement-ask-sent-title");
    let email = kept.request.answers.contact.email.as_str();
    let main = html! {
        (ui::panel(&title, html! { (say!(ctx.words(), "placement-ask-sent-panel", org = org.as_str())) }))
        h2.govuk-heading-m { (ctx.say("placement-ask-sent-next")) }
        ul.govuk-list.govuk-list--bullet {
            li { (say!(ctx.words(), "placement-ask-sent-mail", email = email)) }
            li { (say!(ctx.words(), "placement-ask-sent-answer", org = org.as_str())) }
            li { (ctx.say("placement-ask-sent-account")) }
        }
        p.govuk-body { a.govuk-link href={ "/follow/" (secret) } { (ctx.say("placement-ask-sent-follow")) } }
    };
    Ok(page(&ctx, Page { title, main, ..Page::default() }))
}
