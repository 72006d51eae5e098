//! Hours of work: the peer records, the referent confirms, the coordinator approves (domain A4).
//!
//! What is approved never changes: [`Entry`] is sealed, and a correction is a new entry, with more or fewer minutes,
//! that goes the same way. Nobody confirms or approves their own hours. There is no free text, so that nothing about
//! the people who are supported can slip in. "Nothing this week" is an answer too ([`QuietWeek`]).

mod limits;
mod month;
mod quiet;

pub use limits::{Day, Work};
pub use month::{MonthSheet, approve_month, confirm_month};
pub use quiet::{QuietWeek, silent_weeks};

use passerelle_kernel::{Date, Id, Minutes, Timestamp};

use crate::{
    mission::Mission,
    outside::Person,
    refusal::Refusal,
    stamp::{Signer, Stamp},
    text,
};

codes! {
    /// What the time was for.
    pub enum Activity {
        /// With the people whom the team accompanies.
        Presence = "presence",
        /// With the team.
        Meeting = "meeting",
        /// On the way, when the agreement counts it.
        Travel = "travel",
        /// Preparing or writing.
        Preparation = "preparation",
        /// With other peers.
        Intervision = "intervision",
        /// Something else.
        Other = "other",
    }
}

codes! {
    /// Where an entry stands.
    pub enum Stage {
        /// Waits for the referent.
        Recorded = "recorded",
        /// Waits for the coordinator.
        Confirmed = "confirmed",
        /// Counts, for good.
        Approved = "approved",
        /// Came back to the peer with a question.
        Returned = "returned",
    }
}

/// Where an entry stands, with the facts of that state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// Waits for the referent.
    Recorded,
    /// Waits for the coordinator.
    Confirmed(Stamp),
    /// Counts, for good.
    Approved {
        /// The referent's mark.
        confirmed: Stamp,
        /// The coordinator's mark.
        approved: Stamp,
    },
    /// Came back to the peer.
    Returned {
        /// Who asks, and since when.
        stamp: Stamp,
        /// What they ask.
        question: String,
    },
}

/// What was recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The id of the entry.
    pub id: Id<Entry>,
    /// The mission.
    pub mission: Id<Mission>,
    /// Who worked.
    pub peer: Id<Person>,
    /// The work; negative minutes in corrections only.
    pub work: Work,
    /// The approved entry that this one corrects.
    pub correction_of: Option<Id<Entry>>,
    /// When it was recorded, or last changed.
    pub recorded_at: Timestamp,
}

/// A stretch of work of one peer on one mission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    facts: Facts,
    state: State,
}

impl Entry {
    /// The peer records work.
    ///
    /// # Errors
    /// Refused on another's mission, outside its days, in the future, after a year, beyond 24 hours, without minutes.
    pub fn record(
        id: Id<Self>,
        mission: &Mission,
        peer: Id<Person>,
        work: Work,
        day: Day,
        now: Timestamp,
    ) -> Result<Self, Refusal> {
        limits::allowed(mission, peer, work, day)?;
        let facts = Facts { id, mission: mission.id, peer, work, correction_of: None, recorded_at: now };
        Ok(Self { facts, state: State::Recorded })
    }

    /// Reads an entry back from the store.
    pub const fn restore(facts: Facts, state: State) -> Self {
        Self { facts, state }
    }

    /// The same entry as an agreement counts it: on another day than its own, when it corrects work of an agreement that
    /// has ended since.
    pub(crate) const fn counted_on(mut self, on: Date) -> Self {
        self.facts.work.on = on;
        self
    }

    /// What was recorded.
    pub const fn facts(&self) -> &Facts {
        &self.facts
    }

    /// Where it stands.
    pub const fn state(&self) -> &State {
        &self.state
    }

    /// The question with which it came back, which the store opens.
    pub(crate) const fn question_mut(&mut self) -> Option<&mut String> {
        match &mut self.state {
            State::Returned { question, .. } => Some(question),
            _ => None,
        }
    }

    /// The stage alone.
    pub const fn stage(&self) -> Stage {
        match self.state {
            State::Recorded => Stage::Recorded,
            State::Confirmed(_) => Stage::Confirmed,
            State::Approved { .. } => Stage::Approved,
            State::Returned { .. } => Stage::Returned,
        }
    }

    /// The peer changes what nobody has confirmed yet, or answers a question by looking again.
    ///
    /// # Errors
    /// Refused once confirmed, for a correction, and as in [`Entry::record`]; `day` does not count this entry.
    pub fn revise(self, mission: &Mission, work: Work, day: Day, now: Timestamp) -> Result<Self, Refusal> {
        self.still_the_peers()?;
        if self.facts.mission != mission.id {
            return Err(Refusal::OtherMission);
        }
        if self.facts.correction_of.is_some() {
            return Err(Refusal::CorrectionFixed);
        }
        limits::allowed(mission, self.facts.peer, work, day)?;
        Ok(Self { facts: Facts { work, recorded_at: now, ..self.facts }, state: State::Recorded })
    }

