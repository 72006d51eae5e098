//! One PostgreSQL server that can be stopped, started again, frozen, and asked how much it has worked.
//!
//! It has a watcher that waits for the end of its input and then stops it: also when the test is killed.

use std::{
    fs,
    net::TcpListener,
    os::unix::process::CommandExt as _,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{
        Mutex,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

/// `$0` programs, `$1` folder, `$2` port.
const WATCH: &str = r#"
"$0/postgres" -D "$1" -p "$2" -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off \
    -c max_connections=160 -c hot_standby_feedback=on >>"$1.log" 2>&1 </dev/null &
server=$!
read -r _
kill -QUIT "$server"
wait "$server"
"#;
/// The kernel counts processor time in hundredths of a second.
const TICKS: u64 = 100;

/// Whom root hands PostgreSQL to; nothing when we are not root.
pub type Owner = Option<(u32, u32)>;

pub struct Server {
    programs: PathBuf,
    data: PathBuf,
    port: u16,
    owner: Owner,
    watcher: Mutex<Option<Child>>,
    is_frozen: AtomicBool,
}

impl Server {
    /// Starts what lies in this folder.
    pub fn start(programs: &Path, data: &Path, port: u16, owner: Owner) -> Self {
        let (programs, data) = (programs.to_owned(), data.to_owned());
        let server = Self { programs, data, port, owner, watcher: Mutex::new(None), is_frozen: AtomicBool::new(false) };
        server.start_again();
        server
    }

    pub fn url(&self) -> String {
        format!("postgresql://postgres@127.0.0.1:{}/postgres", self.port)
    }

    pub fn start_again(&self) {
        let mut watcher = Command::new("sh");
        watcher.arg("-c").arg(WATCH).arg(&self.programs).arg(&self.data).arg(self.port.to_string());
        own(&mut watcher, self.owner).current_dir("/").process_group(0).stdin(Stdio::piped());
        *self.watcher.lock().unwrap() = Some(watcher.spawn().unwrap());
        let begun = Instant::now();
        let ask = || Command::new(self.programs.join("pg_isready")).args(["--quiet", "--dbname", &self.url()]).status();
        while !ask().is_ok_and(|status| status.success()) {
            assert!(begun.elapsed() < Duration::from_secs(30), "PostgreSQL does not answer");
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// At once, as if the machine had lost its current: whoever is connected gets no word.
    pub fn stop(&self) {
        if self.is_frozen.load(Ordering::Acquire) {
            self.thaw();
        }
        if let Some(mut watcher) = self.watcher.lock().unwrap().take() {
            drop(watcher.stdin.take());
            let _ = watcher.wait();
        }
    }

    /// It does not answer any more, and nobody is told; until [`Server::thaw`].
    pub fn freeze(&self) {
        self.is_frozen.store(true, Ordering::Release);
        self.signal("-STOP");
    }

    pub fn thaw(&self) {
        self.signal("-CONT");
        self.is_frozen.store(false, Ordering::Release);
    }

    fn signal(&self, signal: &str) {
        let processes = self.processes().into_iter().map(|(process, _)| process.to_string());
        // One of them may have ended meanwhile.
        let _ = Command::new("kill").arg(signal).args(processes).stderr(Stdio::null()).status();
    }

    /// The processor time that it has used since it was started.
    pub fn worked(&self) -> Duration {
        let ticks: u64 = self.processes().iter().map(|(_, ticks)| ticks).sum();
        Duration::from_millis(ticks * 1000 / TICKS)
    }

    /// Its processes, each with the processor time of itself and of those that it has outlived.
    fn processes(&self) -> Vec<(u32, u64)> {
        let first = fs::read_to_string(self.data.join("postmaster.pid")).unwrap();
        let first: u32 = first.lines().next().unwrap().parse().unwrap();
        let all = fs::read_dir("/proc").unwrap().flatten();
        let numbers = all.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
        let read = |process: u32| {
            let text = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
            let rest: Vec<u64> =
                text.rsplit_once(')')?.1.split_whitespace().skip(1).map(|word| word.parse().unwrap_or(0)).collect();
            // After the name and the state: the parent first, then user, system, and both of children that ended.
            (process == first || rest[0] == u64::from(first)).then(|| (process, rest[10..14].iter().sum()))
        };
        numbers.filter_map(read).collect()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Lets a command run as PostgreSQL's user.
pub fn own(command: &mut Command, owner: Owner) -> &mut Command {
    match owner {
        Some((user, group)) => command.uid(user).gid(group),
        None => command,
    }
}

pub fn free_port() -> u16 {
    TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port()
}
