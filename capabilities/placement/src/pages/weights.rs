//! What counts when the association looks for whom a mission suits: one question for each preference.

use axum::response::Response;
use maud::{Markup, html};
use passerelle_ui::{self as ui, Button, Choice, Choices, Field};
use passerelle_web::{Ctx, Fields, Needs, Page, PageError, PageResult, Routes, page, redirect};

use crate::{
    Error,
    access::MATCHING,
    actions::missions::weigh,
    matching::{Preference, Weight, Weights},
    store,
};

/// Where it is.
pub(super) const PATH: &str = "/matching";

pub(super) fn routes() -> Routes {
    let right = Needs::Right(MATCHING);
    Routes::default().get(PATH, right, show).post(PATH, right, keep)
}

async fn show(ctx: Ctx) -> PageResult {
    let org = ctx.actor()?.association(MATCHING).ok_or(PageError::Forbidden)?;
    let (weights, version) = store::weights::of_org(&mut ctx.begin_read().await?, org).await?;
    let fields = Fields::empty(&ctx).with("version", version.to_string());
    let fill = |fields: Fields, one: &Preference| fields.with(one.as_str(), weights.of(*one).as_str());
    Ok(form(&ctx, &Preference::ALL.iter().fold(fields, fill)))
}

fn form(ctx: &Ctx, fields: &Fields) -> Response {
    let title = ctx.say("placement-weights-title");
    let questions = html! {
        input type="hidden" name="version" value=(fields.value("version"));
        @for preference in Preference::ALL { (question(ctx, fields, *preference)) }
        (ui::button(Button { text: &ctx.say("placement-save"), ..Button::default() }))
    };
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        (ui::lead(&ctx.say("placement-weights-text")))
        p.govuk-body { (ctx.say("placement-weights-first")) }
        (ctx.form(PATH, questions))
    };
    let back = Some(("/missions".to_owned(), Some(ctx.say("placement-missions-title"))));
    let seen_by = Some(ctx.say("placement-weights-seen-by"));
    page(ctx, Page { title, back, main, seen_by, refused: !fields.is_clean(), ..Page::default() })
}

fn question(ctx: &Ctx, fields: &Fields, preference: Preference) -> Markup {
    let name = preference.as_str();
    let [label, hint] = ["", "-hint"].map(|end| ctx.say(&format!("placement-prefers-{name}{end}")));
    let said = |weight: &Weight| (weight.as_str(), ctx.say(&format!("placement-weight-{}", weight.as_str())));
    let labels: Vec<(&str, String)> = Weight::ALL.iter().map(said).collect();
    let items: Vec<Choice<'_>> =
        labels.iter().map(|(value, label)| Choice { value, label, ..Choice::default() }).collect();
    let field = Field {
        name,
        label: &label,
        hint: Some(&hint),
        value: fields.value(name),
        error: fields.error(name),
        ..Field::default()
    };
    ui::radios(ctx.words(), Choices { field, items: &items, inline: true, small: true })
}

async fn keep(ctx: Ctx, mut fields: Fields) -> PageResult {
    let mut weights = Some(Weights::default());
    for preference in Preference::ALL {
        let weight = fields.choice(preference.as_str(), Weight::parse, "placement-refusal-choice-missing");
        weights = weights.zip(weight).map(|(weights, weight)| weights.with(*preference, weight));
    }
    let Some(weights) = weights else { return Ok(form(&ctx, &fields)) };
    match weigh(&ctx, &weights, fields.value("version").parse().unwrap_or_default()).await {
        Ok(()) => Ok(redirect("/matching?done=placement-weights-done")),
        Err(Error::Refused(refusal)) => {
            fields.refuse_key("", refusal.key());
            Ok(form(&ctx, &fields))
        }
        Err(error) => Err(error.into()),
    }
}
