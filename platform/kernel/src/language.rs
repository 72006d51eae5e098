//! The languages that Passerelle speaks.

use serde::{Deserialize, Serialize};

/// A language of the pages, mails and documents. French is the first one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// French.
    #[default]
    Fr,
    /// English.
    En,
}

impl Language {
    /// Every language, in the order of the switch.
    pub const ALL: [Self; 2] = [Self::Fr, Self::En];

    /// The BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
        }
    }

    /// The language's name in itself.
    pub const fn endonym(self) -> &'static str {
        match self {
            Self::Fr => "Français",
            Self::En => "English",
        }
    }

    /// The language of a tag such as `fr`, `fr-BE` or `EN`, if we speak it.
    pub fn find(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_', ';']).next()?;
        Self::ALL.into_iter().find(|language| primary.eq_ignore_ascii_case(language.tag()))
    }

    /// The first language of an `Accept-Language` header (RFC 9110, 12.5.4) that we speak.
    pub fn accepted(header: &str) -> Option<Self> {
        header.split(',').find_map(Self::find)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_spoken_language_of_the_header_wins() {
        assert_eq!(Language::accepted("nl-BE,nl;q=0.9,en;q=0.8,fr;q=0.7"), Some(Language::En));
        assert_eq!(Language::accepted("fr-FR"), Some(Language::Fr));
        assert_eq!(Language::accepted("de"), None);
    }
}
