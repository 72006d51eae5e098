//! A mission: the place of one peer with one team, for a time.
//!
//! Open → proposed → agreed → running → ended. A peer is named by the states that have one and by no other. The best
//! end is that the institution recruits the peer directly (domain A, "springboard").

mod needs;

use std::collections::BTreeSet;

use passerelle_kernel::{Date, Id, Minutes, Timestamp};

use crate::{
    matching::{Engagement, Place},
    outside::{Organisation, Person, Team},
    period::{self, Period},
    proposal::Proposal,
    refusal::Refusal,
    request::{self, Contact, Length, Referent, Request},
    sheet::CompleteSheet,
    spoken::Spoken,
    stamp::Stamp,
    text,
};

pub use needs::Needs;

codes! {
    /// Where a mission stands.
    pub enum Stage {
        /// Its sheet is being written.
        Open = "open",
        /// Peers have been asked.
        Proposed = "proposed",
        /// One peer will do it.
        Agreed = "agreed",
        /// The peer is at work.
        Running = "running",
        /// It is over.
        Ended = "ended",
    }
}

codes! {
    /// How a mission ended.
    pub enum Ending {
        /// It went to its end.
        Completed = "completed",
        /// It was stopped before.
        Stopped = "stopped",
        /// The institution has recruited the peer.
        DirectHire = "direct-hire",
    }
}

/// The peer of a mission and who agreed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pairing {
    /// The peer.
    pub peer: Id<Person>,
    /// The coordinator's agreement, after the peer's yes.
    pub agreed: Stamp,
}

/// Where a mission stands, with the facts of that state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// Nobody has been asked.
    Open,
    /// Peers have been asked.
    Proposed {
        /// When the first one was.
        since: Timestamp,
    },
    /// One peer will do it.
    Agreed(Pairing),
    /// The peer is at work.
    Running {
        /// The peer.
        pairing: Pairing,
        /// The first day.
        started_on: Date,
    },
    /// It is over.
    Ended {
        /// How.
        ending: Ending,
        /// The last day.
        on: Date,
        /// Who ended it.
        stamp: Stamp,
        /// The peer and the first day of work, if there was one.
        work: Option<(Pairing, Date)>,
    },
}

impl State {
    /// The stage alone.
    pub const fn stage(&self) -> Stage {
        match self {
            Self::Open => Stage::Open,
            Self::Proposed { .. } => Stage::Proposed,
            Self::Agreed(_) => Stage::Agreed,
            Self::Running { .. } => Stage::Running,
            Self::Ended { .. } => Stage::Ended,
        }
    }
}

/// A mission.
#[derive(Clone, Debug, PartialEq)]
pub struct Mission {
    /// Its id.
    pub id: Id<Mission>,
    /// The association that lends the peer's time.
    pub org: Id<Organisation>,
    /// The request that it answers.
    pub request: Id<Request>,
    /// The team that welcomes.
    pub team: Id<Team>,
    /// A few words that name it.
    pub title: String,
    /// Its days.
    pub period: Period,
    /// Hours a week.
    pub hours_week: Minutes,
    /// Whether the hours may change from week to week.
    pub flexible: bool,
    /// The languages that the work needs.
    pub languages: BTreeSet<Spoken>,
    /// The town.
    pub town: String,
    /// Where the team is, if it is known.
    pub place: Option<Place>,
    /// Who confirms the hours in the team, if somebody is named.
    pub referent: Option<Contact>,
    /// Where it stands.
    pub state: State,
}

impl Mission {
    /// Opens the mission that answers an accepted request.
    ///
    /// # Errors
    /// Refused when the request is not accepted or not complete, and without a title.
    pub fn open(id: Id<Self>, request: &Request, title: &str, place: Option<Place>) -> Result<Self, Refusal> {
        let request::State::Accepted { .. } = request.state else { return Err(Refusal::RequestNotAccepted) };
        let team = request.team.ok_or(Refusal::TeamNotMatched)?;
        let answers = &request.answers;
        let (Some(hours_week), Some(length), Some(start)) = (answers.hours_week, answers.length, answers.start) else {
            return Err(Refusal::ChoiceMissing);
        };
        let until = match length {
            Length::Months(months) => Some(period::later(period::months_later(start.first(), i32::from(months)), -1)),
            Length::OpenEnded => None,
        };
        let referent = match &answers.referent {
            Some(Referent::Named(name)) if *name == answers.contact.name => Some(answers.contact.clone()),
            Some(Referent::Named(name)) => Some(Contact { name: name.clone(), ..Contact::default() }),
            _ => None,
        };
        Ok(Self {
            id,
            org: request.org,
            request: request.id,
            team,
            title: text::said(title, text::LINE)?,
            period: Period::new(start.first(), until)?,
            hours_week,
            flexible: answers.flexible,
            languages: answers.languages.clone(),
            town: answers.town.clone(),
            place,
            referent,
            state: State::Open,
        })
    }

