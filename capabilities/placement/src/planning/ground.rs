//! What a plan is made from: the open missions, the peers, and which of them may come together.

use std::{
    collections::{BTreeSet, HashSet},
    fmt,
};

use passerelle_kernel::{Id, Minutes};

use crate::{
    matching::{Candidate, Fit, Known, Need, NotThere, Weights, engaged_everywhere, fit},
    mission::Mission,
    outside::{Organisation, Person, Team},
    proposal::Stage,
    slot::clash,
};

/// A mission that looks for a peer.
#[derive(Clone, Debug)]
pub(crate) struct Wanted {
    /// What it needs.
    pub(crate) need: Need,
    /// The institution and the team that welcome.
    pub(crate) place: (Id<Organisation>, Id<Team>),
    /// Who was asked and says what.
    pub(crate) asked: Vec<(Id<Person>, Stage)>,
}

impl Wanted {
    /// What this peer has said to the mission, if asked.
    pub(crate) fn answer_of(&self, peer: Id<Person>) -> Option<Stage> {
        self.asked.iter().find(|(asked, _)| *asked == peer).map(|(_, stage)| *stage)
    }
}

/// A peer with what is known.
#[derive(Clone, Debug)]
pub(crate) struct Peer {
    /// What the rules look at; the private list and the places where the peer has worked are apart.
    pub(crate) candidate: Candidate,
    /// Where the peer has worked.
    pub(crate) worked: BTreeSet<(Id<Organisation>, Id<Team>)>,
}

impl Peer {
    fn knows(&self, place: (Id<Organisation>, Id<Team>)) -> Known {
        if self.worked.contains(&place) {
            Known::Team
        } else if self.worked.iter().any(|(institution, _)| *institution == place.0) {
            Known::Institution
        } else {
            Known::No
        }
    }
}

/// All of it, as of one moment. What private lists say is never printed.
pub(crate) struct Ground {
    pub(crate) missions: Vec<Wanted>,
    pub(crate) peers: Vec<Peer>,
    /// The missions at places that a peer does not want to work at.
    pub(crate) not_there: HashSet<(Id<Mission>, Id<Person>)>,
    /// What counts for the association.
    pub(crate) weights: Weights,
}

impl fmt::Debug for Ground {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Ground").field("missions", &self.missions).field("peers", &self.peers).finish_non_exhaustive()
    }
}

/// A peer who may take a mission.
pub(crate) struct Possible {
    /// The places of the mission and of the peer on the ground.
    pub(crate) places: (usize, usize),
    /// Why the peer fits.
    pub(crate) fit: Fit,
    /// What the peer's other missions take while this one lasts, in every association.
    pub(crate) taken: Minutes,
}

impl Ground {
    /// What `told` makes of every peer for every mission, as far as the hard rules of matching allow, without those who have
    /// said no to the mission. There may be millions, so what is told of each is to be small.
    pub(crate) fn possible<T>(&self, told: impl Fn(Possible) -> T) -> Vec<T> {
        let places =
            (0..self.missions.len()).flat_map(|mission| (0..self.peers.len()).map(move |peer| (mission, peer)));
        places.filter_map(|places| self.judge(places)).map(told).collect()
    }

    /// The same for one mission and one peer; nothing when it is not possible now.
    pub(crate) fn possible_now(&self, mission: Id<Mission>, peer: Id<Person>) -> Option<Possible> {
        let mission = self.missions.iter().position(|wanted| wanted.need.mission == mission)?;
        let peer = self.peers.iter().position(|known| known.candidate.peer == peer)?;
        self.judge((mission, peer))
    }

    fn judge(&self, places: (usize, usize)) -> Option<Possible> {
        let (wanted, peer) = (&self.missions[places.0], &self.peers[places.1]);
        if wanted.answer_of(peer.candidate.peer) == Some(Stage::No) {
            return None;
        }
        let fit = self.fit(wanted, peer)?;
        Some(Possible { places, fit, taken: engaged_everywhere(&wanted.need, &peer.candidate) })
    }

    /// Whom a mission may be proposed to or was, those whom it suits best first: who has said no is not among them.
    pub(crate) fn for_mission(&self, mission: usize) -> Vec<Possible> {
        let mut possible: Vec<_> = (0..self.peers.len()).filter_map(|peer| self.judge((mission, peer))).collect();
        possible.sort_by_cached_key(|p| p.fit.standing(&self.weights));
        possible
    }

    /// Whether the rules of matching hold now for this peer: nobody else is named beside a mission.
    pub(crate) fn names(&self, wanted: &Wanted, peer: Id<Person>) -> bool {
        let known = self.peers.iter().find(|known| known.candidate.peer == peer);
        known.is_some_and(|peer| self.fit(wanted, peer).is_some())
    }

    fn fit(&self, wanted: &Wanted, peer: &Peer) -> Option<Fit> {
        let known = peer.knows(wanted.place);
        let is_listed = self.not_there.contains(&(wanted.need.mission, peer.candidate.peer));
        if known == Known::No && !is_listed {
            return fit(&wanted.need, &peer.candidate).ok();
        }
        let candidate = Candidate { known, not_there: NotThere::when(is_listed), ..peer.candidate.clone() };
        fit(&wanted.need, &candidate).ok()
    }

    /// The pairs of missions whose times clash, by their places, each with the smaller place first.
    pub(crate) fn clashes(&self) -> Vec<(usize, usize)> {
        let timed = self.missions.iter().map(|wanted| &wanted.need.times).enumerate();
        let timed: Vec<_> = timed.filter(|(_, times)| !times.is_empty()).collect();
        let mut clashes = Vec::new();
        for (n, (first, ours)) in timed.iter().enumerate() {
            let others = timed[n + 1..].iter().filter(|(_, theirs)| clash(ours, theirs).is_some());
            clashes.extend(others.map(|(second, _)| (*first, *second)));
        }
        clashes
    }
}
