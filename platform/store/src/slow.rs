//! Statements that take long are told in the log: their name and the time, never a value.

use std::{
    sync::atomic::{AtomicU64, Ordering},
    time::{Duration, Instant},
};

use crate::Sql;

static LONG_MILLIS: AtomicU64 = AtomicU64::new(500);

/// From now on a statement that takes this long or longer is told (half a second unless said otherwise).
pub fn tell_slower_than(time: Duration) {
    LONG_MILLIS.store(time.as_millis().try_into().unwrap_or(u64::MAX), Ordering::Relaxed);
}

/// Tells of the statement if it took long since `began`.
pub(crate) fn look(sql: &Sql, began: Instant) {
    let took = began.elapsed().as_millis();
    if took >= u128::from(LONG_MILLIS.load(Ordering::Relaxed)) {
        tracing::warn!(statement = sql.name, ms = took as u64, "a slow statement");
    }
}
