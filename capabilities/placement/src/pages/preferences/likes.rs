//! What a peer likes, if they want to tell: those who coordinate read it where a mission meets it.

use maud::{Markup, html};
use passerelle_ui::{self as ui, Choice, Choices, Field, Input, Width};
use passerelle_web::{Ctx, Fields};

use crate::{
    code::Code,
    matching::Nature,
    request::{Hope, Public, Setting},
};

/// The publics that can be told; a team's own words cannot be compared.
fn publics() -> Vec<Public> {
    Public::ALL.iter().copied().filter(|public| *public != Public::Other).collect()
}

fn settings() -> Vec<Setting> {
    Setting::ALL.iter().copied().filter(|setting| *setting != Setting::Other).collect()
}

pub(super) fn fill(fields: Fields, likes: &Nature) -> Fields {
    let fields = with(fields, "public", &likes.publics.iter().map(|one| one.code()).collect::<Vec<_>>());
    let fields = with(fields, "help", &likes.hopes.iter().map(|one| one.code()).collect::<Vec<_>>());
    with(fields, "setting", &likes.settings.iter().map(|one| one.code()).collect::<Vec<_>>())
}

fn with(fields: Fields, name: &str, codes: &[&str]) -> Fields {
    codes.iter().fold(fields, |fields, code| fields.with(name, *code))
}

pub(super) fn read(fields: &Fields) -> Nature {
    Nature {
        publics: fields.choices("public", Public::parse).into_iter().collect(),
        hopes: fields.choices("help", Hope::parse).into_iter().collect(),
        settings: fields.choices("setting", Setting::parse).into_iter().collect(),
    }
}

pub(super) fn questions(ctx: &Ctx, fields: &Fields) -> Markup {
    let [title, text, wished, hint] =
        ["title", "text", "wished", "wished-hint"].map(|name| ctx.say(&format!("placement-likes-{name}")));
    let field = Field {
        name: "wished",
        label: &wished,
        hint: Some(&hint),
        value: fields.value("wished"),
        error: fields.error("wished"),
        optional: true,
        ..Field::default()
    };
    html! {
        h2.govuk-heading-m { (title) }
        p.govuk-body { (text) }
        (ui::input(ctx.words(), Input { field, width: Width::Characters(5), ..Input::default() }))
        (choices(ctx, fields, ("public", "placement-with-"), &publics()))
        (choices(ctx, fields, ("help", "placement-helps-"), Hope::ALL))
        (choices(ctx, fields, ("setting", "placement-in-"), &settings()))
    }
}

fn choices<C: Code>(ctx: &Ctx, fields: &Fields, (name, prefix): (&str, &str), codes: &[C]) -> Markup {
    let label = ctx.say(&format!("placement-likes-{name}"));
    let said = |code: &C| (code.code(), passerelle_words::capital(&ctx.say(&format!("{prefix}{}", code.code()))));
    let labels: Vec<(&str, String)> = codes.iter().map(said).collect();
    let items: Vec<Choice<'_>> = labels
        .iter()
        .map(|(value, label)| Choice { value, label, checked: fields.has(name, value), ..Choice::default() })
        .collect();
    let field = Field { name, label: &label, optional: true, ..Field::default() };
    ui::checkboxes(ctx.words(), Choices { field, items: &items, small: true, ..Choices::default() })
}
