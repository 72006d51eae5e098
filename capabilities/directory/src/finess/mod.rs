//! Import of institutions from FINESS, the French registry of care institutions (open data, positional rows).
//!
//! The file is read line by line, as published or as a spreadsheet has saved it: [`Rows`] gives each row with the
//! repairs it needed, [`preview`] says what an import would create, change or refuse, and why, with line numbers.
//! What cannot be known is left empty and said, never guessed; what could not be read never replaces what is known.

mod display;
mod facts;
mod field;
mod plan;
mod projection;
mod reason;
mod record;
mod repair;
mod rows;
#[cfg(test)]
mod tests;

pub use display::display_name;
pub use facts::Facts;
pub use field::Field;
pub use passerelle_spreadsheets::{Limits, Stopped};
pub use plan::{Change, Created, FieldChange, Plan, Progress, preview};
pub use reason::{Reason, Refused};
pub use repair::{Repair, RepairKind};
pub use rows::{Manifest, Position, Row, Rows, Site};

/// How much of a file is read: about four times the published one of 2026 (some 100,000 sites and as many places, 40 MB).
pub const LIMITS: Limits = Limits { bytes: 160 << 20, lines: 1_000_000, line_bytes: 8 << 10 };
