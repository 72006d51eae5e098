//! Rules about memberships: where a role can be held, and that nobody holds the same role twice at once.
//!
//! A past membership is kept as a dated fact; a role is never a property of the person.

use passerelle_access::{Membership, Role};
use passerelle_kernel::Date;

use crate::{OrganisationKind, Period, Refusal};

/// Whether the role can be held there: association or not, whole organisation or team.
pub fn check_place(role: Role, kind: OrganisationKind, in_team: bool) -> Result<(), Refusal> {
    let in_association = kind == OrganisationKind::Association;
    match role {
        // A federation is run like an association, and employs nobody whom it lends.
        Role::Admin | Role::Coordinator if kind == OrganisationKind::Federation && !in_team => Ok(()),
        _ if role.is_of_association() && !in_association => Err(Refusal::RoleOfAssociation),
        _ if !role.is_of_association() && in_association => Err(Refusal::RoleOfInstitution),
        Role::Referent if !in_team => Err(Refusal::RoleNeedsTeam),
        Role::Referent => Ok(()),
        _ if in_team => Err(Refusal::RoleOfOrganisation),
        _ => Ok(()),
    }
}

/// The days of a membership.
pub fn period(membership: &Membership) -> Result<Period, Refusal> {
    Period::new(membership.from_on, membership.until_on)
}

/// Whether it can stand beside the person's other memberships: the same role twice at once cannot.
pub fn check_beside(membership: &Membership, others: &[Membership]) -> Result<(), Refusal> {
    let days = period(membership)?;
    let same = |other: &&Membership| {
        other.id != membership.id
            && (other.account, other.org, other.team, other.role)
                == (membership.account, membership.org, membership.team, membership.role)
    };
    for other in others.iter().filter(same) {
        if period(other)?.overlaps(days) {
            return Err(Refusal::RoleTwice);
        }
    }
    Ok(())
}

/// The last day of the membership when it ends on `last`: an earlier end stays.
pub fn last_day(membership: &Membership, last: Date) -> Result<Date, Refusal> {
    Ok(period(membership)?.ending(last)?.until().unwrap_or(last))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use passerelle_kernel::{Chance, Id, Timestamp};

    use super::*;

    fn membership(role: Role, from_on: Date) -> Membership {
        let id = Id::new(Timestamp::UNIX_EPOCH, &Chance::seeded(from_on.day() as u64));
        let place = String::new();
        Membership { id, account: Id::nil(), org: Id::nil(), team: None, role, place, from_on, until_on: None }
    }

    #[test]
    fn each_role_is_held_where_it_makes_sense() {
        use OrganisationKind::{Association, Institution};
        assert_eq!(check_place(Role::Referent, Institution, false), Err(Refusal::RoleNeedsTeam));
        assert_eq!(check_place(Role::Treasurer, Association, true), Err(Refusal::RoleOfOrganisation));
        assert_eq!(check_place(Role::Coordinator, Institution, false), Err(Refusal::RoleOfAssociation));
        assert_eq!(check_place(Role::Head, Association, false), Err(Refusal::RoleOfInstitution));
        use OrganisationKind::Federation;
        assert_eq!(check_place(Role::Peer, Federation, false), Err(Refusal::RoleOfAssociation));
        assert_eq!(check_place(Role::Admin, Federation, true), Err(Refusal::RoleOfAssociation));
        assert_eq!(check_place(Role::Admin, Federation, false), Ok(()));
        for (role, kind, in_team) in
            [(Role::Referent, Institution, true), (Role::Peer, Association, false), (Role::Head, Institution, false)]
        {
            assert_eq!(check_place(role, kind, in_team), Ok(()), "{role:?}");
        }
    }

    #[test]
    fn the_same_role_is_not_held_twice_at_once_but_may_be_again() {
        let first = membership(Role::Coordinator, date(2026, 1, 1));
        let second = membership(Role::Coordinator, date(2026, 3, 2));
        assert_eq!(check_beside(&second, std::slice::from_ref(&first)), Err(Refusal::RoleTwice));
        let until_on = last_day(&first, date(2026, 2, 28)).ok();
        let ended = Membership { until_on, ..first.clone() };
        assert_eq!(check_beside(&second, &[ended, second.clone()]), Ok(()));
        assert_eq!(check_beside(&membership(Role::Treasurer, date(2026, 1, 3)), std::slice::from_ref(&first)), Ok(()));
        assert_eq!(last_day(&first, date(2025, 12, 31)), Err(Refusal::PeriodReversed));
    }
}
