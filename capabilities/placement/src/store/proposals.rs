//! The proposals in the database. [`load_proposal`] is the only way in which a peer gets one.
//!
//! A peer who does not want to work at a place has nothing from there: what was proposed before is not found any more.

use passerelle_access::{Actor, Facts};
use passerelle_kernel::{Date, Id, Timestamp};
use passerelle_store::{Result, Row, Tx, params};

use super::private_list;
use crate::{
    Error, access,
    mission::Mission,
    outside::{Organisation, Person, Team},
    proposal::{Proposal, Reply, Stage, State},
    stamp::Stamp,
};

/// A proposal as a list of the peer tells it.
#[derive(Clone, Debug)]
pub(crate) struct Offer {
    /// Its id.
    pub(crate) id: Id<Proposal>,
    /// A few words that name the mission.
    pub(crate) title: String,
    /// The team that welcomes.
    pub(crate) team: String,
    /// Its institution.
    pub(crate) institution: String,
    /// Where it stands.
    pub(crate) stage: Stage,
    /// The day until which an answer is hoped for.
    pub(crate) answer_by: Date,
}

macro_rules! proposals_where {
    ($condition:literal) => {
        concat!(
            "SELECT p.id, p.mission_id, p.peer_id, p.asked_by, p.asked_at, p.answer_by, p.state, p.sheet_version,
                p.later_on, p.changed_at, p.agreed_by, p.org_id, m.team_id, m.institution_id
            FROM proposal p JOIN mission m ON m.id = p.mission_id WHERE ",
            $condition
        )
    };
}

passerelle_store::sql! {
    pub(crate) STATEMENTS;
    FIND = proposals_where!("p.id = ?1");
    FIND_OF_PEER = proposals_where!("p.id = ?1 AND p.peer_id = ?2");
    OF_MISSION = proposals_where!("p.mission_id = ?1 ORDER BY p.id");
    OFFERS = "SELECT p.id, m.title, t.name, i.name, p.state, p.answer_by, m.team_id, m.institution_id
        FROM proposal p JOIN mission m ON m.id = p.mission_id
        LEFT JOIN team t ON t.id = m.team_id LEFT JOIN organisation i ON i.id = m.institution_id
        WHERE p.peer_id = ?1 AND p.org_id = ?2 AND p.state IN ('waiting', 'yes', 'no', 'later')
        ORDER BY p.id DESC LIMIT 100";
    INSERT = "INSERT INTO proposal (id, org_id, mission_id, peer_id, asked_by, asked_at, answer_by, state)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    UPDATE = "UPDATE proposal SET state = ?2, sheet_version = ?3, later_on = ?4, changed_at = ?5, agreed_by = ?6
        WHERE id = ?1";
}

/// The proposal with this id and the association that asks; people use [`load_proposal`] or the mission's list.
pub(crate) async fn find(tx: &mut Tx, id: Id<Proposal>) -> Result<Option<Proposal>> {
    tx.find(FIND, params![id], read).await
}

/// The proposal with this id, if it is made to this person in the association of their seat.
pub(crate) async fn load_proposal(
    tx: &mut Tx,
    actor: &Actor,
    id: Id<Proposal>,
) -> std::result::Result<Proposal, Error> {
    let read = |row: &Row<'_>| Ok((read(row)?, row.get::<Id<Organisation>>(11)?, place(row, 12)?));
    let found = tx.find(FIND_OF_PEER, params![id, actor.account], read).await?;
    let (proposal, org, (team, institution)) = found.ok_or(Error::NotFound)?;
    let known = private_list::known_as(tx, &[(team, institution)]).await?;
    if private_list::find(tx, actor.account).await?.names(team, institution, &known) {
        return Err(Error::NotFound);
    }
    let facts = Facts { association: Some(org), person: Some(proposal.peer), ..Facts::default() };
    if actor.may(access::PROPOSAL_ANSWER, &facts) { Ok(proposal) } else { Err(Error::NotFound) }
}

