//! Closed months in the database, the gate that every write of hours goes through, and what is not done yet.

use passerelle_kernel::{Date, Id, Minutes};
use passerelle_store::{Param, Result, Row, Tx, params};

use crate::{
    Error,
    closing::{Closing, is_shut},
    hours::Entry,
    mission::Mission,
    outside::{Organisation, Person},
    period::{Days, Month, Period},
    refusal::Refusal,
    stamp::Stamp,
    store::sealed::{Bytes, REOPENING},
};

passerelle_store::sql! {
    pub(crate) STATEMENTS;
    CLOSED = "SELECT 1 FROM month_closing WHERE org_id = ?1 AND month = ?2 AND reopened_at IS NULL";
    CLOSED_OF_ENTRY = "SELECT 1 FROM hours_entry h
        JOIN month_closing c ON c.org_id = h.org_id AND c.reopened_at IS NULL
        WHERE h.id = ?1 AND c.month IN (substr(h.worked_on, 1, 7), ?2) LIMIT 1";
    CLOSED_MONTHS = "SELECT DISTINCT month FROM month_closing WHERE org_id = ?1 AND month >= ?2 AND reopened_at IS NULL
        ORDER BY month LIMIT 200";
    OF_ORG = "SELECT id, org_id, month, closed_by, closed_at, reopened_by, reopened_at, reason FROM month_closing
        WHERE org_id = ?1 AND month >= ?2 ORDER BY closed_at, id LIMIT 200";
    INSERT = "INSERT INTO month_closing (id, org_id, month, closed_by, closed_at) VALUES (?1, ?2, ?3, ?4, ?5)";
    REOPEN = "UPDATE month_closing SET reopened_by = ?2, reopened_at = ?3, reason = ?4
        WHERE id = ?1 AND reopened_at IS NULL";
    UNAPPROVED = "SELECT h.mission_id, h.peer_id, COALESCE(a.name, ''), COALESCE(m.title, ''), count(*),
            CAST(sum(CASE WHEN h.state = 'recorded' THEN h.minutes ELSE 0 END) AS BIGINT),
            CAST(sum(CASE WHEN h.state = 'confirmed' THEN h.minutes ELSE 0 END) AS BIGINT),
            CAST(sum(CASE WHEN h.state = 'returned' THEN h.minutes ELSE 0 END) AS BIGINT)
        FROM hours_entry h LEFT JOIN account a ON a.id = h.peer_id LEFT JOIN mission m ON m.id = h.mission_id
        WHERE h.org_id = ?1 AND h.worked_on >= ?2 AND h.worked_on <= ?3 AND h.state <> 'approved'
        GROUP BY h.mission_id, h.peer_id, a.name, m.title ORDER BY a.name, h.mission_id LIMIT 500";
    WORKED = "SELECT m.id, m.peer_id, COALESCE(a.name, ''), m.title, m.from_on, m.until_on
        FROM mission m LEFT JOIN account a ON a.id = m.peer_id
        WHERE m.org_id = ?1 AND m.state IN ('running', 'ended') AND m.started_on IS NOT NULL AND m.peer_id IS NOT NULL
        AND m.from_on <= ?3 AND (m.until_on IS NULL OR m.until_on >= ?2) ORDER BY a.name, m.id LIMIT 500";
    KNOWN_DAYS = "SELECT DISTINCT mission_id, worked_on FROM hours_entry
        WHERE org_id = ?1 AND worked_on >= ?2 AND worked_on <= ?3 AND correction_of IS NULL LIMIT 20000";
    QUIET = "SELECT mission_id, monday FROM quiet_week WHERE org_id = ?1 AND monday >= ?2 AND monday <= ?3 LIMIT 5000";
    AWAY = "SELECT peer_id, from_on, until_on FROM absence WHERE org_id = ?1 AND until_on >= ?2 AND from_on <= ?3
        LIMIT 5000";
    NAMES = "SELECT DISTINCT a.id, a.name FROM month_closing c JOIN account a ON a.id = c.closed_by OR a.id = c.reopened_by
        WHERE c.org_id = ?1 AND c.month = ?2";
}

/// Whether the month of this day is closed in an association.
pub(crate) async fn is_closed(tx: &mut Tx, org: Option<Id<Organisation>>, on: Date) -> Result<bool> {
    let found = tx.find(CLOSED, params![org, Month::of(on).to_string()], |row| row.get::<i64>(0)).await?;
    Ok(found.is_some())
}

/// The closed months of an association from this one on.
pub(crate) async fn closed(tx: &mut Tx, org: Id<Organisation>, from: Month) -> Result<Vec<Month>> {
    tx.query(CLOSED_MONTHS, params![org, from.to_string()], |row| row.code(0, Month::parse)).await
}

/// Refuses what would say something of these days when all of them are in closed months.
///
/// # Errors
/// [`Refusal::MonthClosed`]; the engine's error.
pub(crate) async fn gate_of_days(tx: &mut Tx, org: Id<Organisation>, days: Days) -> std::result::Result<(), Error> {
    let closed = closed(tx, org, Month::of(days.first())).await?;
    if is_shut(days, &closed) { Err(Error::Refused(Refusal::MonthClosed)) } else { Ok(()) }
}

/// Refuses what would change the hours of this day of an association in a month that is closed.
///
/// # Errors
/// [`Refusal::MonthClosed`]; the engine's error.
pub(crate) async fn gate(tx: &mut Tx, org: Option<Id<Organisation>>, on: Date) -> std::result::Result<(), Error> {
    if is_closed(tx, org, on).await? { Err(Error::Refused(Refusal::MonthClosed)) } else { Ok(()) }
}

