//! The questions as people see them. The public form shows one a page, the staff form all of them.

use maud::{Markup, html};
use passerelle_ui::{self as ui, Choice, Choices, Field, Heading, Input, Kind, Textarea, Width};
use passerelle_web::{Ctx, Fields};

use super::fields::LENGTHS;
use crate::{
    code::Code,
    request::{Experience, Hope, Public, Question, Setting},
    text,
};

/// The fields of a question under its title.
pub(in crate::pages) fn question(ctx: &Ctx, question: Question, fields: &Fields, heading: Heading) -> Markup {
    match question {
        Question::Team => team(ctx, fields, heading),
        Question::Setting => radios::<Setting>(ctx, fields, "setting", heading),
        Question::Public => choices::<Public>(ctx, fields, "public", heading),
        Question::Hopes => choices::<Hope>(ctx, fields, "hopes", heading),
        Question::Hours => hours(ctx, fields, heading),
        Question::Length => length(ctx, fields, heading),
        Question::Place => line(ctx, fields, "place", "town", heading, Some("address-level2")),
        Question::Languages => languages(ctx, fields, heading),
        Question::Start => start(ctx, fields, heading),
        Question::Referent => referent(ctx, fields, heading),
        Question::Experience => radios::<Experience>(ctx, fields, "experience", heading),
        Question::Contact => contact(ctx, fields, heading),
    }
}

fn words(ctx: &Ctx, question: &str, part: &str) -> String {
    ctx.say(&format!("placement-ask-{question}-{part}"))
}

/// The title of a page with several fields, and the help under it.
fn title(ctx: &Ctx, question: &str, heading: Heading) -> Markup {
    html! {
        @if heading == Heading::Page { h1.govuk-heading-l { (words(ctx, question, "label")) } }
        @else { h2.govuk-heading-m { (words(ctx, question, "label")) } }
        p.govuk-hint { (words(ctx, question, "hint")) }
    }
}

fn field<'a>(fields: &'a Fields, name: &'a str, label: &'a str, optional: bool) -> Field<'a> {
    Field { name, label, error: fields.error(name), value: fields.value(name), optional, ..Field::default() }
}

fn radios<C: Code>(ctx: &Ctx, fields: &Fields, name: &str, heading: Heading) -> Markup {
    let labels = labels::<C>(ctx, name);
    let items: Vec<Choice<'_>> =
        labels.iter().map(|(code, label)| Choice { value: code, label, ..Choice::default() }).collect();
    let (label, hint) = (words(ctx, name, "label"), words(ctx, name, "hint"));
    let field = Field { hint: Some(&hint), heading, ..field(fields, name, &label, false) };
    ui::radios(ctx.words(), Choices { field, items: &items, ..Choices::default() })
}

fn labels<C: Code>(ctx: &Ctx, name: &str) -> Vec<(&'static str, String)> {
    let say = |choice: &C| (choice.code(), ctx.say(&format!("placement-{name}-{}", choice.code())));
    C::CHOICES.iter().map(say).collect()
}

/// Boxes to tick and a field for what the list does not say.
fn choices<C: Code>(ctx: &Ctx, fields: &Fields, name: &str, heading: Heading) -> Markup {
    let labels = labels::<C>(ctx, name);
    let items: Vec<Choice<'_>> = labels
        .iter()
        .map(|(code, label)| Choice { value: code, label, checked: fields.has(name, code), ..Choice::default() })
        .collect();
    let (label, hint) = (words(ctx, name, "label"), words(ctx, name, "hint"));
    let boxes = Field { hint: Some(&hint), heading, ..field(fields, name, &label, false) };
    let own = format!("{name}-words");
    let own_label = words(ctx, name, "words");
    let own_field = field(fields, &own, &own_label, true);
    let limit = u32::try_from(text::SENTENCES).ok();
    html! {
        (ui::checkboxes(ctx.words(), Choices { field: boxes, items: &items, ..Choices::default() }))
        (ui::textarea(ctx.words(), Textarea { field: own_field, rows: Some(3), limit }))
    }
}

fn line(ctx: &Ctx, fields: &Fields, name: &str, input: &str, heading: Heading, autocomplete: Option<&str>) -> Markup {
    let (label, hint) = (words(ctx, name, "label"), words(ctx, name, "hint"));
    let field = Field { hint: Some(&hint), heading, ..field(fields, input, &label, false) };
    ui::input(ctx.words(), Input { field, autocomplete, ..Input::default() })
}

fn team(ctx: &Ctx, fields: &Fields, heading: Heading) -> Markup {
    let (institution, team) = (words(ctx, "team", "institution"), words(ctx, "team", "team"));
    let named = field(fields, "institution", &institution, false);
    html! {
        (title(ctx, "team", heading))
        (ui::input(ctx.words(), Input { field: named, autocomplete: Some("organization"), ..Input::default() }))
        (ui::input(ctx.words(), Input { field: field(fields, "team", &team, false), ..Input::default() }))
    }
}

