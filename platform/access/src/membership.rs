//! Memberships: a role in an organisation, or in one team of it, for a time.

use std::collections::BTreeSet;

use passerelle_kernel::{Date, Id, Timestamp};
use passerelle_store::{Result, Row, Tx, params};

use crate::{Account, Facts, Organisation, Team};

/// What a person does in an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// Runs the association's place here: people, roles, settings.
    Admin,
    /// Answers requests, proposes missions, approves hours.
    Coordinator,
    /// Sends invoices and records payments.
    Treasurer,
    /// Works as a peer, employed by the association.
    Peer,
    /// Heads an institution.
    Head,
    /// Welcomes the peer in a team and confirms the hours.
    Referent,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 6] =
        [Self::Admin, Self::Coordinator, Self::Treasurer, Self::Peer, Self::Head, Self::Referent];

    /// The stable code.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Admin => "admin",
            Self::Coordinator => "coordinator",
            Self::Treasurer => "treasurer",
            Self::Peer => "peer",
            Self::Head => "head",
            Self::Referent => "referent",
        }
    }

    /// The role of a code.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == code)
    }

    /// Whether who holds the role sees so much of other people that one proof is not enough to come in.
    pub const fn wants_second_factor(self) -> bool {
        matches!(self, Self::Admin | Self::Coordinator)
    }

    /// Whether the role is held in an association (else in an institution or its team).
    pub const fn is_of_association(self) -> bool {
        matches!(self, Self::Admin | Self::Coordinator | Self::Treasurer | Self::Peer)
    }
}

/// A role that a person holds in an organisation for a time.
#[derive(Clone, Debug)]
pub struct Membership {
    /// Its id.
    pub id: Id<Membership>,
    /// The person.
    pub account: Id<Account>,
    /// The organisation.
    pub org: Id<Organisation>,
    /// The team, for a role in one team.
    pub team: Option<Id<Team>>,
    /// The role.
    pub role: Role,
    /// The name of the organisation or team, for the top of the page.
    pub place: String,
    /// The first day.
    pub from_on: Date,
    /// The last day, if it is known.
    pub until_on: Option<Date>,
}

passerelle_store::sql! {
    /// The statements about memberships.
    pub STATEMENTS;
    INSERT = "INSERT INTO membership (id, account_id, org_id, team_id, role, place_name, from_on, until_on, by_org_id)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
    END = "UPDATE membership SET until_on = ?2 WHERE id = ?1";
    END_ALL = "UPDATE membership SET until_on = ?2 WHERE account_id = ?1 AND (until_on IS NULL OR until_on > ?2)";
    LEFT_ON = "SELECT max(until_on) FROM membership WHERE account_id = ?1 AND NOT EXISTS (SELECT 1 FROM membership m
        WHERE m.account_id = ?1 AND (m.until_on IS NULL OR m.until_on >= ?2))";
    BY_ID = "SELECT id, account_id, org_id, team_id, role, place_name, from_on, until_on FROM membership WHERE id = ?1
        AND aside_at IS NULL";
    OF_ACCOUNT = "SELECT id, account_id, org_id, team_id, role, place_name, from_on, until_on FROM membership
        WHERE account_id = ?1 AND from_on <= ?2 AND (until_on IS NULL OR until_on >= ?2) AND aside_at IS NULL
        ORDER BY from_on, id";
    OF_ORG = "SELECT m.id, m.account_id, m.org_id, m.team_id, m.role, m.place_name, m.from_on, m.until_on
        FROM membership m JOIN account a ON a.id = m.account_id
        WHERE m.org_id = ?1 AND m.from_on <= ?2 AND (m.until_on IS NULL OR m.until_on >= ?2) AND m.aside_at IS NULL
        ORDER BY a.name, m.id LIMIT 1000";
    AROUND = "SELECT m.id, m.account_id, m.org_id, m.team_id, m.role, m.place_name, m.from_on, m.until_on, a.name
        FROM membership m JOIN account a ON a.id = m.account_id
        WHERE m.org_id IN (SELECT one.value FROM json_each(?1) one) AND m.role <> 'peer' AND m.from_on <= ?2
        AND (m.until_on IS NULL OR m.until_on >= ?2) AND m.aside_at IS NULL ORDER BY m.role, a.name, m.id LIMIT 500";
    RENAME_ORG = "UPDATE membership SET place_name = ?2 WHERE org_id = ?1 AND team_id IS NULL";
    RENAME_TEAM = "UPDATE membership SET place_name = ?2 WHERE team_id = ?1";
    AT = "SELECT id, place_name FROM membership WHERE (org_id = ?1 AND team_id IS NULL) OR team_id = ?1 ORDER BY id";
    CALL_ONE = "UPDATE membership SET place_name = ?3 WHERE id = ?2 AND (org_id = ?1 OR team_id = ?1)";
    SET_ASIDE = "UPDATE membership SET aside_at = ?2 WHERE (org_id = ?1 OR team_id = ?1) AND aside_at IS NULL";
    FORMER = "INSERT INTO former_place (org_id, name) VALUES (?1, ?2) ON CONFLICT (org_id) DO UPDATE SET name = excluded.name";
    NOT_FORMER = "DELETE FROM former_place WHERE org_id = ?1";
    TAKE_UP = "UPDATE membership SET aside_at = NULL WHERE (org_id = ?1 OR team_id = ?1) AND aside_at = ?2";
}

