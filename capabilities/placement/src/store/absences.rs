//! The days on which peers are away.

use passerelle_kernel::{Date, Id};
use passerelle_store::{Result, Row, Tx, params};

use crate::{
    absence::Absence,
    mission::Mission,
    outside::{Organisation, Person},
    period::Days,
};

/// The most lines of one page of the list.
pub(crate) const PAGE: usize = 50;

passerelle_store::sql! {
    pub(crate) STATEMENTS;
    OF_PEER = "SELECT id, from_on, until_on FROM absence WHERE peer_id = ?1 AND org_id = ?2 AND until_on >= ?3
        ORDER BY from_on LIMIT 200";
    OF_ORG = "SELECT x.id, x.from_on, x.until_on, x.peer_id, COALESCE(a.name, '') FROM absence x
        LEFT JOIN account a ON a.id = x.peer_id
        WHERE x.org_id = ?1 AND x.until_on >= ?2 AND (x.from_on > ?3 OR (x.from_on = ?3 AND x.id > ?4))
        ORDER BY x.from_on, x.id LIMIT 51";
    MEETS = "SELECT 1 FROM absence WHERE peer_id = ?1 AND org_id = ?2 AND from_on <= ?4 AND until_on >= ?3 LIMIT 1";
    // Of many the latest days: what is long over changes nothing any more.
    OF_MISSION = "SELECT x.from_on, x.until_on FROM absence x JOIN mission m ON m.peer_id = x.peer_id AND m.org_id = x.org_id
        WHERE m.id = ?1 ORDER BY x.from_on DESC LIMIT 1000";
    OF_MISSIONS = "SELECT m.id, x.from_on, x.until_on FROM absence x
        JOIN mission m ON m.peer_id = x.peer_id AND m.org_id = x.org_id
        WHERE m.id IN (SELECT one.value FROM json_each(?1) one) ORDER BY x.from_on DESC LIMIT 5000";
    OF_MISSIONS_OF = "SELECT m.id, x.from_on, x.until_on FROM absence x
        JOIN mission m ON m.peer_id = x.peer_id AND m.org_id = x.org_id
        WHERE x.peer_id = ?1 AND m.state IN ('agreed', 'running') ORDER BY x.from_on DESC LIMIT 1000";
    OF_PEERS = "SELECT peer_id, from_on, until_on FROM absence
        WHERE org_id = ?1 AND from_on <= ?3 AND until_on >= ?2 ORDER BY from_on, id LIMIT 5000";
    INSERT = "INSERT INTO absence (id, org_id, peer_id, from_on, until_on, said_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    SHORTEN = "UPDATE absence SET until_on = ?2 WHERE id = ?1";
    DELETE = "DELETE FROM absence WHERE id = ?1";
    // Calendar programs look at how often a slot was changed.
    TOUCH = "UPDATE slot SET version = version + 1, changed_at = ?3 WHERE mission_id IN
        (SELECT m.id FROM mission m WHERE m.peer_id = ?1 AND m.org_id = ?2 AND m.state IN ('agreed', 'running'))";
}

pub(super) fn days(row: &Row<'_>, first: usize) -> Result<Days> {
    let problem = passerelle_store::Error::Column { column: first, problem: "days turned round" };
    Days::new(row.get(first)?, row.get(first + 1)?).map_err(|_| problem)
}

/// What a peer has said to an association and is not over on this day.
pub(crate) async fn of_peer(tx: &mut Tx, peer: Id<Person>, org: Id<Organisation>, from: Date) -> Result<Vec<Absence>> {
    tx.query(OF_PEER, params![peer, org, from], |row| Ok(Absence { id: row.get(0)?, days: days(row, 1)? })).await
}

/// Whether a peer has said to an association that they are away on one of these days.
pub(crate) async fn meets(tx: &mut Tx, peer: Id<Person>, org: Id<Organisation>, days: Days) -> Result<bool> {
    let values = params![peer, org, days.first(), days.last()];
    Ok(tx.find(MEETS, values, |row| row.get::<i64>(0)).await?.is_some())
}

/// Who has said to an association that they are away on some of these days, and when.
pub(crate) async fn of_peers(tx: &mut Tx, org: Id<Organisation>, among: Days) -> Result<Vec<(Id<Person>, Days)>> {
    tx.query(OF_PEERS, params![org, among.first(), among.last()], |row| Ok((row.get(0)?, days(row, 1)?))).await
}

/// An absence with the peer and their name.
pub(crate) type Listed = (Absence, Id<Person>, String);

/// Who is or will be away in an association, after (first day, id): one more than [`PAGE`].
pub(crate) async fn of_org(
    tx: &mut Tx,
    org: Id<Organisation>,
    today: Date,
    (from, id): (&str, &str),
) -> Result<Vec<Listed>> {
    tx.query(OF_ORG, params![org, today, from, id], |row| {
        Ok((Absence { id: row.get(0)?, days: days(row, 1)? }, row.get(3)?, row.get(4)?))
    })
    .await
}

/// The days on which the peer of a mission is away.
pub(crate) async fn of_mission(tx: &mut Tx, mission: Id<Mission>) -> Result<Vec<Days>> {
    tx.query(OF_MISSION, params![mission], |row| days(row, 0)).await
}

/// The days on which the peers of these missions are away, by mission.
pub(crate) async fn of_missions(
    tx: &mut Tx,
    missions: impl Iterator<Item = Id<Mission>>,
) -> Result<Vec<(Id<Mission>, Days)>> {
    let ids = serde_json::Value::from_iter(missions.map(|id| id.to_string())).to_string();
    tx.query(OF_MISSIONS, params![ids], |row| Ok((row.get(0)?, days(row, 1)?))).await
}

/// The days on which a peer is away, by mission that they do or will do.
pub(crate) async fn of_missions_of(tx: &mut Tx, peer: Id<Person>) -> Result<Vec<(Id<Mission>, Days)>> {
    tx.query(OF_MISSIONS_OF, params![peer], |row| Ok((row.get(0)?, days(row, 1)?))).await
}

/// Writes that a peer is away.
pub(crate) async fn insert(tx: &mut Tx, peer: Id<Person>, org: Id<Organisation>, one: &Absence) -> Result<()> {
    let now = tx.now();
    tx.execute(INSERT, params![one.id, org, peer, one.days.first(), one.days.last(), now]).await?;
    tx.execute(TOUCH, params![peer, org, now]).await.map(drop)
}

/// Writes what remains of an absence; nothing: it goes.
pub(crate) async fn keep(
    tx: &mut Tx,
    peer: Id<Person>,
    org: Id<Organisation>,
    id: Id<Absence>,
    remains: Option<Absence>,
) -> Result<()> {
    match remains {
        Some(one) => tx.execute(SHORTEN, params![id, one.days.last()]).await?,
        None => tx.execute(DELETE, params![id]).await?,
    };
    let now = tx.now();
    tx.execute(TOUCH, params![peer, org, now]).await.map(drop)
}
