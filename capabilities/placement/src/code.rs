//! Closed lists of choices and their stable codes.
//!
//! A code is lowercase, is what the store keeps, and ends the key of the choice's translation. It never changes once
//! published; a new choice is a new code.

use std::collections::BTreeSet;

/// A choice of a closed list.
pub trait Code: Copy + Ord + 'static {
    /// Every choice, in the order in which they are offered.
    const CHOICES: &'static [Self];

    /// The stable code.
    fn code(self) -> &'static str;
}

/// Writes a set of choices as one text column: `links,stuck`.
pub fn join<C: Code>(set: &BTreeSet<C>) -> String {
    set.iter().map(|choice| choice.code()).collect::<Vec<_>>().join(",")
}

/// Reads a set of choices back; a code that is not known any more is left out.
pub fn split<C: Code>(text: &str) -> BTreeSet<C> {
    text.split(',').filter_map(|code| C::CHOICES.iter().copied().find(|choice| choice.code() == code.trim())).collect()
}

/// Writes a type that has `as_str` and `parse` as its code, and reads it back, wherever serde keeps it.
macro_rules! as_code {
    ($name:ident) => {
        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> ::std::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> ::std::result::Result<Self, D::Error> {
                let code = <::std::string::String as ::serde::Deserialize<'de>>::deserialize(deserializer)?;
                Self::parse(&code).ok_or_else(|| ::serde::de::Error::custom("an unknown code"))
            }
        }
    };
}
pub(crate) use as_code;

/// Declares an enum of choices with `ALL`, `as_str` and `parse`.
macro_rules! codes {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$doc:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$doc])* $variant),+ }

        impl $name {
            /// Every choice, in the order in which they are offered.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable code.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// The choice that this code names.
            pub fn parse(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|choice| choice.as_str() == code)
            }
        }

        impl $crate::code::Code for $name {
            const CHOICES: &'static [Self] = Self::ALL;
            fn code(self) -> &'static str { self.as_str() }
        }

        $crate::code::as_code!($name);
    };
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        agreement, beyond, hire, hours, invoice, matching, mission, proposal, request, sheet, slot, stamp, today,
        vigilance,
    };

    fn sound<C: Code + std::fmt::Debug>() {
        let codes: BTreeSet<_> = C::CHOICES.iter().map(|choice| choice.code()).collect();
        assert_eq!(codes.len(), C::CHOICES.len(), "two choices share a code: {codes:?}");
        let plain = |code: &str| code.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        assert!(codes.iter().all(|code| plain(code)), "{codes:?}");
        let all: BTreeSet<C> = C::CHOICES.iter().copied().collect();
        assert_eq!(split::<C>(&join(&all)), all);
    }

    #[test]
    fn codes_are_plain_different_and_read_back() {
        sound::<request::Question>();
        sound::<request::Setting>();
        sound::<request::Public>();
        sound::<request::Hope>();
        sound::<request::Experience>();
        sound::<request::Side>();
        sound::<request::Stage>();
        sound::<mission::Stage>();
        sound::<mission::Ending>();
        sound::<hire::Contract>();
        sound::<sheet::Point>();
        sound::<proposal::Stage>();
        sound::<matching::Rule>();
        sound::<matching::Mode>();
        sound::<matching::Preference>();
        sound::<matching::Weight>();
        sound::<matching::Level>();
        sound::<slot::Every>();
        sound::<slot::Change>();
        sound::<hours::Activity>();
        sound::<hours::Stage>();
        sound::<beyond::Kind>();
        sound::<beyond::Asker>();
        sound::<beyond::Stage>();
        sound::<agreement::Law>();
        sound::<agreement::VatReason>();
        sound::<agreement::VatRate>();
        sound::<agreement::Rhythm>();
        sound::<invoice::Missing>();
        sound::<invoice::Why>();
        sound::<invoice::Stage>();
        sound::<stamp::Means>();
        sound::<today::Hurt>();
        sound::<vigilance::Kind>();
    }

    #[test]
    fn an_unknown_code_is_left_out() {
        let hopes = split::<request::Hope>("links,former-choice,stuck");
        assert_eq!(join(&hopes), "stuck,links");
        assert_eq!(request::Hope::parse("former-choice"), None);
    }
}
