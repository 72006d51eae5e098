//! A request: a team asks an association for the time of a peer worker.
//!
//! Draft → submitted → in discussion → accepted, declined with reasons, or withdrawn. A draft is saved from its first
//! page on and may stay incomplete; only a complete one is submitted. Each state carries its dated fact. The request
//! tells of a team and a public, never of a person who is supported (rule 6 of the domain).

mod answers;
mod question;

pub use answers::{Answers, Contact, Experience, Hope, Length, Public, Referent, Setting};
pub use question::Question;
pub(crate) use question::is_hours_of_a_week;

use passerelle_kernel::{Date, Id, Timestamp};

use crate::{
    outside::{Organisation, Person, Team},
    refusal::Refusal,
    stamp::Stamp,
    text,
};

codes! {
    /// The two sides of the conversation about a request.
    pub enum Side {
        /// The team that asks.
        Asker = "asker",
        /// The association that answers.
        Association = "association",
    }
}

codes! {
    /// Where a request stands.
    pub enum Stage {
        /// Being written by the team.
        Draft = "draft",
        /// Sent; nobody has answered yet.
        Submitted = "submitted",
        /// Questions go back and forth.
        InDiscussion = "in-discussion",
        /// The association takes it on.
        Accepted = "accepted",
        /// The association says no, with its reasons.
        Declined = "declined",
        /// The team no longer asks.
        Withdrawn = "withdrawn",
    }
}

/// Where a request stands, with the facts of that state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// Being written.
    Draft,
    /// Sent at this instant.
    Submitted {
        /// When it was sent.
        at: Timestamp,
    },
    /// Questions go back and forth.
    InDiscussion {
        /// When it was sent.
        submitted_at: Timestamp,
        /// The side that has to speak next.
        turn: Side,
        /// Since when it is their turn.
        since: Timestamp,
    },
    /// Taken on.
    Accepted {
        /// When it was sent.
        submitted_at: Timestamp,
        /// Who accepted.
        stamp: Stamp,
    },
    /// Declined.
    Declined {
        /// When it was sent.
        submitted_at: Timestamp,
        /// Who declined.
        stamp: Stamp,
        /// Why, for the team to read.
        reason: String,
    },
    /// Withdrawn by the team.
    Withdrawn {
        /// When it was sent, unless it never was.
        submitted_at: Option<Timestamp>,
        /// When it was withdrawn.
        at: Timestamp,
    },
}

impl State {
    /// The stage alone.
    pub const fn stage(&self) -> Stage {
        match self {
            Self::Draft => Stage::Draft,
            Self::Submitted { .. } => Stage::Submitted,
            Self::InDiscussion { .. } => Stage::InDiscussion,
            Self::Accepted { .. } => Stage::Accepted,
            Self::Declined { .. } => Stage::Declined,
            Self::Withdrawn { .. } => Stage::Withdrawn,
        }
    }

    /// When the request was sent, if it was.
    pub const fn submitted_at(&self) -> Option<Timestamp> {
        match *self {
            Self::Draft => None,
            Self::Submitted { at } => Some(at),
            Self::InDiscussion { submitted_at, .. }
            | Self::Accepted { submitted_at, .. }
            | Self::Declined { submitted_at, .. } => Some(submitted_at),
            Self::Withdrawn { submitted_at, .. } => submitted_at,
        }
    }
}

/// A team's request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Its id.
    pub id: Id<Request>,
    /// The association that is asked.
    pub org: Id<Organisation>,
    /// The member of staff who entered it for the team; nobody when the team wrote it without an account.
    pub entered_by: Option<Id<Person>>,
    /// When it was begun.
    pub begun_at: Timestamp,
    /// What the team answered so far.
    pub answers: Answers,
    /// The team of the directory that the coordinator recognised.
    pub team: Option<Id<Team>>,
    /// Where it stands.
    pub state: State,
}

/// Something said about a request, by one side to the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The request that it is about.
    pub request: Id<Request>,
    /// The side that speaks.
    pub side: Side,
    /// The member of staff who wrote it, on the association's side.
    pub by: Option<Id<Person>>,
    /// What is said.
    pub text: String,
    /// When.
    pub at: Timestamp,
}

impl Request {
    /// A new draft; `entered_by` is the member of staff who writes it for a team that phoned.
    pub fn begin(
        id: Id<Self>,
        org: Id<Organisation>,
        entered_by: Option<Id<Person>>,
        languages: std::collections::BTreeSet<crate::spoken::Spoken>,
        now: Timestamp,
    ) -> Self {
        let answers = Answers { languages, ..Answers::default() };
        Self { id, org, entered_by, begun_at: now, answers, team: None, state: State::Draft }
    }

