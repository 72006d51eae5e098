//! A good whole for all open missions and all peers of an association, worked out by the program (domain A2).
//!
//! It proposes and applies nothing: a person looks at it, keeps or rules out single lines, has it worked out again, and
//! proposes to peers, who say yes or no. The rules and what counts are those of [`crate::matching`]; who does not fit is on
//! no line, and nothing tells why. Novices beside a mentor are not looked at: nobody's mentor is known yet.

mod fair;
mod ground;
mod whole;

use passerelle_kernel::{Id, Timestamp};
use passerelle_store::job::given_up_before;

pub(crate) use ground::{Ground, Peer, Possible, Wanted};
pub(crate) use whole::{Whole, effort};

use crate::{
    mission::Mission,
    outside::{Organisation, Person},
};

codes! {
    /// How far a plan is.
    pub enum Stage {
        /// It waits for its turn.
        Waiting = "waiting",
        /// It is being worked out.
        Working = "working",
        /// It is worked out.
        Done = "done",
        /// Somebody has stopped it; the best that was found is kept.
        Stopped = "stopped",
    }
}

codes! {
    /// What a line of a plan is.
    pub enum Part {
        /// A person has said: keep this.
        Kept = "kept",
        /// A person has said: not this one.
        Not = "not",
        /// The program proposes it.
        Proposed = "proposed",
    }
}

/// A mission and a peer, and what was said of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Line {
    /// The mission.
    pub mission: Id<Mission>,
    /// The peer.
    pub peer: Id<Person>,
    /// Who says what.
    pub part: Part,
}

/// A plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planning {
    /// Its id.
    pub id: Id<Planning>,
    /// The association.
    pub org: Id<Organisation>,
    /// When it was asked for.
    pub made_at: Timestamp,
    /// How far it is.
    pub stage: Stage,
    /// Hundredths of the work that are done.
    pub done: u64,
    /// Whether somebody has asked to stop.
    pub stops: bool,
    /// What the coordination could see when it was worked out, as a short mark.
    pub facts: String,
}

impl Planning {
    /// Whether it is not worked out yet.
    pub const fn works(&self) -> bool {
        matches!(self.stage, Stage::Waiting | Stage::Working)
    }

    /// Whether there is nothing to wait for any more: whatever went wrong was tried again until now.
    pub fn is_lost(&self, now: Timestamp) -> bool {
        self.works() && self.made_at < given_up_before(now)
    }
}

#[cfg(test)]
mod tests;
