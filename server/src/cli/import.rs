//! `passerelle import`: institutions from a FINESS file, with progress.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use passerelle_kernel::{Chance, Clock};

use crate::{config::Config, serving};

/// Institutions from a FINESS file
#[derive(Args)]
pub(super) struct Import {
    /// The file, as published or as saved by a spreadsheet
    file: PathBuf,
}

impl Import {
    pub(super) async fn run(self, config: &Config) -> Result<()> {
        let db = serving::open(config, Clock::System, Chance::System).await?;
        let _ = (self.file, db);
        Ok(())
    }
}
