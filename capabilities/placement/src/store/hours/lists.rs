//! Lists of hours: entries with the names that a person reads, and the sums of a mission in a month.
//!
//! Names come from the tables of the directory and of the missions, read only.

use passerelle_access::{Facts, Scope};
use passerelle_kernel::{Id, Minutes, Timestamp};
use passerelle_store::{Param, Result, Row, Sql, Tx, params};

use super::row;
use crate::{
    hours::Entry,
    mission::Mission,
    outside::{Organisation, Person, Team},
    period::{Days, Month},
    store::sealed::Bytes,
};

/// The most rows of one page of a list.
pub(crate) const PAGE: i64 = 50;

/// The names beside an entry `h`.
macro_rules! names {
    () => {
        " LEFT JOIN account a ON a.id = h.peer_id LEFT JOIN mission m ON m.id = h.mission_id
        LEFT JOIN team t ON t.id = h.team_id LEFT JOIN organisation o ON o.id = h.institution_id "
    };
}

/// Entries with their names.
macro_rules! lines {
    ($rest:expr) => {
        concat!(
            "SELECT ",
            $crate::store::hours::row::columns!(),
            ", coalesce(a.name, ''), coalesce(m.title, ''), coalesce(t.name, ''), coalesce(o.name, '')
            FROM hours_entry h",
            $crate::store::hours::lists::names!(),
            $rest
        )
    };
}

pub(super) use {lines, names};

macro_rules! sheets {
    ($filter:literal, $order:literal) => {
        concat!(
            "SELECT h.mission_id, substr(h.worked_on, 1, 7), coalesce(a.name, ''), coalesce(m.title, ''),
            coalesce(t.name, ''), coalesce(o.name, ''),
            CAST(sum(CASE WHEN h.state = 'recorded' THEN h.minutes ELSE 0 END) AS BIGINT),
            CAST(sum(CASE WHEN h.state = 'confirmed' THEN h.minutes ELSE 0 END) AS BIGINT),
            CAST(sum(CASE WHEN h.state = 'approved' THEN h.minutes ELSE 0 END) AS BIGINT),
            CAST(sum(CASE WHEN h.state = 'returned' THEN h.minutes ELSE 0 END) AS BIGINT),
            CAST(min(coalesce(h.confirmed_at, h.returned_at, h.recorded_at)) AS BIGINT), h.peer_id
            FROM hours_entry h",
            names!(),
            $filter,
            " GROUP BY h.mission_id, substr(h.worked_on, 1, 7), h.peer_id, a.name, m.title, t.name, o.name ",
            $order
        )
    };
}

