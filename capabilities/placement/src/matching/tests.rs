use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::{
    period::{Days, Period, later},
    samples::{day, id},
    slot::Occurrence,
    spoken,
};

mod preferences;
mod rules;

/// The peers who fit, under the usual weights.
fn fitting(need: &Need, candidates: &[Candidate]) -> Vec<Fit> {
    super::fitting(need, candidates, &Weights::default())
}

fn need() -> Need {
    Need {
        mission: id(1),
        org: id(100),
        languages: spoken::split("fr,ar").unwrap(),
        hours_week: Minutes::hours(7),
        period: Period::new(day("2026-12-01"), Some(day("2027-05-31"))).unwrap(),
        place: Place::new(43.2965, 5.3698).ok(),
        nature: Nature::default(),
        times: Arc::default(),
    }
}

fn peer() -> Candidate {
    Candidate {
        languages: spoken::split("ar,en,fr").unwrap(),
        ceiling: Some(Minutes::hours(14)),
        engaged: vec![engagement(2, "2026-09-01", Some("2026-12-31"), 7)],
        reach: Some(Reach { home: Place::new(43.31, 5.40).unwrap(), mode: Mode::Transit, most: Minutes(45) }),
        ..Candidate::unknown(id(7))
    }
}

fn engagement(n: u64, from: &str, until: Option<&str>, hours: i64) -> Engagement {
    let period = Period::new(day(from), until.map(day)).unwrap();
    Engagement { mission: id(n), org: id(100), period, hours_week: Minutes::hours(hours) }
}

#[test]
fn a_peer_who_fits_is_shown_with_a_reason_for_each_rule_but_the_private_one() {
    let fits = fitting(&need(), &[peer()]);
    let reasons = [
        Reason::Speaks(spoken::split("ar,fr").unwrap().into_iter().collect()),
        Reason::HoursAWeek(Minutes::hours(14)),
        Reason::FreeFrom(day("2026-12-01")),
        Reason::Travels(Minutes(25)),
    ];
    assert_eq!(fits.len(), 1);
    assert_eq!(fits[0].reasons(), reasons);
    assert_eq!((fits[0].peer(), fits[0].engaged()), (id(7), Minutes::hours(7)));
}

#[test]
fn each_rule_alone_keeps_a_peer_off_the_list() {
    let absent = |change: fn(&mut Candidate)| {
        let mut candidate = peer();
        change(&mut candidate);
        fitting(&need(), &[candidate]).is_empty()
    };
    assert!(!absent(|_| ()));
    assert!(absent(|c| drop(c.languages.pop_first())));
    assert!(absent(|c| c.ceiling = Some(Minutes::hours(14) - Minutes(1))));
    assert!(absent(|c| c.from = Some(day("2026-12-02"))));
    assert!(absent(|c| c.until = Some(day("2027-05-30"))));
    assert!(absent(|c| c.paused = true));
    assert!(absent(|c| c.reach.as_mut().unwrap().most = Minutes(24)));
    assert!(absent(|c| c.not_there = NotThere::when(true)));
}

#[test]
fn what_was_not_told_is_asked_and_not_held_against_the_peer() {
    let candidate = Candidate { languages: peer().languages, ..Candidate::unknown(id(8)) };
    let fit = fit(&need(), &candidate).unwrap();
    assert!(fit.reasons().contains(&Reason::ToAsk(Rule::Ceiling)));
    assert!(fit.reasons().contains(&Reason::ToAsk(Rule::Travel)));
}

#[test]
fn a_mission_without_an_end_asks_to_be_free_when_it_begins() {
    let endless = Need { period: Period::new(day("2026-12-01"), None).unwrap(), ..need() };
    let until = |date| Candidate { until: Some(day(date)), ..peer() };
    assert!(fit(&endless, &until("2026-12-01")).is_ok());
    assert!(fit(&endless, &until("2026-11-30")).is_err());
}

#[test]
fn the_mission_itself_does_not_count_twice() {
    let mut candidate = peer();
    candidate.engaged.push(engagement(1, "2026-12-01", None, 7));
    assert!(fit(&need(), &candidate).is_ok());
}

#[test]
fn what_a_peer_does_for_another_association_counts_and_is_not_told() {
    let elsewhere = |hours| Engagement { org: id(101), ..engagement(3, "2026-09-01", None, hours) };
    let with = |hours| {
        let mut candidate = peer();
        candidate.engaged = vec![elsewhere(hours)];
        fit(&need(), &candidate)
    };
    // Seven hours here and up to seven elsewhere are within fourteen: the fit is the same, whatever it is elsewhere.
    let alone = fit(&need(), &Candidate { engaged: Vec::new(), ..peer() });
    assert_eq!(with(1), alone);
    assert_eq!(with(7), alone);
    assert_eq!(alone.unwrap().engaged(), Minutes::ZERO);
    assert!(with(8).is_err());
    let hours = |hours| Candidate { engaged: vec![elsewhere(hours)], ..peer() };
    assert_eq!(free_for_longer(&need(), &hours(7)), Ok(()));
    assert_eq!(free_for_longer(&need(), &hours(8)), Err(Refusal::NotFree));
}

#[test]
fn not_there_is_not_printed() {
    let printed = |listed| format!("{:?}", Candidate { not_there: NotThere::when(listed), ..peer() });
    assert_eq!(printed(true), printed(false));
}

proptest! {
    /// Whoever said "not there" is as absent as whoever does not speak the language: the lists are equal.
    #[test]
    fn not_there_looks_like_any_other_absence(hours in prop::collection::vec(0i64..10, 1..8), who in 0usize..8) {
        let peers: Vec<_> = hours.iter().enumerate().map(|(n, hours)| {
            let engaged = vec![engagement(50, "2026-12-01", None, *hours)];
            Candidate { engaged, ..Candidate { peer: id(n as u64), ..peer() } }
        }).collect();
        let who = who % peers.len();
        let (mut private, mut public, mut gone) = (peers.clone(), peers.clone(), peers);
        private[who].not_there = NotThere::when(true);
        public[who].languages.clear();
        gone.remove(who);
        prop_assert_eq!(fitting(&need(), &private), fitting(&need(), &public));
        prop_assert_eq!(fitting(&need(), &private), fitting(&need(), &gone));
        prop_assert_eq!(fit(&need(), &private[who]), fit(&need(), &public[who]));
    }

    /// The engaged hours are those of the fullest day, as counted day by day.
    #[test]
    fn engaged_hours_are_those_of_the_fullest_day(
        others in prop::collection::vec((0i32..80, prop::option::of(0i32..60), 1i64..20), 0..6),
        from in 0i32..60,
        length in 0i32..60,
    ) {
        let start = day("2026-01-01");
        let engaged = others.iter().enumerate().map(|(n, (first, length, hours))| {
            let period = Period::new(later(start, *first), length.map(|l| later(start, first + l))).unwrap();
            Engagement { mission: id(10 + n as u64), org: id(100), period, hours_week: Minutes::hours(*hours) }
        }).collect();
        let days = Days::new(later(start, from), later(start, from + length)).unwrap();
        let period = Period::new(days.first(), Some(days.last())).unwrap();
        let candidate = Candidate { engaged, ..Candidate::unknown(id(7)) };
        let on = |date| candidate.engaged.iter().filter(|e| e.period.contains(date)).map(|e| e.hours_week).sum::<Minutes>();
        let expected = days.each().map(on).max().unwrap_or_default();
        prop_assert_eq!(rule::engaged(&Need { period, ..need() }, &candidate), expected);
    }
}
