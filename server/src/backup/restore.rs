//! Restoring a backup into an empty place: verified before anything appears there.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use passerelle_kernel::{Chance, Clock};
use passerelle_store::{
    Db,
    whole::{check_copy, restore_postgres},
};

use super::{
    Keys, Manifest, WorkFolder, archive,
    folder::{parent_of, put},
    manifest::compare,
    place::fetch,
};
use crate::{capabilities, serving};

/// What was restored.
#[derive(Debug)]
pub struct Restored {
    /// What the backup says of itself.
    pub manifest: Manifest,
    /// Whether its tables had to be brought forward to this program.
    pub brought_forward: bool,
}

/// Restores the backup `from` (a file or `s3://bucket/folder/name`) into the empty place `into`
/// (`sqlite:<path>` or `postgresql://…`).
///
/// # Errors
/// Why not; then nothing was restored.
pub async fn restore(from: &str, keys: &Keys, into: &str) -> Result<Restored> {
    match into.strip_prefix("sqlite:") {
        Some(path) => to_file(from, keys, Path::new(path)).await,
        None => to_postgres(from, keys, into).await,
    }
}

async fn to_file(from: &str, keys: &Keys, path: &Path) -> Result<Restored> {
    for end in ["", "-wal", "-shm"] {
        let taken = PathBuf::from(format!("{}{end}", path.display()));
        if taken.exists() {
            bail!("{} exists: a backup is restored into an empty place only", taken.display());
        }
    }
    let work = WorkFolder::create(parent_of(path))?;
    let file = work.file("restored.sqlite");
    let manifest = unpack(from, keys, &work, &file, "SQLite").await?;
    check_copy(&file)?;
    let db = Db::open(&format!("sqlite:{}", file.display()), Clock::System, Chance::System)?;
    let brought_forward = bring_forward(&db, &manifest).await?;
    db.settle().await?;
    drop(db);
    put(&file, path)?;
    Ok(Restored { manifest, brought_forward })
}

async fn to_postgres(from: &str, keys: &Keys, url: &str) -> Result<Restored> {
    let db = Db::open(url, Clock::System, Chance::System).context("the place cannot be opened")?;
    if !db.begin_read().await?.is_bare().await? {
        bail!("there are tables in this database: a backup is restored into an empty place only");
    }
    let work = WorkFolder::create(&std::env::temp_dir())?;
    let file = work.file("restored.dump");
    let manifest = unpack(from, keys, &work, &file, "PostgreSQL").await?;
    let to = url.to_owned();
    tokio::task::spawn_blocking(move || restore_postgres(&to, &file)).await??;
    let brought_forward = bring_forward(&db, &manifest).await?;
    Ok(Restored { manifest, brought_forward })
}

async fn unpack(from: &str, keys: &Keys, work: &WorkFolder, to: &Path, engine: &str) -> Result<Manifest> {
    let manifest = archive::read(&fetch(from, work).await?, keys, to)?;
    if manifest.engine != engine {
        bail!(
            "this is a backup of {}, the place is {engine}: `passerelle export` and `import-network` move between them",
            manifest.engine
        );
    }
    Ok(manifest)
}

/// Compares row by row with what the backup tells, then brings older tables to this program.
async fn bring_forward(db: &Db, manifest: &Manifest) -> Result<bool> {
    let mut tx = db.begin_read().await?;
    compare(&manifest.tables, &tx.tallies().await?)?;
    let before = tx.versions().await?;
    drop(tx);
    serving::migrate(db, &capabilities::all()).await?;
    Ok(db.begin_read().await?.versions().await? != before)
}
