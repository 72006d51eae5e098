//! The page after too many tries: how long to wait, and the same form once more with all that was typed.
//!
//! A password is not written into a page: its field comes back empty.

use axum::{
    http::{HeaderValue, header},
    response::Response,
};
use maud::{Markup, html};
use passerelle_ui::{self as ui, Button, Field};
use passerelle_words::say;

use crate::{Ctx, Page, PageError, page};

const PASSWORD: &str = "password";

/// The page; `body` is the form that was sent, empty when none was.
pub(crate) fn page_of(ctx: &Ctx, body: &[u8]) -> Response {
    let words = ctx.words();
    let seconds = ctx.wait().max(1);
    let title = ctx.say("web-problem-too-many-title");
    let typed: Vec<(String, String)> = form_urlencoded::parse(body).into_owned().collect();
    let has_password = typed.iter().any(|(name, _)| name.contains(PASSWORD));
    let kept = if has_password { "web-problem-too-many-password" } else { "web-problem-too-many-kept" };
    let main = html! {
        h1.govuk-heading-l { (title) }
        p.govuk-body { (say!(words, "web-problem-too-many-text", seconds = seconds)) }
        @if typed.is_empty() {
            p.govuk-body { a.govuk-link href="/" { (ctx.say("web-problem-home")) } }
        } @else {
            p.govuk-body { (ctx.say(kept)) }
            (again(ctx, &typed))
        }
    };
    let mut response = page(ctx, Page { title, main, ..Page::default() });
    *response.status_mut() = PageError::TooMany.status();
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    response
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
            (ui::button(Button { text: &ctx.say("web-problem-too-many-again"), ..Button::default() }))
        }
    }
}
