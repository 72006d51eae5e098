use super::*;
use crate::{
    period::later,
    samples::{day, id},
};
use jiff::civil::time;
use proptest::prelude::*;

fn slot(n: u64, weekday: Weekday, hour: i8, minutes: i64) -> Slot {
    let period = Period::new(day("2026-12-01"), None).unwrap();
    Slot { id: id(n), weekday, start: time(hour, 0, 0, 0), minutes: Minutes(minutes), period, every: Every::Week }
}

fn blank(n: u64) -> Timetable {
    Timetable::blank(id(n), Period::new(day("2026-12-01"), Some(day("2027-05-31"))).unwrap())
}

fn ahead() -> Days {
    horizon(day("2026-12-01"))
}

/// Mission `n` with one slot on Tuesdays from 9 to 12.
fn tuesdays(n: u64) -> Timetable {
    blank(n).add(slot(n, Weekday::Tuesday, 9, 180), &[], ahead()).unwrap()
}

fn dates(timetable: &Timetable, first: &str, last: &str) -> Vec<String> {
    let days = Days::new(day(first), day(last)).unwrap();
    timetable.occurrences(days).iter().map(|one| one.begins.strftime("%m-%d %H:%M").to_string()).collect()
}

fn moment(on: &str, hour: i8, minutes: i64) -> Moment {
    Moment { on: day(on), start: time(hour, 0, 0, 0), minutes: Minutes(minutes) }
}

#[test]
fn a_slot_comes_back_on_its_day_within_the_mission() {
    let timetable = tuesdays(1);
    assert_eq!(dates(&timetable, "2026-11-01", "2026-12-15"), ["12-01 09:00", "12-08 09:00", "12-15 09:00"]);
    assert_eq!(dates(&timetable, "2027-05-24", "2027-06-30"), ["05-25 09:00"]);
    assert_eq!(dates(&timetable, "2027-06-01", "2027-06-30"), Vec::<String>::new());
}

#[test]
fn every_other_week_counts_from_the_first_day_of_the_slot() {
    let slot = Slot { every: Every::OtherWeek, ..slot(1, Weekday::Monday, 14, 60) };
    let timetable = blank(1).add(slot, &[], ahead()).unwrap();
    assert_eq!(dates(&timetable, "2026-12-01", "2027-01-10"), ["12-07 14:00", "12-21 14:00", "01-04 14:00"]);
    assert_eq!(dates(&timetable, "2026-12-15", "2026-12-27"), ["12-21 14:00"]);
}

#[test]
fn exceptions_cancel_move_and_add() {
    let timetable = tuesdays(1)
        .except(Exception::Cancelled { slot: id(1), on: day("2026-12-08") }, &[], ahead())
        .unwrap()
        .except(Exception::Moved { slot: id(1), on: day("2026-12-15"), to: moment("2026-12-17", 14, 60) }, &[], ahead())
        .unwrap()
        .except(Exception::Extra(moment("2026-12-19", 10, 120)), &[], ahead())
        .unwrap();
    let expected = ["12-01 09:00", "12-17 14:00", "12-19 10:00", "12-22 09:00"];
    assert_eq!(dates(&timetable, "2026-12-01", "2026-12-22"), expected);
    assert_eq!(dates(&timetable, "2026-12-17", "2026-12-17"), ["12-17 14:00"]);
    assert_eq!(dates(&timetable, "2026-12-15", "2026-12-15"), Vec::<String>::new());
    let cancelled = Exception::Cancelled { slot: id(1), on: day("2026-12-08") };
    let back = timetable.restore(&cancelled, &[], ahead()).unwrap();
    assert_eq!(dates(&back, "2026-12-08", "2026-12-08"), ["12-08 09:00"]);
}

#[test]
fn an_exception_is_about_a_slot_that_takes_place() {
    let except = |exception| tuesdays(1).except(exception, &[], ahead()).err();
    assert_eq!(except(Exception::Cancelled { slot: id(1), on: day("2026-12-09") }), Some(Refusal::NoSlotThatDay));
    assert_eq!(except(Exception::Cancelled { slot: id(2), on: day("2026-12-08") }), Some(Refusal::NoSlotThatDay));
    assert_eq!(except(Exception::Cancelled { slot: id(1), on: day("2027-06-01") }), Some(Refusal::NoSlotThatDay));
    assert_eq!(except(Exception::Extra(moment("2027-06-01", 9, 60))), Some(Refusal::OutsideMission));
    assert_eq!(except(Exception::Extra(moment("2026-12-02", 9, 0))), Some(Refusal::MinutesOutOfRange));
}

