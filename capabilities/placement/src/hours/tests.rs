use super::*;
use crate::{
    mission::{Ending, tests::running},
    period::{Month, Week},
    samples::{day, id, noon, stamp},
};
use proptest::prelude::*;

fn work(on: &str, minutes: i64) -> Work {
    Work { on: day(on), minutes: Minutes(minutes), activity: Activity::Presence }
}

fn today(text: &str) -> Day {
    Day { today: day(text), already: Minutes::ZERO }
}

fn try_record(on: &str, minutes: i64, day: Day) -> Result<Entry, Refusal> {
    Entry::record(id(1), &running(), id(7), work(on, minutes), day, noon("2026-12-10"))
}

/// Entry `n` of peer 7 on mission 1.
pub(crate) fn recorded(n: u64, on: &str, minutes: i64) -> Entry {
    let far = Day { today: day("2027-05-31"), already: Minutes::ZERO };
    Entry::record(id(n), &running(), id(7), work(on, minutes), far, noon("2026-12-10")).unwrap()
}

/// The same, confirmed.
pub(crate) fn confirmed(n: u64, on: &str, minutes: i64) -> Entry {
    recorded(n, on, minutes).confirm(referent()).unwrap()
}

/// The same, approved.
pub(crate) fn approved(n: u64, on: &str, minutes: i64) -> Entry {
    confirmed(n, on, minutes).approve(stamp(9, "2026-12-12")).unwrap()
}

fn referent() -> Stamp {
    Stamp { by: Signer::by_link("Dr Amrani").unwrap(), at: noon("2026-12-11") }
}

#[test]
fn hours_are_recorded_within_the_limits_only() {
    let now = today("2026-12-10");
    assert_eq!(try_record("2026-12-10", 90, now).unwrap().stage(), Stage::Recorded);
    assert_eq!(try_record("2026-12-11", 90, now), Err(Refusal::DateInTheFuture));
    assert_eq!(try_record("2026-11-30", 90, now), Err(Refusal::OutsideMission));
    assert_eq!(try_record("2026-12-10", 0, now), Err(Refusal::MinutesOutOfRange));
    assert_eq!(try_record("2026-12-10", -5, now), Err(Refusal::MinutesOutOfRange));
    assert!(try_record("2026-12-10", 1_440, now).is_ok());
    assert_eq!(try_record("2026-12-10", 1_441, now), Err(Refusal::MoreThanADay));
    let full = Day { already: Minutes::hours(20), ..now };
    assert!(try_record("2026-12-10", 240, full).is_ok());
    assert_eq!(try_record("2026-12-10", 241, full), Err(Refusal::MoreThanADay));
    assert!(try_record("2026-12-10", 60, today("2027-12-10")).is_ok());
    assert_eq!(try_record("2026-12-10", 60, today("2027-12-11")), Err(Refusal::TooLongAgo));
}

#[test]
fn only_the_peer_at_work_records_and_after_the_end_too() {
    let record = |mission: &Mission, peer, on| {
        Entry::record(id(1), mission, id(peer), work(on, 60), today("2027-02-10"), noon("2027-02-10"))
    };
    assert_eq!(record(&running(), 8, "2026-12-10"), Err(Refusal::NotYours));
    assert_eq!(record(&crate::mission::tests::open(), 7, "2026-12-10"), Err(Refusal::MissionNotRunning));
    let ended = running().end(Ending::Stopped, day("2027-01-31"), day("2027-02-01"), stamp(9, "2027-02-01")).unwrap();
    assert!(record(&ended, 7, "2027-01-31").is_ok());
    assert_eq!(record(&ended, 7, "2027-02-01"), Err(Refusal::OutsideMission));
}

#[test]
fn hours_wait_for_the_referent_then_the_coordinator() {
    assert_eq!(recorded(1, "2026-12-08", 60).waits_for(), Some((Whom::Referent, noon("2026-12-10"))));
    assert_eq!(confirmed(1, "2026-12-08", 60).waits_for(), Some((Whom::Coordinator, noon("2026-12-11"))));
    assert_eq!(approved(1, "2026-12-08", 60).waits_for(), None);
    assert_eq!(recorded(1, "2026-12-08", 60).approve(stamp(9, "2026-12-12")), Err(Refusal::HoursNotConfirmed));
    assert_eq!(confirmed(1, "2026-12-08", 60).confirm(referent()), Err(Refusal::HoursConfirmed));
    assert_eq!(confirmed(1, "2026-12-08", 60).approve(referent()), Err(Refusal::AccountNeeded));
}

