//! The timetables in the database: the slots of a mission and their exceptions.

use std::collections::HashMap;

use passerelle_kernel::{Date, Id, Minutes, Time, Timestamp, Weekday};
use passerelle_store::{Error, Param, Result, Row, Sql, Tx, params};

use crate::{
    mission::Mission,
    outside::{Organisation, Person},
    period::Period,
    slot::{Change, Every, Exception, Moment, Slot, Timetable},
};

/// An exception with its row.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Kept {
    /// Its id.
    pub(crate) id: Id<Exception>,
    /// The exception.
    pub(crate) exception: Exception,
}

/// How often a slot was changed and when, for calendar programs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Edition {
    /// The slot.
    pub(crate) slot: Id<Slot>,
    /// How often it was changed.
    pub(crate) version: u32,
    /// When it was changed last.
    pub(crate) changed_at: Timestamp,
}

macro_rules! slots_where {
    ($condition:literal) => {
        concat!(
            "SELECT s.mission_id, s.id, s.weekday, s.starts, s.minutes, s.from_on, s.until_on, s.every, m.from_on,
                m.until_on FROM slot s JOIN mission m ON m.id = s.mission_id WHERE ",
            $condition,
            " ORDER BY s.weekday, s.starts, s.id"
        )
    };
}

macro_rules! exceptions_where {
    ($condition:literal) => {
        concat!(
            "SELECT x.mission_id, x.id, x.change, x.slot_id, x.planned_on, x.on_day, x.starts, x.minutes, m.from_on,
                m.until_on FROM slot_exception x JOIN mission m ON m.id = x.mission_id WHERE ",
            $condition,
            " ORDER BY x.id"
        )
    };
}

