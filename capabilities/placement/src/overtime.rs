//! Hours beyond the contract, seen before they happen: what is recorded and what is still planned, against what was
//! agreed. A fact for the two sides of the contract, never a refusal; and only with what this association arranges.

use passerelle_kernel::{Date, Id, Minutes};

use crate::{
    contract::Contract,
    matching::Engagement,
    mission::Mission,
    period::{Days, Month, Week},
    slot::Timetable,
};

/// How many weeks are looked at.
const WEEKS: usize = 4;
/// How many months are looked at.
const MONTHS: i32 = 2;

/// The work of a peer for one association.
#[derive(Clone, Debug, Default)]
pub struct Work {
    /// What is recorded on each day of a mission.
    pub recorded: Vec<(Id<Mission>, Date, Minutes)>,
    /// The missions that are agreed or run.
    pub engaged: Vec<Engagement>,
    /// Their timetables.
    pub tables: Vec<Timetable>,
}

impl Work {
    /// What these days will have: what is recorded and, from `today` on, the times to come. A mission without times
    /// counts with its hours a week.
    pub fn expected(&self, days: Days, today: Date) -> Minutes {
        let recorded = self.recorded.iter().filter(|(_, on, _)| days.contains(*on)).map(|(_, _, minutes)| *minutes);
        let ahead = Days::new(days.first().max(today), days.last()).ok();
        let planned = ahead.into_iter().flat_map(|ahead| self.engaged.iter().map(move |one| self.planned(one, ahead)));
        recorded.chain(planned).sum()
    }

    fn planned(&self, engagement: &Engagement, ahead: Days) -> Minutes {
        let is_recorded = |on| self.recorded.iter().any(|(id, known, _)| *id == engagement.mission && *known == on);
        let table = self.tables.iter().find(|table| table.mission == engagement.mission);
        if let Some(table) = table.filter(|table| !table.slots.is_empty()) {
            let times = table.occurrences(ahead).into_iter().filter(|time| !is_recorded(time.begins.date()));
            return times.map(|time| time.minutes).sum();
        }
        let days = engagement.period.within(ahead).into_iter().flat_map(Days::each);
        let open = days.filter(|on| !is_recorded(*on)).count();
        Minutes(engagement.hours_week.0 * i64::try_from(open).unwrap_or(0) / 7)
    }
}

/// A stretch of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stretch {
    /// A week.
    Week(Week),
    /// A month.
    Month(Month),
}

impl Stretch {
    /// Its days.
    pub fn days(self) -> Days {
        match self {
            Self::Week(week) => week.days(),
            Self::Month(month) => month.days(),
        }
    }
}

/// A stretch that will have more hours than the contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overtime {
    /// Which one.
    pub stretch: Stretch,
    /// What the contract says of its days.
    pub agreed: Minutes,
    /// What it will have.
    pub expected: Minutes,
}

/// The weeks and the months from `from` on, begun or to come, that will have more hours than the contract.
pub fn ahead(contract: &Contract, work: &Work, from: Date, today: Date) -> Vec<Overtime> {
    let from = from.max(today);
    let weeks = std::iter::successors(Some(Week::of(from)), |week| Some(week.next())).take(WEEKS).map(Stretch::Week);
    let months = (0..MONTHS).map(|by| Stretch::Month(Month::of(from).shifted(by)));
    weeks.chain(months).filter_map(|stretch| beyond(contract, work, stretch, today)).collect()
}

fn beyond(contract: &Contract, work: &Work, stretch: Stretch, today: Date) -> Option<Overtime> {
    let agreed = contract.over(stretch.days())?;
    let expected = work.expected(stretch.days(), today);
    (expected > agreed).then_some(Overtime { stretch, agreed, expected })
}

#[cfg(test)]
mod tests {
    use passerelle_kernel::{Time, Weekday};
    use proptest::prelude::*;

    use super::*;
    use crate::{
        contract::Term,
        period::{Period, later},
        samples::{day, id},
        slot::{Every, Slot},
    };

