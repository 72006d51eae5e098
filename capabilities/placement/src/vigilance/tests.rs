use passerelle_kernel::{Time, Weekday};
use proptest::prelude::*;

use super::*;
use crate::{
    contract::Term,
    period::Week,
    refusal::Refusal,
    samples::{day, id, noon, stamp},
    slot::{Every, Exception, Moment, Slot},
};

mod contract;

const TODAY: &str = "2026-09-07";

/// A weekly time: weekday from Monday (1), hour, minutes.
type At = (i8, i8, i64);

fn work(mission: u64, org: u64, team: u64, times: &[At]) -> Work {
    let period = Period::new(day("2026-01-01"), None).unwrap();
    let slot = |(n, (weekday, hour, minutes)): (usize, &At)| Slot {
        id: id(mission * 100 + n as u64),
        weekday: Weekday::from_monday_one_offset(*weekday).unwrap(),
        start: Time::constant(*hour, 0, 0, 0),
        minutes: Minutes(*minutes),
        period,
        every: Every::Week,
    };
    let slots = times.iter().enumerate().map(slot).collect();
    let table = Timetable { slots, ..Timetable::blank(id(mission), period) };
    let place = Place::new(50.6 + mission as f64 / 10.0, 3.0).ok();
    Work { mission: id(mission), org: id(org), team: id(team), period, hours_week: Minutes::hours(7), place, table }
}

fn picture(work: Vec<Work>) -> Picture {
    let orgs: BTreeSet<_> = work.iter().map(|work| work.org).chain([id(1)]).collect();
    let seats = orgs.into_iter().map(|org| Seat { org, since: day("2026-01-01"), last: None }).collect();
    Picture { today: day(TODAY), wishes: Wishes::default(), home: None, seats, work, contracts: Vec::new() }
}

fn kinds(picture: &Picture) -> Vec<(Option<u64>, Kind)> {
    let number = |org: Id<Organisation>| (1..9).find(|n| id(*n) == org).unwrap();
    found(picture).iter().map(|one| (one.org.map(number), one.facts.kind())).collect()
}

fn facts_of(picture: &Picture, kind: Kind) -> Option<Facts> {
    found(picture).into_iter().map(|one| one.facts).find(|facts| facts.kind() == kind)
}

fn ends(work: Work, on: &str) -> Work {
    let period = Period { until: Some(day(on)), ..work.period };
    Work { period, table: Timetable { period, ..work.table.clone() }, ..work }
}

#[test]
fn an_ordinary_week_raises_nothing() {
    assert_eq!(kinds(&picture(vec![work(1, 1, 1, &[(2, 9, 210), (4, 13, 210)])])), []);
}

#[test]
fn hours_above_the_own_ceiling_are_told_week_by_week() {
    let mut seen = picture(vec![work(1, 1, 1, &[(2, 9, 240), (4, 9, 240)])]);
    seen.wishes.ceiling = Some(Minutes::hours(8));
    assert_eq!(kinds(&seen), [], "just as many as said");
    let more = Moment { on: day("2026-09-16"), start: Time::constant(9, 0, 0, 0), minutes: Minutes(60) };
    seen.work[0].table.exceptions.push(Exception::Extra(more));
    let weeks = vec![(Week::of(day("2026-09-16")), Minutes::hours(9))];
    let ceiling = Minutes::hours(8);
    assert_eq!(facts_of(&seen, Kind::Ceiling), Some(Facts::Ceiling { ceiling, weeks }));
    // Where no times are written down, what was agreed counts.
    seen.work = vec![work(1, 1, 1, &[])];
    seen.wishes.ceiling = Some(Minutes::hours(6));
    let Some(Facts::Ceiling { weeks, .. }) = facts_of(&seen, Kind::Ceiling) else { panic!("no ceiling") };
    assert_eq!(weeks.len(), usize::from(WEEKS_AHEAD));
}

fn agreed(hours: i64) -> Contract {
    Contract::of(vec![Term::new(day("2026-01-01"), Minutes::hours(hours)).unwrap()])
}

