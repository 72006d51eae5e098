//! Small pieces of text.

use maud::{Markup, Render, html};

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

/// A text as it stands, for lists of many: what needs no escape, as most texts, is copied in one go.
#[derive(Clone, Copy, Debug)]
pub struct Text<'a>(pub &'a str);

impl Render for Text<'_> {
    fn render_to(&self, page: &mut String) {
        if self.0.bytes().any(|byte| matches!(byte, b'&' | b'<' | b'>' | b'"')) {
            self.0.render_to(page);
        } else {
            page.push_str(self.0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_escaped_as_everywhere() {
        for text in ["", "Équipe mobile", "R&D", "<b>", "a > b", "\"q\"", "l’été"] {
            assert_eq!(html! { (Text(text)) }.0, html! { (text) }.0);
        }
    }
}
