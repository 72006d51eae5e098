//! What vigilance looks at: terms, homes, roles, missions and times of many peers at once, in as many statements as for
//! one.

use std::collections::HashMap;

use passerelle_kernel::{Date, Id};
use passerelle_store::{Result, Row, Tx, params};

use super::{Kept, list};
use crate::{
    contract::{Contract, Term},
    matching::{Mode, Place},
    mission::Mission,
    outside::{Organisation, Person},
    period::Period,
    slot::Timetable,
    store::{contracts::term, missions::place, slots},
    vigilance::{self, Found, Kind, Picture, Seat, Signal, Wishes, Work},
};

passerelle_store::sql! {
    /// The statements about what vigilance looks at.
    pub(crate) STATEMENTS;
    SEATS = "SELECT s.account_id, s.org_id, min(s.from_on), (SELECT max(m.ended_on) FROM mission m
            WHERE m.peer_id = s.account_id AND m.org_id = s.org_id AND m.state = 'ended' AND m.started_on IS NOT NULL)
        FROM membership s WHERE s.account_id IN (SELECT one.value FROM json_each(?1) one) AND s.role = 'peer'
            AND s.aside_at IS NULL AND s.from_on <= ?2 AND (s.until_on IS NULL OR s.until_on >= ?2)
        GROUP BY s.account_id, s.org_id ORDER BY s.account_id, s.org_id";
    WISHES = "SELECT person_id, ceiling, from_on, until_on, paused, mode, most_travel FROM peer_terms
        WHERE person_id IN (SELECT one.value FROM json_each(?1) one)";
    HOMES = "SELECT id, org_id, lat, lon FROM person WHERE id IN (SELECT one.value FROM json_each(?1) one)";
    CONTRACTS = "SELECT peer_id, org_id, from_on, week FROM contract_term
        WHERE peer_id IN (SELECT one.value FROM json_each(?1) one) ORDER BY peer_id, org_id, from_on, set_at, id";
    WORK = "SELECT m.peer_id, m.id, m.org_id, m.team_id, m.from_on, m.until_on, m.hours_week, m.lat, m.lon, m.title,
            coalesce(t.name, ''), coalesce(o.name, '')
        FROM mission m LEFT JOIN team t ON t.id = m.team_id LEFT JOIN organisation o ON o.id = m.institution_id
        WHERE m.peer_id IN (SELECT one.value FROM json_each(?1) one) AND m.state IN ('agreed', 'running') ORDER BY m.id";
}

/// How a mission is called.
#[derive(Clone, Debug)]
pub(crate) struct Named {
    /// Its title.
    pub(crate) title: String,
    /// The team.
    pub(crate) team: String,
    /// The institution.
    pub(crate) institution: String,
}

/// The names of missions.
pub(crate) type Names = HashMap<Id<Mission>, Named>;

/// A signal that holds today, with its facts.
#[derive(Clone, Debug)]
pub(crate) struct Seen {
    /// The signal.
    pub(crate) kept: Kept,
    /// Its facts.
    pub(crate) facts: vigilance::Facts,
}

/// What is known of these peers today, and how their missions are called.
///
/// # Errors
/// The engine's error.
pub(crate) async fn pictures(
    tx: &mut Tx,
    peers: &[Id<Person>],
    today: Date,
) -> Result<(Vec<(Id<Person>, Picture)>, Names)> {
    let ids = list(peers);
    let mut pictures: HashMap<Id<Person>, Picture> = peers.iter().map(|peer| (*peer, blank(today))).collect();
    for (peer, seat) in tx.query(SEATS, params![&ids, today], read_seat).await? {
        pictures.entry(peer).and_modify(|picture| picture.seats.push(seat));
    }
    for (peer, wishes) in tx.query(WISHES, params![&ids], read_wishes).await? {
        pictures.entry(peer).and_modify(|picture| picture.wishes = wishes);
    }
    for (peer, home) in tx.query(HOMES, params![&ids], read_home).await? {
        pictures.entry(peer).and_modify(|picture| picture.home = home);
    }
    let mut contracts: HashMap<(Id<Person>, Id<Organisation>), Vec<Term>> = HashMap::new();
    for (of, term) in tx.query(CONTRACTS, params![&ids], |row| Ok(((row.get(0)?, row.get(1)?), term(row, 2)?))).await? {
        contracts.entry(of).or_default().push(term);
    }
    for ((peer, org), terms) in contracts {
        pictures.entry(peer).and_modify(|picture| picture.contracts.push((org, Contract::of(terms))));
    }
    let mut tables: HashMap<Id<Mission>, Timetable> =
        slots::of_peers(tx, &ids).await?.into_iter().map(|table| (table.mission, table)).collect();
    let mut names = Names::new();
    for (peer, mut work, named) in tx.query(WORK, params![&ids], read_work).await? {
        names.insert(work.mission, named);
        work.table = tables.remove(&work.mission).unwrap_or(work.table);
        pictures.entry(peer).and_modify(|picture| picture.work.push(work));
    }
    Ok((peers.iter().filter_map(|peer| Some((*peer, pictures.remove(peer)?))).collect(), names))
}