#[test]
fn the_last_exception_of_a_day_counts() {
    let first = Exception::Cancelled { slot: id(1), on: day("2026-12-08") };
    let second = Exception::Moved { slot: id(1), on: day("2026-12-08"), to: moment("2026-12-09", 9, 60) };
    let timetable = tuesdays(1).except(first, &[], ahead()).unwrap().except(second, &[], ahead()).unwrap();
    assert_eq!(timetable.exceptions, [second]);
}

#[test]
fn a_slot_that_never_takes_place_is_refused() {
    let late = Period::new(day("2027-06-01"), None).unwrap();
    let add = |slot| blank(1).add(slot, &[], ahead()).err();
    assert_eq!(add(Slot { period: late, ..slot(1, Weekday::Monday, 9, 60) }), Some(Refusal::NeverInMission));
    assert_eq!(add(slot(1, Weekday::Monday, 9, 0)), Some(Refusal::MinutesOutOfRange));
    assert_eq!(add(slot(1, Weekday::Monday, 9, 1_441)), Some(Refusal::MinutesOutOfRange));
}

#[test]
fn a_stopped_slot_leaves_what_was_before() {
    let extra = Exception::Cancelled { slot: id(1), on: day("2027-01-05") };
    let stopped = tuesdays(1).except(extra, &[], ahead()).unwrap().stop(id(1), day("2026-12-10")).unwrap();
    assert_eq!(dates(&stopped, "2026-12-01", "2027-05-31"), ["12-01 09:00", "12-08 09:00"]);
    assert!(stopped.exceptions.is_empty());
    assert_eq!(tuesdays(1).stop(id(4), day("2026-12-10")).err(), Some(Refusal::NoSlotThatDay));
}

#[test]
fn a_clash_with_another_mission_is_refused_with_its_moment() {
    let others = [tuesdays(2)];
    let add = |hour, minutes| blank(1).add(slot(1, Weekday::Tuesday, hour, minutes), &others, ahead()).err();
    let clash = Refusal::Clash { on: day("2026-12-01"), at: time(11, 0, 0, 0) };
    assert_eq!(add(11, 60), Some(clash));
    assert_eq!(add(12, 60), None);
    assert_eq!(add(8, 60), None);
    assert!(add(8, 61).is_some());
    // The night before reaches into the morning.
    let night = slot(1, Weekday::Monday, 20, 14 * 60);
    assert!(matches!(blank(1).add(night, &others, ahead()), Err(Refusal::Clash { .. })));
}

#[test]
fn a_night_that_began_on_the_eve_still_clashes_in_the_morning() {
    let from_tuesday = horizon(day("2026-12-08"));
    let night = Exception::Extra(moment("2026-12-07", 20, 14 * 60));
    let nights = [blank(2).except(night, &[], from_tuesday).unwrap()];
    let morning = slot(1, Weekday::Tuesday, 9, 60);
    let clash = Err(Refusal::Clash { on: day("2026-12-08"), at: time(9, 0, 0, 0) });
    assert_eq!(blank(1).add(morning, &nights, from_tuesday), clash);
    assert_eq!(blank(1).except(night, &[tuesdays(2)], from_tuesday), clash);
}

#[test]
fn who_cancels_is_never_stopped_by_a_clash_of_before() {
    let clashing = Timetable { mission: id(2), ..tuesdays(1) };
    let cancelled = Exception::Cancelled { slot: id(1), on: day("2026-12-08") };
    assert!(tuesdays(1).except(cancelled, &[clashing], ahead()).is_ok());
}

#[test]
fn exceptions_count_in_clashes_both_ways() {
    let others = [tuesdays(2)];
    let wednesdays = blank(1).add(slot(1, Weekday::Wednesday, 9, 180), &others, ahead()).unwrap();
    let to = moment("2026-12-08", 10, 60);
    let moved = Exception::Moved { slot: id(1), on: day("2026-12-09"), to };
    let refused = wednesdays.clone().except(moved, &others, ahead());
    assert_eq!(refused, Err(Refusal::Clash { on: day("2026-12-08"), at: time(10, 0, 0, 0) }));
    let free = [tuesdays(2).except(Exception::Cancelled { slot: id(2), on: day("2026-12-08") }, &[], ahead()).unwrap()];
    let taken = [wednesdays.except(moved, &free, ahead()).unwrap()];
    let cancelled = free[0].exceptions[0];
    assert!(matches!(free[0].clone().restore(&cancelled, &taken, ahead()), Err(Refusal::Clash { .. })));
}

