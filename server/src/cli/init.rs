//! `passerelle init`: the database, the first association and its first person, who gets an invitation.

use anyhow::Result;
use clap::Args;
use passerelle_kernel::{Chance, Clock};

use crate::{config::Config, serving};

/// The first association and its first person
#[derive(Args)]
pub(super) struct Init {
    /// The name of the association
    #[arg(long)]
    association: String,
    /// The name of the first person, as they write it
    #[arg(long)]
    name: String,
    /// Their e-mail address
    #[arg(long)]
    email: String,
    /// The country, as two letters
    #[arg(long, default_value = "FR")]
    country: String,
}

impl Init {
    pub(super) async fn run(self, config: &Config) -> Result<()> {
        let db = serving::open(config, Clock::System, Chance::System).await?;
        let _ = (self.association, self.name, self.email, self.country, db);
        Ok(())
    }
}
