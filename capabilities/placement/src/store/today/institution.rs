//! What Today asks for the head of an institution: its requests, its missions, how much waits for its referents.

use passerelle_kernel::{Date, Id, Timestamp};
use passerelle_store::{Result, Tx, params};

use crate::{
    mission::Mission,
    outside::{Organisation, Team},
    period::Month,
    request::Request,
    store::requests::Shelf,
};

passerelle_store::sql! {
    /// The statements of Today for institutions.
    pub(crate) STATEMENTS;
    REQUESTS = "SELECT r.id, coalesce(t.name, r.team_words), coalesce(o.name, ''), r.shelf, r.sort_at
        FROM request r LEFT JOIN team t ON t.id = r.team_id LEFT JOIN organisation o ON o.id = r.org_id
        WHERE r.institution_id = ?1 AND r.shelf IN ('association', 'asker') ORDER BY r.sort_at, r.id LIMIT 50";
    ENDING = "SELECT m.id, m.title, coalesce(t.name, ''), coalesce(a.name, ''), m.until_on
        FROM mission m LEFT JOIN team t ON t.id = m.team_id LEFT JOIN account a ON a.id = m.peer_id
        WHERE m.institution_id = ?1 AND m.state = 'running' AND m.until_on <= ?2 ORDER BY m.until_on, m.id LIMIT 50";
    TO_CONFIRM = "SELECT t.id, t.name, count(DISTINCT h.mission_id || substr(h.worked_on, 1, 7)),
            min(substr(h.worked_on, 1, 7)), min(h.recorded_at), min(h.mission_id)
        FROM team t JOIN hours_entry h ON h.team_id = t.id AND h.state = 'recorded'
        WHERE t.org_id = ?1 GROUP BY t.id, t.name ORDER BY min(h.recorded_at), t.id LIMIT 50";
    RUNNING = "SELECT count(*), count(DISTINCT team_id) FROM mission WHERE institution_id = ?1 AND state = 'running'";
}

/// A request of the institution that is not decided.
pub(crate) struct Asked {
    pub id: Id<Request>,
    pub team: String,
    pub association: String,
    pub shelf: Shelf,
    pub since: Timestamp,
}

/// The requests of an institution that wait for a word, of the team or of the association, the longest wait first.
///
/// # Errors
/// The engine's error.
pub(crate) async fn requests(tx: &mut Tx, institution: Id<Organisation>) -> Result<Vec<Asked>> {
    tx.query(REQUESTS, params![institution], |row| {
        let (id, team, association) = (row.get(0)?, row.get(1)?, row.get(2)?);
        Ok(Asked { id, team, association, shelf: row.code(3, Shelf::parse)?, since: row.get(4)? })
    })
    .await
}

/// A mission that ends.
pub(crate) struct Ending {
    pub id: Id<Mission>,
    pub title: String,
    pub team: String,
    pub peer: String,
    pub until: Date,
}

/// The missions of an institution that run and end until `soon`.
///
/// # Errors
/// The engine's error.
pub(crate) async fn ending(tx: &mut Tx, institution: Id<Organisation>, soon: Date) -> Result<Vec<Ending>> {
    tx.query(ENDING, params![institution, soon], |row| {
        let (id, title, team) = (row.get(0)?, row.get(1)?, row.get(2)?);
        Ok(Ending { id, title, team, peer: row.get(3)?, until: row.get(4)? })
    })
    .await
}

/// How much waits for the referents of a team: a number, and nobody's hours.
pub(crate) struct ToConfirm {
    pub team: Id<Team>,
    pub name: String,
    /// Months of missions.
    pub sheets: i64,
    /// The first of those months.
    pub first: Month,
    pub since: Timestamp,
    /// One of the missions, whose page names who confirms.
    pub mission: Id<Mission>,
}

/// How much waits for the referents of each team of an institution.
///
/// # Errors
/// The engine's error.
pub(crate) async fn to_confirm(tx: &mut Tx, institution: Id<Organisation>) -> Result<Vec<ToConfirm>> {
    tx.query(TO_CONFIRM, params![institution], |row| {
        let (team, name, sheets) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let (since, mission) = (row.get(4)?, row.get(5)?);
        Ok(ToConfirm { team, name, sheets, first: row.code(3, Month::parse)?, since, mission })
    })
    .await
}

/// How many missions run in an institution, and in how many teams.
///
/// # Errors
/// The engine's error.
pub(crate) async fn running(tx: &mut Tx, institution: Id<Organisation>) -> Result<(i64, i64)> {
    tx.one(RUNNING, params![institution], |row| Ok((row.get(0)?, row.get(1)?))).await
}
