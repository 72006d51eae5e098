//! A paper that people sign: frozen when it is offered, signed by any number of people in any order, never changed.
//!
//! Open → signed by all, declined by one, or withdrawn with a reason. A signed paper is not withdrawn: a new version takes
//! its place and is linked to it. What a paper is about is an opaque text of whoever hands it in.

use passerelle_access::{Account, Organisation};
use passerelle_documents::Sheet;
use passerelle_kernel::{Date, Id, Language, Timestamp};

use crate::{
    refusal::Refusal,
    signer::{Answer, Means, Signature, Signer},
};

codes! {
    /// What a paper is.
    pub enum Kind {
        /// What two organisations agree on in general.
        Framework = "framework",
        /// What is agreed for one mission.
        Assignment = "assignment",
        /// What is added to the contract of the person who is lent.
        Addendum = "addendum",
        /// Anything else.
        Free = "free",
    }
}

codes! {
    /// Where a paper stands.
    pub enum Stage {
        /// Somebody has not signed yet.
        Open = "open",
        /// All have signed.
        Signed = "signed",
        /// Somebody has said no.
        Declined = "declined",
        /// The association has taken it back.
        Withdrawn = "withdrawn",
        /// A newer version has taken its place.
        Replaced = "replaced",
    }
}

/// Why and by whom a paper was taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawal {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: Id<Account>,
    /// Why, for those who were asked.
    pub reason: String,
}

/// A paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// Its id.
    pub id: Id<Paper>,
    /// The association that offers it.
    pub org: Id<Organisation>,
    /// What it is.
    pub kind: Kind,
    /// Its title.
    pub title: String,
    /// The language in which it is written.
    pub language: Language,
    /// The number of this version, from 1.
    pub version: i64,
    /// The version before it.
    pub former: Option<Id<Paper>>,
    /// What it is about, in the words of whoever handed it in.
    pub subject: Option<String>,
    /// The page of what it is about.
    pub about: Option<String>,
    /// What it says.
    pub content: Sheet,
    /// The SHA-256 of its PDF.
    pub hash: String,
    /// When and by whom it was offered.
    pub offered: (Timestamp, Id<Account>),
    /// Its last day, if it has one.
    pub ends_on: Option<Date>,
    /// When the last one signed.
    pub signed_at: Option<Timestamp>,
    /// When somebody said no.
    pub declined_at: Option<Timestamp>,
    /// When a newer version took its place.
    pub replaced_at: Option<Timestamp>,
    /// If it was taken back.
    pub withdrawal: Option<Withdrawal>,
    /// Who signs, in the order of the paper.
    pub signers: Vec<Signer>,
}

/// The most signers of a paper.
pub const MOST_SIGNERS: usize = 20;

impl Paper {
    /// Whether so many may sign a paper.
    ///
    /// # Errors
    /// Refused without anybody, and beyond [`MOST_SIGNERS`].
    pub const fn check_count(signers: usize) -> Result<(), Refusal> {
        match signers {
            0 => Err(Refusal::NobodySigns),
            1..=MOST_SIGNERS => Ok(()),
            _ => Err(Refusal::TooMany),
        }
    }

    /// Where it stands.
    pub const fn stage(&self) -> Stage {
        match self {
            Self { withdrawal: Some(_), .. } => Stage::Withdrawn,
            Self { replaced_at: Some(_), .. } => Stage::Replaced,
            Self { declined_at: Some(_), .. } => Stage::Declined,
            Self { signed_at: Some(_), .. } => Stage::Signed,
            _ => Stage::Open,
        }
    }

    /// How many have signed.
    pub fn signatures(&self) -> usize {
        self.signers.iter().filter(|signer| signer.signature().is_some()).count()
    }

    /// Where a signer stands in the order of the paper.
    ///
    /// # Errors
    /// Refused when they are none of its signers.
    pub fn place_of(&self, signer: Id<Signer>) -> Result<usize, Refusal> {
        self.signers.iter().position(|one| one.id == signer).ok_or(Refusal::NotASigner)
    }

