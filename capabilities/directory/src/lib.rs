//! Who is there: associations, institutions and their teams, people, and what each is to the other for a time.
//!
//! An organisation may belong to several networks at once. Institutions are imported from the French registry
//! FINESS, as published or as a spreadsheet has damaged it; towns and distances are known without any outside service.
//! Nothing here says anything about anybody's health. Rules: domain G1, G3 and L.

#[macro_use]
mod codes;
pub mod access;
pub mod actions;
mod api;
mod bank;
mod contact;
pub mod description;
pub mod entry;
pub mod finess;
mod ids;
pub mod import;
mod importing;
mod jobs;
mod legal_ids;
mod list_import;
pub mod lists;
mod membership;
mod merger;
mod name;
mod network;
mod organisation;
mod organisation_facts;
mod pages;
mod period;
mod person;
mod place;
pub mod published;
mod refusal;
mod search;
mod spoken;
mod store;
mod team;
pub mod visibility;

pub use actions::{audience_of, seen_person};
pub use bank::{Bic, ElectronicAddress, Iban};
pub use contact::{Email, Phone, Website};
pub use ids::{OrganisationId, PersonId, TeamId};
pub use importing::{ImportError, Step, import_finess};
pub use legal_ids::{EnterpriseNumber, FinessNumber, Siren, Siret, VatNumber};
pub use merger::{Carried, Merger, Pair};
pub use name::Name;
pub use network::NetworkLink;
pub use organisation::{LegalIds, Organisation, OrganisationKind};
pub use organisation_facts::OrganisationFacts;
pub use pages::seen_card;
pub use passerelle_access::{Membership, Role};
pub use passerelle_geography::{Country, Point, Towns};
use passerelle_store::{Migrations, Placement, Tables};
use passerelle_web::{Capability, Destination, Failure, Needs, Reason};
use passerelle_words::Translations;
pub use period::Period;
pub use person::PersonFacts;
pub use refusal::Refusal;
pub use spoken::{LanguageCode, SpokenLanguages};
pub use store::{
    mergers::known_as,
    organisations::{associations_open_to_requests, find_organisation},
    people::{find_person, is_only_admin, keepers, people_of_team, people_with_role},
    teams::{find_team, match_team, teams_of},
};
pub use team::TeamFacts;

/// Why an action of this capability was not done.
pub type Error = Failure<Refusal>;

impl Reason for Refusal {
    fn key(&self) -> &'static str {
        Self::key(*self)
    }
}

/// Where the town of this name is, if it is known.
pub fn town_point(name: &str, country: Country) -> Option<Point> {
    Towns::built_in().point(name, country)
}

const MIGRATIONS: Migrations = Migrations {
    name: "directory",
    files: &[
        ("V1__base", include_str!("../migrations/V1__base.sql")),
        ("V2__imports", include_str!("../migrations/V2__imports.sql")),
        ("V4__places", include_str!("../migrations/V4__places.sql")),
        ("V5__several_associations", include_str!("../migrations/V5__several_associations.sql")),
        ("V6__mergers", include_str!("../migrations/V6__mergers.sql")),
        ("V7__list_imports", include_str!("../migrations/V7__list_imports.sql")),
        ("V8__merged_places", include_str!("../migrations/V8__merged_places.sql")),
        ("V9__phones", include_str!("../migrations/V9__phones.sql")),
        ("V10__former_places", include_str!("../migrations/V10__former_places.sql")),
        ("V11__clear", include_str!("../migrations/V11__clear.sql")),
    ],
};

/// Where the rows of these tables are kept. Teams belong to institutions and are joined from every association.
const TABLES: Tables = &[
    ("organisation", Placement::Reference),
    ("organisation_of_network", Placement::Reference),
    ("team", Placement::Reference),
    ("person", Placement::ByOrganisation),
    ("finess_site", Placement::Reference),
    ("import", Placement::ByOrganisation),
    ("import_line", Placement::Central),
    ("person_opened", Placement::ByOrganisation),
    ("description", Placement::ByOrganisation),
    ("description_change", Placement::ByOrganisation),
    ("contact", Placement::ByOrganisation),
    ("entry_age", Placement::ByOrganisation),
    ("merger", Placement::ByOrganisation),
];

/// The words of this capability.
pub const TRANSLATIONS: Translations =
    Translations { fr: include_str!("../translations/fr.ftl"), en: include_str!("../translations/en.ftl") };

/// The words about what is held of people.
const PRIVACY: Translations = Translations {
    fr: include_str!("../translations/privacy/fr.ftl"),
    en: include_str!("../translations/privacy/en.ftl"),
};

/// The words of lists that leave and come back as files.
const LISTS: Translations =
    Translations { fr: include_str!("../translations/lists/fr.ftl"), en: include_str!("../translations/lists/en.ftl") };

/// The words about who sees what, descriptions and the map.
const PLACES: Translations = Translations {
    fr: include_str!("../translations/places/fr.ftl"),
    en: include_str!("../translations/places/en.ftl"),
};

const DESTINATIONS: &[Destination] = &[
    Destination { key: "directory-nav-people", path: "/people", needs: Needs::Right(access::PEOPLE_READ), order: 60 },
    Destination {
        key: "directory-nav-organisations",
        path: "/organisations",
        needs: Needs::Right(access::ORGANISATIONS_READ),
        order: 70,
    },
    Destination {
        key: "directory-nav-network",
        path: "/network",
        needs: Needs::Right(access::ORGANISATIONS_READ),
        order: 72,
    },
];

const MY_DATA: &[Destination] =
    &[Destination { key: "directory-my-data-visibility", path: "/me/visibility", needs: Needs::SignedIn, order: 30 }];

/// What this capability brings to the server.
pub fn capability() -> Capability {
    Capability {
        routes: pages::routes().and(api::routes()),
        abilities: api::ABILITIES,
        destinations: DESTINATIONS,
        my_data: MY_DATA,
        who_sees: Some(pages::who_sees),
        migrations: &[MIGRATIONS],
        tables: &[TABLES],
        statements: &store::STATEMENTS,
        translations: &[TRANSLATIONS, PLACES, LISTS, PRIVACY],
        jobs: jobs::JOBS,
        search: search::FINDABLE,
        indexes: search::INDEXES,
        schedules: jobs::SCHEDULES,
        sealed: &[store::SEALED, store::phones::SEALED],
        references: &[store::REFERENCES],
        held: &[store::declared::HELD],
        passing: &[store::declared::PASSING],
        nobody: &[store::declared::NOBODY],
        stale: &[pages::MAP, pages::PUBLIC, pages::SEARCH, importing::PREVIEW],
        ..Capability::named("directory")
    }
}
