//! Databases that are made in one go: a file that counts once it is whole, and a copy of one in memory.

use std::path::Path;

use passerelle_kernel::{Chance, Clock};

use super::{Db, Engine};
use crate::{Error, Result};

impl Db {
    /// Opens `sqlite:<path>` to build a fresh file that is thrown away when building fails: nothing waits for the disk
    /// until [`Db::settle`].
    ///
    /// # Errors
    /// As [`Db::open`].
    pub fn open_without_waiting(url: &str, clock: Clock, chance: Chance) -> Result<Self> {
        let db = Self::open(url, clock, chance)?;
        match &db.0.engine {
            Engine::Sqlite(sqlite) => sqlite.stop_waiting()?,
            Engine::Postgres(_) => return Err(Error::Open("expected sqlite:<path>".into())),
        }
        Ok(db)
    }

    /// Puts everything that was written into the one file and onto the disk.
    ///
    /// # Errors
    /// The engine's error.
    pub async fn settle(&self) -> Result<()> {
        if let Engine::Sqlite(sqlite) = &self.0.engine {
            sqlite.settle().await?;
        }
        Ok(())
    }

    /// Takes what lies in a SQLite file into a database in memory, in place of all that it has.
    ///
    /// # Errors
    /// The engine's error; [`Error::Open`] for a database that is not in memory.
    pub async fn load(&self, file: &Path) -> Result<()> {
        match &self.0.engine {
            Engine::Sqlite(sqlite) => sqlite.load(file).await,
            Engine::Postgres(_) => Err(Error::Open("expected sqlite::memory:".into())),
        }
    }
}
