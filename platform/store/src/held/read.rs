//! The rows of a person: found, counted, erased, by the statements of a declaration.

use passerelle_kernel::{Date, TimeZone, Timestamp};

use super::{Fact, Held, Shown, Since};
use crate::{Cell, Error, Result, Row, Tx, params};

/// A fact as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Nothing is kept.
    Nothing,
    /// Words, or a code.
    Text(String),
    /// A number, or yes (1) and no (0).
    Number(i64),
    /// A day.
    Day(Date),
    /// An instant.
    Instant(Timestamp),
}

/// A row about the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The day that its time is counted from, once it has come.
    pub since: Option<Date>,
    /// The country of its organisation, where the time depends on it.
    pub country: Option<String>,
    /// Its facts, in the order of the declaration.
    pub values: Vec<Value>,
}

/// How many rows there are about the person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// How many.
    pub rows: i64,
    /// The day that the time of the first one is counted from.
    pub first: Option<Date>,
    /// The same of the last one.
    pub last: Option<Date>,
    /// The country of the organisation, where the time depends on it.
    pub country: Option<String>,
}

/// A sealed text that was read and is still to be opened.
struct Closed {
    row: usize,
    fact: usize,
    owner: String,
    id: String,
    bytes: Vec<u8>,
}

/// The rows of this person, the newest first, `most` at the most.
///
/// # Errors
/// The engine's error.
pub async fn find(tx: &mut Tx, held: &'static Held, person: &str, most: i64) -> Result<Vec<Record>> {
    let mut closed = Vec::new();
    let mut count = 0;
    let read = |row: &Row<'_>| {
        let mut column = 2;
        let mut values = Vec::with_capacity(held.facts.len());
        for (place, fact) in held.facts.iter().enumerate() {
            if let Shown::Sealed(_) = fact.shown {
                if let Some(bytes) = row.get::<Option<Vec<u8>>>(column)? {
                    let (owner, id) = (row.get(column + 1)?, row.get(column + 2)?);
                    closed.push(Closed { row: count, fact: place, owner, id, bytes });
                }
                values.push(Value::Nothing);
                column += 3;
            } else {
                values.push(value(row, column, fact)?);
                column += 1;
            }
        }
        count += 1;
        Ok(Record { since: day(row, 0, held.since)?, country: row.get(1)?, values })
    };
    let mut records = tx.query(held.find, params![person, most], read).await?;
    for Closed { row, fact, owner, id, bytes } in closed {
        let Some(Shown::Sealed(field)) = held.facts.get(fact).map(|fact| fact.shown) else { continue };
        let text = tx.open(field, owner, id, Some(&bytes)).await?;
        if let Some(place) = records.get_mut(row).and_then(|record| record.values.get_mut(fact)) {
            *place = Value::Text(text);
        }
    }
    Ok(records)
}

/// How many rows of this person there are.
///
/// # Errors
/// The engine's error.
pub async fn count(tx: &mut Tx, held: &'static Held, person: &str) -> Result<Counted> {
    tx.one(held.count, params![person], |row| {
        let (first, last) = (day(row, 1, held.since)?, day(row, 2, held.since)?);
        Ok(Counted { rows: row.get(0)?, first, last, country: row.get(3)? })
    })
    .await
}

/// Erases what this declaration says is erased of this person; gives how many rows.
///
/// # Errors
/// The engine's error.
pub async fn erase(tx: &mut Tx, held: &'static Held, person: &str) -> Result<u64> {
    match held.erase {
        None => Ok(0),
        Some(erase) => tx.execute(erase, params![person]).await,
    }
}

/// The day in a column that holds a day or an instant.
pub(super) fn day(row: &Row<'_>, column: usize, since: Since) -> Result<Option<Date>> {
    Ok(match since {
        Since::Instant => row.get::<Option<Timestamp>>(column)?.map(|at| at.to_zoned(TimeZone::UTC).date()),
        Since::Day | Since::Leaving => row.get(column)?,
    })
}

fn value(row: &Row<'_>, column: usize, fact: &Fact) -> Result<Value> {
    if row.cell(column)? == Cell::Null {
        return Ok(Value::Nothing);
    }
    Ok(match fact.shown {
        Shown::Day => Value::Day(row.get(column)?),
        Shown::Instant => Value::Instant(row.get(column)?),
        Shown::Minutes | Shown::YesNo => Value::Number(row.get(column)?),
        Shown::Sealed(_) => return Err(Error::Column { column, problem: "a sealed text is not read so" }),
        Shown::Text | Shown::Code(_) | Shown::Country | Shown::Spoken | Shown::Device => {
            match row.get::<String>(column)? {
                text if text.is_empty() => Value::Nothing,
                text => Value::Text(text),
            }
        }
    })
}
