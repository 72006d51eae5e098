//! The missions of an association that still look for somebody, as far as a peer may hear of them before anything is
//! proposed.

use std::sync::Arc;

use passerelle_kernel::{Date, Id};
use passerelle_store::{Result, Row, Tx, params};

use super::{missions::place, private_list, slots};
use crate::{
    matching::{Nature, Need},
    outside::{Organisation, Person, Team},
    period::Period,
    sheet::Point,
    spoken,
};

/// A mission without its names.
#[derive(Clone, Debug)]
pub(crate) struct Near {
    /// What it needs.
    pub(crate) need: Need,
    /// The town.
    pub(crate) town: String,
}

passerelle_store::sql! {
    pub(crate) STATEMENTS;
    OPEN = "SELECT m.id, m.languages, m.hours_week, m.from_on, m.until_on, m.lat, m.lon, m.town, m.team_id, m.institution_id
        FROM mission m WHERE m.org_id = ?1 AND m.state IN ('open', 'proposed')
            AND (SELECT count(*) FROM sheet_answer s WHERE s.mission_id = m.id) = ?3
            AND NOT EXISTS (SELECT 1 FROM proposal p WHERE p.mission_id = m.id AND p.peer_id = ?2)
        ORDER BY m.id DESC LIMIT 50";
}

/// The missions of this association whose sheet is complete and that were never proposed to this peer, the newest first;
/// none of a place where the peer does not want to work.
pub(crate) async fn of_peer(tx: &mut Tx, org: Id<Organisation>, peer: Id<Person>, today: Date) -> Result<Vec<Near>> {
    let points = i64::try_from(Point::ALL.len()).unwrap_or_default();
    let read = |row: &Row<'_>| {
        let need = Need {
            mission: row.get(0)?,
            org,
            languages: spoken::split(&row.get::<String>(1)?).unwrap_or_default(),
            hours_week: row.get(2)?,
            period: Period { from: row.get(3)?, until: row.get(4)? },
            place: place(row, 5)?,
            nature: Nature::default(),
            times: Arc::default(),
        };
        Ok((Near { need, town: row.get(7)? }, (row.get::<Id<Team>>(8)?, row.get::<Id<Organisation>>(9)?)))
    };
    let mut found = tx.query(OPEN, params![org, peer, points], read).await?;
    let list = private_list::find(tx, peer).await?;
    let known = private_list::known_as(tx, &found.iter().map(|(_, place)| *place).collect::<Vec<_>>()).await?;
    found.retain(|(_, (team, institution))| !list.names(*team, *institution, &known));
    let ids: Vec<_> = found.iter().map(|(near, _)| near.need.mission).collect();
    let tables = slots::of_missions(tx, ids.into_iter()).await?;
    let times = |id| tables.get(&id).map(|table| table.to_come(today).into()).unwrap_or_default();
    let timed = |near: Near| Near { need: Need { times: times(near.need.mission), ..near.need }, ..near };
    Ok(found.into_iter().map(|(near, _)| timed(near)).collect())
}
