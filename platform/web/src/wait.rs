//! The page that asks to wait a little: after too many tries, or while the database is away. It has the same form once
//! more with all that was typed.
//!
//! A password is not written into a page: its field comes back empty.

use axum::{
    http::{HeaderValue, header},
    response::Response,
};
use maud::{Markup, html};
use passerelle_ui::{self as ui, Button, Field};
use passerelle_words::say;

use crate::{Ctx, Page, PageError, ctx::SESSION, frame::FORM_KEY, page};

const PASSWORD: &str = "password";
/// After how many seconds a database that is away is worth another try.
const AWAY: i64 = 10;

/// The page for this problem; `here` is the address that was asked for, `body` the form that was sent, empty when none was.
pub(crate) fn page_of(ctx: &Ctx, problem: &PageError, here: &str, body: &[u8]) -> Response {
    let typed: Vec<(String, String)> = form_urlencoded::parse(body).into_owned().collect();
    let seconds = if *problem == PageError::TooMany { ctx.wait().max(1) } else { AWAY };
    let (title, text) = words_of(ctx, problem, seconds, &typed);
    let has_password = typed.iter().any(|(name, _)| name.contains(PASSWORD));
    let main = html! {
        h1.govuk-heading-l { (title) }
        p.govuk-body { (text) }
        @if *problem != PageError::TooMany && ctx.cookies().get(ctx.app(), SESSION).is_some() {
            p.govuk-body { (ctx.say("web-problem-away-signed-in")) }
        }
        @if typed.is_empty() {
            p.govuk-body { (way_on(ctx, problem, here)) }
        } @else {
            p.govuk-body { (ctx.say(if has_password { "web-problem-kept-password" } else { "web-problem-kept" })) }
            (again(ctx, &typed))
        }
    };
    let mut response = page(ctx, Page { title, main, ..Page::default() });
    *response.status_mut() = problem.status();
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    response
}

/// The title and what happened.
fn words_of(ctx: &Ctx, problem: &PageError, seconds: i64, typed: &[(String, String)]) -> (String, String) {
    let (kind, text) = match problem {
        PageError::TooMany => ("too-many", say!(ctx.words(), "web-problem-too-many-text", seconds = seconds)),
        // Whichever sending of a form with a key is acted on, it is acted on once.
        PageError::Unsure if typed.iter().any(|(name, _)| name == FORM_KEY) => {
            ("unsure", ctx.say("web-problem-unsure-once"))
        }
        PageError::Unsure => ("unsure", ctx.say("web-problem-unsure-text")),
        _ => ("away", ctx.say("web-problem-away-text")),
    };
    (ctx.say(&format!("web-problem-{kind}-title")), text)
}

/// Where to go when there is no form to send again: the same page when it was only to be shown.
fn way_on(ctx: &Ctx, problem: &PageError, here: &str) -> Markup {
    match problem {
        PageError::Away => html! { a.govuk-link href=(here) { (ctx.say("web-problem-try-again")) } },
        _ => html! { a.govuk-link href="/" { (ctx.say("web-problem-home")) } },
    }
}

/// The form with the same key: whichever sending is acted on, it is acted on once.
fn again(ctx: &Ctx, typed: &[(String, String)]) -> Markup {
    let label = ctx.say("web-sign-in-password");
    html! {
        form method="post" action=(ctx.path()) novalidate {
            @for (name, value) in typed.iter().filter(|(name, _)| !name.contains(PASSWORD)) {
                input type="hidden" name=(name) value=(value);
            }
            @for (name, _) in typed.iter().filter(|(name, _)| name.contains(PASSWORD)) {
                (ui::password(ctx.words(), Field { name, label: &label, ..Field::default() }))
            }
            (ui::button(Button { text: &ctx.say("web-problem-send-again"), ..Button::default() }))
        }
    }
}
