//! The messages that a demonstration keeps instead of sending.

use maud::html;
use passerelle_ui as ui;

use crate::{Ctx, MailRoute, Needs, Page, PageError, PageResult, Routes, mail, page};

pub(super) fn routes() -> Routes {
    Routes::default().get("/outbox", Needs::Public, show)
}

async fn show(ctx: Ctx) -> PageResult {
    let settings = ctx.app().settings();
    if !settings.is_demo || !matches!(settings.mail, MailRoute::Outbox) {
        return Err(PageError::NotFound);
    }
    let mails = mail::outbox(&mut ctx.begin_read().await?).await?;
    let title = ctx.say("web-outbox-title");
    let main = html! {
        h1.govuk-heading-l { (title) }
        p.govuk-body { (ctx.say("web-outbox-text")) }
        @if mails.is_empty() { (ui::empty(&ctx.say("web-outbox-empty"), "", None)) }
        @for mail in &mails {
            article.p-letter {
                h2.govuk-heading-s { (mail.subject) }
                p.govuk-body-s { (mail.to) " · " (ctx.words().instant(mail.at)) }
                @for line in mail.text.lines() { (paragraph(line, &settings.base_url)) }
            }
        }
    };
    Ok(page(&ctx, Page { title, main, ..Page::default() }))
}

/// A line of the message; our own address becomes a link.
fn paragraph(line: &str, base_url: &str) -> maud::Markup {
    html! {
        @if let Some(path) = line.strip_prefix(base_url) {
            p.govuk-body { a.govuk-link href=(path) { (line) } }
        } @else if !line.is_empty() {
            p.govuk-body { (line) }
        }
    }
}
