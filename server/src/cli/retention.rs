//! `passerelle retention`: a dry run of the night.

use anyhow::Result;
use clap::Args;
use passerelle_kernel::{Chance, Clock};
use passerelle_web::App;

use super::say;
use crate::{capabilities, config::Config, retention, serving};

/// What the next night removes
#[derive(Args)]
pub(super) struct Retention {}

impl Retention {
    pub(super) async fn run(self, config: &Config) -> Result<()> {
        let db = serving::open(config, Clock::System, Chance::System).await?;
        let app = App::new(db, config.settings()?, &capabilities::all());
        for line in retention::told(&app).await? {
            say!("{line}");
        }
        Ok(())
    }
}
