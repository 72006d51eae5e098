//! What is kept longer than it may be: counted, and removed.

use passerelle_kernel::{Date, TimeZone, Timestamp};

use super::{Purge, Retention, Since, Term, read::day};
use crate::{Param, Result, Tx};

/// Rows whose time is over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Due {
    /// How many.
    pub rows: i64,
    /// The day that the time of the oldest was counted from.
    pub oldest: Option<Date>,
    /// The same of the newest.
    pub newest: Option<Date>,
}

/// How many rows there are whose time is over; changes nothing.
///
/// # Errors
/// The engine's error.
pub async fn due(tx: &mut Tx, purge: Purge, since: Since, term: Term, retention: &Retention) -> Result<Due> {
    let values = cutoffs(tx.now(), purge, since, term, retention);
    tx.one(purge.due, &values, |row| {
        Ok(Due { rows: row.get(0)?, oldest: day(row, 1, since)?, newest: day(row, 2, since)? })
    })
    .await
}

/// Removes the rows whose time is over; gives how many.
///
/// # Errors
/// The engine's error.
pub async fn purge(tx: &mut Tx, purge: Purge, since: Since, term: Term, retention: &Retention) -> Result<u64> {
    let values = cutoffs(tx.now(), purge, since, term, retention);
    tx.execute(purge.go, &values).await
}

/// What is from before these is kept too long: in most countries, and in Belgium.
fn cutoffs(now: Timestamp, purge: Purge, since: Since, term: Term, retention: &Retention) -> Vec<Param> {
    let before = |country| {
        let span = retention.span(term, country);
        match since {
            Since::Instant => Param::from(span.before_instant(now)),
            Since::Day | Since::Leaving => span.before(now.to_zoned(TimeZone::UTC).date()).into(),
        }
    };
    if purge.by_country { vec![before(None), before(Some("BE"))] } else { vec![before(None)] }
}
