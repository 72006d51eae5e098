//! Papers that people sign: by whom, in which way, with what evidence.
//!
//! Other capabilities hand a paper in ([`offer`]) with what it says and who signs; this one freezes it, asks the signers in the
//! way that suits each, and keeps the evidence. It knows nothing of what a paper is about. The rules are told in `docs.md`.

#[macro_use]
mod codes;

pub mod access;
mod actions;
mod code;
pub mod form;
mod jobs;
mod own_files;
mod pages;
pub mod paper;
mod printed;
mod reach;
mod references;
mod refusal;
mod scan;
pub mod signer;
mod store;
mod today;
mod who_sees;

use passerelle_store::{Migrations, Placement, Tables};
use passerelle_web::{Capability, Destination, Failure, Needs};
use passerelle_words::Translations;

pub use actions::{Draft, OnPaper, end_of, offer, papers_about, sign_on_paper, sign_own};
pub use pages::{paper_text, papers_list};
pub use refusal::Refusal;
pub use store::lists::{Line, ToSign};
pub use today::{Awaited, declined, silent, to_sign};

/// Why an action of this capability was not done.
pub type Error = Failure<Refusal>;

const MIGRATIONS: Migrations =
    Migrations { name: "signing", files: &[("V1__papers", include_str!("../migrations/V1__papers.sql"))] };

/// Where the rows of these tables are kept: papers lie with the association that offers them.
const TABLES: Tables = &[
    ("paper", Placement::ByOrganisation),
    ("signer", Placement::ByOrganisation),
    ("paper_file", Placement::ByOrganisation),
    ("signing_code", Placement::ByOrganisation),
];

/// The words of this capability.
pub const TRANSLATIONS: Translations =
    Translations { fr: include_str!("../translations/fr.ftl"), en: include_str!("../translations/en.ftl") };

const DESTINATIONS: &[Destination] =
    &[Destination { key: "signing-nav-papers", path: "/papers", needs: Needs::Right(access::PAPER_MANAGE), order: 45 }];

const MY_DATA: &[Destination] =
    &[Destination { key: "signing-my-papers", path: "/signatures", needs: Needs::SignedIn, order: 35 }];

/// What this capability brings to the server.
pub fn capability() -> Capability {
    Capability {
        routes: pages::routes(),
        destinations: DESTINATIONS,
        my_data: MY_DATA,
        migrations: &[MIGRATIONS],
        tables: &[TABLES],
        statements: store::ALL,
        translations: &[TRANSLATIONS],
        jobs: jobs::JOBS,
        schedules: jobs::SCHEDULES,
        sealed: &[store::declared::SEALED],
        held: &[store::declared::HELD],
        passing: &[store::declared::PASSING],
        nobody: &[store::declared::NOBODY],
        references: &[references::REFERENCES],
        who_sees: Some(who_sees::who_sees),
        own_files: Some(own_files::make),
        ..Capability::named("signing")
    }
}
