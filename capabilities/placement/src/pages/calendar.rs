//! The calendar of a peer: an address for the phone's calendar, and the feed behind it.

use axum::{
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
};
use maud::html;
use passerelle_ui::{self as ui, Button};
use passerelle_web::{Ctx, Needs, Page, PageResult, Routes, page};

use crate::{
    access,
    actions::missions::{calendar::feed, renew_calendar},
};

pub(super) fn routes() -> Routes {
    let peer = Needs::Right(access::PREFERENCES);
    Routes::default().get("/calendar", peer, ask).post("/calendar", peer, renew).get(
        "/calendar/{secret}",
        Needs::Public,
        download,
    )
}

async fn ask(ctx: Ctx) -> Response {
    let title = ctx.say("placement-calendar-title");
    let main = html! {
        h1.govuk-heading-l { (title) }
        p.govuk-body { (ctx.say("placement-calendar-text")) }
        p.govuk-body { (ctx.say("placement-calendar-renew")) }
        (ctx.form("/calendar", html! {
            (ui::button(Button { text: &ctx.say("placement-calendar-make"), ..Button::default() }))
        }))
    };
    show(&ctx, title, main)
}

async fn renew(ctx: Ctx) -> PageResult {
    let secret = renew_calendar(&ctx).await?;
    let address = format!("{}/calendar/{}.ics", ctx.app().settings().base_url, secret.reveal());
    let title = ctx.say("placement-calendar-made-title");
    let main = html! {
        h1.govuk-heading-l { (title) }
        p.govuk-body { (ctx.say("placement-calendar-made-text")) }
        (ui::inset(html! { code { (address) } }))
        p.govuk-body { a.govuk-link href=(address) { (ctx.say("placement-calendar-open")) } }
        p.govuk-body { (ctx.say("placement-calendar-secret")) }
    };
    Ok(show(&ctx, title, main))
}

fn show(ctx: &Ctx, title: String, main: maud::Markup) -> Response {
    let seen_by = Some(ctx.say("placement-calendar-seen-by"));
    let back = Some(("/me/peer".to_owned(), Some(ctx.say("placement-terms-title"))));
    page(ctx, Page { title, main, back, seen_by, ..Page::default() })
}

async fn download(ctx: Ctx, Path(secret): Path<String>) -> PageResult {
    let text = feed(&ctx, secret.strip_suffix(".ics").unwrap_or(&secret)).await?;
    Ok(([(header::CONTENT_TYPE, "text/calendar; charset=utf-8")], text).into_response())
}
