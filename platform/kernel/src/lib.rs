//! The small words that every other crate speaks: ids, time, chance, money, minutes, language.
//!
//! Pure: no database, no HTTP, no ambient clock. Whatever depends on the moment or on luck takes a
//! [`Clock`] or a [`Chance`], so that a test can hold both still.

mod chance;
mod clock;
mod comparable;
mod id;
mod language;
mod minutes;
mod money;
mod packed;

pub use chance::{Chance, Secret};
pub use clock::Clock;
pub use comparable::comparable;
pub use id::{Id, ParseIdError};
pub use jiff::{Timestamp, civil::Date, civil::Time, civil::Weekday, tz::TimeZone};
pub use language::Language;
pub use minutes::Minutes;
pub use money::Money;
pub use packed::unpacked;
