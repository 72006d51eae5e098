//! Where missions have their holidays, and what peers have said of times that fall on one.

use passerelle_kernel::{Date, Id};
use passerelle_store::{Result, Tx, params};

use crate::{
    holiday::Region,
    mission::Mission,
    outside::{Organisation, Person},
    slot::{Exception, Slot},
};

passerelle_store::sql! {
    pub(crate) STATEMENTS;
    PLACE = "SELECT country, post_code FROM organisation WHERE id = ?1";
    PLACES = "SELECT m.id, o.country, o.post_code FROM mission m JOIN organisation o ON o.id = m.institution_id
        WHERE m.peer_id = ?1 AND m.org_id = ?2 AND m.state IN ('agreed', 'running') LIMIT 200";
    SAID = "SELECT slot_id, on_day FROM holiday_word WHERE mission_id = ?1 LIMIT 1000";
    SAID_BY = "SELECT h.slot_id, h.on_day FROM holiday_word h JOIN mission m ON m.id = h.mission_id
        WHERE m.peer_id = ?1 AND h.on_day >= ?2 LIMIT 1000";
    SAY = "INSERT INTO holiday_word (org_id, mission_id, slot_id, on_day, said_at) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (slot_id, on_day) DO NOTHING";
    FORGET = "DELETE FROM holiday_word WHERE slot_id = ?1 AND on_day = ?2";
    LEFT_OUT = "SELECT id FROM slot_exception WHERE slot_id = ?1 AND planned_on = ?2 AND change = 'cancelled'
        AND eased_at IS NOT NULL";
}

fn region(country: String, post_code: Option<String>) -> Option<Region> {
    Region::of(&country, post_code.as_deref())
}

/// Where an institution has its holidays, if we know them.
pub(crate) async fn of_institution(tx: &mut Tx, institution: Id<Organisation>) -> Result<Option<Region>> {
    Ok(tx.find(PLACE, params![institution], |row| Ok(region(row.get(0)?, row.get(1)?))).await?.flatten())
}

/// The same for each mission that a peer does or will do for an association.
pub(crate) async fn of_peer(
    tx: &mut Tx,
    peer: Id<Person>,
    org: Id<Organisation>,
) -> Result<Vec<(Id<Mission>, Option<Region>)>> {
    tx.query(PLACES, params![peer, org], |row| Ok((row.get(0)?, region(row.get(1)?, row.get(2)?)))).await
}

/// The times of a mission to which the peer comes although the day is a holiday.
pub(crate) async fn said(tx: &mut Tx, mission: Id<Mission>) -> Result<Vec<(Id<Slot>, Date)>> {
    tx.query(SAID, params![mission], |row| Ok((row.get(0)?, row.get(1)?))).await
}

/// The same for all missions of a peer from a day on.
pub(crate) async fn said_by(tx: &mut Tx, peer: Id<Person>, from: Date) -> Result<Vec<(Id<Slot>, Date)>> {
    tx.query(SAID_BY, params![peer, from], |row| Ok((row.get(0)?, row.get(1)?))).await
}

/// Notes that the peer comes on a holiday.
pub(crate) async fn say(
    tx: &mut Tx,
    org: Id<Organisation>,
    mission: Id<Mission>,
    (slot, on): (Id<Slot>, Date),
) -> Result<()> {
    let now = tx.now();
    tx.execute(SAY, params![org, mission, slot, on, now]).await.map(drop)
}

/// Forgets that the peer comes.
pub(crate) async fn forget(tx: &mut Tx, (slot, on): (Id<Slot>, Date)) -> Result<()> {
    tx.execute(FORGET, params![slot, on]).await.map(drop)
}

/// The exception by which the peer has left out a time, if they have.
pub(crate) async fn left_out(tx: &mut Tx, (slot, on): (Id<Slot>, Date)) -> Result<Option<Id<Exception>>> {
    tx.find(LEFT_OUT, params![slot, on], |row| row.get(0)).await
}
