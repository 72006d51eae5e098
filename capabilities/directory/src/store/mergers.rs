//! Records that may be about one person, and the mergers that were made.

use passerelle_access::Account;
use passerelle_kernel::{Id, comparable};
use passerelle_store::{Error, Result, Row, Tx, params};

use super::inside;
use crate::{Merger, OrganisationId, PersonId};

/// How many records a page shows.
const MOST: i64 = 50;

passerelle_store::sql! {
    /// The statements about mergers.
    pub STATEMENTS;
    INSERT = "INSERT INTO merger (id, org_id, gone_id, kept_id, carried, merged_at, merged_by)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    OF_KEPT = "SELECT id, org_id, gone_id, kept_id, carried, merged_at, merged_by,
            (SELECT name FROM account WHERE account.id = merger.gone_id)
        FROM merger WHERE org_id = ?1 AND kept_id = ?2 AND undone_at IS NULL ORDER BY id DESC LIMIT 50";
    UNDONE = "UPDATE merger SET undone_at = ?2, undone_by = ?3 WHERE id = ?1 AND undone_at IS NULL";
    SAME_NAME = "SELECT p.id, a.name, COALESCE(a.email, a.joining_email), p.town FROM person mine
        JOIN person p ON p.org_id = mine.org_id AND p.name_key = mine.name_key AND p.id <> mine.id
        JOIN account a ON a.id = p.id
        WHERE mine.org_id = ?1 AND mine.id = ?2 AND a.closed_at IS NULL ORDER BY p.id LIMIT ?3";
    NAMED = "SELECT p.id, a.name, COALESCE(a.email, a.joining_email), p.town FROM person p JOIN account a ON a.id = p.id
        WHERE p.org_id = ?1 AND p.id <> ?2 AND p.name_key LIKE ?3 AND a.closed_at IS NULL
        ORDER BY p.name_key, p.id LIMIT ?4";
    PAIRS = "SELECT p.id, a.name, COALESCE(a.email, a.joining_email), p.town FROM person p JOIN account a ON a.id = p.id
        WHERE p.org_id = ?1 AND a.closed_at IS NULL AND EXISTS (SELECT 1 FROM person other
            JOIN account o ON o.id = other.id WHERE other.org_id = p.org_id AND other.name_key = p.name_key
            AND other.id <> p.id AND o.closed_at IS NULL)
        ORDER BY p.name_key, p.id LIMIT ?2";
}

/// A record that may be about the same person as another one.
#[derive(Clone, Debug)]
pub(crate) struct Double {
    pub id: PersonId,
    pub name: String,
    pub email: Option<String>,
    pub town: Option<String>,
}

fn double(row: &Row<'_>) -> Result<Double> {
    Ok(Double { id: row.get(0)?, name: row.get(1)?, email: row.get(2)?, town: row.get(3)? })
}

/// The other records of the association under the name of this one, or under names that hold these words (50 at the most).
pub(crate) async fn doubles(tx: &mut Tx, org: OrganisationId, of: PersonId, words: &str) -> Result<Vec<Double>> {
    match comparable(words) {
        key if key.is_empty() => tx.query(SAME_NAME, params![org, of, MOST], double).await,
        key => tx.query(NAMED, params![org, of, inside(&key), MOST], double).await,
    }
}

/// The records of the association whose name another one has too (50 at the most).
pub(crate) async fn pairs(tx: &mut Tx, org: OrganisationId) -> Result<Vec<Double>> {
    tx.query(PAIRS, params![org, MOST], double).await
}

pub(crate) async fn insert(tx: &mut Tx, merger: &Merger) -> Result<()> {
    let carried = serde_json::to_string(&merger.carried).map_err(|error| Error::Connection(error.to_string()))?;
    let values = params![merger.id, merger.org, merger.gone, merger.kept, carried, merger.at, merger.by];
    tx.execute(INSERT, values).await.map(drop)
}

/// The mergers into this record that hold, the last first, each with the name of the record that stepped back.
pub(crate) async fn of_kept(tx: &mut Tx, org: OrganisationId, kept: PersonId) -> Result<Vec<(Merger, String)>> {
    tx.query(OF_KEPT, params![org, kept], |row| {
        let text: String = row.get(4)?;
        let carried = serde_json::from_str(&text).map_err(|_| Error::Column { column: 4, problem: "not rows" })?;
        let merger = Merger {
            id: row.get(0)?,
            org: row.get(1)?,
            gone: row.get(2)?,
            kept: row.get(3)?,
            carried,
            at: row.get(5)?,
            by: row.get(6)?,
        };
        Ok((merger, row.get(7)?))
    })
    .await
}

/// Writes that a merger was undone; false when it was before.
pub(crate) async fn undone(tx: &mut Tx, id: Id<Merger>, by: Id<Account>) -> Result<bool> {
    let now = tx.now();
    Ok(tx.execute(UNDONE, params![id, now, by]).await? == 1)
}
