//! Requests beyond the charter in the database: the noun ↔ its row, and the lists of the coordinator and the peer.

use passerelle_access::{Actor, Decision, Facts, Organisation, Rule, Scope};
use passerelle_kernel::Id;
use passerelle_store::{Error as StoreError, Result, Row, Tx, params};

use super::sealed::{BEYOND_ANSWER, Bytes};
use crate::{
    Error,
    access::BEYOND_READ,
    beyond::{Asker, Beyond, Kind, Stage, State},
    stamp::Stamp,
};

/// A request beyond the charter with whom it concerns and the names that a person reads.
#[derive(Clone, Debug)]
pub(crate) struct Told {
    /// The request.
    pub beyond: Beyond,
    /// Whom it concerns.
    pub of: Facts,
    /// The peer's name.
    pub peer: String,
    /// The mission's title.
    pub mission: String,
    /// The team's name.
    pub team: String,
    /// Who answered, by name.
    pub answered_by: String,
}

macro_rules! told {
    ($rest:literal) => {
        concat!(
            "SELECT b.id, b.mission_id, b.peer_id, b.kind, b.asked_by, b.told_at, b.state, b.answered_by, b.answered_at,
            b.answer, b.withdrawn_at, b.org_id, b.institution_id, b.team_id,
            coalesce(a.name, ''), coalesce(m.title, ''), coalesce(t.name, ''), coalesce(c.name, '')
            FROM beyond b LEFT JOIN account a ON a.id = b.peer_id LEFT JOIN mission m ON m.id = b.mission_id
            LEFT JOIN team t ON t.id = b.team_id LEFT JOIN account c ON c.id = b.answered_by ",
            $rest
        )
    };
}

