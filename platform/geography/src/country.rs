//! Countries as two letters (ISO 3166-1 alpha-2).

use std::fmt;

/// A country code of two capital letters; whether it is assigned is not checked.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country([u8; 2]);

impl Country {
    /// Belgium.
    pub const BELGIUM: Self = Self(*b"BE");
    /// France.
    pub const FRANCE: Self = Self(*b"FR");

    /// Reads `fr`, `FR` or ` Fr `; nothing when it is not two letters.
    pub fn parse(code: &str) -> Option<Self> {
        match code.trim().as_bytes() {
            [a, b] if a.is_ascii_alphabetic() && b.is_ascii_alphabetic() => {
                Some(Self([a.to_ascii_uppercase(), b.to_ascii_uppercase()]))
            }
            _ => None,
        }
    }

    /// The time zone of the country, for those that we know to have one only.
    pub fn zone(&self) -> Option<&'static str> {
        match self.as_str() {
            "BE" => Some("Europe/Brussels"),
            "FR" => Some("Europe/Paris"),
            _ => None,
        }
    }

    /// The two letters.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl Default for Country {
    /// France, where most of our institutions are.
    fn default() -> Self {
        Self::FRANCE
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_is_two_letters() {
        assert_eq!(Country::parse(" be "), Some(Country::BELGIUM));
        assert_eq!(Country::FRANCE.to_string(), "FR");
        for text in ["", "F", "FRA", "F1", "é"] {
            assert_eq!(Country::parse(text), None, "{text}");
        }
    }
}
