//! The database: open it, begin to read, begin to write, hear what changed.

mod check;
mod fresh;

use std::sync::{
    Arc, PoisonError, RwLock,
    atomic::{AtomicU64, Ordering},
};

use passerelle_kernel::{Chance, Clock};
use refinery::Target;
use tokio::sync::{broadcast, watch};

use crate::{
    Change, Error, Migrations, Options, Result, Tx,
    listen::Telling,
    postgres::{Postgres, Waits},
    replica::Replica,
    seal::{Master, Sealed},
    sqlite::Sqlite,
    tx::{Connection, Later},
    wire::Wire,
};

pub(crate) enum Engine {
    Sqlite(Sqlite),
    Postgres(Box<Postgres>),
}

/// A database on one of the two engines. Cheap to clone.
#[derive(Clone)]
pub struct Db(Arc<Inner>);

struct Inner {
    engine: Engine,
    replica: Option<Replica>,
    clock: Clock,
    chance: Chance,
    changes: broadcast::Sender<Change>,
    jobs: watch::Sender<()>,
    telling: Telling,
    master: RwLock<Option<Master>>,
    statements: AtomicU64,
}

impl Db {
    /// Opens `sqlite:<path>`, `sqlite::memory:` or `postgresql://…`.
    ///
    /// # Errors
    /// [`Error::Open`] when the address is of another kind; the engine's error when it cannot be opened.
    pub fn open(url: &str, clock: Clock, chance: Chance) -> Result<Self> {
        Self::open_with(url, Options::default(), clock, chance)
    }

    /// The same with other figures than the usual ones.
    ///
    /// # Errors
    /// As [`Db::open`].
    pub fn open_with(url: &str, options: Options, clock: Clock, chance: Chance) -> Result<Self> {
        let engine = if let Some(path) = url.strip_prefix("sqlite:") {
            Engine::Sqlite(Sqlite::open(path, options.connections)?)
        } else if url.starts_with("postgresql://") || url.starts_with("postgres://") {
            let waits = Waits::usual(options.longest);
            Engine::Postgres(Box::new(Postgres::open(url, options.connections, waits)?))
        } else {
            return Err(Error::Open("expected sqlite:<path> or postgresql://…".into()));
        };
        let replica = match (&options.replica, &engine) {
            (Some(_), Engine::Sqlite(_)) => return Err(Error::Open("a file has no replica".into())),
            (follow, _) => follow.as_ref().map(|follow| Replica::open(follow, options.connections)).transpose()?,
        };
        let changes = broadcast::channel(1024).0;
        // What is in memory goes with the program: its texts are sealed under a key that everybody knows.
        let master = RwLock::new((url == "sqlite::memory:").then(Master::for_tests));
        Ok(Self(Arc::new(Inner {
            engine,
            replica,
            clock,
            chance,
            changes,
            jobs: watch::Sender::new(()),
            telling: Telling::new(),
            master,
            statements: AtomicU64::new(0),
        })))
    }

    /// Seals and opens under this master key from now on.
    #[must_use]
    pub fn with_master(self, master: Master) -> Self {
        *self.0.master.write().unwrap_or_else(PoisonError::into_inner) = Some(master);
        self
    }

    /// The master key, if one is known.
    pub fn master(&self) -> Option<Master> {
        self.0.master.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The master keys with the one of this id, read from their source again when it is new.
    pub(crate) fn master_with(&self, id: &str) -> Result<Master> {
        match self.master() {
            Some(master) if master.ids().any(|known| known == id) => Ok(master),
            Some(_) => self.fresh_master(),
            None => Err(Error::MasterKey("there is none".into())),
        }
    }

    /// The master keys as their source has them now.
    pub(crate) fn fresh_master(&self) -> Result<Master> {
        let master = self.master().ok_or_else(|| Error::MasterKey("there is none".into()))?.again()?;
        *self.0.master.write().unwrap_or_else(PoisonError::into_inner) = Some(master.clone());
        Ok(master)
    }

    /// Removes what the engine has left of replaced texts in the files of these fields' tables.
    pub(crate) async fn forget_traces(&self, fields: &[&'static Sealed]) -> Result<()> {
        match &self.0.engine {
            Engine::Sqlite(sqlite) => sqlite.rewrite().await,
            Engine::Postgres(postgres) => postgres.rewrite(fields).await,
        }
    }

    /// Brings the tables of these crates up to date, in this order.
    ///
    /// # Errors
    /// [`Error::Migration`] when a step fails or the database is newer than the program.
    pub async fn migrate(&self, crates: &[Migrations]) -> Result<()> {
        for migrations in crates {
            match &self.0.engine {
                Engine::Sqlite(sqlite) => sqlite.migrate(migrations, Target::Latest).await?,
                Engine::Postgres(postgres) => postgres.migrate(migrations, Target::Latest).await?,
            }
        }
        Ok(())
    }

    /// Begins to read: everything is seen as of one moment.
    ///
    /// # Errors
    /// [`Error::Connection`] when no connection is free in time.
    pub fn begin_read(&self) -> Later<'_, Tx> {
        Box::pin(async {
            let connection = match &self.0.engine {
                Engine::Sqlite(sqlite) => {
                    let connection = sqlite.reader().await?;
                    crate::sqlite::run(&connection, "BEGIN")?;
                    Connection::Sqlite(connection)
                }
                Engine::Postgres(postgres) => {
                    let connection = postgres.connection().await?;
                    connection.batch_execute(crate::dialect::POSTGRES_READ).await?;
                    Connection::Postgres(connection)
                }
            };
            Ok(Tx::new(self.clone(), connection))
        })
    }

    /// Begins to write: nothing is kept until [`Tx::commit`].
    ///
    /// # Errors
    /// [`Error::Connection`] when no connection is free in time.
    pub fn begin_write(&self) -> Later<'_, Tx> {
        self.begin(crate::dialect::POSTGRES_WRITE)
    }

