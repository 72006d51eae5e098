//! A date that people know by heart, typed as day, month and year.

use maud::{Markup, html};
use passerelle_words::Words;

use crate::Field;

/// A date in three fields, sent as `name-day`, `name-month`, `name-year`.
#[derive(Clone, Copy, Debug, Default)]
pub struct DateInput<'a> {
    /// The question; its `value` is not used.
    pub field: Field<'a>,
    /// The day as typed.
    pub day: &'a str,
    /// The month as typed.
    pub month: &'a str,
    /// The year as typed.
    pub year: &'a str,
    /// Whether it is the reader's own date of birth, which browsers can fill in.
    pub birthday: bool,
}

/// A date in three fields.
pub fn date_input(words: &Words, date: DateInput<'_>) -> Markup {
    let parts = [
        ("day", date.day, 2, "ui-day", "bday-day"),
        ("month", date.month, 2, "ui-month", "bday-month"),
        ("year", date.year, 4, "ui-year", "bday-year"),
    ];
    date.field.set(
        words,
        Some("group"),
        html! {
            div.govuk-date-input id=(date.field.name) {
                @for (part, value, width, key, purpose) in parts {
                    (one(words, date, part, value, width, key, date.birthday.then_some(purpose)))
                }
            }
        },
    )
}

fn one(
    words: &Words,
    date: DateInput<'_>,
    part: &str,
    value: &str,
    width: u8,
    key: &str,
    purpose: Option<&str>,
) -> Markup {
    let name = format!("{}-{part}", date.field.name);
    let class = date.field.error.map_or("", |_| " govuk-input--error");
    let value = (!value.is_empty()).then_some(value);
    html! {
        div.govuk-date-input__item {
            div.govuk-form-group {
                label.govuk-label.govuk-date-input__label for=(name) { (words.say(key)) }
                input class={ "govuk-input govuk-date-input__input" (class) " govuk-input--width-" (width) }
                    id=(name) name=(name) type="text" inputmode="numeric" autocomplete=[purpose] value=[value];
            }
        }
    }
}
