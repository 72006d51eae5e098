//! The replica is young, stands still, dies, freezes: whoever reads notices nothing, and nobody sees what is too old.

use std::time::{Duration, Instant};

use tokio::runtime::Handle;

use crate::{
    cluster::Cluster,
    node::{self, Node, Place, Proxy, Request, get},
    readers::while_reading,
    server::Server,
    world::World,
};

const PAUSE: &str = "SELECT pg_wal_replay_pause()";
const RESUME: &str = "SELECT pg_wal_replay_resume()";

/// Tells a server something.
pub async fn tell(url: &str, sql: &str) {
    let (client, connection) = tokio_postgres::connect(url, tokio_postgres::NoTls).await.unwrap();
    let connection = tokio::spawn(connection);
    client.batch_execute(sql).await.unwrap();
    drop(client);
    let _ = connection.await;
}

pub fn comes_and_goes(world: &World, proxy: &Proxy, cluster: &Cluster, runtime: &Handle) {
    let nap = |seconds| std::thread::sleep(Duration::from_secs(seconds));
    let reading = |name: &str, act: &dyn Fn()| while_reading(world, proxy, runtime, name, act);
    let of = |made: &std::collections::BTreeMap<String, u64>, from: &str| made.get(from).copied().unwrap_or(0);
    let young = reading("the replica is young", &|| nap(3));
    assert!(of(&young, "replica") > 9 * (of(&young, "primary old") + of(&young, "primary away")), "{young:?}");
    let still = reading("the replica stands still", &|| {
        runtime.block_on(tell(&cluster.replica.url(), PAUSE));
        nap(5);
    });
    assert!(of(&still, "replica") > 0 && of(&still, "primary old") > 0, "{still:?}");
    runtime.block_on(tell(&cluster.replica.url(), RESUME));
    let dead = reading("the replica is killed", &|| {
        cluster.replica.stop();
        nap(3);
    });
    assert!(of(&dead, "primary away") + of(&dead, "primary old") > 0, "{dead:?}");
    cluster.replica.start_again();
    nap(3);
    let frozen = reading("the replica freezes", &|| {
        nap(1);
        cluster.replica.freeze();
        nap(5);
    });
    assert!(of(&frozen, "replica") > 0 && of(&frozen, "primary away") > 0, "{frozen:?}");
    cluster.replica.thaw();
    nap(3);
    let again = reading("the replica is back", &|| nap(2));
    assert!(of(&again, "replica") > 9 * of(&again, "primary old"), "{again:?}");
}

/// Who has just written sees it although the replica does not have it yet; others see it later.
pub fn shows_what_one_wrote(world: &World, proxy: &Proxy, cluster: &Cluster, runtime: &Handle) {
    runtime.block_on(tell(&cluster.replica.url(), PAUSE));
    let body = "_once=a-bridge-is-built&kind=institution&name=Passage&town=Lille".to_owned();
    let cookie = world.watcher.as_str();
    let written = proxy.ask(&Request { method: "POST", path: "/organisations", cookie, client: "", body }).unwrap();
    assert_eq!(written.status, 303, "{}", written.text);
    let wrote = written.header("set-cookie").unwrap().split(';').next().unwrap().to_owned();
    let shows = |cookie: &str| {
        let page = proxy.ask(&get("/organisations?q=Passage", cookie)).unwrap();
        assert_eq!(page.status, 200);
        page.text.contains(">Passage<")
    };
    let (own, other) = (shows(&format!("{cookie}; {wrote}")), shows(cookie));
    runtime.block_on(tell(&cluster.replica.url(), RESUME));
    assert!(own, "they do not see what they wrote");
    assert!(!other, "the replica was not read: this proves nothing");
}

/// What one node with these settings asks of the primary.
struct Asked {
    /// Milliseconds of processor for a thousand requests.
    primary: f64,
    replica: f64,
    /// How many reads were made on the replica, and elsewhere.
    reads: (u64, u64),
}