fn any_slot() -> impl Strategy<Value = (usize, i8, i64, bool, i32)> {
    (0usize..7, 0i8..24, 1i64..600, any::<bool>(), 0i32..40)
}

fn build(n: u64, (weekday, hour, minutes, every_week, offset): (usize, i8, i64, bool, i32)) -> Slot {
    let weekday = Weekday::from_monday_zero_offset(weekday as i8).unwrap();
    let period = Period::new(later(day("2026-12-01"), offset), None).unwrap();
    let every = if every_week { Every::Week } else { Every::OtherWeek };
    Slot { period, every, ..slot(n, weekday, hour, minutes) }
}

proptest! {
    /// However slots and extra times are tried, what was accepted never overlaps.
    #[test]
    fn no_two_accepted_times_overlap(tries in prop::collection::vec((any::<bool>(), any_slot(), prop::option::of(0i32..100)), 1..10)) {
        let (mut one, mut two) = (blank(1), blank(2));
        for (n, (first, raw, extra)) in tries.into_iter().enumerate() {
            let (ours, theirs) = if first { (&mut one, &two) } else { (&mut two, &one) };
            let slot = build(n as u64, raw);
            let changed = match extra {
                None => ours.clone().add(slot, std::slice::from_ref(theirs), ahead()),
                Some(offset) => {
                    let moment = Moment { on: later(day("2026-12-01"), offset), start: slot.start, minutes: slot.minutes };
                    ours.clone().except(Exception::Extra(moment), std::slice::from_ref(theirs), ahead())
                }
            };
            if let Ok(changed) = changed { *ours = changed; }
        }
        let days = Days::counting(day("2026-12-01"), 200);
        let all: Vec<_> = one.occurrences(days).into_iter().chain(two.occurrences(days)).collect();
        for (n, a) in all.iter().enumerate() {
            for b in &all[n + 1..] {
                prop_assert!(a.ends() <= b.begins || b.ends() <= a.begins, "{a:?} {b:?}");
            }
        }
    }

    /// The days of a slot are those that a day-by-day count gives.
    #[test]
    fn the_days_of_a_slot_are_those_counted_one_by_one(raw in any_slot(), first in 0i32..60, count in 1u16..90) {
        let slot = build(1, raw);
        let days = Days::counting(later(day("2026-11-15"), first), count);
        let anchor = Days::counting(slot.period.from, 7).each().find(|date| date.weekday() == slot.weekday).unwrap();
        let counted: Vec<_> = days.each().filter(|date| {
            *date >= anchor && (*date - anchor).get_days() % slot.every.days() == 0
        }).collect();
        prop_assert_eq!(slot.dates(days).collect::<Vec<_>>(), counted);
    }

    /// Every time begins within the days asked for and within the mission.
    #[test]
    fn times_begin_within_what_is_asked(raw in any_slot(), first in 0i32..300, count in 1u16..90) {
        let timetable = Timetable { slots: vec![build(1, raw)], ..blank(1) };
        let days = Days::counting(later(day("2026-10-01"), first), count);
        for time in timetable.occurrences(days) {
            prop_assert!(days.contains(time.begins.date()) && timetable.period.contains(time.begins.date()));
        }
    }

    /// The sweep finds a clash exactly when comparing every pair does.
    #[test]
    fn a_clash_is_found_exactly_when_a_pair_overlaps(
        a in prop::collection::vec((0i32..6, 0i8..24, 1i64..900), 0..6),
        b in prop::collection::vec((0i32..6, 0i8..24, 1i64..900), 0..6),
    ) {
        let times = |n, raw: &[(i32, i8, i64)]| raw.iter().map(|(offset, hour, minutes)| {
            let on = later(day("2026-12-01"), *offset);
            Occurrence { mission: id(n), slot: None, planned_on: on, begins: on.at(*hour, 0, 0, 0), minutes: Minutes(*minutes) }
        }).collect::<Vec<_>>();
        let (ours, theirs) = (times(1, &a), times(2, &b));
        let overlap = ours.iter().any(|x| theirs.iter().any(|y| x.begins < y.ends() && y.begins < x.ends()));
        prop_assert_eq!(clash(&ours, &theirs).is_some(), overlap);
    }
}
