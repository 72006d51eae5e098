//! What the running program tells its operator: figures by route, and a log in which no person is found.

use std::{
    fs::File,
    net::{Ipv4Addr, SocketAddr, TcpListener},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use passerelle::capabilities;
use passerelle_access::{
    account,
    session::{self, Factors, Manner},
};
use passerelle_directory::find_person;
use passerelle_store::Tx;
use passerelle_web::Method;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};

use super::{
    Folder, network, open,
    postgres::{Database, cluster},
};

/// The program, serving; ended when dropped.
struct Program {
    process: Child,
    address: SocketAddr,
    figures: SocketAddr,
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

pub(super) fn free() -> SocketAddr {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap()
}

impl Program {
    async fn start(folder: &Folder, url: &str) -> Self {
        let (address, figures) = (free(), free());
        let log = File::create(folder.file("log")).unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_passerelle"));
        command.arg("serve").current_dir(&folder.0).stdin(Stdio::null()).stdout(Stdio::null()).stderr(log);
        command
            .env_remove("PASSERELLE_TEST_POSTGRES")
            .env("PASSERELLE_LOG", "debug")
            .env("PASSERELLE_LOG_JSON", "true");
        command.env("PASSERELLE_DATABASE_URL", url).env("PASSERELLE_LISTEN", address.to_string());
        command.env("PASSERELLE_METRICS_LISTEN", figures.to_string()).env("PASSERELLE_METRICS_TOKEN", "geheim");
        command.env("PASSERELLE_SLOW_STATEMENT_MS", "0").env("PASSERELLE_SIGN_IN__SECOND_FACTOR", "offered");
        let program = Self { process: command.spawn().unwrap(), address, figures };
        let began = Instant::now();
        while ask(address, "GET", "/healthz", "", "").await.is_none() {
            assert!(began.elapsed() < Duration::from_secs(30), "the server does not answer");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        program
    }
}

/// One request on a connection of its own; status and whole answer, or nothing.
pub(super) async fn ask(to: SocketAddr, method: &str, path: &str, headers: &str, body: &str) -> Option<(u16, String)> {
    let mut stream = TcpStream::connect(to).await.ok()?;
    let length = body.len();
    let request = format!(
        "{method} {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nSec-Fetch-Site: same-origin\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n{headers}\r\n{body}"
    );
    stream.write_all(request.as_bytes()).await.ok()?;
    let mut answer = Vec::new();
    // A live page never ends by itself.
    let read = tokio::time::timeout(Duration::from_secs(5), stream.read_to_end(&mut answer)).await;
    read.unwrap_or(Ok(0)).ok()?;
    let answer = String::from_utf8_lossy(&answer).into_owned();
    Some((answer.get(9..12)?.parse().ok()?, answer))
}

/// The names and addresses of everybody, as far as the tables hold them in clear.
fn people(file: &std::path::Path) -> Vec<String> {
    let db = rusqlite::Connection::open(file).unwrap();
    let everybody = "SELECT name FROM account UNION SELECT email FROM account
        UNION SELECT contact_name FROM request UNION SELECT contact_email FROM request";
    let mut statement = db.prepare(everybody).unwrap();
    let found: Vec<Option<String>> = statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    found.into_iter().flatten().filter(|text| text.chars().count() > 4).collect()
}

/// The telephone numbers of people, which are sealed.
async fn phones(tx: &mut Tx, file: &std::path::Path) -> Vec<String> {
    let db = rusqlite::Connection::open(file).unwrap();
    let mut statement = db.prepare("SELECT org_id, id FROM person").unwrap();
    let records = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))).unwrap();
    let records: Vec<(String, String)> = records.map(Result::unwrap).collect();
    let mut phones = Vec::new();
    for (org, person) in records {
        let known = find_person(tx, org.parse().unwrap(), person.parse().unwrap()).await.unwrap();
        phones.extend(known.and_then(|known| known.phone));
    }
    phones
}

