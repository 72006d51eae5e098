//! What a mission compares with what a peer has told, for the eyes of that peer alone: why it fits, or which one of their
//! own choices would have to change. It is exact, since everything in it is the peer's own.

use passerelle_kernel::{Date, Minutes};

use super::{Candidate, Need, Rule, rule};
use crate::{slot::Occurrence, spoken::Spoken};

/// What one hard rule compares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Own {
    /// The languages that the work needs, and those of them that the peer does not speak.
    Languages {
        /// All that the work needs.
        needed: Vec<Spoken>,
        /// What the peer does not speak of them.
        missing: Vec<Spoken>,
    },
    /// The hours a week with all missions of all associations, and the peer's ceiling.
    Hours {
        /// With this mission.
        total: Minutes,
        /// The ceiling, if one is set.
        ceiling: Option<Minutes>,
    },
    /// The peer's days, where they stand against the mission.
    Days {
        /// No proposals are wanted for now.
        paused: bool,
        /// The first day on which the peer can work, when it is after the mission's.
        from: Option<Date>,
        /// The last day, when it is before the mission's.
        until: Option<Date>,
    },
    /// How long the way takes, and the longest that the peer takes.
    Way(Option<(Minutes, Minutes)>),
    /// The first time of another mission of the peer, in whichever association, that clashes with one of this mission.
    Times(Option<Occurrence>),
}

impl Own {
    /// Whether the peer can choose otherwise; other missions are not theirs alone.
    pub const fn is_choice(&self) -> bool {
        !matches!(self, Self::Times(_))
    }

    /// Whether the rule lets the mission be proposed.
    pub fn holds(&self) -> bool {
        match self {
            Self::Languages { missing, .. } => missing.is_empty(),
            Self::Hours { total, ceiling } => ceiling.is_none_or(|ceiling| *total <= ceiling),
            Self::Days { paused, from, until } => !paused && from.is_none() && until.is_none(),
            Self::Times(taken) => taken.is_none(),
            Self::Way(way) => way.is_none_or(|(time, most)| time <= most),
        }
    }
}

/// What each rule compares. Nothing at all of a place where the peer does not want to work: not even the peer is reminded.
pub fn own(need: &Need, candidate: &Candidate) -> Vec<Own> {
    if candidate.not_there.0 {
        return Vec::new();
    }
    Rule::ALL.iter().filter_map(|rule| rule::look(*rule, need, candidate)).collect()
}

/// The one thing of the peer that keeps the mission away, when everything else fits; nothing for a way that is more than twice
/// as long as the peer takes.
pub fn hindering(need: &Need, candidate: &Candidate) -> Option<Own> {
    let mut failing = own(need, candidate).into_iter().filter(|own| !own.holds());
    let first = failing.next().filter(|first| !matches!(first, Own::Way(Some((time, most))) if time.0 > 2 * most.0))?;
    failing.next().is_none().then_some(first)
}