passerelle_store::sql! {
    pub(crate) STATEMENTS;
    SLOTS = slots_where!("s.mission_id = ?1");
    EXCEPTIONS = exceptions_where!("x.mission_id = ?1");
    SLOTS_OF_PEER = slots_where!("m.peer_id = ?1 AND m.state IN ('agreed', 'running')");
    EXCEPTIONS_OF_PEER = exceptions_where!("m.peer_id = ?1 AND m.state IN ('agreed', 'running')");
    SLOTS_OF_OPEN = slots_where!("m.org_id = ?1 AND m.state IN ('open', 'proposed')");
    EXCEPTIONS_OF_OPEN = exceptions_where!("m.org_id = ?1 AND m.state IN ('open', 'proposed')");
    SLOTS_OF_PEERS = slots_where!("m.state IN ('agreed', 'running') AND m.peer_id IN
        (SELECT b.account_id FROM membership b WHERE b.org_id = ?1 AND b.role = 'peer')");
    EXCEPTIONS_OF_PEERS = exceptions_where!("m.state IN ('agreed', 'running') AND m.peer_id IN
        (SELECT b.account_id FROM membership b WHERE b.org_id = ?1 AND b.role = 'peer')");
    EDITIONS = "SELECT s.id, s.version, s.changed_at FROM slot s JOIN mission m ON m.id = s.mission_id
        WHERE m.peer_id = ?1 AND m.state IN ('agreed', 'running')";
    INSERT = "INSERT INTO slot (id, org_id, mission_id, weekday, starts, minutes, from_on, until_on, every, version,
            changed_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 0, ?10)";
    STOP = "UPDATE slot SET until_on = ?2, version = version + 1, changed_at = ?3 WHERE id = ?1";
    TOUCH = "UPDATE slot SET version = version + 1, changed_at = ?2 WHERE id = ?1";
    DELETE = "DELETE FROM slot WHERE id = ?1";
    EXCEPT = "INSERT INTO slot_exception (id, org_id, mission_id, change, slot_id, planned_on, on_day, starts, minutes,
            changed_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
    FORGET = "DELETE FROM slot_exception WHERE id = ?1";
    FORGET_OF_DAY = "DELETE FROM slot_exception WHERE slot_id = ?1 AND planned_on = ?2";
    FORGET_OF_SLOT = "DELETE FROM slot_exception WHERE slot_id = ?1";
    FORGET_AFTER = "DELETE FROM slot_exception WHERE slot_id = ?1 AND planned_on > ?2";
}

/// The timetable of a mission.
pub(crate) async fn timetable(tx: &mut Tx, mission: &Mission) -> Result<Timetable> {
    let slots = tx.query(SLOTS, params![mission.id], read_slot).await?;
    let exceptions = kept(tx, mission.id).await?;
    Ok(Timetable {
        mission: mission.id,
        period: mission.period,
        slots: slots.into_iter().map(|(_, _, slot)| slot).collect(),
        exceptions: exceptions.into_iter().map(|kept| kept.exception).collect(),
    })
}

/// The exceptions of a mission with their ids.
pub(crate) async fn kept(tx: &mut Tx, mission: Id<Mission>) -> Result<Vec<Kept>> {
    let rows = tx.query(EXCEPTIONS, params![mission], read_exception).await?;
    Ok(rows.into_iter().map(|(_, _, kept)| kept).collect())
}

/// The timetables of all missions that a peer does or will do, in all associations.
pub(crate) async fn of_peer(tx: &mut Tx, peer: Id<Person>) -> Result<Vec<Timetable>> {
    tables(tx, (SLOTS_OF_PEER, EXCEPTIONS_OF_PEER), params![peer]).await
}

/// The timetables of the missions of an association that look for a peer, as far as they have times.
pub(crate) async fn of_open(tx: &mut Tx, org: Id<Organisation>) -> Result<Vec<Timetable>> {
    tables(tx, (SLOTS_OF_OPEN, EXCEPTIONS_OF_OPEN), params![org]).await
}

/// The timetables of all missions that the peers of an association do or will do, in all associations.
pub(crate) async fn of_peers(tx: &mut Tx, org: Id<Organisation>) -> Result<Vec<Timetable>> {
    tables(tx, (SLOTS_OF_PEERS, EXCEPTIONS_OF_PEERS), params![org]).await
}

async fn tables(
    tx: &mut Tx,
    (slots, exceptions): (&'static Sql, &'static Sql),
    values: &[Param],
) -> Result<Vec<Timetable>> {
    let mut tables: HashMap<Id<Mission>, Timetable> = HashMap::new();
    for (mission, period, slot) in tx.query(slots, values, read_slot).await? {
        tables.entry(mission).or_insert_with(|| Timetable::blank(mission, period)).slots.push(slot);
    }
    for (mission, period, kept) in tx.query(exceptions, values, read_exception).await? {
        tables.entry(mission).or_insert_with(|| Timetable::blank(mission, period)).exceptions.push(kept.exception);
    }
    let mut tables: Vec<_> = tables.into_values().collect();
    tables.sort_by_key(|table| table.mission);
    Ok(tables)
}

/// The editions of the slots of a peer.
pub(crate) async fn editions(tx: &mut Tx, peer: Id<Person>) -> Result<Vec<Edition>> {
    tx.query(EDITIONS, params![peer], |row| {
        Ok(Edition { slot: row.get(0)?, version: row.get(1)?, changed_at: row.get(2)? })
    })
    .await
}

/// Writes a new slot.
pub(crate) async fn insert(tx: &mut Tx, org: Id<Organisation>, mission: Id<Mission>, slot: &Slot) -> Result<()> {
    let values = params![
        slot.id,
        org,
        mission,
        slot.weekday.to_monday_one_offset(),
        slot.start,
        slot.minutes,
        slot.period.from,
        slot.period.until,
        slot.every.as_str(),
        tx.now(),
    ];
    tx.execute(INSERT, values).await.map(drop)
}

/// Sets the last day of a slot; exceptions after that go with it.
pub(crate) async fn stop(tx: &mut Tx, slot: Id<Slot>, last: Date) -> Result<()> {
    let now = tx.now();
    tx.execute(FORGET_AFTER, params![slot, last]).await?;
    tx.execute(STOP, params![slot, last, now]).await.map(drop)
}

/// Removes a slot that has never taken place.
pub(crate) async fn remove(tx: &mut Tx, slot: Id<Slot>) -> Result<()> {
    tx.execute(FORGET_OF_SLOT, params![slot]).await?;
    tx.execute(DELETE, params![slot]).await.map(drop)
}

/// Writes an exception; one made before for the same slot and day is replaced.
pub(crate) async fn except(
    tx: &mut Tx,
    org: Id<Organisation>,
    mission: Id<Mission>,
    exception: &Exception,
) -> Result<()> {
    let (id, now): (Id<Exception>, _) = (tx.new_id(), tx.now());
    let replaces = exception.replaces();
    if let Some((slot, on)) = replaces {
        tx.execute(FORGET_OF_DAY, params![slot, on]).await?;
        tx.execute(TOUCH, params![slot, now]).await?;
    }
    let adds = exception.adds();
    let values = params![
        id,
        org,
        mission,
        exception.change().as_str(),
        replaces.map(|(slot, _)| slot),
        replaces.map(|(_, on)| on),
        adds.map(|moment| moment.on),
        adds.map(|moment| moment.start),
        adds.map(|moment| moment.minutes),
        now,
    ];
    tx.execute(EXCEPT, values).await.map(drop)
}

/// Takes an exception back.
pub(crate) async fn forget(tx: &mut Tx, kept: Kept) -> Result<()> {
    let now = tx.now();
    if let Some((slot, _)) = kept.exception.replaces() {
        tx.execute(TOUCH, params![slot, now]).await?;
    }
    tx.execute(FORGET, params![kept.id]).await.map(drop)
}

fn period(row: &Row<'_>) -> Result<Period> {
    Ok(Period { from: row.get(8)?, until: row.get(9)? })
}

fn read_slot(row: &Row<'_>) -> Result<(Id<Mission>, Period, Slot)> {
    let number: i64 = row.get(2)?;
    let weekday = i8::try_from(number).ok().and_then(|number| Weekday::from_monday_one_offset(number).ok());
    let slot = Slot {
        id: row.get(1)?,
        weekday: weekday.ok_or(Error::Column { column: 2, problem: "no day of the week" })?,
        start: row.get(3)?,
        minutes: row.get(4)?,
        period: Period { from: row.get(5)?, until: row.get(6)? },
        every: row.code(7, Every::parse)?,
    };
    Ok((row.get(0)?, period(row)?, slot))
}

fn read_exception(row: &Row<'_>) -> Result<(Id<Mission>, Period, Kept)> {
    let moment = |row: &Row<'_>| -> Result<Moment> {
        let (on, start, minutes): (Date, Time, Minutes) = (row.get(5)?, row.get(6)?, row.get(7)?);
        Ok(Moment { on, start, minutes })
    };
    let exception = match row.code(2, Change::parse)? {
        Change::Cancelled => Exception::Cancelled { slot: row.get(3)?, on: row.get(4)? },
        Change::Moved => Exception::Moved { slot: row.get(3)?, on: row.get(4)?, to: moment(row)? },
        Change::Extra => Exception::Extra(moment(row)?),
    };
    Ok((row.get(0)?, period(row)?, Kept { id: row.get(1)?, exception }))
}
