//! Three nodes on one PostgreSQL with a streaming replica, under load: nodes are killed in turn, the primary's
//! connections are cut, every node is restarted while a proxy looks after them, the replica comes and goes, the primary is
//! away for twenty seconds.
//!
//! Counted: acknowledged and lost, jobs done twice, how soon a page on another node hears of a change, requests that
//! failed during the rolling restart, reads on the replica and how old what they showed was. Needs PostgreSQL's programs; run with `--nocapture` to read the figures.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops")]
#![allow(missing_docs, reason = "tests are read as sentences")]

mod away;
mod cluster;
mod compare;
mod node;
mod readers;
mod replica;
mod server;
mod tls;
mod world;
mod writers;

use std::{
    io::{BufRead as _, BufReader},
    sync::{
        atomic::{AtomicBool, Ordering},
        mpsc,
    },
    time::{Duration, Instant},
};

use node::{Node, Place, Proxy, Request};
use world::{PEERS, World};
use writers::Told;

#[test]
fn nodes_may_be_killed_cut_off_and_restarted_and_nothing_is_lost_or_done_twice() {
    let Some(cluster) = cluster::Cluster::start() else {
        return eprintln!("not run: no PostgreSQL on this machine");
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let begun = Instant::now();
    let key = cluster.folder.join("master.key").to_string_lossy().into_owned();
    let (primary, handle) = (cluster.primary.url(), runtime.handle());
    let world = runtime.block_on(World::build(&primary, &key));
    let place = Place { database: primary.clone(), replica: cluster.replica.url(), key };
    let proxy = Proxy::new((0..3).map(|_| Node::start(&place)).collect());
    println!("cluster, world and three nodes: {:.1?}", begun.elapsed());
    let (told, stop) = (Told::default(), AtomicBool::new(false));
    let (told, stop) = (&told, &stop);
    std::thread::scope(|scope| {
        // Whatever fails, the others must stop too.
        let _stopped = Stopping(stop);
        scope.spawn(|| proxy.look_after(stop));
        println!("live, calm: {}", live(&world, &proxy, told));
        let writing = scope.spawn(|| writers::write(&world, &proxy, told, stop));
        phase(told, "steady", || std::thread::sleep(Duration::from_secs(3)));
        phase(told, "nodes killed in turn, twice", || kill_in_turn(&proxy));
        phase(told, "connections cut, five times", || runtime.block_on(cut(&primary)));
        println!("live, under load, after the cut: {}", live(&world, &proxy, told));
        replica::comes_and_goes(&world, &proxy, &cluster, handle);
        replica::shows_what_one_wrote(&world, &proxy, &cluster, handle);
        let restart = || drop(readers::while_reading(&world, &proxy, handle, "restart", || restart_in_turn(&proxy)));
        let failures = phase(told, "rolling restart", restart);
        assert_eq!(failures, 0, "requests failed during the rolling restart");
        phase(told, "the database is away", || away::for_twenty_seconds(&world, &proxy, &cluster, told));
        stop.store(true, Ordering::Release);
        writing.join().unwrap();
    });
    runtime.block_on(async {
        compare::drain(&world.db).await;
        println!("{}", compare::compare(&world, told).await);
        let lag = compare::replica_follows(&world, &cluster.replica.url()).await;
        println!("the replica has the same counts after {lag:.1?}; whole test {:.0?}", begun.elapsed());
    });
}

#[test]
fn a_replica_takes_work_from_the_primary() {
    let Some(cluster) = cluster::Cluster::start() else {
        return eprintln!("not run: no PostgreSQL on this machine");
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let key = cluster.folder.join("master.key").to_string_lossy().into_owned();
    let world = runtime.block_on(World::build(&cluster.primary.url(), &key));
    replica::takes_work(&cluster, &world, &key, runtime.handle());
}

struct Stopping<'a>(&'a AtomicBool);

impl Drop for Stopping<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Release);
    }
}

/// Does something to the nodes while people write; gives how many requests failed meanwhile.
fn phase(told: &Told, name: &str, act: impl FnOnce()) -> usize {
    told.take_failures();
    let (begun, before) = (Instant::now(), told.count.load(Ordering::Relaxed));
    act();
    let acknowledged = told.count.load(Ordering::Relaxed) - before;
    let failures = told.take_failures();
    let failed = failures.values().sum();
    println!("{name}: {acknowledged} acknowledged in {:.1?}, {failed} failed {failures:?}", begun.elapsed());
    assert!(acknowledged > 0, "nobody was served");
    failed
}

fn kill_in_turn(proxy: &Proxy) {
    for _ in 0..2 {
        for node in &proxy.nodes {
            node.kill();
            std::thread::sleep(Duration::from_millis(700));
            node.start_again();
            std::thread::sleep(Duration::from_millis(300));
        }
    }
}

async fn cut(primary: &str) {
    let (client, connection) = tokio_postgres::connect(primary, tokio_postgres::NoTls).await.unwrap();
    tokio::spawn(connection);
    let all = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()";
    for _ in 0..5 {
        client.execute(all, &[]).await.unwrap();
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
}

fn restart_in_turn(proxy: &Proxy) {
    for node in &proxy.nodes {
        let took = node.leave();
        println!("a node went in {took:.1?}");
        node.start_again();
        std::thread::sleep(Duration::from_millis(200));
    }
}

/// How soon a page on one node hears of what was written on another.
fn live(world: &World, proxy: &Proxy, told: &Told) -> String {
    let (page, other) = (&proxy.nodes[2], &proxy.nodes[0]);
    let (cookie, body) = (world.watcher.as_str(), String::new());
    let stream = node::open(page.address, &Request { method: "GET", path: "/live", cookie, client: "", body }).unwrap();
    let (sender, heard) = mpsc::channel();
    std::thread::spawn(move || {
        for line in BufReader::new(stream).lines().map_while(Result::ok) {
            if line.starts_with("event: passerelle-news") && sender.send(Instant::now()).is_err() {
                return;
            }
        }
    });
    std::thread::sleep(Duration::from_millis(300));
    let mut times: Vec<Duration> = (0..20).map(|_| one_change(world, other, &heard, told)).collect();
    times.sort_unstable();
    format!("from the click to the other node's page {:.1?} (median), {:.1?} (longest of 20)", times[10], times[19])
}

/// Writes in an association where nothing else happens, and waits for the page.
fn one_change(world: &World, other: &Node, heard: &mpsc::Receiver<Instant>, told: &Told) -> Duration {
    while heard.try_recv().is_ok() {}
    let number = i64::try_from(told.quiet.fetch_add(1, Ordering::Relaxed)).unwrap();
    let begun = Instant::now();
    let (hour, body) = writers::hour(world, PEERS, number);
    let request = Request { method: "POST", path: "/hours", cookie: &world.peers[PEERS].0, client: "", body };
    assert_eq!(node::send(other.address, &request).unwrap(), 303);
    told.hours.lock().unwrap().push(hour);
    heard.recv_timeout(Duration::from_secs(2)).unwrap().duration_since(begun)
}
