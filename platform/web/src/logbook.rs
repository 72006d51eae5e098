//! When the operator's work was last done, so that the association can be told: backups are made by another process.

use passerelle_kernel::Timestamp;
use passerelle_store::{Migrations, Result, Tx, params};

pub(crate) const MIGRATIONS: Migrations =
    Migrations { name: "logbook", files: &[("V1__base", include_str!("../migrations/logbook/V1__base.sql"))] };

/// The kind of a backup.
pub const BACKUP: &str = "backup";

passerelle_store::sql! {
    /// The statements about the operator's work.
    pub STATEMENTS;
    NOTE = "INSERT INTO logbook (kind, at) VALUES (?1, ?2) ON CONFLICT (kind) DO UPDATE SET at = excluded.at";
    LAST = "SELECT at FROM logbook WHERE kind = ?1";
}

/// Notes that work of this kind was done at this moment.
///
/// # Errors
/// The engine's error.
pub async fn note(tx: &mut Tx, kind: &'static str, at: Timestamp) -> Result<()> {
    tx.execute(NOTE, params![kind, at]).await.map(drop)
}

/// When work of this kind was last done.
///
/// # Errors
/// The engine's error.
pub async fn last(tx: &mut Tx, kind: &'static str) -> Result<Option<Timestamp>> {
    tx.find(LAST, params![kind], |row| row.get(0)).await
}
