//! Migrations: numbered files per crate, applied forward only, each crate with a table of its own.

use refinery::{Migration, Runner, Target};

use crate::{Error, Result, dialect};

/// The migrations of one crate.
#[derive(Clone, Copy, Debug)]
pub struct Migrations {
    /// The crate's short name; its history is kept in the table `migrations_<name>`.
    pub name: &'static str,
    /// Name (`V1__base`) and SQL text of each, in order.
    pub files: &'static [(&'static str, &'static str)],
}

/// Where a PostgreSQL that spreads its rows over several machines keeps those of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placement {
    /// With everything else of the same organisation: the table has an `org_id` that is never empty.
    ByOrganisation,
    /// On every machine: few rows or few changes, joined from everywhere.
    Reference,
    /// On the first machine: changes often and belongs to no organisation.
    Central,
}

/// Tables, each with its placement.
pub type Tables = &'static [(&'static str, Placement)];

impl Migrations {
    /// The number of the last migration.
    pub fn latest(&self) -> i64 {
        let number = |name: &str| name.strip_prefix('V')?.split_once("__")?.0.parse().ok();
        self.files.iter().filter_map(|(name, _)| number(name)).max().unwrap_or(0)
    }

    pub(crate) fn runner(&self, for_postgres: bool, target: Target) -> Result<Runner> {
        let mut migrations = Vec::new();
        for (name, text) in self.files {
            let text = crate::trail::guarded(text, for_postgres);
            let text = dialect::migration(&text, for_postgres);
            migrations.push(Migration::unapplied(name, &text).map_err(failed)?);
        }
        let mut runner = Runner::new(&migrations).set_target(target);
        runner.set_migration_table_name(format!("migrations_{}", self.name));
        Ok(runner)
    }
}

pub(crate) fn failed(error: refinery::Error) -> Error {
    Error::Migration(Box::new(error))
}
