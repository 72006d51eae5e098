//! `passerelle demo`: a demonstration network in a folder of its own, served on this machine.

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result};
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use passerelle_kernel::{Chance, Clock};

use crate::{
    config::{Config, SignInConfig},
    demo,
    door::Bounds,
    keys, serving,
};

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
    /// How many times as many peers, missions and hours there are (for benchmarks)
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=1000))]
    scale: u32,
    /// Make the network and end, without serving it
    #[arg(long)]
    build_only: bool,
}

impl Demo {
    pub(super) async fn run(self, file: Option<&Path>) -> Result<()> {
        let data = self.dir.join("passerelle.sqlite");
        if self.fresh {
            demo::forget(&data)?;
        }
        std::fs::create_dir_all(&self.dir).with_context(|| format!("cannot create {}", self.dir.display()))?;
        let config = self.config(&data, file)?;
        super::log::start(config.log_json);
        if !data.exists() {
            self.build(&data, &config).await?;
        }
        if self.build_only {
            return Ok(());
        }
        keys::find_or_make(&config)?;
        let db = serving::open(&config, Clock::System, Chance::System).await?;
        super::say!("{}", introduction(&config.base_url));
        let bounds = Bounds::of(config.connections);
        serving::serve(db, config.settings()?, config.listen, bounds, std::time::Duration::ZERO).await
    }

    /// The settings of a demonstration, whose data are in its folder whatever the configuration says.
    fn config(&self, data: &Path, file: Option<&Path>) -> Result<Config> {
        let defaults = Config {
            listen: SocketAddr::from(([127, 0, 0, 1], self.port)),
            base_url: format!("http://localhost:{}", self.port),
            mail_from: "Passerelle <passerelle@demo.example>".to_owned(),
            demonstration: true,
            sign_in: SignInConfig { second_factor: "offered".to_owned(), ..SignInConfig::default() },
            ..Config::default()
        };
        let config = Config::read_over(defaults, file)?;
        Ok(Config { database_url: format!("sqlite:{}", data.display()), ..config })
    }

    async fn build(&self, data: &Path, config: &Config) -> Result<()> {
        let settings = config.settings()?;
        let today = Clock::System.today(&settings.zone);
        let style = ProgressStyle::with_template("{msg} {wide_bar} {percent} %")?;
        let bar = ProgressBar::new(0).with_style(style).with_message("Making a year of the network");
        let tell = |done: usize, all: usize| {
            bar.set_length(all as u64);
            bar.set_position(done as u64);
        };
        let built = demo::build(data, keys::find_or_make(config)?, &settings, today, self.scale, tell).await;
        bar.finish_and_clear();
        built.context("the demonstration cannot be made")
    }
}

/// What the program tells when it starts: where, and as whom one can look.
fn introduction(base_url: &str) -> String {
    let people = demo::people();
    let width = |cell: fn(&demo::Told) -> &str| people.iter().map(|one| cell(one).chars().count()).max().unwrap_or(0);
    let (role, place, email) = (width(|one| one.role), width(|one| &one.place), width(|one| &one.email));
    let lines = people
        .iter()
        .map(|one| format!("{:role$}  {:place$}  {:email$}  {}", one.role, one.place, one.email, demo::PASSWORD));
    let people = lines.collect::<Vec<_>>().join("\n");
    format!(
        "The demonstration is at {base_url}\nThe organisations are real, what they do here is invented, nobody exists.\n\n{people}\n"
    )
}