    /// Begins a write that never loses a race: a claim or a counter, whose one statement says by the number of rows it
    /// touched whether it came first. Not for rules that read before they write.
    ///
    /// # Errors
    /// [`Error::Connection`] when no connection is free in time.
    pub fn begin_brief(&self) -> Later<'_, Tx> {
        self.begin(crate::dialect::POSTGRES_BRIEF)
    }

    fn begin<'a>(&'a self, on_postgres: &'static str) -> Later<'a, Tx> {
        Box::pin(async move {
            let connection = match &self.0.engine {
                Engine::Sqlite(sqlite) => {
                    let connection = sqlite.writer().await?;
                    crate::sqlite::run(&connection, "BEGIN IMMEDIATE")?;
                    Connection::Sqlite(connection)
                }
                Engine::Postgres(postgres) => {
                    let connection = postgres.connection().await?;
                    connection.batch_execute(on_postgres).await?;
                    Connection::Postgres(connection)
                }
            };
            Ok(Tx::new(self.clone(), connection))
        })
    }

    /// Hears of every change from now on: those of this process and, while [`Db::run_listener`] runs, of other nodes.
    pub fn changes(&self) -> broadcast::Receiver<Change> {
        self.0.changes.subscribe()
    }

    /// Hears of transactions with a job that are committed from now on, here or on a node that we hear.
    pub fn jobs(&self) -> watch::Receiver<()> {
        self.0.jobs.subscribe()
    }

    /// The clock that the records are dated by.
    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }

    /// Where ids and secrets come from.
    pub fn chance(&self) -> &Chance {
        &self.0.chance
    }

    /// The engine's name, for people: `SQLite` or `PostgreSQL`.
    pub fn engine_name(&self) -> &'static str {
        match self.0.engine {
            Engine::Sqlite(_) => "SQLite",
            Engine::Postgres(_) => "PostgreSQL",
        }
    }

    /// How many statements transactions of this process have run: for tests that a list asks as much for three rows as
    /// for thirty.
    pub fn statements_run(&self) -> u64 {
        self.0.statements.load(Ordering::Relaxed)
    }

    pub(crate) fn count_statement(&self) {
        self.0.statements.fetch_add(1, Ordering::Relaxed);
    }

    pub(crate) fn engine(&self) -> &Engine {
        &self.0.engine
    }

    pub(crate) fn announce(&self, changes: Vec<Change>, has_jobs: bool) {
        if matches!(self.0.engine, Engine::Postgres(_)) && (has_jobs || !changes.is_empty()) {
            self.0.telling.tell(&changes, has_jobs);
        }
        self.heard(changes, has_jobs);
    }

    /// Where PostgreSQL is.
    pub(crate) fn wire(&self) -> Option<&Wire> {
        match &self.0.engine {
            Engine::Sqlite(_) => None,
            Engine::Postgres(postgres) => Some(postgres.wire()),
        }
    }

    /// Whether what is sent to the database or the replica can be read on the way.
    pub fn sends_in_clear(&self) -> bool {
        self.wire().is_some_and(Wire::is_open) || self.replica().is_some_and(Replica::sends_in_clear)
    }

    /// What this node tells others, where there are any.
    pub(crate) fn telling(&self) -> &Telling {
        &self.0.telling
    }

    pub(crate) fn replica(&self) -> Option<&Replica> {
        self.0.replica.as_ref()
    }

    pub(crate) fn heard(&self, changes: Vec<Change>, has_jobs: bool) {
        for change in changes {
            // Nobody listening is no error.
            let _ = self.0.changes.send(change);
        }
        if has_jobs {
            self.0.jobs.send_replace(());
        }
    }
}
