//! Why the directory says no: one variant per reason, each with the key of its words.

/// A reason for which the directory refuses a value or a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Refusal {
    /// A name is needed.
    NameMissing,
    /// The name is longer than [`crate::Name::MAX`] characters.
    NameTooLong,
    /// Not an e-mail address.
    Email,
    /// Not a telephone number.
    Phone,
    /// Not a web address that starts with `http://` or `https://`.
    Website,
    /// Not a two-letter country code.
    Country,
    /// Not a language code of two or three letters.
    SpokenLanguage,
    /// Not a FINESS number.
    Finess,
    /// Not a SIREN.
    Siren,
    /// Not a SIRET.
    Siret,
    /// The SIRET does not begin with the SIREN.
    SiretOfAnother,
    /// Not a Belgian enterprise number.
    EnterpriseNumber,
    /// Not a VAT number.
    Vat,
    /// A legal number belongs to another country than the organisation.
    CountryOfNumber,
    /// The last day is before the first.
    PeriodReversed,
    /// The person already has this role at that time.
    RoleTwice,
    /// A referent is the referent of a team.
    RoleNeedsTeam,
    /// This role is held in the organisation, not in one of its teams.
    RoleOfOrganisation,
    /// Only a federation has members that are organisations.
    NotANetwork,
    /// An organisation cannot be a member of itself, directly or through others.
    NetworkCircle,
    /// The organisation is already a member of the network at that time.
    NetworkTwice,
}

impl Refusal {
    /// Every reason, so that a test can look for the words of each.
    pub const ALL: &[Self] = &[
        Self::NameMissing,
        Self::NameTooLong,
        Self::Email,
        Self::Phone,
        Self::Website,
        Self::Country,
        Self::SpokenLanguage,
        Self::Finess,
        Self::Siren,
        Self::Siret,
        Self::SiretOfAnother,
        Self::EnterpriseNumber,
        Self::Vat,
        Self::CountryOfNumber,
        Self::PeriodReversed,
        Self::RoleTwice,
        Self::RoleNeedsTeam,
        Self::RoleOfOrganisation,
        Self::NotANetwork,
        Self::NetworkCircle,
        Self::NetworkTwice,
    ];

    /// The key of the words that tell the reason.
    pub const fn key(self) -> &'static str {
        match self {
            Self::NameMissing => "directory-refusal-name-missing",
            Self::NameTooLong => "directory-refusal-name-too-long",
            Self::Email => "directory-refusal-email",
            Self::Phone => "directory-refusal-phone",
            Self::Website => "directory-refusal-website",
            Self::Country => "directory-refusal-country",
            Self::SpokenLanguage => "directory-refusal-spoken-language",
            Self::Finess => "directory-refusal-finess",
            Self::Siren => "directory-refusal-siren",
            Self::Siret => "directory-refusal-siret",
            Self::SiretOfAnother => "directory-refusal-siret-of-another",
            Self::EnterpriseNumber => "directory-refusal-enterprise-number",
            Self::Vat => "directory-refusal-vat",
            Self::CountryOfNumber => "directory-refusal-country-of-number",
            Self::PeriodReversed => "directory-refusal-period-reversed",
            Self::RoleTwice => "directory-refusal-role-twice",
            Self::RoleNeedsTeam => "directory-refusal-role-needs-team",
            Self::RoleOfOrganisation => "directory-refusal-role-of-organisation",
            Self::NotANetwork => "directory-refusal-not-a-network",
            Self::NetworkCircle => "directory-refusal-network-circle",
            Self::NetworkTwice => "directory-refusal-network-twice",
        }
    }
}
