//! A streaming replica, for reads that may be a little old.
//!
//! How old it is, is measured by this node's clock alone: now and then the primary is asked how far it has written, and
//! the moment before the question is noted. Once the replica shows as much, it has everything that was acknowledged
//! before that moment. What is not known, too old, slow or broken is not used: the primary answers.

use std::{
    collections::VecDeque,
    convert::Infallible,
    sync::atomic::{AtomicU64, Ordering},
    time::{Duration, Instant},
};

use deadpool_postgres::Object;
use tokio::time::{sleep, timeout};
use tokio_postgres::Client;

use crate::{
    Db, Error, Follow, Result, Tx, dialect,
    postgres::{Postgres, Waits},
    tx::{Connection, Later},
    wire::Wire,
};

/// How long the replica may take for anything before the primary does it.
const WAITS: Waits =
    Waits { free: Duration::from_millis(500), connect: Duration::from_secs(1), longest: Some(STATEMENT) };
const STATEMENT: Duration = Duration::from_secs(5);
/// How long either server may take to say how far it is.
const ANSWER: Duration = Duration::from_secs(2);
/// How many moments are remembered; a replica that is further behind is used again when it has caught up.
const MARKS: usize = 64;

/// Where a read that may be a little old was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadFrom {
    /// On the replica.
    Replica,
    /// On the primary: there is no replica.
    Alone,
    /// On the primary: the replica is too old, or its age is not known.
    Old,
    /// On the primary: the replica did not answer.
    Away,
}

pub(crate) struct Replica {
    postgres: Postgres,
    oldest: Duration,
    began: Instant,
    /// The moment up to which it has everything, in milliseconds since `began`; 0 when that is not known.
    complete: AtomicU64,
}

impl Replica {
    pub(crate) fn open(follow: &Follow, connections: usize) -> Result<Self> {
        let postgres = Postgres::open(&follow.url, connections, WAITS)?;
        // As if it had begun a little earlier: 0 is no moment.
        let began = Instant::now().checked_sub(Duration::from_millis(1)).unwrap_or_else(Instant::now);
        Ok(Self { postgres, oldest: follow.oldest, began, complete: AtomicU64::new(0) })
    }

    pub(crate) fn sends_in_clear(&self) -> bool {
        self.postgres.wire().is_open()
    }

    fn age(&self) -> Option<Duration> {
        match self.complete.load(Ordering::Acquire) {
            0 => None,
            millis => Some(self.began.elapsed().saturating_sub(Duration::from_millis(millis))),
        }
    }

    /// Whether a read that may be a little old may be made on it: its age is known, and it is young enough.
    fn is_young(&self) -> bool {
        self.age().is_some_and(|age| age <= self.oldest)
    }

    /// It is not used until it has been looked at again.
    pub(crate) fn fell(&self) {
        self.complete.store(0, Ordering::Release);
    }

    async fn begin(&self) -> std::result::Result<Object, ReadFrom> {
        if !self.is_young() {
            return Err(ReadFrom::Old);
        }
        let connection = match self.postgres.connection().await {
            Ok(connection) => connection,
            // Only busy: the next one may have a connection at once.
            Err(Error::Connection(_)) => return Err(ReadFrom::Away),
            Err(_) => {
                self.fell();
                return Err(ReadFrom::Away);
            }
        };
        match timeout(WAITS.connect, connection.batch_execute(dialect::POSTGRES_READ)).await {
            Ok(Ok(())) => Ok(connection),
            Ok(Err(_)) | Err(_) => {
                drop(Object::take(connection));
                self.fell();
                Err(ReadFrom::Away)
            }
        }
    }

    /// Measures its age over one pair of connections, until one of them ends.
    async fn follow(&self, primary: &Wire) -> Result<Infallible> {
        let pair = Pair::connect(primary, self.postgres.wire()).await?;
        let (mut marks, mut ended) = (Marks::default(), 0);
        loop {
            let moment = Instant::now();
            let written = pair.written().await?;
            marks.note(moment, written);
            let shown = pair.shown().await.inspect_err(|_| self.fell())?;
            if shown < written && written == marks.before() && written != ended {
                ended = pair.end_of_log().await?;
            }
            if let Some(complete) = marks.reached(shown) {
                let millis = complete.saturating_duration_since(self.began).as_millis();
                self.complete.store(u64::try_from(millis).unwrap_or(0), Ordering::Release);
            }
            sleep((self.oldest / 4).clamp(Duration::from_millis(100), Duration::from_secs(1))).await;
        }
    }
}

