//! My data: the list of the pages on which a person reads what is held about them, who sees it and who looked.

use maud::html;
use passerelle_ui as ui;

use crate::{Ctx, Needs, Page, PageResult, Routes, frame::visible, page};

pub(super) fn routes() -> Routes {
    Routes::default().get("/account/data", Needs::SignedIn, show)
}

async fn show(ctx: Ctx) -> PageResult {
    let title = ctx.say("web-my-data-title");
    let main = html! {
        h1.govuk-heading-l { (title) }
        (ui::lead(&ctx.say("web-my-data-text")))
        ul.govuk-list.govuk-list--spaced {
            @for one in visible(&ctx, ctx.app().my_data()) {
                li {
                    strong { a.govuk-link href=(one.path) { (ctx.say(one.key)) } }
                    br;
                    (ctx.say(&format!("{}-hint", one.key)))
                }
            }
        }
    };
    let back = Some(("/account".to_owned(), Some(ctx.say("web-account-title"))));
    let seen_by = Some(ctx.say("web-me-seen-by"));
    Ok(page(&ctx, Page { title, main, back, seen_by, ..Page::default() }))
}
