//! A transaction: the unit of work of one page or one action.

use std::{
    pin::Pin,
    time::{Duration, Instant},
};

use passerelle_kernel::{Id, Timestamp};

use crate::{Change, Db, Error, Param, Result, Row, Sql, db::Engine, look::Looks, postgres, seal::Keys, slow, sqlite};

pub(crate) enum Connection {
    Sqlite(deadpool::unmanaged::Object<rusqlite::Connection>),
    Postgres(deadpool_postgres::Object),
}

/// Does it, and tells when it took long.
fn timed<T>(sql: &Sql, work: impl FnOnce() -> T) -> T {
    let began = Instant::now();
    let done = work();
    slow::look(sql, began);
    done
}

/// A future behind a pointer: compiled once here instead of in every function that waits for it.
pub(crate) type Later<'a, T> = Pin<Box<dyn Future<Output = Result<T>> + Send + 'a>>;

/// What is done with each row.
pub(crate) type Each<'a> = &'a mut (dyn FnMut(&Row<'_>) -> Result<()> + Send);

/// An open transaction. Dropped without [`Tx::commit`], it leaves no trace.
pub struct Tx {
    db: Db,
    /// Present until commit or drop.
    connection: Option<Connection>,
    pub(crate) changes: Vec<Change>,
    pub(crate) has_jobs: bool,
    /// The keys of sealed fields that it has met.
    pub(crate) keys: Keys,
    /// Whose data it hands out.
    pub(crate) looks: Looks,
    /// Whether something was destroyed of which no trace may stay in the file.
    pub(crate) forgets: bool,
    /// The reader's words for somebody whose data was erased.
    erased: Option<Box<str>>,
    /// How long the replica may take for a statement; nothing on the database itself.
    patience: Option<Duration>,
    /// Tables that it must not read.
    closed: &'static [&'static str],
}

impl Tx {
    pub(crate) fn new(db: Db, connection: Connection) -> Self {
        Self {
            db,
            connection: Some(connection),
            changes: Vec::new(),
            has_jobs: false,
            keys: Keys::default(),
            looks: Looks::default(),
            forgets: false,
            erased: None,
            patience: None,
            closed: &[],
        }
    }

    /// From now on, the name of somebody whose data was erased ([`crate::held::ERASED`]) is read in these words.
    pub fn tell_erased(&mut self, words: String) {
        self.erased = Some(words.into());
    }

    /// Lets the engine keep no trace of what this transaction removes, once it is committed.
    pub fn leave_no_trace(&mut self) {
        self.forgets = true;
    }

    pub(crate) fn of_replica(db: Db, connection: Connection, patience: Duration) -> Self {
        let mut tx = Self::new(db, connection);
        tx.patience = Some(patience);
        tx
    }

    /// Refuses statements that name one of these tables: what they decide must not be old.
    #[must_use]
    pub fn without(mut self, tables: &'static [&'static str]) -> Self {
        self.closed = tables;
        self
    }

    pub(crate) fn db(&self) -> &Db {
        &self.db
    }

    /// The present instant, by the clock of the database.
    pub fn now(&self) -> Timestamp {
        self.db.clock().now()
    }

    /// A new id.
    pub fn new_id<T: ?Sized>(&self) -> Id<T> {
        Id::new(self.now(), self.db.chance())
    }

    /// All rows, each made into a `T` by `read`.
    ///
    /// # Errors
    /// The engine's error, or [`Error::Column`] from `read`.
    pub async fn query<T: Send>(
        &mut self,
        sql: &'static Sql,
        params: &[Param],
        mut read: impl FnMut(&Row<'_>) -> Result<T> + Send,
    ) -> Result<Vec<T>> {
        tracing::trace!(target: "passerelle::sql", name = sql.name);
        self.db.count_statement();
        if let Some(&table) = self.closed.iter().find(|table| sql.names(table)) {
            return Err(Error::Closed { statement: sql.name, table });
        }
        let mut found = Vec::new();
        let mut keep = |row: &Row<'_>| read(row).map(|item| found.push(item));
        let done = match self.rows_at_once(sql, params, &mut keep) {
            Some(done) => done,
            None => self.rows_in_time(sql, params, &mut keep).await,
        };
        done.map_err(|error| self.fell(error))?;
        Ok(found)
    }

    /// Whatever fails on the replica may do on the database itself, and the next try is made there.
    fn fell(&mut self, error: Error) -> Error {
        if self.patience.is_none() || matches!(error, Error::Column { .. }) {
            return error;
        }
        tracing::warn!(%error, "the replica failed");
        if let (Some(Connection::Postgres(connection)), Some(replica)) = (self.connection.take(), self.db.replica()) {
            // It may still be waiting for an answer: nobody else gets it.
            drop(deadpool_postgres::Object::take(connection));
            replica.fell();
        }
        Error::Lost
    }

    /// The first row, if there is one.
    ///
    /// # Errors
    /// As [`Tx::query`].
    pub async fn find<T: Send>(
        &mut self,
        sql: &'static Sql,
        params: &[Param],
        read: impl FnMut(&Row<'_>) -> Result<T> + Send,
    ) -> Result<Option<T>> {
        Ok(self.query(sql, params, read).await?.into_iter().next())
    }

    /// The first row, which must exist.
    ///
    /// # Errors
    /// [`Error::NoRow`] when it does not.
    pub async fn one<T: Send>(
        &mut self,
        sql: &'static Sql,
        params: &[Param],
        read: impl FnMut(&Row<'_>) -> Result<T> + Send,
    ) -> Result<T> {
        self.find(sql, params, read).await?.ok_or(Error::NoRow)
    }

    /// Runs a statement; gives the number of rows it touched.
    ///
    /// # Errors
    /// [`Error::Unique`] when a row with the same unique values exists; else the engine's error.
    pub async fn execute(&mut self, sql: &'static Sql, params: &[Param]) -> Result<u64> {
        tracing::trace!(target: "passerelle::sql", name = sql.name);
        self.db.count_statement();
        match self.execute_at_once(sql, params) {
            Some(done) => done,
            None => self.execute_in_time(sql, params).await,
        }
    }

    /// Makes everything durable, then tells the live pages and the job runner.
    ///
    /// # Errors
    /// [`Error::Conflict`] when another transaction came first; nothing was kept then. [`Error::Unsure`] when the
    /// connection ended meanwhile.
    pub fn commit(mut self) -> Later<'static, ()> {
        Box::pin(async move {
            match self.connection.take().ok_or(Error::NoRow)? {
                Connection::Sqlite(connection) => {
                    let forgets = self.forgets;
                    // The disk is waited for on a thread that is made for waiting.
                    tokio::task::spawn_blocking(move || {
                        let done = connection.execute_batch("COMMIT");
                        if done.is_err() {
                            let _ = connection.execute_batch("ROLLBACK");
                        } else if forgets {
                            sqlite::forget(&connection);
                        }
                        done
                    })
                    .await
                    .map_err(|error| Error::Connection(error.to_string()))??;
                }
                Connection::Postgres(connection) => {
                    connection.batch_execute("COMMIT").await.map_err(|error| match error.into() {
                        Error::Lost => Error::Unsure,
                        error => error,
                    })?;
                }
            }
            self.db.announce(std::mem::take(&mut self.changes), self.has_jobs);
            Ok(())
        })
    }

    /// SQLite answers where it is called.
    fn rows_at_once(&self, sql: &Sql, params: &[Param], each: Each<'_>) -> Option<Result<()>> {
        match &self.connection {
            Some(Connection::Sqlite(connection)) => {
                Some(timed(sql, || sqlite::query(connection, sql, params, self.erased.as_deref(), each)))
            }
            _ => None,
        }
    }

    fn execute_at_once(&self, sql: &Sql, params: &[Param]) -> Option<Result<u64>> {
        match &self.connection {
            Some(Connection::Sqlite(connection)) => Some(timed(sql, || sqlite::execute(connection, sql, params))),
            _ => None,
        }
    }

    fn rows_in_time<'a>(&'a self, sql: &'static Sql, params: &'a [Param], each: Each<'a>) -> Later<'a, ()> {
        let (engine, patience, erased) = (self.postgres(sql), self.patience, self.erased.as_deref());
        Box::pin(async move {
            let (connection, text) = engine?;
            let began = Instant::now();
            let rows = postgres::query(connection, &text, params, erased, each);
            let done = match patience {
                None => rows.await,
                Some(patience) => tokio::time::timeout(patience, rows).await.unwrap_or(Err(Error::Lost)),
            };
            slow::look(sql, began);
            done
        })
    }

    fn execute_in_time<'a>(&'a self, sql: &'static Sql, params: &'a [Param]) -> Later<'a, u64> {
        let engine = self.postgres(sql);
        Box::pin(async move {
            let (connection, text) = engine?;
            let began = Instant::now();
            let done = postgres::execute(connection, &text, params).await;
            slow::look(sql, began);
            done
        })
    }

    /// The connection itself, for what has no statement (see [`crate::whole`]).
    pub(crate) fn raw(&self) -> Result<&Connection> {
        self.connection.as_ref().ok_or(Error::NoRow)
    }

    fn postgres(&self, sql: &'static Sql) -> Result<(&deadpool_postgres::Object, std::sync::Arc<str>)> {
        match (&self.connection, self.db.engine()) {
            (Some(Connection::Postgres(connection)), Engine::Postgres(engine)) => Ok((connection, engine.text(sql))),
            _ => Err(Error::NoRow),
        }
    }
}

impl Drop for Tx {
    fn drop(&mut self) {
        match self.connection.take() {
            Some(Connection::Sqlite(connection)) => {
                if let Err(error) = sqlite::run(&connection, "ROLLBACK") {
                    tracing::warn!(%error, "rolling back");
                }
            }
            Some(Connection::Postgres(connection)) => {
                // The connection goes back to the pool once the server has rolled back.
                if let Ok(runtime) = tokio::runtime::Handle::try_current() {
                    runtime.spawn(async move { connection.batch_execute("ROLLBACK").await });
                } else {
                    drop(deadpool_postgres::Object::take(connection));
                }
            }
            None => {}
        }
    }
}