    /// Whether the peer may take the entry away.
    ///
    /// # Errors
    /// Refused for somebody else's, and once confirmed.
    pub fn may_be_taken_back(&self, by: Id<Person>) -> Result<(), Refusal> {
        if by == self.facts.peer { self.still_the_peers() } else { Err(Refusal::NotYours) }
    }

    const fn still_the_peers(&self) -> Result<(), Refusal> {
        match self.state {
            State::Recorded | State::Returned { .. } => Ok(()),
            State::Confirmed(_) => Err(Refusal::HoursConfirmed),
            State::Approved { .. } => Err(Refusal::HoursApproved),
        }
    }

    /// The referent confirms.
    ///
    /// # Errors
    /// Refused for one's own hours, and unless the entry waits for it.
    pub fn confirm(self, stamp: Stamp) -> Result<Self, Refusal> {
        self.not_by_the_peer(&stamp)?;
        match self.state {
            State::Recorded => Ok(Self { state: State::Confirmed(stamp), ..self }),
            State::Returned { .. } => Err(Refusal::HoursReturned),
            State::Confirmed(_) => Err(Refusal::HoursConfirmed),
            State::Approved { .. } => Err(Refusal::HoursApproved),
        }
    }

    /// The coordinator approves what the referent has confirmed.
    ///
    /// # Errors
    /// Refused for one's own hours, before the confirmation, and without an account.
    pub fn approve(self, approved: Stamp) -> Result<Self, Refusal> {
        self.not_by_the_peer(&approved)?;
        match self.state {
            _ if !matches!(approved.by, Signer::Account(_)) => Err(Refusal::AccountNeeded),
            State::Confirmed(confirmed) => Ok(Self { state: State::Approved { confirmed, approved }, ..self }),
            State::Recorded => Err(Refusal::HoursNotConfirmed),
            State::Returned { .. } => Err(Refusal::HoursReturned),
            State::Approved { .. } => Err(Refusal::HoursApproved),
        }
    }

    /// The referent or the coordinator gives the entry back with a question.
    ///
    /// # Errors
    /// Refused without words, for one's own hours, and once approved.
    pub fn give_back(self, question: &str, stamp: Stamp) -> Result<Self, Refusal> {
        self.not_by_the_peer(&stamp)?;
        match self.state {
            State::Recorded | State::Confirmed(_) => {
                let question = text::said(question, text::SENTENCES)?;
                Ok(Self { state: State::Returned { stamp, question }, ..self })
            }
            State::Returned { .. } => Err(Refusal::HoursReturned),
            State::Approved { .. } => Err(Refusal::HoursApproved),
        }
    }

    /// A new entry that corrects this approved one by `change` and counts on the day `on`; `so_far` is the sum of its earlier
    /// corrections, `day` what there is on that day.
    ///
    /// # Errors
    /// Refused unless this one is approved and no correction itself, for nothing, below zero, and beyond a day.
    pub fn correct(
        &self,
        id: Id<Self>,
        (on, change): (Date, Minutes),
        so_far: Minutes,
        day: Day,
        now: Timestamp,
    ) -> Result<Self, Refusal> {
        let State::Approved { .. } = self.state else { return Err(Refusal::HoursNotApproved) };
        if self.facts.correction_of.is_some() {
            return Err(Refusal::CorrectTheOriginal);
        }
        if change == Minutes::ZERO {
            return Err(Refusal::MinutesOutOfRange);
        }
        if self.facts.work.minutes + so_far + change < Minutes::ZERO {
            return Err(Refusal::LessThanNothing);
        }
        day.admits(on, change)?;
        let work = Work { on, minutes: change, ..self.facts.work };
        let facts = Facts { id, work, correction_of: Some(self.facts.id), recorded_at: now, ..self.facts };
        Ok(Self { facts, state: State::Recorded })
    }

    /// Who has to act next, and since when; nobody once it is approved.
    pub const fn waits_for(&self) -> Option<(Whom, Timestamp)> {
        match &self.state {
            State::Recorded => Some((Whom::Referent, self.facts.recorded_at)),
            State::Confirmed(stamp) => Some((Whom::Coordinator, stamp.at)),
            State::Returned { stamp, .. } => Some((Whom::Peer, stamp.at)),
            State::Approved { .. } => None,
        }
    }

    fn not_by_the_peer(&self, stamp: &Stamp) -> Result<(), Refusal> {
        if stamp.by.account() == Some(self.facts.peer) { Err(Refusal::OwnHours) } else { Ok(()) }
    }
}

/// Who has to act next on an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Whom {
    /// The peer answers a question.
    Peer,
    /// The referent confirms.
    Referent,
    /// The coordinator approves.
    Coordinator,
}

#[cfg(test)]
pub(crate) mod tests;
