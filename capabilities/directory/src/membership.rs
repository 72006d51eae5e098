//! Memberships: a role of a person in an organisation or in one of its teams, for a time.
//!
//! A past membership is kept as a dated fact; a role is never a property of the person.

use passerelle_kernel::{Date, Id};

use crate::{Organisation, Period, Person, Refusal, Team};

codes! {
    /// What a person does in an organisation or a team.
    pub enum Role {
        /// Keeps the organisation's accounts and settings.
        Admin = "admin",
        /// Answers requests and accompanies missions.
        Coordinator = "coordinator",
        /// Handles invoices and money.
        Treasurer = "treasurer",
        /// Works as a peer.
        Peer = "peer",
        /// Leads the institution.
        Head = "head",
        /// Is the contact of peers in a team.
        Referent = "referent",
    }
}

/// A role of a person for a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Membership {
    /// Its id.
    pub id: Id<Membership>,
    /// Whose role it is.
    pub person: Id<Person>,
    /// Where it is held.
    pub organisation: Id<Organisation>,
    /// The team in which it is held, for the roles of a team.
    pub team: Option<Id<Team>>,
    /// What the person does.
    pub role: Role,
    /// From when to when.
    pub period: Period,
}

impl Membership {
    /// Whether the role is held on that day.
    pub fn is_active(&self, on: Date) -> bool {
        self.period.is_active(on)
    }

    /// Whether the role is held where such a role can be: a referent in a team, a peer anywhere, others in the whole.
    pub fn check(&self) -> Result<(), Refusal> {
        match (self.role, self.team) {
            (Role::Referent, None) => Err(Refusal::RoleNeedsTeam),
            (Role::Referent | Role::Peer, _) | (_, None) => Ok(()),
            (_, Some(_)) => Err(Refusal::RoleOfOrganisation),
        }
    }

    /// Whether it can stand beside the person's other memberships: the same role twice at once cannot.
    pub fn check_beside(&self, others: &[Self]) -> Result<(), Refusal> {
        self.check()?;
        let same = |other: &&Self| {
            other.id != self.id
                && (other.person, other.organisation, other.team, other.role)
                    == (self.person, self.organisation, self.team, self.role)
        };
        match others.iter().filter(same).any(|other| other.period.overlaps(self.period)) {
            true => Err(Refusal::RoleTwice),
            false => Ok(()),
        }
    }

    /// Ends the role; `last` is its last day.
    pub fn end(mut self, last: Date) -> Result<Self, Refusal> {
        self.period = self.period.ending(last)?;
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use passerelle_kernel::{Chance, Timestamp};

    use super::*;

    fn membership(role: Role, team: Option<Id<Team>>, from: Date) -> Membership {
        let chance = Chance::seeded(from.day() as u64);
        let period = Period::new(from, None).unwrap();
        let id = Id::new(Timestamp::UNIX_EPOCH, &chance);
        Membership { id, person: Id::nil(), organisation: Id::nil(), team, role, period }
    }

    #[test]
    fn each_role_is_held_where_it_makes_sense() {
        let (team, day) = (Some(Id::nil()), date(2026, 1, 1));
        assert_eq!(membership(Role::Referent, None, day).check(), Err(Refusal::RoleNeedsTeam));
        assert_eq!(membership(Role::Treasurer, team, day).check(), Err(Refusal::RoleOfOrganisation));
        for (role, team) in [(Role::Referent, team), (Role::Peer, team), (Role::Peer, None), (Role::Head, None)] {
            assert_eq!(membership(role, team, day).check(), Ok(()), "{role:?}");
        }
    }

    #[test]
    fn the_same_role_is_not_held_twice_at_once_but_may_be_again() {
        let first = membership(Role::Coordinator, None, date(2026, 1, 1));
        let second = membership(Role::Coordinator, None, date(2026, 3, 2));
        assert_eq!(second.check_beside(&[first]), Err(Refusal::RoleTwice));
        let ended = first.end(date(2026, 2, 28)).unwrap();
        assert!(!ended.is_active(date(2026, 3, 1)));
        assert_eq!(second.check_beside(&[ended, second]), Ok(()));
        assert_eq!(membership(Role::Treasurer, None, date(2026, 1, 3)).check_beside(&[first]), Ok(()));
    }
}
