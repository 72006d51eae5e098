//! The plans in the database, and the ground that they are made from.

use std::collections::{HashMap, HashSet};

use passerelle_kernel::{Date, Id};
use passerelle_store::{Result, Row, Tx, params};

use super::{candidates, missions, missions::Loaded, private_list, requests, weights};
use crate::{
    mission::Mission,
    outside::{Organisation, Person},
    planning::{Ground, Line, Part, Peer, Planning, Stage, Wanted},
    proposal,
    sheet::Point,
};

/// How many plans the page lists.
const LISTED: i64 = 10;

macro_rules! plannings_where {
    ($condition:literal) => {
        concat!("SELECT id, org_id, made_at, state, done, facts, stops FROM planning WHERE ", $condition)
    };
}

passerelle_store::sql! {
    pub(crate) STATEMENTS;
    FIND = plannings_where!("id = ?1");
    OF_ORG = plannings_where!("org_id = ?1 ORDER BY id DESC LIMIT ?2");
    INSERT = "INSERT INTO planning (id, org_id, made_by, made_at, state, done, stops, facts)
        VALUES (?1, ?2, ?3, ?4, 'waiting', 0, 0, '')";
    ADD_LINE = "INSERT INTO planning_line (org_id, planning_id, mission_id, peer_id, part) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (planning_id, mission_id, peer_id, part) DO NOTHING";
    LINES = "SELECT mission_id, peer_id, part FROM planning_line WHERE planning_id = ?1
        ORDER BY mission_id, peer_id, part";
    PROGRESS = "UPDATE planning SET state = 'working', done = ?2 WHERE id = ?1 AND state IN ('waiting', 'working')";
    STOP = "UPDATE planning SET stops = 1 WHERE id = ?1 AND state IN ('waiting', 'working')";
    STOPS = "SELECT stops FROM planning WHERE id = ?1";
    FINISH = "UPDATE planning SET state = ?2, done = 100, facts = ?3 WHERE id = ?1 AND state IN ('waiting', 'working')";
    MISSIONS_NOW = "SELECT count(*), CAST(coalesce(sum(version), 0) AS BIGINT) FROM mission
        WHERE org_id = ?1 AND state IN ('open', 'proposed', 'agreed', 'running')";
    PROPOSALS_NOW = "SELECT count(*), coalesce(max(coalesce(changed_at, asked_at)), 0) FROM proposal WHERE org_id = ?1";
    ASKED = "SELECT p.mission_id, p.peer_id, p.state FROM mission m JOIN proposal p ON p.mission_id = m.id
        WHERE m.org_id = ?1 AND m.state IN ('open', 'proposed') AND p.state <> 'closed' ORDER BY p.id";
    COMPLETE = "SELECT s.mission_id FROM sheet_answer s JOIN mission m ON m.id = s.mission_id
        WHERE m.org_id = ?1 AND m.state IN ('open', 'proposed') GROUP BY s.mission_id HAVING count(*) = ?2";
    OPEN_NOW = "SELECT count(*) FROM mission WHERE org_id = ?1 AND state IN ('open', 'proposed')";
}

fn read(row: &Row<'_>) -> Result<Planning> {
    Ok(Planning {
        id: row.get(0)?,
        org: row.get(1)?,
        made_at: row.get(2)?,
        stage: row.code(3, Stage::parse)?,
        done: row.get::<i64>(4)?.try_into().unwrap_or(0),
        facts: row.get(5)?,
        stops: row.get(6)?,
    })
}

/// Writes a new plan with what a person has said of single lines.
pub(crate) async fn insert(
    tx: &mut Tx,
    id: Id<Planning>,
    org: Id<Organisation>,
    by: Id<Person>,
    said: &[Line],
) -> Result<()> {
    let now = tx.now();
    tx.execute(INSERT, params![id, org, by, now]).await?;
    add(tx, id, org, said).await
}

async fn add(tx: &mut Tx, id: Id<Planning>, org: Id<Organisation>, lines: &[Line]) -> Result<()> {
    for line in lines {
        tx.execute(ADD_LINE, params![org, id, line.mission, line.peer, line.part.as_str()]).await?;
    }
    Ok(())
}

/// The plan with this id.
pub(crate) async fn find(tx: &mut Tx, id: Id<Planning>) -> Result<Option<Planning>> {
    tx.find(FIND, params![id], read).await
}

/// The last plans of an association, the newest first.
pub(crate) async fn of_org(tx: &mut Tx, org: Id<Organisation>) -> Result<Vec<Planning>> {
    tx.query(OF_ORG, params![org, LISTED], read).await
}

/// Every line of a plan.
pub(crate) async fn lines(tx: &mut Tx, id: Id<Planning>) -> Result<Vec<Line>> {
    tx.query(LINES, params![id], |row| {
        Ok(Line { mission: row.get(0)?, peer: row.get(1)?, part: row.code(2, Part::parse)? })
    })
    .await
}

/// Tells how far a plan is, in hundredths.
pub(crate) async fn tell_progress(tx: &mut Tx, id: Id<Planning>, done: i64) -> Result<()> {
    tx.execute(PROGRESS, params![id, done]).await.map(drop)
}

