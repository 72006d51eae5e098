//! The languages that people speak with each other, which are many more than those of the pages.
//!
//! A code of ISO 639 (two or three letters; sign languages have three: `fsl`, `sfb`).

use std::{collections::BTreeSet, fmt};

use crate::refusal::Refusal;

/// A spoken or signed language, by its ISO 639 code in lowercase.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Spoken(String);

impl Spoken {
    /// Reads a code such as `fr`, `AR` or `fsl`.
    ///
    /// # Errors
    /// Refused when it is not two or three letters.
    pub fn read(code: &str) -> Result<Self, Refusal> {
        let code = code.trim().to_ascii_lowercase();
        let sound = (2..=3).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_lowercase());
        if sound { Ok(Self(code)) } else { Err(Refusal::LanguageUnknown) }
    }

    /// The code.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Spoken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Writes a set of languages as one text column: `ar,fr`.
pub fn join(languages: &BTreeSet<Spoken>) -> String {
    languages.iter().map(Spoken::as_str).collect::<Vec<_>>().join(",")
}

/// Reads a set of languages separated by commas or spaces.
///
/// # Errors
/// Refused when one of them is not a code.
pub fn split(text: &str) -> Result<BTreeSet<Spoken>, Refusal> {
    text.split([',', ' ']).filter(|code| !code.is_empty()).map(Spoken::read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_codes_and_read_back() {
        let languages = split("fr, AR fsl").unwrap();
        assert_eq!(join(&languages), "ar,fr,fsl");
        assert_eq!(split(&join(&languages)).unwrap(), languages);
        for text in ["français", "f", "f2", "fr;ar"] {
            assert_eq!(split(text), Err(Refusal::LanguageUnknown), "{text}");
        }
        assert!(split("").unwrap().is_empty());
    }
}
