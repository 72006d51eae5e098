//! Radios (one answer) and checkboxes (several answers).
//!
//! What an answer reveals is folded by the styles alone (`:has`): the script of govuk-frontend would put `aria-expanded`
//! on radios, which ARIA does not allow.

use maud::{Markup, html};
use passerelle_words::Words;

use crate::Field;

/// One possible answer.
#[derive(Clone, Debug, Default)]
pub struct Choice<'a> {
    /// What is sent.
    pub value: &'a str,
    /// What is read.
    pub label: &'a str,
    /// Help for this answer.
    pub hint: Option<&'a str>,
    /// What is told of this answer, line by line, after its help.
    pub lines: &'a [String],
    /// Whether it is ticked (checkboxes; radios compare with the value of the field).
    pub checked: bool,
    /// What else is asked when this answer is chosen. The styles fold it; very old browsers always show it.
    pub reveals: Option<Markup>,
    /// An answer apart, after the word “or”: “none of these”, “I don't know”. It unticks the others.
    pub apart: bool,
}

/// A question with its possible answers.
#[derive(Clone, Copy, Debug, Default)]
pub struct Choices<'a> {
    /// The question.
    pub field: Field<'a>,
    /// The possible answers.
    pub items: &'a [Choice<'a>],
    /// Side by side: only for two short answers.
    pub inline: bool,
    /// Smaller, for filters of a list.
    pub small: bool,
}

#[derive(Clone, Copy)]
struct Family {
    block: &'static str,
    kind: &'static str,
}

const RADIOS: Family = Family { block: "govuk-radios", kind: "radio" };
const CHECKBOXES: Family = Family { block: "govuk-checkboxes", kind: "checkbox" };

/// One answer of several.
pub fn radios(words: &Words, choices: Choices<'_>) -> Markup {
    group(words, RADIOS, choices, |choice| choice.value == choices.field.value)
}

/// Any number of answers.
pub fn checkboxes(words: &Words, choices: Choices<'_>) -> Markup {
    group(words, CHECKBOXES, choices, |choice| choice.checked)
}

/// One box to tick, without a question above it; ticked when the value of the field is `yes`.
pub fn checkbox(words: &Words, field: Field<'_>) -> Markup {
    let choice = Choice { value: "yes", label: field.label, hint: field.hint, ..Choice::default() };
    html! {
        div class=(field.class("govuk-form-group")) {
            @if let Some(text) = field.error { (crate::error_message(words, field.name, text)) }
            div.govuk-checkboxes data-module="govuk-checkboxes" {
                (item(CHECKBOXES, field.name, field.name, &choice, field.value == "yes"))
            }
        }
    }
}

fn group(words: &Words, family: Family, choices: Choices<'_>, chosen: impl Fn(&Choice<'_>) -> bool) -> Markup {
    let block = family.block;
    let mut class = block.to_owned();
    if choices.inline {
        class += &format!(" {block}--inline");
    }
    if choices.small {
        class += &format!(" {block}--small");
    }
    choices.field.set(
        words,
        None,
        html! {
            div class=(class) data-module=(block) {
                @for (choice, id) in choices.items.iter().zip(ids(choices)) {
                    @if choice.apart { div class={ (block) "__divider" } { (words.say("ui-or")) } }
                    (item(family, &id, choices.field.name, choice, chosen(choice)))
                }
            }
        },
    )
}

/// The first control has the name of the field as its id, so that the error summary leads to it; the word “or” counts.
fn ids(choices: Choices<'_>) -> impl Iterator<Item = String> {
    let mut place = 0;
    choices.items.iter().map(move |choice| {
        place += if choice.apart { 2 } else { 1 };
        if place == 1 { choices.field.name.to_owned() } else { format!("{}-{place}", choices.field.name) }
    })
}

fn item(family: Family, id: &str, name: &str, choice: &Choice<'_>, chosen: bool) -> Markup {
    let Family { block, kind } = family;
    let has_help = choice.hint.is_some() || !choice.lines.is_empty();
    let described_by = has_help.then(|| format!("{id}-item-hint"));
    let behaviour = (choice.apart && kind == "checkbox").then_some("exclusive");
    html! {
        div class={ (block) "__item" } {
            input class={ (block) "__input" } id=(id) name=(name) type=(kind) value=(choice.value) checked[chosen]
                aria-describedby=[described_by] data-behaviour=[behaviour];
            label class={ "govuk-label " (block) "__label" } for=(id) { (choice.label) }
            @if has_help {
                div id={ (id) "-item-hint" } class={ "govuk-hint " (block) "__hint" } {
                    @if let Some(hint) = choice.hint { (hint) }
                    @if !choice.lines.is_empty() { ul.p-choices__lines { @for line in choice.lines { li { (line) } } } }
                }
            }
        }
        @if let Some(content) = &choice.reveals {
            div class={ (block) "__conditional" } id={ "conditional-" (id) } { (content) }
        }
    }
}