/// Of these signals those whose facts hold today and say no more than the peer was told; with the names of missions.
///
/// # Errors
/// The engine's error.
pub(crate) async fn that_hold(tx: &mut Tx, kept: Vec<Kept>, today: Date) -> Result<(Vec<Seen>, Names)> {
    let mut peers: Vec<Id<Person>> = kept.iter().map(|kept| kept.signal.peer).collect();
    peers.sort_unstable();
    peers.dedup();
    if peers.is_empty() {
        return Ok((Vec::new(), Names::new()));
    }
    let (pictures, names) = pictures(tx, &peers, today).await?;
    let look = |(peer, picture): (Id<Person>, Picture)| (peer, (vigilance::found(&picture), picture));
    let found: HashMap<Id<Person>, (Vec<Found>, Picture)> = pictures.into_iter().map(look).collect();
    let hold = |kept: Kept| {
        let (found, picture) = found.get(&kept.signal.peer)?;
        let facts = facts_of(&kept.signal, picture, found)?;
        Some(Seen { kept, facts })
    };
    Ok((kept.into_iter().filter_map(hold).collect(), names))
}

fn facts_of(signal: &Signal, picture: &Picture, found: &[Found]) -> Option<vigilance::Facts> {
    if signal.kind == Kind::Alone {
        let works = picture.seats.iter().any(|seat| Some(seat.org) == signal.org);
        return works.then_some(vigilance::Facts::Alone);
    }
    let same = found.iter().find(|one| one.org == signal.org && one.facts.kind() == signal.kind)?;
    signal.extent.covers(&same.facts.extent()).then(|| same.facts.clone())
}

const fn blank(today: Date) -> Picture {
    let wishes = Wishes { ceiling: None, from: None, until: None, paused: false, travel: None };
    Picture { today, wishes, home: None, seats: Vec::new(), work: Vec::new(), contracts: Vec::new() }
}

fn read_seat(row: &Row<'_>) -> Result<(Id<Person>, Seat)> {
    Ok((row.get(0)?, Seat { org: row.get(1)?, since: row.get(2)?, last: row.get(3)? }))
}

fn read_wishes(row: &Row<'_>) -> Result<(Id<Person>, Wishes)> {
    let travel = row.code_opt(5, Mode::parse)?.zip(row.get(6)?);
    let (ceiling, from, until) = (row.get(1)?, row.get(2)?, row.get(3)?);
    Ok((row.get(0)?, Wishes { ceiling, from, until, paused: row.get(4)?, travel }))
}

/// Where a peer starts from, as one association knows it.
type Home = Option<(Id<Organisation>, Place)>;

fn read_home(row: &Row<'_>) -> Result<(Id<Person>, Home)> {
    let org: Option<Id<Organisation>> = row.get(1)?;
    Ok((row.get(0)?, org.zip(place(row, 2)?)))
}

fn read_work(row: &Row<'_>) -> Result<(Id<Person>, Work, Named)> {
    let (mission, period) = (row.get(1)?, Period { from: row.get(4)?, until: row.get(5)? });
    let work = Work {
        mission,
        org: row.get(2)?,
        team: row.get(3)?,
        period,
        hours_week: row.get(6)?,
        place: place(row, 7)?,
        table: Timetable::blank(mission, period),
    };
    let named = Named { title: row.get(9)?, team: row.get(10)?, institution: row.get(11)? };
    Ok((row.get(0)?, work, named))
}
