//! What is held about a person, for that person: the page, a copy to take away, corrections, objections, erasure; and
//! for the association: what it is asked, and the register of processing.
//!
//! Nothing here knows what the other capabilities keep: everything comes from their declarations
//! ([`passerelle_store::held`]). Sources: GDPR, articles 12 to 21 and 30. The rules are told in `docs.md`.

pub mod access;
pub mod actions;
pub mod claim;
mod copy;
mod erasing;
mod file;
mod jobs;
mod pages;
mod references;
mod refusal;
pub mod register;
mod store;
mod told;

use passerelle_store::{Migrations, Placement, Tables};
use passerelle_web::{Capability, Destination, Failure, Needs};
use passerelle_words::Translations;

pub use actions::{Waiting, waiting};
pub use jobs::{Leavers, leavers};
pub use refusal::Refusal;

/// Why an action of this capability was not done.
pub type Error = Failure<Refusal>;

const MIGRATIONS: Migrations =
    Migrations { name: "privacy", files: &[("V1__claims", include_str!("../migrations/V1__claims.sql"))] };

/// Where the rows of these tables are kept: a person may belong to no association.
const TABLES: Tables = &[("claim", Placement::Central)];

/// The words of this capability.
pub const TRANSLATIONS: Translations =
    Translations { fr: include_str!("../translations/fr.ftl"), en: include_str!("../translations/en.ftl") };

const MY_DATA: &[Destination] = &[
    Destination { key: "privacy-my-held", path: "/me/held", needs: Needs::SignedIn, order: 10 },
    Destination { key: "privacy-my-copy", path: "/me/export", needs: Needs::SignedIn, order: 40 },
    Destination { key: "privacy-my-erasure", path: "/me/erasure", needs: Needs::SignedIn, order: 50 },
];

/// What this capability brings to the server.
pub fn capability() -> Capability {
    Capability {
        routes: pages::routes(),
        my_data: MY_DATA,
        migrations: &[MIGRATIONS],
        tables: &[TABLES],
        statements: store::ALL,
        translations: &[TRANSLATIONS],
        jobs: jobs::JOBS,
        schedules: jobs::SCHEDULES,
        sealed: &[store::SEALED],
        held: &[store::HELD],
        references: &[references::REFERENCES],
        ..Capability::named("privacy")
    }
}
