//! Where the master key is: a variable of the environment, a systemd credential, or a file; never the database.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result, anyhow, bail};
use passerelle_store::{
    Db,
    seal::{Master, Source, missing_masters},
};

use crate::config::Config;

/// The variable that may hold the key.
pub const VARIABLE: &str = "PASSERELLE_MASTER_KEY";
/// The name of the systemd credential, and of the file.
const NAME: &str = "master.key";

/// The file of the master key: as configured, else beside the database.
pub fn file(config: &Config) -> PathBuf {
    if !config.master_key_file.is_empty() {
        return PathBuf::from(&config.master_key_file);
    }
    let folder = config.database_url.strip_prefix("sqlite:").and_then(|path| Path::new(path).parent());
    folder.unwrap_or(Path::new("")).join(NAME)
}

/// The master key.
///
/// # Errors
/// Says where it was looked for and what to do.
pub fn find(config: &Config) -> Result<Master> {
    if let Some(master) = given()? {
        return Ok(master);
    }
    let file = file(config);
    if !file.exists() {
        bail!(
            "there is no master key, and nothing sealed can be read without it.\n\
             Looked for: the variable {VARIABLE}, the systemd credential {NAME}, the file {}.\n\
             If this installation has one, put it back from where it is kept. A new installation gets one from \
             `passerelle init`, one from before sealed texts from `passerelle keys make`.",
            file.display()
        );
    }
    Ok(Master::read(file)?)
}

/// The master key; a file is made when there is none anywhere.
///
/// # Errors
/// As [`find`], and when the file cannot be written.
pub fn find_or_make(config: &Config) -> Result<Master> {
    let file = file(config);
    if given()?.is_none() && !file.exists() {
        return Ok(Master::make(file)?);
    }
    find(config)
}

/// The key that was given from outside, if one was.
fn given() -> Result<Option<Master>> {
    if let Ok(text) = env::var(VARIABLE) {
        let source = Source::Given("the variable PASSERELLE_MASTER_KEY");
        return Master::parse(&text, source).map(Some).context(VARIABLE);
    }
    let Some(folder) = env::var_os("CREDENTIALS_DIRECTORY") else { return Ok(None) };
    let credential = Path::new(&folder).join(NAME);
    if !credential.exists() {
        return Ok(None);
    }
    let text = fs::read_to_string(&credential).with_context(|| format!("the credential {NAME} cannot be read"))?;
    Master::parse(&text, Source::Given("the systemd credential master.key")).map(Some).context("systemd credential")
}

/// In words, where a key came from.
pub fn told(master: &Master) -> String {
    match master.source() {
        Source::File(path) => path.display().to_string(),
        Source::Given(what) => (*what).to_owned(),
    }
}

/// Refuses to go on with keys that do not open what is in the database.
///
/// # Errors
/// Names the keys that are missing.
pub async fn check(db: &Db) -> Result<()> {
    let master = db.master();
    let missing = missing_masters(&mut db.begin_read().await?, master.as_ref()).await?;
    if missing.is_empty() {
        return Ok(());
    }
    let have = master.map_or("none".to_owned(), |master| master.ids().collect::<Vec<_>>().join(", "));
    Err(anyhow!(
        "texts are sealed under the master key {}, which is not here (here: {have}). Put it back from where it is kept: \
         nothing else can open them.",
        missing.join(", ")
    ))
}