/// Visits every page without parameters as a coordinator, and plants some words; gives what must not be in the log.
async fn walk(program: &Program, url: &str, folder: &Folder) -> Vec<String> {
    let (db, file) = (open(url).with_master(folder.master()), &folder.file("db.sqlite"));
    let mut tx = db.begin_write().await.unwrap();
    let coralie = account::find_by_email(&mut tx, "coralie@espairs.example").await.unwrap().unwrap();
    let secret = db.chance().secret();
    let today = db.clock().today(&passerelle_kernel::TimeZone::UTC);
    let two = Manner { factors: Factors::Two, ..Manner::default() };
    session::begin(&mut tx, coralie.id, &secret, today, &two).await.unwrap();
    let phones = phones(&mut tx, file).await;
    tx.commit().await.unwrap();
    let cookie = format!("Cookie: session={}\r\n", secret.reveal());
    let (mut seen, address) = (0, program.address);
    for route in capabilities::all().iter().flat_map(|capability| capability.routes.list()) {
        if route.method == Method::Get && !route.path.contains('{') && route.path != "/live" {
            let (status, _) = ask(address, "GET", route.path, &cookie, "").await.unwrap();
            assert!(status < 500, "{}: {status}", route.path);
            seen += 1;
        }
    }
    println!("{seen} pages seen");
    let planted = ["planted.secret", "Planted+Person", "planted-password-xyz", "planted-in-the-path", "planted-query"];
    let forms =
        ["email=planted.secret%40example.org&password=planted-password-xyz", "email=planted.secret%40example.org"];
    ask(address, "POST", "/sign-in", "", forms[0]).await.unwrap();
    ask(address, "POST", "/sign-in/link", "", forms[1]).await.unwrap();
    ask(address, "POST", "/people", &cookie, "name=Planted+Person&email=planted.secret%40example.org").await.unwrap();
    ask(address, "GET", "/people/planted-in-the-path", &cookie, "").await.unwrap();
    ask(address, "GET", "/people?q=planted-query", &cookie, "").await.unwrap();
    ask(address, "GET", "/sign-in", "Cookie: session=planted.secret\r\n", "").await.unwrap();
    let mut sought = people(file);
    assert!(sought.len() > 100 && phones.len() > 5, "only {} names, {} numbers", sought.len(), phones.len());
    sought.extend(phones);
    sought.extend(planted.iter().map(|text| (*text).to_owned()));
    sought.extend(["Planted Person".to_owned(), secret.reveal().to_owned()]);
    sought
}

fn assert_nobody_is_found(log: &str, sought: &[String]) {
    let lines = log.lines().count();
    assert!(log.contains("\"answered\"") && log.contains("\"a slow statement\""), "the log tells too little: {log}");
    assert!(log.contains("/people/{person}"), "no route template");
    let found: Vec<_> = sought.iter().filter(|text| log.contains(text.as_str())).collect();
    assert!(found.is_empty(), "the log tells of {found:?}");
    println!("{lines} lines of log, none of {} names, addresses and secrets in them", sought.len());
}

async fn look_at_figures(program: &Program) {
    let (status, _) = ask(program.figures, "GET", "/metrics", "", "").await.unwrap();
    assert_eq!(status, 401);
    let (status, text) = ask(program.figures, "GET", "/metrics", "Authorization: Bearer geheim\r\n", "").await.unwrap();
    assert_eq!(status, 200);
    for figure in [
        "passerelle_requests_total{method=\"GET\",route=\"/people\",status=\"200\"}",
        "passerelle_request_seconds_bucket{route=\"/today\",le=\"0.1\"}",
        "passerelle_panics_total 0",
        "passerelle_live_pages 0",
        "passerelle_jobs_waiting{kind=\"all\"}",
        "passerelle_info{",
    ] {
        assert!(text.contains(figure), "{figure} is not told: {text}");
    }
    // Not where the pages are.
    assert_eq!(ask(program.address, "GET", "/metrics", "", "").await.unwrap().0, 404);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_log_names_nobody_and_the_figures_count() {
    let folder = Folder::new();
    network(&folder, "db.sqlite").await;
    let url = folder.url("db.sqlite");
    let program = Program::start(&folder, &url).await;
    let sought = walk(&program, &url, &folder).await;
    look_at_figures(&program).await;
    drop(program);
    assert_nobody_is_found(&std::fs::read_to_string(folder.file("log")).unwrap(), &sought);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_log_names_nobody_on_postgresql_either() {
    let Some(cluster) = cluster() else { return };
    let folder = Folder::new();
    network(&folder, "db.sqlite").await;
    let postgres = Database::create(&cluster).await;
    let file = folder.file("network");
    let (plain, keys) = (passerelle::backup::Envelope::Plain, passerelle::backup::Keys::default());
    passerelle::moving::move_out(&folder.url("db.sqlite"), &passerelle_kernel::Clock::System, &plain, &file)
        .await
        .unwrap();
    passerelle::moving::move_in(&file, &keys, &postgres.url).await.unwrap();
    let program = Program::start(&folder, &postgres.url).await;
    let sought = walk(&program, &postgres.url, &folder).await;
    drop(program);
    assert_nobody_is_found(&std::fs::read_to_string(folder.file("log")).unwrap(), &sought);
    postgres.remove().await;
}
