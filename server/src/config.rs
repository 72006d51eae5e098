//! The configuration: one TOML file, each setting also an environment variable (`PASSERELLE_…`), unknown keys refused.

mod sign_in;
#[cfg(test)]
mod tests;

use std::{collections::BTreeMap, net::SocketAddr, path::Path, time::Duration};

use anyhow::{Context as _, Result, anyhow, bail};
use figment::{
    Figment,
    providers::{Env, Format as _, Serialized, Toml},
};
use passerelle_kernel::TimeZone;
use passerelle_store::{Follow, held::Retention};
use passerelle_web::{MailRoute, Settings, SmsRoute};
use serde::{Deserialize, Serialize};
pub use sign_in::SignInConfig;

/// What an operator may set. Every key has a default; a key we do not know is an error.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// The database: `sqlite:<path>` or `postgresql://…`.
    pub database_url: String,
    /// How many connections to the database at the most (SQLite: connections that read).
    pub database_connections: usize,
    /// A streaming replica of the PostgreSQL, for reads that may be a little old; empty: there is none.
    pub replica_url: String,
    /// How many seconds old what the replica shows may be.
    pub replica_oldest_seconds: u64,
    /// The address and port to listen on.
    pub listen: SocketAddr,
    /// How many connections of browsers at once; the next ones wait.
    pub connections: u32,
    /// The address under which people reach the server, such as `https://passerelle.example.org`.
    pub base_url: String,
    /// The time zone of people who have not chosen one (IANA name).
    pub time_zone: String,
    /// The mail server: `smtp://user:password@host:port` or `smtps://…`; empty keeps messages in the outbox page.
    pub mail_url: String,
    /// The sender of mails, as `Name <address>`.
    pub mail_from: String,
    /// After how many days an entry that nobody has confirmed is shown as old, and its owner asked.
    pub old_after_days: i64,
    /// The file of the master key; empty: `master.key` beside the database. The variable `PASSERELLE_MASTER_KEY` and
    /// the systemd credential `master.key` come first.
    pub master_key_file: String,
    /// Log lines as JSON.
    pub log_json: bool,
    /// The address on which `/metrics` is answered; empty: nowhere.
    pub metrics_listen: String,
    /// What must be sent to see it (`Authorization: Bearer …`); empty: nothing.
    pub metrics_token: String,
    /// A statement that takes this many milliseconds or more is told in the log.
    pub slow_statement_ms: u64,
    /// Where backups go: a folder, or `s3://bucket/folder`.
    pub backup_place: String,
    /// The public keys of age (`age1…`) that backups are encrypted for, with spaces between.
    pub backup_recipient: String,
    /// How many days keep their last backup (all three 0: nothing is removed).
    pub backup_keep_daily: u32,
    /// How many weeks keep their last backup.
    pub backup_keep_weekly: u32,
    /// How many months keep their last backup.
    pub backup_keep_monthly: u32,
    /// Whether this is a demonstration: it says so, and its outbox page is open to all.
    pub demonstration: bool,
    /// The proxies in front of us, as addresses or networks: only their word about the client's address counts.
    pub trusted_proxies: Vec<String>,
    /// After SIGTERM, for how many seconds new requests are still taken while `/healthz` says that we go.
    pub leave_seconds: u64,
    /// For how long each thing is kept.
    pub retention: Retention,
    /// Other times for jobs that come back: the kind of the job and a cron pattern.
    pub schedules: BTreeMap<String, String>,
    /// What is asked of people who come in.
    pub sign_in: SignInConfig,
    /// How short messages to telephones leave.
    pub sms: SmsConfig,
}

/// What an operator may set about short messages: `[sms]`, or `PASSERELLE_SMS__…`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SmsConfig {
    /// `none`, `folder:<path>`, or the address of a service that takes JSON (`https://…`); a demonstration without one
    /// keeps them in its outbox page.
    pub gateway: String,
    /// What the service wants to see (`Authorization: Bearer …`): set it as `PASSERELLE_SMS__SECRET`.
    pub secret: String,
}

impl Default for SmsConfig {
    fn default() -> Self {
        Self { gateway: "none".to_owned(), secret: String::new() }
    }
}

impl SmsConfig {
    fn route(&self, is_demo: bool) -> Result<SmsRoute> {
        match SmsRoute::parse(&self.gateway, &self.secret).map_err(anyhow::Error::msg)? {
            SmsRoute::None if is_demo => Ok(SmsRoute::Outbox),
            SmsRoute::Outbox if !is_demo => bail!("sms.gateway: only a demonstration keeps messages in its outbox"),
            route => Ok(route),
        }
    }
}

