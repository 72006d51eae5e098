//! People, their roles and teams from a file: what a file would change is worked out first, shown, and only then written.
//!
//! Reading is pure: a file becomes [`Staged`] texts, these become a [`Plan`] against what is [`Known`]. Whom a line means is
//! never guessed: a person is who has the e-mail address, or the only one of this name where neither has an address; an
//! organisation is the one with the number, or the only one of this name. An empty cell leaves what is there. What a form
//! refuses is refused here, and only the people of one's own association are looked at: an address that others know looks
//! like any new one.

mod cells;
mod known;
mod people;
mod places;
mod plan;
mod reading;
mod reason;
mod roles;
mod teams;
mod vocabulary;

#[cfg(test)]
mod tests;

use passerelle_access::Rule;

pub(crate) use self::{
    known::{FoundOrganisation, FoundTeam, Known, KnownPerson},
    places::number,
    plan::{FieldChange, Plan, Refused, RoleWork, Shown, Step, Work, plan},
    reading::{NotRead, Staged, read_file, size},
    reason::Reason,
    vocabulary::Vocabulary,
};
use crate::{
    access,
    lists::{ListColumn, MEMBERSHIPS, PEOPLE, TEAMS},
};

codes! {
    /// A list that comes back as a file.
    pub enum List {
        /// People, each with a first role.
        People = "people",
        /// Who has which role where, and since when.
        Memberships = "memberships",
        /// The teams of institutions.
        Teams = "teams",
    }
}

impl List {
    /// Its columns.
    pub(crate) const fn columns(self) -> &'static [ListColumn] {
        match self {
            Self::People => PEOPLE,
            Self::Memberships => MEMBERSHIPS,
            Self::Teams => TEAMS,
        }
    }

    /// The columns without which no line can be understood: one of each group.
    pub(crate) const fn needed(self) -> &'static [&'static [ListColumn]] {
        use ListColumn::{Email, Name, Number, Organisation, Role, Team};
        match self {
            Self::People => &[&[Name]],
            Self::Memberships => &[&[Role], &[Email, Name]],
            Self::Teams => &[&[Team], &[Organisation, Number]],
        }
    }

    /// The right of whoever may write such a line by hand.
    pub(crate) const fn rule(self) -> &'static Rule {
        match self {
            Self::People | Self::Memberships => access::PEOPLE_MANAGE,
            Self::Teams => access::ORGANISATIONS_MANAGE,
        }
    }

    /// The page on which a file of it is handed in.
    pub(crate) const fn path(self) -> &'static str {
        match self {
            Self::People => "/people/import",
            Self::Memberships => "/memberships/import",
            Self::Teams => "/teams/import",
        }
    }
}