pub(crate) fn read(row: &Row<'_>, first: usize) -> Result<Membership> {
    Ok(Membership {
        id: row.get(first)?,
        account: row.get(first + 1)?,
        org: row.get(first + 2)?,
        team: row.get(first + 3)?,
        role: row.code(first + 4, Role::parse)?,
        place: row.get(first + 5)?,
        from_on: row.get(first + 6)?,
        until_on: row.get(first + 7)?,
    })
}

/// Writes a new membership, given by the association `by`.
///
/// # Errors
/// The engine's error.
pub async fn create(tx: &mut Tx, membership: &Membership, by: Id<Organisation>) -> Result<()> {
    let m = membership;
    let values = params![m.id, m.account, m.org, m.team, m.role.as_str(), &m.place, m.from_on, m.until_on, by];
    tx.execute(INSERT, values).await.map(drop)
}

/// Sets the last day of a membership.
///
/// # Errors
/// The engine's error.
pub async fn end(tx: &mut Tx, id: Id<Membership>, until_on: Date) -> Result<()> {
    tx.execute(END, params![id, until_on]).await.map(drop)
}

/// Makes this the last day of every role that a person holds.
///
/// # Errors
/// The engine's error.
pub async fn end_all(tx: &mut Tx, account: Id<Account>, until_on: Date) -> Result<()> {
    tx.execute(END_ALL, params![account, until_on]).await.map(drop)
}

/// The day on which a person's last role ended; nothing for somebody who holds one on this day, or never held any.
///
/// # Errors
/// The engine's error.
pub async fn left_on(tx: &mut Tx, account: Id<Account>, on: Date) -> Result<Option<Date>> {
    tx.one(LEFT_ON, params![account, on], |row| row.get(0)).await
}

/// The membership with this id.
///
/// # Errors
/// The engine's error.
pub async fn find(tx: &mut Tx, id: Id<Membership>) -> Result<Option<Membership>> {
    tx.find(BY_ID, params![id], |row| read(row, 0)).await
}

/// The roles that a person holds on this day, the oldest first.
///
/// # Errors
/// The engine's error.
pub async fn of_account(tx: &mut Tx, account: Id<Account>, on: Date) -> Result<Vec<Membership>> {
    tx.query(OF_ACCOUNT, params![account, on], |row| read(row, 0)).await
}

/// The roles held in an organisation and its teams on this day, by name of the person (1,000 at the most).
///
/// # Errors
/// The engine's error.
pub async fn of_org(tx: &mut Tx, org: Id<Organisation>, on: Date) -> Result<Vec<Membership>> {
    tx.query(OF_ORG, params![org, on], |row| read(row, 0)).await
}

/// Tells the memberships that their organisation has a new name.
///
/// # Errors
/// The engine's error.
pub async fn rename_org(tx: &mut Tx, org: Id<Organisation>, name: &str) -> Result<()> {
    tx.execute(RENAME_ORG, params![org, name]).await.map(drop)
}

/// Tells the memberships that their team has a new name.
///
/// # Errors
/// The engine's error.
pub async fn rename_team(tx: &mut Tx, team: Id<Team>, name: &str) -> Result<()> {
    tx.execute(RENAME_TEAM, params![team, name]).await.map(drop)
}

/// The roles held, now or once, in a team, or in an organisation as a whole: the id of each, with what it calls the place.
///
/// # Errors
/// The engine's error.
pub async fn at(tx: &mut Tx, place: &str) -> Result<Vec<(String, String)>> {
    tx.query(AT, params![place], |row| Ok((row.get(0)?, row.get(1)?))).await
}

/// Tells one membership what its organisation or team is called, if it is held there.
///
/// # Errors
/// The engine's error.
pub async fn call(tx: &mut Tx, place: &str, id: &str, name: &str) -> Result<()> {
    tx.execute(CALL_ONE, params![place, id, name]).await.map(drop)
}

/// The roles in an organisation or a team that has stepped back open nothing from then on.
///
/// # Errors
/// The engine's error.
pub async fn set_aside(tx: &mut Tx, place: &str, at: Timestamp) -> Result<()> {
    tx.execute(SET_ASIDE, params![place, at]).await.map(drop)
}

/// The roles that were set aside at that moment are held again.
///
/// # Errors
/// The engine's error.
pub async fn take_up(tx: &mut Tx, place: &str, at: Timestamp) -> Result<()> {
    tx.execute(TAKE_UP, params![place, at]).await.map(drop)
}

/// Notes how an organisation was called that steps back behind another one: who has acted there is still named with it.
///
/// # Errors
/// The engine's error.
pub async fn former(tx: &mut Tx, org: Id<Organisation>, name: &str) -> Result<()> {
    tx.execute(FORMER, params![org, name]).await.map(drop)
}

/// The organisation is there again.
///
/// # Errors
/// The engine's error.
pub async fn not_former(tx: &mut Tx, org: Id<Organisation>) -> Result<()> {
    tx.execute(NOT_FORMER, params![org]).await.map(drop)
}

/// Everybody but peers who holds a role today in the organisations of these records, each with their name.
///
/// # Errors
/// The engine's error.
pub async fn around(tx: &mut Tx, records: &[Facts], on: Date) -> Result<Vec<(Membership, String)>> {
    let orgs: BTreeSet<Id<Organisation>> =
        records.iter().flat_map(|record| [record.association, record.institution]).flatten().collect();
    let orgs = format!("[{}]", orgs.iter().map(|org| format!("\"{org}\"")).collect::<Vec<_>>().join(","));
    tx.query(AROUND, params![orgs, on], |row| Ok((read(row, 0)?, row.get(8)?))).await
}
