//! The languages that a person speaks: any language of the world, not only those of the pages.

use std::{collections::BTreeSet, fmt};

use crate::Refusal;

/// A language as two or three small letters (ISO 639): `fr`, `ar`, `ary`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LanguageCode([u8; 3]);

impl LanguageCode {
    /// Reads a code; regions are left out (`fr-BE` is `fr`).
    pub fn parse(code: &str) -> Result<Self, Refusal> {
        let primary = code.trim().split(['-', '_']).next().unwrap_or_default();
        if !(2..=3).contains(&primary.len()) || !primary.bytes().all(|b| b.is_ascii_alphabetic()) {
            return Err(Refusal::SpokenLanguage);
        }
        let mut letters = [b' '; 3];
        for (letter, byte) in letters.iter_mut().zip(primary.bytes()) {
            *letter = byte.to_ascii_lowercase();
        }
        Ok(Self(letters))
    }

    /// The letters.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default().trim_end()
    }
}

impl fmt::Debug for LanguageCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A set of languages, stored as codes with spaces between: `ar fr`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SpokenLanguages(BTreeSet<LanguageCode>);

impl SpokenLanguages {
    /// Reads codes with spaces or commas between.
    pub fn parse(codes: &str) -> Result<Self, Refusal> {
        let codes = codes.split([' ', ',']).filter(|code| !code.is_empty());
        codes.map(LanguageCode::parse).collect::<Result<_, _>>().map(Self)
    }

    /// The codes in alphabetical order.
    pub fn iter(&self) -> impl Iterator<Item = LanguageCode> + '_ {
        self.0.iter().copied()
    }

    /// Whether none was given.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether every language of `needed` is spoken.
    pub fn covers(&self, needed: &Self) -> bool {
        needed.0.is_subset(&self.0)
    }
}

impl fmt::Display for SpokenLanguages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, code) in self.0.iter().enumerate() {
            write!(f, "{}{}", if index == 0 { "" } else { " " }, code.as_str())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_stored_and_compared() {
        let spoken = SpokenLanguages::parse("fr-BE, AR  ary").unwrap();
        assert_eq!(spoken.to_string(), "ar ary fr");
        assert_eq!(SpokenLanguages::parse(&spoken.to_string()), Ok(spoken.clone()));
        assert!(spoken.covers(&SpokenLanguages::parse("fr ar").unwrap()));
        assert!(!spoken.covers(&SpokenLanguages::parse("fr nl").unwrap()));
        assert!(SpokenLanguages::default().is_empty());
        assert_eq!(SpokenLanguages::parse("français"), Err(Refusal::SpokenLanguage));
    }
}
