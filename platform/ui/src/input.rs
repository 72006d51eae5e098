//! A line of text: name, mail address, number, amount, time.

use maud::{Markup, html};
use passerelle_words::Words;

use crate::Field;

/// What is typed, so that phones show the right keys.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// Words.
    #[default]
    Text,
    /// A mail address.
    Email,
    /// A telephone number.
    Telephone,
    /// A web address.
    Address,
    /// A whole number.
    Number,
    /// A number with decimals.
    Decimal,
    /// A code of six figures that was sent or shown elsewhere.
    Code,
    /// Words to look for.
    Search,
}

impl Kind {
    const fn html_type(self) -> &'static str {
        match self {
            Self::Text | Self::Number | Self::Decimal | Self::Code => "text",
            Self::Email => "email",
            Self::Telephone => "tel",
            Self::Address => "url",
            Self::Search => "search",
        }
    }

    const fn mode(self) -> Option<&'static str> {
        match self {
            Self::Number | Self::Code => Some("numeric"),
            Self::Decimal => Some("decimal"),
            _ => None,
        }
    }

    /// Browsers must not correct what is not prose.
    const fn spellcheck(self) -> Option<&'static str> {
        match self {
            Self::Text | Self::Search => None,
            _ => Some("false"),
        }
    }
}

/// How wide a field is, so that its size tells what is expected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Width {
    /// The whole column.
    #[default]
    Full,
    /// About this many characters: 2, 3, 4, 5, 10, 20 or 30.
    Characters(u8),
}

impl Width {
    pub(crate) fn class(self, base: &str) -> String {
        match self {
            Self::Full => base.to_owned(),
            Self::Characters(count) => format!("{base} govuk-input--width-{count}"),
        }
    }
}

/// A line of text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Input<'a> {
    /// The question.
    pub field: Field<'a>,
    /// What is typed.
    pub kind: Kind,
    /// How wide the field is.
    pub width: Width,
    /// The HTML `autocomplete` purpose (`email`, `organization`, `one-time-code` …).
    pub autocomplete: Option<&'a str>,
    /// A unit before the field.
    pub prefix: Option<&'a str>,
    /// A unit after the field; the label names it too, since screen readers pass over it.
    pub suffix: Option<&'a str>,
}

/// A line of text.
pub fn input(words: &Words, input: Input<'_>) -> Markup {
    let field = input.field;
    let value = (!field.value.is_empty()).then_some(field.value);
    let control = html! {
        input class=(input.width.class(&field.class("govuk-input"))) id=(field.name) name=(field.name)
            type=(input.kind.html_type()) inputmode=[input.kind.mode()] spellcheck=[input.kind.spellcheck()]
            autocomplete=[input.autocomplete] value=[value] aria-describedby=[field.described_by()];
    };
    field.group(words, wrapped(input.prefix, input.suffix, control))
}

fn wrapped(prefix: Option<&str>, suffix: Option<&str>, control: Markup) -> Markup {
    if prefix.is_none() && suffix.is_none() {
        return control;
    }
    html! {
        div.govuk-input__wrapper {
            @if let Some(prefix) = prefix { div.govuk-input__prefix aria-hidden="true" { (prefix) } }
            (control)
            @if let Some(suffix) = suffix { div.govuk-input__suffix aria-hidden="true" { (suffix) } }
        }
    }
}

/// A time of day, sent as `HH:MM`; phones show their clock.
pub fn time_input(words: &Words, field: Field<'_>) -> Markup {
    let value = (!field.value.is_empty()).then_some(field.value);
    field.group(
        words,
        html! {
            input class=(field.class("govuk-input") + " p-time") id=(field.name) name=(field.name) type="time"
                value=[value] aria-describedby=[field.described_by()];
        },
    )
}
