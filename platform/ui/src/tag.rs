//! A state in one or two words. The words say it; the colour only repeats it.

use maud::{Markup, html};

/// What a state means for the person who reads it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Nothing to do, nothing to fear.
    #[default]
    Neutral,
    /// Under way.
    Calm,
    /// Well ended.
    Good,
    /// Will need somebody soon.
    Soon,
    /// Needs somebody now.
    Urgent,
    /// Went wrong or was refused.
    Wrong,
}

impl Tone {
    const fn class(self) -> &'static str {
        match self {
            Self::Neutral => "govuk-tag govuk-tag--grey",
            Self::Calm => "govuk-tag govuk-tag--teal",
            Self::Good => "govuk-tag govuk-tag--green",
            Self::Soon => "govuk-tag govuk-tag--yellow",
            Self::Urgent => "govuk-tag govuk-tag--orange",
            Self::Wrong => "govuk-tag govuk-tag--red",
        }
    }
}

/// A state in one or two words.
pub fn tag(text: &str, tone: Tone) -> Markup {
    html! { strong class=(tone.class()) { (text) } }
}
