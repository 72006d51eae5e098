//! Money in whole cents of euro.

use std::{
    iter::Sum,
    ops::{Add, Neg, Sub},
};

use serde::{Deserialize, Serialize};

use crate::Minutes;

/// An amount in cents of euro; negative in credit notes and corrections.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Money(pub i64);

impl Money {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// Whole euros.
    pub const fn euros(euros: i64) -> Self {
        Self(euros * 100)
    }

    /// What `time` costs at this rate per hour, rounded half away from zero to the cent (EN 16931 rounds so).
    pub fn per_hour(self, time: Minutes) -> Self {
        Self(divide_half_up(i128::from(self.0) * i128::from(time.0), 60))
    }

    /// A share in hundredths of a per cent (`2000` is 20 %), rounded half away from zero to the cent.
    pub fn share(self, basis_points: i64) -> Self {
        Self(divide_half_up(i128::from(self.0) * i128::from(basis_points), 10_000))
    }

    /// Reads what people write: `1 234,50`, `1234.5`, `12`, with or without `€`.
    pub fn read(text: &str) -> Option<Self> {
        let text: String = text.chars().filter(|c| !c.is_whitespace() && *c != '€').collect();
        let (negative, text) = text.strip_prefix('-').map_or((false, text.as_str()), |rest| (true, rest));
        let (euros, part) = text.split_once([',', '.']).unwrap_or((text, ""));
        let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        if euros.is_empty() || euros.len() > 12 || part.len() > 2 || !digits(euros) || !digits(part) {
            return None;
        }
        let cents: i64 = format!("{part:0<2}").parse().ok()?;
        let amount = euros.parse::<i64>().ok()? * 100 + cents;
        Some(Self(if negative { -amount } else { amount }))
    }

    /// The amount as a plain decimal with two places and a dot: `-12.50` (for machines).
    pub fn decimal(self) -> String {
        let sign = if self.0 < 0 { "-" } else { "" };
        let cents = self.0.unsigned_abs();
        format!("{sign}{}.{:02}", cents / 100, cents % 100)
    }
}

fn divide_half_up(value: i128, by: i128) -> i64 {
    let rounded = (value.abs() + by / 2) / by * value.signum();
    i64::try_from(rounded).unwrap_or(i64::MAX)
}

impl Add for Money {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Money {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Neg for Money {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        Self(amounts.map(|m| m.0).sum())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_and_written() {
        assert_eq!(Money::read("1 234,50 €"), Some(Money(123_450)));
        assert_eq!(Money::read("12.5"), Some(Money(1_250)));
        assert_eq!(Money::read("-3"), Some(Money(-300)));
        for text in ["", "1,234", "abc", "1e3", "12,345", "9999999999999"] {
            assert_eq!(Money::read(text), None, "{text}");
        }
        assert_eq!(Money(-1_205).decimal(), "-12.05");
    }

    #[test]
    fn a_rate_for_a_time_is_rounded_half_up() {
        assert_eq!(Money(2_345).per_hour(Minutes(90)), Money(3_518)); // 35.175
        assert_eq!(Money(2_345).per_hour(Minutes(-90)), Money(-3_518));
        assert_eq!(Money(10_001).share(2_000), Money(2_000));
    }

    proptest::proptest! {
        #[test]
        fn what_is_written_reads_back(cents in -1_000_000_000_000i64..1_000_000_000_000) {
            proptest::prop_assert_eq!(Money::read(&Money(cents).decimal()), Some(Money(cents)));
        }
    }
}
