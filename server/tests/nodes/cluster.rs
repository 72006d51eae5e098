//! A PostgreSQL primary and a streaming replica, in a folder of their own, as an unprivileged user.
//!
//! Each server has a watcher that waits for the end of its input and then stops it: also when the test is killed.

use std::{
    fs,
    net::TcpListener,
    os::unix::{
        fs::{PermissionsExt as _, chown},
        process::CommandExt as _,
    },
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

/// `$0` programs, `$1` folder, `$2` port.
const WATCH: &str = r#"
"$0/postgres" -D "$1" -p "$2" -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off \
    -c max_connections=120 >"$1.log" 2>&1 </dev/null &
server=$!
read -r _
kill -QUIT "$server"
wait "$server"
"#;

pub struct Cluster {
    pub folder: PathBuf,
    watchers: Vec<Child>,
    pub primary: String,
    pub replica: String,
}

impl Cluster {
    /// Starts both; nothing when this machine has no PostgreSQL.
    pub fn start() -> Option<Self> {
        let programs = programs()?;
        let folder = std::env::temp_dir().join(format!("passerelle-nodes-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o700)).unwrap();
        let owner = unprivileged();
        if let Some((user, group)) = owner {
            chown(&folder, Some(user), Some(group)).unwrap();
        }
        let (primary, replica) = (folder.join("primary"), folder.join("replica"));
        let ports = [free_port(), free_port()];
        let port = ports[0].to_string();
        let primary_path = primary.to_string_lossy().into_owned();
        let initdb = ["--auth=trust", "--username=postgres", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"];
        run(&programs, "initdb", owner, &[&initdb[..], &["--pgdata", &primary_path]].concat());
        let mut watchers = vec![watch(&programs, &primary, ports[0], owner)];
        wait_until_ready(&programs, ports[0]);
        let replica_path = replica.to_string_lossy().into_owned();
        let copy = ["--host=127.0.0.1", "--username=postgres", "--write-recovery-conf", "--wal-method=stream"];
        let rest = ["--checkpoint=fast", "--no-sync", "--port", &port, "--pgdata", &replica_path];
        run(&programs, "pg_basebackup", owner, &[&copy[..], &rest[..]].concat());
        watchers.push(watch(&programs, &replica, ports[1], owner));
        wait_until_ready(&programs, ports[1]);
        let url = |port| format!("postgresql://postgres@127.0.0.1:{port}/postgres");
        Some(Self { folder, watchers, primary: url(ports[0]), replica: url(ports[1]) })
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        for watcher in self.watchers.iter_mut().rev() {
            drop(watcher.stdin.take());
            let _ = watcher.wait();
        }
        // What a failed run leaves behind is worth a look.
        if !std::thread::panicking() {
            let _ = fs::remove_dir_all(&self.folder);
        }
    }
}

fn programs() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut folders: Vec<PathBuf> = versions.map(|version| version.path().join("bin")).collect();
    folders.sort();
    folders.reverse();
    folders.extend(std::env::var_os("PATH").iter().flat_map(std::env::split_paths));
    folders
        .into_iter()
        .find(|folder| ["initdb", "postgres", "pg_basebackup"].iter().all(|name| folder.join(name).is_file()))
}

/// Whom root hands PostgreSQL to; nothing when we are not root.
fn unprivileged() -> Option<(u32, u32)> {
    use std::os::unix::fs::MetadataExt as _;
    if fs::metadata("/proc/self").unwrap().uid() != 0 {
        return None;
    }
    let users = fs::read_to_string("/etc/passwd").unwrap();
    let line = |name: &str| users.lines().find(|line| line.split(':').next() == Some(name)).map(str::to_owned);
    let fields: Vec<String> = line("postgres").or(line("nobody")).unwrap().split(':').map(str::to_owned).collect();
    Some((fields[2].parse().unwrap(), fields[3].parse().unwrap()))
}

fn own(command: &mut Command, owner: Option<(u32, u32)>) -> &mut Command {
    match owner {
        Some((user, group)) => command.uid(user).gid(group),
        None => command,
    }
}

fn run(programs: &Path, name: &str, owner: Option<(u32, u32)>, args: &[&str]) {
    let mut command = Command::new(programs.join(name));
    let output = own(&mut command, owner).args(args).current_dir("/").output().unwrap();
    assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
}

fn watch(programs: &Path, data: &Path, port: u16, owner: Option<(u32, u32)>) -> Child {
    let mut watcher = Command::new("sh");
    watcher.arg("-c").arg(WATCH).arg(programs).arg(data).arg(port.to_string());
    own(&mut watcher, owner).current_dir("/").process_group(0).stdin(Stdio::piped()).spawn().unwrap()
}

fn wait_until_ready(programs: &Path, port: u16) {
    let begun = Instant::now();
    let url = format!("postgresql://postgres@127.0.0.1:{port}/postgres");
    let ask = || Command::new(programs.join("pg_isready")).args(["--quiet", "--dbname", &url]).status();
    while !ask().is_ok_and(|status| status.success()) {
        assert!(begun.elapsed() < Duration::from_secs(30), "PostgreSQL does not answer");
        std::thread::sleep(Duration::from_millis(50));
    }
}

pub fn free_port() -> u16 {
    TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port()
}