/// Asks a plan to stop.
pub(crate) async fn stop(tx: &mut Tx, id: Id<Planning>) -> Result<()> {
    tx.execute(STOP, params![id]).await.map(drop)
}

/// Whether somebody has asked it to stop.
pub(crate) async fn stops(tx: &mut Tx, id: Id<Planning>) -> Result<bool> {
    Ok(tx.find(STOPS, params![id], |row| row.get::<bool>(0)).await?.unwrap_or(true))
}

/// Keeps what was worked out.
pub(crate) async fn finish(tx: &mut Tx, planning: &Planning, stage: Stage, facts: &str, lines: &[Line]) -> Result<()> {
    if tx.execute(FINISH, params![planning.id, stage.as_str(), facts]).await? == 1 {
        add(tx, planning.id, planning.org, lines).await?;
    }
    Ok(())
}

/// How many missions of an association look for a peer.
pub(crate) async fn open_now(tx: &mut Tx, org: Id<Organisation>) -> Result<i64> {
    tx.one(OPEN_NOW, params![org], |row| row.get(0)).await
}

/// What the coordination can see now, as a short mark that changes with it. What peers keep for themselves, their private
/// lists above all, is no part of it: a mark that changed would tell that a list did.
pub(crate) async fn facts_now(tx: &mut Tx, org: Id<Organisation>) -> Result<String> {
    let read = |row: &Row<'_>| Ok((row.get::<i64>(0)?, row.get::<i64>(1)?));
    let missions = tx.find(MISSIONS_NOW, params![org], read).await?.unwrap_or_default();
    let proposals = tx.find(PROPOSALS_NOW, params![org], read).await?.unwrap_or_default();
    let (_, weighed) = weights::of_org(tx, org).await?;
    Ok(format!("{}/{} {}/{} {weighed}", missions.0, missions.1, proposals.0, proposals.1))
}

/// The ground of a plan with what the page tells of its missions and peers, in the same order.
pub(crate) struct Told {
    pub(crate) ground: Ground,
    pub(crate) missions: Vec<Loaded>,
    pub(crate) names: Vec<String>,
    /// The missions whose sheet is complete: the others cannot be proposed yet.
    pub(crate) complete: HashSet<Id<Mission>>,
}

/// All open missions and all peers of an association, as of now.
pub(crate) async fn ground(tx: &mut Tx, org: Id<Organisation>, today: Date) -> Result<Told> {
    let missions = missions::open_of(tx, org).await?;
    let places: Vec<_> = missions.iter().map(|loaded| (loaded.mission.team, loaded.institution)).collect();
    let known = private_list::known_as(tx, &places).await?;
    let mut not_there = HashSet::new();
    let (mut candidates, mut names) = (Vec::new(), Vec::new());
    for (candidate, name, list) in candidates::everybody(tx, org, today).await? {
        let avoided = missions.iter().filter(|loaded| list.names(loaded.mission.team, loaded.institution, &known));
        not_there.extend(avoided.map(|loaded| (loaded.mission.id, candidate.peer)));
        candidates.push(candidate);
        names.push(name);
    }
    let mut asked = asked(tx, org).await?;
    let mut workplaces = candidates::workplaces(tx, org).await?;
    let needs = requests::needs(tx, &missions.iter().map(|loaded| &loaded.mission).collect::<Vec<_>>(), today).await?;
    let wanted = missions.iter().zip(needs).map(|(Loaded { mission, institution, .. }, need)| Wanted {
        need,
        place: (*institution, mission.team),
        asked: asked.remove(&mission.id).unwrap_or_default(),
    });
    let wanted = wanted.collect();
    let peers = candidates
        .into_iter()
        .map(|candidate| Peer { worked: workplaces.remove(&candidate.peer).unwrap_or_default(), candidate });
    let peers = peers.collect();
    let (weights, _) = weights::of_org(tx, org).await?;
    let ground = Ground { missions: wanted, peers, not_there, weights };
    Ok(Told { ground, missions, names, complete: complete(tx, org).await? })
}

async fn complete(tx: &mut Tx, org: Id<Organisation>) -> Result<HashSet<Id<Mission>>> {
    let points = i64::try_from(Point::ALL.len()).unwrap_or_default();
    Ok(tx.query(COMPLETE, params![org, points], |row| row.get(0)).await?.into_iter().collect())
}

/// Who was asked for which open mission and says what.
type Asked = HashMap<Id<Mission>, Vec<(Id<Person>, proposal::Stage)>>;

async fn asked(tx: &mut Tx, org: Id<Organisation>) -> Result<Asked> {
    let mut asked = Asked::new();
    let read = |row: &Row<'_>| {
        let stage = row.code(2, proposal::Stage::parse)?;
        Ok((row.get::<Id<Mission>>(0)?, row.get::<Id<Person>>(1)?, stage))
    };
    for (mission, peer, stage) in tx.query(ASKED, params![org], read).await? {
        asked.entry(mission).or_default().push((peer, stage));
    }
    Ok(asked)
}
