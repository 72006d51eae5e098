//! The times that a peer has left out by “less this month”.

use passerelle_kernel::{Date, Id, Minutes, Time};
use passerelle_store::{Result, Row, Tx, params};

use crate::{
    mission::Mission,
    outside::{Organisation, Person},
    period::Days,
    slot::Exception,
};

passerelle_store::sql! {
    pub(crate) STATEMENTS;
    MARK = "UPDATE slot_exception SET eased_at = ?3 WHERE slot_id = ?1 AND planned_on = ?2 AND change = 'cancelled'";
    LEFT_OUT = "SELECT x.id, x.mission_id, x.planned_on, s.starts, s.minutes, m.title, COALESCE(t.name, '')
        FROM slot_exception x JOIN mission m ON m.id = x.mission_id JOIN slot s ON s.id = x.slot_id
        LEFT JOIN team t ON t.id = m.team_id
        WHERE m.peer_id = ?1 AND m.org_id = ?2 AND m.state IN ('agreed', 'running') AND x.eased_at IS NOT NULL
            AND x.planned_on BETWEEN ?3 AND ?4
        ORDER BY x.planned_on, s.starts, x.id";
}

/// A time that was left out.
#[derive(Clone, Debug)]
pub(crate) struct LeftOut {
    /// The exception.
    pub(crate) id: Id<Exception>,
    /// The mission.
    pub(crate) mission: Id<Mission>,
    /// The day.
    pub(crate) on: Date,
    /// When it would have begun.
    pub(crate) start: Time,
    /// How long it would have lasted.
    pub(crate) minutes: Minutes,
    /// The title of the mission.
    pub(crate) title: String,
    /// The name of the team.
    pub(crate) team: String,
}

/// Notes that the peer has left out the time of this slot and day.
pub(crate) async fn mark(tx: &mut Tx, exception: &Exception) -> Result<()> {
    let Exception::Cancelled { slot, on } = exception else { return Ok(()) };
    let now = tx.now();
    tx.execute(MARK, params![*slot, *on, now]).await.map(drop)
}

/// What a peer has left out on these days in the missions of an association.
pub(crate) async fn left_out(tx: &mut Tx, peer: Id<Person>, org: Id<Organisation>, days: Days) -> Result<Vec<LeftOut>> {
    tx.query(LEFT_OUT, params![peer, org, days.first(), days.last()], |row: &Row<'_>| {
        Ok(LeftOut {
            id: row.get(0)?,
            mission: row.get(1)?,
            on: row.get(2)?,
            start: row.get(3)?,
            minutes: row.get(4)?,
            title: row.get(5)?,
            team: row.get(6)?,
        })
    })
    .await
}
