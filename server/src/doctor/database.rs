//! The database: does it answer, is it whole, have its tables come as far as the program, do the clocks agree.

use passerelle_store::{Db, Error, last_event};

use super::Finding;
use crate::backup::check_versions;

/// A second or two is the way of the answer; more makes links and sessions end at the wrong moment.
const SKEW_MILLIS: i64 = 5_000;

pub(super) async fn examine(db: &Db) -> Vec<Finding> {
    let mut findings = Vec::new();
    match db.begin_read().await {
        Ok(_) => findings.push(Finding::fine("database", format!("{} answers", db.engine_name()))),
        Err(error) => {
            let advice = "look at database_url: does the file or the server exist?";
            return vec![Finding::wrong("database", error.to_string(), advice)];
        }
    }
    if db.sends_in_clear() {
        findings.push(Finding::look(
            "database",
            "what is sent to it crosses the network in clear",
            "add ?sslmode=require to database_url and replica_url, or reach it over a private network that nobody else is in",
        ));
    }
    findings.push(integrity(db).await);
    findings.push(tables(db).await.unwrap_or_else(|error| unreadable("tables", &error)));
    findings.push(clock(db).await.unwrap_or_else(|error| unreadable("clock", &error)));
    findings
}

/// The replica, where there is one.
pub(super) async fn replica(db: &Db) -> Option<Finding> {
    let oldest = db.oldest()?;
    Some(match db.replica_caught_up(oldest).await {
        Ok(after) => Finding::fine("replica", format!("had everything after {} ms", after.as_millis())),
        Err(error) => Finding::look(
            "replica",
            error.to_string(),
            "the primary does its work meanwhile; look at its log, and at pg_stat_replication of the primary",
        ),
    })
}

fn unreadable(about: &'static str, error: &Error) -> Finding {
    Finding::wrong(about, error.to_string(), "the log of the database says more")
}

async fn integrity(db: &Db) -> Finding {
    match db.check().await {
        Ok(()) => Finding::fine("integrity", "every page, index and reference is as it should be"),
        Err(error) => Finding::wrong(
            "integrity",
            error.to_string(),
            "stop, keep the damaged database, restore the last backup; look for a failing disk",
        ),
    }
}

async fn tables(db: &Db) -> Result<Finding, Error> {
    let mut tx = db.begin_read().await?;
    if tx.is_bare().await? {
        return Ok(Finding::wrong("tables", "there are none", "`passerelle init` makes them and the first person"));
    }
    let found = tx.versions().await?;
    if let Err(newer) = check_versions(&found) {
        return Ok(Finding::wrong("tables", newer.to_string(), "install the newer program again"));
    }
    let capabilities = crate::capabilities::all();
    let known = capabilities.iter().flat_map(|capability| capability.migrations);
    let behind = known.filter(|m| found.get(m.name).copied().unwrap_or(0) < m.latest()).count();
    Ok(match behind {
        0 => Finding::fine("tables", "as this program wants them"),
        _ => Finding::look(
            "tables",
            format!("{behind} parts are older than this program"),
            "`passerelle serve` brings them up to date at its start; back up before",
        ),
    })
}

async fn clock(db: &Db) -> Result<Finding, Error> {
    const ADVICE: &str = "set the clock of this machine (timedatectl set-ntp true)";
    let skew = db.skew().await?;
    let last = last_event(&mut db.begin_read().await?).await?;
    let now = db.clock().now();
    if skew.abs() > SKEW_MILLIS {
        return Ok(Finding::wrong("clock", format!("{} s away from the database's clock", skew / 1000), ADVICE));
    }
    // Nothing is recorded in the future: a clock that stands before the last record went wrong.
    if last.is_some_and(|last| last.as_millisecond() > now.as_millisecond() + SKEW_MILLIS) {
        return Ok(Finding::wrong("clock", format!("{now:.0} is before the last thing that happened here"), ADVICE));
    }
    Ok(Finding::fine("clock", format!("{now:.0}")))
}