impl Db {
    /// Begins to read what may be a little old: on the replica when it is young enough, else on the primary; says where.
    /// Whatever fails on the replica afterwards is [`Error::Lost`]: the next try is made on the primary.
    ///
    /// # Errors
    /// As [`Db::begin_read`].
    pub fn begin_stale_read(&self) -> Later<'_, (Tx, ReadFrom)> {
        Box::pin(async {
            let from = match self.replica() {
                None => ReadFrom::Alone,
                Some(replica) => match replica.begin().await {
                    Ok(found) => {
                        let found = Connection::Postgres(found);
                        return Ok((Tx::of_replica(self.clone(), found, STATEMENT), ReadFrom::Replica));
                    }
                    Err(reason) => reason,
                },
            };
            Ok((self.begin_read().await?, from))
        })
    }

    /// Measures the age of the replica until the program ends; without one it does nothing.
    pub async fn run_follower(&self) {
        let (Some(replica), Some(primary)) = (self.replica(), self.wire()) else { return };
        let mut told = String::new();
        loop {
            let Err(error) = replica.follow(primary).await;
            let problem = error.to_string();
            if problem != told {
                tracing::warn!(problem, "the replica is not looked at");
                told = problem;
            }
            sleep(Duration::from_secs(1)).await;
        }
    }

    /// How old the replica is; nothing when that is not known.
    pub fn replica_age(&self) -> Option<Duration> {
        self.replica().and_then(Replica::age)
    }

    /// How old a read may be that may be old; nothing without a replica.
    pub fn oldest(&self) -> Option<Duration> {
        self.replica().map(|replica| replica.oldest)
    }

    /// Waits until the replica has everything that is acknowledged by now; gives how long it took.
    ///
    /// # Errors
    /// [`Error::Replica`] when it has not after `patience`, is none, or is that of another database.
    pub async fn replica_caught_up(&self, patience: Duration) -> Result<Duration> {
        let (Some(replica), Some(primary)) = (self.replica(), self.wire()) else {
            return Err(Error::Replica("there is none"));
        };
        let began = Instant::now();
        let caught_up = async {
            let pair = Pair::connect(primary, replica.postgres.wire()).await?;
            let written = pair.end_of_log().await?;
            while pair.shown().await? < written {
                sleep(Duration::from_millis(50)).await;
            }
            Ok(began.elapsed())
        };
        timeout(patience, caught_up).await.unwrap_or(Err(Error::Replica("it does not follow")))
    }
}

/// The primary and the replica, each with a connection that only says how far it is.
struct Pair {
    primary: Client,
    replica: Client,
}

impl Pair {
    /// Connects both, which must be a primary and a copy of it.
    async fn connect(primary: &Wire, replica: &Wire) -> Result<Self> {
        let pair = Self { primary: connect(primary).await?, replica: connect(replica).await? };
        let (primary, replica) = (position(&pair.primary).await?, position(&pair.replica).await?);
        match () {
            () if primary.is_copy => Err(Error::Replica("the primary is a replica itself")),
            () if !replica.is_copy => Err(Error::Replica("it does not follow any other database")),
            () if primary.system != replica.system => Err(Error::Replica("it is that of another database")),
            () if primary.line != replica.line => Err(Error::Replica("it follows an older primary")),
            () => Ok(pair),
        }
    }

    async fn written(&self) -> Result<i64> {
        Ok(position(&self.primary).await?.at)
    }

    /// Writes a few bytes that mean nothing, and gives how far the log goes with them.
    ///
    /// What reads tidy up is written page by page, and the end of the last page may be half a record: a replica cannot show
    /// it before the rest comes, which on a primary that only reads takes up to a quarter of a minute.
    async fn end_of_log(&self) -> Result<i64> {
        timeout(ANSWER, self.primary.batch_execute(END_OF_LOG)).await.map_err(|_| Error::Lost)??;
        self.written().await
    }

    async fn shown(&self) -> Result<i64> {
        let replica = position(&self.replica).await?;
        if replica.is_copy { Ok(replica.at) } else { Err(Error::Replica("it has become a primary")) }
    }
}

async fn connect(wire: &Wire) -> Result<Client> {
    let (client, connection) = timeout(ANSWER, wire.connect()).await.map_err(|_| Error::Lost)??;
    tokio::spawn(connection);
    Ok(client)
}

const POSITION: &str = "SELECT s.system_identifier, c.timeline_id, pg_is_in_recovery(),
    (CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_flush_lsn() END - '0/0')::bigint
    FROM pg_control_system() s, pg_control_checkpoint() c";

/// A message to nobody, committed so that it is on the disk.
const END_OF_LOG: &str = "SELECT pg_logical_emit_message(true, 'passerelle', '')";

/// What a server says of itself.
struct Position {
    /// Which database it has.
    system: i64,
    /// On which line of its history: a new one begins when a replica becomes the primary.
    line: i32,
    is_copy: bool,
    /// How far it has written, or shows, in bytes of the log.
    at: i64,
}

async fn position(client: &Client) -> Result<Position> {
    let row = timeout(ANSWER, client.query_one(POSITION, &[])).await.map_err(|_| Error::Lost)??;
    Ok(Position { system: row.try_get(0)?, line: row.try_get(1)?, is_copy: row.try_get(2)?, at: row.try_get(3)? })
}

/// Moments, each with how far the primary had written just after it.
#[derive(Default)]
struct Marks {
    ahead: VecDeque<(Instant, i64)>,
    reached: Option<Instant>,
}

impl Marks {
    fn note(&mut self, moment: Instant, written: i64) {
        if self.ahead.len() == MARKS {
            self.ahead.pop_front();
        }
        self.ahead.push_back((moment, written));
    }

    /// How far the primary had written the time before; nothing when it was not noted.
    fn before(&self) -> i64 {
        let before = self.ahead.len().checked_sub(2).and_then(|place| self.ahead.get(place));
        before.map_or(-1, |(_, written)| *written)
    }

    /// The last moment before which nothing was written that is not shown.
    fn reached(&mut self, shown: i64) -> Option<Instant> {
        while let Some((moment, written)) = self.ahead.front()
            && *written <= shown
        {
            self.reached = Some(*moment);
            self.ahead.pop_front();
        }
        self.reached
    }
}

#[cfg(test)]
mod tests;
