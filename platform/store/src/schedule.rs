//! Jobs that come back: when each is due next, once for all nodes.
//!
//! A node that finds a job due moves it on and enqueues it in one transaction; whoever moves it first has it. A time
//! that passed while nobody was running is made up for once, however often it came.

use passerelle_kernel::Timestamp;

use crate::{Result, Tx, params};

crate::sql! {
    /// The statements about schedules.
    pub STATEMENTS;
    ALL = "SELECT job, at, next_at FROM schedule";
    PLAN = "INSERT INTO schedule (job, at, next_at) VALUES (?1, ?2, ?3)
        ON CONFLICT (job) DO UPDATE SET at = ?2, next_at = ?3 WHERE schedule.at <> ?2";
    MOVE = "UPDATE schedule SET next_at = ?3 WHERE job = ?1 AND next_at = ?2";
    DROP = "DELETE FROM schedule WHERE job = ?1";
}

/// A job that comes back, as it is planned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// The kind of the job.
    pub job: String,
    /// Its times, as a cron pattern.
    pub at: String,
    /// When it is due next.
    pub next_at: Timestamp,
}

/// Everything that is planned.
///
/// # Errors
/// The engine's error.
pub async fn all(tx: &mut Tx) -> Result<Vec<Planned>> {
    tx.query(ALL, &[], |row| Ok(Planned { job: row.get(0)?, at: row.get(1)?, next_at: row.get(2)? })).await
}

/// Plans a job that is not planned yet, or not at these times.
///
/// # Errors
/// The engine's error.
pub async fn plan(tx: &mut Tx, job: &str, at: &str, next: Timestamp) -> Result<()> {
    tx.execute(PLAN, params![job, at, next]).await.map(drop)
}

/// Moves a job on to its next time; false when another node did so first.
///
/// # Errors
/// The engine's error.
pub async fn move_on(tx: &mut Tx, planned: &Planned, next: Timestamp) -> Result<bool> {
    Ok(tx.execute(MOVE, params![&planned.job, planned.next_at, next]).await? == 1)
}

/// Forgets a job that comes back no more.
///
/// # Errors
/// The engine's error.
pub async fn forget(tx: &mut Tx, job: &str) -> Result<()> {
    tx.execute(DROP, params![job]).await.map(drop)
}
