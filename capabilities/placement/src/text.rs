//! The few words that people write in forms: trimmed, never empty where they matter, never endless.

use crate::refusal::Refusal;

/// A name, a title, a town: one line.
pub const LINE: usize = 120;

/// A few sentences.
pub const SENTENCES: usize = 2_000;

/// The trimmed text, at most `most` characters long.
///
/// # Errors
/// Refused when nothing is written, or too much.
pub fn said(text: &str, most: usize) -> Result<String, Refusal> {
    let text = perhaps(text, most)?;
    if text.is_empty() { Err(Refusal::TextMissing) } else { Ok(text) }
}

/// The trimmed text, which may be empty, at most `most` characters long.
///
/// # Errors
/// Refused when it is too long.
pub fn perhaps(text: &str, most: usize) -> Result<String, Refusal> {
    let text = text.trim();
    if text.chars().count() > most { Err(Refusal::TextTooLong) } else { Ok(text.to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_are_not_words_and_accents_count_once() {
        assert_eq!(said("  \n ", LINE), Err(Refusal::TextMissing));
        assert_eq!(said(" Équipe mobile ", LINE).unwrap(), "Équipe mobile");
        assert_eq!(said("ééé", 2), Err(Refusal::TextTooLong));
        assert_eq!(said("ééé", 3).unwrap(), "ééé");
        assert_eq!(perhaps("  ", LINE).unwrap(), "");
    }
}