fn hours(ctx: &Ctx, fields: &Fields, heading: Heading) -> Markup {
    let (label, hint) = (words(ctx, "hours", "label"), words(ctx, "hours", "hint"));
    let (suffix, flexible) = (words(ctx, "hours", "suffix"), words(ctx, "hours", "flexible"));
    let field_hours = Field { hint: Some(&hint), heading, ..field(fields, "hours", &label, false) };
    let width = Width::Characters(5);
    let input = Input { field: field_hours, kind: Kind::Decimal, width, suffix: Some(&suffix), ..Input::default() };
    html! {
        (ui::input(ctx.words(), input))
        (ui::checkbox(ctx.words(), field(fields, "flexible", &flexible, false)))
    }
}

fn length(ctx: &Ctx, fields: &Fields, heading: Heading) -> Markup {
    let months = words(ctx, "length", "months");
    let input = Input {
        field: field(fields, "months", &months, false),
        kind: Kind::Number,
        width: Width::Characters(3),
        ..Input::default()
    };
    let other = ui::input(ctx.words(), input);
    let labels: Vec<String> = LENGTHS.iter().map(|code| words(ctx, "length", code)).collect();
    let items: Vec<Choice<'_>> = LENGTHS
        .iter()
        .zip(&labels)
        .map(|(code, label)| Choice {
            value: code,
            label,
            reveals: (*code == "other").then(|| other.clone()),
            ..Choice::default()
        })
        .collect();
    let (label, hint, trial) =
        (words(ctx, "length", "label"), words(ctx, "length", "hint"), words(ctx, "length", "trial"));
    let field_length = Field { hint: Some(&hint), heading, ..field(fields, "length", &label, false) };
    html! {
        (ui::radios(ctx.words(), Choices { field: field_length, items: &items, ..Choices::default() }))
        (ui::checkbox(ctx.words(), field(fields, "trial", &trial, false)))
    }
}

fn languages(ctx: &Ctx, fields: &Fields, heading: Heading) -> Markup {
    let (label, hint) = (words(ctx, "languages", "label"), words(ctx, "languages", "hint"));
    let field = Field { hint: Some(&hint), heading, ..field(fields, "language", &label, false) };
    let chosen: Vec<&str> = fields.values("language").collect();
    ui::spoken(ctx.words(), field, &chosen)
}

fn start(ctx: &Ctx, fields: &Fields, heading: Heading) -> Markup {
    let date = |name: &'static str| {
        let label = words(ctx, "start", name);
        let part = |part: &str| fields.value(&format!("{name}-{part}")).to_owned();
        let (day, month, year) = (part("day"), part("month"), part("year"));
        let field = field(fields, name, &label, false);
        ui::date_input(ctx.words(), ui::DateInput { field, day: &day, month: &month, year: &year, birthday: false })
    };
    let dates = html! { (date("from")) (date("until")) };
    let labels = ["soon", "quarter", "dates"].map(|code| (code, words(ctx, "start", code)));
    let items: Vec<Choice<'_>> = labels
        .iter()
        .map(|(code, label)| Choice {
            value: code,
            label,
            reveals: (*code == "dates").then(|| dates.clone()),
            ..Choice::default()
        })
        .collect();
    let (label, hint) = (words(ctx, "start", "label"), words(ctx, "start", "hint"));
    let field = Field { hint: Some(&hint), heading, ..field(fields, "start", &label, false) };
    ui::radios(ctx.words(), Choices { field, items: &items, ..Choices::default() })
}

fn referent(ctx: &Ctx, fields: &Fields, heading: Heading) -> Markup {
    let name = words(ctx, "referent", "name");
    let input =
        ui::input(ctx.words(), Input { field: field(fields, "referent-name", &name, false), ..Input::default() });
    let (named, not_yet) = (words(ctx, "referent", "named"), words(ctx, "referent", "not-yet"));
    let items = [
        Choice { value: "named", label: &named, reveals: Some(input), ..Choice::default() },
        Choice { value: "not-yet", label: &not_yet, ..Choice::default() },
    ];
    let (label, hint) = (words(ctx, "referent", "label"), words(ctx, "referent", "hint"));
    let field = Field { hint: Some(&hint), heading, ..field(fields, "referent", &label, false) };
    ui::radios(ctx.words(), Choices { field, items: &items, ..Choices::default() })
}

fn contact(ctx: &Ctx, fields: &Fields, heading: Heading) -> Markup {
    let input = |name: &'static str, kind: Kind, autocomplete: &'static str, optional: bool| {
        let label = words(ctx, "contact", name);
        let field = field(fields, name, &label, optional);
        ui::input(ctx.words(), Input { field, kind, autocomplete: Some(autocomplete), ..Input::default() })
    };
    html! {
        (title(ctx, "contact", heading))
        (input("name", Kind::Text, "name", false))
        (input("role", Kind::Text, "organization-title", true))
        (input("email", Kind::Email, "email", false))
        (input("phone", Kind::Telephone, "tel", true))
    }
}
