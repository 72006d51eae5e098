//! Where things are kept: one thin [`Db`] over SQLite and PostgreSQL, with one SQL text for both.
//!
//! A write is one transaction ([`Tx`]); dropping it rolls back. Events and jobs are written in the same
//! transaction as the change they tell of. Statements are constants made by [`sql!`], so that a test can
//! prepare each of them on both engines. What differs between the engines lives in `dialect.rs`.

mod cell;
mod change;
mod db;
mod declared;
mod dialect;
mod error;
mod event;
pub mod held;
pub mod job;
mod listen;
pub mod look;
mod migrate;
pub mod once;
mod options;
mod param;
mod postgres;
pub mod reference;
mod replica;
pub mod schedule;
pub mod seal;
pub mod search;
mod slow;
mod sql;
mod sqlite;
pub mod trail;
pub mod tries;
mod tx;
pub mod whole;
mod wire;

pub use cell::{Cell, Read, Row};
pub use change::Change;
pub use db::Db;
pub use declared::{HELD, NOBODY, PASSING, TRAIL};
pub use error::{Error, Result};
pub use event::{About, EVENT_STATEMENTS, Event, OF_THE_HOUSE, OWN, PastEvent, history, last_event};
pub use migrate::{Migrations, Placement, Tables};
pub use options::{Follow, Options};
pub use param::Param;
pub use replica::ReadFrom;
pub use slow::tell_slower_than;
pub use sql::Sql;
pub use tx::Tx;

/// The tables of this crate.
pub const MIGRATIONS: Migrations = Migrations {
    name: "store",
    files: &[
        ("V1__base", include_str!("../migrations/V1__base.sql")),
        ("V2__seal", include_str!("../migrations/V2__seal.sql")),
        ("V4__nodes", include_str!("../migrations/V4__nodes.sql")),
        ("V5__event_of_org", include_str!("../migrations/V5__event_of_org.sql")),
        ("V6__trail", include_str!("../migrations/V6__trail.sql")),
        ("V9__search", include_str!("../migrations/V9__search.sql")),
        ("V10__once", include_str!("../migrations/V10__once.sql")),
        ("V11__event_pages", include_str!("../migrations/V11__event_pages.sql")),
        ("V12__clear", include_str!("../migrations/V12__clear.sql")),
    ],
};

/// Where the rows of these tables are kept.
pub const TABLES: Tables = &[
    ("event", Placement::ByOrganisation),
    ("event_link", Placement::Central),
    ("event_head", Placement::Central),
    ("event_waiting", Placement::Central),
    ("job", Placement::Central),
    ("once", Placement::Central),
    ("schedule", Placement::Central),
    ("tries", Placement::Central),
    ("data_key", Placement::Reference),
    ("search_entry", Placement::ByOrganisation),
    ("search_name", Placement::Reference),
];

crate::refers! {
    /// The columns of this crate that name somebody or an organisation.
    pub REFERENCES;
    event.actor_id to Person stays "what happened is never changed afterwards";
    event.person_id to Person stays "what happened is never changed afterwards";
    event.org_id to Organisation stays "what happened is never changed afterwards";
    event.actor_org_id to Organisation stays "what happened is never changed afterwards";
    search_entry.org_id to Organisation stays "the index follows the records";
    data_key.owner_id to Organisation holds "what is sealed opens with its key only";
}

/// The sealed fields of this crate.
pub const SEALED: &[&seal::Sealed] = job::SEALED;

/// Every statement of this crate, for the test that prepares them.
pub const STATEMENTS: &[&[&Sql]] = &[
    event::EVENT_STATEMENTS,
    trail::STATEMENTS[0],
    trail::STATEMENTS[1],
    trail::STATEMENTS[2],
    look::STATEMENTS,
    job::STATEMENTS,
    once::STATEMENTS,
    schedule::STATEMENTS,
    tries::STATEMENTS,
    seal::STATEMENTS,
    search::STATEMENTS,
];
