//! Where a peer does not want to work. It may tell where somebody was a patient: nothing that is kept here could do more
//! harm.
//!
//! A written list has always the same length, whatever it names: sealed, it tells neither how many places are on it nor
//! whether there are any. A list that does not open names every place, so that nobody is asked where they must not be.

use std::{
    collections::{BTreeSet, HashMap},
    fmt,
};

use passerelle_kernel::Id;

use crate::{
    outside::{Organisation, Team},
    refusal::Refusal,
};

/// The most places on a list.
const MOST: usize = 50;
/// The bytes of a written list: room for the most places, and spaces. The migration that made the lists knows it too.
const LENGTH: usize = 2_048;

codes! {
    /// What an entry names.
    pub enum Kind {
        /// One team.
        Team = "team",
        /// All teams of an institution.
        Institution = "institution",
    }
}

/// An entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AvoidedPlace {
    /// One team.
    Team(Id<Team>),
    /// All teams of an institution.
    Institution(Id<Organisation>),
}

impl AvoidedPlace {
    /// The entry of this kind with this id, if it is one.
    pub fn parse(kind: Kind, id: &str) -> Option<Self> {
        match kind {
            Kind::Team => id.parse().ok().map(Self::Team),
            Kind::Institution => id.parse().ok().map(Self::Institution),
        }
    }

    /// What it names.
    pub const fn kind(self) -> Kind {
        match self {
            Self::Team(_) => Kind::Team,
            Self::Institution(_) => Kind::Institution,
        }
    }

    /// The id of what it names.
    pub fn id(self) -> String {
        match self {
            Self::Team(id) => id.to_string(),
            Self::Institution(id) => id.to_string(),
        }
    }
}

/// The records of teams and institutions that stepped back, by the record that stands in their place. A peer's list is
/// sealed and names a place for good: it goes on naming it when its records are merged.
#[derive(Clone, Debug, Default)]
pub struct KnownAs(pub(crate) HashMap<String, Vec<String>>);

/// The list of one peer.
#[derive(Clone, PartialEq, Eq)]
pub enum PrivateList {
    /// The entries as they are written: a letter for the kind, then the id.
    Entries(BTreeSet<String>),
    /// It does not open, and names every place until its peer begins it anew.
    Closed,
}

impl Default for PrivateList {
    fn default() -> Self {
        Self::Entries(BTreeSet::new())
    }
}

impl fmt::Debug for PrivateList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PrivateList(…)")
    }
}

impl PrivateList {
    /// Whether the list names this team, or its institution, by a record that stands or by one that stepped back behind it.
    pub fn names(&self, team: Id<Team>, institution: Id<Organisation>, known: &KnownAs) -> bool {
        let Self::Entries(entries) = self else { return true };
        [AvoidedPlace::Team(team), AvoidedPlace::Institution(institution)].into_iter().any(|place| {
            let before =
                known.0.get(&place.id()).into_iter().flatten().filter_map(|id| AvoidedPlace::parse(place.kind(), id));
            std::iter::once(place).chain(before).any(|place| entries.contains(&entry(place)))
        })
    }

    /// The same list with this place on it, or without it.
    ///
    /// # Errors
    /// Refused when there is no room for another place.
    pub fn with(self, place: AvoidedPlace, listed: bool) -> Result<Self, Refusal> {
        let mut entries = match self {
            Self::Entries(entries) => entries,
            Self::Closed => BTreeSet::new(),
        };
        if listed {
            entries.insert(entry(place));
        } else {
            entries.remove(&entry(place));
        }
        if entries.len() > MOST { Err(Refusal::ListFull) } else { Ok(Self::Entries(entries)) }
    }

    /// Every place on the list.
    pub fn places(&self) -> Vec<AvoidedPlace> {
        match self {
            Self::Entries(entries) => entries.iter().filter_map(|entry| place(entry)).collect(),
            Self::Closed => Vec::new(),
        }
    }

    /// The list as it is sealed.
    pub fn written(&self) -> String {
        let entries = match self {
            Self::Entries(entries) => entries.iter().map(String::as_str).collect::<Vec<_>>().join(" "),
            Self::Closed => String::new(),
        };
        format!("{entries:<LENGTH$}")
    }

    /// The list that was written so.
    pub fn read(written: &str) -> Self {
        Self::Entries(written.split_whitespace().filter(|entry| place(entry).is_some()).map(str::to_owned).collect())
    }
}

/// The letter that an entry of this kind begins with.
const fn letter(kind: Kind) -> char {
    match kind {
        Kind::Team => 't',
        Kind::Institution => 'i',
    }
}

fn entry(place: AvoidedPlace) -> String {
    format!("{}{}", letter(place.kind()), place.id())
}

fn place(entry: &str) -> Option<AvoidedPlace> {
    Kind::ALL.iter().find_map(|kind| AvoidedPlace::parse(*kind, entry.strip_prefix(letter(*kind))?))
}

#[cfg(test)]
mod tests {
    use passerelle_kernel::{Chance, Timestamp};

    use super::*;

    fn id<T: ?Sized>(chance: &Chance) -> Id<T> {
        Id::new(Timestamp::UNIX_EPOCH, chance)
    }

    #[test]
    fn a_list_names_its_teams_and_the_teams_of_its_institutions_only() {
        let chance = Chance::seeded(1);
        let (team, institution, other) =
            (id::<Team>(&chance), id::<Organisation>(&chance), id::<Organisation>(&chance));
        let (empty, none) = (PrivateList::default(), KnownAs::default());
        assert!(!empty.names(team, institution, &none));
        let of_team = empty.clone().with(AvoidedPlace::Team(team), true).unwrap();
        assert!(of_team.names(team, other, &none) && !of_team.names(id(&chance), other, &none));
        let of_institution = empty.with(AvoidedPlace::Institution(institution), true).unwrap();
        assert!(of_institution.names(id(&chance), institution, &none));
        assert!(!of_institution.names(id(&chance), other, &none));
        // A team is not an institution that has the same id.
        assert!(!of_team.names(id(&chance), team.cast(), &none));
        assert_eq!(of_team.clone().with(AvoidedPlace::Team(team), false).unwrap(), PrivateList::default());
        assert!(PrivateList::Closed.names(team, institution, &none));
        // A record that stepped back is named still, as what it was.
        let known = KnownAs([(other.to_string(), vec![institution.to_string(), team.to_string()])].into());
        assert!(of_institution.names(team, other, &known) && !of_team.names(id(&chance), other, &known));
    }

    #[test]
    fn every_list_is_as_long_as_every_other_and_is_read_as_it_was_written() {
        let chance = Chance::seeded(2);
        let mut list = PrivateList::default();
        for _ in 0..MOST {
            assert_eq!(list.written().len(), LENGTH);
            assert_eq!(PrivateList::read(&list.written()), list);
            list = list.with(AvoidedPlace::Team(id(&chance)), true).unwrap();
        }
        assert_eq!((list.written().len(), list.places().len()), (LENGTH, MOST));
        assert_eq!(list.clone().with(AvoidedPlace::Team(id(&chance)), true), Err(Refusal::ListFull));
        assert_eq!(format!("{list:?}"), "PrivateList(…)");
        assert_eq!(PrivateList::read("x t team tnonsense é"), PrivateList::default());
    }
}
