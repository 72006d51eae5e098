//! Text that stands apart: a confirmation, a remark, a warning, what can be unfolded.

use maud::{Markup, html};
use passerelle_words::Words;

/// The heading of a page that confirms: what has been done.
pub fn panel(title: &str, body: Markup) -> Markup {
    html! {
        div.govuk-panel.govuk-panel--confirmation {
            h1.govuk-panel__title { (title) }
            @if !body.0.is_empty() { div.govuk-panel__body { (body) } }
        }
    }
}

/// A remark beside the text.
pub fn inset(content: Markup) -> Markup {
    html! { div.govuk-inset-text { (content) } }
}

/// A consequence that the reader must know before acting.
pub fn warning(words: &Words, text: &str) -> Markup {
    html! {
        div.govuk-warning-text {
            span.govuk-warning-text__icon aria-hidden="true" { "!" }
            strong.govuk-warning-text__text { span.govuk-visually-hidden { (words.say("ui-warning")) } " " (text) }
        }
    }
}

/// Help that only some need, folded.
pub fn details(summary: &str, content: Markup) -> Markup {
    folded(summary, false, content)
}

/// What only some need: folded, or open where something in it must be seen.
pub fn folded(summary: &str, is_open: bool, content: Markup) -> Markup {
    html! {
        details.govuk-details open[is_open] {
            summary.govuk-details__summary { span.govuk-details__summary-text { (summary) } }
            div.govuk-details__text { (content) }
        }
    }
}
