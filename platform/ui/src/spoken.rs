//! Which languages are spoken: the most asked for in view, the others folded.

use maud::{Markup, html};
use passerelle_words::Words;

use crate::{Choice, Choices, Field, checkboxes};

/// Any number of languages, by their codes. What is chosen and not offered stands with the others, so that nothing is
/// lost when the form is sent again.
pub fn spoken(words: &Words, field: Field<'_>, chosen: &[&str]) -> Markup {
    let (first, others) = words.spoken_offered();
    let is_offered = |code: &str| first.iter().chain(&others).any(|(offered, _)| *offered == code);
    let own: Vec<(&str, String)> =
        chosen.iter().filter(|code| !is_offered(code)).map(|code| (*code, words.spoken(code))).collect();
    let folded: Vec<&(&str, String)> = own.iter().chain(&others).collect();
    let items: Vec<Choice<'_>> = first
        .iter()
        .map(|(code, name)| Choice { value: code, label: name, checked: chosen.contains(code), ..Choice::default() })
        .collect();
    let more = words.say("ui-spoken-more");
    html! {
        (checkboxes(words, Choices { field, items: &items, ..Choices::default() }))
        details.govuk-details open[folded.iter().any(|(code, _)| chosen.contains(code))] {
            summary.govuk-details__summary { span.govuk-details__summary-text { (more) } }
            div.govuk-details__text {
                fieldset.govuk-fieldset {
                    legend.govuk-fieldset__legend.govuk-visually-hidden { (more) }
                    div.govuk-checkboxes.govuk-checkboxes--small data-module="govuk-checkboxes" {
                        @for (code, name) in folded { (other(field.name, code, name, chosen.contains(code))) }
                    }
                }
            }
        }
    }
}

/// A folded language: sent under the same name, with an id of its own.
fn other(field: &str, code: &str, name: &str, is_chosen: bool) -> Markup {
    let id = format!("{field}-of-{code}");
    html! {
        div.govuk-checkboxes__item {
            input.govuk-checkboxes__input id=(id) name=(field) type="checkbox" value=(code) checked[is_chosen];
            label.govuk-label.govuk-checkboxes__label for=(id) { (name) }
        }
    }
}
