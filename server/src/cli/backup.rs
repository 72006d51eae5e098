//! `passerelle backup` and `passerelle restore`.

use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use anyhow::{Result, bail};
use clap::Args;
use passerelle_kernel::Clock;

use super::say;
use crate::{
    backup::{self, Envelope, Keep, Keys, Place, Source},
    config::Config,
};

/// How what is written is closed
#[derive(Args)]
pub(super) struct Closing {
    /// Close it with the passphrase in the first line of this file
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
    /// Write it without encryption: whoever has the file can read everything
    #[arg(long, conflicts_with = "passphrase_file")]
    plain: bool,
}

impl Closing {
    /// What was asked for here, else what the configuration says; never plain by silence.
    pub(super) fn envelope(&self, config: &Config) -> Result<Envelope> {
        match (self.plain, &self.passphrase_file, config.backup_recipient.as_str()) {
            (true, ..) => Ok(Envelope::Plain),
            (false, Some(file), _) => Envelope::passphrase(file),
            (false, None, "") => bail!(
                "there is no key to encrypt it for: `passerelle backup --new-key FILE` makes one, its public half goes \
                 into the configuration as backup_recipient. (A passphrase: --passphrase-file. Unencrypted: --plain.)"
            ),
            (false, None, keys) => Envelope::to(keys),
        }
    }
}

/// What opens it
#[derive(Args)]
pub(super) struct Opening {
    /// The file with the private key
    #[arg(long, value_name = "FILE")]
    key: Option<PathBuf>,
    /// The file whose first line is the passphrase
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
}

impl Opening {
    pub(super) fn keys(self) -> Keys {
        Keys { key: self.key, passphrase: self.passphrase_file }
    }
}

/// A backup, while the program serves
#[derive(Args)]
pub(super) struct Backup {
    /// A folder or s3://bucket/folder; else backup_place of the configuration
    #[arg(long, value_name = "PLACE")]
    to: Option<String>,
    #[command(flatten)]
    closing: Closing,
    /// Only list the backups that are there
    #[arg(long)]
    list: bool,
    /// Only write a new private key to this file and print its public half
    #[arg(long, value_name = "FILE")]
    new_key: Option<PathBuf>,
}

impl Backup {
    pub(super) async fn run(self, config: &Config) -> Result<()> {
        if let Some(file) = &self.new_key {
            return new_key(file);
        }
        let place = match self.to.as_deref().unwrap_or(&config.backup_place) {
            "" => bail!("say where to: --to PLACE, or backup_place in the configuration"),
            text => Place::find(text)?,
        };
        if self.list {
            return list(&place).await;
        }
        let envelope = self.closing.envelope(config)?;
        let keep = Keep {
            daily: config.backup_keep_daily,
            weekly: config.backup_keep_weekly,
            monthly: config.backup_keep_monthly,
        };
        let started = std::time::Instant::now();
        let source = Source { url: &config.database_url, replica: config.replica()? };
        let made = backup::make(source, &Clock::System, &envelope, &place, keep).await?;
        let rows: u64 = made.manifest.tables.iter().map(|tally| tally.rows).sum();
        say!(
            "{}: {} rows in {} tables, {} kB, {}",
            made.kept.name,
            rows,
            made.manifest.tables.len(),
            made.kept.bytes.div_ceil(1000),
            seconds(started.elapsed())
        );
        if let Some(head) = &made.manifest.trail {
            say!("Last link of the trail, for `passerelle doctor --trail` later: {head}");
        }
        if matches!(envelope, Envelope::Plain) {
            say!("It is not encrypted: whoever has the file can read everything.");
        }
        for name in made.removed {
            say!("{name}: removed, enough newer ones are kept");
        }
        Ok(())
    }
}

fn new_key(file: &Path) -> Result<()> {
    let public = backup::new_key(file)?;
    say!(
        "The private key is in {}. Print it and keep it elsewhere: without it no backup can be opened.",
        file.display()
    );
    say!("Into the configuration goes:\nbackup_recipient = \"{public}\"");
    Ok(())
}

async fn list(place: &Place) -> Result<()> {
    for one in place.list().await? {
        say!("{}  {:>9} kB", one.name, one.bytes.div_ceil(1000));
    }
    Ok(())
}

/// A backup into an empty place
#[derive(Args)]
pub(super) struct Restore {
    /// The backup: a file, or s3://bucket/folder/name
    from: String,
    /// The empty place: sqlite:PATH or postgresql://…
    #[arg(long, value_name = "PLACE")]
    into: String,
    #[command(flatten)]
    opening: Opening,
}

impl Restore {
    pub(super) async fn run(self) -> Result<()> {
        let started = std::time::Instant::now();
        let restored = backup::restore(&self.from, &self.opening.keys(), &place(&self.into)?).await?;
        for tally in &restored.manifest.tables {
            say!("{:<28}{:>9} rows, as they were", tally.table, tally.rows);
        }
        say!(
            "The database of {} is there again ({}); passerelle {} had written it{}.",
            restored.manifest.made_at,
            seconds(started.elapsed()),
            restored.manifest.program,
            if restored.brought_forward { ", its tables were brought up to date" } else { "" }
        );
        if let Some(head) = &restored.manifest.trail {
            say!("Its trail ended with link {head}");
        }
        Ok(())
    }
}

/// A place for a whole database; a path alone would be taken for a file of SQLite by one and for a folder by another.
pub(super) fn place(text: &str) -> Result<String> {
    if text.starts_with("sqlite:") || text.starts_with("postgresql://") || text.starts_with("postgres://") {
        return Ok(text.to_owned());
    }
    bail!("--into is sqlite:PATH or postgresql://…")
}

pub(super) fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}
