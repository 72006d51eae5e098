//! When somebody last said that an entry is right, and whom to ask once it is old.

use std::collections::HashMap;

use passerelle_access::{Account, Role};
use passerelle_kernel::{Date, Id, Timestamp};
use passerelle_store::{Result, Tx, params};

use crate::{OrganisationId, TeamId, entry::EntryKind};

passerelle_store::sql! {
    /// The statements about the age of entries.
    pub STATEMENTS;
    CONFIRM = "INSERT INTO entry_age (org_id, kind, entry_id, confirmed_at, confirmed_by, asked_at)
        VALUES (?1, ?2, ?3, ?4, ?5, NULL) ON CONFLICT (kind, entry_id) DO UPDATE SET
        confirmed_at = excluded.confirmed_at, confirmed_by = excluded.confirmed_by, asked_at = NULL";
    OF_ORG = "SELECT kind, entry_id, confirmed_at FROM entry_age WHERE org_id = ?1";
    FIND = "SELECT confirmed_at, confirmed_by FROM entry_age WHERE kind = ?1 AND entry_id = ?2";
    ASKED = "UPDATE entry_age SET asked_at = ?3 WHERE kind = ?1 AND entry_id = ?2";
    TO_ASK = "SELECT kind, entry_id FROM entry_age WHERE confirmed_at <= ?1 AND (asked_at IS NULL OR asked_at <= ?2)
        ORDER BY confirmed_at, kind, entry_id LIMIT 200";
    FORGET = "DELETE FROM entry_age WHERE kind = ?1 AND entry_id = ?2";
    OWNERS = "SELECT a.id, COALESCE(a.email, a.joining_email), a.name, a.language, m.role, m.team_id
        FROM membership m JOIN account a ON a.id = m.account_id
        WHERE m.org_id = ?1 AND m.from_on <= ?2 AND (m.until_on IS NULL OR m.until_on >= ?2)
        AND m.role IN ('admin', 'coordinator', 'head', 'referent') AND a.closed_at IS NULL
        AND COALESCE(a.email, a.joining_email) IS NOT NULL
        ORDER BY m.from_on, m.id LIMIT 200";
}

/// What is known of the age of an entry.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Confirmed {
    pub at: Timestamp,
    pub by: Option<Id<Account>>,
}

/// Somebody who may say that an entry is right, and can be written to.
#[derive(Clone, Debug)]
pub(crate) struct Owner {
    pub id: Id<Account>,
    pub email: String,
    pub name: String,
    pub language: passerelle_kernel::Language,
    pub role: Role,
    pub team: Option<TeamId>,
}

/// Notes that an entry is right now.
pub(crate) async fn confirm(
    tx: &mut Tx,
    org: OrganisationId,
    kind: EntryKind,
    entry: &str,
    by: Option<Id<Account>>,
) -> Result<()> {
    let now = tx.now();
    tx.execute(CONFIRM, params![org, kind.as_str(), entry, now, by]).await.map(drop)
}

/// How many entries are looked at in one go.
pub(crate) const AT_ONCE: usize = 200;

/// The entries last confirmed before `old` whose owner was not asked since `asked`, the oldest first.
pub(crate) async fn to_ask(tx: &mut Tx, old: Timestamp, asked: Timestamp) -> Result<Vec<(EntryKind, String)>> {
    tx.query(TO_ASK, params![old, asked], |row| Ok((row.code(0, EntryKind::parse)?, row.get(1)?))).await
}

/// When each entry of an organisation was last confirmed.
pub(crate) async fn of_org(tx: &mut Tx, org: OrganisationId) -> Result<HashMap<(EntryKind, String), Timestamp>> {
    let known =
        tx.query(OF_ORG, params![org], |row| Ok(((row.code(0, EntryKind::parse)?, row.get(1)?), row.get(2)?))).await?;
    Ok(known.into_iter().collect())
}

pub(crate) async fn find(tx: &mut Tx, kind: EntryKind, entry: &str) -> Result<Option<Confirmed>> {
    tx.find(FIND, params![kind.as_str(), entry], |row| Ok(Confirmed { at: row.get(0)?, by: row.get(1)? })).await
}

/// Notes that the owner was asked.
pub(crate) async fn asked(tx: &mut Tx, kind: EntryKind, entry: &str) -> Result<()> {
    let now = tx.now();
    tx.execute(ASKED, params![kind.as_str(), entry, now]).await.map(drop)
}

/// An entry that is no more has no age.
pub(crate) async fn forget(tx: &mut Tx, kind: EntryKind, entry: &str) -> Result<()> {
    tx.execute(FORGET, params![kind.as_str(), entry]).await.map(drop)
}

/// Who may be asked about the entries of an organisation, the longest there first.
pub(crate) async fn owners(tx: &mut Tx, org: OrganisationId, on: Date) -> Result<Vec<Owner>> {
    tx.query(OWNERS, params![org, on], |row| {
        let (id, email, name, language) = (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
        Ok(Owner { id, email, name, language, role: row.code(4, Role::parse)?, team: row.get(5)? })
    })
    .await
}
