//! Making a backup while the program serves.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result};
use passerelle_kernel::{Chance, Clock, Timestamp};
use passerelle_store::{
    Db, Follow, Options, Tx,
    trail::{self, Head},
    whole::{Tally, check_copy, copy_sqlite, dump_postgres},
};

use passerelle_web::logbook;

use super::{
    Envelope, Keep, Kept, Manifest, Place, WorkFolder, archive, folder::parent_of, manifest::FORM, place, superfluous,
};

/// What is backed up.
pub struct Source<'a> {
    /// The address of the database.
    pub url: &'a str,
    /// Its replica, which is read instead when it has everything that is acknowledged by then.
    pub replica: Option<Follow>,
}

impl<'a> Source<'a> {
    /// A database without a replica.
    pub const fn of(url: &'a str) -> Self {
        Self { url, replica: None }
    }
}

/// What was made.
#[derive(Debug)]
pub struct Made {
    /// The backup.
    pub kept: Kept,
    /// What it says of itself.
    pub manifest: Manifest,
    /// The names of those that were removed because enough newer ones are kept.
    pub removed: Vec<String>,
}

/// Makes a backup and removes those that `keep` no longer asks for.
///
/// # Errors
/// What cannot be read or written; then no backup has appeared and none was removed.
pub async fn make(source: Source<'_>, clock: &Clock, envelope: &Envelope, to: &Place, keep: Keep) -> Result<Made> {
    let (url, made_at) = (source.url, clock.now());
    let work = WorkFolder::create(&work_parent(url))?;
    let manifest = match url.strip_prefix("sqlite:") {
        Some(path) => copy(Path::new(path), &work, made_at).await?,
        None => dump(&place_to_read(source).await?, &work, made_at).await?,
    };
    let closing = to.work_parent().map(WorkFolder::create).transpose()?;
    let name = place::name(made_at, envelope.suffix());
    let file = closing.as_ref().unwrap_or(&work).file(&name);
    archive::write(&file, envelope, &manifest, &work.file(&manifest.file))?;
    let bytes = std::fs::metadata(&file)?.len();
    to.take(&file, &name).await?;
    if let Err(error) = note(url, made_at).await {
        tracing::warn!(%error, "the backup is made, but its date cannot be told to the association");
    }
    let removed = rotate(to, keep).await?;
    Ok(Made { kept: Kept { name, made_at, bytes }, manifest, removed })
}

/// Beside the database, where its content may lie anyway; elsewhere for a database of another machine.
fn work_parent(url: &str) -> PathBuf {
    url.strip_prefix("sqlite:").map_or_else(std::env::temp_dir, |path| parent_of(Path::new(path)).to_owned())
}

async fn copy(from: &Path, work: &WorkFolder, made_at: Timestamp) -> Result<Manifest> {
    let file = "passerelle.sqlite";
    let copied = work.file(file);
    let from = from.to_owned();
    let to = copied.clone();
    tokio::task::spawn_blocking(move || copy_sqlite(&from, &to).and_then(|()| check_copy(&to)))
        .await?
        .context("the database cannot be copied")?;
    // What is told is what was copied, whatever is written meanwhile.
    let db = Db::open(&format!("sqlite:{}", copied.display()), Clock::System, Chance::System)?;
    let mut tx = db.begin_read().await?;
    let told = Told::of(&mut tx).await?;
    drop(tx);
    drop(db);
    finish("SQLite", file, &copied, made_at, told)
}

/// The replica when it has caught up, else the database itself.
async fn place_to_read(Source { url, replica }: Source<'_>) -> Result<String> {
    let Some(follow) = replica else { return Ok(url.to_owned()) };
    let options = Options { replica: Some(follow.clone()), ..Options::default() };
    match Db::open_with(url, options, Clock::System, Chance::System)?.replica_caught_up(follow.oldest).await {
        Ok(_) => Ok(follow.url),
        Err(error) => {
            tracing::warn!(%error, "the backup is made from the primary");
            Ok(url.to_owned())
        }
    }
}

async fn dump(url: &str, work: &WorkFolder, made_at: Timestamp) -> Result<Manifest> {
    const WITHOUT: &str = "PostgreSQL is backed up by its own programs. Where they cannot be had, \
        `passerelle export` writes everything without them";
    let file = "passerelle.dump";
    let dumped = work.file(file);
    let db = Db::open(url, Clock::System, Chance::System)?;
    let mut tx = db.begin_read().await?;
    // pg_dump sees exactly what this transaction sees, which stays open meanwhile.
    let snapshot = tx.snapshot().await?.context("no snapshot")?;
    let (url, to) = (url.to_owned(), dumped.clone());
    tokio::task::spawn_blocking(move || dump_postgres(&url, &snapshot, &to)).await?.context(WITHOUT)?;
    finish("PostgreSQL", file, &dumped, made_at, Told::of(&mut tx).await?)
}

/// What is told of the database that is copied, as of the same moment.
struct Told {
    migrations: BTreeMap<String, i64>,
    tables: Vec<Tally>,
    trail: Option<Head>,
}

impl Told {
    async fn of(tx: &mut Tx) -> passerelle_store::Result<Self> {
        let (tables, migrations) = (tx.tallies().await?, tx.versions().await?);
        // Tables from before the trail can be backed up by a newer program.
        let has_trail = tables.iter().any(|tally| tally.table == "event_head");
        let trail = if has_trail { Some(trail::head(tx).await?) } else { None };
        Ok(Self { migrations, tables, trail })
    }
}

fn finish(engine: &str, name: &str, file: &Path, made_at: Timestamp, told: Told) -> Result<Manifest> {
    let (bytes, sha256) = archive::measure(file)?;
    let program = env!("CARGO_PKG_VERSION").to_owned();
    let (engine, file) = (engine.to_owned(), name.to_owned());
    let (Told { migrations, tables, trail }, form) = (told, FORM);
    let trail = trail.map(|head| head.to_string());
    Ok(Manifest { form, program, engine, made_at, migrations, file, bytes, sha256, tables, trail })
}

/// Tells the association, whose page reads it from the database.
async fn note(url: &str, made_at: Timestamp) -> passerelle_store::Result<()> {
    let db = Db::open(url, Clock::System, Chance::System)?;
    let mut tx = db.begin_write().await?;
    logbook::note(&mut tx, logbook::BACKUP, made_at).await?;
    tx.commit().await
}

async fn rotate(place: &Place, keep: Keep) -> Result<Vec<String>> {
    let kept = place.list().await?;
    let made: Vec<_> = kept.iter().map(|one| one.made_at).collect();
    let gone = superfluous(&made, keep);
    let names: Vec<_> = kept.into_iter().filter(|one| gone.contains(&one.made_at)).map(|one| one.name).collect();
    for name in &names {
        place.remove(name).await?;
    }
    Ok(names)
}
