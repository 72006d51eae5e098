//! What a backup says of itself: of which program, when, how far its tables had come, what each of them held.

use std::collections::BTreeMap;

use anyhow::{Result, bail};
use passerelle_kernel::Timestamp;
use passerelle_store::whole::Tally;
use serde::{Deserialize, Serialize};

use crate::capabilities;

/// The form of the file; a reader refuses a higher number.
pub const FORM: u32 = 1;

/// What a backup says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The form of the file.
    pub form: u32,
    /// The version of the program.
    pub program: String,
    /// `SQLite` or `PostgreSQL`.
    pub engine: String,
    /// The moment that it shows.
    pub made_at: Timestamp,
    /// The last migration of each crate.
    pub migrations: BTreeMap<String, i64>,
    /// The name of the database beside the manifest.
    pub file: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// Its SHA-256 as hexadecimal digits.
    pub sha256: String,
    /// What each table held.
    pub tables: Vec<Tally>,
    /// The last link of the trail; none in backups from before there were links.
    #[serde(default)]
    pub trail: Option<String>,
}

/// Why tables cannot be taken over.
#[derive(Debug, thiserror::Error)]
pub enum VersionProblem {
    /// They have come further than this program knows.
    #[error(
        "the tables of {name} are at step {found}, this program knows {known}: a newer program wrote them. \
         Install that program first"
    )]
    Newer {
        /// The crate.
        name: String,
        /// How far the tables have come.
        found: i64,
        /// How far this program goes.
        known: i64,
    },
}

/// Whether this program knows all these steps.
///
/// # Errors
/// Names the first crate whose tables have come further.
pub fn check_versions(found: &BTreeMap<String, i64>) -> Result<(), VersionProblem> {
    let capabilities = capabilities::all();
    let known: BTreeMap<&str, i64> =
        capabilities.iter().flat_map(|c| c.migrations).map(|m| (m.name, m.latest())).collect();
    for (name, &found) in found {
        let known = known.get(name.as_str()).copied().unwrap_or(0);
        if found > known {
            return Err(VersionProblem::Newer { name: name.clone(), found, known });
        }
    }
    Ok(())
}

/// Whether two databases hold the same, table by table.
///
/// # Errors
/// Names the tables that differ.
pub fn compare(told: &[Tally], found: &[Tally]) -> Result<()> {
    let by_name = |tallies: &[Tally]| -> BTreeMap<String, Tally> {
        tallies.iter().map(|tally| (tally.table.clone(), tally.clone())).collect()
    };
    let (told, found) = (by_name(told), by_name(found));
    let names = told.keys().chain(found.keys());
    let different: std::collections::BTreeSet<_> = names.filter(|name| told.get(*name) != found.get(*name)).collect();
    if different.is_empty() {
        return Ok(());
    }
    let rows = |tally: Option<&Tally>| tally.map_or("no table".to_owned(), |tally| format!("{} rows", tally.rows));
    let lines = different
        .into_iter()
        .map(|name| format!("{name}: {} were told of, {} were found", rows(told.get(name)), rows(found.get(name))));
    bail!("not the same content. {}", lines.collect::<Vec<_>>().join("; "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(table: &str, rows: u64, sha256: &str) -> Tally {
        Tally { table: table.to_owned(), rows, sha256: sha256.to_owned() }
    }

    #[test]
    fn a_difference_is_named() {
        let told = [tally("account", 2, "aa"), tally("team", 1, "bb")];
        assert!(compare(&told, &[tally("team", 1, "bb"), tally("account", 2, "aa")]).is_ok());
        let fewer = compare(&told, &[tally("account", 1, "cc"), tally("team", 1, "bb")]).unwrap_err().to_string();
        assert!(fewer.contains("account: 2 rows were told of, 1 rows were found"), "{fewer}");
        assert!(compare(&told, &[tally("account", 2, "cc"), tally("team", 1, "bb")]).is_err());
        assert!(compare(&told, &[tally("account", 2, "aa")]).is_err());
    }

    #[test]
    fn what_a_newer_program_wrote_is_refused_by_name() {
        let mut versions: BTreeMap<String, i64> = BTreeMap::from([("store".to_owned(), 1)]);
        assert!(check_versions(&versions).is_ok());
        versions.insert("store".to_owned(), 999);
        assert!(check_versions(&versions).unwrap_err().to_string().contains("store"));
        let unknown = BTreeMap::from([("of-tomorrow".to_owned(), 1)]);
        assert!(check_versions(&unknown).unwrap_err().to_string().contains("of-tomorrow"));
    }
}
