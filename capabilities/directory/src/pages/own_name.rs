//! One's own name, as one wants to be called. Once somebody has come in, nobody else changes it.

use maud::html;
use passerelle_ui::{self as ui, Button, Kind};
use passerelle_web::{Ctx, Failure, Fields, Needs, Page, PageResult, Routes, page, redirect};

use super::{line, refuse};
use crate::actions;

pub(super) fn routes() -> Routes {
    Routes::default().get("/me/name", Needs::SignedIn, ask).post("/me/name", Needs::SignedIn, keep)
}

async fn ask(ctx: Ctx) -> PageResult {
    let fields = Fields::empty(&ctx).with("name", ctx.actor()?.name.as_str());
    form(&ctx, &fields)
}

fn form(ctx: &Ctx, fields: &Fields) -> PageResult {
    let title = ctx.say("directory-own-name-title");
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        (ctx.form("/me/name", html! {
            (line(ctx, fields, "name", "directory-own-name", Kind::Text, false))
            (ui::button(Button { text: &ctx.say("directory-save"), ..Button::default() }))
        }))
    };
    let (back, seen_by) = (Some(("/me".to_owned(), None)), Some(ctx.say("directory-own-name-seen-by")));
    Ok(page(ctx, Page { title, main, back, seen_by, refused: !fields.is_clean(), ..Page::default() }))
}

async fn keep(ctx: Ctx, mut fields: Fields) -> PageResult {
    match actions::rename_oneself(&ctx, fields.value("name")).await {
        Ok(()) => Ok(redirect("/me?done=directory-own-name-done")),
        Err(Failure::Refused(refusal)) => {
            refuse(&mut fields, vec![refusal]);
            form(&ctx, &fields)
        }
        Err(failure) => Err(failure.into()),
    }
}
