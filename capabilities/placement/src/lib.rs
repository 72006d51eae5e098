//! Lending the time of peer workers to teams that ask for one: from the request to the paid invoice.
//!
//! For the team that asks, the peer who works and the coordinator who answers for both. The modules are the nouns of
//! the trade: pure types whose verbs return the changed noun or a [`refusal::Refusal`]. Nothing about the people who
//! are supported is kept, nobody is ranked, and a peer never has to give a reason. The rules are told in `docs.md`.

#[macro_use]
pub mod code;

use passerelle_store::{Migrations, Placement, Tables};
use passerelle_web::{Capability, Destination, Failure, Needs, Reason};
use passerelle_words::Translations;

pub mod absence;
pub mod access;
pub mod actions;
pub mod agreement;
mod api;
pub mod beyond;
pub mod closing;
pub mod contract;
pub mod easing;
pub mod formality;
pub mod hire;
pub mod holiday;
pub mod hours;
pub mod invoice;
pub mod ledger;
pub mod matching;
pub mod mission;
mod night;
pub mod outside;
pub mod overtime;
mod pages;
mod papers;
pub mod period;
pub mod planning;
pub mod private_list;
pub mod proposal;
pub mod refusal;
pub mod request;
mod search;
pub mod sheet;
pub mod slot;
pub mod spoken;
pub mod stamp;
mod store;
pub mod swap;
pub mod text;
pub mod today;
pub mod vigilance;
mod who_sees;

#[cfg(test)]
mod samples;

pub use pages::mission_paper;

/// Why an action of this capability was not done.
pub type Error = Failure<refusal::Refusal>;

impl Reason for refusal::Refusal {
    fn key(&self) -> &'static str {
        Self::key(self)
    }
}

const MIGRATIONS: Migrations = Migrations {
    name: "placement",
    files: &[
        ("V1__requests", include_str!("../migrations/V1__requests.sql")),
        ("V2__missions", include_str!("../migrations/V2__missions.sql")),
        ("V3__hours", include_str!("../migrations/V3__hours.sql")),
        ("V4__money", include_str!("../migrations/V4__money.sql")),
        ("V5__invoice_order", include_str!("../migrations/V5__invoice_order.sql")),
        ("V6__dispatches", include_str!("../migrations/V6__dispatches.sql")),
        ("V7__seal", include_str!("../migrations/V7__seal.sql")),
        ("V8__private", include_str!("../migrations/V8__private.sql")),
        ("V9__ledger", include_str!("../migrations/V9__ledger.sql")),
        ("V10__easing", include_str!("../migrations/V10__easing.sql")),
        ("V11__formalities", include_str!("../migrations/V11__formalities.sql")),
        ("V12__preferences", include_str!("../migrations/V12__preferences.sql")),
        ("V13__contracts", include_str!("../migrations/V13__contracts.sql")),
        ("V14__signals", include_str!("../migrations/V14__signals.sql")),
        ("V17__months", include_str!("../migrations/V17__months.sql")),
        ("V18__holidays_and_swaps", include_str!("../migrations/V18__holidays_and_swaps.sql")),
        ("V19__week_and_hire", include_str!("../migrations/V19__week_and_hire.sql")),
        ("V20__planning", include_str!("../migrations/V20__planning.sql")),
        ("V21__clear", include_str!("../migrations/V21__clear.sql")),
    ],
};

