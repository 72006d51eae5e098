//! What surrounds the hours of a peer: where they may be recorded, which weeks are known, what teams were asked.

use passerelle_kernel::{Date, Id, Timestamp};
use passerelle_store::{Result, Tx, params};

use crate::{
    mission::Mission,
    outside::{Organisation, Person},
    period::{Days, Month, Period},
};

passerelle_store::sql! {
    /// The statements about what surrounds hours.
    pub(crate) STATEMENTS;
    KNOWN_DAYS = "SELECT DISTINCT mission_id, worked_on FROM hours_entry
        WHERE peer_id = ?1 AND worked_on >= ?2 AND worked_on <= ?3 LIMIT 1000";
    QUIET = "SELECT mission_id, monday FROM quiet_week WHERE peer_id = ?1 AND monday >= ?2 AND monday <= ?3 LIMIT 1000";
    ASKED_OF_PEER = "SELECT c.mission_id, c.asked_at FROM confirmation_asked c JOIN mission m ON m.id = c.mission_id
        WHERE m.peer_id = ?1 AND c.month = ?2 LIMIT 50";
    ASKED_OF_ORG = "SELECT mission_id, month, asked_at FROM confirmation_asked WHERE org_id = ?1 AND asked_at >= ?2 LIMIT 500";
    WORKED = "SELECT m.id, m.title, coalesce(t.name, ''), m.from_on, m.until_on
        FROM mission m LEFT JOIN team t ON t.id = m.team_id
        WHERE m.org_id = ?1 AND m.peer_id = ?2 AND m.state IN ('running', 'ended')
        AND m.started_on IS NOT NULL AND m.from_on <= ?4 AND (m.until_on IS NULL OR m.until_on >= ?3) ORDER BY m.from_on DESC, m.id LIMIT 20";
}

/// A mission on which a peer may record hours.
#[derive(Clone, Debug)]
pub(crate) struct Worked {
    /// The mission.
    pub id: Id<Mission>,
    /// Its title.
    pub title: String,
    /// Its team.
    pub team: String,
    /// Its days.
    pub period: Period,
}

/// The days on which a peer has recorded something, by mission.
///
/// # Errors
/// The engine's error.
pub(crate) async fn known_days(tx: &mut Tx, peer: Id<Person>, days: Days) -> Result<Vec<(Id<Mission>, Date)>> {
    tx.query(KNOWN_DAYS, params![peer, days.first(), days.last()], |row| Ok((row.get(0)?, row.get(1)?))).await
}

/// The Mondays of the quiet weeks of a peer, by mission.
///
/// # Errors
/// The engine's error.
pub(crate) async fn quiet(tx: &mut Tx, peer: Id<Person>, days: Days) -> Result<Vec<(Id<Mission>, Date)>> {
    tx.query(QUIET, params![peer, days.first(), days.last()], |row| Ok((row.get(0)?, row.get(1)?))).await
}

/// When the teams of a peer were last asked to confirm a month, by mission.
///
/// # Errors
/// The engine's error.
pub(crate) async fn asked_of_peer(
    tx: &mut Tx,
    peer: Id<Person>,
    month: Month,
) -> Result<Vec<(Id<Mission>, Timestamp)>> {
    tx.query(ASKED_OF_PEER, params![peer, month.to_string()], |row| Ok((row.get(0)?, row.get(1)?))).await
}

/// What the teams of an association were asked to confirm since an instant: mission, month, when.
///
/// # Errors
/// The engine's error.
pub(crate) async fn asked_of_org(
    tx: &mut Tx,
    org: Id<Organisation>,
    since: Timestamp,
) -> Result<Vec<(Id<Mission>, Month, Timestamp)>> {
    tx.query(ASKED_OF_ORG, params![org, since], |row| Ok((row.get(0)?, row.code(1, Month::parse)?, row.get(2)?))).await
}

/// The missions on which a peer works or worked in these days, the latest first.
///
/// # Errors
/// The engine's error.
pub(crate) async fn worked(tx: &mut Tx, org: Id<Organisation>, peer: Id<Person>, days: Days) -> Result<Vec<Worked>> {
    tx.query(WORKED, params![org, peer, days.first(), days.last()], |row| {
        let period = Period { from: row.get(3)?, until: row.get(4)? };
        Ok(Worked { id: row.get(0)?, title: row.get(1)?, team: row.get(2)?, period })
    })
    .await
}
