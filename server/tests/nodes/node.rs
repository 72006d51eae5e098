//! The real program in three processes, and a proxy of the smallest kind: who is well is asked in turn.

use std::{
    collections::BTreeMap,
    io::{Error, ErrorKind, Read as _, Result, Write as _},
    net::{SocketAddr, TcpStream},
    process::{Child, Command, Stdio},
    sync::{
        Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use crate::server::free_port;

/// A request and its answer are one connection, as proxies have it unless told otherwise.
pub struct Request<'a> {
    pub method: &'a str,
    pub path: &'a str,
    pub cookie: &'a str,
    /// The client, as the proxy tells it.
    pub client: &'a str,
    pub body: String,
}

/// Nothing but the page, as somebody who is not signed in asks for it.
pub fn get<'a>(path: &'a str, cookie: &'a str) -> Request<'a> {
    Request { method: "GET", path, cookie, client: "198.51.100.2", body: String::new() }
}

pub struct Answer {
    pub status: u16,
    /// The head and the page.
    pub text: String,
}

impl Answer {
    /// What the head says under this name, which is in small letters.
    pub fn header(&self, name: &str) -> Option<&str> {
        let head = self.text.split("\r\n\r\n").next()?;
        head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
    }
}

pub fn ask(to: SocketAddr, request: &Request<'_>) -> Result<Answer> {
    let mut stream = open(to, request)?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    let text = String::from_utf8_lossy(&answer).into_owned();
    let status = text.get(9..12).and_then(|code| code.parse().ok());
    Ok(Answer { status: status.ok_or(Error::from(ErrorKind::UnexpectedEof))?, text })
}

pub fn send(to: SocketAddr, request: &Request<'_>) -> Result<u16> {
    Ok(ask(to, request)?.status)
}

/// Sends the request; the answer is to be read.
pub fn open(to: SocketAddr, request: &Request<'_>) -> Result<TcpStream> {
    let Request { method, path, cookie, client, body } = request;
    let mut stream = TcpStream::connect_timeout(&to, Duration::from_secs(2))?;
    stream.set_read_timeout(Some(Duration::from_secs(20)))?;
    let head = format!(
        "{method} {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nSec-Fetch-Site: same-origin\r\n\
         Cookie: {cookie}\r\nX-Forwarded-For: {client}\r\nContent-Type: application/x-www-form-urlencoded\r\n\
         Content-Length: {}\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(head.as_bytes())?;
    Ok(stream)
}

/// Where a node finds what it works with.
#[derive(Clone)]
pub struct Place {
    pub database: String,
    /// The replica; empty: none.
    pub replica: String,
    /// The file of the master key.
    pub key: String,
}

/// How old the replica may be, in seconds.
pub const OLDEST: u64 = 2;

pub struct Node {
    pub address: SocketAddr,
    figures: SocketAddr,
    place: Place,
    process: Mutex<Child>,
    well: AtomicBool,
}

impl Node {
    pub fn start(place: &Place) -> Self {
        let [address, figures] = [(); 2].map(|()| SocketAddr::from(([127, 0, 0, 1], free_port())));
        let (process, well) = (Mutex::new(spawn(place, address, figures)), AtomicBool::new(false));
        let node = Self { address, figures, place: place.clone(), process, well };
        node.wait_until_well();
        node
    }

    /// Starts it again at the same address.
    pub fn start_again(&self) {
        *self.process.lock().unwrap() = spawn(&self.place, self.address, self.figures);
        self.wait_until_well();
    }

    /// SIGKILL: the program gets no moment for anything.
    pub fn kill(&self) {
        let mut process = self.process.lock().unwrap();
        process.kill().unwrap();
        process.wait().unwrap();
    }

    /// SIGTERM; gives how long it took to go.
    pub fn leave(&self) -> Duration {
        let begun = Instant::now();
        let mut process = self.process.lock().unwrap();
        let told = Command::new("kill").args(["-TERM", &process.id().to_string()]).status().unwrap();
        assert!(told.success());
        assert!(process.wait().unwrap().success(), "it went with an error");
        begun.elapsed()
    }

    /// How many reads that may be old it has made so far, by where and why there.
    pub fn reads(&self) -> BTreeMap<String, u64> {
        let figures = ask(self.figures, &get("/metrics", "")).unwrap().text;
        let mut reads = BTreeMap::new();
        for line in figures.lines().filter_map(|line| line.strip_prefix("passerelle_stale_reads_total{")) {
            let (labels, count) = line.rsplit_once("} ").unwrap();
            let value = |name: &str| labels.split(&format!("{name}=\"")).nth(1).and_then(|rest| rest.split('"').next());
            let from = [value("from").unwrap(), value("because").unwrap()].join(" ").trim().to_owned();
            *reads.entry(from).or_default() += count.parse::<u64>().unwrap();
        }
        reads
    }

    /// What a proxy does every now and then.
    pub fn look(&self) -> bool {
        let well = send(self.address, &get("/healthz", "")).is_ok_and(|status| status == 200);
        self.well.store(well, Ordering::Release);
        well
    }

    fn wait_until_well(&self) {
        let begun = Instant::now();
        while !self.look() {
            assert!(begun.elapsed() < Duration::from_secs(30), "the node does not answer");
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        let _ = self.process.get_mut().unwrap().kill();
    }
}

fn spawn(place: &Place, address: SocketAddr, figures: SocketAddr) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_passerelle"));
    command.arg("serve").env("PASSERELLE_LISTEN", address.to_string());
    command.env("PASSERELLE_DATABASE_URL", &place.database).env("PASSERELLE_METRICS_LISTEN", figures.to_string());
    command.env("PASSERELLE_REPLICA_URL", &place.replica).env("PASSERELLE_REPLICA_OLDEST_SECONDS", OLDEST.to_string());
    command.env("PASSERELLE_MASTER_KEY_FILE", &place.key).env("PASSERELLE_SIGN_IN__SECOND_FACTOR", "offered");
    command.env("PASSERELLE_TRUSTED_PROXIES", "[\"127.0.0.1\"]").env("PASSERELLE_LEAVE_SECONDS", "1");
    command.env("PASSERELLE_LOG", "off").stdin(Stdio::null()).spawn().unwrap()
}

/// Asks nodes in turn, those that are well.
pub struct Proxy {
    pub nodes: Vec<Node>,
    next: AtomicUsize,
}

impl Proxy {
    pub fn new(nodes: Vec<Node>) -> Self {
        Self { nodes, next: AtomicUsize::new(0) }
    }

    /// How many reads that may be old all nodes have made so far, by where and why there.
    pub fn reads(&self) -> BTreeMap<String, u64> {
        let mut all = BTreeMap::new();
        for (from, count) in self.nodes.iter().flat_map(Node::reads) {
            *all.entry(from).or_default() += count;
        }
        all
    }

    pub fn send(&self, request: &Request<'_>) -> Result<u16> {
        Ok(self.ask(request)?.status)
    }

    pub fn ask(&self, request: &Request<'_>) -> Result<Answer> {
        let turn = self.next.fetch_add(1, Ordering::Relaxed);
        let order = (0..self.nodes.len()).map(|n| &self.nodes[(turn + n) % self.nodes.len()]);
        let node = order.clone().find(|node| node.well.load(Ordering::Acquire)).unwrap_or(&self.nodes[0]);
        ask(node.address, request)
    }

    /// Looks after every node until told to stop.
    pub fn look_after(&self, stop: &AtomicBool) {
        while !stop.load(Ordering::Acquire) {
            for node in &self.nodes {
                node.look();
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}
