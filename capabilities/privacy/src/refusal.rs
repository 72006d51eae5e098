//! Why something that was asked is not done. Each reason has a sentence.

use passerelle_web::Reason;

/// A reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing was written.
    WordsMissing,
    /// The answer says nothing.
    AnswerMissing,
    /// Neither done nor declined was chosen.
    OutcomeMissing,
    /// It has ended already.
    Ended,
    /// An erasure is carried out, not said to be done.
    CarryOut,
    /// Only an erasure is carried out.
    NotAnErasure,
    /// It can still be taken back.
    TooEarly,
    /// Something is still open between the person and an association.
    StillOpen,
    /// It was asked already, and waits.
    AskedAlready,
    /// Nothing of this kind is held.
    NothingHeld,
    /// No association keeps anything about this person.
    NoAssociation,
}

impl Reason for Refusal {
    fn key(&self) -> &'static str {
        match self {
            Self::WordsMissing => "privacy-refusal-words-missing",
            Self::AnswerMissing => "privacy-refusal-answer-missing",
            Self::OutcomeMissing => "privacy-refusal-outcome-missing",
            Self::Ended => "privacy-refusal-ended",
            Self::CarryOut => "privacy-refusal-carry-out",
            Self::NotAnErasure => "privacy-refusal-not-an-erasure",
            Self::TooEarly => "privacy-refusal-too-early",
            Self::StillOpen => "privacy-refusal-still-open",
            Self::AskedAlready => "privacy-refusal-asked-already",
            Self::NothingHeld => "privacy-refusal-nothing-held",
            Self::NoAssociation => "privacy-refusal-no-association",
        }
    }
}
