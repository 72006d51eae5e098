//! The hours of contracts in the database, and what is set against them. Rows are added, never changed.

use passerelle_access::Account;
use passerelle_kernel::{Date, Id, Minutes, Timestamp};
use passerelle_store::{Result, Row, Tx, params};

use crate::{
    contract::{Contract, Term},
    outside::{Organisation, Person},
    overtime::Work,
    period::Days,
    store::{candidates, slots},
};

/// The most peers of one page of the list.
pub(crate) const PAGE: usize = 50;

passerelle_store::sql! {
    pub(crate) STATEMENTS;
    OF_PEER = "SELECT from_on, week FROM contract_term WHERE org_id = ?1 AND peer_id = ?2 ORDER BY from_on, set_at, id";
    HISTORY = "SELECT c.from_on, c.week, c.set_at, COALESCE(a.name, '') FROM contract_term c
        LEFT JOIN account a ON a.id = c.set_by WHERE c.org_id = ?1 AND c.peer_id = ?2
        ORDER BY c.from_on DESC, c.set_at DESC, c.id DESC LIMIT 200";
    PEERS = "SELECT a.id, a.name, (SELECT c.week FROM contract_term c
            WHERE c.org_id = ?1 AND c.peer_id = a.id AND c.from_on <= ?2
            ORDER BY c.from_on DESC, c.set_at DESC, c.id DESC LIMIT 1)
        FROM account a WHERE a.id IN (SELECT s.account_id FROM membership s WHERE s.org_id = ?1 AND s.role = 'peer'
            AND s.from_on <= ?2 AND (s.until_on IS NULL OR s.until_on >= ?2))
        AND (a.name > ?3 OR (a.name = ?3 AND a.id > ?4)) ORDER BY a.name, a.id LIMIT 51";
    IS_PEER = "SELECT 1 FROM membership WHERE org_id = ?1 AND account_id = ?2 AND role = 'peer' LIMIT 1";
    SET = "INSERT INTO contract_term (id, org_id, peer_id, from_on, week, set_at, set_by)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    RECORDED = "SELECT h.mission_id, coalesce(o.worked_on, h.worked_on), CAST(sum(h.minutes) AS BIGINT) FROM hours_entry h
        LEFT JOIN hours_entry o ON o.id = h.correction_of
        WHERE h.peer_id = ?1 AND h.org_id = ?2
        AND coalesce(o.worked_on, h.worked_on) >= ?3 AND coalesce(o.worked_on, h.worked_on) <= ?4
        GROUP BY h.mission_id, coalesce(o.worked_on, h.worked_on) LIMIT 1000";
}

/// A term with who set it, and when.
#[derive(Clone, Debug)]
pub(crate) struct Said {
    /// The term.
    pub(crate) term: Term,
    /// When it was set.
    pub(crate) at: Timestamp,
    /// Who set it.
    pub(crate) by: String,
}

/// What an association has agreed with a peer over time.
pub(crate) async fn of_peer(tx: &mut Tx, org: Id<Organisation>, peer: Id<Person>) -> Result<Contract> {
    Ok(Contract::of(tx.query(OF_PEER, params![org, peer], |row| term(row, 0)).await?))
}

/// A term from two columns.
pub(in crate::store) fn term(row: &Row<'_>, first: usize) -> Result<Term> {
    Ok(Term { from: row.get(first)?, week: row.get(first + 1)? })
}

/// The same with who set each term, the latest first.
pub(crate) async fn history(tx: &mut Tx, org: Id<Organisation>, peer: Id<Person>) -> Result<Vec<Said>> {
    let read = |row: &Row<'_>| Ok(Said { term: term(row, 0)?, at: row.get(2)?, by: row.get(3)? });
    tx.query(HISTORY, params![org, peer], read).await
}

/// A peer of an association with the hours a week of today's contract.
pub(crate) type Listed = (Id<Person>, String, Option<Minutes>);

/// The peers of an association after (name, id), by name: one more than [`PAGE`].
pub(crate) async fn peers(
    tx: &mut Tx,
    org: Id<Organisation>,
    today: Date,
    (name, id): (&str, &str),
) -> Result<Vec<Listed>> {
    let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get::<Option<Minutes>>(2)?));
    tx.query(PEERS, params![org, today, name, id], read).await
}

/// Whether somebody is or was a peer of an association.
pub(crate) async fn is_peer(tx: &mut Tx, org: Id<Organisation>, peer: Id<Person>) -> Result<bool> {
    Ok(tx.find(IS_PEER, params![org, peer], |row| row.get::<i64>(0)).await?.is_some())
}

/// Sets a term.
pub(crate) async fn set(
    tx: &mut Tx,
    org: Id<Organisation>,
    peer: Id<Person>,
    term: Term,
    by: Id<Account>,
) -> Result<()> {
    let (id, now): (Id<Term>, _) = (tx.new_id(), tx.now());
    tx.execute(SET, params![id, org, peer, term.from, term.week, now, by]).await.map(drop)
}

/// The work of a peer for one association, with what is recorded on these days.
pub(crate) async fn work(tx: &mut Tx, org: Id<Organisation>, peer: Id<Person>, days: Days) -> Result<Work> {
    let values = params![peer, org, days.first(), days.last()];
    let recorded = tx.query(RECORDED, values, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).await?;
    let mut engaged = candidates::hours_of(tx, peer).await?.engaged;
    engaged.retain(|one| one.org == org);
    let mut tables = slots::of_peer(tx, peer).await?;
    tables.retain(|table| engaged.iter().any(|one| one.mission == table.mission));
    Ok(Work { recorded, engaged, tables })
}
