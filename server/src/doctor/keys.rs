//! The master key: is it there, does it open what is sealed, may nobody else read its file.

use std::os::unix::fs::PermissionsExt as _;

use passerelle_store::{
    Db,
    seal::{Master, Source, census},
};

use super::Finding;
use crate::{config::Config, keys};

const ABOUT: &str = "master key";

pub(super) async fn examine(config: &Config, db: Db) -> Finding {
    let master = match keys::find(config) {
        Ok(master) => master,
        Err(problem) => return Finding::wrong(ABOUT, first_line(&problem), "put it back from where it is kept"),
    };
    if let Some(mode) = open_mode(&master) {
        let found = format!("others may read {} (mode {mode:o})", keys::told(&master));
        return Finding::wrong(
            ABOUT,
            found,
            "chmod 600; if others had access to this machine, `passerelle keys new-master`",
        );
    }
    let told = keys::told(&master);
    let db = db.with_master(master);
    if let Err(problem) = keys::check(&db).await {
        return Finding::wrong(ABOUT, first_line(&problem), "put it back from where it is kept");
    }
    let counted = match db.begin_read().await {
        Ok(mut tx) => census(&mut tx).await,
        Err(error) => Err(error),
    };
    match counted {
        Ok(census) => Finding::fine(ABOUT, format!("{told} opens all {} keys in use", census.in_use)),
        Err(error) => Finding::wrong(ABOUT, error.to_string(), "the tables come first"),
    }
}

fn first_line(problem: &anyhow::Error) -> String {
    format!("{problem:#}").lines().next().unwrap_or_default().to_owned()
}

/// The mode of the key's file, when others than its owner may read it.
fn open_mode(master: &Master) -> Option<u32> {
    let Source::File(path) = master.source() else { return None };
    let mode = std::fs::metadata(path).ok()?.permissions().mode() & 0o777;
    (mode & 0o077 != 0).then_some(mode)
}
