//! How far the tables of each crate have come, and bringing a fresh database exactly as far.

use std::collections::BTreeMap;

use refinery::Target;

use super::scan::quoted;
use crate::{Db, Migrations, Result, Tx, db::Engine};

impl Tx {
    /// The last migration that was applied, by crate.
    ///
    /// # Errors
    /// The engine's error.
    pub async fn versions(&mut self) -> Result<BTreeMap<String, i64>> {
        let mut versions = BTreeMap::new();
        for table in self.table_names().await? {
            let Some(name) = table.strip_prefix("migrations_") else { continue };
            let last = format!("SELECT '', '', CAST(COALESCE(max(version), 0) AS BIGINT) FROM {}", quoted(&table));
            if let Some((_, _, version)) = self.facts(&last, &last, None).await?.pop() {
                versions.insert(name.to_owned(), version);
            }
        }
        Ok(versions)
    }

    /// Whether there is no table at all.
    ///
    /// # Errors
    /// The engine's error.
    pub async fn is_bare(&mut self) -> Result<bool> {
        Ok(self.table_names().await?.iter().all(|name| name.starts_with("sqlite_")))
    }
}

impl Db {
    /// Brings the tables of these crates to the versions named, and not further; a crate that is not named stays away.
    ///
    /// # Errors
    /// [`crate::Error::Migration`] when a step fails.
    pub async fn migrate_to(&self, crates: &[Migrations], versions: &BTreeMap<String, i64>) -> Result<()> {
        for migrations in crates {
            let Some(version) = versions.get(migrations.name).and_then(|version| (*version).try_into().ok()) else {
                continue;
            };
            match self.engine() {
                Engine::Sqlite(sqlite) => sqlite.migrate(migrations, Target::Version(version)).await?,
                Engine::Postgres(postgres) => postgres.migrate(migrations, Target::Version(version)).await?,
            }
        }
        Ok(())
    }
}
