//! “Less this month”: a peer makes the rest of the month lighter in one tap, without a reason.
//!
//! In every mission each second time that is still to come is left out; the next one stays, so that no team is left from
//! one day to the next and none is left alone. Said again, it does the same with what remains. Moved and extra times were
//! agreed on purpose and stay. Source: domain A6, experience 3.

use passerelle_kernel::{Date, Id};

use crate::{
    mission::Mission,
    period::{Days, Month, later},
    slot::{Exception, Occurrence, Timetable},
};

/// How many days a team knows at least that a time is left out.
pub const NOTICE_DAYS: i32 = 2;

/// The days of this month that can become lighter; nothing in its last days.
pub fn days(today: Date) -> Option<Days> {
    Days::new(later(today, NOTICE_DAYS), Month::of(today).days().last()).ok()
}

/// The times that are left out among `days`, mission by mission, in order. Of a single time that is left in all, that
/// one: less than once is not at all.
pub fn ease(tables: &[Timetable], days: Days) -> Vec<(Id<Mission>, Exception)> {
    let left_out = |table: &Timetable| {
        let times = planned(table, days);
        times.into_iter().skip(1).step_by(2).filter_map(|time| cancelled(&time)).collect::<Vec<_>>()
    };
    let eased: Vec<(Id<Mission>, Exception)> = tables
        .iter()
        .flat_map(|table| left_out(table).into_iter().map(|exception| (table.mission, exception)))
        .collect();
    if !eased.is_empty() {
        return eased;
    }
    let last = tables.iter().flat_map(|table| planned(table, days)).max_by_key(|time| time.begins);
    last.and_then(|time| Some((time.mission, cancelled(&time)?))).into_iter().collect()
}

/// The times of the rhythm, without those that were moved or added.
fn planned(table: &Timetable, days: Days) -> Vec<Occurrence> {
    let stands = |time: &Occurrence| time.slot.is_some() && !table.is_out_of_rhythm(time);
    table.occurrences(days).into_iter().filter(stands).collect()
}

fn cancelled(time: &Occurrence) -> Option<Exception> {
    Some(Exception::Cancelled { slot: time.slot?, on: time.planned_on })
}

#[cfg(test)]
mod tests {
    use passerelle_kernel::{Minutes, Time, Weekday};
    use proptest::prelude::*;

    use super::*;
    use crate::{
        period::Period,
        slot::{Every, Moment, Slot},
    };

    fn on(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn id<T>(n: u8) -> Id<T> {
        format!("00000000-0000-7000-8000-0000000000{n:02x}").parse().unwrap()
    }

    fn weekly(mission: u8, weekdays: &[Weekday]) -> Timetable {
        let period = Period::new(on("2026-01-01"), None).unwrap();
        let slot = |(n, weekday): (usize, &Weekday)| Slot {
            id: id(mission * 16 + u8::try_from(n).unwrap()),
            weekday: *weekday,
            start: Time::constant(9, 0, 0, 0),
            minutes: Minutes(180),
            period,
            every: Every::Week,
        };
        let slots = weekdays.iter().enumerate().map(slot).collect();
        Timetable { slots, ..Timetable::blank(id(mission), period) }
    }

    fn apply(table: &Timetable, eased: &[(Id<Mission>, Exception)]) -> Timetable {
        let mut table = table.clone();
        table.exceptions.extend(eased.iter().filter(|(mission, _)| *mission == table.mission).map(|(_, e)| *e));
        table
    }

    #[test]
    fn each_second_time_is_left_out_and_the_next_one_stays() {
        let table = weekly(1, &[Weekday::Tuesday]);
        let days = days(on("2026-09-01")).unwrap();
        assert_eq!(days.first(), on("2026-09-03"));
        let eased = ease(std::slice::from_ref(&table), days);
        let left: Vec<Date> = apply(&table, &eased).occurrences(days).iter().map(|time| time.planned_on).collect();
        assert_eq!(left, [on("2026-09-08"), on("2026-09-22")]);
    }

    #[test]
    fn a_single_time_is_left_out_and_moved_or_added_ones_stay() {
        let mut table = weekly(1, &[Weekday::Tuesday]);
        let days = Days::new(on("2026-09-20"), on("2026-09-28")).unwrap();
        assert_eq!(ease(std::slice::from_ref(&table), days).len(), 1);
        let to = Moment { on: on("2026-09-24"), start: Time::constant(14, 0, 0, 0), minutes: Minutes(60) };
        table.exceptions = vec![
            Exception::Moved { slot: table.slots[0].id, on: on("2026-09-22"), to },
            Exception::Extra(Moment { on: on("2026-09-25"), ..to }),
        ];
        assert_eq!(ease(&[table], days), []);
    }

    #[test]
    fn the_last_days_of_a_month_have_nothing_to_leave_out() {
        assert_eq!(days(on("2026-09-29")), None);
        assert_eq!(days(on("2026-09-28")).map(Days::first), Some(on("2026-09-30")));
    }

    proptest! {
        #[test]
        fn every_mission_keeps_its_next_time_and_half_of_the_rest(
            first in prop::collection::vec(0..5_i8, 1..4), second in prop::collection::vec(0..5_i8, 1..4), start in 0..20_i32,
        ) {
            let weekdays = |list: &[i8]| -> Vec<Weekday> {
                let mut list: Vec<i8> = list.to_vec();
                list.sort_unstable();
                list.dedup();
                list.into_iter().map(|day| Weekday::from_monday_zero_offset(day).unwrap()).collect()
            };
            let tables = [weekly(1, &weekdays(&first)), weekly(2, &weekdays(&second))];
            let days = Days::new(later(on("2026-09-01"), start), on("2026-09-30")).unwrap();
            let eased = ease(&tables, days);
            let several = tables.iter().any(|table| table.occurrences(days).len() > 1);
            for table in &tables {
                let (before, after) = (table.occurrences(days), apply(table, &eased).occurrences(days));
                if several {
                    prop_assert_eq!(before.len().div_ceil(2), after.len());
                    prop_assert_eq!(before.first(), after.first());
                }
            }
            // Said again and again, nothing is left at last, and nothing is left out twice.
            let mut lighter = tables.clone();
            for _ in 0..8 {
                let eased = ease(&lighter, days);
                lighter = lighter.each_ref().map(|table| apply(table, &eased));
            }
            let replaced: Vec<_> = lighter.iter().flat_map(|table| &table.exceptions).map(Exception::replaces).collect();
            let mut once = replaced.clone();
            once.sort_unstable();
            once.dedup();
            prop_assert_eq!(once.len(), replaced.len());
        }
    }
}
