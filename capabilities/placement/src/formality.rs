//! Formalities: what has to be done before the first day of a mission. Each association keeps its list.
//!
//! A blocking one that is open holds the start back. They are said so that “done” tells nothing about anybody's health or
//! income: that somebody has checked, not what they found. Sources: Code du travail L1221-10 (declaration before
//! hiring); Belgium, royal decree of 5 November 2002 (Dimona) and law of 14 July 1994, article 100 (work during an
//! incapacity). To be confirmed by a lawyer.

use passerelle_kernel::{Id, Timestamp};

use crate::{refusal::Refusal, text};

/// The most formalities of an association: a list that nobody reads helps nobody.
pub const MOST: usize = 30;

/// Something that has to be done before the first day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Formality {
    /// Its id.
    pub id: Id<Formality>,
    /// What is done, as a sentence.
    pub text: String,
    /// Only for missions in this country (ISO 3166-1), or everywhere.
    pub country: Option<String>,
    /// Whether a mission cannot start before.
    pub blocking: bool,
}

impl Formality {
    /// A formality said in these words.
    ///
    /// # Errors
    /// Refused without words, with too many, and for a country that the product does not know.
    pub fn new(id: Id<Self>, text: &str, country: &str, blocking: bool) -> Result<Self, Refusal> {
        let country = match country {
            "" => None,
            "FR" | "BE" => Some(country.to_owned()),
            _ => return Err(Refusal::ChoiceMissing),
        };
        Ok(Self { id, text: text::said(text, text::LINE * 2)?, country, blocking })
    }
}

/// A formality of a mission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// What has to be done.
    pub formality: Formality,
    /// When it was done, and who has said so.
    pub done: Option<(Timestamp, String)>,
}

/// Lets a mission start.
///
/// # Errors
/// Refused while one that blocks is open.
pub fn all_done(list: &[Due]) -> Result<(), Refusal> {
    let open = list.iter().any(|due| due.formality.blocking && due.done.is_none());
    if open { Err(Refusal::FormalityOpen) } else { Ok(()) }
}

/// The formalities that are offered to an association without a list: the ends of their keys, and whether they block.
pub fn usual(country: &str) -> &'static [(&'static str, bool)] {
    match country {
        "BE" => &[
            ("be-dimona", true),
            ("agreement", true),
            ("be-insurance", true),
            ("be-rights", true),
            ("access", false),
            ("welcome", false),
        ],
        _ => &[
            ("fr-declaration", true),
            ("agreement", true),
            ("fr-insurance", true),
            ("access", false),
            ("welcome", false),
            ("questions", false),
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn due(blocking: bool, done: bool) -> Due {
        let formality = Formality::new(Id::nil(), " Le badge est prêt. ", "", blocking).unwrap();
        Due { formality, done: done.then(|| (Timestamp::UNIX_EPOCH, "Coralie".to_owned())) }
    }

    #[test]
    fn only_an_open_one_that_blocks_holds_the_start_back() {
        assert_eq!(all_done(&[]), Ok(()));
        assert_eq!(all_done(&[due(true, true), due(false, false)]), Ok(()));
        assert_eq!(all_done(&[due(true, true), due(true, false)]), Err(Refusal::FormalityOpen));
    }

    #[test]
    fn a_formality_is_a_sentence_for_a_country_or_for_all() {
        assert_eq!(due(false, false).formality.text, "Le badge est prêt.");
        assert_eq!(Formality::new(Id::nil(), " ", "", true), Err(Refusal::TextMissing));
        assert_eq!(Formality::new(Id::nil(), "Dimona", "ZZ", true), Err(Refusal::ChoiceMissing));
        assert_eq!(Formality::new(Id::nil(), "Dimona", "BE", true).unwrap().country.as_deref(), Some("BE"));
    }
}
