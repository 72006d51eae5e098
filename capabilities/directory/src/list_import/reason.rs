//! Why a line is not imported.

use passerelle_kernel::Date;

use crate::{Refusal, lists::ListColumn};

/// Why a line is not imported, in words for who wrote it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reason {
    /// What a form would say as well.
    Said(Refusal),
    /// Another line has said it.
    Twice(u64),
    /// The spreadsheet could not work out this cell.
    SpreadsheetError(ListColumn),
    /// Neither name nor address.
    PersonMissing,
    /// Nobody of the association has this address or name.
    PersonUnknown,
    /// Several people without an address have this name.
    PeopleAlike,
    /// Somebody of this name has an address, which the line does not tell.
    AddressNeeded,
    /// Somebody of this name is here without an address.
    NoAddressYet,
    /// Not a day.
    Day(ListColumn),
    /// Not a role.
    Role,
    /// Not a language of pages and letters.
    Language,
    /// Neither a FINESS number nor a SIRET.
    Number,
    /// An organisation is needed.
    OrganisationMissing,
    /// There is no such organisation.
    OrganisationUnknown,
    /// Several organisations have this name.
    OrganisationsAlike,
    /// The role is one of associations, and this is not ours.
    OtherAssociation,
    /// There is no such team.
    TeamUnknown,
    /// Several teams have this name.
    TeamsAlike,
    /// The teams of another association are its own.
    TeamOfOthers,
    /// The role ended on this day, and the line does not say from when it is held again.
    RoleEnded(Date),
    /// The role ends earlier, on this day.
    EndsEarlier(Date),
}

impl Reason {
    /// One of each, so that a test can look for the words of each.
    #[cfg(test)]
    pub const ALL: &'static [Self] = &[
        Self::Twice(1),
        Self::SpreadsheetError(ListColumn::Name),
        Self::PersonMissing,
        Self::PersonUnknown,
        Self::PeopleAlike,
        Self::AddressNeeded,
        Self::NoAddressYet,
        Self::Day(ListColumn::From),
        Self::Role,
        Self::Language,
        Self::Number,
        Self::OrganisationMissing,
        Self::OrganisationUnknown,
        Self::OrganisationsAlike,
        Self::OtherAssociation,
        Self::TeamUnknown,
        Self::TeamsAlike,
        Self::TeamOfOthers,
        Self::RoleEnded(Date::constant(2026, 1, 1)),
        Self::EndsEarlier(Date::constant(2026, 1, 1)),
    ];

    /// The key of the words that tell it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Said(Refusal::RoleMissing) => "directory-list-reason-role-missing",
            Self::Said(Refusal::RoleNeedsTeam) => "directory-list-reason-team-missing",
            Self::Said(Refusal::PeriodReversed) => "directory-list-reason-period-reversed",
            Self::Said(refusal) => refusal.key(),
            Self::Twice(_) => "directory-list-reason-twice",
            Self::SpreadsheetError(_) => "directory-list-reason-spreadsheet-error",
            Self::PersonMissing => "directory-list-reason-person-missing",
            Self::PersonUnknown => "directory-list-reason-person-unknown",
            Self::PeopleAlike => "directory-list-reason-people-alike",
            Self::AddressNeeded => "directory-list-reason-address-needed",
            Self::NoAddressYet => "directory-list-reason-no-address-yet",
            Self::Day(_) => "directory-list-reason-day",
            Self::Role => "directory-list-reason-role",
            Self::Language => "directory-list-reason-language",
            Self::Number => "directory-list-reason-number",
            Self::OrganisationMissing => "directory-list-reason-organisation-missing",
            Self::OrganisationUnknown => "directory-list-reason-organisation-unknown",
            Self::OrganisationsAlike => "directory-list-reason-organisations-alike",
            Self::OtherAssociation => "directory-list-reason-other-association",
            Self::TeamUnknown => "directory-list-reason-team-unknown",
            Self::TeamsAlike => "directory-list-reason-teams-alike",
            Self::TeamOfOthers => "directory-list-reason-team-of-others",
            Self::RoleEnded(_) => "directory-list-reason-role-ended",
            Self::EndsEarlier(_) => "directory-list-reason-ends-earlier",
        }
    }
}

impl From<Refusal> for Reason {
    fn from(refusal: Refusal) -> Self {
        Self::Said(refusal)
    }
}
