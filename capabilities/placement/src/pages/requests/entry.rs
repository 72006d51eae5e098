//! A request that staff write for a team that phoned or met them: the same questions on one page.

use axum::response::Response;
use maud::html;
use passerelle_kernel::Language;
use passerelle_ui::{self as ui, Button, Choice, Choices, Field, Heading};
use passerelle_web::{Ctx, Failure, Fields, Page, PageResult, page, redirect};

use super::path;
use crate::{
    actions::requests as actions,
    pages::ask,
    request::{Answers, Question},
};

pub(super) async fn show(ctx: Ctx) -> PageResult {
    let language = ctx.words().language().tag();
    let fields = Fields::empty(&ctx).with("letters", language).with("language", language);
    Ok(form(&ctx, &fields))
}

fn form(ctx: &Ctx, fields: &Fields) -> Response {
    let title = ctx.say("placement-request-enter-title");
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        p.govuk-body { (ctx.say("placement-request-enter-text")) }
        (ctx.form("/requests/new", html! {
            @for question in Question::ALL { (ask::question(ctx, *question, fields, Heading::Medium)) }
            (letters(ctx, fields))
            (ui::button(Button { text: &ctx.say("placement-request-enter-action"), ..Button::default() }))
        }))
    };
    let back = Some(("/requests".to_owned(), Some(ctx.say("placement-requests-title"))));
    let seen_by = Some(ctx.say("placement-requests-seen-by"));
    page(ctx, Page { title, main, seen_by, back, refused: !fields.is_clean(), ..Page::default() })
}

/// The language in which the team is written to.
fn letters(ctx: &Ctx, fields: &Fields) -> maud::Markup {
    let items =
        Language::ALL.map(|language| Choice { value: language.tag(), label: language.endonym(), ..Choice::default() });
    let label = ctx.say("placement-request-enter-language");
    let (error, value) = (fields.error("letters"), fields.value("letters"));
    let field = Field { name: "letters", label: &label, error, value, heading: Heading::Medium, ..Field::default() };
    ui::radios(ctx.words(), Choices { field, items: &items, inline: true, ..Choices::default() })
}

pub(super) async fn enter(ctx: Ctx, mut fields: Fields) -> PageResult {
    let mut answers = Answers::default();
    for question in Question::ALL {
        answers = ask::read(&ctx, &mut fields, *question, answers);
    }
    let language = Language::find(fields.value("letters")).unwrap_or(ctx.words().language());
    if !fields.is_clean() {
        return Ok(form(&ctx, &fields));
    }
    match actions::enter_for_team(&ctx, answers, language).await {
        Ok(id) => Ok(redirect(&format!("{}?done=placement-request-entered-done", path(id)))),
        Err(Failure::Refused(refusal)) => {
            fields.refuse_key("", refusal.key());
            Ok(form(&ctx, &fields))
        }
        Err(failure) => Err(failure.into()),
    }
}
