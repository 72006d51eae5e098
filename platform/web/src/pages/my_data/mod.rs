//! My data: the list of the pages on which a person reads what is held about them, who sees it and who looked.

mod looked;
mod sees;

use maud::html;
use passerelle_store::Sql;
use passerelle_ui as ui;

use crate::{Ctx, Destination, Needs, Page, PageResult, Routes, frame::visible, page};

/// The pages of this crate that the list names.
pub(super) const MY_DATA: &[Destination] = &[
    Destination { key: "web-sees-title", path: sees::PATH, needs: Needs::SignedIn, order: 10 },
    Destination { key: "web-looked-title", path: looked::PATH, needs: Needs::SignedIn, order: 20 },
];

/// The statements of these pages.
pub(super) const STATEMENTS: &[&Sql] = looked::STATEMENTS;

pub(super) fn routes() -> Routes {
    Routes::default().get("/account/data", Needs::SignedIn, show).get(sees::PATH, Needs::SignedIn, sees::show).get(
        looked::PATH,
        Needs::SignedIn,
        looked::show,
    )
}

/// The way back to the list.
fn back(ctx: &Ctx) -> Option<(String, Option<String>)> {
    Some(("/account/data".to_owned(), Some(ctx.say("web-my-data-title"))))
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