passerelle_store::sql! {
    /// The statements about requests beyond the charter.
    pub(crate) STATEMENTS;
    INSERT = "INSERT INTO beyond (id, org_id, institution_id, team_id, mission_id, peer_id, kind, asked_by, told_at, state)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 'waiting')";
    SAVE = "UPDATE beyond SET state = ?2, answered_by = ?3, answered_at = ?4, answer = ?5, withdrawn_at = ?6
        WHERE id = ?1 AND state = 'waiting'";
    FIND = told!("WHERE b.id = ?1");
    OF_ORG = told!("WHERE b.org_id = ?1 AND (b.told_at < ?2 OR (b.told_at = ?2 AND b.id < ?3))
        ORDER BY b.told_at DESC, b.id DESC LIMIT 51");
    OF_PEER = told!("WHERE b.peer_id = ?1 AND b.org_id = ?4 AND (b.told_at < ?2 OR (b.told_at = ?2 AND b.id < ?3))
        ORDER BY b.told_at DESC, b.id DESC LIMIT 51");
    OWNER = "SELECT org_id FROM beyond WHERE id = ?1";
    WAITING = told!("WHERE b.org_id = ?1 AND b.state = 'waiting' ORDER BY b.told_at, b.id LIMIT 50");
}

/// A request whose answer is still sealed.
fn read(row: &Row<'_>) -> Result<(Told, Bytes)> {
    let state = match row.code(6, Stage::parse)? {
        Stage::Waiting => State::Waiting,
        Stage::Answered => State::Answered { stamp: Stamp::of(row.get(7)?, row.get(8)?), answer: String::new() },
        Stage::Withdrawn => State::Withdrawn(row.get(10)?),
    };
    let beyond = Beyond {
        id: row.get(0)?,
        mission: row.get(1)?,
        peer: row.get(2)?,
        kind: row.code(3, Kind::parse)?,
        asked_by: row.code_opt(4, Asker::parse)?,
        told_at: row.get(5)?,
        state,
    };
    let person = Some(beyond.peer);
    let of = Facts { association: row.get(11)?, institution: row.get(12)?, team: row.get(13)?, person };
    let (peer, mission, team, answered_by) = (row.get(14)?, row.get(15)?, row.get(16)?, row.get(17)?);
    Ok((Told { beyond, of, peer, mission, team, answered_by }, row.get(9)?))
}

async fn open(tx: &mut Tx, (mut told, sealed): (Told, Bytes)) -> Result<Told> {
    let id = told.beyond.id;
    if let (State::Answered { answer, .. }, Some(org)) = (&mut told.beyond.state, told.of.association) {
        *answer = tx.open(BEYOND_ANSWER, org, id, sealed.as_deref()).await?;
    }
    Ok(told)
}

async fn open_all(tx: &mut Tx, read: Vec<(Told, Bytes)>) -> Result<Vec<Told>> {
    let mut all = Vec::with_capacity(read.len());
    for told in read {
        all.push(open(tx, told).await?);
    }
    Ok(all)
}

/// Writes a new request, which concerns these.
///
/// # Errors
/// The engine's error.
pub(crate) async fn insert(tx: &mut Tx, beyond: &Beyond, of: &Facts) -> Result<()> {
    let b = beyond;
    let asked_by = b.asked_by.map(Asker::as_str);
    let (kind, told_at) = (b.kind.as_str(), b.told_at);
    let values = params![b.id, of.association, of.institution, of.team, b.mission, b.peer, kind, asked_by, told_at];
    tx.execute(INSERT, values).await.map(drop)
}

/// Writes the answer, or that it was taken back.
///
/// # Errors
/// [`StoreError::Conflict`] when it does not wait any more.
pub(crate) async fn save(tx: &mut Tx, beyond: &Beyond) -> Result<()> {
    let (stamp, answer, withdrawn) = match &beyond.state {
        State::Waiting => (None, None, None),
        State::Answered { stamp, answer } => (Some(stamp), Some(answer), None),
        State::Withdrawn(at) => (None, None, Some(*at)),
    };
    let by = stamp.and_then(|stamp| stamp.by.account());
    let at = stamp.map(|stamp| stamp.at);
    let org: Id<Organisation> = tx.one(OWNER, params![beyond.id], |row| row.get(0)).await?;
    let answer = tx.seal_opt(BEYOND_ANSWER, org, beyond.id, answer.map(String::as_str)).await?;
    let stage = beyond.stage().as_str();
    match tx.execute(SAVE, &[beyond.id.into(), stage.into(), by.into(), at.into(), answer, withdrawn.into()]).await? {
        1 => Ok(()),
        _ => Err(StoreError::Conflict),
    }
}

/// The request, if the person may read it and do `rule` with it.
///
/// # Errors
/// [`Error::NotFound`] or [`Error::Forbidden`]; the engine's error.
pub(crate) async fn load_beyond(
    tx: &mut Tx,
    actor: &Actor,
    id: Id<Beyond>,
    rule: &Rule,
) -> std::result::Result<Told, Error> {
    let told = tx.find(FIND, params![id], read).await?.ok_or(Error::NotFound)?;
    let told = open(tx, told).await?;
    match actor.decide(tx, BEYOND_READ, rule, &told.of) {
        Decision::Yes => Ok(told),
        Decision::Forbidden => Err(Error::Forbidden),
        Decision::Hidden => Err(Error::NotFound),
    }
}

/// The requests that a person sees, the newest first, before (instant, id): one more than 50.
///
/// # Errors
/// The engine's error.
pub(crate) async fn list(tx: &mut Tx, scope: Scope, before: (i64, &str)) -> Result<Vec<Told>> {
    let told = match scope {
        Scope::Association(org) => tx.query(OF_ORG, params![org, before.0, before.1], read).await?,
        Scope::Own(org, peer) => tx.query(OF_PEER, params![peer, before.0, before.1, org], read).await?,
        Scope::Institution(_) | Scope::Team(_) => Vec::new(),
    };
    open_all(tx, told).await
}

/// The requests that wait for an answer of this association, the oldest first.
///
/// # Errors
/// The engine's error.
pub(crate) async fn waiting(tx: &mut Tx, org: Id<Organisation>) -> Result<Vec<Told>> {
    let told = tx.query(WAITING, params![org], read).await?;
    open_all(tx, told).await
}