#[test]
fn nobody_signs_their_own_hours() {
    let own = stamp(7, "2026-12-12");
    assert_eq!(recorded(1, "2026-12-08", 60).confirm(own.clone()), Err(Refusal::OwnHours));
    assert_eq!(confirmed(1, "2026-12-08", 60).approve(own.clone()), Err(Refusal::OwnHours));
    assert_eq!(recorded(1, "2026-12-08", 60).give_back("?", own.clone()), Err(Refusal::OwnHours));
    let paper = Stamp { by: Signer::on_paper("Dr Amrani", id(7)).unwrap(), ..own };
    assert_eq!(recorded(1, "2026-12-08", 60).confirm(paper), Err(Refusal::OwnHours));
}

#[test]
fn a_question_goes_back_to_the_peer_who_answers_by_looking_again() {
    for entry in [recorded(1, "2026-12-08", 60), confirmed(1, "2026-12-08", 60)] {
        assert_eq!(entry.clone().give_back(" ", stamp(9, "2026-12-12")), Err(Refusal::TextMissing));
        let returned = entry.give_back("Avec le trajet ?", stamp(9, "2026-12-12")).unwrap();
        assert_eq!(returned.waits_for(), Some((Whom::Peer, noon("2026-12-12"))));
        assert_eq!(returned.clone().confirm(referent()), Err(Refusal::HoursReturned));
        assert_eq!(returned.clone().approve(stamp(9, "2026-12-12")), Err(Refusal::HoursReturned));
        let again = returned.revise(&running(), work("2026-12-08", 45), today("2026-12-13"), noon("2026-12-13"));
        assert_eq!(again.unwrap().waits_for(), Some((Whom::Referent, noon("2026-12-13"))));
    }
    let confirmed = confirmed(1, "2026-12-08", 60);
    let change = confirmed.revise(&running(), work("2026-12-08", 45), today("2026-12-13"), noon("2026-12-13"));
    assert_eq!(change, Err(Refusal::HoursConfirmed));
}

#[test]
fn what_is_approved_never_changes() {
    let entry = approved(1, "2026-12-08", 60);
    let change = entry.clone().revise(&running(), work("2026-12-08", 45), today("2026-12-13"), noon("2026-12-13"));
    assert_eq!(change, Err(Refusal::HoursApproved));
    assert_eq!(entry.clone().confirm(referent()), Err(Refusal::HoursApproved));
    assert_eq!(entry.clone().approve(stamp(9, "2026-12-13")), Err(Refusal::HoursApproved));
    assert_eq!(entry.clone().give_back("?", stamp(9, "2026-12-13")), Err(Refusal::HoursApproved));
    assert_eq!(entry.may_be_taken_back(id(7)), Err(Refusal::HoursApproved));
    assert_eq!(confirmed(1, "2026-12-08", 60).may_be_taken_back(id(7)), Err(Refusal::HoursConfirmed));
    assert_eq!(recorded(1, "2026-12-08", 60).may_be_taken_back(id(8)), Err(Refusal::NotYours));
    assert_eq!(recorded(1, "2026-12-08", 60).may_be_taken_back(id(7)), Ok(()));
}

#[test]
fn a_correction_is_a_new_entry_that_goes_the_same_way() {
    let original = approved(1, "2026-12-08", 60);
    let day = Day { already: Minutes(60), ..today("2026-12-13") };
    let correct = |change, so_far| {
        original.correct(id(2), (original.facts().work.on, Minutes(change)), Minutes(so_far), day, noon("2026-12-13"))
    };
    let correction = correct(-20, 0).unwrap();
    assert_eq!(correction.facts().correction_of, Some(id(1)));
    assert_eq!((correction.stage(), correction.facts().work.minutes), (Stage::Recorded, Minutes(-20)));
    assert_eq!(original, approved(1, "2026-12-08", 60));
    assert_eq!(correct(0, 0), Err(Refusal::MinutesOutOfRange));
    assert_eq!(correct(-41, -20), Err(Refusal::LessThanNothing));
    assert!(correct(-40, -20).is_ok());
    assert_eq!(correct(1_381, 0), Err(Refusal::MoreThanADay));
    let twice = correction.clone().confirm(referent()).unwrap().approve(stamp(9, "2026-12-14")).unwrap();
    let again = twice.correct(id(3), (twice.facts().work.on, Minutes(5)), Minutes(0), day, noon("2026-12-15"));
    assert_eq!(again, Err(Refusal::CorrectTheOriginal));
    assert_eq!(
        correction.revise(&running(), work("2026-12-08", 5), day, noon("2026-12-15")),
        Err(Refusal::CorrectionFixed)
    );
    let early = recorded(4, "2026-12-08", 60);
    let early = early.correct(id(5), (early.facts().work.on, Minutes(5)), Minutes(0), day, noon("2026-12-15"));
    assert_eq!(early, Err(Refusal::HoursNotApproved));
    // Of a closed month it counts on another day, and is held to what there is on that day.
    let full = Day { already: Minutes::hours(23), ..day };
    let counted =
        |minutes| original.correct(id(6), (day.today, Minutes(minutes)), Minutes(0), full, noon("2026-12-13"));
    assert_eq!(counted(60).unwrap().facts().work.on, day.today);
    assert_eq!(counted(61), Err(Refusal::MoreThanADay));
}

