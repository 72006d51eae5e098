//! What has to be mended on a form, above everything else, each line leading to its field.

use maud::{Markup, html};
use passerelle_words::Words;

/// One thing to mend.
#[derive(Clone, Copy, Debug)]
pub struct Problem<'a> {
    /// The id of the control, which is the name of its field; none when the form as a whole was refused.
    pub field: Option<&'a str>,
    /// The same sentence as at the field.
    pub text: &'a str,
}

/// What has to be mended; nothing when there is no problem. It takes the focus when the page opens.
pub fn error_summary(words: &Words, problems: &[Problem<'_>]) -> Markup {
    if problems.is_empty() {
        return Markup::default();
    }
    html! {
        div.govuk-error-summary data-module="govuk-error-summary" {
            div role="alert" {
                h2.govuk-error-summary__title { (words.say("ui-problem-title")) }
                div.govuk-error-summary__body {
                    ul.govuk-list.govuk-error-summary__list {
                        @for problem in problems {
                            li {
                                @if let Some(field) = problem.field { a href={ "#" (field) } { (problem.text) } }
                                @else { (problem.text) }
                            }
                        }
                    }
                }
            }
        }
    }
}
