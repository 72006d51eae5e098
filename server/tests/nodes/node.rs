//! The real program in three processes, and a proxy of the smallest kind: who is well is asked in turn.

use std::{
    io::{Error, ErrorKind, Read as _, Result, Write as _},
    net::{SocketAddr, TcpStream},
    process::{Child, Command, Stdio},
    sync::{
        Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use crate::cluster::free_port;

/// A request and its answer are one connection, as proxies have it unless told otherwise.
pub struct Request<'a> {
    pub method: &'a str,
    pub path: &'a str,
    pub cookie: &'a str,
    /// The client, as the proxy tells it.
    pub client: &'a str,
    pub body: String,
}

pub fn send(to: SocketAddr, request: &Request<'_>) -> Result<u16> {
    let mut stream = open(to, request)?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    let status = answer.get(9..12).and_then(|code| std::str::from_utf8(code).ok()?.parse().ok());
    status.ok_or(Error::from(ErrorKind::UnexpectedEof))
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

pub struct Node {
    pub address: SocketAddr,
    /// The database, and the file of the master key.
    at: (String, String),
    process: Mutex<Child>,
    well: AtomicBool,
}

impl Node {
    pub fn start(database: &str, key: &str) -> Self {
        let address = SocketAddr::from(([127, 0, 0, 1], free_port()));
        let at = (database.to_owned(), key.to_owned());
        let (process, well) = (Mutex::new(spawn(&at, address)), AtomicBool::new(false));
        let node = Self { address, at, process, well };
        node.wait_until_well();
        node
    }

    /// Starts it again at the same address.
    pub fn start_again(&self) {
        *self.process.lock().unwrap() = spawn(&self.at, self.address);
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

    /// What a proxy does every now and then.
    pub fn look(&self) -> bool {
        let health = Request { method: "GET", path: "/healthz", cookie: "", client: "", body: String::new() };
        let well = send(self.address, &health).is_ok_and(|status| status == 200);
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

fn spawn((database, key): &(String, String), address: SocketAddr) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_passerelle"));
    command.arg("serve").env("PASSERELLE_DATABASE_URL", database).env("PASSERELLE_LISTEN", address.to_string());
    command.env("PASSERELLE_MASTER_KEY_FILE", key).env("PASSERELLE_SIGN_IN__SECOND_FACTOR", "offered");
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

    pub fn send(&self, request: &Request<'_>) -> Result<u16> {
        let turn = self.next.fetch_add(1, Ordering::Relaxed);
        let order = (0..self.nodes.len()).map(|n| &self.nodes[(turn + n) % self.nodes.len()]);
        let node = order.clone().find(|node| node.well.load(Ordering::Acquire)).unwrap_or(&self.nodes[0]);
        send(node.address, request)
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
