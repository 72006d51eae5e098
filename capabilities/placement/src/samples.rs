//! Small makers for the tests of the nouns.

use passerelle_kernel::{Date, Id, Timestamp};

use crate::stamp::Stamp;

/// The id number `n` of its kind.
pub fn id<T: ?Sized>(n: u64) -> Id<T> {
    format!("00000000-0000-7000-8000-{n:012x}").parse().unwrap()
}

/// `2026-11-02` as a date.
pub fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// Noon UTC of a day.
pub fn noon(text: &str) -> Timestamp {
    format!("{text}T12:00:00Z").parse().unwrap()
}

/// The mark of person number `n` at noon of a day.
pub fn stamp(n: u64, text: &str) -> Stamp {
    Stamp::of(id(n), noon(text))
}
