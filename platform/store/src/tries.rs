//! How often somebody tries something, counted once for all nodes.
//!
//! The rule is GCRA: a key holds the instant until which its tries are spent. A try adds [`Pace::every`] to it and is
//! refused when it would reach further than [`Pace::at_once`] tries ahead. One statement decides and writes. Keys are
//! kept as hashes only.

use sha2::{Digest as _, Sha256};

use crate::{Result, Tx, params, seal::hex};

crate::sql! {
    /// The statements about tries.
    pub STATEMENTS;
    TRY = "INSERT INTO tries (key, spent_until) VALUES (?1, ?3)
        ON CONFLICT (key) DO UPDATE
        SET spent_until = CASE WHEN tries.spent_until > ?2 THEN tries.spent_until + ?4 ELSE ?3 END
        WHERE tries.spent_until <= ?5";
    SPENT = "SELECT spent_until FROM tries WHERE key = ?1";
}

/// How many tries are allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// How many at once, at least 1.
    pub at_once: i64,
    /// After how many milliseconds another one.
    pub every: i64,
}

/// Counts one more try under this key, if it is allowed now; otherwise says in how many milliseconds it will be.
///
/// # Errors
/// The engine's error.
pub async fn count(tx: &mut Tx, key: &str, pace: Pace) -> Result<std::result::Result<(), i64>> {
    let key = hash(key);
    let now = tx.now().as_millisecond();
    let last = now + (pace.at_once - 1) * pace.every;
    if tx.execute(TRY, params![&key, now, now + pace.every, pace.every, last]).await? == 1 {
        return Ok(Ok(()));
    }
    let spent: i64 = tx.one(SPENT, params![key], |row| row.get(0)).await?;
    Ok(Err((spent - last).max(1)))
}

fn hash(key: &str) -> String {
    hex(&Sha256::digest(key.as_bytes()))
}
