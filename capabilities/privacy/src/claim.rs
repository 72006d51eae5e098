//! A claim: what a person asks about their own data, and what came of it (GDPR, articles 12, 16, 17, 18 and 21).
//!
//! An association answers within a month. An erasure can be taken back for some days before it is carried out.

use jiff::ToSpan as _;
use passerelle_access::{Account, Organisation};
use passerelle_kernel::{Date, Id, TimeZone, Timestamp};

use crate::Refusal;

/// For how many days an erasure can be taken back.
pub const UNDO_DAYS: i64 = 7;
/// How much a person or an association may write.
pub const MOST_WORDS: usize = 2_000;

/// What a person asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Something that is held is wrong.
    Correction,
    /// The person does not want this use of their data.
    Objection,
    /// Everything is to be erased.
    Erasure,
}

impl Kind {
    /// What is asked about one purpose of data.
    pub const ABOUT_DATA: [Self; 2] = [Self::Correction, Self::Objection];

    /// The stable code.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Correction => "correction",
            Self::Objection => "objection",
            Self::Erasure => "erasure",
        }
    }

    /// The kind with this code.
    pub fn parse(code: &str) -> Option<Self> {
        [Self::Correction, Self::Objection, Self::Erasure].into_iter().find(|kind| kind.as_str() == code)
    }
}

/// What came of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// What was asked is done.
    Done,
    /// It is not done, for a reason that is told.
    Declined,
    /// The person has taken it back.
    Withdrawn,
}

impl Outcome {
    /// What an association can answer.
    pub const ANSWERS: [Self; 2] = [Self::Done, Self::Declined];

    /// The stable code.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Declined => "declined",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The outcome with this code.
    pub fn parse(code: &str) -> Option<Self> {
        [Self::Done, Self::Declined, Self::Withdrawn].into_iter().find(|outcome| outcome.as_str() == code)
    }

    /// The answer with this code.
    pub fn parse_answer(code: &str) -> Option<Self> {
        Self::ANSWERS.into_iter().find(|outcome| outcome.as_str() == code)
    }
}

/// How a claim ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct End {
    /// What came of it.
    pub outcome: Outcome,
    /// When.
    pub at: Timestamp,
    /// Who ended it; nobody when its time had come.
    pub by: Option<Id<Account>>,
    /// What the person is told.
    pub answer: String,
}

/// What a person asks about their own data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Its id.
    pub id: Id<Claim>,
    /// The association that answers; none for somebody whom no association knows.
    pub org: Option<Id<Organisation>>,
    /// The person.
    pub person: Id<Account>,
    /// What is asked.
    pub kind: Kind,
    /// The key of the purpose that it is about; none for an erasure.
    pub about: Option<String>,
    /// What the person wrote.
    pub words: String,
    /// When it was asked.
    pub asked_at: Timestamp,
    /// How it ended, once it has.
    pub end: Option<End>,
}

impl Claim {
    /// The day by which it must be answered: a month later (GDPR, article 12.3).
    pub fn due_on(&self, zone: &TimeZone) -> Date {
        self.asked_at.to_zoned(zone.clone()).date().saturating_add(1.month())
    }

    /// The instant from which an erasure can no longer be taken back, and may be carried out.
    pub fn ripe_at(&self) -> Timestamp {
        self.asked_at.saturating_add((UNDO_DAYS * 24).hours()).unwrap_or(Timestamp::MAX)
    }

    /// The claim with the association's answer.
    ///
    /// # Errors
    /// Refused when it has ended, for an erasure that is said to be done (it is carried out instead), and for a refusal
    /// without a reason.
    pub fn answered(self, outcome: Outcome, answer: &str, by: Id<Account>, at: Timestamp) -> Result<Self, Refusal> {
        if self.kind == Kind::Erasure && outcome == Outcome::Done {
            return Err(Refusal::CarryOut);
        }
        if answer.is_empty() {
            return Err(Refusal::AnswerMissing);
        }
        self.ended(End { outcome, at, by: Some(by), answer: answer.to_owned() })
    }

    /// The claim after the person has taken it back.
    ///
    /// # Errors
    /// Refused when it has ended.
    pub fn withdrawn(self, at: Timestamp) -> Result<Self, Refusal> {
        let by = Some(self.person);
        self.ended(End { outcome: Outcome::Withdrawn, at, by, answer: String::new() })
    }

    /// The erasure after it was carried out.
    ///
    /// # Errors
    /// Refused for another kind, when it has ended, and while it can still be taken back.
    pub fn carried_out(self, by: Option<Id<Account>>, at: Timestamp) -> Result<Self, Refusal> {
        if self.kind != Kind::Erasure {
            return Err(Refusal::NotAnErasure);
        }
        if at < self.ripe_at() {
            return Err(Refusal::TooEarly);
        }
        self.ended(End { outcome: Outcome::Done, at, by, answer: String::new() })
    }

    fn ended(self, end: End) -> Result<Self, Refusal> {
        match self.end {
            Some(_) => Err(Refusal::Ended),
            None => Ok(Self { end: Some(end), ..self }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn claim(kind: Kind) -> Claim {
        let asked_at = at("2026-01-31T09:00:00Z");
        let (id, person) = (Id::nil(), Id::nil());
        Claim { id, org: None, person, kind, about: None, words: String::new(), asked_at, end: None }
    }

    #[test]
    fn an_answer_is_due_after_a_month_of_the_calendar() {
        assert_eq!(claim(Kind::Correction).due_on(&TimeZone::UTC).to_string(), "2026-02-28");
    }

    #[test]
    fn an_erasure_is_carried_out_when_it_can_no_longer_be_taken_back() {
        let erasure = claim(Kind::Erasure);
        let carry = |claim: &Claim, when: &str| claim.clone().carried_out(None, at(when));
        assert_eq!(carry(&erasure, "2026-02-07T08:59:59Z"), Err(Refusal::TooEarly));
        let done = carry(&erasure, "2026-02-07T09:00:00Z").unwrap();
        assert_eq!(done.end.as_ref().map(|end| end.outcome), Some(Outcome::Done));
        assert_eq!(carry(&done, "2026-02-08T09:00:00Z"), Err(Refusal::Ended));
        assert_eq!(done.withdrawn(at("2026-02-08T09:00:00Z")), Err(Refusal::Ended));
        assert_eq!(carry(&claim(Kind::Objection), "2026-03-01T09:00:00Z"), Err(Refusal::NotAnErasure));
    }

    #[test]
    fn an_answer_says_something_and_an_erasure_is_not_said_but_done() {
        let now = at("2026-02-01T09:00:00Z");
        let answer = |kind, outcome, words: &str| claim(kind).answered(outcome, words, Id::nil(), now).map(drop);
        assert_eq!(answer(Kind::Correction, Outcome::Done, "Changed."), Ok(()));
        assert_eq!(answer(Kind::Correction, Outcome::Declined, ""), Err(Refusal::AnswerMissing));
        assert_eq!(answer(Kind::Erasure, Outcome::Done, "Gone."), Err(Refusal::CarryOut));
        assert_eq!(answer(Kind::Erasure, Outcome::Declined, "The law keeps it."), Ok(()));
    }
}