/// Every proposal of a mission, closed ones too, the first one first.
pub(crate) async fn of_mission(tx: &mut Tx, mission: Id<Mission>) -> Result<Vec<Proposal>> {
    tx.query(OF_MISSION, params![mission], read).await
}

/// What is proposed to a peer by an association and not decided, the newest first.
pub(crate) async fn offers(tx: &mut Tx, peer: Id<Person>, org: Id<Organisation>) -> Result<Vec<Offer>> {
    let read = |row: &Row<'_>| {
        let offer = Offer {
            id: row.get(0)?,
            title: row.get(1)?,
            team: row.get::<Option<String>>(2)?.unwrap_or_default(),
            institution: row.get::<Option<String>>(3)?.unwrap_or_default(),
            stage: row.code(4, Stage::parse)?,
            answer_by: row.get(5)?,
        };
        Ok((offer, place(row, 6)?))
    };
    let mut offers = tx.query(OFFERS, params![peer, org], read).await?;
    let list = private_list::find(tx, peer).await?;
    let known = private_list::known_as(tx, &offers.iter().map(|(_, place)| *place).collect::<Vec<_>>()).await?;
    offers.retain(|(_, (team, institution))| !list.names(*team, *institution, &known));
    Ok(offers.into_iter().map(|(offer, _)| offer).collect())
}

/// The team and the institution of a mission.
pub(super) fn place(row: &Row<'_>, first: usize) -> Result<(Id<Team>, Id<Organisation>)> {
    Ok((row.get(first)?, row.get(first + 1)?))
}

/// Writes a new proposal.
pub(crate) async fn insert(tx: &mut Tx, org: Id<Organisation>, proposal: &Proposal) -> Result<()> {
    let p = proposal;
    let by = p.asked.by.account();
    let values = params![p.id, org, p.mission, p.peer, by, p.asked.at, p.answer_by, p.stage().as_str()];
    tx.execute(INSERT, values).await.map(drop)
}

/// Writes where a proposal stands now.
pub(crate) async fn save(tx: &mut Tx, proposal: &Proposal) -> Result<()> {
    let stage = proposal.stage().as_str();
    let (version, later_on, at, by) = match &proposal.state {
        State::Waiting => (None, None, None, None),
        State::Answered { reply: Reply::Yes { sheet_version }, at } => (Some(*sheet_version), None, Some(*at), None),
        State::Answered { reply: Reply::Later(day), at } => (None, *day, Some(*at), None),
        State::Answered { reply: Reply::No, at } | State::Closed(at) => (None, None, Some(*at), None),
        State::Agreed(stamp) => (None, None, Some(stamp.at), stamp.by.account()),
    };
    tx.execute(UPDATE, params![proposal.id, stage, version, later_on, at, by]).await.map(drop)
}

fn read(row: &Row<'_>) -> Result<Proposal> {
    Ok(Proposal {
        id: row.get(0)?,
        mission: row.get(1)?,
        peer: row.get(2)?,
        asked: Stamp::of(row.get(3)?, row.get(4)?),
        answer_by: row.get(5)?,
        state: state(row)?,
    })
}

fn state(row: &Row<'_>) -> Result<State> {
    let at = |row: &Row<'_>| row.get::<Timestamp>(9);
    Ok(match row.code(6, Stage::parse)? {
        Stage::Waiting => State::Waiting,
        Stage::Yes => State::Answered { reply: Reply::Yes { sheet_version: row.get(7)? }, at: at(row)? },
        Stage::No => State::Answered { reply: Reply::No, at: at(row)? },
        Stage::Later => State::Answered { reply: Reply::Later(row.get(8)?), at: at(row)? },
        Stage::Agreed => State::Agreed(Stamp::of(row.get(10)?, at(row)?)),
        Stage::Closed => State::Closed(at(row)?),
    })
}
