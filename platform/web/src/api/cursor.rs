//! Where a list goes on: an opaque word that a program sends back as it got it.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::{Serialize, de::DeserializeOwned};

use super::{Problem, Wrong};

/// The longest word that is read.
const LONGEST: usize = 2_000;

/// The word for a place in a list.
pub fn cursor(place: &impl Serialize) -> String {
    // A place is a tuple of texts and numbers, which can always be written.
    URL_SAFE_NO_PAD.encode(serde_json::to_vec(place).unwrap_or_default())
}

/// The place that a word stands for; nothing without a word.
///
/// # Errors
/// [`Problem::Unfit`] for a word that no list has given.
pub fn place<T: DeserializeOwned>(after: Option<&str>) -> Result<Option<T>, Problem> {
    let Some(word) = after else { return Ok(None) };
    let read = || {
        let bytes = URL_SAFE_NO_PAD.decode(word).ok().filter(|_| word.len() <= LONGEST)?;
        serde_json::from_slice(&bytes).ok()
    };
    read().map(Some).ok_or_else(|| Problem::Unfit(vec![Wrong { at: "after", key: "web-api-cursor" }]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_read_back_and_another_is_refused() {
        let word = cursor(&("Équipe 4", 7));
        assert!(word.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_'));
        assert_eq!(place::<(String, i64)>(Some(&word)).unwrap(), Some(("Équipe 4".to_owned(), 7)));
        assert_eq!(place::<(String, i64)>(None).unwrap(), None);
        for other in ["", "%", "bm90aGluZw", &cursor(&7)] {
            assert!(place::<(String, i64)>(Some(other)).is_err(), "{other}");
        }
    }
}
