//! `passerelle demo`: a demonstration network in a folder of its own, served on this machine.

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result};
use clap::Args;
use passerelle_kernel::{Chance, Clock};

use crate::{config::Config, serving};

/// The demonstration
#[derive(Args)]
pub(super) struct Demo {
    /// The folder that keeps its data
    #[arg(long, default_value = "passerelle-demo")]
    dir: PathBuf,
    /// The port of http://localhost
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Forget the data and make a new network
    #[arg(long)]
    fresh: bool,
    /// How many times larger the network is (for benchmarks)
    #[arg(long, default_value_t = 1)]
    scale: u32,
    /// Make the network and end, without serving it
    #[arg(long)]
    build_only: bool,
}

impl Demo {
    pub(super) async fn run(self, file: Option<&Path>) -> Result<()> {
        let data = self.dir.join("passerelle.sqlite");
        if self.fresh && self.dir.exists() {
            std::fs::remove_dir_all(&self.dir).with_context(|| format!("cannot empty {}", self.dir.display()))?;
        }
        std::fs::create_dir_all(&self.dir).with_context(|| format!("cannot create {}", self.dir.display()))?;
        let defaults = Config {
            database_url: format!("sqlite:{}", data.display()),
            listen: SocketAddr::from(([127, 0, 0, 1], self.port)),
            base_url: format!("http://localhost:{}", self.port),
            demonstration: true,
            ..Config::default()
        };
        let config = Config::read_over(defaults, file)?;
        super::log::start(config.log_json);
        let db = serving::open(&config, Clock::System, Chance::System).await?;
        let _ = self.scale;
        if self.build_only {
            return Ok(());
        }
        serving::serve(db, config.settings()?, config.listen).await
    }
}
