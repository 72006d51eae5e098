//! What all form fields share: label, hint, message, and the group around them.
//!
//! A refused form is drawn again with the same fields: `value` keeps what was typed, `error` says what to change.

use maud::{Markup, html};
use passerelle_words::Words;

/// How large a label or a legend is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Heading {
    /// One question among others.
    #[default]
    Plain,
    /// The question begins a part of the page.
    Medium,
    /// The question is the only one and the heading of the page.
    Page,
}

/// A question and what is known of its answer.
#[derive(Clone, Copy, Debug, Default)]
pub struct Field<'a> {
    /// The name under which the answer is sent; also the id of the control.
    pub name: &'a str,
    /// The question.
    pub label: &'a str,
    /// Help that stays in view while typing.
    pub hint: Option<&'a str>,
    /// What is wrong with the answer and how to mend it.
    pub error: Option<&'a str>,
    /// The answer so far, as typed.
    pub value: &'a str,
    /// Whether an empty answer is fine; the label says so.
    pub optional: bool,
    /// How large the question is.
    pub heading: Heading,
}

impl Field<'_> {
    /// The ids of the hint and the message, for `aria-describedby`.
    pub(crate) fn described_by(&self) -> Option<String> {
        let ids = [(self.hint, "hint"), (self.error, "error")];
        let ids: Vec<_> =
            ids.iter().filter(|(text, _)| text.is_some()).map(|(_, part)| format!("{}-{part}", self.name)).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    /// `base`, and `base--error` when the answer was refused.
    pub(crate) fn class(&self, base: &str) -> String {
        self.error.map_or_else(|| base.to_owned(), |_| format!("{base} {base}--error"))
    }

    pub(crate) fn question(&self, words: &Words) -> String {
        if self.optional { format!("{} ({})", self.label, words.say("ui-optional")) } else { self.label.to_owned() }
    }

    pub(crate) fn label(&self, words: &Words) -> Markup {
        let text = self.question(words);
        match self.heading {
            Heading::Plain => html! { label.govuk-label for=(self.name) { (text) } },
            Heading::Medium => html! { label.govuk-label.govuk-label--m for=(self.name) { (text) } },
            Heading::Page => {
                html! { h1.govuk-label-wrapper { label.govuk-label.govuk-label--l for=(self.name) { (text) } } }
            }
        }
    }

    /// Hint and message, between the question and the control.
    pub(crate) fn help(&self, words: &Words) -> Markup {
        html! {
            @if let Some(text) = self.hint { (hint(self.name, text)) }
            @if let Some(text) = self.error { (error_message(words, self.name, text)) }
        }
    }

    /// Label, help and control in their group.
    pub(crate) fn group(&self, words: &Words, control: Markup) -> Markup {
        html! { div class=(self.class("govuk-form-group")) { (self.label(words)) (self.help(words)) (control) } }
    }

    /// A group of controls under one question.
    pub(crate) fn set(&self, words: &Words, role: Option<&str>, controls: Markup) -> Markup {
        html! {
            div class=(self.class("govuk-form-group")) {
                fieldset.govuk-fieldset role=[role] aria-describedby=[self.described_by()] {
                    (legend(&self.question(words), self.heading)) (self.help(words)) (controls)
                }
            }
        }
    }
}

fn legend(text: &str, heading: Heading) -> Markup {
    match heading {
        Heading::Plain => html! { legend.govuk-fieldset__legend { (text) } },
        Heading::Medium => html! { legend.govuk-fieldset__legend.govuk-fieldset__legend--m { (text) } },
        Heading::Page => html! {
            legend.govuk-fieldset__legend.govuk-fieldset__legend--l { h1.govuk-fieldset__heading { (text) } }
        },
    }
}

/// Help for the control of this id.
pub fn hint(id: &str, text: &str) -> Markup {
    html! { div.govuk-hint id={ (id) "-hint" } { (text) } }
}

/// The message at a control whose answer was refused.
pub fn error_message(words: &Words, id: &str, text: &str) -> Markup {
    html! {
        p.govuk-error-message id={ (id) "-error" } { span.govuk-visually-hidden { (words.say("ui-error")) } " " (text) }
    }
}

/// Several fields that belong together, under a common title.
pub fn fieldset(title: &str, heading: Heading, content: Markup) -> Markup {
    html! { fieldset.govuk-fieldset { (legend(title, heading)) (content) } }
}
