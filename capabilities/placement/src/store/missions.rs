//! The missions in the database. [`load_mission`] is the only way in which a person gets one.
//!
//! Lists go by id, the newest first (an id begins with its moment), one query a page with the names that it shows.

pub(crate) mod list;
mod row;

pub(crate) use list::{LINES, Line, list};
pub(crate) use row::place;

use passerelle_access::{Actor, Decision, Facts, Rule};
use passerelle_directory::Country;
use passerelle_kernel::{Id, Timestamp};
use passerelle_store::{Param, Result, Tx, params};

use crate::{
    Error, access,
    matching::Place,
    mission::{Mission, Stage},
    outside::{Organisation, Person, Team},
    request::Request,
    store::{
        missions::row::{facts_of, open, read},
        sealed::{Bytes, REFERENT_PHONE},
        search::index_mission,
    },
};

/// A mission with what is known around it.
#[derive(Clone, Debug)]
pub(crate) struct Loaded {
    /// The mission.
    pub(crate) mission: Mission,
    /// The institution of its team.
    pub(crate) institution: Id<Organisation>,
    /// How often it was saved; a form that changes it sends it back.
    pub(crate) version: i64,
    /// The name of the institution.
    pub(crate) institution_name: String,
    /// Its country, whose law names the contracts of work.
    pub(crate) country: Country,
    /// The name of the team.
    pub(crate) team_name: String,
    /// The name of the association.
    pub(crate) org_name: String,
    /// The name of the peer, once one is agreed.
    pub(crate) peer_name: Option<String>,
    /// The peer, once one is agreed.
    pub(crate) peer: Option<Id<Person>>,
}

impl Loaded {
    /// Whom the mission concerns, for the rules.
    pub(crate) const fn facts(&self) -> Facts {
        Facts {
            association: Some(self.mission.org),
            institution: Some(self.institution),
            team: Some(self.mission.team),
            person: self.peer,
        }
    }

    /// “Team, institution”.
    pub(crate) fn place(&self) -> String {
        format!("{}, {}", self.team_name, self.institution_name)
    }
}

macro_rules! missions_where {
    ($condition:literal) => {
        concat!(
            "SELECT m.id, m.org_id, m.institution_id, m.team_id, m.request_id, m.title, m.from_on, m.until_on,
                m.hours_week, m.flexible, m.languages, m.town, m.lat, m.lon, m.referent_name, m.referent_email,
                m.referent_phone, m.referent_role, m.state, m.proposed_at, m.peer_id, m.agreed_at, m.agreed_by,
                m.started_on, m.ended_on, m.ending, m.ended_at, m.ended_by, m.version, i.name, t.name, o.name, a.name,
                i.country
            FROM mission m
            LEFT JOIN organisation i ON i.id = m.institution_id
            LEFT JOIN team t ON t.id = m.team_id
            LEFT JOIN organisation o ON o.id = m.org_id
            LEFT JOIN account a ON a.id = m.peer_id
            WHERE ",
            $condition
        )
    };
}

passerelle_store::sql! {
    pub(crate) STATEMENTS;
    FIND = missions_where!("m.id = ?1");
    OF_PEER = missions_where!("m.peer_id = ?1 ORDER BY m.id DESC LIMIT 500");
    OPEN = missions_where!("m.org_id = ?1 AND m.state IN ('open', 'proposed') ORDER BY m.id LIMIT 2000");
    OF_REQUEST = missions_where!("m.request_id = ?1 ORDER BY m.id DESC LIMIT 20");
    TEAM_PLACE = "SELECT t.org_id, COALESCE(t.lat, o.lat), COALESCE(t.lon, o.lon)
        FROM team t JOIN organisation o ON o.id = t.org_id WHERE t.id = ?1";
    RECORDS_OF_PEER = "SELECT DISTINCT org_id, institution_id, team_id FROM mission WHERE peer_id = ?1";
    HISTORY = "SELECT e.kind, e.at, a.name FROM event e LEFT JOIN account a ON a.id = e.actor_id
        WHERE e.subject_id = ?1 ORDER BY e.id DESC LIMIT 100";
    INSERT = "INSERT INTO mission (id, version, title, from_on, until_on, hours_week, flexible, languages, town, lat, lon,
            referent_name, referent_email, referent_phone, referent_role, state, org_id, institution_id, team_id,
            request_id, created_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21)";
    UPDATE = "UPDATE mission SET title = ?3, from_on = ?4, until_on = ?5, hours_week = ?6, flexible = ?7, languages = ?8,
            town = ?9, lat = ?10, lon = ?11, referent_name = ?12, referent_email = ?13, referent_phone = ?14,
            referent_role = ?15, state = ?16, proposed_at = ?17, peer_id = ?18, agreed_at = ?19, agreed_by = ?20,
            started_on = ?21, ended_on = ?22, ending = ?23, ended_at = ?24, ended_by = ?25, version = version + 1
        WHERE id = ?1 AND version = ?2";
}

/// The mission with this id, for jobs and for other records that lead to it; people use [`load_mission`].
pub(crate) async fn find(tx: &mut Tx, id: Id<Mission>) -> Result<Option<Loaded>> {
    match tx.find(FIND, params![id], read).await? {
        Some(read) => open(tx, read).await.map(Some),
        None => Ok(None),
    }
}

