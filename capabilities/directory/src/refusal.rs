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
    /// This role is held in an association.
    RoleOfAssociation,
    /// This role is held in an institution, not in an association.
    RoleOfInstitution,
    /// A role must be chosen.
    RoleMissing,
    /// Somebody already has this e-mail address.
    EmailTaken,
    /// An invitation needs an e-mail address.
    EmailMissing,
    /// Not an IBAN.
    Iban,
    /// Not a BIC.
    Bic,
    /// Not a scheme of four digits, a colon and an identifier.
    ElectronicAddress,
    /// A text is too long.
    TooLong,
    /// Only an association takes requests.
    RequestsOfAssociation,
    /// Nobody would be left to run the association.
    LastAdmin,
    /// Not a year between 1800 and now.
    StartYear,
    /// Not a number of people.
    StaffCount,
    /// A part of a description is too long.
    PartTooLong,
    /// A contact says what it is for.
    PurposeMissing,
    /// A contact has an e-mail address or a telephone number.
    WayMissing,
    /// The team is not of this organisation, or others answer for it.
    TeamOfOthers,
    /// The person has come in: they alone change their address.
    EmailTheirs,
    /// The person has come in: they alone change their name.
    NameTheirs,
    /// A record is not merged with itself.
    MergerOfOne,
    /// The person has come in to the record that would step back.
    MergerTheirs,
    /// Associations and networks work here: they are not merged.
    MergerOfAssociation,
    /// The two records are of different kinds.
    MergerOfKinds,
    /// A registry knows the two as different.
    MergerOfNumbers,
    /// Teams of different organisations are different.
    MergerOfTeams,
    /// The record that would step back has something of its own here: people, keys, numbers.
    MergerAtWork,
    /// Somebody else has changed the record meanwhile.
    Changed,
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
        Self::RoleOfAssociation,
        Self::RoleOfInstitution,
        Self::RoleMissing,
        Self::EmailTaken,
        Self::EmailMissing,
        Self::Iban,
        Self::Bic,
        Self::ElectronicAddress,
        Self::TooLong,
        Self::RequestsOfAssociation,
        Self::LastAdmin,
        Self::StartYear,
        Self::StaffCount,
        Self::PartTooLong,
        Self::PurposeMissing,
        Self::WayMissing,
        Self::TeamOfOthers,
        Self::EmailTheirs,
        Self::NameTheirs,
        Self::MergerOfOne,
        Self::MergerTheirs,
        Self::MergerOfAssociation,
        Self::MergerOfKinds,
        Self::MergerOfNumbers,
        Self::MergerOfTeams,
        Self::MergerAtWork,
        Self::Changed,
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
            Self::RoleOfAssociation => "directory-refusal-role-of-association",
            Self::RoleOfInstitution => "directory-refusal-role-of-institution",
            Self::RoleMissing => "directory-refusal-role-missing",
            Self::EmailTaken => "directory-refusal-email-taken",
            Self::EmailMissing => "directory-refusal-email-missing",
            Self::Iban => "directory-refusal-iban",
            Self::Bic => "directory-refusal-bic",
            Self::ElectronicAddress => "directory-refusal-electronic-address",
            Self::TooLong => "directory-refusal-too-long",
            Self::RequestsOfAssociation => "directory-refusal-requests-of-association",
            Self::LastAdmin => "directory-refusal-last-admin",
            Self::StartYear => "directory-refusal-start-year",
            Self::StaffCount => "directory-refusal-staff-count",
            Self::PartTooLong => "directory-refusal-part-too-long",
            Self::PurposeMissing => "directory-refusal-purpose-missing",
            Self::WayMissing => "directory-refusal-way-missing",
            Self::TeamOfOthers => "directory-refusal-team-of-others",
            Self::EmailTheirs => "directory-refusal-email-theirs",
            Self::NameTheirs => "directory-refusal-name-theirs",
            Self::MergerOfOne => "directory-refusal-merger-of-one",
            Self::MergerTheirs => "directory-refusal-merger-theirs",
            Self::MergerOfAssociation => "directory-refusal-merger-of-association",
            Self::MergerOfKinds => "directory-refusal-merger-of-kinds",
            Self::MergerOfNumbers => "directory-refusal-merger-of-numbers",
            Self::MergerOfTeams => "directory-refusal-merger-of-teams",
            Self::MergerAtWork => "directory-refusal-merger-at-work",
            Self::Changed => "directory-refusal-changed",
        }
    }

    /// The field of a form at which the reason is shown; empty when it is about the whole.
    pub const fn field(self) -> &'static str {
        match self {
            Self::NameMissing | Self::NameTooLong | Self::NameTheirs => "name",
            Self::Email | Self::EmailTaken | Self::EmailTheirs | Self::EmailMissing | Self::WayMissing => "email",
            Self::MergerOfOne
            | Self::MergerTheirs
            | Self::MergerOfAssociation
            | Self::MergerOfKinds
            | Self::MergerOfNumbers
            | Self::MergerOfTeams
            | Self::MergerAtWork => "double",
            Self::Phone => "phone",
            Self::Website => "website",
            Self::Country => "country",
            Self::SpokenLanguage => "languages",
            Self::Finess => "finess_site",
            Self::Siren => "siren",
            Self::Siret | Self::SiretOfAnother | Self::CountryOfNumber => "siret",
            Self::EnterpriseNumber => "enterprise",
            Self::Vat => "vat",
            Self::RoleTwice
            | Self::RoleOfOrganisation
            | Self::RoleOfAssociation
            | Self::RoleOfInstitution
            | Self::RoleMissing => "role",
            Self::RoleNeedsTeam => "team",
            Self::NotANetwork | Self::NetworkCircle | Self::NetworkTwice => "network",
            Self::Iban => "iban",
            Self::Bic => "bic",
            Self::ElectronicAddress => "electronic_address",
            Self::TooLong => "address",
            Self::RequestsOfAssociation => "takes_requests",
            Self::StartYear => "start-year",
            Self::StaffCount => "staff",
            Self::PurposeMissing => "purpose",
            Self::TeamOfOthers => "team",
            Self::PeriodReversed | Self::PartTooLong | Self::LastAdmin | Self::Changed => "",
        }
    }
}
