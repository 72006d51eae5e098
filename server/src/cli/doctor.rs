//! Checks the installation: database, tables, jobs, mail, clock. Says what is wrong and what to do.

use anyhow::{Result, bail};
use passerelle_kernel::{Chance, Clock};
use passerelle_store::job;
use passerelle_web::MailRoute;

use crate::{config::Config, serving};

pub(super) async fn run(config: &Config) -> Result<()> {
    let db = serving::open(config, Clock::System, Chance::System).await?;
    println!("database     {} opens, its tables are up to date", db.engine_name());
    println!("keys         {}", super::keys::told(&db).await?);
    let (waiting, failed) = job::count(&mut db.begin_read().await?).await?;
    println!("jobs         {waiting} waiting, {failed} set aside after {} tries", job::ATTEMPTS);
    match config.settings()?.mail {
        MailRoute::Outbox => println!("mail         kept in the outbox page: set mail_url and mail_from to send"),
        MailRoute::Smtp { from, .. } => println!("mail         through a mail server, from {from}"),
    }
    let secure = config.base_url.starts_with("https:");
    println!(
        "address      {}{}",
        config.base_url,
        if secure { "" } else { " (not https: for tests on this machine only)" }
    );
    println!("clock        {}", db.clock().now());
    if failed > 0 {
        bail!("{failed} jobs were set aside: the log says why");
    }
    println!("All is well.");
    Ok(())
}
