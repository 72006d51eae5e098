//! Descriptions of associations with their history, and who is described to the public.

use passerelle_access::Account;
use passerelle_kernel::Id;
use passerelle_store::{Result, Tx, params};

use crate::{
    OrganisationId,
    description::{Change, Description, Part, Readers, Written},
};

passerelle_store::sql! {
    /// The statements about descriptions.
    pub STATEMENTS;
    PARTS = "SELECT part, text, readers FROM description WHERE org_id = ?1";
    SAVE = "INSERT INTO description (org_id, part, text, readers) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (org_id, part) DO UPDATE SET text = excluded.text, readers = excluded.readers";
    CHANGED = "INSERT INTO description_change (id, org_id, part, at, by_id, text_before, text_after, readers_before,
        readers_after) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
    COUNT = "SELECT count(*) FROM description_change WHERE org_id = ?1";
    HISTORY = "SELECT c.part, c.at, a.name, c.text_before, c.text_after, c.readers_before, c.readers_after, c.id
        FROM description_change c LEFT JOIN account a ON a.id = c.by_id
        WHERE c.org_id = ?1 AND c.id < ?2 ORDER BY c.id DESC LIMIT ?3";
}

/// How many changes the history shows at once.
pub(crate) const CHANGES: usize = 50;

/// The description of an association, without what stands in its entry.
pub(crate) async fn find(tx: &mut Tx, org: OrganisationId) -> Result<Description> {
    let parts = tx
        .query(PARTS, params![org], |row| {
            let written = Written { text: row.get(1)?, readers: row.code(2, Readers::parse)? };
            Ok((row.code(0, Part::parse)?, written))
        })
        .await?;
    Ok(Description(parts.into_iter().collect()))
}

/// How often the description was changed: the version that a form sends back.
pub(crate) async fn version(tx: &mut Tx, org: OrganisationId) -> Result<i64> {
    tx.one(COUNT, params![org], |row| row.get(0)).await
}

/// Writes a part, with what stood there before.
pub(crate) async fn save(
    tx: &mut Tx,
    org: OrganisationId,
    part: Part,
    by: Option<Id<Account>>,
    before: &Written,
    after: &Written,
) -> Result<()> {
    let (id, now): (Id<Change>, _) = (tx.new_id(), tx.now());
    let code = part.as_str();
    tx.execute(SAVE, params![org, code, &after.text, after.readers.as_str()]).await?;
    let (was, is) = (before.readers.as_str(), after.readers.as_str());
    tx.execute(CHANGED, params![id, org, code, now, by, &before.text, &after.text, was, is]).await.map(drop)
}

/// The changes before the one with this id (all, when it is empty), the last first, and one more if there are others.
pub(crate) async fn history(tx: &mut Tx, org: OrganisationId, before: &str) -> Result<Vec<(String, Change)>> {
    // No id begins with a z, in whatever order an engine puts letters and signs.
    let before = if before.is_empty() { "zz" } else { before };
    let limit = i64::try_from(CHANGES + 1).unwrap_or(i64::MAX);
    tx.query(HISTORY, params![org, before, limit], |row| {
        let change = Change {
            part: row.code(0, Part::parse)?,
            at: row.get(1)?,
            by: row.get(2)?,
            text: (row.get(3)?, row.get(4)?),
            readers: (row.code(5, Readers::parse)?, row.code(6, Readers::parse)?),
        };
        Ok((row.get(7)?, change))
    })
    .await
}
