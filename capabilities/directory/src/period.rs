//! Whole days from a first one to a last one, or to no known end.

use passerelle_kernel::Date;

use crate::Refusal;

/// Days from `from` to `until`, both included; without `until` it goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    from: Date,
    until: Option<Date>,
}

impl Period {
    /// The days from `from` to `until`; refused when they are the wrong way round.
    pub fn new(from: Date, until: Option<Date>) -> Result<Self, Refusal> {
        if until.is_some_and(|until| until < from) {
            return Err(Refusal::PeriodReversed);
        }
        Ok(Self { from, until })
    }

    /// The first day.
    pub const fn from(self) -> Date {
        self.from
    }

    /// The last day, if there is one.
    pub const fn until(self) -> Option<Date> {
        self.until
    }

    /// Whether the day is one of these.
    pub fn is_active(self, on: Date) -> bool {
        self.from <= on && self.until.is_none_or(|until| on <= until)
    }

    /// Whether some day is in both.
    pub fn overlaps(self, other: Self) -> bool {
        self.until.is_none_or(|until| other.from <= until) && other.until.is_none_or(|until| self.from <= until)
    }

    /// The same days up to `last`; an earlier end stays.
    pub fn ending(self, last: Date) -> Result<Self, Refusal> {
        Self::new(self.from, Some(self.until.map_or(last, |until| until.min(last))))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn day(offset: i32) -> Date {
        date(2026, 1, 1).saturating_add(jiff::Span::new().days(offset))
    }

    #[test]
    fn both_ends_are_included() {
        let autumn = Period::new(date(2026, 9, 1), Some(date(2026, 11, 30))).unwrap();
        assert!(!autumn.is_active(date(2026, 8, 31)));
        assert!(autumn.is_active(date(2026, 9, 1)) && autumn.is_active(date(2026, 11, 30)));
        assert!(!autumn.is_active(date(2026, 12, 1)));
        assert!(Period::new(date(2026, 9, 1), None).unwrap().is_active(date(2099, 1, 1)));
        assert_eq!(Period::new(date(2026, 9, 1), Some(date(2026, 8, 31))), Err(Refusal::PeriodReversed));
    }

    #[test]
    fn an_end_is_never_put_off() {
        let open = Period::new(date(2026, 9, 1), None).unwrap();
        let ended = open.ending(date(2026, 10, 1)).unwrap();
        assert_eq!(ended.until(), Some(date(2026, 10, 1)));
        assert_eq!(ended.ending(date(2026, 12, 1)), Ok(ended));
        assert_eq!(open.ending(date(2026, 8, 1)), Err(Refusal::PeriodReversed));
    }

    proptest! {
        #[test]
        fn periods_overlap_when_a_day_is_in_both(a in 0..40, b in proptest::option::of(0..20), c in 0..40, d in proptest::option::of(0..20)) {
            let one = Period::new(day(a), b.map(|length| day(a + length))).unwrap();
            let two = Period::new(day(c), d.map(|length| day(c + length))).unwrap();
            let shared = (0..100).any(|n| one.is_active(day(n)) && two.is_active(day(n)));
            prop_assert_eq!(one.overlaps(two), shared);
            prop_assert_eq!(two.overlaps(one), shared);
        }
    }
}
