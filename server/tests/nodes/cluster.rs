//! A PostgreSQL primary and a streaming replica, in a folder of their own, as an unprivileged user.

use std::{
    fs,
    os::unix::fs::{PermissionsExt as _, chown},
    path::{Path, PathBuf},
    process::Command,
    sync::atomic::{AtomicUsize, Ordering},
};

use crate::server::{Owner, Server, free_port, own};

pub struct Cluster {
    // Dropped in this order: who follows goes first.
    pub replica: Server,
    pub primary: Server,
    pub folder: PathBuf,
}

impl Cluster {
    /// Starts both; nothing when this machine has no PostgreSQL.
    pub fn start() -> Option<Self> {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let programs = programs()?;
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("passerelle-nodes-{}-{number}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o700)).unwrap();
        let owner = unprivileged();
        if let Some((user, group)) = owner {
            chown(&folder, Some(user), Some(group)).unwrap();
        }
        let (primary, replica) = (folder.join("primary"), folder.join("replica"));
        let port = free_port();
        let initdb = ["--auth=trust", "--username=postgres", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"];
        run(&programs, "initdb", owner, &[&initdb[..], &["--pgdata", &primary.to_string_lossy()]].concat());
        let primary = Server::start(&programs, &primary, port, owner);
        let copy = ["--host=127.0.0.1", "--username=postgres", "--write-recovery-conf", "--wal-method=stream"];
        let port = port.to_string();
        let rest = ["--checkpoint=fast", "--no-sync", "--port", &port, "--pgdata", &replica.to_string_lossy()];
        run(&programs, "pg_basebackup", owner, &[&copy[..], &rest[..]].concat());
        let replica = Server::start(&programs, &replica, free_port(), owner);
        Some(Self { folder, primary, replica })
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        self.replica.stop();
        self.primary.stop();
        // What a failed run leaves behind is worth a look.
        if !std::thread::panicking() {
            let _ = fs::remove_dir_all(&self.folder);
        }
    }
}

pub fn programs() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut folders: Vec<PathBuf> = versions.map(|version| version.path().join("bin")).collect();
    folders.sort();
    folders.reverse();
    folders.extend(std::env::var_os("PATH").iter().flat_map(std::env::split_paths));
    folders
        .into_iter()
        .find(|folder| ["initdb", "postgres", "pg_basebackup"].iter().all(|name| folder.join(name).is_file()))
}

pub fn unprivileged() -> Owner {
    use std::os::unix::fs::MetadataExt as _;
    if fs::metadata("/proc/self").unwrap().uid() != 0 {
        return None;
    }
    let users = fs::read_to_string("/etc/passwd").unwrap();
    let line = |name: &str| users.lines().find(|line| line.split(':').next() == Some(name)).map(str::to_owned);
    let fields: Vec<String> = line("postgres").or(line("nobody")).unwrap().split(':').map(str::to_owned).collect();
    Some((fields[2].parse().unwrap(), fields[3].parse().unwrap()))
}

pub fn run(programs: &Path, name: &str, owner: Owner, args: &[&str]) {
    let mut command = Command::new(programs.join(name));
    let output = own(&mut command, owner).args(args).current_dir("/").output().unwrap();
    assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
}
