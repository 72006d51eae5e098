//! From the ground to a problem of assignment, and back to lines.
//!
//! What counts, in points; the fewer, the better. Coverage comes first: an open mission costs more than the worst peer who
//! fits. Then: who has been asked already stays asked, a team sees somebody again whom it knows, those with few hours
//! against the hours they wish for come first, few missions at a time, short ways, and little that is still to be asked.
//! These points weigh wholes against each other. No person has points, and none are kept or shown.

use passerelle_assignment::{Choice, Effort, Job, Problem};
use passerelle_kernel::Minutes;

use super::{
    Line, Part,
    ground::{Ground, Peer, Possible, Wanted},
};
use crate::{matching::Reason, proposal::Stage};

/// A mission stays open.
const OPEN: i64 = 20_000;
/// A line that a person keeps is not kept, because another one that is kept leaves no room.
const NOT_KEPT: i64 = 1_000_000;
/// Before anything is known of a peer.
const BASE: i64 = 3_000;
/// A minute of the way, once.
const MINUTE: i64 = 5;
/// A way that is not known counts as an hour.
const WAY_UNKNOWN: i64 = 60;
/// Something that is still to be asked.
const TO_ASK: i64 = 100;
/// All hours that a peer wishes for are taken already; in proportion.
const FULL: i64 = 600;
/// Each other mission at the same time.
const BESIDE: i64 = 400;
/// The team knows the peer.
const KNOWN: i64 = -500;
/// The peer has said yes to the mission.
const SAID_YES: i64 = -1_500;
/// The peer has been asked.
const ASKED: i64 = -400;
/// The peer will answer later.
const LATER: i64 = 300;

/// A problem with what its places mean.
pub(crate) struct Whole {
    pub(crate) problem: Problem,
    /// For each mission the places of the peers of its choices.
    possible: Vec<Vec<usize>>,
}

/// How long to search: longer for more missions.
pub(crate) fn effort(problem: &Problem) -> Effort {
    Effort { steps: 200_000 + 20_000 * problem.jobs.len().min(2_000) as u64, ..Effort::default() }
}

impl Whole {
    /// The problem of this ground, with what people have said of single lines.
    pub(crate) fn of(ground: &Ground, said: &[Line]) -> Self {
        let possible = ground.possible();
        let says = |p: &Possible, part: Part| {
            said.iter().any(|line| line.part == part && line.mission == p.fit.mission() && line.peer == p.fit.peer())
        };
        let mut kept = vec![false; ground.missions.len()];
        possible.iter().filter(|p| says(p, Part::Kept)).for_each(|p| kept[p.places.0] = true);
        let allowed = |p: &&Possible| if kept[p.places.0] { says(p, Part::Kept) } else { !says(p, Part::Not) };
        let possible: Vec<&Possible> = possible.iter().filter(allowed).collect();
        let rooms = Rooms::of(ground, &possible);
        let mut jobs: Vec<Job> =
            kept.iter().map(|kept| Job { open: Some(if *kept { NOT_KEPT } else { OPEN }), ..Job::default() }).collect();
        let mut places = vec![Vec::new(); ground.missions.len()];
        for p in possible {
            let (mission, peer) = p.places;
            let cost = points(&ground.missions[mission], &ground.peers[peer], p);
            let load = rooms.load(ground.missions[mission].need.hours_week, p);
            jobs[mission].choices.push(Choice { agent: peer, cost, load });
            places[mission].push(peer);
        }
        for (first, second) in ground.clashes() {
            jobs[first].clashes.push(second);
            jobs[second].clashes.push(first);
        }
        Self { problem: Problem { capacities: rooms.capacities, jobs, beside: BESIDE }, possible: places }
    }

    /// The lines of a whole that was found.
    pub(crate) fn lines(&self, ground: &Ground, chosen: &[Option<usize>]) -> Vec<Line> {
        let line = |(mission, choice): (usize, &Option<usize>)| {
            let peer = ground.peers[self.possible[mission][(*choice)?]].candidate.peer;
            Some(Line { mission: ground.missions[mission].need.mission, peer, part: Part::Proposed })
        };
        chosen.iter().enumerate().filter_map(line).collect()
    }
}

/// The room of each peer under their ceiling, in minutes a week.
///
/// What other missions take differs from one mission to another: the least of it is taken off once, the rest with each
/// mission. So no day goes beyond the ceiling, and a peer with missions one after the other may be left some room. Who has
/// told no ceiling gets no more than their longest mission has hours.
struct Rooms {
    capacities: Vec<i64>,
    /// What is taken in any case; nothing without a ceiling.
    least: Vec<Option<i64>>,
}

impl Rooms {
    fn of(ground: &Ground, possible: &[&Possible]) -> Self {
        let mut least: Vec<Option<i64>> = vec![None; ground.peers.len()];
        let mut longest = vec![0; ground.peers.len()];
        for p in possible {
            let (mission, peer) = p.places;
            longest[peer] = longest[peer].max(ground.missions[mission].need.hours_week.0);
            if ground.peers[peer].candidate.ceiling.is_some() {
                least[peer] = Some(least[peer].map_or(p.taken.0, |least| least.min(p.taken.0)));
            }
        }
        let room = |(n, peer): (usize, &Peer)| match (peer.candidate.ceiling, least[n]) {
            (Some(ceiling), Some(least)) => (ceiling.0 - least).max(0),
            _ => longest[n],
        };
        Self { capacities: ground.peers.iter().enumerate().map(room).collect(), least }
    }

    fn load(&self, hours_week: Minutes, p: &Possible) -> i64 {
        hours_week.0 + self.least[p.places.1].map_or(0, |least| p.taken.0 - least)
    }
}

/// How well a peer goes with a mission; never below nothing.
fn points(wanted: &Wanted, peer: &Peer, p: &Possible) -> i64 {
    let id = peer.candidate.peer;
    let way = p.fit.reasons().iter().find_map(|reason| match reason {
        Reason::Travels(time) => Some(time.0),
        _ => None,
    });
    let to_ask = p.fit.reasons().iter().filter(|reason| matches!(reason, Reason::ToAsk(_))).count();
    // Only what the association engages itself counts here: what others do is not its business.
    let here = peer.candidate.engaged.iter().filter(|engagement| engagement.org == wanted.need.org).count();
    let ceiling = peer.candidate.ceiling.map_or(0, |ceiling| ceiling.0);
    let full = if ceiling > 0 { (FULL * p.fit.engaged().0 / ceiling).min(FULL) } else { 0 };
    let answer = match wanted.answer_of(id) {
        Some(Stage::Yes) => SAID_YES,
        Some(Stage::Waiting) => ASKED,
        Some(Stage::Later) => LATER,
        _ => 0,
    };
    let known = if peer.teams.contains(&wanted.team) { KNOWN } else { 0 };
    let few = BESIDE * i64::try_from(here.min(10)).unwrap_or(0);
    let asking = TO_ASK * i64::try_from(to_ask).unwrap_or(0);
    BASE + MINUTE * way.unwrap_or(WAY_UNKNOWN).min(600) + asking + full + few + answer + known
}
