//! An entry of hours ↔ its row.

use passerelle_access::Facts as Concerns;
use passerelle_kernel::Id;
use passerelle_store::{Error, Param, Result, Row, Tx};

use crate::store::sealed::{Bytes, QUESTION};
use crate::{
    hours::{Activity, Entry, Facts, Stage, State, Work},
    outside::Person,
    stamp::{Means, Signer, Stamp},
};

/// An entry with whom it concerns.
#[derive(Clone, Debug)]
pub(crate) struct Kept {
    /// The entry.
    pub entry: Entry,
    /// Whom it concerns: what the rules look at.
    pub of: Concerns,
}

/// The columns that [`entry`] and [`kept`] read, of the table `h`.
macro_rules! columns {
    () => {
        "h.id, h.mission_id, h.peer_id, h.worked_on, h.minutes, h.activity, h.correction_of, h.recorded_at, h.state,
        h.confirmed_means, h.confirmed_by, h.confirmed_name, h.confirmed_at, h.approved_by, h.approved_at,
        h.returned_means, h.returned_by, h.returned_name, h.returned_at, h.question,
        h.org_id, h.institution_id, h.team_id"
    };
}
pub(in crate::store) use columns;

/// The first column after [`columns`].
pub(in crate::store) const AFTER: usize = 23;

/// Reads an entry from the columns; the question of one that came back is still sealed.
pub(in crate::store) fn entry(row: &Row<'_>) -> Result<Entry> {
    let work = Work { on: row.get(3)?, minutes: row.get(4)?, activity: row.code(5, Activity::parse)? };
    let facts = Facts {
        id: row.get(0)?,
        mission: row.get(1)?,
        peer: row.get(2)?,
        work,
        correction_of: row.get(6)?,
        recorded_at: row.get(7)?,
    };
    Ok(Entry::restore(facts, state(row)?))
}

/// Something that holds an entry, and tells whom it concerns.
pub(super) trait Holds {
    /// The entry, and whom it concerns.
    fn parts(&mut self) -> (&mut Entry, &Concerns);
}

impl Holds for Kept {
    fn parts(&mut self) -> (&mut Entry, &Concerns) {
        (&mut self.entry, &self.of)
    }
}

/// Opens the question of an entry that came back.
pub(super) async fn open<T: Holds>(tx: &mut Tx, (mut held, sealed): (T, Bytes)) -> Result<T> {
    let (entry, of) = held.parts();
    let id = entry.facts().id;
    if let (Some(question), Some(org)) = (entry.question_mut(), of.association) {
        *question = tx.open(QUESTION, org, id, sealed.as_deref()).await?;
    }
    Ok(held)
}

/// The same for each of a list.
pub(super) async fn open_all<T: Holds>(tx: &mut Tx, read: Vec<(T, Bytes)>) -> Result<Vec<T>> {
    let mut all = Vec::with_capacity(read.len());
    for held in read {
        all.push(open(tx, held).await?);
    }
    Ok(all)
}

/// Reads an entry with whom it concerns; its question is still sealed.
pub(super) fn kept(row: &Row<'_>) -> Result<(Kept, Bytes)> {
    let entry = entry(row)?;
    let person = Some(entry.facts().peer);
    let of = Concerns { association: row.get(20)?, institution: row.get(21)?, team: row.get(22)?, person };
    Ok((Kept { entry, of }, row.get(19)?))
}

fn state(row: &Row<'_>) -> Result<State> {
    Ok(match row.code(8, Stage::parse)? {
        Stage::Recorded => State::Recorded,
        Stage::Confirmed => State::Confirmed(stamp(row, 9)?),
        Stage::Approved => {
            let approved = Stamp::of(row.get(13)?, row.get(14)?);
            State::Approved { confirmed: stamp(row, 9)?, approved }
        }
        Stage::Returned => State::Returned { stamp: stamp(row, 15)?, question: String::new() },
    })
}

/// A stamp from its four columns: the means, the account, the name, the instant.
fn stamp(row: &Row<'_>, first: usize) -> Result<Stamp> {
    let means = row.code(first, Means::parse)?;
    let account: Option<Id<Person>> = row.get(first + 1)?;
    let by = Signer::restore(means, account, row.get(first + 2)?)
        .ok_or(Error::Column { column: first, problem: "a signer without a name" })?;
    Ok(Stamp { by, at: row.get(first + 3)? })
}

/// The values of the statement that saves an entry, before the question.
pub(super) fn values(entry: &Entry, was: Stage) -> Vec<Param> {
    let (f, state) = (entry.facts(), entry.state());
    let (confirmed, approved, returned) = match state {
        State::Recorded => (None, None, None),
        State::Confirmed(stamp) => (Some(stamp), None, None),
        State::Approved { confirmed, approved } => (Some(confirmed), Some(approved), None),
        State::Returned { stamp, .. } => (None, None, Some(stamp)),
    };
    let mut values = vec![
        f.id.into(),
        was.as_str().into(),
        f.work.on.into(),
        f.work.minutes.into(),
        f.work.activity.as_str().into(),
        f.recorded_at.into(),
        entry.stage().as_str().into(),
    ];
    values.extend(stamp_values(confirmed));
    values.push(approved.and_then(|stamp| stamp.by.account()).into());
    values.push(approved.map(|stamp| stamp.at).into());
    values.extend(stamp_values(returned));
    values
}

fn stamp_values(stamp: Option<&Stamp>) -> [Param; 4] {
    [
        stamp.map(|stamp| stamp.by.means().as_str()).into(),
        stamp.and_then(|stamp| stamp.by.account()).into(),
        stamp.and_then(|stamp| stamp.by.name()).into(),
        stamp.map(|stamp| stamp.at).into(),
    ]
}
