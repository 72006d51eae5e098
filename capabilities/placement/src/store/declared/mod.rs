//! What the tables of this capability hold about people, and for how long. Children come before what they refer to.

mod hours;
mod missions;
mod money;
mod requests;

use passerelle_store::held::{Basis, Held, Nobody, Passing, Purpose};

/// To answer a team that asks for a peer.
const REQUESTS: &Purpose = &Purpose { key: "placement-purpose-requests", basis: Basis::Interest };
/// To know how a peer wants to work.
const WISHES: &Purpose = &Purpose { key: "placement-purpose-wishes", basis: Basis::Consent };
/// To propose a mission and to carry it out.
const MISSIONS: &Purpose = &Purpose { key: "placement-purpose-missions", basis: Basis::Contract };
/// To count the hours that were worked.
const HOURS: &Purpose = &Purpose { key: "placement-purpose-hours", basis: Basis::Contract };
/// To know how many hours were agreed.
const CONTRACT: &Purpose = &Purpose { key: "placement-purpose-contract", basis: Basis::Contract };
/// To answer a request that is outside the charter.
const BEYOND: &Purpose = &Purpose { key: "placement-purpose-beyond", basis: Basis::Contract };
/// To be paid for the work, and to keep accounts.
const MONEY: &Purpose = &Purpose { key: "placement-purpose-money", basis: Basis::Law };

/// The rows that are about people.
pub(crate) const HELD: &[&[&Held]] = &[requests::HELD, missions::HELD, hours::HELD, money::HELD];

/// The rows that pass.
pub(crate) const PASSING: &[&[&Passing]] = &[requests::PASSING, missions::PASSING];

/// The tables that hold nothing about anybody.
pub(crate) const NOBODY: Nobody = &[
    ("agreement", "Agreements between an association and an institution"),
    ("invoice_series", "The last number that an association has given"),
    ("formality", "What an association has done before the first day of each mission"),
    ("ledger_accounts", "The accounts in which an association keeps its books"),
];