passerelle_store::sql! {
    /// The statements about lists of hours.
    pub(crate) STATEMENTS;
    LINES_OF_PEER = lines!("WHERE h.peer_id = ?1 AND h.org_id = ?2 AND h.worked_on >= ?3 AND h.worked_on <= ?4
        ORDER BY h.worked_on DESC, h.id DESC LIMIT 1000");
    LINES_RETURNED = lines!("WHERE h.peer_id = ?1 AND h.org_id = ?2 AND h.state = 'returned'
        ORDER BY h.returned_at, h.id LIMIT 50");
    LINES_OF_MISSION = lines!("WHERE h.mission_id = ?1 AND h.worked_on >= ?2 AND h.worked_on <= ?3
        ORDER BY h.worked_on, h.id LIMIT 1000");
    LINES_TO_CONFIRM = lines!("WHERE h.mission_id = ?1 AND h.team_id = ?2 AND h.state = 'recorded'
        ORDER BY h.worked_on, h.id LIMIT 1000");
    LINE = lines!("WHERE h.id = ?1");
    SIGNERS = "SELECT c.name, p.name, r.name FROM hours_entry h LEFT JOIN account c ON c.id = h.confirmed_by
        LEFT JOIN account p ON p.id = h.approved_by LEFT JOIN account r ON r.id = h.returned_by WHERE h.id = ?1";
    CORRECTIONS = lines!("WHERE h.correction_of = ?1 ORDER BY h.recorded_at, h.id LIMIT 50");
    OF_ORG = sheets!("WHERE h.org_id = ?1 AND h.worked_on >= ?2 AND h.worked_on <= ?3
        AND (coalesce(m.title, '') > ?4 OR (coalesce(m.title, '') = ?4 AND h.mission_id > ?5))",
        "ORDER BY coalesce(m.title, ''), h.mission_id LIMIT ?6");
    OF_TEAM = sheets!("WHERE h.team_id = ?1 AND h.worked_on >= ?2 AND h.worked_on <= ?3
        AND (coalesce(m.title, '') > ?4 OR (coalesce(m.title, '') = ?4 AND h.mission_id > ?5))",
        "ORDER BY coalesce(m.title, ''), h.mission_id LIMIT ?6");
    TO_APPROVE = sheets!("WHERE h.org_id = ?1 AND h.state = 'confirmed'",
        "HAVING min(h.confirmed_at) > ?2
            OR (min(h.confirmed_at) = ?2 AND h.mission_id || substr(h.worked_on, 1, 7) > ?3)
        ORDER BY min(h.confirmed_at), h.mission_id || substr(h.worked_on, 1, 7) LIMIT 51");
    UNCONFIRMED = sheets!("WHERE h.org_id = ?1 AND h.state = 'recorded'",
        "ORDER BY min(h.recorded_at), h.mission_id LIMIT 50");
    TO_CONFIRM = sheets!("WHERE h.team_id = ?1 AND h.state = 'recorded'",
        "ORDER BY min(h.recorded_at), h.mission_id LIMIT 50");
    RETURNED = sheets!("WHERE h.peer_id = ?1 AND h.org_id = ?2 AND h.state = 'returned'",
        "ORDER BY min(h.returned_at), h.mission_id LIMIT 50");
}

/// The names that a person reads beside hours.
#[derive(Clone, Debug)]
pub(crate) struct Names {
    /// The peer.
    pub peer: String,
    /// The mission.
    pub mission: String,
    /// The team.
    pub team: String,
    /// The institution.
    pub institution: String,
}

impl Names {
    fn read(row: &Row<'_>, first: usize) -> Result<Self> {
        let get = |column: usize| row.get(first + column);
        Ok(Self { peer: get(0)?, mission: get(1)?, team: get(2)?, institution: get(3)? })
    }
}

/// An entry with its names.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    /// The entry.
    pub entry: Entry,
    /// Whom it concerns.
    pub of: Facts,
    /// Its names.
    pub names: Names,
}

/// The sums of a mission in a month.
#[derive(Clone, Debug)]
pub(crate) struct Sheet {
    /// The mission.
    pub mission: Id<Mission>,
    /// The peer.
    pub peer: Id<Person>,
    /// The month.
    pub month: Month,
    /// The names.
    pub names: Names,
    /// Minutes that wait for the team.
    pub recorded: Minutes,
    /// Minutes that wait for the association.
    pub confirmed: Minutes,
    /// Minutes that count.
    pub approved: Minutes,
    /// Minutes that wait for the peer.
    pub returned: Minutes,
    /// Since when the oldest of them stands where it stands.
    pub since: Timestamp,
}

impl row::Holds for Line {
    fn parts(&mut self) -> (&mut Entry, &Facts) {
        (&mut self.entry, &self.of)
    }
}

fn line(row: &Row<'_>) -> Result<(Line, Bytes)> {
    let (kept, sealed) = row::kept(row)?;
    Ok((Line { entry: kept.entry, of: kept.of, names: Names::read(row, row::AFTER)? }, sealed))
}

pub(super) async fn lines_of(tx: &mut Tx, sql: &'static Sql, values: &[Param]) -> Result<Vec<Line>> {
    let read = tx.query(sql, values, line).await?;
    row::open_all(tx, read).await
}

fn sheet(row: &Row<'_>) -> Result<Sheet> {
    Ok(Sheet {
        mission: row.get(0)?,
        month: row.code(1, Month::parse)?,
        names: Names::read(row, 2)?,
        recorded: row.get(6)?,
        confirmed: row.get(7)?,
        approved: row.get(8)?,
        returned: row.get(9)?,
        since: row.get(10)?,
        peer: row.get(11)?,
    })
}

/// The entries of a peer in one association in these days, the newest first.
///
/// # Errors
/// The engine's error.
pub(crate) async fn of_peer(tx: &mut Tx, peer: Id<Person>, org: Id<Organisation>, days: Days) -> Result<Vec<Line>> {
    lines_of(tx, LINES_OF_PEER, params![peer, org, days.first(), days.last()]).await
}

/// The entries that came back to a peer with a question, the oldest first.
///
/// # Errors
/// The engine's error.
pub(crate) async fn returned_lines(tx: &mut Tx, peer: Id<Person>, org: Id<Organisation>) -> Result<Vec<Line>> {
    lines_of(tx, LINES_RETURNED, params![peer, org]).await
}

/// The entries of a mission in a month, by day.
///
/// # Errors
/// The engine's error.
pub(crate) async fn of_mission(tx: &mut Tx, mission: Id<Mission>, month: Month) -> Result<Vec<Line>> {
    let days = month.days();
    lines_of(tx, LINES_OF_MISSION, params![mission, days.first(), days.last()]).await
}

/// Everything of a mission that waits for its team, by day.
///
/// # Errors
/// The engine's error.
pub(crate) async fn to_confirm_of_mission(tx: &mut Tx, mission: Id<Mission>, team: Id<Team>) -> Result<Vec<Line>> {
    lines_of(tx, LINES_TO_CONFIRM, params![mission, team]).await
}

/// One entry with its names.
///
/// # Errors
/// The engine's error.
pub(crate) async fn one(tx: &mut Tx, id: Id<Entry>) -> Result<Option<Line>> {
    Ok(lines_of(tx, LINE, params![id]).await?.into_iter().next())
}

/// The names of the accounts that confirmed, approved and gave back an entry.
///
/// # Errors
/// The engine's error.
pub(crate) async fn signers(tx: &mut Tx, id: Id<Entry>) -> Result<[Option<String>; 3]> {
    tx.one(SIGNERS, params![id], |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?])).await
}

/// The corrections of an entry, the oldest first.
///
/// # Errors
/// The engine's error.
pub(crate) async fn corrections(tx: &mut Tx, id: Id<Entry>) -> Result<Vec<Line>> {
    lines_of(tx, CORRECTIONS, params![id]).await
}

/// The sums of a month by mission, after the mission `after` (its title and id), by title, `most` at the most.
///
/// # Errors
/// The engine's error.
pub(crate) async fn of_month(
    tx: &mut Tx,
    scope: Scope,
    month: Month,
    after: (&str, &str),
    most: i64,
) -> Result<Vec<Sheet>> {
    let days = month.days();
    let of = |id: String| params![id, days.first(), days.last(), after.0, after.1, most].to_vec();
    match scope {
        Scope::Association(org) => tx.query(OF_ORG, &of(org.to_string()), sheet).await,
        Scope::Team(team) => tx.query(OF_TEAM, &of(team.to_string()), sheet).await,
        // Heads of institutions read invoices, not hours; peers have a page of their own.
        Scope::Institution(_) | Scope::Own(..) => Ok(Vec::new()),
    }
}

/// What waits for the association's approval, the oldest first, after (instant, mission): one more than [`PAGE`].
///
/// # Errors
/// The engine's error.
pub(crate) async fn to_approve(tx: &mut Tx, org: Id<Organisation>, after: (i64, &str)) -> Result<Vec<Sheet>> {
    tx.query(TO_APPROVE, params![org, after.0, after.1], sheet).await
}

/// What waits for the teams' confirmation in an association, the oldest first.
///
/// # Errors
/// The engine's error.
pub(crate) async fn unconfirmed(tx: &mut Tx, org: Id<Organisation>) -> Result<Vec<Sheet>> {
    tx.query(UNCONFIRMED, params![org], sheet).await
}

/// What waits for this team's confirmation, the oldest first.
///
/// # Errors
/// The engine's error.
pub(crate) async fn to_confirm(tx: &mut Tx, team: Id<Team>) -> Result<Vec<Sheet>> {
    tx.query(TO_CONFIRM, params![team], sheet).await
}

/// What came back to a peer with a question, by mission and month.
///
/// # Errors
/// The engine's error.
pub(crate) async fn returned(tx: &mut Tx, peer: Id<Person>, org: Id<Organisation>) -> Result<Vec<Sheet>> {
    tx.query(RETURNED, params![peer, org], sheet).await
}