/// The same for an entry that is written already, and for the day to which it goes.
///
/// # Errors
/// As [`gate`].
pub(crate) async fn gate_of_entry(tx: &mut Tx, id: Id<Entry>, to: Date) -> std::result::Result<(), Error> {
    let month = Month::of(to).to_string();
    let found = tx.find(CLOSED_OF_ENTRY, params![id, month], |row| row.get::<i64>(0)).await?;
    if found.is_some() { Err(Error::Refused(Refusal::MonthClosed)) } else { Ok(()) }
}

/// The closings of an association from this month on, the oldest first.
pub(crate) async fn of_org(tx: &mut Tx, org: Id<Organisation>, from: Month) -> Result<Vec<Closing>> {
    let mut closings = Vec::new();
    for (closing, sealed) in tx.query(OF_ORG, params![org, from.to_string()], read).await? {
        closings.push(open(tx, closing, sealed).await?);
    }
    Ok(closings)
}

fn read(row: &Row<'_>) -> Result<(Closing, Bytes)> {
    let reopened: Option<Id<Person>> = row.get(5)?;
    let reopened = match reopened {
        Some(by) => Some((Stamp::of(by, row.get(6)?), String::new())),
        None => None,
    };
    let closed = Stamp::of(row.get(3)?, row.get(4)?);
    let closing = Closing { id: row.get(0)?, org: row.get(1)?, month: row.code(2, Month::parse)?, closed, reopened };
    Ok((closing, row.get(7)?))
}

async fn open(tx: &mut Tx, mut closing: Closing, sealed: Bytes) -> Result<Closing> {
    if let Some((_, reason)) = &mut closing.reopened {
        *reason = tx.open(REOPENING, closing.org, closing.id, sealed.as_deref()).await?;
    }
    Ok(closing)
}

/// The names of those who closed and reopened a month.
pub(crate) async fn names(tx: &mut Tx, org: Id<Organisation>, month: Month) -> Result<Vec<(Id<Person>, String)>> {
    tx.query(NAMES, params![org, month.to_string()], |row| Ok((row.get(0)?, row.get(1)?))).await
}

/// Writes that a month is closed.
pub(crate) async fn insert(tx: &mut Tx, closing: &Closing) -> Result<()> {
    let c = closing;
    tx.execute(INSERT, params![c.id, c.org, c.month.to_string(), c.closed.by.account(), c.closed.at]).await.map(drop)
}

/// Writes that a month is open again; false when it was already.
pub(crate) async fn reopen(tx: &mut Tx, closing: &Closing) -> Result<bool> {
    let Some((stamp, reason)) = &closing.reopened else { return Ok(false) };
    let reason: Param = tx.seal(REOPENING, closing.org, closing.id, reason).await?;
    let mut values = params![closing.id, stamp.by.account(), stamp.at].to_vec();
    values.push(reason);
    Ok(tx.execute(REOPEN, &values).await? == 1)
}

/// Hours of a mission in a month that are not approved.
#[derive(Clone, Debug)]
pub(crate) struct Unapproved {
    /// The mission.
    pub(crate) mission: Id<Mission>,
    /// The peer.
    pub(crate) peer: Id<Person>,
    /// The peer's name.
    pub(crate) name: String,
    /// The title of the mission.
    pub(crate) title: String,
    /// How many entries.
    pub(crate) entries: i64,
    /// What waits for the team.
    pub(crate) recorded: Minutes,
    /// What waits for the association.
    pub(crate) confirmed: Minutes,
    /// What waits for the peer.
    pub(crate) returned: Minutes,
}

/// What is not approved of these days, by the name of the peer.
pub(crate) async fn unapproved(tx: &mut Tx, org: Id<Organisation>, days: Days) -> Result<Vec<Unapproved>> {
    tx.query(UNAPPROVED, params![org, days.first(), days.last()], |row| {
        Ok(Unapproved {
            mission: row.get(0)?,
            peer: row.get(1)?,
            name: row.get(2)?,
            title: row.get(3)?,
            entries: row.get(4)?,
            recorded: row.get(5)?,
            confirmed: row.get(6)?,
            returned: row.get(7)?,
        })
    })
    .await
}

/// A mission on which somebody works or worked.
#[derive(Clone, Debug)]
pub(crate) struct Worked {
    /// The mission.
    pub(crate) mission: Id<Mission>,
    /// The peer.
    pub(crate) peer: Id<Person>,
    /// The peer's name.
    pub(crate) name: String,
    /// The title of the mission.
    pub(crate) title: String,
    /// Its days.
    pub(crate) period: Period,
}

/// What is known of the weeks of an association.
#[derive(Clone, Debug, Default)]
pub(crate) struct Weeks {
    /// The missions with days among them.
    pub(crate) worked: Vec<Worked>,
    /// The days on which something is recorded.
    pub(crate) known: Vec<(Id<Mission>, Date)>,
    /// The Mondays of quiet weeks.
    pub(crate) quiet: Vec<(Id<Mission>, Date)>,
    /// Who was away.
    pub(crate) away: Vec<(Id<Person>, Days)>,
}

/// What is known of these days, which begin on a Monday.
pub(crate) async fn weeks(tx: &mut Tx, org: Id<Organisation>, days: Days) -> Result<Weeks> {
    let of = params![org, days.first(), days.last()];
    let worked = tx.query(WORKED, of, |row| {
        let (mission, peer, name, title) = (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
        Ok(Worked { mission, peer, name, title, period: Period { from: row.get(4)?, until: row.get(5)? } })
    });
    let worked = worked.await?;
    let pair = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?));
    let known = tx.query(KNOWN_DAYS, of, pair).await?;
    let quiet = tx.query(QUIET, of, pair).await?;
    let away = tx.query(AWAY, of, |row| Ok((row.get(0)?, super::absences::days(row, 1)?))).await?;
    Ok(Weeks { worked, known, quiet, away })
}
