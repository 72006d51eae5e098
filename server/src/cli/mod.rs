//! What an operator can tell the program to do.

mod backup;
mod demo;
mod doctor;
mod import;
mod init;
mod keys;
mod log;
mod moving;
mod out;
mod plan;
mod retention;

use std::{path::PathBuf, time::Duration};

use anyhow::Result;
use clap::{Parser, Subcommand};
use passerelle_kernel::{Chance, Clock};

use crate::{config::Config, door::Bounds, observing, serving};

pub(crate) use out::say;

/// Passerelle: the platform of peer support work.
///
/// One program, one file as database. Settings come from a TOML file (`--config`) and from environment variables
/// (PASSERELLE_DATABASE_URL, PASSERELLE_LISTEN, PASSERELLE_BASE_URL, …), which win.
#[derive(Parser)]
#[command(name = "passerelle", version, max_term_width = 100)]
pub struct Cli {
    /// The configuration file
    #[arg(long, short, global = true, env = "PASSERELLE_CONFIG", value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the pages
    Serve,
    /// Create the database, the first association and its first person
    Init(init::Init),
    /// Make a demonstration network in a folder of its own and serve it
    Demo(demo::Demo),
    /// Import institutions from a FINESS file
    Import(import::Import),
    /// Write an encrypted backup while the program serves
    Backup(backup::Backup),
    /// Put a backup into an empty place
    Restore(backup::Restore),
    /// Write the whole network to one file, to move to another database
    Export(moving::Export),
    /// Put a whole network that was exported into an empty database
    ImportNetwork(moving::ImportNetwork),
    /// The keys of sealed texts
    Keys(keys::Keys),
    /// Say what the next night removes because its time is over; nothing is changed
    Retention(retention::Retention),
    /// Check the installation and say what is wrong
    Doctor(doctor::Doctor),
    /// Solve published planning problems, to compare the planner
    Plan(plan::Plan),
}

impl Cli {
    /// Does what was asked.
    ///
    /// # Errors
    /// What went wrong, in words for the operator.
    pub fn run(self) -> Result<()> {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
        runtime.block_on(self.command.run(self.config.as_deref()))
    }
}

impl Command {
    async fn run(self, file: Option<&std::path::Path>) -> Result<()> {
        if let Self::Demo(demo) = self {
            return demo.run(file).await;
        }
        if let Self::Plan(plan) = self {
            return tokio::task::spawn_blocking(move || plan.run()).await?;
        }
        let config = Config::read(file)?;
        log::start(config.log_json);
        match self {
            Self::Serve => {
                passerelle_web::measure::tell_panics_by_place();
                passerelle_store::tell_slower_than(Duration::from_millis(config.slow_statement_ms));
                let db = serving::open(&config, Clock::System, Chance::System).await?;
                if let Some(listen) = config.metrics_address()? {
                    observing::start(db.clone(), listen, config.metrics_token.clone()).await?;
                }
                let leave = Duration::from_secs(config.leave_seconds);
                serving::serve(db, config.settings()?, config.listen, Bounds::of(config.connections), leave).await
            }
            Self::Init(init) => init.run(&config).await,
            Self::Import(import) => import.run(&config).await,
            Self::Backup(backup) => backup.run(&config).await,
            Self::Restore(restore) => restore.run().await,
            Self::Export(export) => export.run(&config).await,
            Self::ImportNetwork(import) => import.run().await,
            Self::Keys(keys) => keys.run(&config).await,
            Self::Retention(retention) => retention.run(&config).await,
            Self::Doctor(doctor) => doctor.run(&config).await,
            Self::Demo(_) | Self::Plan(_) => Ok(()),
        }
    }
}