impl Default for Config {
    fn default() -> Self {
        Self {
            database_url: "sqlite:passerelle.sqlite".to_owned(),
            database_connections: passerelle_store::Options::default().connections,
            replica_url: String::new(),
            replica_oldest_seconds: 10,
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            connections: 20_000,
            base_url: "http://localhost:8080".to_owned(),
            time_zone: "Europe/Paris".to_owned(),
            mail_url: String::new(),
            mail_from: String::new(),
            old_after_days: 365,
            master_key_file: String::new(),
            log_json: false,
            metrics_listen: String::new(),
            metrics_token: String::new(),
            slow_statement_ms: 500,
            backup_place: String::new(),
            backup_recipient: String::new(),
            backup_keep_daily: 7,
            backup_keep_weekly: 5,
            backup_keep_monthly: 12,
            demonstration: false,
            sign_in: SignInConfig::default(),
            sms: SmsConfig::default(),
            trusted_proxies: Vec::new(),
            leave_seconds: 3,
            retention: Retention::default(),
            schedules: BTreeMap::new(),
        }
    }
}

/// The environment variables that are not settings: they belong to tests and tools.
const NOT_SETTINGS: [&str; 7] = ["bin", "network", "test_postgres", "config", "log", "e2e", "master_key"];

impl Config {
    /// Reads the file (if there is one) and the environment, which wins.
    ///
    /// # Errors
    /// Says which key cannot be used, and where it was set.
    pub fn read(file: Option<&Path>) -> Result<Self> {
        Self::read_over(Self::default(), file)
    }

    /// The same with other defaults.
    ///
    /// # Errors
    /// As [`Config::read`].
    pub fn read_over(defaults: Self, file: Option<&Path>) -> Result<Self> {
        let mut figment = Figment::from(Serialized::defaults(defaults));
        if let Some(file) = file {
            if !file.is_file() {
                bail!("there is no configuration file {}", file.display());
            }
            figment = figment.merge(Toml::file(file));
        }
        let config: Self = figment.merge(Env::prefixed("PASSERELLE_").ignore(&NOT_SETTINGS).split("__")).extract()?;
        config.settings()?;
        config.metrics_address()?;
        config.replica()?;
        Ok(config)
    }

    /// The replica for reads that may be a little old, if there is one.
    ///
    /// # Errors
    /// When the database is no PostgreSQL, or the bound is none.
    pub fn replica(&self) -> Result<Option<Follow>> {
        let is_postgres = |url: &str| url.starts_with("postgresql://") || url.starts_with("postgres://");
        if self.replica_url.is_empty() {
            return Ok(None);
        }
        if !is_postgres(&self.replica_url) || !is_postgres(&self.database_url) {
            bail!("replica_url is the address of a PostgreSQL that follows the one of database_url");
        }
        if !(1..=3600).contains(&self.replica_oldest_seconds) {
            bail!("replica_oldest_seconds must be between 1 and 3600");
        }
        let oldest = Duration::from_secs(self.replica_oldest_seconds);
        Ok(Some(Follow { url: self.replica_url.clone(), oldest }))
    }

    /// Where figures are answered, if they are.
    ///
    /// # Errors
    /// When the address is none.
    pub fn metrics_address(&self) -> Result<Option<SocketAddr>> {
        if self.metrics_listen.is_empty() {
            return Ok(None);
        }
        self.metrics_listen.parse().map(Some).context("metrics_listen is an address and a port, such as 127.0.0.1:9090")
    }

    /// What the pages need of it.
    ///
    /// # Errors
    /// When the address or the time zone is none, or mail has a server but no sender.
    pub fn settings(&self) -> Result<Settings> {
        let base_url = self.base_url.trim_end_matches('/').to_owned();
        if !(base_url.starts_with("http://") || base_url.starts_with("https://")) {
            bail!("base_url must begin with http:// or https://");
        }
        let zone = TimeZone::get(&self.time_zone).with_context(|| format!("time_zone: {} is none", self.time_zone))?;
        let mail = match (self.mail_url.as_str(), self.mail_from.as_str()) {
            ("", _) => MailRoute::Outbox,
            (_, "") => bail!("mail_url needs mail_from, the sender of the mails"),
            (url, from) => MailRoute::Smtp { url: url.to_owned(), from: from.to_owned() },
        };
        if !(1..=1_000_000).contains(&self.connections) {
            bail!("connections must be a number between 1 and 1000000");
        }
        if !(1..=3650).contains(&self.old_after_days) {
            bail!("old_after_days must be a number of days between 1 and 3650");
        }
        self.retention.check().map_err(anyhow::Error::msg)?;
        let trusted_proxies = self.trusted_proxies.iter().map(|text| text.parse()).collect::<Result<_, String>>();
        Ok(Settings {
            base_url,
            is_demo: self.demonstration,
            zone,
            mail,
            sms: self.sms.route(self.demonstration)?,
            trusted_proxies: trusted_proxies.map_err(|problem| anyhow!("trusted_proxies: {problem}"))?,
            retention: self.retention,
            old_after_days: self.old_after_days,
            schedules: self.schedules.clone(),
            sign_in: self.sign_in.settings()?,
        })
    }
}
