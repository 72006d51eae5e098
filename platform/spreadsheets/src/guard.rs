//! Texts that a spreadsheet would run: `=`, `+`, `-`, `@` at the beginning of a cell make a formula of it.
//!
//! In a CSV file such a text gets an apostrophe before it, which spreadsheets take for "this is text"; reading takes it
//! away again. Source: OWASP, "CSV injection". A workbook says of each cell what it is and needs nothing.

use std::borrow::Cow;

const STARTS: &[char] = &['=', '+', '-', '@', '＝', '＋', '－', '＠', '|', '%'];

/// Whether a spreadsheet might take the text for something to work out.
///
/// Apostrophes before it change nothing, so that what is written can be told from what was there.
fn is_run(text: &str) -> bool {
    let bare = text.trim_start_matches('\'');
    bare.starts_with(['\t', '\r', '\n'])
        || bare.trim_start_matches(|c: char| c == '\'' || c.is_whitespace()).starts_with(STARTS)
}

/// The text as it is safe in a cell.
pub(crate) fn harmless(text: &str) -> Cow<'_, str> {
    if is_run(text) { format!("'{text}").into() } else { text.into() }
}

/// The text that [`harmless`] was given.
pub(crate) fn plain(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| is_run(rest)).unwrap_or(text)
}

/// The text as a workbook holds it: an apostrophe more only where [`plain`] would take one away.
pub(crate) fn literal(text: &str) -> Cow<'_, str> {
    if plain(text) == text { text.into() } else { format!("'{text}").into() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_would_be_run_is_told_to_be_text() {
        for text in ["=1+1", "+33 6", "-1", "@SUM(A1)", "\t=1", " =1", "'=1", "＝1", "|calc", "\n=1", "%00=1"] {
            assert_eq!(harmless(text), format!("'{text}"));
        }
        for text in ["", "Noor", "l'eau", "'quoted'", "06 12", "a=b", "3-4"] {
            assert_eq!(harmless(text), text);
        }
    }

    proptest! {
        #[test]
        fn nothing_is_run_and_everything_comes_back(text in "['=+@ \t\n-]{0,4}.{0,4}") {
            let written = harmless(&text);
            prop_assert!(!written.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{:?}", written);
            prop_assert_eq!(plain(&written), &text);
            let kept = literal(&text);
            prop_assert_eq!(plain(&kept), &text);
        }
    }
}
