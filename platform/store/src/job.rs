//! Jobs: what is to be done after a change, written in the same transaction as the change.
//!
//! A job is claimed for a while and its outcome recorded under that claim; a claim that ran out is taken over. Effects in
//! the database happen once: [`finish`] ties them to the claim. What leaves the house (a mail) may happen again.
//! After [`ATTEMPTS`] failures a job is set aside, the last some 90 minutes after the first.

use passerelle_kernel::{Id, Timestamp};
use serde::{Serialize, de::DeserializeOwned};

use crate::{Db, Error, Result, Row, Tx, params, seal::Opened};

/// How often a job is tried before it is set aside.
pub const ATTEMPTS: i64 = 8;

const CLAIM_MILLIS: i64 = 120_000;
/// How long a job may be overdue before it counts as given up: longer than all its tries.
const GIVEN_UP_MILLIS: i64 = 2 * 60 * 60 * 1_000;

/// Whatever was due before this moment and is not done was set aside.
pub fn given_up_before(now: Timestamp) -> Timestamp {
    Timestamp::from_millisecond(now.as_millisecond() - GIVEN_UP_MILLIS).unwrap_or(Timestamp::MIN)
}

/// How long is waited after so many tries, in milliseconds.
const fn pause_millis(attempts: i64) -> i64 {
    let longer = attempts - 1;
    1_000 << (2 * if longer > 10 { 10 } else { longer })
}

/// Claims the next job that is due, of those for which this holds too.
macro_rules! claim {
    ($and:literal) => {
        concat!(
            "UPDATE job SET claimed_until = ?2, attempts = attempts + 1 WHERE id = (
            SELECT id FROM job WHERE done_at IS NULL AND failed_at IS NULL AND run_at <= ?1
            AND (claimed_until IS NULL OR claimed_until < ?1) ",
            $and,
            " ORDER BY run_at, id LIMIT 1 /* skip locked */)
        RETURNING id, kind, payload, attempts"
        )
    };
}

crate::sql! {
    /// The statements about jobs.
    pub STATEMENTS;
    ENQUEUE = "INSERT INTO job (id, kind, payload, run_at, attempts) VALUES (?1, ?2, ?3, ?4, 0)";
    CLAIM = claim!("");
    CLAIM_IN_HOUSE = claim!("AND kind NOT LIKE 'outside-%'");
    CLAIM_OUTSIDE = claim!("AND kind LIKE 'outside-%'");
    WAITS_OUTSIDE = "SELECT 1 FROM job WHERE done_at IS NULL AND failed_at IS NULL AND run_at <= ?1
        AND kind LIKE 'outside-%' LIMIT 1";
    DONE = "UPDATE job SET done_at = ?3, claimed_until = NULL, payload = NULL
        WHERE id = ?1 AND attempts = ?2 AND done_at IS NULL AND failed_at IS NULL";
    RETRY = "UPDATE job SET run_at = ?3, claimed_until = NULL, last_error = ?4
        WHERE id = ?1 AND attempts = ?2 AND done_at IS NULL AND failed_at IS NULL";
    SET_ASIDE = "UPDATE job SET failed_at = ?3, claimed_until = NULL, last_error = ?4
        WHERE id = ?1 AND attempts = ?2 AND done_at IS NULL AND failed_at IS NULL";
    RENEW = "UPDATE job SET claimed_until = ?3 WHERE id = ?1 AND attempts = ?2 AND claimed_until IS NOT NULL";
    WAITING = "SELECT count(*) FROM job WHERE done_at IS NULL AND failed_at IS NULL";
    FAILED = "SELECT count(*) FROM job WHERE failed_at IS NOT NULL";
    WAITING_BY_KIND = "SELECT kind, count(*), min(CASE WHEN run_at <= ?1 THEN run_at END) FROM job
        WHERE done_at IS NULL AND failed_at IS NULL GROUP BY kind ORDER BY kind";
    SET_ASIDE_BY_KIND = "SELECT kind, count(*), min(failed_at) FROM job WHERE failed_at IS NOT NULL
        GROUP BY kind ORDER BY kind";
}

