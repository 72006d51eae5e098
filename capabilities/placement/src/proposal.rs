//! A mission proposed to one peer, who has read its sheet and answers yes, no or later.
//!
//! There is no field for a reason, on purpose: nobody has to give one (domain A2). The answer may change until the
//! coordinator agrees one yes; then the others are closed, kindly and all at once. A yes counts for the version of the
//! sheet that the peer has read. Only a peer who fits ([`Fit`]) can be asked, with a [`CompleteSheet`].

use passerelle_kernel::{Date, Id, Timestamp};

use crate::{matching::Fit, mission::Mission, outside::Person, refusal::Refusal, sheet::CompleteSheet, stamp::Stamp};

codes! {
    /// Where a proposal stands.
    pub enum Stage {
        /// The peer has not answered.
        Waiting = "waiting",
        /// The peer would do it.
        Yes = "yes",
        /// The peer would not.
        No = "no",
        /// The peer will answer later.
        Later = "later",
        /// The peer does it.
        Agreed = "agreed",
        /// The mission went to somebody else or nowhere.
        Closed = "closed",
    }
}

/// What a peer says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reply {
    /// Yes, to this version of the sheet.
    Yes {
        /// The version that the peer has read.
        sheet_version: u32,
    },
    /// No.
    No,
    /// Not now; perhaps with a day on which to ask again.
    Later(Option<Date>),
}

/// Where a proposal stands, with the facts of that state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// No answer yet.
    Waiting,
    /// The peer has answered.
    Answered {
        /// What the peer said.
        reply: Reply,
        /// When.
        at: Timestamp,
    },
    /// The peer does it.
    Agreed(Stamp),
    /// The mission went to somebody else or nowhere.
    Closed(Timestamp),
}

/// A proposal to one peer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Its id.
    pub id: Id<Proposal>,
    /// The mission.
    pub mission: Id<Mission>,
    /// The peer who is asked.
    pub peer: Id<Person>,
    /// Who asked.
    pub asked: Stamp,
    /// The day until which an answer is hoped for; a later one counts as well.
    pub answer_by: Date,
    /// Where it stands.
    pub state: State,
}

impl Proposal {
    /// Proposes a mission to a peer who fits it.
    ///
    /// # Errors
    /// Refused when the fit is for another mission, and when the day for the answer is not ahead.
    pub fn to(
        id: Id<Self>,
        fit: &Fit,
        sheet: CompleteSheet<'_>,
        answer_by: Date,
        today: Date,
        asked: Stamp,
    ) -> Result<Self, Refusal> {
        if fit.mission() != sheet.mission() {
            return Err(Refusal::OtherMission);
        }
        if answer_by <= today {
            return Err(Refusal::DateNotAhead);
        }
        Ok(Self { id, mission: sheet.mission(), peer: fit.peer(), asked, answer_by, state: State::Waiting })
    }

    /// The peer answers, or answers otherwise than before.
    ///
    /// # Errors
    /// Refused once the mission is given, for somebody else's proposal, and for a later day that is not ahead.
    pub fn answer(self, reply: Reply, by: Id<Person>, today: Date, now: Timestamp) -> Result<Self, Refusal> {
        if by != self.peer {
            return Err(Refusal::NotYours);
        }
        if matches!(reply, Reply::Later(Some(day)) if day <= today) {
            return Err(Refusal::DateNotAhead);
        }
        match self.state {
            State::Waiting | State::Answered { .. } => Ok(Self { state: State::Answered { reply, at: now }, ..self }),
            State::Agreed(_) | State::Closed(_) => Err(Refusal::ProposalOver),
        }
    }

    /// The stage alone.
    pub const fn stage(&self) -> Stage {
        match self.state {
            State::Waiting => Stage::Waiting,
            State::Answered { reply: Reply::Yes { .. }, .. } => Stage::Yes,
            State::Answered { reply: Reply::No, .. } => Stage::No,
            State::Answered { reply: Reply::Later(_), .. } => Stage::Later,
            State::Agreed(_) => Stage::Agreed,
            State::Closed(_) => Stage::Closed,
        }
    }

    fn closed(self, now: Timestamp) -> Self {
        match self.state {
            State::Waiting | State::Answered { .. } => Self { state: State::Closed(now), ..self },
            State::Agreed(_) | State::Closed(_) => self,
        }
    }
}

/// The coordinator agrees one yes: the mission has its peer and every other proposal is closed.
///
/// `proposals` are all those of the mission.
///
/// # Errors
/// Refused when the chosen one is not a yes to the present sheet, or when the mission is taken.
pub fn agree(
    mission: Mission,
    sheet: CompleteSheet<'_>,
    proposals: Vec<Proposal>,
    chosen: Id<Proposal>,
    stamp: Stamp,
) -> Result<(Mission, Vec<Proposal>), Refusal> {
    if sheet.mission() != mission.id || proposals.iter().any(|proposal| proposal.mission != mission.id) {
        return Err(Refusal::OtherMission);
    }
    let yes = proposals.iter().find(|proposal| proposal.id == chosen).ok_or(Refusal::NoYes)?;
    match yes.state {
        State::Answered { reply: Reply::Yes { sheet_version }, .. } if sheet_version == sheet.version() => {}
        State::Answered { reply: Reply::Yes { .. }, .. } => return Err(Refusal::SheetChanged),
        State::Agreed(_) => return Err(Refusal::MissionTaken),
        _ => return Err(Refusal::NoYes),
    }
    let mission = mission.agree(yes, stamp.clone())?;
    let settle = |proposal: Proposal| {
        if proposal.id == chosen {
            Proposal { state: State::Agreed(stamp.clone()), ..proposal }
        } else {
            proposal.closed(stamp.at)
        }
    };
    Ok((mission, proposals.into_iter().map(settle).collect()))
}

/// Closes every proposal of a mission that is reopened or stopped.
pub fn close_all(proposals: Vec<Proposal>, now: Timestamp) -> Vec<Proposal> {
    let close = |proposal: Proposal| Proposal { state: State::Closed(now), ..proposal };
    proposals.into_iter().map(close).collect()
}

#[cfg(test)]
mod tests;
