//! Signals in the database: the noun ↔ its row, and the lists of the peer and the coordination. Facts are not kept: see
//! [`pictures`].

pub(crate) mod pictures;

use std::collections::BTreeSet;

use passerelle_access::{Actor, Decision, Facts, Rule};
use passerelle_kernel::{Date, Id, Timestamp};
use passerelle_store::{Error as StoreError, Param, Result, Row, Tx, params};

use super::sealed::{Bytes, SIGNAL_ANSWER};
use crate::{
    Error,
    outside::{Organisation, Person},
    stamp::Stamp,
    vigilance::{Extent, Kind, Signal, told_before},
};

/// A signal with the names that a person reads.
#[derive(Clone, Debug)]
pub(crate) struct Kept {
    /// The signal.
    pub(crate) signal: Signal,
    /// The peer's name.
    pub(crate) peer: String,
    /// The association's name.
    pub(crate) org: String,
    /// Who noted that both have talked, by name.
    pub(crate) talked_by: String,
}

macro_rules! signals_where {
    ($rest:literal) => {
        concat!(
            "SELECT s.id, s.peer_id, s.org_id, s.kind, s.parts, s.weight, s.raised_at, s.told_at, s.wished_at, s.aside_at,
            s.talked_at, s.talked_by, s.answer, coalesce(a.name, ''), coalesce(o.name, ''), coalesce(c.name, '')
            FROM signal s LEFT JOIN account a ON a.id = s.peer_id LEFT JOIN organisation o ON o.id = s.org_id
            LEFT JOIN account c ON c.id = s.talked_by WHERE s.ended_at IS NULL AND ",
            $rest
        )
    };
}

