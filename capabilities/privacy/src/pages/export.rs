//! A copy of everything that is held about the person, to take away.

use axum::{
    http::header,
    response::{IntoResponse as _, Response},
};
use maud::html;
use passerelle_ui::{self as ui, Button};
use passerelle_web::{Ctx, Needs, Page, PageError, PageResult, Routes, page};

use crate::copy;

pub(super) fn routes() -> Routes {
    Routes::default().get("/me/export", Needs::SignedIn, show).post("/me/export", Needs::Fresh, download)
}

async fn show(ctx: Ctx) -> Response {
    let title = ctx.say("privacy-export-title");
    let main = html! {
        h1.govuk-heading-l { (title) }
        p.govuk-body { (ctx.say("privacy-export-text")) }
        ul.govuk-list.govuk-list--bullet {
            @for part in ["page", "data", "files"] { li { (ctx.say(&format!("privacy-export-{part}"))) } }
        }
        p.govuk-body { (ctx.say("privacy-export-others")) }
        (ui::warning(ctx.words(), &ctx.say("privacy-export-warning")))
        (ctx.form("/me/export", html! {
            (ui::button(Button { text: &ctx.say("privacy-export-action"), ..Button::default() }))
        }))
    };
    let back = Some(("/me/held".to_owned(), Some(ctx.say("privacy-held-title"))));
    let seen_by = Some(ctx.say("privacy-held-seen-by"));
    page(&ctx, Page { title, main, back, seen_by, ..Page::default() })
}

async fn download(ctx: Ctx) -> PageResult {
    let bytes = copy::make(&ctx).await?;
    let name = format!("{}-{}.zip", ctx.say("privacy-copy-name"), ctx.today());
    let disposition = header::HeaderValue::from_str(&format!("attachment; filename=\"{name}\""));
    let disposition = disposition.map_err(|error| PageError::Internal(error.to_string()))?;
    let kind = header::HeaderValue::from_static("application/zip");
    Ok(([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, disposition)], bytes).into_response())
}