crate::sealed! {
    /// What is sealed of jobs.
    pub(crate) SEALED;
    PAYLOAD = job.payload, row "id", owner House "'house'", was "payload_clear",
        "What a job is given: the recipient and the words of a letter, and whom a link is for",
        "Letters name people and say what they asked for; forgotten once the job is done";
}

/// Which jobs somebody does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lane {
    /// All of them.
    Any,
    /// Those that wait for nobody but ourselves and the servers that the operator has chosen.
    House,
    /// Those that wait for servers of strangers, which may take as long as they like: their kinds begin with `outside-`.
    Outside,
}

/// The owner of what jobs are given.
const HOUSE: &str = "house";

/// A job that was claimed.
#[derive(Clone, Debug)]
pub struct Job {
    /// Its id.
    pub id: Id<Job>,
    /// What is to be done, as a stable code.
    pub kind: String,
    /// Nothing when it does not open.
    payload: Option<String>,
    /// How often it was claimed, this time included: the number of the claim.
    attempts: i64,
}

impl Job {
    /// The facts that the job was given.
    ///
    /// # Errors
    /// When they do not fit `T` (written by another version of the program).
    pub fn payload<T: DeserializeOwned>(&self) -> serde_json::Result<T> {
        serde_json::from_str(self.payload.as_deref().unwrap_or_default())
    }

    /// Whether what it was given opens; without its key the job fails as any other does.
    pub const fn is_readable(&self) -> bool {
        self.payload.is_some()
    }
}

impl Tx {
    /// Writes a job to be run as soon as the transaction is committed.
    ///
    /// # Errors
    /// The engine's error.
    pub async fn enqueue(&mut self, kind: &'static str, payload: &impl Serialize) -> Result<()> {
        let now = self.now();
        self.enqueue_at(kind, payload, now).await
    }

    /// Writes a job to be run at `run_at`.
    ///
    /// # Errors
    /// The engine's error.
    pub async fn enqueue_at(&mut self, kind: &'static str, payload: &impl Serialize, run_at: Timestamp) -> Result<()> {
        let id: Id<Job> = self.new_id();
        let payload = serde_json::to_string(payload).unwrap_or_default();
        let payload = self.seal(PAYLOAD, HOUSE, id, &payload).await?;
        self.execute(ENQUEUE, &[id.into(), kind.into(), payload, run_at.into()]).await?;
        self.has_jobs = true;
        Ok(())
    }
}

/// Claims the next job that is due, if there is one. Several nodes claim at the same time without waiting for each other.
///
/// # Errors
/// The engine's error.
pub async fn claim(db: &Db) -> Result<Option<Job>> {
    claim_in(db, Lane::Any).await
}

/// The same for the jobs of a lane.
///
/// # Errors
/// The engine's error.
pub async fn claim_in(db: &Db, lane: Lane) -> Result<Option<Job>> {
    let sql = match lane {
        Lane::Any => CLAIM,
        Lane::House => CLAIM_IN_HOUSE,
        Lane::Outside => CLAIM_OUTSIDE,
    };
    let now = db.clock().now();
    // There are few of them, and every job that is enqueued makes us look: that shall not hold up who writes.
    if lane == Lane::Outside && db.begin_read().await?.find(WAITS_OUTSIDE, params![now], |_| Ok(())).await?.is_none() {
        return Ok(None);
    }
    let until = now.as_millisecond() + CLAIM_MILLIS;
    let mut tx = db.begin_brief().await?;
    let read = |row: &Row<'_>| {
        let job = Job { id: row.get(0)?, kind: row.get(1)?, payload: None, attempts: row.get(3)? };
        Ok((job, row.get::<Option<Vec<u8>>>(2)?))
    };
    let Some((mut job, sealed)) = tx.find(sql, params![now, until], read).await? else { return Ok(None) };
    job.payload = match tx.open_as_it_is(PAYLOAD, HOUSE, job.id, sealed.as_deref()).await {
        Ok(Opened::Text(text)) => Some(text),
        Ok(Opened::Erased(_) | Opened::Unreadable) | Err(Error::MasterKey(_)) => None,
        // The claim is given back: the database was away.
        Err(error) => return Err(error),
    };
    tx.commit().await?;
    Ok(Some(job))
}

