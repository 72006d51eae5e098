//! How a mission is closed, and how an institution recruits the peer when it ends so: from which day, with which kind of
//! contract (domain A3).
//!
//! A hire is a fact about one mission and is shown there; nothing is counted about persons.

use passerelle_directory::Country;
use passerelle_kernel::Date;

use crate::{mission::Ending, refusal::Refusal, text};

codes! {
    /// The kind of a contract of work, as the law of the country of the institution names it.
    pub enum Contract {
        /// France: without an end.
        FrOpenEnded = "fr-cdi",
        /// France: until a day.
        FrFixedTerm = "fr-cdd",
        /// France: a public body, by contract.
        FrPublic = "fr-public",
        /// France: a public body, as a civil servant.
        FrCivilServant = "fr-titulaire",
        /// France: with public support.
        FrSupported = "fr-aide",
        /// Belgium: without an end.
        BeOpenEnded = "be-cdi",
        /// Belgium: until a day.
        BeFixedTerm = "be-cdd",
        /// Belgium: in the place of somebody.
        BeReplacement = "be-remplacement",
        /// Belgium: a public body, as a civil servant.
        BeCivilServant = "be-statutaire",
        /// Belgium: with public support.
        BeSupported = "be-aide",
        /// Elsewhere: without an end.
        OpenEnded = "open-ended",
        /// Elsewhere: until a day.
        FixedTerm = "fixed-term",
        /// Another kind, which needs words.
        Other = "other",
    }
}

impl Contract {
    /// The kinds that are offered for an institution of this country.
    pub fn of(country: Country) -> &'static [Self] {
        match country {
            Country::FRANCE => &[
                Self::FrOpenEnded,
                Self::FrFixedTerm,
                Self::FrPublic,
                Self::FrCivilServant,
                Self::FrSupported,
                Self::Other,
            ],
            Country::BELGIUM => &[
                Self::BeOpenEnded,
                Self::BeFixedTerm,
                Self::BeReplacement,
                Self::BeCivilServant,
                Self::BeSupported,
                Self::Other,
            ],
            _ => &[Self::OpenEnded, Self::FixedTerm, Self::Other],
        }
    }
}

/// How an institution recruits a peer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hire {
    /// The first day of the contract; it may be ahead.
    pub from: Date,
    /// Its kind.
    pub contract: Contract,
    /// More about it, which may be empty.
    pub words: String,
}

impl Hire {
    /// A hire by an institution of this country.
    ///
    /// # Errors
    /// Refused with the kind of another country, with no words where the kind says nothing, and with too many.
    pub fn new(from: Date, contract: Contract, words: &str, country: Country) -> Result<Self, Refusal> {
        let words = text::perhaps(words, text::LINE)?;
        match contract {
            _ if !Contract::of(country).contains(&contract) => Err(Refusal::ChoiceMissing),
            Contract::Other if words.is_empty() => Err(Refusal::HireUnsaid),
            _ => Ok(Self { from, contract, words }),
        }
    }
}

/// How a mission is closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Closing {
    /// It went to its end.
    Completed,
    /// It was stopped before.
    Stopped,
    /// The institution recruits the peer.
    DirectHire(Hire),
}

impl Closing {
    /// The ending alone.
    pub const fn ending(&self) -> Ending {
        match self {
            Self::Completed => Ending::Completed,
            Self::Stopped => Ending::Stopped,
            Self::DirectHire(_) => Ending::DirectHire,
        }
    }

    /// The hire, if there is one that can be: nobody is recruited out of a mission before its first day.
    ///
    /// # Errors
    /// Refused before the mission.
    pub fn hire(&self, mission_from: Date) -> Result<Option<&Hire>, Refusal> {
        match self {
            Self::DirectHire(hire) if hire.from < mission_from => Err(Refusal::HireBeforeMission),
            Self::DirectHire(hire) => Ok(Some(hire)),
            Self::Completed | Self::Stopped => Ok(None),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::day;

    #[test]
    fn a_kind_of_contract_belongs_to_a_country_and_another_one_needs_words() {
        let hire = |contract, words, country| Hire::new(day("2027-03-01"), contract, words, country);
        assert!(hire(Contract::FrOpenEnded, "", Country::FRANCE).is_ok());
        assert_eq!(hire(Contract::FrOpenEnded, "", Country::BELGIUM), Err(Refusal::ChoiceMissing));
        assert_eq!(hire(Contract::Other, "  ", Country::BELGIUM), Err(Refusal::HireUnsaid));
        assert_eq!(hire(Contract::Other, " intérim ", Country::BELGIUM).unwrap().words, "intérim");
        let spain = Country::parse("ES").unwrap();
        assert!(hire(Contract::FixedTerm, "", spain).is_ok());
        assert_eq!(hire(Contract::BeFixedTerm, "", spain), Err(Refusal::ChoiceMissing));
        assert_eq!(hire(Contract::Other, &"a".repeat(121), spain), Err(Refusal::TextTooLong));
    }

    #[test]
    fn every_kind_is_offered_somewhere() {
        let countries = [Country::FRANCE, Country::BELGIUM, Country::parse("ES").unwrap()];
        for contract in Contract::ALL {
            assert!(countries.iter().any(|country| Contract::of(*country).contains(contract)), "{contract:?}");
        }
    }

    #[test]
    fn nobody_is_recruited_before_the_mission() {
        let hire = Hire::new(day("2027-03-01"), Contract::FrPublic, "", Country::FRANCE).unwrap();
        let closing = Closing::DirectHire(hire.clone());
        assert_eq!(closing.hire(day("2027-03-01")), Ok(Some(&hire)));
        assert_eq!(closing.hire(day("2027-03-02")), Err(Refusal::HireBeforeMission));
        assert_eq!(Closing::Stopped.hire(day("2027-03-02")), Ok(None));
    }
}
