//! A transaction: the unit of work of one page or one action.

use passerelle_kernel::{Id, Timestamp};

use crate::{Change, Db, Error, Param, Result, Row, Sql, db::Engine, postgres, sqlite};

pub(crate) enum Connection {
    Sqlite(deadpool::unmanaged::Object<rusqlite::Connection>),
    Postgres(deadpool_postgres::Object),
}

/// An open transaction. Dropped without [`Tx::commit`], it leaves no trace.
pub struct Tx {
    db: Db,
    /// Present until commit or drop.
    connection: Option<Connection>,
    pub(crate) changes: Vec<Change>,
    pub(crate) has_jobs: bool,
}

impl Tx {
    pub(crate) fn new(db: Db, connection: Connection) -> Self {
        Self { db, connection: Some(connection), changes: Vec::new(), has_jobs: false }
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
    pub async fn query<T>(
        &mut self,
        sql: &'static Sql,
        params: &[Param],
        mut read: impl FnMut(&Row<'_>) -> Result<T>,
    ) -> Result<Vec<T>> {
        if let Some(Connection::Sqlite(connection)) = &self.connection {
            return sqlite::query(connection, sql, params, &mut read);
        }
        let (connection, text) = self.postgres(sql)?;
        postgres::query(connection, &text, params, &mut read).await
    }

    /// The first row, if there is one.
    ///
    /// # Errors
    /// As [`Tx::query`].
    pub async fn find<T>(
        &mut self,
        sql: &'static Sql,
        params: &[Param],
        read: impl FnMut(&Row<'_>) -> Result<T>,
    ) -> Result<Option<T>> {
        Ok(self.query(sql, params, read).await?.into_iter().next())
    }

    /// The first row, which must exist.
    ///
    /// # Errors
    /// [`Error::NoRow`] when it does not.
    pub async fn one<T>(
        &mut self,
        sql: &'static Sql,
        params: &[Param],
        read: impl FnMut(&Row<'_>) -> Result<T>,
    ) -> Result<T> {
        self.find(sql, params, read).await?.ok_or(Error::NoRow)
    }

    /// Runs a statement; gives the number of rows it touched.
    ///
    /// # Errors
    /// [`Error::Unique`] when a row with the same unique values exists; else the engine's error.
    pub async fn execute(&mut self, sql: &'static Sql, params: &[Param]) -> Result<u64> {
        if let Some(Connection::Sqlite(connection)) = &self.connection {
            return sqlite::execute(connection, sql, params);
        }
        let (connection, text) = self.postgres(sql)?;
        postgres::execute(connection, &text, params).await
    }

    /// Makes everything durable, then tells the live pages and the job runner.
    ///
    /// # Errors
    /// [`Error::Conflict`] when another transaction came first; nothing was kept then. [`Error::Unsure`] when the
    /// connection ended meanwhile.
    pub async fn commit(mut self) -> Result<()> {
        match self.connection.take().ok_or(Error::NoRow)? {
            Connection::Sqlite(connection) => {
                // The disk is waited for on a thread that is made for waiting.
                tokio::task::spawn_blocking(move || {
                    let done = connection.execute_batch("COMMIT");
                    if done.is_err() {
                        let _ = connection.execute_batch("ROLLBACK");
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
