//! Following the trail: what was linked after a certain link, for whoever tells others of it.
//!
//! An event is written with its change, and its link has the next number without a gap: who has looked at everything up to
//! a number has missed nothing, whatever node wrote it and whenever it was committed.

use passerelle_kernel::Timestamp;

use crate::{Result, Tx, params};

crate::sql! {
    /// The statements about following the trail.
    pub(crate) STATEMENTS;
    LAST = "SELECT number FROM event_head WHERE id = 1";
    AFTER = "SELECT l.number, e.id, e.org_id, e.kind, e.subject_id, e.at FROM event_link l JOIN event e ON e.id = l.event_id
        WHERE l.number > ?2 AND e.kind IN (SELECT one.value FROM json_each(?1) one) ORDER BY l.number LIMIT ?3";
}

/// An event with the number of its link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linked {
    /// The number of the link.
    pub number: i64,
    /// The event.
    pub id: String,
    /// The organisation whose record it is, or [`crate::OF_THE_HOUSE`].
    pub org: String,
    /// What happened.
    pub kind: String,
    /// The record.
    pub subject: String,
    /// When.
    pub at: Timestamp,
}

/// The number of the last link.
///
/// # Errors
/// The engine's error.
pub async fn last(tx: &mut Tx) -> Result<i64> {
    tx.one(LAST, &[], |row| row.get(0)).await
}

/// The first events of these kinds after a link, in the order of their links.
///
/// # Errors
/// The engine's error.
pub async fn after(tx: &mut Tx, number: i64, kinds: &[&str], most: i64) -> Result<Vec<Linked>> {
    let kinds = serde_json::to_string(kinds).unwrap_or_default();
    tx.query(AFTER, params![kinds, number, most], |row| {
        Ok(Linked {
            number: row.get(0)?,
            id: row.get(1)?,
            org: row.get(2)?,
            kind: row.get(3)?,
            subject: row.get(4)?,
            at: row.get(5)?,
        })
    })
    .await
}