/// Where the rows of these tables are kept: work lies with its association, what a peer wants for themself everywhere.
const TABLES: Tables = &[
    ("request", Placement::ByOrganisation),
    ("remark", Placement::ByOrganisation),
    ("mission", Placement::ByOrganisation),
    ("sheet", Placement::ByOrganisation),
    ("sheet_answer", Placement::ByOrganisation),
    ("proposal", Placement::ByOrganisation),
    ("slot", Placement::ByOrganisation),
    ("slot_exception", Placement::ByOrganisation),
    ("peer_terms", Placement::Reference),
    ("private_list", Placement::Reference),
    ("hours_entry", Placement::ByOrganisation),
    ("quiet_week", Placement::ByOrganisation),
    ("confirmation_asked", Placement::ByOrganisation),
    ("beyond", Placement::ByOrganisation),
    ("agreement", Placement::ByOrganisation),
    ("agreement_mission", Placement::ByOrganisation),
    ("invoice", Placement::ByOrganisation),
    ("invoice_series", Placement::ByOrganisation),
    ("payment", Placement::ByOrganisation),
    ("invoice_dispatch", Placement::ByOrganisation),
    ("ledger_accounts", Placement::ByOrganisation),
    ("formality", Placement::ByOrganisation),
    ("formality_done", Placement::ByOrganisation),
    ("planning", Placement::ByOrganisation),
    ("planning_line", Placement::ByOrganisation),
    ("contract_term", Placement::ByOrganisation),
    ("month_closing", Placement::ByOrganisation),
    ("absence", Placement::ByOrganisation),
    ("holiday_word", Placement::ByOrganisation),
    ("swap", Placement::ByOrganisation),
    ("matching_weights", Placement::ByOrganisation),
    ("signal", Placement::Reference),
    ("direct_hire", Placement::ByOrganisation),
];

/// The words of one part of this capability.
macro_rules! words_of {
    ($part:literal) => {
        Translations {
            fr: include_str!(concat!("../translations/", $part, "/fr.ftl")),
            en: include_str!(concat!("../translations/", $part, "/en.ftl")),
        }
    };
}

/// The words of this capability, part by part.
pub const TRANSLATIONS: &[Translations] = &[
    words_of!("requests"),
    words_of!("missions"),
    words_of!("rota"),
    words_of!("hours"),
    words_of!("contracts"),
    words_of!("months"),
    words_of!("presence"),
    words_of!("money"),
    words_of!("today"),
    words_of!("privacy"),
    words_of!("papers"),
    words_of!("programs"),
    words_of!("matching"),
    words_of!("signals"),
    words_of!("planning"),
];

const DESTINATIONS: &[Destination] = &[
    Destination { key: "placement-nav-today", path: "/today", needs: Needs::SignedIn, order: 10 },
    Destination {
        key: "placement-nav-requests",
        path: "/requests",
        needs: Needs::Right(access::REQUEST_READ),
        order: 20,
    },
    Destination {
        key: "placement-nav-missions",
        path: "/missions",
        needs: Needs::Right(access::MISSION_READ),
        order: 30,
    },
    Destination { key: "placement-nav-hours", path: "/hours", needs: Needs::Right(access::HOURS_READ), order: 40 },
    Destination {
        key: "placement-nav-invoices",
        path: "/invoices",
        needs: Needs::Right(access::INVOICE_READ),
        order: 50,
    },
];

/// What this capability brings to the server.
pub fn capability() -> Capability {
    Capability {
        routes: pages::routes().and(api::routes()),
        abilities: api::ABILITIES,
        notices: api::NOTICES,
        destinations: DESTINATIONS,
        migrations: &[MIGRATIONS],
        tables: &[TABLES],
        statements: store::STATEMENTS,
        translations: TRANSLATIONS,
        jobs: &[
            (night::JOB, night::job),
            (actions::signals::JOB, actions::signals::job),
            (actions::missions::planning::JOB, actions::missions::planning::job),
        ],
        search: search::FINDABLE,
        indexes: search::INDEXES,
        schedules: &[night::SCHEDULE, actions::signals::SCHEDULE],
        stale: &[pages::TAKERS, actions::missions::calendar::FEED],
        sealed: &[store::SEALED],
        who_sees: Some(who_sees::who_sees),
        references: &[store::REFERENCES],
        held: store::declared::HELD,
        passing: store::declared::PASSING,
        nobody: &[store::declared::NOBODY],
        obstacles: store::obstacles::OBSTACLES,
        own_files: Some(pages::own_files),
        ..Capability::named("placement")
    }
}