/// Holds on to a claim whose job takes long.
///
/// # Errors
/// The engine's error.
pub async fn renew(db: &Db, job: &Job) -> Result<()> {
    let mut tx = db.begin_brief().await?;
    let until = tx.now().as_millisecond() + CLAIM_MILLIS;
    tx.execute(RENEW, params![job.id, job.attempts, until]).await?;
    tx.commit().await
}

/// Records in the transaction of the job's own effects that it was done: they are kept under its claim or not at all.
///
/// # Errors
/// [`Error::Repeated`] when the claim ran out and another node took the job over.
pub async fn finish(tx: &mut Tx, job: &Job) -> Result<()> {
    let now = tx.now();
    match tx.execute(DONE, params![job.id, job.attempts, now]).await? {
        1 => Ok(()),
        _ => Err(Error::Repeated),
    }
}

/// Records that the job was done, unless [`finish`] did so already or another node has it now.
///
/// # Errors
/// The engine's error.
pub async fn done(db: &Db, job: &Job) -> Result<()> {
    let mut tx = db.begin_brief().await?;
    let now = tx.now();
    tx.execute(DONE, params![job.id, job.attempts, now]).await?;
    tx.commit().await
}

/// Records that the job failed: it is tried again later, each time later, or set aside.
///
/// # Errors
/// The engine's error.
pub async fn failed(db: &Db, job: &Job, problem: &str) -> Result<()> {
    let mut tx = db.begin_brief().await?;
    let now = tx.now();
    if job.attempts >= ATTEMPTS {
        tx.execute(SET_ASIDE, params![job.id, job.attempts, now, problem]).await?;
    } else {
        let later = now.as_millisecond() + pause_millis(job.attempts);
        tx.execute(RETRY, params![job.id, job.attempts, later, problem]).await?;
    }
    tx.commit().await
}

/// How many jobs wait, and how many were set aside.
///
/// # Errors
/// The engine's error.
pub async fn count(tx: &mut Tx) -> Result<(i64, i64)> {
    let waiting = tx.one(WAITING, &[], |row| row.get(0)).await?;
    let failed = tx.one(FAILED, &[], |row| row.get(0)).await?;
    Ok((waiting, failed))
}

/// Jobs of one kind that are not done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undone {
    /// What is to be done.
    pub kind: String,
    /// How many.
    pub count: i64,
    /// The moment since which the oldest should have been done, or was set aside; nothing when it is not due yet.
    pub due_since: Option<Timestamp>,
}

/// What is not done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Backlog {
    /// What waits for its turn.
    pub waiting: Vec<Undone>,
    /// What was given up after [`ATTEMPTS`] tries.
    pub set_aside: Vec<Undone>,
}

/// What is not done, by kind.
///
/// # Errors
/// The engine's error.
pub async fn backlog(db: &Db) -> Result<Backlog> {
    let mut tx = db.begin_read().await?;
    let read = |row: &crate::Row<'_>| Ok(Undone { kind: row.get(0)?, count: row.get(1)?, due_since: row.get(2)? });
    let now = db.clock().now();
    let waiting = tx.query(WAITING_BY_KIND, params![now], read).await?;
    let set_aside = tx.query(SET_ASIDE_BY_KIND, &[], read).await?;
    Ok(Backlog { waiting, set_aside })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_counts_as_given_up_while_it_is_tried() {
        let tried: i64 = (1..ATTEMPTS).map(pause_millis).sum();
        assert_eq!(tried / 60_000, 91, "minutes");
        assert!(tried + ATTEMPTS * CLAIM_MILLIS < GIVEN_UP_MILLIS, "with a claim that runs out each time");
        let now: Timestamp = "2026-09-07T07:00:00Z".parse().unwrap();
        assert_eq!(given_up_before(now), "2026-09-07T05:00:00Z".parse().unwrap());
    }
}
