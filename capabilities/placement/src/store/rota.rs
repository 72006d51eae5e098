//! Who is where on some days: the missions of one page of peers, and the teams that welcome them.
//!
//! Peers go by name, one query a page; the times of all of them are two more.

use passerelle_access::Scope;
use passerelle_kernel::Id;
use passerelle_store::{Param, Result, Row, Sql, Tx, params};

use super::slots;
use crate::{
    holiday::Region,
    mission::Mission,
    outside::{Person, Team},
    period::{Days, Period},
    slot::Timetable,
};

/// How many peers a page shows.
pub(crate) const PEERS: usize = 40;

/// What a peer does somewhere.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    /// The mission.
    pub(crate) mission: Id<Mission>,
    /// A few words that name it.
    pub(crate) title: String,
    /// The team that welcomes.
    pub(crate) team: String,
    /// Where the institution has its public holidays, if we know them.
    pub(crate) region: Option<Region>,
    /// When the peer is there.
    pub(crate) table: Timetable,
}

/// A peer, with what concerns the reader.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    /// The peer.
    pub(crate) peer: Id<Person>,
    /// The name of the peer.
    pub(crate) name: String,
    /// Where the peer is.
    pub(crate) places: Vec<Place>,
}

// The missions that somebody does on these days.
macro_rules! present {
    ($whose:literal) => {
        concat!(
            "m.state IN ('agreed', 'running', 'ended') AND m.peer_id IS NOT NULL AND m.from_on <= ?2
                AND COALESCE(m.until_on, '9999-12-31') >= ?1 AND ",
            $whose
        )
    };
}

macro_rules! lines_of {
    ($whose:literal) => {
        concat!(
            "SELECT a.id, a.name, m.id, m.title, t.name, m.from_on, m.until_on, o.country, o.post_code
            FROM mission m JOIN account a ON a.id = m.peer_id JOIN organisation o ON o.id = m.institution_id
                LEFT JOIN team t ON t.id = m.team_id
            WHERE ",
            present!($whose),
            " AND m.peer_id IN (SELECT b.id FROM account b WHERE b.id IN (SELECT m.peer_id FROM mission m WHERE ",
            present!($whose),
            ") AND (?4 = '' OR (b.name, b.id) > (SELECT c.name, c.id FROM account c WHERE c.id = ?4))
                ORDER BY b.name, b.id LIMIT ?5)
            ORDER BY a.name, a.id, m.id"
        )
    };
}

macro_rules! teams_of {
    ($whose:literal) => {
        concat!(
            "SELECT DISTINCT t.id, t.name FROM mission m JOIN team t ON t.id = m.team_id WHERE ",
            present!($whose),
            " ORDER BY t.name, t.id LIMIT 200"
        )
    };
}

passerelle_store::sql! {
    pub(crate) STATEMENTS;
    OF_ASSOCIATION = lines_of!("m.org_id = ?3");
    OF_ASSOCIATION_IN = lines_of!("m.org_id = ?3 AND m.team_id = ?6");
    OF_INSTITUTION = lines_of!("m.institution_id = ?3");
    OF_INSTITUTION_IN = lines_of!("m.institution_id = ?3 AND m.team_id = ?6");
    OF_TEAM = lines_of!("m.team_id = ?3");
    OF_PEER = lines_of!("m.org_id = ?3 AND m.peer_id = ?6");
    TEAMS_OF_ASSOCIATION = teams_of!("m.org_id = ?3");
    TEAMS_OF_INSTITUTION = teams_of!("m.institution_id = ?3");
}

/// The peers of `scope` who have a mission on these days (in this team only), by name, from after `after` on, `most` at
/// the most.
pub(crate) async fn lines(
    tx: &mut Tx,
    scope: Scope,
    days: Days,
    team: Option<Id<Team>>,
    after: Option<Id<Person>>,
    most: usize,
) -> Result<Vec<Line>> {
    let (sql, whose, more) = statement(scope, team);
    let after = after.map(|peer| peer.to_string()).unwrap_or_default();
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let mut values = params![days.first(), days.last(), whose, after, most].to_vec();
    values.extend(more);
    let found = tx.query(sql, &values, read).await?;
    let mut tables = slots::of_missions(tx, found.iter().map(|found| found.mission)).await?;
    let mut lines: Vec<Line> = Vec::new();
    for Found { peer, name, mission, title, team, region, period } in found {
        let table = tables.remove(&mission).unwrap_or_else(|| Timetable::blank(mission, period));
        let place = Place { mission, title, team, region, table };
        match lines.last_mut().filter(|line| line.peer == peer) {
            Some(line) => line.places.push(place),
            None => lines.push(Line { peer, name, places: vec![place] }),
        }
    }
    Ok(lines)
}

/// The teams of `scope` in which somebody works on these days, by name; none for a scope that is one team or one peer.
pub(crate) async fn teams(tx: &mut Tx, scope: Scope, days: Days) -> Result<Vec<(Id<Team>, String)>> {
    let (sql, org) = match scope {
        Scope::Association(org) => (TEAMS_OF_ASSOCIATION, org),
        Scope::Institution(org) => (TEAMS_OF_INSTITUTION, org),
        Scope::Team(_) | Scope::Own(..) => return Ok(Vec::new()),
    };
    tx.query(sql, params![days.first(), days.last(), org], |row| Ok((row.get(0)?, row.get(1)?))).await
}

/// The statement, whose missions it reads, and what narrows them.
fn statement(scope: Scope, team: Option<Id<Team>>) -> (&'static Sql, Param, Option<Param>) {
    match (scope, team) {
        (Scope::Association(org), None) => (OF_ASSOCIATION, org.into(), None),
        (Scope::Association(org), Some(team)) => (OF_ASSOCIATION_IN, org.into(), Some(team.into())),
        (Scope::Institution(org), None) => (OF_INSTITUTION, org.into(), None),
        (Scope::Institution(org), Some(team)) => (OF_INSTITUTION_IN, org.into(), Some(team.into())),
        (Scope::Team(team), _) => (OF_TEAM, team.into(), None),
        (Scope::Own(org, person), _) => (OF_PEER, org.into(), Some(person.into())),
    }
}

struct Found {
    peer: Id<Person>,
    name: String,
    mission: Id<Mission>,
    title: String,
    team: String,
    region: Option<Region>,
    period: Period,
}

fn read(row: &Row<'_>) -> Result<Found> {
    Ok(Found {
        peer: row.get(0)?,
        name: row.get(1)?,
        mission: row.get(2)?,
        title: row.get(3)?,
        team: row.get::<Option<String>>(4)?.unwrap_or_default(),
        region: Region::of(&row.get::<String>(7)?, row.get::<Option<String>>(8)?.as_deref()),
        period: Period { from: row.get(5)?, until: row.get(6)? },
    })
}
