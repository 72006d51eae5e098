//! What Today asks for those who keep the house of an association: its months, its people, its imports.

use passerelle_kernel::{Date, Id, Timestamp};
use passerelle_store::{Param, Result, Sql, Tx, params};

use crate::{
    outside::{Organisation, Person},
    period::Month,
};

passerelle_store::sql! {
    /// The statements of Today for the treasurer and the administrator.
    pub(crate) STATEMENTS;
    MONTHS = "SELECT substr(worked_on, 1, 7),
            count(DISTINCT CASE WHEN state = 'recorded' THEN mission_id END),
            count(DISTINCT CASE WHEN state = 'confirmed' THEN mission_id END),
            count(DISTINCT CASE WHEN state = 'returned' THEN mission_id END)
        FROM hours_entry WHERE org_id = ?1 AND state <> 'approved' AND worked_on < ?2
        GROUP BY substr(worked_on, 1, 7) ORDER BY substr(worked_on, 1, 7) LIMIT 24";
    NEVER_CAME = "SELECT DISTINCT a.id, a.name, a.created_at FROM membership r JOIN account a ON a.id = r.account_id
        WHERE r.org_id = ?1 AND (r.until_on IS NULL OR r.until_on >= ?2) AND a.closed_at IS NULL AND COALESCE(a.email, a.joining_email) IS NOT NULL
        AND a.password_hash IS NULL AND NOT EXISTS (SELECT 1 FROM session s WHERE s.account_id = a.id)
        ORDER BY a.created_at, a.id LIMIT 50";
    WITHOUT_ROLE = "SELECT a.id, a.name, a.created_at FROM person p JOIN account a ON a.id = p.id
        WHERE p.org_id = ?1 AND a.closed_at IS NULL AND NOT EXISTS (SELECT 1 FROM membership r
            WHERE r.account_id = p.id AND r.by_org_id = ?1 AND (r.until_on IS NULL OR r.until_on >= ?2))
        AND (NOT EXISTS (SELECT 1 FROM membership r WHERE r.account_id = p.id AND r.by_org_id = ?1)
            OR EXISTS (SELECT 1 FROM membership r WHERE r.account_id = p.id AND r.by_org_id = ?1 AND r.until_on >= ?3))
        ORDER BY a.created_at, a.id LIMIT 50";
    LAST_IMPORT = "SELECT id, state, made_at FROM import WHERE org_id = ?1 ORDER BY id DESC LIMIT 1";
}

/// A month that is over and not all approved: how many missions wait for whom.
pub(crate) struct OpenMonth {
    pub month: Month,
    pub with_teams: i64,
    pub with_coordinator: i64,
    pub with_peers: i64,
}

/// The months before `first` of which hours are not approved, the oldest first.
///
/// # Errors
/// The engine's error.
pub(crate) async fn open_months(tx: &mut Tx, org: Id<Organisation>, first: Date) -> Result<Vec<OpenMonth>> {
    tx.query(MONTHS, params![org, first], |row| {
        let (month, with_teams, with_coordinator) = (row.code(0, Month::parse)?, row.get(1)?, row.get(2)?);
        Ok(OpenMonth { month, with_teams, with_coordinator, with_peers: row.get(3)? })
    })
    .await
}

/// Somebody of the association, since they were entered.
pub(crate) struct Entered {
    pub id: Id<Person>,
    pub name: String,
    pub since: Timestamp,
}

/// People who hold a role and have never come in, the longest first (50 at the most).
///
/// # Errors
/// The engine's error.
pub(crate) async fn never_came(tx: &mut Tx, org: Id<Organisation>, today: Date) -> Result<Vec<Entered>> {
    entered(tx, NEVER_CAME, params![org, today]).await
}

/// People whose record the association keeps and who hold no role by its word: they never did, or the last one ended after `since`
/// (50 at the most).
///
/// # Errors
/// The engine's error.
pub(crate) async fn without_role(tx: &mut Tx, org: Id<Organisation>, today: Date, since: Date) -> Result<Vec<Entered>> {
    entered(tx, WITHOUT_ROLE, params![org, today, since]).await
}

async fn entered(tx: &mut Tx, sql: &'static Sql, values: &[Param]) -> Result<Vec<Entered>> {
    tx.query(sql, values, |row| Ok(Entered { id: row.get(0)?, name: row.get(1)?, since: row.get(2)? })).await
}

/// The last import of an association: its id, how far it is, since when.
///
/// # Errors
/// The engine's error.
pub(crate) async fn last_import(tx: &mut Tx, org: Id<Organisation>) -> Result<Option<(String, String, Timestamp)>> {
    tx.find(LAST_IMPORT, params![org], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).await
}
