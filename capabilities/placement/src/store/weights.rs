//! How much each preference counts for an association.

use passerelle_kernel::Id;
use passerelle_store::{Result, Tx, params};

use crate::{matching::Weights, outside::Organisation};

passerelle_store::sql! {
    pub(crate) STATEMENTS;
    OF_ORG = "SELECT weights, version FROM matching_weights WHERE org_id = ?1";
    KEEP = "INSERT INTO matching_weights (org_id, weights, version, changed_at) VALUES (?1, ?2, 1, ?4)
        ON CONFLICT (org_id) DO UPDATE SET weights = excluded.weights, version = matching_weights.version + 1,
            changed_at = excluded.changed_at
        WHERE matching_weights.version = ?3";
}

/// What an association has chosen, and how often it has; the usual weights at first.
pub(crate) async fn of_org(tx: &mut Tx, org: Id<Organisation>) -> Result<(Weights, i64)> {
    let found = tx.find(OF_ORG, params![org], |row| Ok((Weights::read(&row.get::<String>(0)?), row.get(1)?))).await?;
    Ok(found.unwrap_or_default())
}

/// Keeps what an association chooses; false when it was changed since `version`.
pub(crate) async fn keep(tx: &mut Tx, org: Id<Organisation>, weights: &Weights, version: i64) -> Result<bool> {
    let now = tx.now();
    Ok(tx.execute(KEEP, params![org, weights.written(), version, now]).await? == 1)
}
