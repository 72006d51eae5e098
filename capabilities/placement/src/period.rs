//! Stretches of days: from one date to another, both included; weeks and months of the calendar.
//!
//! Civil dates only: nothing here depends on a time zone.

use std::fmt;

use jiff::ToSpan as _;
use passerelle_kernel::Date;

use crate::refusal::Refusal;

/// From a first day to a last day, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct Days {
    first: Date,
    last: Date,
}

impl Days {
    /// From `first` to `last`.
    ///
    /// # Errors
    /// Refused when the last day is before the first.
    pub fn new(first: Date, last: Date) -> Result<Self, Refusal> {
        if last < first { Err(Refusal::DatesTurnedRound) } else { Ok(Self { first, last }) }
    }

    /// `count` days (at least one) from `first` on.
    pub fn counting(first: Date, count: u16) -> Self {
        Self { first, last: later(first, i32::from(count.max(1)) - 1) }
    }

    /// The first day.
    pub const fn first(self) -> Date {
        self.first
    }

    /// The last day.
    pub const fn last(self) -> Date {
        self.last
    }

    /// Whether `date` is one of them.
    pub fn contains(self, date: Date) -> bool {
        self.first <= date && date <= self.last
    }

    /// The days of both.
    pub fn common(self, other: Self) -> Option<Self> {
        Self::new(self.first.max(other.first), self.last.min(other.last)).ok()
    }

    /// The same, from one day earlier on.
    pub fn with_the_eve(self) -> Self {
        Self { first: later(self.first, -1), ..self }
    }

    /// Each day in turn.
    pub fn each(self) -> impl Iterator<Item = Date> {
        self.first.series(1.day()).take_while(move |date| *date <= self.last)
    }
}

/// From a day on, until a last day or for as long as nobody ends it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    /// The first day.
    pub from: Date,
    /// The last day, if it is known.
    pub until: Option<Date>,
}

impl Period {
    /// From `from`, until `until` if it is known.
    ///
    /// # Errors
    /// Refused when it ends before it begins.
    pub fn new(from: Date, until: Option<Date>) -> Result<Self, Refusal> {
        if until.is_some_and(|until| until < from) { Err(Refusal::DatesTurnedRound) } else { Ok(Self { from, until }) }
    }

    /// Whether `date` is one of its days.
    pub fn contains(self, date: Date) -> bool {
        self.from <= date && self.until.is_none_or(|until| date <= until)
    }

    /// Its days among `days`.
    pub fn within(self, days: Days) -> Option<Days> {
        Days::new(self.from, self.until.unwrap_or(Date::MAX).max(self.from)).ok()?.common(days)
    }
}

/// A week of the calendar, from Monday to Sunday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Week(Date);

impl Week {
    /// The week of `date`.
    pub fn of(date: Date) -> Self {
        Self(later(date, -i32::from(date.weekday().to_monday_zero_offset())))
    }

    /// Its Monday, which is what the store keeps.
    pub const fn monday(self) -> Date {
        self.0
    }

    /// Monday to Sunday.
    pub fn days(self) -> Days {
        Days::counting(self.0, 7)
    }

    /// The week after.
    pub fn next(self) -> Self {
        Self(later(self.0, 7))
    }
}

/// A month of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(Date);

impl Month {
    /// The month of `date`.
    pub fn of(date: Date) -> Self {
        Self(date.first_of_month())
    }

    /// Reads `2026-11`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = |part: &str, count| part.len() == count && part.bytes().all(|b| b.is_ascii_digit());
        let (year, month) = text.split_once('-').filter(|(year, month)| digits(year, 4) && digits(month, 2))?;
        Date::new(year.parse().ok()?, month.parse().ok()?, 1).ok().map(Self)
    }

    /// From the 1st to the last day.
    pub fn days(self) -> Days {
        Days { first: self.0, last: self.0.last_of_month() }
    }

    /// The month `by` months later, earlier when negative.
    pub fn shifted(self, by: i32) -> Self {
        Self(self.0.saturating_add(by.months()))
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.0.year(), self.0.month())
    }
}

/// `days` days later, earlier when negative; the calendar's end is not crossed.
pub fn later(date: Date, days: i32) -> Date {
    date.saturating_add(days.days())
}

/// `months` months later on the same day of the month, or on its last one.
pub fn months_later(date: Date, months: i32) -> Date {
    date.saturating_add(months.months())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::day;
    use proptest::prelude::*;

    #[test]
    fn a_stretch_cannot_end_before_it_begins() {
        assert_eq!(Days::new(day("2026-11-02"), day("2026-11-01")), Err(Refusal::DatesTurnedRound));
        assert_eq!(Period::new(day("2026-11-02"), Some(day("2026-11-01"))), Err(Refusal::DatesTurnedRound));
        assert!(Period::new(day("2026-11-02"), None).unwrap().contains(day("2036-11-01")));
    }

    #[test]
    fn months_and_weeks_follow_the_calendar() {
        let february = Month::parse("2028-02").unwrap();
        assert_eq!(february.days().last(), day("2028-02-29"));
        assert_eq!(february.shifted(-2).to_string(), "2027-12");
        assert_eq!(Month::of(day("2028-02-17")), february);
        assert_eq!(Week::of(day("2026-11-22")).monday(), day("2026-11-16"));
        assert_eq!(Week::of(day("2026-11-23")), Week::of(day("2026-11-22")).next());
        for text in ["2026-13", "2026-00", "26-11", "2026-1", "2026", "+026-11"] {
            assert_eq!(Month::parse(text), None, "{text}");
        }
        assert_eq!(months_later(day("2026-01-31"), 1), day("2026-02-28"));
    }

    proptest! {
        #[test]
        fn a_period_within_days_holds_the_days_of_both(from in 0i32..60, length in proptest::option::of(0i32..60), first in 0i32..60, count in 1u16..60) {
            let start = day("2026-01-01");
            let period = Period::new(later(start, from), length.map(|n| later(start, from + n))).unwrap();
            let days = Days::counting(later(start, first), count);
            let expected: Vec<_> = days.each().filter(|date| period.contains(*date)).collect();
            let found: Vec<_> = period.within(days).into_iter().flat_map(Days::each).collect();
            prop_assert_eq!(found, expected);
        }

        #[test]
        fn every_day_is_in_its_own_week(offset in 0i32..4000) {
            let date = later(day("2020-01-01"), offset);
            prop_assert!(Week::of(date).days().contains(date));
            prop_assert_eq!(Week::of(date).days().each().count(), 7);
        }
    }
}
