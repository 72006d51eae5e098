//! The questions of the public form, one a page, in their order.
//!
//! The easy ones come first and the asker's own name last, so that nobody is stopped at the door.

use passerelle_kernel::Minutes;

use super::{Answers, Length, Referent};
use crate::{refusal::Refusal, text};

codes! {
    /// A page of the public form.
    pub enum Question {
        /// Which institution, which team.
        Team = "team",
        /// Which kind of place.
        Setting = "setting",
        /// Which public.
        Public = "public",
        /// What the team hopes for.
        Hopes = "hopes",
        /// How many hours a week.
        Hours = "hours",
        /// For how long, and whether it begins as a trial.
        Length = "length",
        /// In which town.
        Place = "place",
        /// Which languages.
        Languages = "languages",
        /// Between which days it could begin.
        Start = "start",
        /// Who would be the referent.
        Referent = "referent",
        /// What the team knows of work with peers.
        Experience = "experience",
        /// Whom to answer.
        Contact = "contact",
    }
}

/// The fewest hours that are worth a journey.
const LEAST: Minutes = Minutes(30);
/// A full week of work.
const MOST: Minutes = Minutes::hours(40);

impl Question {
    /// The page after this one; nothing after the last, where the answers are checked.
    pub fn next(self) -> Option<Self> {
        Self::ALL.iter().copied().skip_while(|question| *question != self).nth(1)
    }

    /// The page before this one.
    pub fn previous(self) -> Option<Self> {
        Self::ALL.iter().copied().take_while(|question| *question != self).last()
    }

    /// Whether this page is answered well enough to send.
    pub fn answered(self, answers: &Answers) -> bool {
        self.check(answers).is_ok()
    }

    /// The pages that still want an answer, in their order.
    pub fn missing(answers: &Answers) -> Vec<Self> {
        Self::ALL.iter().copied().filter(|question| !question.answered(answers)).collect()
    }

    /// Checks the answers of this page alone.
    ///
    /// # Errors
    /// Refused with what is missing or cannot be.
    pub fn check(self, answers: &Answers) -> Result<(), Refusal> {
        match self {
            Self::Team => {
                text::said(&answers.institution, text::LINE).and(text::said(&answers.team, text::LINE)).map(drop)
            }
            Self::Setting => chosen(answers.setting.is_some()),
            Self::Public => either(!answers.publics.is_empty(), &answers.public_words),
            Self::Hopes => either(!answers.hopes.is_empty(), &answers.hope_words),
            Self::Hours => match answers.hours_week {
                None => Err(Refusal::ChoiceMissing),
                Some(hours) => is_hours_of_a_week(hours),
            },
            Self::Length => match answers.length {
                None => Err(Refusal::ChoiceMissing),
                Some(Length::Months(months)) if !(1..=Length::MOST_MONTHS).contains(&months) => {
                    Err(Refusal::LengthOutOfRange)
                }
                Some(_) => Ok(()),
            },
            Self::Place => text::said(&answers.town, text::LINE).map(drop),
            Self::Languages => chosen(!answers.languages.is_empty()),
            Self::Start => chosen(answers.start.is_some()),
            Self::Referent => match &answers.referent {
                None => Err(Refusal::ChoiceMissing),
                Some(Referent::Named(name)) => text::said(name, text::LINE).map(drop),
                Some(Referent::NotYet) => Ok(()),
            },
            Self::Experience => chosen(answers.experience.is_some()),
            Self::Contact => answers.contact.checked().map(drop),
        }
    }
}

fn chosen(answered: bool) -> Result<(), Refusal> {
    if answered { Ok(()) } else { Err(Refusal::ChoiceMissing) }
}

/// A choice from the list, or words of one's own.
fn either(chosen: bool, words: &str) -> Result<(), Refusal> {
    match text::perhaps(words, text::SENTENCES)? {
        words if chosen || !words.is_empty() => Ok(()),
        _ => Err(Refusal::ChoiceMissing),
    }
}

/// Hours that a week of work can have.
///
/// # Errors
/// Refused for less than half an hour and for more than a full week.
pub(crate) fn is_hours_of_a_week(hours: Minutes) -> Result<(), Refusal> {
    if (LEAST..=MOST).contains(&hours) { Ok(()) } else { Err(Refusal::HoursAWeekOutOfRange) }
}
