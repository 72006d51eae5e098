//! From the ground to a problem of assignment, and back to lines.
//!
//! What counts, the cheaper, the better. Coverage comes first: an open mission costs more than several others that go to
//! whom they suit least. Then who has said yes or was asked; then the preferences, as the association weighs them for one
//! mission ([`crate::matching`]), a second mission in the same plan among them; then, between about equals, hours against
//! hours wished, the way, and a lot. Costs weigh wholes against each other. No person has one, and none are kept or shown.
//! Of what peers keep for themselves only the rules know: no ceiling, private list or other association makes a whole
//! cheaper or dearer.

use std::collections::BTreeSet;

use passerelle_assignment::{Choice, Effort, Job, Problem, plan};
use passerelle_kernel::Minutes;

use super::{
    Line, Part,
    fair::{Shares, wished},
    ground::{Ground, Peer, Possible, Wanted},
};
use crate::{
    matching::{Preference, Reason, Weights},
    proposal::Stage,
};

/// One step of closeness: half of a preference that counts a little.
const STEP: i64 = 100;
/// A mission stays open.
const OPEN: i64 = 100_000;
/// A line that a person keeps is not kept, because another one that is kept leaves no room.
const NOT_KEPT: i64 = 10_000_000;
/// The peer has said yes to the mission: more than all preferences together.
const SAID_YES: i64 = -7_000;
/// The peer has been asked: it takes much to ask somebody else.
const ASKED: i64 = -3_000;
/// The peer will answer later.
const LATER: i64 = 300;
/// Between equals: as many hours as wished for, in proportion, and two hours of way; together less than a step.
const NUANCE: i64 = 40;

/// A problem whose jobs are the missions of the ground and whose agents are its peers, in the same order.
pub(crate) struct Whole {
    pub(crate) problem: Problem,
    shares: Shares,
    /// How much worse a mission may suit for the sake of fairness.
    allowance: i64,
}

/// How long to search: longer for more missions.
pub(crate) fn effort(problem: &Problem) -> Effort {
    Effort { steps: 200_000 + 12_000 * problem.jobs.len().min(2_000) as u64, ..Effort::default() }
}

impl Whole {
    /// The problem of this ground, with what people have said of single lines.
    pub(crate) fn of(ground: &Ground, said: &[Line]) -> Self {
        let mut possible = ground.possible(|p| Weighed::of(ground, &p));
        let said: BTreeSet<&Line> = said.iter().collect();
        let says = |one: &Weighed, part: Part| {
            let (mission, peer) = (&ground.missions[one.mission], &ground.peers[one.peer]);
            said.contains(&Line { mission: mission.need.mission, peer: peer.candidate.peer, part })
        };
        let mut kept = vec![false; ground.missions.len()];
        possible.iter().filter(|one| says(one, Part::Kept)).for_each(|one| kept[one.mission] = true);
        possible.retain(|one| if kept[one.mission] { says(one, Part::Kept) } else { !says(one, Part::Not) });
        let (rooms, shares) = (Rooms::of(ground, &possible), Shares::of(ground, &possible));
        let mut jobs: Vec<Job> =
            kept.iter().map(|kept| Job { open: Some(if *kept { NOT_KEPT } else { OPEN }), ..Job::default() }).collect();
        for one in possible {
            let load = rooms.load(ground.missions[one.mission].need.hours_week, &one);
            jobs[one.mission].choices.push(Choice { agent: one.peer, cost: one.cost, load });
        }
        for (first, second) in ground.clashes() {
            jobs[first].clashes.push(second);
            jobs[second].clashes.push(first);
        }
        let problem = Problem { capacities: rooms.capacities, jobs, beside: beside(&ground.weights) };
        let allowance = STEP * i64::from(ground.weights.of(Preference::Hours).times());
        Self { problem, shares, allowance }
    }

    /// Searches for a good whole; `go_on` hears which part of the work is done, and ends the search when it says no.
    pub(crate) fn search(&self, ground: &Ground, effort: Effort, mut go_on: impl FnMut(f64) -> bool) -> Vec<Line> {
        let mut chosen = plan(&self.problem, effort, |_, done| go_on(done)).chosen;
        self.shares.level(&self.problem, &mut chosen, self.allowance);
        let line = |(mission, choice): (usize, &Option<usize>)| {
            let peer = ground.peers[self.problem.jobs[mission].choices[(*choice)?].agent].candidate.peer;
            Some(Line { mission: ground.missions[mission].need.mission, peer, part: Part::Proposed })
        };
        chosen.iter().enumerate().filter_map(line).collect()
    }
}