/// Leaves half a record at the end of what the primary has on its disk, as reads do that tidy up and end in a rollback: the
/// replica has it all and cannot show it.
async fn half_a_record(cluster: &Cluster) {
    let primary = cluster.primary.url();
    let make = "DROP TABLE IF EXISTS untidy; CREATE TABLE untidy AS SELECT n, repeat('x', 200) AS words FROM generate_series(1, 20000) n;
        CREATE INDEX ON untidy (n); UPDATE untidy SET words = words || 'y'";
    tell(&primary, make).await;
    tell(&primary, "CHECKPOINT").await;
    for from in (0..20_000).step_by(1_000) {
        let read = format!(
            "SET enable_seqscan = off; BEGIN; SELECT count(words) FROM untidy WHERE n > {from} AND n < {from} + 900; ROLLBACK"
        );
        tell(&primary, &read).await;
        tokio::time::sleep(Duration::from_millis(700)).await;
        let written = position(&primary, "SELECT pg_current_wal_flush_lsn() - '0/0'").await;
        if written > position(&cluster.replica.url(), "SELECT pg_last_wal_replay_lsn() - '0/0'").await {
            return;
        }
    }
    panic!("the log ends with whole records");
}

async fn position(url: &str, sql: &str) -> i64 {
    let (client, connection) = tokio_postgres::connect(url, tokio_postgres::NoTls).await.unwrap();
    tokio::spawn(connection);
    client.query_one(&format!("SELECT ({sql})::bigint"), &[]).await.unwrap().get(0)
}

/// What the replica takes from the primary, with the same readers on a node that knows it and on one that does not.
pub fn takes_work(cluster: &Cluster, world: &World, key: &str, runtime: &Handle) {
    let asked = |replica, name| asked(cluster, world, key, runtime, (replica, name));
    let without = asked(String::new(), "without a replica");
    let with = asked(cluster.replica.url(), "with the replica");
    assert!(without.reads.0 == 0 && without.reads.1 > 0);
    assert!(with.reads.0 > 9 * with.reads.1, "{:?}", with.reads);
    assert!(
        with.primary < without.primary / 2.0 && with.replica > without.replica,
        "the primary does as much as before"
    );
}

fn asked(cluster: &Cluster, world: &World, key: &str, runtime: &Handle, (replica, name): (String, &str)) -> Asked {
    let node = Node::start(&Place { database: cluster.primary.url(), replica, key: key.to_owned() });
    runtime.block_on(half_a_record(cluster));
    std::thread::sleep(Duration::from_secs(2));
    let (begun, primary, replica) = (Instant::now(), cluster.primary.worked(), cluster.replica.worked());
    let count = read_for(Duration::from_secs(5), &node, &["/", "/network", &world.calendar]);
    let each =
        |server: &Server, before: Duration| (server.worked() - before).as_secs_f64() * 1_000_000.0 / count as f64;
    let (primary, replica) = (each(&cluster.primary, primary), each(&cluster.replica, replica));
    let all = node.reads();
    let on_replica = all.get("replica").copied().unwrap_or(0);
    println!(
        "{name}: {:.0} requests/s; processor for 1,000 of them: primary {primary:.0} ms, replica {replica:.0} ms; {all:?}",
        count as f64 / begun.elapsed().as_secs_f64()
    );
    Asked { primary, replica, reads: (on_replica, all.values().sum::<u64>() - on_replica) }
}

/// Lets four people read these pages one after another; gives how many were read.
fn read_for(time: Duration, node: &Node, paths: &[&str]) -> usize {
    let begun = Instant::now();
    let read = || {
        let mut count = 0;
        while begun.elapsed() < time {
            for path in paths {
                assert_eq!(node::send(node.address, &get(path, "")).unwrap(), 200);
                count += 1;
            }
        }
        count
    };
    std::thread::scope(|scope| {
        let readers: Vec<_> = (0..4).map(|_| scope.spawn(read)).collect();
        readers.into_iter().map(|reader| reader.join().unwrap()).sum()
    })
}
