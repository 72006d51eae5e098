//! The hours of a contract: how many a week an association and a peer have agreed, each time from a day on.
//!
//! A change is one more [`Term`] and those before it stay, so that a week of last year is read as it was then. An
//! association knows its own contract with a peer and no other one.

use passerelle_kernel::{Date, Minutes};

use crate::{period::Days, refusal::Refusal};

/// The most hours a week of a contract: nobody works longer on average (directive 2003/88/EC, article 6).
const MOST: Minutes = Minutes::hours(48);

/// So many hours a week from a day on; none means that there is no contract any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// The first day on which it counts.
    pub from: Date,
    /// How long a week.
    pub week: Minutes,
}

impl Term {
    /// So many hours a week from this day on.
    ///
    /// # Errors
    /// Refused for less than nothing and beyond 48 hours a week.
    pub fn new(from: Date, week: Minutes) -> Result<Self, Refusal> {
        let is_possible = (Minutes::ZERO..=MOST).contains(&week);
        if is_possible { Ok(Self { from, week }) } else { Err(Refusal::ContractOutOfRange) }
    }
}

/// What one association and one peer have agreed over time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contract {
    /// By first day; of two with the same one, the last said counts.
    terms: Vec<Term>,
}

impl Contract {
    /// The terms in the order in which they were said.
    pub fn of(mut terms: Vec<Term>) -> Self {
        terms.sort_by_key(|term| term.from);
        Self { terms }
    }

    /// The same with one more term.
    #[must_use]
    pub fn with(mut self, term: Term) -> Self {
        self.terms.push(term);
        Self::of(self.terms)
    }

    /// The hours a week on a day; nothing without a contract.
    pub fn on(&self, date: Date) -> Option<Minutes> {
        let begun = self.terms.iter().take_while(|term| term.from <= date);
        begun.last().map(|term| term.week).filter(|week| *week > Minutes::ZERO)
    }

    /// The hours of these days, each day a seventh of its week; nothing when none of them has a contract.
    pub fn over(&self, days: Days) -> Option<Minutes> {
        let weeks: Vec<Minutes> = days.each().filter_map(|date| self.on(date)).collect();
        if weeks.is_empty() { None } else { Some(Minutes(weeks.into_iter().sum::<Minutes>().0 / 7)) }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{
        period::{Week, later},
        samples::day,
    };

    fn term(from: &str, hours: i64) -> Term {
        Term::new(day(from), Minutes::hours(hours)).unwrap()
    }

    #[test]
    fn a_term_counts_from_its_day_on_and_the_last_said_of_a_day() {
        let contract = Contract::of(vec![term("2026-03-01", 14), term("2026-01-01", 7), term("2026-03-01", 10)]);
        assert_eq!(contract.on(day("2025-12-31")), None);
        assert_eq!(contract.on(day("2026-02-28")), Some(Minutes::hours(7)));
        assert_eq!(contract.on(day("2026-03-01")), Some(Minutes::hours(10)));
        let ended = contract.with(term("2026-06-01", 0));
        assert_eq!(ended.on(day("2026-05-31")), Some(Minutes::hours(10)));
        assert_eq!(ended.on(day("2026-06-01")), None);
    }

    #[test]
    fn nobody_agrees_less_than_nothing_or_more_than_the_law_lets() {
        let on = day("2026-01-01");
        assert_eq!(Term::new(on, Minutes(-1)), Err(Refusal::ContractOutOfRange));
        assert_eq!(Term::new(on, Minutes(48 * 60 + 1)), Err(Refusal::ContractOutOfRange));
        assert!(Term::new(on, Minutes::hours(48)).is_ok() && Term::new(on, Minutes::ZERO).is_ok());
    }

    #[test]
    fn days_count_a_seventh_of_their_week() {
        let contract = Contract::of(vec![term("2026-01-01", 14), term("2026-01-08", 21)]);
        assert_eq!(contract.over(Days::counting(day("2026-01-01"), 7)), Some(Minutes::hours(14)));
        // Four days at two hours and three days at three.
        assert_eq!(contract.over(Days::counting(day("2026-01-04"), 7)), Some(Minutes::hours(17)));
        assert_eq!(contract.over(Days::counting(day("2025-12-20"), 7)), None);
        assert_eq!(contract.over(Days::counting(day("2025-12-30"), 3)), Some(Minutes::hours(2)));
    }

    proptest! {
        #[test]
        fn what_is_agreed_later_changes_nothing_before(
            terms in prop::collection::vec((0..400_i32, 0..=48_i64), 0..8), from in 0..400_i32, hours in 0..=48_i64,
        ) {
            let at = |offset| later(day("2026-01-01"), offset);
            let said = terms.iter().map(|(offset, hours)| Term::new(at(*offset), Minutes::hours(*hours)).unwrap());
            let before = Contract::of(said.collect());
            let after = before.clone().with(Term::new(at(from), Minutes::hours(hours)).unwrap());
            for offset in 0..400 {
                if offset < from {
                    prop_assert_eq!(before.on(at(offset)), after.on(at(offset)));
                }
            }
            prop_assert_eq!(after.on(at(from)), (hours > 0).then_some(Minutes::hours(hours)));
        }

        #[test]
        fn a_week_of_one_term_has_its_hours(offset in 0..400_i32, minutes in 1..=2880_i64) {
            let contract = Contract::of(vec![Term::new(day("2026-01-01"), Minutes(minutes)).unwrap()]);
            let week = Week::of(later(day("2026-01-05"), offset));
            prop_assert_eq!(contract.over(week.days()), Some(Minutes(minutes)));
        }
    }
}
