//! Swaps in the database.

use passerelle_access::{Actor, Decision, Rule};
use passerelle_kernel::{Date, Id, Minutes, Time};
use passerelle_store::{Error as StoreError, Result, Row, Tx, params};

use crate::{
    Error,
    access::SWAP_READ,
    mission::Mission,
    outside::{Organisation, Team},
    slot::{Moment, Slot},
    stamp::Stamp,
    store::missions::{self, Loaded},
    swap::{Stage, State, Swap},
};

macro_rules! swaps {
    ($rest:literal) => {
        concat!(
            "SELECT s.id, s.mission_id, s.slot_id, s.planned_on, s.on_day, s.starts, s.minutes, s.asked_at, s.state,
                s.answered_by, s.answered_at FROM swap s ",
            $rest
        )
    };
}

passerelle_store::sql! {
    pub(crate) STATEMENTS;
    FIND = swaps!("WHERE s.id = ?1");
    OF_MISSION = swaps!("WHERE s.mission_id = ?1 AND s.state = 'waiting' ORDER BY s.asked_at, s.id LIMIT 50");
    OF_TEAM = "SELECT s.id, s.planned_on, s.on_day, s.asked_at, m.title, COALESCE(a.name, '')
        FROM swap s JOIN mission m ON m.id = s.mission_id LEFT JOIN account a ON a.id = m.peer_id
        WHERE m.team_id = ?1 AND s.state = 'waiting' AND s.planned_on >= ?2 ORDER BY s.asked_at, s.id LIMIT 50";
    INSERT = "INSERT INTO swap (id, org_id, mission_id, slot_id, planned_on, on_day, starts, minutes, asked_at, state)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 'waiting')";
    SAVE = "UPDATE swap SET state = ?2, answered_by = ?3, answered_at = ?4 WHERE id = ?1 AND state = 'waiting'";
    WAITS = "SELECT 1 FROM swap WHERE slot_id = ?1 AND planned_on = ?2 AND state = 'waiting'";
}

fn read(row: &Row<'_>) -> Result<Swap> {
    let stamp = |row: &Row<'_>| -> Result<Stamp> { Ok(Stamp::of(row.get(9)?, row.get(10)?)) };
    let (on, start, minutes): (Date, Time, Minutes) = (row.get(4)?, row.get(5)?, row.get(6)?);
    let state = match row.code(8, Stage::parse)? {
        Stage::Waiting => State::Waiting,
        Stage::Agreed => State::Agreed(stamp(row)?),
        Stage::Declined => State::Declined(stamp(row)?),
        Stage::Withdrawn => State::Withdrawn(row.get(10)?),
    };
    Ok(Swap {
        id: row.get(0)?,
        mission: row.get(1)?,
        at: (row.get(2)?, row.get(3)?),
        to: Moment { on, start, minutes },
        asked_at: row.get(7)?,
        state,
    })
}

/// A swap with its mission, if this person has this right on it.
pub(crate) async fn load_swap(
    tx: &mut Tx,
    actor: &Actor,
    id: Id<Swap>,
    rule: &'static Rule,
) -> std::result::Result<(Swap, Loaded), Error> {
    let swap = tx.find(FIND, params![id], read).await?.ok_or(Error::NotFound)?;
    let loaded = missions::find(tx, swap.mission).await?.ok_or(Error::NotFound)?;
    match actor.decide(tx, SWAP_READ, rule, &loaded.facts()) {
        Decision::Yes => Ok((swap, loaded)),
        Decision::Forbidden => Err(Error::Forbidden),
        Decision::Hidden => Err(Error::NotFound),
    }
}

/// What waits for the team's answer on a mission, the oldest first.
pub(crate) async fn of_mission(tx: &mut Tx, mission: Id<Mission>) -> Result<Vec<Swap>> {
    tx.query(OF_MISSION, params![mission], read).await
}

/// A swap that waits for a team: its day, the day instead, since when, the mission and the peer.
pub(crate) struct Waiting {
    /// The swap.
    pub(crate) id: Id<Swap>,
    /// The day that is planned.
    pub(crate) on: Date,
    /// The day instead.
    pub(crate) to: Date,
    /// Since when.
    pub(crate) since: passerelle_kernel::Timestamp,
    /// The title of the mission.
    pub(crate) title: String,
    /// The name of the peer.
    pub(crate) peer: String,
}

/// What waits for this team's answer and is not over, the oldest first.
pub(crate) async fn of_team(tx: &mut Tx, team: Id<Team>, today: Date) -> Result<Vec<Waiting>> {
    tx.query(OF_TEAM, params![team, today], |row| {
        let (id, on, to, since) = (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
        Ok(Waiting { id, on, to, since, title: row.get(4)?, peer: row.get(5)? })
    })
    .await
}

/// Whether another swap of this time waits.
pub(crate) async fn waits(tx: &mut Tx, (slot, on): (Id<Slot>, Date)) -> Result<bool> {
    Ok(tx.find(WAITS, params![slot, on], |row| row.get::<i64>(0)).await?.is_some())
}

/// Writes a new swap.
pub(crate) async fn insert(tx: &mut Tx, org: Id<Organisation>, swap: &Swap) -> Result<()> {
    let (s, to) = (swap, swap.to);
    let values = params![s.id, org, s.mission, s.at.0, s.at.1, to.on, to.start, to.minutes, s.asked_at];
    tx.execute(INSERT, values).await.map(drop)
}

/// Writes the answer, or that it was taken back.
///
/// # Errors
/// [`StoreError::Conflict`] when it does not wait any more.
pub(crate) async fn save(tx: &mut Tx, swap: &Swap) -> Result<()> {
    let (by, at) = match &swap.state {
        State::Waiting => (None, None),
        State::Agreed(stamp) | State::Declined(stamp) => (stamp.by.account(), Some(stamp.at)),
        State::Withdrawn(at) => (None, Some(*at)),
    };
    match tx.execute(SAVE, params![swap.id, swap.stage().as_str(), by, at]).await? {
        1 => Ok(()),
        _ => Err(StoreError::Conflict),
    }
}