    fn check_open(&self) -> Result<(), Refusal> {
        match self.stage() {
            Stage::Open => Ok(()),
            Stage::Signed => Err(Refusal::SignedAlready),
            Stage::Declined => Err(Refusal::Declined),
            Stage::Withdrawn => Err(Refusal::Withdrawn),
            Stage::Replaced => Err(Refusal::Replaced),
        }
    }

    /// Somebody signs; with the last of them the paper is signed. `today` is the day where it is entered.
    ///
    /// # Errors
    /// Refused when it is not open, when they have answered, when another PDF was signed, and for a day on paper before it
    /// was offered or to come.
    pub fn signed(
        mut self,
        signer: Id<Signer>,
        signature: Signature,
        offered_on: Date,
        today: Date,
    ) -> Result<Self, Refusal> {
        let place = self.place_of(signer)?;
        // Who has signed hears that first, whatever became of the paper.
        match self.signers.get(place).map(|one| &one.answer) {
            Some(Some(Answer::Signed(_))) => return Err(Refusal::SignedAlready),
            Some(Some(Answer::Declined { .. })) => return Err(Refusal::AnsweredAlready),
            _ => self.check_open()?,
        }
        if signature.hash != self.hash {
            return Err(Refusal::OtherPaper);
        }
        match signature.means {
            Means::OnPaper { on, .. } if on > today => return Err(Refusal::DayAhead),
            Means::OnPaper { on, .. } if on < offered_on => return Err(Refusal::DayBefore),
            _ => {}
        }
        let at = signature.at;
        if let Some(one) = self.signers.get_mut(place) {
            one.answer = Some(Answer::Signed(signature));
        }
        if self.signatures() == self.signers.len() {
            self.signed_at = Some(at);
        }
        Ok(self)
    }

    /// Somebody says no: the paper is closed for all. `on` is the day.
    ///
    /// # Errors
    /// Refused when it is not open, and when they have answered.
    pub fn declined(mut self, signer: Id<Signer>, words: &str, at: Timestamp, on: Date) -> Result<Self, Refusal> {
        let place = self.place_of(signer)?;
        self.check_open()?;
        let Some(one) = self.signers.get_mut(place).filter(|one| one.is_awaited()) else {
            return Err(Refusal::AnsweredAlready);
        };
        one.answer = Some(Answer::Declined { at, words: words.to_owned() });
        (self.declined_at, self.ends_on) = (Some(at), Some(on));
        Ok(self)
    }

    /// The association takes it back. `on` is the day.
    ///
    /// # Errors
    /// Refused without a reason, once all have signed, and twice.
    pub fn withdrawn(self, reason: &str, by: Id<Account>, at: Timestamp, on: Date) -> Result<Self, Refusal> {
        if reason.trim().is_empty() {
            return Err(Refusal::ReasonMissing);
        }
        match self.stage() {
            Stage::Open | Stage::Declined => {}
            _ => self.check_open()?,
        }
        let withdrawal = Some(Withdrawal { at, by, reason: reason.trim().to_owned() });
        Ok(Self { withdrawal, ends_on: Some(on), ..self })
    }

    /// A newer version takes its place. `on` is the day.
    #[must_use]
    pub fn replaced(self, at: Timestamp, on: Date) -> Self {
        match self.stage() {
            Stage::Withdrawn | Stage::Replaced => self,
            _ => Self { replaced_at: Some(at), ends_on: Some(on), ..self },
        }
    }

    /// A signer whose address, number or way was corrected.
    ///
    /// # Errors
    /// Refused when the paper is not open; as [`Signer::corrected`].
    pub fn corrected(self, place: usize, asked: crate::signer::Asked, now: Timestamp) -> Result<Signer, Refusal> {
        self.check_open()?;
        let signer = self.signers.into_iter().nth(place).ok_or(Refusal::NotASigner)?;
        signer.corrected(asked, now)
    }
}

#[cfg(test)]
mod tests;
