//! Who did something, and when: the dated fact behind every state.
//!
//! A referent may have an account, may only have the link of a mission, or may sign on paper: all three count.

use passerelle_kernel::{Id, Timestamp};

use crate::{outside::Person, refusal::Refusal, text};

codes! {
    /// The way in which somebody signed.
    pub enum Means {
        /// Signed in with an account.
        Account = "account",
        /// Through the link of a mission, with a name.
        Link = "link",
        /// On paper, which somebody of the association keeps.
        Paper = "paper",
    }
}

/// Who signs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Signer {
    /// A person with an account.
    Account(Id<Person>),
    /// Somebody who holds the link, under the name they wrote.
    Link(String),
    /// Somebody who signed on paper; `kept_by` entered it.
    Paper {
        /// The name on the paper.
        name: String,
        /// Who entered it and keeps the paper.
        kept_by: Id<Person>,
    },
}

impl Signer {
    /// Somebody who holds the link and writes their name.
    ///
    /// # Errors
    /// Refused without a name.
    pub fn by_link(name: &str) -> Result<Self, Refusal> {
        text::said(name, text::LINE).map(Self::Link)
    }

    /// Somebody who signed on paper.
    ///
    /// # Errors
    /// Refused without a name.
    pub fn on_paper(name: &str, kept_by: Id<Person>) -> Result<Self, Refusal> {
        text::said(name, text::LINE).map(|name| Self::Paper { name, kept_by })
    }

    /// The means, for the store and for words.
    pub const fn means(&self) -> Means {
        match self {
            Self::Account(_) => Means::Account,
            Self::Link(_) => Means::Link,
            Self::Paper { .. } => Means::Paper,
        }
    }

    /// The account that acted: the signer's own, or that of who keeps the paper.
    pub const fn account(&self) -> Option<Id<Person>> {
        match self {
            Self::Account(person) | Self::Paper { kept_by: person, .. } => Some(*person),
            Self::Link(_) => None,
        }
    }

    /// The name written on the link page or on the paper.
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Account(_) => None,
            Self::Link(name) | Self::Paper { name, .. } => Some(name),
        }
    }

    /// Reads a signer back from its three columns.
    pub fn restore(means: Means, account: Option<Id<Person>>, name: Option<String>) -> Option<Self> {
        match means {
            Means::Account => account.map(Self::Account),
            Means::Link => name.map(Self::Link),
            Means::Paper => Some(Self::Paper { name: name?, kept_by: account? }),
        }
    }
}

/// Who did it, and at which instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// Who signed.
    pub by: Signer,
    /// When.
    pub at: Timestamp,
}

impl Stamp {
    /// The mark of a person with an account.
    pub const fn of(person: Id<Person>, at: Timestamp) -> Self {
        Self { by: Signer::Account(person), at }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::id;

    #[test]
    fn a_signer_reads_back_from_its_columns() {
        let signers = [
            Signer::Account(id(1)),
            Signer::by_link(" Dr Amrani ").unwrap(),
            Signer::on_paper("Mme Petit", id(2)).unwrap(),
        ];
        for signer in signers {
            let name = signer.name().map(str::to_owned);
            assert_eq!(Signer::restore(signer.means(), signer.account(), name), Some(signer));
        }
        assert_eq!(Signer::by_link(" "), Err(Refusal::TextMissing));
        assert_eq!(Signer::restore(Means::Paper, None, Some("Mme Petit".into())), None);
    }
}