async fn open_all(tx: &mut Tx, read: Vec<(Loaded, Bytes)>) -> Result<Vec<Loaded>> {
    let mut all = Vec::with_capacity(read.len());
    for loaded in read {
        all.push(open(tx, loaded).await?);
    }
    Ok(all)
}

/// The mission with this id, if this person has this right on it.
pub(crate) async fn load_mission(
    tx: &mut Tx,
    actor: &Actor,
    id: Id<Mission>,
    rule: &'static Rule,
) -> std::result::Result<Loaded, Error> {
    let loaded = find(tx, id).await?.ok_or(Error::NotFound)?;
    match actor.decide(tx, access::MISSION_READ, rule, &loaded.facts()) {
        Decision::Yes => Ok(loaded),
        Decision::Forbidden => Err(Error::Forbidden),
        Decision::Hidden => Err(Error::NotFound),
    }
}

/// The missions that a peer has in one of these stages, in all associations, the newest first.
pub(crate) async fn missions_of_peer(tx: &mut Tx, peer: Id<Person>, stages: &[Stage]) -> Result<Vec<Loaded>> {
    let mut missions = tx.query(OF_PEER, params![peer], read).await?;
    missions.retain(|(loaded, _)| stages.contains(&loaded.mission.state.stage()));
    open_all(tx, missions).await
}

/// The missions of an association that look for a peer, the first 2,000.
pub(crate) async fn open_of(tx: &mut Tx, org: Id<Organisation>) -> Result<Vec<Loaded>> {
    let missions = tx.query(OPEN, params![org], read).await?;
    open_all(tx, missions).await
}

/// Whom the missions of a peer concern, whatever their stage: each place once.
pub(crate) async fn records_of_peer(tx: &mut Tx, peer: Id<Person>) -> Result<Vec<Facts>> {
    tx.query(RECORDS_OF_PEER, params![peer], |row| {
        let (association, institution, team) = (row.get(0)?, row.get(1)?, row.get(2)?);
        Ok(Facts { association, institution, team, person: Some(peer) })
    })
    .await
}

/// The missions that answer a request, the newest first.
pub(crate) async fn of_request(tx: &mut Tx, request: Id<Request>) -> Result<Vec<Loaded>> {
    let missions = tx.query(OF_REQUEST, params![request], read).await?;
    open_all(tx, missions).await
}

/// The institution of a team and where the team is, if the directory knows the team.
pub(crate) async fn team_place(tx: &mut Tx, team: Id<Team>) -> Result<Option<(Id<Organisation>, Option<Place>)>> {
    tx.find(TEAM_PLACE, params![team], |row| Ok((row.get(0)?, place(row, 1)?))).await
}

/// What happened to a mission, the last first: what, when, and the name of who did it.
pub(crate) async fn history(tx: &mut Tx, id: Id<Mission>) -> Result<Vec<(String, Timestamp, Option<String>)>> {
    tx.query(HISTORY, params![id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).await
}

/// What both writes say of a mission, from `?1` to `?16`.
async fn values(tx: &mut Tx, mission: &Mission, version: i64) -> Result<Vec<Param>> {
    let m = mission;
    let referent = m.referent.as_ref();
    let phone = tx.seal_opt(REFERENT_PHONE, m.org, m.id, referent.map(|referent| referent.phone.as_str())).await?;
    Ok(vec![
        m.id.into(),
        version.into(),
        (&m.title).into(),
        m.period.from.into(),
        m.period.until.into(),
        m.hours_week.into(),
        m.flexible.into(),
        crate::spoken::join(&m.languages).into(),
        (&m.town).into(),
        m.place.map(|place| place.latitude()).into(),
        m.place.map(|place| place.longitude()).into(),
        referent.map(|referent| &referent.name).into(),
        referent.map(|referent| &referent.email).into(),
        phone,
        referent.map(|referent| &referent.role).into(),
        m.state.stage().as_str().into(),
    ])
}

/// Writes a new mission.
pub(crate) async fn insert(tx: &mut Tx, mission: &Mission, institution: Id<Organisation>) -> Result<()> {
    let m = mission;
    let mut values = values(tx, m, 1).await?;
    values.extend_from_slice(params![m.org, institution, m.team, m.request, tx.now()]);
    tx.execute(INSERT, &values).await?;
    index_mission(tx, m.id).await
}

/// Writes a changed mission; false when somebody else has changed it since this `version`.
pub(crate) async fn save(tx: &mut Tx, mission: &Mission, version: i64) -> Result<bool> {
    let state = facts_of(&mission.state);
    let mut values = values(tx, mission, version).await?;
    values.extend_from_slice(params![
        state.proposed_at,
        state.peer,
        state.agreed_at,
        state.agreed_by,
        state.started_on,
        state.ended_on,
        state.ending,
        state.ended_at,
        state.ended_by,
    ]);
    let is_changed = tx.execute(UPDATE, &values).await? == 1;
    if is_changed {
        index_mission(tx, mission.id).await?;
    }
    Ok(is_changed)
}
