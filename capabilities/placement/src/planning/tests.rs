use std::collections::{BTreeSet, HashMap, HashSet};

use passerelle_assignment::Effort;
use passerelle_kernel::{Date, Minutes, Time, Weekday};
use proptest::prelude::*;

use super::*;
use crate::{
    matching::{Candidate, Engagement, Mode, Nature, Need, NotThere, Place, Preference, Reach, Weight, Weights, fit},
    period::{Period, later},
    proposal::Stage as Answer,
    samples::{day, id},
    slot::{Every, Slot, Timetable, clash},
    spoken,
};

const SHORT: Effort = Effort { rounds: 60, steps: 30_000, seed: 3 };

fn start() -> Date {
    day("2026-09-07")
}

/// A mission: first day, days, hours a week, languages, where, the weekday of its time.
type Told = (i32, Option<i32>, i64, u8, u8, Option<i8>);

fn languages(code: u8) -> BTreeSet<crate::spoken::Spoken> {
    spoken::split(["fr", "fr,ar", "ar", "fr,en"][usize::from(code % 4)]).unwrap()
}

fn place(code: u8) -> Place {
    Place::new(43.2 + f64::from(code % 8) * 0.05, 5.4).unwrap()
}

fn period(from: i32, length: Option<i32>) -> Period {
    let first = later(start(), from);
    Period::new(first, length.map(|length| later(first, length))).unwrap()
}

fn table(mission: u64, days: Period, weekday: Option<i8>) -> Timetable {
    let slots = weekday.map(|weekday| Slot {
        id: id(mission),
        weekday: Weekday::from_monday_zero_offset(weekday % 5).unwrap(),
        start: Time::constant(9, 0, 0, 0),
        minutes: Minutes(180),
        period: days,
        every: Every::Week,
    });
    Timetable { slots: slots.into_iter().collect(), ..Timetable::blank(id(mission), days) }
}

fn wanted((n, told): (usize, Told)) -> Wanted {
    let (from, length, hours, speaks, place_code, weekday) = told;
    let (mission, period) = (1 + n as u64, period(from, length));
    let need = Need {
        mission: id(mission),
        org: id(900),
        languages: languages(speaks),
        hours_week: Minutes::hours(hours),
        period,
        place: Some(place(place_code)),
        nature: Nature::default(),
        times: table(mission, period, weekday).to_come(start()).into(),
    };
    Wanted { need, place: (id(600), id(700 + n as u64 % 2)), asked: Vec::new() }
}

/// A peer: ceiling, languages, where, minutes of way, what is engaged already, from when on, paused. Every third mission that
/// is engaged is one of another association.
type Person = (Option<i64>, u8, u8, Option<i64>, Vec<(i32, i64, Option<i8>)>, Option<i32>, bool);

fn peer((n, told): (usize, Person)) -> Peer {
    let (ceiling, speaks, home, most, engaged, from, paused) = told;
    let number = 100 + n as u64;
    let others = engaged.into_iter().enumerate().map(|(k, (from, hours, weekday))| {
        let (mission, period) = (1_000 + number * 10 + k as u64, period(from, Some(60)));
        let org = id(if k % 3 == 2 { 901 } else { 900 });
        let engagement = Engagement { mission: id(mission), org, period, hours_week: Minutes::hours(hours) };
        (engagement, table(mission, period, weekday))
    });
    let (engaged, tables): (_, Vec<_>) = others.unzip();
    let candidate = Candidate {
        languages: languages(speaks),
        ceiling: ceiling.map(Minutes::hours),
        engaged,
        times: tables.iter().flat_map(|table| table.to_come(start())).collect(),
        from: from.map(|days| later(start(), days)),
        paused,
        reach: most.map(|most| Reach { home: place(home), mode: Mode::Transit, most: Minutes(most) }),
        ..Candidate::unknown(id(number))
    };
    Peer { candidate, worked: BTreeSet::new() }
}