#[test]
fn several_teams_count_when_they_are_at_the_same_time() {
    let two = |first: Work, second: Work| kinds(&picture(vec![first, second]));
    assert_eq!(two(work(1, 1, 1, &[]), work(2, 1, 1, &[])), [], "one team");
    assert_eq!(two(work(1, 1, 1, &[]), work(2, 1, 2, &[])), [(Some(1), Kind::SeveralTeams)]);
    let mut after = work(2, 1, 2, &[]);
    after.period.from = day("2026-09-21");
    assert_eq!(two(ends(work(1, 1, 1, &[]), "2026-09-20"), after.clone()), [], "one after the other");
    assert_eq!(
        two(ends(work(1, 1, 1, &[]), "2026-09-21"), after),
        [(Some(1), Kind::SeveralTeams)],
        "one day is enough"
    );
}

#[test]
fn rest_is_measured_between_days() {
    let rest = |times: &[At]| kinds(&picture(vec![work(1, 1, 1, times)]));
    let short = [(Some(1), Kind::ShortRest)];
    assert_eq!(rest(&[(1, 18, 240), (2, 8, 60)]), short, "22:00 to 8:00");
    assert_eq!(rest(&[(1, 18, 180), (2, 8, 60)]), [], "21:00 to 8:00 are eleven hours");
    assert_eq!(rest(&[(1, 8, 120), (1, 18, 60)]), [], "a pause within a day is no night");
    assert_eq!(rest(&[(1, 18, 120), (2, 7, 60)]), [(Some(1), Kind::LateThenEarly)], "20:00 to 7:00");
    assert_eq!(rest(&[(1, 18, 60), (2, 7, 60)]), [], "19:00 is not late");
    assert_eq!(rest(&[(1, 18, 120), (3, 7, 60)]), [], "a day between");
}

#[test]
fn more_than_six_days_without_a_real_rest_are_told() {
    let every = |days: std::ops::RangeInclusive<i8>| {
        picture(vec![work(1, 1, 1, &days.map(|n| (n, 10, 60)).collect::<Vec<_>>())])
    };
    assert_eq!(kinds(&every(1..=6)), []);
    assert_eq!(kinds(&every(1..=7)), [(Some(1), Kind::WeeklyRest)]);
    // Saturday until 23:00, Monday from 8:00: a Sunday, and yet no 35 hours.
    let times: Vec<At> = [(6, 22, 60), (1, 8, 60)].into_iter().chain((2..6).map(|n| (n, 10, 60))).collect();
    assert_eq!(kinds(&picture(vec![work(1, 1, 1, &times)])), [(Some(1), Kind::WeeklyRest)]);
}

#[test]
fn journeys_are_measured_by_what_the_peer_has_told() {
    // Eleven kilometres: about 55 minutes in transit.
    let mut seen = picture(vec![work(1, 1, 1, &[(1, 9, 120)]), work(2, 1, 1, &[(1, 11, 60)])]);
    assert_eq!(kinds(&seen), [], "nothing told");
    seen.wishes.travel = Some((Mode::Transit, Minutes(60)));
    assert_eq!(kinds(&seen), [(Some(1), Kind::TightJourney)]);
    seen.work[1].place = seen.work[0].place;
    assert_eq!(kinds(&seen), [], "one place");
    seen.home = Some((id(1), Place::new(52.0, 3.0).unwrap()));
    assert_eq!(kinds(&seen), [(Some(1), Kind::LongJourney)]);
    seen.home = Some((id(2), Place::new(52.0, 3.0).unwrap()));
    assert_eq!(kinds(&seen), [], "this association does not know where the peer lives");
}

#[test]
fn idle_is_who_is_free_and_has_had_no_mission_for_six_weeks() {
    let mut seen = picture(Vec::new());
    seen.seats[0].last = Some(day("2026-07-26"));
    assert_eq!(facts_of(&seen, Kind::Idle), Some(Facts::Idle(day("2026-07-27"))));
    seen.seats[0].last = Some(day("2026-07-27"));
    assert_eq!(kinds(&seen), []);
    seen.seats[0].last = None;
    for wishes in [
        Wishes { paused: true, ..Wishes::default() },
        Wishes { from: Some(day("2026-08-01")), ..Wishes::default() },
        Wishes { until: Some(day("2026-09-06")), ..Wishes::default() },
    ] {
        assert_eq!(kinds(&Picture { wishes, ..seen.clone() }), [], "{wishes:?}");
    }
    assert_eq!(kinds(&seen), [(Some(1), Kind::Idle)]);
}

