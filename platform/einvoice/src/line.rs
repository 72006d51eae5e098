//! What is billed (EN 16931-1, BG-25), and how time becomes a quantity.
//!
//! A line's net amount is always `price × quantity`, rounded half up to the cent, so that anyone with a
//! calculator finds it again. Time is kept in minutes, but buyers read hours, and the rules allow four decimals
//! (BR-FR-DEC-02): 1 h 20 is 1.3333 h. [`Quantity::hours`] therefore takes the closest four-place number for
//! which `price × quantity` gives exactly what the minutes cost. It is never more than 0.36 s away, and always
//! exists under 100 € an hour; above, a length that is no multiple of 3 minutes may differ by a cent or more.

use std::fmt;

use passerelle_kernel::{Minutes, Money};
use serde::{Deserialize, Serialize};

use crate::{Period, Vat};

/// One line of an invoice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// BT-126, unique in the invoice.
    pub id: String,
    /// BT-153.
    pub name: String,
    /// BT-154.
    pub description: Option<String>,
    /// BT-129 and BT-130; negative for what is taken back.
    pub quantity: Quantity,
    /// BT-146, never negative.
    pub unit_price: Money,
    /// BT-151 and BT-152.
    pub vat: Vat,
    /// BG-26.
    pub period: Option<Period>,
}

impl Line {
    /// BT-131, the amount without VAT.
    pub fn net(&self) -> Money {
        self.quantity.times(self.unit_price)
    }
}

/// How much, to four decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quantity {
    /// The number in ten-thousandths.
    pub ten_thousandths: i64,
    /// What is counted.
    pub unit: Unit,
}

/// What is counted (UN/ECE recommendation 20).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unit {
    /// HUR.
    Hour,
    /// DAY.
    Day,
    /// C62.
    Piece,
    /// KMT.
    Kilometre,
}

impl Unit {
    /// The code of the recommendation.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Hour => "HUR",
            Self::Day => "DAY",
            Self::Piece => "C62",
            Self::Kilometre => "KMT",
        }
    }
}

impl Quantity {
    /// `time` in hours, so that `price_per_hour × hours` is what the minutes cost.
    pub fn hours(time: Minutes, price_per_hour: Money) -> Self {
        let nearest = round(i128::from(time.0) * 10_000, 60);
        let exact = price_per_hour.per_hour(time);
        let hours = |ten_thousandths| Self { ten_thousandths, unit: Unit::Hour };
        [0, 1, -1]
            .into_iter()
            .map(|step| hours(nearest + step))
            .find(|quantity| quantity.times(price_per_hour) == exact)
            .unwrap_or_else(|| hours(nearest))
    }

    /// So many whole units.
    pub const fn whole(count: i64, unit: Unit) -> Self {
        Self { ten_thousandths: count * 10_000, unit }
    }

    /// The amount at this price, rounded half up to the cent.
    pub fn times(self, price: Money) -> Money {
        Money(round(i128::from(self.ten_thousandths) * i128::from(price.0), 10_000))
    }

    /// Reads a plain decimal such as `1.3333` with at most four places.
    pub fn read(text: &str, unit: Unit) -> Option<Self> {
        let (negative, digits) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
        let plain = |s: &str| s.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || whole.len() > 12 || part.len() > 4 || !plain(whole) || !plain(part) {
            return None;
        }
        let number = whole.parse::<i64>().ok()? * 10_000 + format!("{part:0<4}").parse::<i64>().ok()?;
        Some(Self { ten_thousandths: if negative { -number } else { number }, unit })
    }
}

/// A plain decimal with a dot and no more places than needed: `1.3333`, `7.5`, `12`.
impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.ten_thousandths < 0 { "-" } else { "" };
        let number = self.ten_thousandths.unsigned_abs();
        let text = format!("{}.{:04}", number / 10_000, number % 10_000);
        write!(f, "{sign}{}", text.trim_end_matches('0').trim_end_matches('.'))
    }
}

/// Divides and rounds half away from zero.
fn round(value: i128, by: i128) -> i64 {
    let rounded = (value.abs() + by / 2) / by * value.signum();
    i64::try_from(rounded).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_hour_and_twenty_minutes_is_a_third_of_four_hours() {
        let quantity = Quantity::hours(Minutes(80), Money::euros(45));
        assert_eq!(quantity.to_string(), "1.3333");
        assert_eq!(quantity.times(Money::euros(45)), Money::euros(60));
    }

    #[test]
    fn the_last_place_moves_when_the_cent_would_be_wrong() {
        // 20 min at 50.15 € cost 16.72 €; the closest 0.3333 h would give 16.71 €.
        let price = Money(5_015);
        assert_eq!(Quantity { ten_thousandths: 3_333, unit: Unit::Hour }.times(price), Money(1_671));
        assert_eq!(Quantity::hours(Minutes(20), price).to_string(), "0.3334");
        assert_eq!(Quantity::hours(Minutes(20), price).times(price), Money(1_672));
    }

    proptest! {
        #[test]
        fn minutes_and_decimal_hours_cost_the_same(minutes in -20_000i64..20_000, cents in 1i64..10_000) {
            let (time, price) = (Minutes(minutes), Money(cents));
            prop_assert_eq!(Quantity::hours(time, price).times(price), price.per_hour(time));
        }

        #[test]
        fn decimal_hours_stay_within_a_second(minutes in 0i64..100_000, cents in 1i64..100_000) {
            let hours = Quantity::hours(Minutes(minutes), Money(cents)).ten_thousandths;
            prop_assert!((hours * 60 - minutes * 10_000).abs() <= 60 + 30);
        }

        #[test]
        fn what_is_written_reads_back(number in -9_999_999_999i64..9_999_999_999) {
            let quantity = Quantity { ten_thousandths: number, unit: Unit::Hour };
            let text = quantity.to_string();
            prop_assert_eq!(Quantity::read(&text, Unit::Hour), Some(quantity));
            prop_assert!(!text.contains('.') || !text.ends_with('0'));
        }
    }
}
