//! PostgreSQL's own programs, `pg_dump` and `pg_restore`: the address goes to them through the environment, because
//! everybody on a machine can read the words of a command.

use std::{
    path::Path,
    process::{Command, Stdio},
};

use tokio_postgres::{Config, config::Host};

use crate::{Error, Result, Tx, tx::Connection};

impl Tx {
    /// The name under which `pg_dump` sees exactly what this transaction sees; nothing on SQLite.
    ///
    /// # Errors
    /// The engine's error; [`Error::Open`] when the tables are in another schema than `public`.
    pub async fn snapshot(&mut self) -> Result<Option<String>> {
        let Connection::Postgres(connection) = self.raw()? else { return Ok(None) };
        let row = connection.query_one("SELECT pg_export_snapshot(), current_schema()::text", &[]).await?;
        let schema: String = row.try_get(1)?;
        if schema != "public" {
            return Err(Error::Open(format!("only the schema public can be dumped, the tables are in {schema}")));
        }
        Ok(Some(row.try_get(0)?))
    }
}

/// Writes everything that the snapshot shows to a file, with `pg_dump`.
///
/// # Errors
/// [`Error::Tool`] when the program is missing or says no.
pub fn dump_postgres(url: &str, snapshot: &str, to: &Path) -> Result<()> {
    let mut command = tool("pg_dump", url)?;
    command.args(["--format=custom", "--compress=0", "--no-owner", "--no-privileges"]);
    command.arg(format!("--snapshot={snapshot}")).arg("--file").arg(to);
    run(command, "pg_dump")
}

/// Puts a file of `pg_dump` into an empty database, all of it or nothing.
///
/// # Errors
/// [`Error::Tool`] when the program is missing or says no.
pub fn restore_postgres(url: &str, from: &Path) -> Result<()> {
    let config = parse(url)?;
    let mut command = tool("pg_restore", url)?;
    command.args(["--exit-on-error", "--single-transaction", "--no-owner", "--no-privileges"]);
    command.arg("--dbname").arg(config.get_dbname().or(config.get_user()).unwrap_or("postgres")).arg(from);
    run(command, "pg_restore")
}

fn parse(url: &str) -> Result<Config> {
    url.parse().map_err(|_| Error::Open("this is not the address of a PostgreSQL database".into()))
}

fn tool(program: &str, url: &str) -> Result<Command> {
    let config = parse(url)?;
    let mut command = Command::new(program);
    let hosts = config.get_hosts().iter().map(|host| match host {
        Host::Tcp(name) => name.clone(),
        Host::Unix(path) => path.display().to_string(),
    });
    let ports: Vec<_> = config.get_ports().iter().map(u16::to_string).collect();
    let facts = [
        ("PGHOST", Some(hosts.collect::<Vec<_>>().join(","))),
        ("PGPORT", Some(ports.join(","))),
        ("PGUSER", config.get_user().map(str::to_owned)),
        ("PGDATABASE", config.get_dbname().map(str::to_owned)),
        ("PGPASSWORD", config.get_password().map(|password| String::from_utf8_lossy(password).into_owned())),
        ("PGOPTIONS", config.get_options().map(str::to_owned)),
    ];
    for (name, value) in facts {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            command.env(name, value);
        }
    }
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    Ok(command)
}

fn run(mut command: Command, program: &'static str) -> Result<()> {
    let failed = |problem: String| Error::Tool { program, problem };
    let output = command.output().map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => failed("it is not installed (Debian: postgresql-client)".into()),
        _ => failed(error.to_string()),
    })?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(failed(said.trim().lines().next().unwrap_or("it failed without a word").to_owned()))
}
