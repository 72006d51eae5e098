//! Checks the installation without changing it: what is fine, what is not, and what to do about it.
//!
//! Each check says one thing in one line. *Look* means that somebody should look soon; *wrong* makes the command fail.
//! Nothing asks a service of the outside, except the mail server and the base address that are configured.

mod address;
mod certificate;
mod database;
mod keys;
mod machine;
mod trail;
mod work;

use std::path::Path;

use passerelle_kernel::{Chance, Clock};
use passerelle_store::{Db, Options, trail::Head};
use serde::Serialize;

use crate::config::Config;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// As it should be.
    Fine,
    /// Somebody should look soon.
    Look,
    /// It does not work, or not for long.
    Wrong,
}

/// What one check has found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What was checked.
    pub about: &'static str,
    /// How bad it is.
    pub state: State,
    /// What was found.
    pub found: String,
    /// What to do; empty when all is well.
    pub advice: &'static str,
}

impl Finding {
    fn fine(about: &'static str, found: impl Into<String>) -> Self {
        Self { about, state: State::Fine, found: found.into(), advice: "" }
    }

    fn look(about: &'static str, found: impl Into<String>, advice: &'static str) -> Self {
        Self { about, state: State::Look, found: found.into(), advice }
    }

    fn wrong(about: &'static str, found: impl Into<String>, advice: &'static str) -> Self {
        Self { about, state: State::Wrong, found: found.into(), advice }
    }
}

/// Everything that can be checked from here; `noted` is the last link of the trail as it was noted some time ago.
pub async fn examine(config: &Config, noted: Option<Head>) -> Vec<Finding> {
    let mut findings = Vec::new();
    match open(config) {
        Ok(db) => {
            findings.extend(database::examine(&db).await);
            findings.extend(database::replica(&db).await);
            findings.push(trail::examine(&db, &config.retention, noted).await);
            findings.extend(work::jobs(&db).await);
            findings.push(keys::examine(config, db).await);
        }
        Err(problem) => findings.push(Finding::wrong(
            "database",
            problem,
            "look at database_url: does the file exist, does PostgreSQL run?",
        )),
    }
    findings.push(work::backups(config, &Clock::System).await);
    findings.extend(machine::disks(config));
    findings.push(address::mail(config).await);
    findings.extend(address::base(config).await);
    findings
}

/// Opening a file of SQLite that is not there would make it.
fn open(config: &Config) -> Result<Db, String> {
    if let Some(file) = config.database_url.strip_prefix("sqlite:")
        && !Path::new(file).is_file()
    {
        return Err(format!("there is no file {file}"));
    }
    let options = Options { replica: config.replica().map_err(|error| error.to_string())?, ..Options::default() };
    Db::open_with(&config.database_url, options, Clock::System, Chance::System).map_err(|error| error.to_string())
}
