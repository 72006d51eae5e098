//! A card of Today: something that waits for the reader, told as a sentence, with what to do about it.

use maud::{Markup, html};
use passerelle_words::Words;

use crate::{icon, whole};

/// How much it hurts if this waits. The card says it in a word, a sign and a colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    /// Somebody is hurt by waiting.
    Urgent,
    /// A day is named after which it hurts.
    Soon,
    /// When there is time.
    #[default]
    Calm,
}

/// Something that waits.
#[derive(Clone, Debug, Default)]
pub struct Card<'a> {
    /// How much it hurts if it waits.
    pub urgency: Urgency,
    /// A sentence: who has done or needs what.
    pub title: &'a str,
    /// What one has to know to decide.
    pub text: Markup,
    /// The button that does it ([`button`](crate::button()) in its form, or [`link_button`](crate::link_button)).
    pub action: Markup,
    /// A second way: address and text of a link.
    pub link: Option<(&'a str, &'a str)>,
}

/// Something that waits. Cards stand under an `h2`.
pub fn card(words: &Words, card: &Card<'_>) -> Markup {
    let (class, key, sign) = match card.urgency {
        Urgency::Urgent => ("p-card p-card--urgent", "ui-urgency-urgent", icon::triangle()),
        Urgency::Soon => ("p-card p-card--soon", "ui-urgency-soon", icon::half_disc()),
        Urgency::Calm => ("p-card p-card--calm", "ui-urgency-calm", icon::disc()),
    };
    html! {
        article class=(class) {
            p.p-card__urgency { (sign) (words.say(key)) }
            h3.p-card__title { (whole(card.title)) }
            div.p-card__text { (card.text) }
            div.p-card__actions {
                (card.action)
                @if let Some((href, text)) = card.link { a.govuk-link.p-card__link href=(href) { (text) } }
            }
        }
    }
}
