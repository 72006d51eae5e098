//! What an operator and the tests ask the database itself.

use super::Engine;
use crate::{Db, Error, Result, Sql};

impl Db {
    /// Prepares `sql` without running it: whether the engine understands it with the tables as they are.
    ///
    /// # Errors
    /// The engine's error.
    pub async fn prepare(&self, sql: &Sql) -> Result<()> {
        match &self.0.engine {
            Engine::Sqlite(sqlite) => drop(sqlite.writer().await?.prepare(sql.text)?),
            Engine::Postgres(postgres) => drop(postgres.connection().await?.prepare(&postgres.text(sql)).await?),
        }
        Ok(())
    }

    /// Whether the database is whole, as far as its engine can tell.
    ///
    /// # Errors
    /// [`Error::Damaged`] with what the engine says.
    pub async fn check(&self) -> Result<()> {
        match &self.0.engine {
            Engine::Sqlite(sqlite) => {
                let connection = sqlite.reader().await?;
                let checked = tokio::task::spawn_blocking(move || crate::whole::check(&connection));
                checked.await.map_err(|error| Error::Connection(error.to_string()))?
            }
            Engine::Postgres(postgres) => {
                let broken = "SELECT count(*) FROM pg_index WHERE NOT indisvalid";
                match postgres.connection().await?.query_one(broken, &[]).await?.try_get(0)? {
                    0_i64 => Ok(()),
                    count => Err(Error::Damaged(format!("{count} indexes are not valid: REINDEX them"))),
                }
            }
        }
    }

    /// How many milliseconds our clock is ahead of the database's, which SQLite does not have.
    ///
    /// # Errors
    /// The engine's error.
    pub async fn skew(&self) -> Result<i64> {
        Ok(match &self.0.engine {
            Engine::Sqlite(_) => 0,
            Engine::Postgres(postgres) => {
                let asked = "SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint";
                let told: i64 = postgres.connection().await?.query_one(asked, &[]).await?.try_get(0)?;
                self.0.clock.now().as_millisecond() - told
            }
        })
    }
}