    /// Who agreed the peer, if somebody with an account did and it is not over.
    pub fn agreed_by(&self) -> Option<Id<Person>> {
        match &self.state {
            State::Agreed(pairing) | State::Running { pairing, .. } => pairing.agreed.by.account(),
            State::Open | State::Proposed { .. } | State::Ended { .. } => None,
        }
    }

    /// The first peer is being asked, or one more.
    ///
    /// # Errors
    /// Refused once a peer is agreed, and with another mission's sheet.
    pub fn propose(self, sheet: CompleteSheet<'_>, now: Timestamp) -> Result<Self, Refusal> {
        if sheet.mission() != self.id {
            return Err(Refusal::OtherMission);
        }
        match self.state {
            State::Open => Ok(Self { state: State::Proposed { since: now }, ..self }),
            State::Proposed { .. } => Ok(self),
            _ => Err(Refusal::MissionTaken),
        }
    }

    /// Gives the mission to the peer of an agreed proposal; only [`proposal::agree`](crate::proposal::agree) calls it.
    pub(crate) fn agree(self, proposal: &Proposal, agreed: Stamp) -> Result<Self, Refusal> {
        match self.state {
            _ if proposal.mission != self.id => Err(Refusal::OtherMission),
            State::Proposed { .. } => {
                Ok(Self { state: State::Agreed(Pairing { peer: proposal.peer, agreed }), ..self })
            }
            State::Open => Err(Refusal::MissionNotProposed),
            _ => Err(Refusal::MissionTaken),
        }
    }

    /// The peer steps back before the first day, without a reason: the mission is open again.
    ///
    /// # Errors
    /// Refused unless a peer is agreed and not yet at work.
    pub fn reopen(self) -> Result<Self, Refusal> {
        match self.state {
            State::Agreed(_) => Ok(Self { state: State::Open, ..self }),
            _ => Err(Refusal::MissionNotAgreed),
        }
    }

    /// The work begins on `on`, which becomes the first day of the mission.
    ///
    /// # Errors
    /// Refused without an agreed peer, and after the mission's last day.
    pub fn start(self, on: Date) -> Result<Self, Refusal> {
        match self.state {
            State::Agreed(pairing) => Ok(Self {
                period: Period::new(on, self.period.until)?,
                state: State::Running { pairing, started_on: on },
                ..self
            }),
            _ => Err(Refusal::MissionNotAgreed),
        }
    }

    /// Changes the last day of a running mission; `None` leaves the end open.
    ///
    /// # Errors
    /// Refused when it does not run, and when the day is not ahead.
    pub fn prolong(self, until: Option<Date>, today: Date) -> Result<Self, Refusal> {
        match self.state {
            State::Running { .. } if until.is_some_and(|until| until <= today) => Err(Refusal::DateNotAhead),
            State::Running { .. } => Ok(Self { period: Period::new(self.period.from, until)?, ..self }),
            _ => Err(Refusal::MissionNotRunning),
        }
    }

    /// Ends the mission; `on` is its last day. One that never ran can only be stopped.
    ///
    /// # Errors
    /// Refused when it has ended, before its first day of work, on a day to come, and for an ending that needs work.
    pub fn end(self, ending: Ending, on: Date, today: Date, stamp: Stamp) -> Result<Self, Refusal> {
        if on > today {
            return Err(Refusal::DateInTheFuture);
        }
        let (work, period) = match self.state {
            State::Ended { .. } => return Err(Refusal::MissionEnded),
            State::Running { pairing, started_on } => {
                (Some((pairing, started_on)), Period::new(self.period.from, Some(on))?)
            }
            _ if ending == Ending::Stopped => (None, self.period),
            _ => return Err(Refusal::MissionNotRunning),
        };
        Ok(Self { period, state: State::Ended { ending, on, stamp, work }, ..self })
    }

    /// The peer who works or worked, and on which days hours may be recorded.
    pub const fn worked(&self) -> Option<(Id<Person>, Period)> {
        match &self.state {
            State::Running { pairing, .. } | State::Ended { work: Some((pairing, _)), .. } => {
                Some((pairing.peer, self.period))
            }
            _ => None,
        }
    }

    /// The peer whose weeks this mission takes up, and how much of them.
    pub const fn engages(&self) -> Option<(Id<Person>, Engagement)> {
        match &self.state {
            State::Agreed(pairing) | State::Running { pairing, .. } => {
                let (mission, org) = (self.id, self.org);
                Some((pairing.peer, Engagement { mission, org, period: self.period, hours_week: self.hours_week }))
            }
            _ => None,
        }
    }
}

#[cfg(test)]
pub(crate) mod tests;
