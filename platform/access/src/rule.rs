//! Rules: which role reaches which records. One table, read by the check, by lists and by the printed matrix.

use crate::{Facts, Membership, Role};

/// How far a role reaches with a right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reach {
    /// Every record of the association in which the role is held.
    Association,
    /// Every record that concerns the institution in which the role is held.
    Institution,
    /// Every record that concerns the team in which the role is held.
    Team,
    /// Only what is about the person.
    Own,
    /// Every record: public facts, such as the address of an institution.
    Everywhere,
}

/// A role and how far it reaches.
#[derive(Clone, Copy, Debug)]
pub struct Grant {
    /// The role.
    pub role: Role,
    /// How far.
    pub reach: Reach,
}

/// A right with everybody who has it. Whoever is not named does not have it.
#[derive(Debug)]
pub struct Rule {
    /// A stable name such as `mission-read`.
    pub name: &'static str,
    /// Who has the right.
    pub grants: &'static [Grant],
}

impl Rule {
    /// How far this role reaches, if it has the right at all.
    pub fn reach(&self, role: Role) -> Option<Reach> {
        self.grants.iter().find(|grant| grant.role == role).map(|grant| grant.reach)
    }

    /// Whether whoever sits here has this right on the record that `facts` describe.
    pub fn reaches(&self, seat: &Membership, facts: &Facts) -> bool {
        match self.reach(seat.role) {
            None => false,
            Some(Reach::Everywhere) => true,
            Some(Reach::Association) => facts.association == Some(seat.org),
            Some(Reach::Institution) => facts.institution == Some(seat.org),
            Some(Reach::Team) => facts.team.is_some() && facts.team == seat.team,
            Some(Reach::Own) => facts.association == Some(seat.org) && facts.person == Some(seat.account),
        }
    }
}

/// `rule!(NAME = "name": Role Reach, …)`: declares a [`Rule`] as a constant.
#[macro_export]
macro_rules! rule {
    ($(#[$doc:meta])* $visibility:vis $constant:ident = $name:literal: $($role:ident $reach:ident),+ $(,)?) => {
        $(#[$doc])*
        $visibility const $constant: &$crate::Rule = &$crate::Rule {
            name: $name,
            grants: &[$($crate::Grant { role: $crate::Role::$role, reach: $crate::Reach::$reach }),+],
        };
    };
}