/// A mission that a peer may take, by their places on the ground, with minutes a week.
pub(super) struct Weighed {
    pub(super) mission: usize,
    pub(super) peer: usize,
    /// What the peer's other missions take while this one lasts, in every association.
    taken: i64,
    /// The same with this association.
    pub(super) engaged: i64,
    cost: i64,
}

impl Weighed {
    fn of(ground: &Ground, p: &Possible) -> Self {
        let (mission, peer) = p.places;
        let cost = cost(&ground.missions[mission], &ground.peers[peer], p, &ground.weights);
        Self { mission, peer, taken: p.taken.0, engaged: p.fit.engaged().0, cost }
    }
}

/// The room of each peer under their ceiling, in minutes a week.
///
/// What other missions take differs from one mission to another: the least of it is taken off once, the rest with each
/// mission. So no day goes beyond the ceiling, and a peer with missions one after the other may be left some room. Who has
/// told no ceiling gets no more than the hours that they hope for, but always room for one mission.
struct Rooms {
    capacities: Vec<i64>,
    /// What is taken in any case; nothing without a ceiling.
    least: Vec<Option<i64>>,
}

impl Rooms {
    fn of(ground: &Ground, possible: &[Weighed]) -> Self {
        let mut least: Vec<Option<i64>> = vec![None; ground.peers.len()];
        let mut longest = vec![0; ground.peers.len()];
        let mut engaged = vec![0; ground.peers.len()];
        for one in possible {
            let peer = one.peer;
            longest[peer] = ground.missions[one.mission].need.hours_week.0.max(longest[peer]);
            engaged[peer] = one.engaged.max(engaged[peer]);
            if ground.peers[peer].candidate.ceiling.is_some() {
                least[peer] = Some(least[peer].map_or(one.taken, |least| least.min(one.taken)));
            }
        }
        let room = |(n, peer): (usize, &Peer)| match (peer.candidate.ceiling, least[n]) {
            (Some(ceiling), Some(least)) => (ceiling.0 - least).max(0),
            _ => peer.candidate.wished.map_or(0, |wished| wished.0 - engaged[n]).max(longest[n]),
        };
        Self { capacities: ground.peers.iter().enumerate().map(room).collect(), least }
    }

    fn load(&self, hours_week: Minutes, one: &Weighed) -> i64 {
        hours_week.0 + self.least[one.peer].map_or(0, |least| one.taken - least)
    }
}

/// What a second mission costs: what the preferences for the first one and for few ones would say of it.
fn beside(weights: &Weights) -> i64 {
    let [first, few] =
        [Preference::FirstMission, Preference::FewMissions].map(|one| i64::from(weights.of(one).times()));
    STEP * (2 * first + few).max(1)
}

/// How far a peer is from the best that a mission could find.
fn cost(wanted: &Wanted, peer: &Peer, p: &Possible, weights: &Weights) -> i64 {
    let away = i64::from(p.fit.closest(weights)) - i64::from(p.fit.closeness(weights));
    let answer = match wanted.answer_of(peer.candidate.peer) {
        Some(Stage::Yes) => SAID_YES,
        Some(Stage::Waiting) => ASKED,
        Some(Stage::Later) => LATER,
        _ => 0,
    };
    let full = (NUANCE * p.fit.engaged().0 / wished(peer.candidate.wished)).min(NUANCE);
    let way = p.fit.reasons().iter().find_map(|reason| match reason {
        Reason::Travels(time) => Some(NUANCE * time.0.min(120) / 120),
        _ => None,
    });
    // A way that is not known is neither short nor long.
    let way = if weights.of(Preference::ShortWay).times() > 0 { way.unwrap_or(NUANCE / 2) } else { 0 };
    let lot = i64::try_from(p.fit.lot() % 10).unwrap_or_default();
    STEP * away + answer + full + way + lot
}
