//! Small pieces of text.

use maud::{Markup, html};

/// The first sentence of a page, larger and quieter.
pub fn lead(text: &str) -> Markup {
    html! { p.govuk-body-l.p-lead { (text) } }
}

/// Text of second rank.
pub fn muted(text: &str) -> Markup {
    html! { span.p-muted { (text) } }
}

/// Text for screen readers only.
pub fn hidden(text: &str) -> Markup {
    html! { span.govuk-visually-hidden { (text) } }
}
