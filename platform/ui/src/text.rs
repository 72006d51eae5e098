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

/// A line with numbers such as 2026-0037, which never break at their hyphen.
pub fn whole(text: &str) -> Markup {
    html! {
        @for (place, word) in text.split(' ').enumerate() {
            @if place > 0 { " " }
            @if is_number(word) { span.p-whole { (word) } } @else { (word) }
        }
    }
}

/// Digits on both sides of a hyphen.
fn is_number(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    letters
        .windows(3)
        .any(|three| matches!(three, [before, '-', after] if before.is_ascii_digit() && after.is_ascii_digit()))
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
        // To look at all bytes without a branch takes fewer instructions than to stop at the first.
        if self.0.bytes().fold(false, |found, byte| found | matches!(byte, b'&' | b'<' | b'>' | b'"')) {
            self.0.render_to(page);
        } else {
            page.push_str(self.0);
        }
    }
}

/// Nothing to see: room for so many bytes more, so that a long page is not copied again and again while it grows.
#[derive(Clone, Copy, Debug)]
pub struct Room(pub usize);

impl Render for Room {
    fn render_to(&self, page: &mut String) {
        page.reserve(self.0);
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

    #[test]
    fn a_number_stays_whole_and_nothing_else_changes() {
        let line = "La facture 2026-0037 n’est pas payée : paire-aidante, AV-2026-0001\u{a0}: <b>";
        let expected = "La facture <span class=\"p-whole\">2026-0037</span> n’est pas payée : paire-aidante, \
            <span class=\"p-whole\">AV-2026-0001\u{a0}:</span> &lt;b&gt;";
        assert_eq!(whole(line).into_string(), expected);
    }
}