prop_compose! {
    fn grounds()(
        missions in prop::collection::vec(
            (0..40_i32, prop::option::of(20..80_i32), 1..12_i64, any::<u8>(), any::<u8>(), prop::option::of(0..5_i8)), 1..7),
        people in prop::collection::vec(
            (prop::option::of(4..30_i64), any::<u8>(), any::<u8>(), prop::option::of(15..90_i64),
             prop::collection::vec((0..50_i32, 1..9_i64, prop::option::of(0..5_i8)), 0..4),
             prop::option::of(0..40_i32), prop::bool::weighted(0.1)), 1..6),
        avoided in prop::collection::vec((any::<u8>(), any::<u8>()), 0..4),
        answers in prop::collection::vec((any::<u8>(), any::<u8>(), 0..4_usize), 0..5),
        wishes in prop::collection::vec(prop::option::of(1..30_i64), 6),
        worked in prop::collection::vec(any::<bool>(), 6),
        weights in prop::collection::vec(0..4_usize, Preference::ALL.len()),
    ) -> Ground {
        let mut missions: Vec<Wanted> = missions.into_iter().enumerate().map(wanted).collect();
        let mut peers: Vec<Peer> = people.into_iter().enumerate().map(peer).collect();
        for (peer, (wished, worked)) in peers.iter_mut().zip(wishes.into_iter().zip(worked)) {
            peer.candidate.wished = wished.map(Minutes::hours);
            peer.worked = worked.then_some((id(600), id(700))).into_iter().collect();
        }
        let weigh = |weights: Weights, (one, weight): (&Preference, usize)| weights.with(*one, Weight::ALL[weight]);
        let weights = Preference::ALL.iter().zip(weights).fold(Weights::default(), weigh);
        let mission = |n: u8, all: usize| usize::from(n) % all;
        for (m, p, answer) in answers {
            let (m, p) = (mission(m, missions.len()), peers[mission(p, peers.len())].candidate.peer);
            let answer = [Answer::Waiting, Answer::Yes, Answer::No, Answer::Later][answer];
            if missions[m].answer_of(p).is_none() {
                missions[m].asked.push((p, answer));
            }
        }
        let not_there: HashSet<_> = avoided.into_iter().map(|(m, p)| {
            (missions[mission(m, missions.len())].need.mission, peers[mission(p, peers.len())].candidate.peer)
        }).collect();
        Ground { missions, peers, not_there, weights }
    }
}

fn found(ground: &Ground, said: &[Line]) -> Vec<Line> {
    let whole = Whole::of(ground, said);
    assert_eq!(whole.problem.check(), Ok(()));
    whole.search(ground, SHORT, |_| true)
}

/// The first hard rule that a plan breaks, looked at line by line as a person would, with nothing of the planner's own.
fn broken(ground: &Ground, lines: &[Line]) -> Option<String> {
    let mut of: HashMap<Id<crate::outside::Person>, Vec<&Wanted>> = HashMap::new();
    let mut filled = HashSet::new();
    for line in lines {
        let wanted = ground.missions.iter().find(|wanted| wanted.need.mission == line.mission).unwrap();
        let peer = ground.peers.iter().find(|peer| peer.candidate.peer == line.peer).unwrap();
        let listed = ground.not_there.contains(&(line.mission, line.peer));
        // What the plan gives the peer besides counts as engaged.
        let before = of.entry(line.peer).or_default();
        let mut candidate = Candidate { not_there: NotThere::when(listed), ..peer.candidate.clone() };
        candidate.engaged.extend(before.iter().map(|other| Engagement {
            mission: other.need.mission,
            org: other.need.org,
            period: other.need.period,
            hours_week: other.need.hours_week,
        }));
        if fit(&wanted.need, &candidate).is_err() {
            return Some(format!("{line:?} does not fit"));
        }
        if wanted.asked.contains(&(line.peer, Answer::No)) {
            return Some(format!("{line:?} was refused by the peer"));
        }
        let others = [&peer.candidate.times].into_iter().chain(before.iter().map(|other| &other.need.times));
        if others.into_iter().any(|times| clash(&wanted.need.times, times).is_some()) {
            return Some(format!("{line:?} clashes"));
        }
        if !filled.insert(line.mission) {
            return Some(format!("{line:?} has two peers"));
        }
        before.push(wanted);
    }
    None
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_hard_rule_holds_in_every_plan(ground in grounds()) {
        let lines = found(&ground, &[]);
        prop_assert_eq!(broken(&ground, &lines), None);
    }

    #[test]
    fn what_is_kept_stays_and_what_is_ruled_out_does_not_come_back(ground in grounds(), first in any::<prop::sample::Index>()) {
        let before = found(&ground, &[]);
        prop_assume!(!before.is_empty());
        let line = before[first.index(before.len())];
        let kept = found(&ground, &[Line { part: Part::Kept, ..line }]);
        prop_assert!(kept.contains(&line));
        prop_assert_eq!(broken(&ground, &kept), None);
        let without = found(&ground, &[Line { part: Part::Not, ..line }]);
        prop_assert!(!without.contains(&line));
        prop_assert_eq!(broken(&ground, &without), None);
    }

    /// Whoever does not want to work at a place is as absent there as somebody who does not speak the language.
    #[test]
    fn a_private_list_leaves_the_same_plan_as_any_other_absence(ground in grounds(), m in any::<prop::sample::Index>(), p in any::<prop::sample::Index>()) {
        let (mission, peer) = (m.index(ground.missions.len()), p.index(ground.peers.len()));
        let (mission_id, peer_id) = (ground.missions[mission].need.mission, ground.peers[peer].candidate.peer);
        let again = |change: &dyn Fn(&mut Ground)| {
            let mut changed = Ground {
                missions: ground.missions.clone(),
                peers: ground.peers.clone(),
                not_there: ground.not_there.clone(),
                weights: ground.weights.clone(),
            };
            changed.missions[mission].asked.retain(|(asked, _)| *asked != peer_id);
            change(&mut changed);
            found(&changed, &[])
        };
        let private = again(&|ground| {
            ground.not_there.insert((mission_id, peer_id));
        });
        let refused = again(&|ground| ground.missions[mission].asked.push((peer_id, Answer::No)));
        prop_assert_eq!(private, refused);
    }
}

mod counts;