passerelle_store::sql! {
    /// The statements about signals.
    pub(crate) STATEMENTS;
    INSERT = "INSERT INTO signal (id, peer_id, org_id, kind, parts, weight, raised_at, told_at, wished_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
    SAVE = "UPDATE signal SET parts = ?2, weight = ?3, raised_at = ?4, told_at = ?5, wished_at = ?6, aside_at = ?7,
            talked_at = ?8, talked_by = ?9, answer = ?10
        WHERE id = ?1 AND ended_at IS NULL";
    END = "UPDATE signal SET ended_at = ?2 WHERE id = ?1 AND ended_at IS NULL";
    END_OF_LEFT = "UPDATE signal SET ended_at = ?1 WHERE ended_at IS NULL AND NOT EXISTS (SELECT 1 FROM membership m
        WHERE m.account_id = signal.peer_id AND m.role = 'peer' AND m.aside_at IS NULL
            AND (signal.org_id IS NULL OR m.org_id = signal.org_id)
            AND m.from_on <= ?2 AND (m.until_on IS NULL OR m.until_on >= ?2))";
    FIND = signals_where!("s.id = ?1");
    OF_PEERS = signals_where!("s.peer_id IN (SELECT one.value FROM json_each(?1) one) ORDER BY s.raised_at DESC, s.id DESC");
    OPEN = signals_where!("s.org_id = ?1 AND s.aside_at IS NULL AND (s.wished_at IS NOT NULL OR s.told_at <= ?2)
        AND (s.raised_at < ?3 OR (s.raised_at = ?3 AND s.id < ?4)) ORDER BY s.raised_at DESC, s.id DESC LIMIT 51");
    WAITING = signals_where!("s.org_id = ?1 AND s.aside_at IS NULL AND s.talked_at IS NULL
        AND (s.wished_at IS NOT NULL OR s.told_at <= ?2) ORDER BY s.wished_at IS NULL, s.raised_at, s.id LIMIT 50");
    PEERS = "SELECT DISTINCT m.account_id FROM membership m JOIN account a ON a.id = m.account_id
        WHERE m.role = 'peer' AND a.closed_at IS NULL AND m.aside_at IS NULL AND m.account_id > ?2
            AND m.from_on <= ?1 AND (m.until_on IS NULL OR m.until_on >= ?1)
        ORDER BY m.account_id LIMIT 50";
}

/// A signal whose answer is still sealed.
fn read(row: &Row<'_>) -> Result<(Kept, Bytes)> {
    let talked: (Option<Timestamp>, Option<Id<Person>>) = (row.get(10)?, row.get(11)?);
    let parts: String = row.get(4)?;
    let signal = Signal {
        id: row.get(0)?,
        peer: row.get(1)?,
        org: row.get(2)?,
        kind: row.code(3, Kind::parse)?,
        extent: Extent { parts: parts.split_whitespace().map(str::to_owned).collect(), weight: row.get(5)? },
        raised_at: row.get(6)?,
        told_at: row.get(7)?,
        wished_at: row.get(8)?,
        aside_at: row.get(9)?,
        talked: talked.0.zip(talked.1).map(|(at, by)| Stamp::of(by, at)),
        answer: None,
    };
    Ok((Kept { signal, peer: row.get(13)?, org: row.get(14)?, talked_by: row.get(15)? }, row.get(12)?))
}

async fn open(tx: &mut Tx, (mut kept, sealed): (Kept, Bytes)) -> Result<Kept> {
    if let Some(org) = kept.signal.org {
        kept.signal.answer = tx.open_opt(SIGNAL_ANSWER, org, kept.signal.id, sealed.as_deref()).await?;
    }
    Ok(kept)
}

async fn open_all(tx: &mut Tx, read: Vec<(Kept, Bytes)>) -> Result<Vec<Kept>> {
    let mut all = Vec::with_capacity(read.len());
    for one in read {
        all.push(open(tx, one).await?);
    }
    Ok(all)
}

fn joined(parts: &BTreeSet<String>) -> String {
    parts.iter().map(String::as_str).collect::<Vec<_>>().join(" ")
}

/// Ids as the statements take many of them.
fn list(peers: &[Id<Person>]) -> String {
    serde_json::json!(peers.iter().map(Id::to_string).collect::<Vec<_>>()).to_string()
}

/// Writes a new signal.
///
/// # Errors
/// The engine's error.
pub(crate) async fn insert(tx: &mut Tx, signal: &Signal) -> Result<()> {
    let s = signal;
    let (kind, parts) = (s.kind.as_str(), joined(&s.extent.parts));
    let values = params![s.id, s.peer, s.org, kind, parts, s.extent.weight, s.raised_at, s.told_at, s.wished_at];
    tx.execute(INSERT, values).await.map(drop)
}

/// Writes a changed signal.
///
/// # Errors
/// [`StoreError::Conflict`] when it is over.
pub(crate) async fn save(tx: &mut Tx, signal: &Signal) -> Result<()> {
    let s = signal;
    let answer: Param = match s.org {
        Some(org) => tx.seal_opt(SIGNAL_ANSWER, org, s.id, s.answer.as_deref()).await?,
        None => None::<i64>.into(),
    };
    let (at, by) = (s.talked.as_ref().map(|stamp| stamp.at), s.talked.as_ref().and_then(|stamp| stamp.by.account()));
    let mut values = params![
        s.id,
        joined(&s.extent.parts),
        s.extent.weight,
        s.raised_at,
        s.told_at,
        s.wished_at,
        s.aside_at,
        at,
        by,
    ]
    .to_vec();
    values.push(answer);
    if tx.execute(SAVE, &values).await? == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}

/// A signal is over; the night erases it.
///
/// # Errors
/// The engine's error.
pub(crate) async fn end(tx: &mut Tx, signal: Id<Signal>) -> Result<()> {
    let now = tx.now();
    tx.execute(END, params![signal, now]).await.map(drop)
}

/// The signals of those who do not work for the association any more are over.
///
/// # Errors
/// The engine's error.
pub(crate) async fn end_of_left(tx: &mut Tx, today: Date) -> Result<()> {
    let now = tx.now();
    tx.execute(END_OF_LEFT, params![now, today]).await.map(drop)
}

/// Some peers of any association after this id, in order.
///
/// # Errors
/// The engine's error.
pub(crate) async fn some_peers(tx: &mut Tx, today: Date, after: &str) -> Result<Vec<Id<Person>>> {
    tx.query(PEERS, params![today, after], |row| row.get(0)).await
}

/// The signals of these peers, the newest first.
///
/// # Errors
/// The engine's error.
pub(crate) async fn of_peers(tx: &mut Tx, peers: &[Id<Person>]) -> Result<Vec<Kept>> {
    let read = tx.query(OF_PEERS, params![list(peers)], read).await?;
    open_all(tx, read).await
}

/// What the coordination of an association can see, the newest first, before (instant, id): one more than 50.
///
/// # Errors
/// The engine's error.
pub(crate) async fn open_to(tx: &mut Tx, org: Id<Organisation>, before: (i64, &str)) -> Result<Vec<Kept>> {
    let told = told_before(tx.now());
    let read = tx.query(OPEN, params![org, told, before.0, before.1], read).await?;
    open_all(tx, read).await
}

/// What waits for a word between the coordination and a peer, the oldest first.
///
/// # Errors
/// The engine's error.
pub(crate) async fn waiting(tx: &mut Tx, org: Id<Organisation>) -> Result<Vec<Kept>> {
    let told = told_before(tx.now());
    let read = tx.query(WAITING, params![org, told], read).await?;
    open_all(tx, read).await
}

/// The signal, if the person may see it under `rule` now: for anybody but its peer it does not exist before.
///
/// # Errors
/// [`Error::NotFound`] or [`Error::Forbidden`]; the engine's error.
pub(crate) async fn load(tx: &mut Tx, actor: &Actor, id: Id<Signal>, rule: &Rule) -> std::result::Result<Kept, Error> {
    let kept = tx.find(FIND, params![id], read).await?.ok_or(Error::NotFound)?;
    let kept = open(tx, kept).await?;
    let of = facts(&kept.signal, actor, tx.now());
    match actor.decide(tx, rule, rule, &of) {
        Decision::Yes => Ok(kept),
        Decision::Forbidden => Err(Error::Forbidden),
        Decision::Hidden => Err(Error::NotFound),
    }
}

/// Whom it concerns: its peer, in the role of its association (in any for what several make together); the association
/// once it is open to it.
fn facts(signal: &Signal, actor: &Actor, now: Timestamp) -> Facts {
    let own = actor.account == signal.peer;
    let here = actor.seat.as_ref().map(|seat| seat.org);
    let association = match signal.org {
        Some(org) => (own || signal.is_open(now)).then_some(org),
        None => here.filter(|_| own),
    };
    Facts { association, person: Some(signal.peer), ..Facts::default() }
}
