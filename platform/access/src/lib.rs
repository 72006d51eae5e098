//! Who may come in and what they may do: accounts, sign-in, sessions, links, roles with dates, rules.
//!
//! Default is no. A right is a [`Rule`]: which role reaches which records. From the same table come the check
//! ([`Actor::decide`]), the scope of lists ([`Actor::scope`]) and the printed matrix in `docs/access.md`.

mod ability;
pub mod account;
mod actor;
pub mod authenticator;
pub mod ceremony;
mod declared;
pub mod email_change;
pub mod identity;
pub mod link;
pub mod membership;
pub mod passkey;
pub mod password;
pub mod recovery;
mod references;
pub mod rescue;
mod rule;
pub mod session;
pub mod token;
pub mod webhook;

pub use ability::Ability;
pub use account::Account;
pub use actor::{Actor, Decision, Facts, Scope};
pub use declared::{HELD, NOBODY, ROLES, SIGN_IN};
pub use membership::{Membership, Role};
use passerelle_store::{Migrations, Placement, Sql, Tables, seal};
pub use references::REFERENCES;
pub use rule::{Grant, Reach, Rule};

/// The organisation that a record belongs to or a role is held in. The directory knows its name and kind.
#[derive(Debug)]
pub enum Organisation {}

/// A team of an institution.
#[derive(Debug)]
pub enum Team {}

/// The tables of this crate.
pub const MIGRATIONS: Migrations = Migrations {
    name: "access",
    files: &[
        ("V1__base", include_str!("../migrations/V1__base.sql")),
        ("V2__signin", include_str!("../migrations/V2__signin.sql")),
        ("V3__institutions", include_str!("../migrations/V3__institutions.sql")),
        ("V4__rescue", include_str!("../migrations/V4__rescue.sql")),
        ("V5__email", include_str!("../migrations/V5__email.sql")),
        ("V6__several_associations", include_str!("../migrations/V6__several_associations.sql")),
        ("V7__aside", include_str!("../migrations/V7__aside.sql")),
        ("V8__tokens", include_str!("../migrations/V8__tokens.sql")),
        ("V9__webhooks", include_str!("../migrations/V9__webhooks.sql")),
        ("V10__former_places", include_str!("../migrations/V10__former_places.sql")),
    ],
};

/// Where the rows of these tables are kept. A person may hold roles in several organisations.
pub const TABLES: Tables = &[
    ("account", Placement::Reference),
    ("membership", Placement::ByOrganisation),
    ("session", Placement::Central),
    ("link", Placement::Central),
    ("authenticator", Placement::Central),
    ("recovery_code", Placement::Central),
    ("passkey", Placement::Central),
    ("ceremony", Placement::Central),
    ("identity_provider", Placement::ByOrganisation),
    ("identity_domain", Placement::Reference),
    ("identity", Placement::ByOrganisation),
    ("rescue", Placement::ByOrganisation),
    ("email_change", Placement::Central),
    ("token", Placement::Central),
    ("former_place", Placement::Reference),
    ("webhook", Placement::Central),
    ("webhook_delivery", Placement::Central),
    ("webhook_reach", Placement::Central),
];

/// The tables that decide who somebody is and what they may see: what is read there must not be old.
pub const DECIDING: &[&str] = &[
    "membership",
    "session",
    "link",
    "authenticator",
    "recovery_code",
    "passkey",
    "ceremony",
    "identity_provider",
    "identity_domain",
    "identity",
    "rescue",
    "token",
    "webhook",
];

/// Every statement of this crate, for the test that prepares them.
pub const STATEMENTS: &[&[&Sql]] = &[
    account::STATEMENTS,
    account::merging::STATEMENTS,
    membership::STATEMENTS,
    session::STATEMENTS,
    link::STATEMENTS,
    authenticator::STATEMENTS,
    recovery::STATEMENTS,
    ceremony::STATEMENTS,
    passkey::STATEMENTS,
    identity::STATEMENTS,
    rescue::STATEMENTS,
    email_change::STATEMENTS,
    token::STATEMENTS,
    webhook::STATEMENTS[0],
    webhook::STATEMENTS[1],
    webhook::STATEMENTS[2],
];

/// The sealed fields of this crate.
pub const SEALED: &[&[&seal::Sealed]] =
    &[authenticator::SEALED, identity::SEALED, rescue::SEALED, email_change::SEALED, webhook::SEALED];

/// The SHA-256 of a secret, in hexadecimal: what is kept of it.
fn hash(secret: &str) -> String {
    use sha2::Digest as _;
    use std::fmt::Write as _;
    let mut text = String::with_capacity(64);
    for byte in sha2::Sha256::digest(secret.as_bytes()) {
        let _ = write!(text, "{byte:02x}");
    }
    text
}
