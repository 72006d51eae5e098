//! What a team tells when it asks, in the words and choices of the public form.
//!
//! Every part may be missing: the form is saved page by page. What must be there is said by
//! [`Question::check`](super::Question::check).

use std::collections::BTreeSet;

use passerelle_kernel::{Date, Minutes};

use crate::{period::Days, refusal::Refusal, spoken::Spoken, text};

codes! {
    /// The kind of place where the peer would work.
    pub enum Setting {
        /// A hospital ward.
        Hospital = "hospital",
        /// A consultation or day service outside the walls.
        Outpatient = "outpatient",
        /// A team that goes to people's homes or to the street.
        Mobile = "mobile",
        /// Housing, shelter or reception centre.
        Housing = "housing",
        /// A social service.
        Social = "social",
        /// An employment service.
        Employment = "employment",
        /// A place of training or research.
        Training = "training",
        /// Somewhere else.
        Other = "other",
    }
}

codes! {
    /// Those whom the team accompanies, as a group.
    pub enum Public {
        /// People living with psychic distress.
        MentalHealth = "mental-health",
        /// People who use drugs, alcohol or other products.
        Addiction = "addiction",
        /// People without a home.
        Homeless = "homeless",
        /// People in exile or on the move.
        Exile = "exile",
        /// Young people.
        Youth = "youth",
        /// Families and those close to someone.
        Families = "families",
        /// People in prison or leaving it.
        Justice = "justice",
        /// People who look for work.
        Jobseekers = "jobseekers",
        /// Another public.
        Other = "other",
    }
}

codes! {
    /// What a team hopes for (domain A1).
    pub enum Hope {
        /// That people take hold of what is offered to them.
        Adherence = "adherence",
        /// That a step goes faster.
        SpeedUp = "speed-up",
        /// That a stuck situation moves.
        Stuck = "stuck",
        /// Links and translation between worlds.
        Links = "links",
        /// To reach those who are far from services.
        Reaching = "reaching",
    }
}

codes! {
    /// What the team knows of work with peers.
    pub enum Experience {
        /// It would be the first time.
        None = "none",
        /// Some meetings or a short trial.
        Some = "some",
        /// Peers already work with the team.
        Regular = "regular",
    }
}

/// For how long the team would like a peer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// This number of months.
    Months(u8),
    /// With no end fixed.
    OpenEnded,
}

impl Length {
    /// The longest length that is asked in months.
    pub const MOST_MONTHS: u8 = 36;
}

/// Who would be the peer's referent in the team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Referent {
    /// This person.
    Named(String),
    /// Nobody yet, and the team says so.
    NotYet,
}

/// Whom to answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    /// The name, as written.
    pub name: String,
    /// The address for answers and for the link to follow the request.
    pub email: String,
    /// A telephone number, or nothing.
    pub phone: String,
    /// What the person does in the team.
    pub role: String,
}

impl Contact {
    /// The same without spaces around the words.
    ///
    /// # Errors
    /// Refused without a name or an address that can be one.
    pub fn checked(&self) -> Result<Self, Refusal> {
        Ok(Self {
            name: text::said(&self.name, text::LINE)?,
            email: address(&self.email)?,
            phone: text::perhaps(&self.phone, 40)?,
            role: text::perhaps(&self.role, text::LINE)?,
        })
    }
}

/// The answers of the public form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// The institution, as the asker writes it.
    pub institution: String,
    /// The team, as the asker writes it.
    pub team: String,
    /// The kind of place.
    pub setting: Option<Setting>,
    /// Whom the team accompanies.
    pub publics: BTreeSet<Public>,
    /// What the list of publics does not say.
    pub public_words: String,
    /// What the team hopes for.
    pub hopes: BTreeSet<Hope>,
    /// What the list of hopes does not say.
    pub hope_words: String,
    /// Hours a week.
    pub hours_week: Option<Minutes>,
    /// Whether the hours may change from week to week.
    pub flexible: bool,
    /// For how long.
    pub length: Option<Length>,
    /// Whether it begins as a trial.
    pub trial: bool,
    /// The town.
    pub town: String,
    /// The languages that the work needs.
    pub languages: BTreeSet<Spoken>,
    /// The first and the last day on which it could begin.
    pub start: Option<Days>,
    /// The referent.
    pub referent: Option<Referent>,
    /// What the team knows of work with peers.
    pub experience: Option<Experience>,
    /// Whom to answer.
    pub contact: Contact,
}

impl Answers {
    /// # Errors
    /// Refused when the last day on which the work could begin is over.
    pub(super) fn start_is_ahead(&self, today: Date) -> Result<(), Refusal> {
        match self.start {
            Some(start) if start.last() < today => Err(Refusal::StartIsPast),
            _ => Ok(()),
        }
    }
}

/// An address of electronic mail that can be one; whether it works is known when a message arrives.
fn address(text: &str) -> Result<String, Refusal> {
    let address = text::said(text, 254)?;
    let sound = address.split_once('@').is_some_and(|(local, domain)| {
        let apart = !local.is_empty() && !domain.contains('@') && !address.contains(char::is_whitespace);
        apart && domain.split('.').count() > 1 && domain.split('.').all(|label| !label.is_empty())
    });
    if sound { Ok(address) } else { Err(Refusal::AddressUnreadable) }
}