#[test]
fn the_last_mission_that_ends_soon_is_told() {
    let first = || ends(work(1, 1, 1, &[]), "2026-09-30");
    assert_eq!(kinds(&picture(vec![first()])), [(Some(1), Kind::Ending)]);
    assert_eq!(kinds(&picture(vec![ends(work(1, 1, 1, &[]), "2026-10-20")])), [], "six weeks and a day");
    let mut seen = picture(vec![first(), ends(work(2, 1, 1, &[]), "2027-01-31")]);
    assert_eq!(kinds(&seen), [], "another one goes on");
    seen.work.truncate(1);
    seen.wishes.until = Some(day("2026-09-30"));
    assert_eq!(kinds(&seen), [], "the peer wants to stop then");
}

#[test]
fn what_two_associations_make_together_is_the_peers_alone() {
    let mut seen = picture(vec![work(1, 1, 1, &[(1, 18, 240)]), work(2, 2, 2, &[(2, 8, 120)])]);
    seen.wishes.ceiling = Some(Minutes::hours(5));
    assert_eq!(kinds(&seen), [(None, Kind::Ceiling), (None, Kind::SeveralTeams), (None, Kind::ShortRest)]);
    // What one of them says already is not told twice.
    seen.work = vec![work(1, 1, 1, &[(1, 18, 240), (2, 8, 120)]), work(2, 2, 1, &[])];
    seen.wishes.ceiling = None;
    assert_eq!(kinds(&seen), [(Some(1), Kind::ShortRest)]);
}

fn any_work(org: u64) -> impl Strategy<Value = Vec<Work>> {
    let times = prop::collection::vec((1..8_i8, 6..22_i8, 30..=60_i64), 0..5);
    prop::collection::vec((1..4_u64, times), 0..3).prop_map(move |works| {
        let numbered = works.iter().enumerate();
        numbered.map(|(n, (team, times))| work(org * 10 + n as u64, org, *team, times)).collect()
    })
}

fn any_picture() -> impl Strategy<Value = (Picture, Vec<Work>)> {
    (any_work(1), any_work(2), 1..20_i64).prop_map(|(ours, theirs, ceiling)| {
        let mut seen = picture(ours);
        seen.wishes.ceiling = Some(Minutes::hours(ceiling));
        seen.wishes.travel = Some((Mode::Transit, Minutes(45)));
        seen.contracts = vec![(id(1), agreed(ceiling))];
        seen.home = Some((id(1), Place::new(50.9, 3.1).unwrap()));
        (seen, theirs)
    })
}

proptest! {
    /// An association's signals tell nothing of another: they are the same whatever the other one does.
    #[test]
    fn an_association_is_told_as_if_there_were_no_other((alone, theirs) in any_picture()) {
        let ours = |picture: &Picture| -> Vec<Found> {
            found(picture).into_iter().filter(|one| one.org == Some(id(1))).collect()
        };
        let mut both = alone.clone();
        both.seats.push(Seat { org: id(2), since: day("2026-01-01"), last: Some(day("2026-05-01")) });
        both.work.extend(theirs);
        both.contracts.insert(0, (id(2), agreed(1)));
        prop_assert_eq!(ours(&alone), ours(&both));
    }

    /// What holds is found again the same, and is not raised twice; every gap that is told is what its kind says.
    #[test]
    fn nothing_is_raised_twice((seen, theirs) in any_picture()) {
        let mut seen = seen;
        seen.work.extend(theirs);
        let found = found(&seen);
        let now = noon(TODAY);
        let signals: Vec<Signal> =
            (1..).zip(&found).map(|(n, one)| Signal::raise(id(n), id(7), one, now, Some(now))).collect();
        prop_assert_eq!(reconcile(&signals, &found, now, true), []);
        let over = reconcile(&signals, &[], now, true);
        prop_assert_eq!(over.len(), signals.len());
        for one in &found {
            if let Facts::ShortRest(gaps) = &one.facts {
                prop_assert!(gaps.iter().all(|gap| gap.minutes() < DAILY_REST));
            }
            if let Facts::Ceiling { ceiling, weeks } = &one.facts {
                prop_assert!(weeks.iter().all(|(_, planned)| planned > ceiling));
            }
        }
    }

    /// Less work never makes a signal of too much heavier.
    #[test]
    fn less_this_month_never_makes_it_more((seen, _) in any_picture()) {
        let days = crate::easing::days(seen.today).unwrap();
        let tables: Vec<Timetable> = seen.work.iter().map(|work| work.table.clone()).collect();
        let mut lighter = seen.clone();
        for (mission, exception) in crate::easing::ease(&tables, days) {
            lighter.work.iter_mut().find(|work| work.mission == mission).unwrap().table.exceptions.push(exception);
        }
        for kind in [Kind::Ceiling, Kind::Contract, Kind::ShortRest, Kind::WeeklyRest] {
            let before = facts_of(&seen, kind).map(|facts| facts.extent().weight).unwrap_or_default();
            let after = facts_of(&lighter, kind).map(|facts| facts.extent().weight).unwrap_or_default();
            prop_assert!(after <= before, "{:?}: {} then {}", kind, before, after);
        }
    }
}

