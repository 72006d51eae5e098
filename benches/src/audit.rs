//! What the audit costs: a page whose look is written down against the same page later that day, and a write with its
//! event in the trail against the same write without.

use std::time::Instant;

use anyhow::{Result, bail};
use passerelle_kernel::{Chance, Clock, Id};
use passerelle_store::{Db, Event, MIGRATIONS, Migrations, Tx, params, trail};

use crate::{
    action,
    child::Child,
    http::{self, Connection},
    load::{Plan, median},
    world::World,
};

passerelle_store::sql! {
    STATEMENTS;
    WRITE = "INSERT INTO noted (id, text) VALUES (?1, ?2)";
}

const NOTED: Migrations = Migrations {
    name: "noted",
    files: &[("V1__noted", "CREATE TABLE noted (id TEXT PRIMARY KEY, text TEXT NOT NULL)")],
};

/// As many peers as a world of 10,000 missions has; consecutive missions have different ones.
const PEERS: u64 = 500;
/// How many writes one measurement makes.
const WRITES: u32 = 300;

pub(crate) async fn print(world: &World, plan: &Plan) -> Result<()> {
    println!("\nThe audit");
    looks(world).await?;
    events(plan).await?;
    action::print(world.missions).await
}

/// Every peer's mission is opened by one coordinator, and once more: the second time, nobody's look is new.
async fn looks(world: &World) -> Result<()> {
    let child = Child::ours(world).await?;
    let first = each_peer(&child, world).await?;
    let again = each_peer(&child, world).await?;
    println!(
        "  a mission's page: {:.2} ms when the look is written down (once a day for each person), {:.2} ms later that \
         day; ten times a day: {:.2} ×",
        first / 1e3,
        again / 1e3,
        (first + 9.0 * again) / (10.0 * again)
    );
    Ok(())
}

/// The median of microseconds that a mission's page takes, one for each peer.
async fn each_peer(child: &Child, world: &World) -> Result<f64> {
    let mut connection = Connection::open(child.address).await?;
    let mut figures = Vec::new();
    for n in 0..PEERS {
        let path = format!("/missions/{}", world.mission(world.missions / 2 + n));
        let request = http::get(&path, &format!("Cookie: {}\r\n", world.cookie));
        let asked = Instant::now();
        let status = connection.ask(request.as_bytes()).await?;
        if status != 200 {
            bail!("{path} answered {status}");
        }
        figures.push(asked.elapsed().as_secs_f64() * 1e6);
    }
    Ok(median(figures))
}

/// One row a transaction, on a file, with and without an event; and the linking of those events into the trail.
async fn events(plan: &Plan) -> Result<()> {
    let file = std::env::temp_dir().join(format!("passerelle-audit-{}.sqlite", std::process::id()));
    let db = Db::open(&format!("sqlite:{}", file.display()), Clock::System, Chance::System)?;
    db.migrate(&[MIGRATIONS, NOTED]).await?;
    let (mut bare, mut told, mut linked) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..plan.repeat {
        let begun = Instant::now();
        for _ in 0..WRITES {
            written(&db).await?.commit().await?;
        }
        bare.push(each(begun));
        let begun = Instant::now();
        for _ in 0..WRITES {
            let mut tx = written(&db).await?;
            let (subject, detail) = (tx.new_id::<World>().to_string(), serde_json::json!({ "hours": 90 }));
            let (actor, org) = (Some(subject.clone()), Some(subject.clone()));
            tx.record(Event { kind: "noted", org, partner: None, subject, actor, detail: &detail }).await?;
            tx.commit().await?;
        }
        told.push(each(begun));
        let begun = Instant::now();
        while trail::link(&db).await? > 0 {}
        linked.push(each(begun));
    }
    for end in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{end}", file.display()));
    }
    let [bare, told, linked] = [bare, told, linked].map(median);
    println!(
        "  a write on disk: {bare:.0} µs without an event, {told:.0} µs with it, {linked:.0} µs to link it later: {:.2} ×",
        (told + linked) / bare
    );
    Ok(())
}

async fn written(db: &Db) -> Result<Tx> {
    let mut tx = db.begin_write().await?;
    let id: Id<World> = tx.new_id();
    tx.execute(WRITE, params![id, "Une phrase comme on en écrit"]).await?;
    Ok(tx)
}

fn each(begun: Instant) -> f64 {
    begun.elapsed().as_secs_f64() * 1e6 / f64::from(WRITES)
}
