//! `passerelle keys`: the master key and the data keys, while the server runs.

use anyhow::{Context as _, Result, anyhow, bail};
use clap::{Args, Subcommand};
use passerelle_kernel::{Chance, Clock};
use passerelle_store::{
    Db,
    seal::{self, Master, Owner, OwnerKind, Source},
};

use crate::{config::Config, keys, serving};

/// The keys of sealed texts
#[derive(Args)]
pub(super) struct Keys {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Which keys there are
    Show,
    /// Make the master key of an installation that has none
    Make,
    /// Give every owner a new key; the running server seals their texts again
    Rotate {
        /// One organisation only, by its id
        #[arg(long)]
        organisation: Option<String>,
    },
    /// Put a new master key in the place of the one in use
    NewMaster,
}

impl Keys {
    pub(super) async fn run(self, config: &Config) -> Result<()> {
        if let Command::Make = self.command {
            return make(config).await;
        }
        let db = serving::open(config, Clock::System, Chance::System).await?;
        match self.command {
            Command::Show => show(&db).await,
            Command::Rotate { organisation } => rotate(&db, organisation).await,
            Command::NewMaster => new_master(&db, config).await,
            Command::Make => Ok(()),
        }
    }
}

async fn make(config: &Config) -> Result<()> {
    if let Ok(master) = keys::find(config) {
        bail!("there is a master key already, from {}", keys::told(&master));
    }
    let db = Db::open(&config.database_url, Clock::System, Chance::System).context("the database cannot be opened")?;
    serving::migrate(&db, &crate::capabilities::all()).await?;
    keys::check(&db).await?;
    let master = Master::make(keys::file(config))?;
    super::say!("The master key is in {}.", keys::told(&master));
    super::say!(
        "Keep a copy of it elsewhere, not with the backups: without it, nothing that is sealed can be read again."
    );
    Ok(())
}

async fn show(db: &Db) -> Result<()> {
    super::say!("{}", told(db).await?);
    Ok(())
}

/// The keys in words.
pub(super) async fn told(db: &Db) -> Result<String> {
    let master = db.master().ok_or_else(|| anyhow!("there is no master key"))?;
    let census = seal::census(&mut db.begin_read().await?).await?;
    let id = master.ids().next().unwrap_or_default().to_owned();
    let mut told = format!("master key {id} from {}; {} data keys in use", keys::told(&master), census.in_use);
    if census.retired > 0 {
        told.push_str(&format!(", {} replaced and still to be sealed again by the running server", census.retired));
    }
    if census.destroyed > 0 {
        told.push_str(&format!(", {} destroyed", census.destroyed));
    }
    Ok(told)
}

async fn rotate(db: &Db, organisation: Option<String>) -> Result<()> {
    let count = match organisation {
        None => seal::retire_all(db).await?,
        Some(id) => {
            let mut tx = db.begin_write().await?;
            if !seal::retire(&mut tx, &Owner::of(OwnerKind::Organisation, &id)).await? {
                bail!("nothing is sealed for an organisation {id}");
            }
            tx.commit().await?;
            1
        }
    };
    super::say!("{count} keys were replaced. The running server seals the texts again; reading works all the time.");
    super::say!("`passerelle keys show` tells how many are left.");
    Ok(())
}

async fn new_master(db: &Db, config: &Config) -> Result<()> {
    let master = db.master().ok_or_else(|| anyhow!("there is no master key"))?;
    if let Source::File(_) = master.source() {
        Master::make(keys::file(config))?;
    } else if master.ids().count() < 2 {
        bail!(
            "the master key comes from {}. Put a new one in front of it there, with a space or a new line in between, \
             start the servers again, then give this command again. A new one: {}",
            keys::told(&master),
            Master::new_line().trim()
        );
    }
    let count = seal::rewrap(db).await?;
    super::say!("{count} data keys are wrapped by the new master key, the first one in its place.");
    super::say!("The one before stands behind it: backups made before today need it. Remove it with the last of them.");
    Ok(())
}