fn raised(org: Option<u64>, teams: usize) -> (Found, Signal) {
    let missions = (1..=teams as u64).map(id).collect();
    let found = Found { org: org.map(id), facts: Facts::SeveralTeams { missions, teams } };
    let signal = Signal::raise(id(1), id(7), &found, noon("2026-09-07"), Some(noon("2026-09-07")));
    (found, signal)
}

#[test]
fn the_peer_sees_first_and_the_coordination_after_seven_days_or_at_once_by_wish() {
    let (found, signal) = raised(Some(1), 2);
    assert!(!signal.is_open(noon("2026-09-13")) && signal.is_open(noon("2026-09-14")));
    let untold = Signal::raise(id(1), id(7), &found, noon("2026-09-07"), None);
    assert!(!untold.is_open(noon("2027-09-07")), "who was never told has had no time");
    let shared = signal.clone().share(id(7), noon("2026-09-08")).unwrap();
    assert!(shared.is_open(noon("2026-09-08")));
    let aside = shared.set_aside(id(7), noon("2026-09-09")).unwrap();
    assert!(!aside.is_open(noon("2027-09-09")));
    let again = aside.take_up(id(7), noon("2026-10-01")).unwrap();
    assert!(!again.is_open(noon("2026-10-07")) && again.is_open(noon("2026-10-08")));
    let (_, several) = raised(None, 2);
    assert_eq!(several.opens_at(), None);
    assert_eq!(several.share(id(7), noon("2026-09-08")), Err(Refusal::SignalOfSeveral));
}

#[test]
fn only_the_peer_answers_and_only_the_coordination_notes_a_talk() {
    let (_, signal) = raised(Some(1), 2);
    let (other, now) = (id(8), noon("2026-09-08"));
    assert_eq!(signal.clone().share(other, now), Err(Refusal::NotYours));
    assert_eq!(signal.clone().say(other, "Non"), Err(Refusal::NotYours));
    assert_eq!(signal.clone().set_aside(other, now), Err(Refusal::NotYours));
    assert_eq!(signal.clone().say(id(7), " "), Err(Refusal::TextMissing));
    assert_eq!(signal.clone().talk(stamp(9, "2026-09-08")), Err(Refusal::SignalNotOpen));
    assert_eq!(signal.clone().talk(stamp(7, "2026-09-20")), Err(Refusal::OwnQuestion));
    assert!(signal.talk(stamp(9, "2026-09-20")).unwrap().talked.is_some());
}

#[test]
fn what_becomes_more_begins_anew_and_what_becomes_less_does_not() {
    let (_, two) = raised(Some(1), 2);
    let (three, _) = raised(Some(1), 3);
    let (now, aside) = (noon("2026-10-01"), two.clone().set_aside(id(7), noon("2026-09-08")).unwrap());
    let changes = reconcile(std::slice::from_ref(&aside), std::slice::from_ref(&three), now, true);
    let [Change::Again(more)] = changes.as_slice() else { panic!("{changes:?}") };
    assert!(more.aside_at.is_none() && !more.is_open(now) && more.is_open(noon("2026-10-08")));
    let (less, _) = raised(Some(1), 2);
    assert_eq!(reconcile(&[Signal { aside_at: Some(now), ..more.clone() }], &[less], now, true), []);
    // Somebody who has nobody to talk to has said so: nothing else ends it.
    let alone = Signal { kind: Kind::Alone, ..two };
    assert_eq!(reconcile(&[alone], &[], now, true), []);
}
