//! A month that is closed for all of an association: from then on none of its hours is recorded, changed, confirmed or
//! approved. Who reopens it says why; each closing and reopening stays known.

use passerelle_kernel::{Date, Id};

use crate::{
    outside::Organisation,
    period::{Days, Month},
    refusal::Refusal,
    stamp::Stamp,
    text,
};

/// What is not done yet in a month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StillOpen {
    /// Entries that are not approved.
    pub entries: usize,
    /// Weeks of missions of which nothing is known.
    pub weeks: usize,
}

impl StillOpen {
    /// Whether all is done.
    pub const fn is_nothing(self) -> bool {
        self.entries == 0 && self.weeks == 0
    }
}

/// Whether nothing can be said of these days any more, a week at the most: every month that they touch is closed.
pub fn is_shut(days: Days, closed: &[Month]) -> bool {
    [days.first(), days.last()].iter().all(|day| closed.contains(&Month::of(*day)))
}

/// A month that was closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closing {
    /// Its id.
    pub id: Id<Closing>,
    /// The association.
    pub org: Id<Organisation>,
    /// The month.
    pub month: Month,
    /// Who closed it.
    pub closed: Stamp,
    /// Who opened it again, and why.
    pub reopened: Option<(Stamp, String)>,
}

impl Closing {
    /// Closes a month that is over; `anyway` although something is still open, which then stays as it is.
    ///
    /// # Errors
    /// Refused before the month is over, when it is closed already, and with something open unless `anyway`.
    pub fn close(
        (id, org, month): (Id<Self>, Id<Organisation>, Month),
        before: &[Self],
        (open, anyway): (StillOpen, bool),
        today: Date,
        closed: Stamp,
    ) -> Result<Self, Refusal> {
        if today <= month.days().last() {
            return Err(Refusal::MonthNotOver);
        }
        if before.iter().any(|one| one.month == month && one.is_closed()) {
            return Err(Refusal::MonthClosed);
        }
        if !open.is_nothing() && !anyway {
            return Err(Refusal::MonthStillOpen);
        }
        Ok(Self { id, org, month, closed, reopened: None })
    }

    /// Whether it still counts.
    pub const fn is_closed(&self) -> bool {
        self.reopened.is_none()
    }

    /// Opens the month again.
    ///
    /// # Errors
    /// Refused without words, with too many, and when it is open already.
    pub fn reopen(self, reason: &str, stamp: Stamp) -> Result<Self, Refusal> {
        if !self.is_closed() {
            return Err(Refusal::MonthNotClosed);
        }
        Ok(Self { reopened: Some((stamp, text::said(reason, text::SENTENCES)?)), ..self })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::samples::{day, id, stamp};

    const DONE: (StillOpen, bool) = (StillOpen { entries: 0, weeks: 0 }, false);

    fn september() -> Month {
        Month::parse("2026-09").unwrap()
    }

    fn close(before: &[Closing], open: (StillOpen, bool), today: &str) -> Result<Closing, Refusal> {
        Closing::close((id(1), id(2), september()), before, open, day(today), stamp(3, today))
    }

    #[test]
    fn a_month_is_closed_once_it_is_over_and_once_at_a_time() {
        assert_eq!(close(&[], DONE, "2026-09-30"), Err(Refusal::MonthNotOver));
        let closed = close(&[], DONE, "2026-10-01").unwrap();
        assert_eq!(close(std::slice::from_ref(&closed), DONE, "2026-10-02"), Err(Refusal::MonthClosed));
        let reopened = closed.reopen(" Une heure oubliée ", stamp(3, "2026-10-02")).unwrap();
        assert_eq!(reopened.reopened.as_ref().map(|(_, reason)| reason.as_str()), Some("Une heure oubliée"));
        assert!(close(std::slice::from_ref(&reopened), DONE, "2026-10-03").is_ok());
        assert_eq!(reopened.reopen("Encore", stamp(3, "2026-10-03")), Err(Refusal::MonthNotClosed));
    }

    #[test]
    fn reopening_needs_words() {
        let closed = close(&[], DONE, "2026-10-01").unwrap();
        assert_eq!(closed.reopen(" \n", stamp(3, "2026-10-02")), Err(Refusal::TextMissing));
    }

    #[test]
    fn of_a_week_between_two_months_something_can_be_said_until_both_are_closed() {
        let (september, october) = (september(), september().shifted(1));
        let days = |from, until| Days::new(day(from), day(until)).unwrap();
        let between = days("2026-09-28", "2026-10-04");
        assert!(!is_shut(between, &[september]) && !is_shut(between, &[october]));
        assert!(is_shut(between, &[september, october]));
        assert!(is_shut(days("2026-09-28", "2026-09-30"), &[september]));
    }

    proptest! {
        #[test]
        fn what_is_open_is_said_or_holds_the_closing_back(entries in 0..4_usize, weeks in 0..4_usize, anyway: bool) {
            let open = StillOpen { entries, weeks };
            let closed = close(&[], (open, anyway), "2026-10-01").is_ok();
            prop_assert_eq!(closed, anyway || entries + weeks == 0);
        }
    }
}