    /// Keeps new answers: of a draft, complete or not, or of a request that is being discussed, which stays complete.
    ///
    /// # Errors
    /// Refused while nobody has opened the discussion, and once it is decided.
    pub fn write(self, answers: Answers) -> Result<Self, Refusal> {
        match self.state {
            State::Draft => Ok(Self { answers, ..self }),
            State::InDiscussion { .. } => {
                complete(&answers)?;
                Ok(Self { answers, ..self })
            }
            State::Submitted { .. } => Err(Refusal::RequestSent),
            _ => Err(Refusal::RequestDecided),
        }
    }

    /// Sends a complete draft.
    ///
    /// # Errors
    /// Refused when a question is unanswered, or when the start window is over.
    pub fn submit(self, today: Date, now: Timestamp) -> Result<Self, Refusal> {
        match self.state {
            State::Draft => {
                complete(&self.answers)?;
                self.answers.start_is_ahead(today)?;
                Ok(Self { state: State::Submitted { at: now }, ..self })
            }
            State::Submitted { .. } | State::InDiscussion { .. } => Err(Refusal::RequestSent),
            _ => Err(Refusal::RequestDecided),
        }
    }

    /// The association asks the team something.
    ///
    /// # Errors
    /// Refused without words, and when the request does not wait for a decision.
    pub fn ask(self, words: &str, by: Id<Person>, now: Timestamp) -> Result<(Self, Remark), Refusal> {
        let remark = self.remark(Side::Association, Some(by), words, now)?;
        self.turn_to(Side::Asker, now).map(|request| (request, remark))
    }

    /// The team answers, or adds something.
    ///
    /// # Errors
    /// Refused without words, and when the request does not wait for a decision.
    pub fn answer(self, words: &str, now: Timestamp) -> Result<(Self, Remark), Refusal> {
        let remark = self.remark(Side::Asker, None, words, now)?;
        self.turn_to(Side::Association, now).map(|request| (request, remark))
    }

    fn remark(&self, side: Side, by: Option<Id<Person>>, words: &str, at: Timestamp) -> Result<Remark, Refusal> {
        Ok(Remark { request: self.id, side, by, text: text::said(words, text::SENTENCES)?, at })
    }

    fn turn_to(self, turn: Side, now: Timestamp) -> Result<Self, Refusal> {
        let submitted_at = self.undecided()?;
        // Whoever speaks twice in a row does not make the other side look late by less.
        let since = match self.state {
            State::InDiscussion { turn: already, since, .. } if already == turn => since,
            _ => now,
        };
        Ok(Self { state: State::InDiscussion { submitted_at, turn, since }, ..self })
    }

    /// Takes the request on: a mission sheet comes next.
    ///
    /// # Errors
    /// Refused when it does not wait for a decision, or while its team is not known in the directory.
    pub fn accept(self, stamp: Stamp) -> Result<Self, Refusal> {
        let submitted_at = self.undecided()?;
        if self.team.is_none() {
            return Err(Refusal::TeamNotMatched);
        }
        Ok(Self { state: State::Accepted { submitted_at, stamp }, ..self })
    }

    /// Says no, with the reasons that the team will read.
    ///
    /// # Errors
    /// Refused without a reason, and when the request does not wait for a decision.
    pub fn decline(self, reason: &str, stamp: Stamp) -> Result<Self, Refusal> {
        let submitted_at = self.undecided()?;
        let reason = text::said(reason, text::SENTENCES)?;
        Ok(Self { state: State::Declined { submitted_at, stamp, reason }, ..self })
    }

    /// The team no longer asks, at any moment before the decision; no reason is wanted.
    ///
    /// # Errors
    /// Refused once it is decided.
    pub fn withdraw(self, now: Timestamp) -> Result<Self, Refusal> {
        let submitted_at = match self.state {
            State::Draft => None,
            _ => Some(self.undecided()?),
        };
        Ok(Self { state: State::Withdrawn { submitted_at, at: now }, ..self })
    }

    /// Since when the association owes a word: after sending, or after the team's last answer.
    pub const fn waits_for_association_since(&self) -> Option<Timestamp> {
        match self.state {
            State::Submitted { at } => Some(at),
            State::InDiscussion { turn: Side::Association, since, .. } => Some(since),
            _ => None,
        }
    }

    /// Whether it was sent and is not decided.
    pub const fn waits_for_decision(&self) -> bool {
        self.undecided().is_ok()
    }

    const fn undecided(&self) -> Result<Timestamp, Refusal> {
        match self.state {
            State::Draft => Err(Refusal::RequestNotSent),
            State::Submitted { at: submitted_at } | State::InDiscussion { submitted_at, .. } => Ok(submitted_at),
            _ => Err(Refusal::RequestDecided),
        }
    }
}

fn complete(answers: &Answers) -> Result<(), Refusal> {
    Question::ALL.iter().try_for_each(|question| question.check(answers))
}

#[cfg(test)]
mod tests;
