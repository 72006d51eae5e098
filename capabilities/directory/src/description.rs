//! How an association describes itself: the twelve parts of the field's own survey (domain G1), each with its readers.
//!
//! The association writes it and says, part by part, who reads it; nothing is published before. Name and website are
//! those of its entry in the directory.

mod change;

use std::collections::BTreeMap;

pub use change::{Change, Piece, pieces};

use crate::{Name, Refusal, Website};

codes! {
    /// A part of a description.
    pub enum Part {
        /// What the association is called.
        Name = "name",
        /// The year in which it began.
        StartYear = "start-year",
        /// What it is in law.
        LegalStatus = "legal-status",
        /// The fields it works in.
        Focus = "focus",
        /// Who its members are.
        Membership = "membership",
        /// How many people it employs.
        Staff = "staff",
        /// What it lives on.
        Funding = "funding",
        /// Who decides, and how.
        Governance = "governance",
        /// What it does.
        Activities = "activities",
        /// How it means to grow, and what pays for it.
        Strategies = "strategies",
        /// What stands in its way, and what could help.
        Obstacles = "obstacles",
        /// Its website.
        Website = "website",
    }
}

codes! {
    /// Who reads something that an association writes; each reads what the wider ones read too.
    pub enum Readers {
        /// The people of the association.
        Ours = "ours",
        /// The associations of its networks as well.
        Network = "network",
        /// Everybody.
        Public = "public",
    }
}

/// The most characters of a part.
pub const LONGEST: usize = 3000;

impl Part {
    /// Whether a part is a line and not a text.
    pub const fn is_short(self) -> bool {
        matches!(self, Self::Name | Self::StartYear | Self::Staff | Self::Website | Self::LegalStatus)
    }

    /// Whether the part stands in the entry of the directory.
    pub const fn is_of_entry(self) -> bool {
        matches!(self, Self::Name | Self::Website)
    }

    /// The part as it is kept; an empty text says nothing. `year` is the present one.
    pub fn read(self, text: &str, year: i16) -> Result<String, Refusal> {
        let text = text.trim();
        match self {
            Self::Name => Name::new(text).map(|name| name.to_string()),
            _ if text.is_empty() => Ok(String::new()),
            Self::Website => Website::parse(text).map(|site| site.as_str().to_owned()),
            Self::StartYear => {
                let known = text.parse().ok().filter(|start: &i16| (1800..=year).contains(start));
                known.map(|start| start.to_string()).ok_or(Refusal::StartYear)
            }
            Self::Staff => {
                let known = text.parse().ok().filter(|count: &u32| *count < 100_000);
                known.map(|count| count.to_string()).ok_or(Refusal::StaffCount)
            }
            _ if text.chars().count() > LONGEST => Err(Refusal::PartTooLong),
            _ => Ok(text.to_owned()),
        }
    }
}

/// A part that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The text; empty when the association says nothing any more.
    pub text: String,
    /// Who reads it.
    pub readers: Readers,
}

/// A description.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Description(pub BTreeMap<Part, Written>);

impl Description {
    /// The text of a part; empty when nothing was written.
    pub fn text(&self, part: Part) -> &str {
        self.0.get(&part).map_or("", |written| &written.text)
    }

    /// Who reads a part: only the association itself until it says otherwise.
    pub fn readers(&self, part: Part) -> Readers {
        self.0.get(&part).map_or(Readers::Ours, |written| written.readers)
    }

    /// What a reader may read, in the order of the parts.
    pub fn read_by(&self, reader: Readers) -> impl Iterator<Item = (Part, &str)> {
        let open = move |written: &Written| written.readers >= reader && !written.text.is_empty();
        self.0.iter().filter(move |(_, written)| open(written)).map(|(part, written)| (*part, written.text.as_str()))
    }

    /// How many parts say something.
    pub fn told(&self) -> usize {
        self.0.values().filter(|written| !written.text.is_empty()).count()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn there_are_the_twelve_parts_of_the_survey() {
        assert_eq!(Part::ALL.len(), 12);
    }

    #[test]
    fn numbers_are_numbers_and_texts_end_somewhere() {
        assert_eq!(Part::StartYear.read(" 2009 ", 2026).as_deref(), Ok("2009"));
        for year in ["2027", "09", "long ago"] {
            assert_eq!(Part::StartYear.read(year, 2026), Err(Refusal::StartYear), "{year}");
        }
        assert_eq!(Part::Staff.read("-1", 2026), Err(Refusal::StaffCount));
        assert_eq!(Part::Name.read("", 2026), Err(Refusal::NameMissing));
        assert_eq!(Part::Website.read("", 2026).as_deref(), Ok(""));
        assert_eq!(Part::Funding.read(&"a".repeat(LONGEST + 1), 2026), Err(Refusal::PartTooLong));
    }

    proptest! {
        /// A wider circle of readers never reads what a narrower one does not.
        #[test]
        fn who_is_further_away_reads_less(readers in proptest::collection::vec(proptest::sample::select(Readers::ALL), 12)) {
            let written = |readers: &Readers| Written { text: "x".into(), readers: *readers };
            let description = Description(Part::ALL.iter().copied().zip(readers.iter().map(written)).collect());
            let read = |reader| description.read_by(reader).map(|(part, _)| part).collect::<Vec<_>>();
            let (ours, network, public) = (read(Readers::Ours), read(Readers::Network), read(Readers::Public));
            prop_assert_eq!(ours.len(), 12);
            prop_assert!(network.iter().all(|part| ours.contains(part)));
            prop_assert!(public.iter().all(|part| network.contains(part) && description.readers(*part) == Readers::Public));
        }
    }
}
