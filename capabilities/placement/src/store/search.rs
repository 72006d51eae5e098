//! What is found by words here: missions and requests, by those whose lists show them.
//!
//! Only what their lists show is indexed, never a text that is sealed. A mission is found by the names of its peer, its
//! team and its institution too.

use passerelle_access::Scope;
use passerelle_kernel::Id;
use passerelle_store::{
    Result, Row, Tx, found, params,
    search::{Entry, Search, reader},
};
use passerelle_web::search::{LOOKED_AT, STEP};

use super::requests::{self, Kept, Shelf};
use crate::{
    mission::Mission,
    outside::{Organisation, Person, Team},
    request::{Request, Stage},
};

const MISSION: &str = "mission";
const REQUEST: &str = "request";

passerelle_store::sql! {
    pub(crate) STATEMENTS;
    FIND_MISSIONS = found!("m.id, m.title, t.name, i.name, a.name",
        "JOIN mission m ON m.id = s.id LEFT JOIN team t ON t.id = m.team_id
        LEFT JOIN organisation i ON i.id = m.institution_id LEFT JOIN account a ON a.id = m.peer_id", "");
    FIND_REQUESTS = found!("r.id, coalesce(t.name, r.team_words), coalesce(o.name, r.institution_words), r.stage",
        "JOIN request r ON r.id = s.id LEFT JOIN team t ON t.id = r.team_id
        LEFT JOIN organisation o ON o.id = r.institution_id", "AND r.shelf <> 'draft'");
    FACTS = "SELECT org_id, institution_id, team_id, peer_id, title FROM mission WHERE id = ?1";
    MISSIONS_AFTER = "SELECT id FROM mission WHERE id > ?1 ORDER BY id LIMIT ?2";
    REQUESTS_AFTER = "SELECT id FROM request WHERE id > ?1 ORDER BY id LIMIT ?2";
}

/// Those who find a mission or a request: of its association, its institution, its team, and the peer.
struct Readers {
    association: &'static str,
    institution: &'static str,
    team: &'static str,
    peer: &'static str,
}

const OF_MISSION: Readers = Readers {
    association: "missionassociation",
    institution: "missioninstitution",
    team: "missionteam",
    peer: "missionpeer",
};
const OF_REQUEST: Readers = Readers {
    association: "requestassociation",
    institution: "requestinstitution",
    team: "requestteam",
    peer: "requestpeer",
};

impl Readers {
    /// What somebody is whose lists show this scope.
    fn of(&self, scope: Scope) -> Vec<String> {
        match scope {
            Scope::Association(org) => vec![reader(self.association, Some(org.to_string()))],
            Scope::Institution(org) => vec![reader(self.institution, Some(org.to_string()))],
            Scope::Team(team) => vec![reader(self.team, Some(team.to_string()))],
            Scope::Own(org, person) => {
                vec![reader(self.peer, Some(person.to_string())), reader(self.association, Some(org.to_string()))]
            }
        }
    }

    /// Everybody who finds a record of these.
    fn all(
        &self,
        org: Id<Organisation>,
        institution: Option<Id<Organisation>>,
        team: Option<Id<Team>>,
        peer: Option<Id<Person>>,
    ) -> Vec<String> {
        let others = [
            (self.institution, institution.map(|id| id.to_string())),
            (self.team, team.map(|id| id.to_string())),
            (self.peer, peer.map(|id| id.to_string())),
        ];
        let others = others.into_iter().filter(|(_, of)| of.is_some()).map(|(what, of)| reader(what, of));
        std::iter::once(reader(self.association, Some(org.to_string()))).chain(others).collect()
    }
}

/// Missions in a scope: id, title, and the names of team, institution and peer.
pub(crate) async fn find_missions(
    tx: &mut Tx,
    search: &Search,
    scope: Scope,
) -> Result<Vec<(Id<Mission>, String, [Option<String>; 3])>> {
    let searched = tx.searched(search, &OF_MISSION.of(scope));
    let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?, [row.get(2)?, row.get(3)?, row.get(4)?]));
    tx.query(FIND_MISSIONS, &[searched, LOOKED_AT.into()], read).await
}

/// Requests in a scope: id, team, institution, state.
pub(crate) async fn find_requests(
    tx: &mut Tx,
    search: &Search,
    scope: Scope,
) -> Result<Vec<(Id<Request>, String, String, Stage)>> {
    let searched = tx.searched(search, &OF_REQUEST.of(scope));
    let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.code(3, Stage::parse)?));
    tx.query(FIND_REQUESTS, &[searched, LOOKED_AT.into()], read).await
}

/// Follows a mission that was written.
pub(crate) async fn index_mission(tx: &mut Tx, mission: Id<Mission>) -> Result<()> {
    type Facts = (Id<Organisation>, Option<Id<Organisation>>, Option<Id<Team>>, Option<Id<Person>>, String);
    let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?));
    let facts: Option<Facts> = tx.find(FACTS, params![mission], read).await?;
    let Some((org, institution, team, peer, title)) = facts else { return Ok(()) };
    let readers = OF_MISSION.all(org, institution, team, peer);
    let names = [peer.map(|id| id.to_string()), team.map(|id| id.to_string()), institution.map(|id| id.to_string())];
    let entry = Entry {
        kind: MISSION,
        id: mission.to_string(),
        org: org.to_string(),
        readers: &readers,
        text: &title,
        names,
        ..Entry::default()
    };
    tx.index(&entry).await
}

/// Follows a request that was written; what is only being written is found by nobody.
pub(crate) async fn index_request(tx: &mut Tx, kept: &Kept) -> Result<()> {
    let (request, id) = (&kept.request, kept.request.id.to_string());
    if Shelf::of(request).0 == Shelf::Draft {
        return tx.unindex(REQUEST, &id).await;
    }
    let readers = OF_REQUEST.all(request.org, kept.institution, request.team, None);
    let text = format!("{} {}", request.answers.team, request.answers.institution);
    let names = [request.team.map(|id| id.to_string()), kept.institution.map(|id| id.to_string()), None];
    let org = request.org.to_string();
    tx.index(&Entry { kind: REQUEST, id, org, readers: &readers, text: &text, names, ..Entry::default() }).await
}

/// Indexes the next missions after this id.
pub(crate) async fn index_missions(tx: &mut Tx, after: &str) -> Result<Option<String>> {
    let next: Vec<Id<Mission>> = tx.query(MISSIONS_AFTER, params![after, STEP], |row| row.get(0)).await?;
    for mission in &next {
        index_mission(tx, *mission).await?;
    }
    Ok(next.last().map(ToString::to_string))
}

/// Indexes the next requests after this id.
pub(crate) async fn index_requests(tx: &mut Tx, after: &str) -> Result<Option<String>> {
    let next: Vec<Id<Request>> = tx.query(REQUESTS_AFTER, params![after, STEP], |row| row.get(0)).await?;
    for request in &next {
        if let Some(kept) = requests::find(tx, *request).await? {
            index_request(tx, &kept).await?;
        }
    }
    Ok(next.last().map(ToString::to_string))
}
