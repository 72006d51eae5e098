//! Statements that take long are told in the log: their name, how they begin and the time, never a value.

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
        // Many modules have a statement of the same name; how it begins tells them apart.
        let begins: Vec<&str> = sql.text.split_whitespace().take(12).collect();
        tracing::warn!(statement = sql.name, begins = begins.join(" "), ms = took as u64, "a slow statement");
    }
}