    fn engaged(n: u64, hours: i64) -> Engagement {
        let period = Period::new(day("2026-01-01"), None).unwrap();
        Engagement { mission: id(n), org: id(9), period, hours_week: Minutes::hours(hours) }
    }

    fn weekly(n: u64, weekday: Weekday, hours: i64) -> Timetable {
        let period = Period::new(day("2026-01-01"), None).unwrap();
        let (start, minutes) = (Time::constant(9, 0, 0, 0), Minutes::hours(hours));
        let slot = Slot { id: id(n), weekday, start, minutes, period, every: Every::Week };
        Timetable { slots: vec![slot], ..Timetable::blank(id(n), period) }
    }

    fn contract(hours: i64) -> Contract {
        Contract::of(vec![Term::new(day("2026-01-01"), Minutes::hours(hours)).unwrap()])
    }

    fn week(monday: &str) -> Days {
        Week::of(day(monday)).days()
    }

    #[test]
    fn what_is_recorded_and_what_is_to_come_count_once() {
        let mut work =
            Work { engaged: vec![engaged(1, 20)], tables: vec![weekly(1, Weekday::Thursday, 4)], ..Work::default() };
        let thursday = day("2026-09-10");
        assert_eq!(work.expected(week("2026-09-07"), day("2026-09-07")), Minutes::hours(4));
        // Over and not recorded: it may not have taken place.
        assert_eq!(work.expected(week("2026-09-07"), day("2026-09-11")), Minutes::ZERO);
        work.recorded = vec![(id(1), thursday, Minutes::hours(5)), (id(1), day("2026-09-08"), Minutes::hours(2))];
        assert_eq!(work.expected(week("2026-09-07"), thursday), Minutes::hours(7));
        assert_eq!(work.expected(week("2026-09-14"), thursday), Minutes::hours(4));
    }

    #[test]
    fn a_mission_without_times_counts_with_its_hours_a_week() {
        let work = Work { engaged: vec![engaged(1, 14)], ..Work::default() };
        assert_eq!(work.expected(week("2026-09-14"), day("2026-09-07")), Minutes::hours(14));
        assert_eq!(work.expected(week("2026-09-07"), day("2026-09-12")), Minutes::hours(4));
    }

    #[test]
    fn only_what_goes_beyond_is_told_and_without_a_contract_nothing() {
        let work = Work { engaged: vec![engaged(1, 14)], ..Work::default() };
        let today = day("2026-09-07");
        assert_eq!(ahead(&contract(14), &work, today, today), []);
        assert_eq!(ahead(&Contract::default(), &work, today, today), []);
        let told = ahead(&contract(10), &work, today, today);
        let first = Overtime {
            stretch: Stretch::Week(Week::of(today)),
            agreed: Minutes::hours(10),
            expected: Minutes::hours(14),
        };
        assert_eq!(told.first(), Some(&first));
        // Four weeks, this month (24 of its days are to come) and the next one.
        assert_eq!(told.len(), WEEKS + 2);
    }

    proptest! {
        #[test]
        fn one_more_time_never_means_less_and_never_hides_a_warning(
            days in prop::collection::vec((1..=7_i8, 1..=8_i64), 1..5), agreed in 1..=40_i64, offset in 0..60_i32,
        ) {
            let today = later(day("2026-09-01"), offset);
            let mut work = Work::default();
            let mut before = Vec::new();
            for (n, (weekday, hours)) in (1..).zip(days) {
                let weekday = Weekday::from_monday_one_offset(weekday).unwrap();
                work.engaged.push(engaged(n, hours));
                work.tables.push(weekly(n, weekday, hours));
                let now = ahead(&contract(agreed), &work, today, today);
                for one in &before {
                    let same = now.iter().find(|other: &&Overtime| other.stretch == Overtime::clone(one).stretch);
                    prop_assert!(same.is_some_and(|same| same.expected >= one.expected));
                }
                for one in &now {
                    prop_assert!(one.expected > one.agreed);
                    prop_assert_eq!(one.expected, work.expected(one.stretch.days(), today));
                }
                before = now;
            }
        }
    }
}
