//! Working time in whole minutes.

use std::{
    iter::Sum,
    ops::{Add, Sub},
};

use serde::{Deserialize, Serialize};

/// A length of working time in whole minutes; negative only in corrections.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Minutes(pub i64);

impl Minutes {
    /// No time at all.
    pub const ZERO: Self = Self(0);

    /// Whole hours as minutes.
    pub const fn hours(hours: i64) -> Self {
        Self(hours * 60)
    }

    /// Reads what people write: `7:30`, `7h30`, `7 h`, `7,5`, `7.5`, `450 min`.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase().replace(char::is_whitespace, "");
        if let Some(minutes) = text.strip_suffix("min").or_else(|| text.strip_suffix('m')).filter(|t| !t.contains('h'))
        {
            return whole(minutes).map(Self);
        }
        if let Some((hours, minutes)) = text.split_once([':', 'h']) {
            let minutes = minutes.trim_end_matches("min").trim_end_matches('m');
            let minutes = if minutes.is_empty() { 0 } else { whole(minutes)? };
            return (minutes < 60).then_some(Self(whole(hours)? * 60 + minutes));
        }
        match text.split_once([',', '.']) {
            Some((hours, part)) if (1..=2).contains(&part.len()) => {
                let hundredths = whole(part)? * if part.len() == 1 { 10 } else { 1 };
                Some(Self(whole(hours)? * 60 + (hundredths * 60 + 50) / 100))
            }
            Some(_) => None,
            None => whole(&text).map(Self::hours),
        }
    }

    /// Whole hours and the minutes left over, for display (`7`, `30`); the sign is on the hours.
    pub const fn clock(self) -> (i64, i64) {
        (self.0 / 60, (self.0 % 60).abs())
    }
}

fn whole(digits: &str) -> Option<i64> {
    let plain = !digits.is_empty() && digits.len() <= 6 && digits.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten()
}

impl Add for Minutes {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Minutes {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Sum for Minutes {
    fn sum<I: Iterator<Item = Self>>(minutes: I) -> Self {
        Self(minutes.map(|m| m.0).sum())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_read_as_people_write_them() {
        for (text, minutes) in [
            ("7:30", 450),
            ("7h30", 450),
            ("7 h", 420),
            ("7,5", 450),
            ("7.25", 435),
            ("7", 420),
            ("45 min", 45),
            ("1 h 15 min", 75),
            ("0:05", 5),
        ] {
            assert_eq!(Minutes::read(text), Some(Minutes(minutes)), "{text}");
        }
        for text in ["", "abc", "7:75", "-3", "7,555", "1e3", "99999999999999999999"] {
            assert_eq!(Minutes::read(text), None, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn reading_never_panics(text in ".*") {
            let _ = Minutes::read(&text);
        }
    }
}
