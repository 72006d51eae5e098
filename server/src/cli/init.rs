//! `passerelle init`: the database, the first association and its first person, who gets an invitation.

use anyhow::{Result, anyhow, bail};
use clap::Args;
use passerelle_access::account;
use passerelle_directory::{Country, Error, OrganisationFacts, PersonFacts, actions::found};
use passerelle_kernel::{Chance, Clock, Language};
use passerelle_web::{App, Ctx};

use crate::{capabilities, config::Config, keys, serving};

/// The first association and its first person
#[derive(Args)]
pub(super) struct Init {
    /// The name of the association
    #[arg(long)]
    association: String,
    /// Its town
    #[arg(long, default_value = "")]
    town: String,
    /// The name of the first person, as they write it
    #[arg(long)]
    name: String,
    /// Their e-mail address
    #[arg(long)]
    email: String,
    /// The country, as two letters
    #[arg(long, default_value = "FR")]
    country: String,
    /// The language of the association and its first person: fr or en
    #[arg(long, default_value = "fr")]
    language: String,
}

impl Init {
    pub(super) async fn run(self, config: &Config) -> Result<()> {
        let master = keys::find_or_make(config)?;
        let db = serving::open(config, Clock::System, Chance::System).await?;
        if account::any(&mut db.begin_read().await?).await? {
            bail!("there are people in this database already: the admin of an association invites others");
        }
        let settings = config.settings()?;
        let (association, admin) = self.facts()?;
        let ctx = Ctx::new(App::new(db, settings.clone(), &capabilities::all()), None, admin.language);
        let founded = found(&ctx, &association, &admin).await.map_err(|error| refused(&ctx, error))?;
        super::say!("The master key is in {}. Keep a copy of it elsewhere, not with the backups:", keys::told(&master));
        super::say!("without it, nothing that is sealed can ever be read again.\n");
        super::say!(
            "{} is there. {} comes in, once and within 14 days, with this address:",
            self.association,
            self.name
        );
        super::say!("{}{}", settings.base_url, founded.invitation);
        Ok(())
    }

    fn facts(&self) -> Result<(OrganisationFacts, PersonFacts)> {
        let country =
            Country::parse(&self.country).ok_or_else(|| anyhow!("--country is two letters, such as FR or BE"))?;
        let language = Language::find(&self.language).ok_or_else(|| anyhow!("--language is fr or en"))?;
        let town = self.town.clone();
        let name = self.association.clone();
        let association = OrganisationFacts { name, town, country, language, ..OrganisationFacts::default() };
        let email = Some(self.email.clone());
        let admin = PersonFacts { name: self.name.clone(), email, country, language, ..PersonFacts::default() };
        Ok((association, admin))
    }
}

/// The refusal in the words of the person who typed the command.
fn refused(ctx: &Ctx, error: Error) -> anyhow::Error {
    match error {
        Error::Refused(reason) => anyhow!(ctx.say(reason.key())),
        other => other.into(),
    }
}
