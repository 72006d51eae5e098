//! A PostgreSQL cluster that lives as long as its guard: a folder of its own, a free port, loopback only.
//!
//! PostgreSQL refuses to run as root, so root hands it to an unprivileged user. A watcher process waits for the end
//! of its input and then stops the server and removes the folder: the input ends when the guard is dropped and also
//! when we are interrupted or killed, without any signal handler.

use crate::{command, tools, workspace};
use anyhow::{Context, Result, bail};
use std::{
    fs,
    net::TcpListener,
    os::unix::{
        fs::{PermissionsExt, chown},
        process::CommandExt,
    },
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

/// Starts the server and waits for the end of input; `$0` programs, `$1` folder, `$2` port.
const WATCH: &str = r#"
"$0/postgres" -D "$1/data" -p "$2" -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=300 \
    -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_wal_size=256MB >"$1/server.log" 2>&1 </dev/null &
server=$!
read -r _
kill -QUIT "$server"
wait "$server"
rm -rf "$1"
"#;

/// A running cluster; dropping it stops the server and removes its data.
pub struct Postgres {
    watcher: Child,
    url: String,
}

impl Postgres {
    /// Starts an empty cluster, installing PostgreSQL if need be.
    ///
    /// # Errors
    /// When PostgreSQL is missing and may not be installed, or does not start.
    pub fn start() -> Result<Self> {
        let programs = programs()?;
        let owner = if tools::is_root() { Some(unprivileged()?) } else { None };
        let folder = folder(owner)?;
        let port = free_port()?;
        let started = initialise(&programs, &folder, owner).and_then(|()| watch(&programs, &folder, port, owner));
        let watcher = started.inspect_err(|_| drop(fs::remove_dir_all(&folder)))?;
        let server = Self { watcher, url: format!("postgresql://postgres@127.0.0.1:{port}/postgres") };
        server.wait_until_ready(&programs, &folder)?;
        Ok(server)
    }

    /// Where clients connect, as the superuser.
    pub fn url(&self) -> &str {
        &self.url
    }

    fn wait_until_ready(&self, programs: &Path, folder: &Path) -> Result<()> {
        let started = Instant::now();
        while started.elapsed() < Duration::from_secs(30) {
            let mut ask = Command::new(programs.join("pg_isready"));
            if ask.args(["--quiet", "--dbname", &self.url]).status().is_ok_and(|status| status.success()) {
                return Ok(());
            }
            thread::sleep(Duration::from_millis(50));
        }
        let log = fs::read_to_string(folder.join("server.log")).unwrap_or_default();
        bail!("PostgreSQL did not answer within 30 s:\n{log}")
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        drop(self.watcher.stdin.take());
        // A watcher that cannot be waited for has ended already.
        let _ = self.watcher.wait();
    }
}

/// `cargo xtask postgres`: prints the address and stays until Ctrl-C.
pub fn until_interrupted() -> Result<()> {
    let server = Postgres::start()?;
    println!("{}", server.url());
    eprintln!("PASSERELLE_TEST_POSTGRES={} cargo nextest run   (Ctrl-C stops and removes the cluster)", server.url());
    loop {
        thread::park();
    }
}

/// An unprivileged user and its group.
type Owner = (u32, u32);

fn programs() -> Result<PathBuf> {
    if let Some(found) = find_programs() {
        return Ok(found);
    }
    tools::install("postgresql")?;
    find_programs().context("postgresql was installed but its initdb is nowhere")
}

/// The newest of Debian's versions, else the folder on `PATH`; only a folder whose programs run.
fn find_programs() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut folders = versions.map(|version| version.path().join("bin")).collect::<Vec<_>>();
    folders.sort_by_key(|folder| std::cmp::Reverse(version_of(folder)));
    folders.extend(command::on_path("initdb").and_then(|path| Some(path.canonicalize().ok()?.parent()?.to_path_buf())));
    let runs = |folder: &PathBuf| {
        let answers = |name: &str| command::answer(&folder.join(name).to_string_lossy(), &["--version"]).is_some();
        ["initdb", "postgres", "pg_isready"].into_iter().all(answers)
    };
    folders.into_iter().find(runs)
}

fn version_of(folder: &Path) -> Option<u32> {
    folder.parent()?.file_name()?.to_str()?.parse().ok()
}

/// `postgres` if the machine has such a user, else `nobody`.
fn unprivileged() -> Result<Owner> {
    let users = fs::read_to_string("/etc/passwd").context("cannot read /etc/passwd")?;
    owner_in(&users, "postgres").or_else(|| owner_in(&users, "nobody")).context("no unprivileged user for PostgreSQL")
}

fn owner_in(users: &str, name: &str) -> Option<Owner> {
    let mut fields = users.lines().map(|line| line.split(':')).find_map(|mut fields| {
        let found = fields.next() == Some(name);
        found.then(|| fields.skip(1))
    })?;
    Some((fields.next()?.parse().ok()?, fields.next()?.parse().ok()?))
}

fn folder(owner: Option<Owner>) -> Result<PathBuf> {
    // Each story makes and removes a database, which is hundreds of files.
    let folder = workspace::scratch().join(format!("passerelle-postgres-{}", std::process::id()));
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o700))?;
    if let Some((user, group)) = owner {
        chown(&folder, Some(user), Some(group))?;
    }
    Ok(folder)
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

fn initialise(programs: &Path, folder: &Path, owner: Option<Owner>) -> Result<()> {
    let mut initdb = Command::new(programs.join("initdb"));
    initdb.args(["--locale=C.UTF-8", "--encoding=UTF8", "--auth=trust", "--username=postgres", "--no-sync"]);
    let output = own(&mut initdb, owner).arg("--pgdata").arg(folder.join("data")).current_dir(folder).output()?;
    if !output.status.success() {
        bail!("initdb: {}", String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(())
}

fn watch(programs: &Path, folder: &Path, port: u16, owner: Option<Owner>) -> Result<Child> {
    let mut watcher = Command::new("sh");
    watcher.arg("-c").arg(WATCH).arg(programs).arg(folder).arg(port.to_string());
    // A group of its own: Ctrl-C in a terminal reaches us and not the watcher, which still has to clean up.
    own(&mut watcher, owner).current_dir("/").process_group(0).stdin(Stdio::piped());
    watcher.spawn().context("cannot start the watcher of PostgreSQL")
}

fn own(command: &mut Command, owner: Option<Owner>) -> &mut Command {
    if let Some((user, group)) = owner {
        command.uid(user).gid(group);
    }
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_owner_is_read_from_the_list_of_users() {
        let users = "root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65533:n:/:/sbin/nologin\n";
        assert_eq!(owner_in(users, "nobody"), Some((65534, 65533)));
        assert_eq!(owner_in(users, "postgres"), None);
    }

    #[test]
    fn versions_compare_as_numbers() {
        let version = |text: &str| version_of(&Path::new("/usr/lib/postgresql").join(text).join("bin"));
        assert!(version("15") > version("9"));
    }
}
