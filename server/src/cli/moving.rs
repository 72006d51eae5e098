//! `passerelle export` and `passerelle import-network`: a whole network from one engine to the other.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use passerelle_kernel::Clock;
use passerelle_store::whole::Tally;

use super::{
    backup::{Closing, Opening, place, seconds},
    say,
};
use crate::{config::Config, moving};

/// The whole network into one file
#[derive(Args)]
pub(super) struct Export {
    /// The file to be written, such as network.jsonl.gz.age
    file: PathBuf,
    #[command(flatten)]
    closing: Closing,
}

impl Export {
    pub(super) async fn run(self, config: &Config) -> Result<()> {
        let envelope = self.closing.envelope(config)?;
        let started = std::time::Instant::now();
        let tallies = moving::move_out(&config.database_url, &Clock::System, &envelope, &self.file).await?;
        tell(&tallies);
        say!("{}: {} rows, {}", self.file.display(), rows(&tallies), seconds(started.elapsed()));
        Ok(())
    }
}

/// A whole network out of one file into an empty database
#[derive(Args)]
pub(super) struct ImportNetwork {
    /// The file that `passerelle export` wrote
    file: PathBuf,
    /// The empty place: sqlite:PATH or postgresql://…
    #[arg(long, value_name = "PLACE")]
    into: String,
    #[command(flatten)]
    opening: Opening,
}

impl ImportNetwork {
    pub(super) async fn run(self) -> Result<()> {
        let started = std::time::Instant::now();
        let tallies = moving::move_in(&self.file, &self.opening.keys(), &place(&self.into)?).await?;
        tell(&tallies);
        say!(
            "{} rows moved in, each table with the same count and hash as before, {}",
            rows(&tallies),
            seconds(started.elapsed())
        );
        Ok(())
    }
}

fn rows(tallies: &[Tally]) -> u64 {
    tallies.iter().map(|tally| tally.rows).sum()
}

fn tell(tallies: &[Tally]) {
    for tally in tallies {
        say!("{:<28}{:>9}  {}", tally.table, tally.rows, tally.sha256.get(..16).unwrap_or_default());
    }
}