#[test]
fn a_month_is_confirmed_and_approved_at_once() {
    let december = Month::of(day("2026-12-01"));
    let entries = vec![
        recorded(1, "2026-12-01", 60),
        recorded(2, "2026-12-31", 30),
        recorded(3, "2027-01-01", 15),
        approved(4, "2026-12-08", 45),
        recorded(5, "2026-12-02", 10).give_back("?", stamp(9, "2026-12-12")).unwrap(),
    ];
    let sheet = MonthSheet::of(id(1), december, &entries);
    assert_eq!(
        (sheet.at(Stage::Recorded), sheet.at(Stage::Returned), sheet.total()),
        (Minutes(90), Minutes(10), Minutes(145))
    );
    let confirmed = confirm_month(id(1), december, entries.clone(), &referent()).unwrap();
    assert_eq!(confirmed.iter().map(|entry| entry.facts().id).collect::<Vec<_>>(), [id(1), id(2)]);
    let approved = approve_month(id(1), december, confirmed, &stamp(9, "2026-12-31")).unwrap();
    assert_eq!(approved.len(), 2);
    assert_eq!(confirm_month(id(1), december, approved, &referent()), Err(Refusal::NothingWaits));
    assert_eq!(confirm_month(id(2), december, entries, &referent()), Err(Refusal::NothingWaits));
}

#[test]
fn nothing_this_week_can_be_said_and_only_silence_is_asked_about() {
    let week = Week::of(day("2026-12-16"));
    let say = |peer, week, recorded| {
        QuietWeek::say(&running(), id(peer), week, Minutes(recorded), day("2026-12-16"), noon("2026-12-16")).map(drop)
    };
    assert_eq!(say(7, week, 0), Ok(()));
    assert_eq!(say(8, week, 0), Err(Refusal::NotYours));
    assert_eq!(say(7, week, 30), Err(Refusal::HoursThatWeek));
    assert_eq!(say(7, week.next(), 0), Err(Refusal::DateInTheFuture));
    assert_eq!(say(7, Week::of(day("2026-11-29")), 0), Err(Refusal::OutsideMission));
    let (_, period) = running().worked().unwrap();
    let silent = |today| silent_weeks(period, &[day("2026-12-02")], &[week], day(today));
    assert_eq!(silent("2026-12-13"), []);
    assert_eq!(silent("2026-12-14"), [Week::of(day("2026-12-07"))]);
    assert_eq!(silent("2026-12-28"), [Week::of(day("2026-12-07")), Week::of(day("2026-12-21"))]);
    assert_eq!(silent("2026-11-01"), []);
}

proptest! {
    /// Whatever is tried in whatever order, an approved entry stays as it is and a sum never falls below zero.
    #[test]
    fn corrections_never_make_a_sum_negative(minutes in 1i64..600, changes in prop::collection::vec(-700i64..700, 0..12)) {
        let original = approved(1, "2026-12-08", minutes);
        let mut so_far = Minutes::ZERO;
        for change in changes {
            let day = Day { today: day("2026-12-20"), already: Minutes(minutes) + so_far };
            if let Ok(correction) = original.correct(id(2), (original.facts().work.on, Minutes(change)), so_far, day, noon("2026-12-20")) {
                so_far = so_far + correction.facts().work.minutes;
            }
            prop_assert!(Minutes(minutes) + so_far >= Minutes::ZERO);
            prop_assert!(Minutes(minutes) + so_far <= Minutes::hours(24));
        }
    }
}
