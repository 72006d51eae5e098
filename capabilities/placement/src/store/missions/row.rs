//! Between a mission and its row: each state has its columns, and a row that lacks one is an error, never a guess.

use passerelle_directory::Country;
use passerelle_kernel::{Date, Id, Timestamp};
use passerelle_store::{Error, Result, Row, Tx};

use super::Loaded;
use crate::{
    matching::Place,
    mission::{Ending, Mission, Pairing, Stage, State},
    outside::Person,
    period::Period,
    request::Contact,
    spoken,
    stamp::Stamp,
    store::sealed::{Bytes, REFERENT_PHONE},
};

/// The columns of the state.
#[derive(Default)]
pub(super) struct StateFacts {
    pub(super) proposed_at: Option<Timestamp>,
    pub(super) peer: Option<Id<Person>>,
    pub(super) agreed_at: Option<Timestamp>,
    pub(super) agreed_by: Option<Id<Person>>,
    pub(super) started_on: Option<Date>,
    pub(super) ended_on: Option<Date>,
    pub(super) ending: Option<&'static str>,
    pub(super) ended_at: Option<Timestamp>,
    pub(super) ended_by: Option<Id<Person>>,
}

pub(super) fn facts_of(state: &State) -> StateFacts {
    match state {
        State::Open => StateFacts::default(),
        State::Proposed { since } => StateFacts { proposed_at: Some(*since), ..StateFacts::default() },
        State::Agreed(pairing) => paired(pairing, None),
        State::Running { pairing, started_on } => paired(pairing, Some(*started_on)),
        State::Ended { ending, on, stamp, work } => StateFacts {
            ended_on: Some(*on),
            ending: Some(ending.as_str()),
            ended_at: Some(stamp.at),
            ended_by: stamp.by.account(),
            ..work.as_ref().map_or_else(StateFacts::default, |(pairing, started)| paired(pairing, Some(*started)))
        },
    }
}

fn paired(pairing: &Pairing, started_on: Option<Date>) -> StateFacts {
    StateFacts {
        peer: Some(pairing.peer),
        agreed_at: Some(pairing.agreed.at),
        agreed_by: pairing.agreed.by.account(),
        started_on,
        ..StateFacts::default()
    }
}

/// A mission; the telephone number of its referent is still sealed.
pub(super) fn read(row: &Row<'_>) -> Result<(Loaded, Bytes)> {
    let state = state(row)?;
    let mission = Mission {
        id: row.get(0)?,
        org: row.get(1)?,
        request: row.get(4)?,
        team: row.get(3)?,
        title: row.get(5)?,
        period: Period { from: row.get(6)?, until: row.get(7)? },
        hours_week: row.get(8)?,
        flexible: row.get(9)?,
        languages: spoken::split(&row.get::<String>(10)?).unwrap_or_default(),
        town: row.get(11)?,
        place: place(row, 12)?,
        referent: referent(row)?,
        state,
    };
    let loaded = Loaded {
        mission,
        institution: row.get(2)?,
        version: row.get(28)?,
        institution_name: name(row, 29)?,
        country: Country::parse(&name(row, 33)?).unwrap_or_default(),
        team_name: name(row, 30)?,
        org_name: name(row, 31)?,
        peer_name: row.get(32)?,
        peer: row.get(20)?,
    };
    Ok((loaded, row.get(16)?))
}

/// The same, opened.
pub(super) async fn open(tx: &mut Tx, (mut loaded, phone): (Loaded, Bytes)) -> Result<Loaded> {
    let (org, id) = (loaded.mission.org, loaded.mission.id);
    if let Some(referent) = &mut loaded.mission.referent {
        referent.phone = tx.open(REFERENT_PHONE, org, id, phone.as_deref()).await?;
    }
    Ok(loaded)
}

/// The name of a record of the directory; empty when the directory has lost it.
pub(super) fn name(row: &Row<'_>, column: usize) -> Result<String> {
    Ok(row.get::<Option<String>>(column)?.unwrap_or_default())
}

pub(crate) fn place(row: &Row<'_>, column: usize) -> Result<Option<Place>> {
    let (latitude, longitude): (Option<f64>, Option<f64>) = (row.get(column)?, row.get(column + 1)?);
    Ok(latitude.zip(longitude).and_then(|(latitude, longitude)| Place::new(latitude, longitude).ok()))
}

fn referent(row: &Row<'_>) -> Result<Option<Contact>> {
    let Some(name) = row.get(14)? else { return Ok(None) };
    Ok(Some(Contact { name, email: self::name(row, 15)?, phone: String::new(), role: self::name(row, 17)? }))
}

fn state(row: &Row<'_>) -> Result<State> {
    Ok(match row.code(18, Stage::parse)? {
        Stage::Open => State::Open,
        Stage::Proposed => State::Proposed { since: row.get(19)? },
        Stage::Agreed => State::Agreed(pairing(row)?),
        Stage::Running => State::Running { pairing: pairing(row)?, started_on: row.get(23)? },
        Stage::Ended => State::Ended {
            ending: row.code(25, Ending::parse)?,
            on: row.get(24)?,
            stamp: Stamp::of(row.get(27)?, row.get(26)?),
            work: match row.get::<Option<Date>>(23)? {
                Some(started) => Some((pairing(row)?, started)),
                None => None,
            },
        },
    })
}

fn pairing(row: &Row<'_>) -> Result<Pairing> {
    let missing = Error::Column { column: 20, problem: "no peer in a state that has one" };
    let peer = row.get::<Option<Id<Person>>>(20)?.ok_or(missing)?;
    Ok(Pairing { peer, agreed: Stamp::of(row.get(22)?, row.get(21)?) })
}
