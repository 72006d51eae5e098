//! Two nodes on one PostgreSQL (`PASSERELLE_TEST_POSTGRES`): what one commits, the other hears.

#![allow(clippy::unwrap_used, missing_docs, reason = "a test that cannot go on stops; tests are read as sentences")]

use std::time::{Duration, Instant};

use passerelle_kernel::{Chance, Clock};
use passerelle_store::{Change, Db, Event, MIGRATIONS, seal::Master};
use tokio::sync::broadcast::Receiver;

struct Nodes {
    one: Db,
    two: Db,
    admin: tokio_postgres::Client,
    schema: String,
}

async fn nodes() -> Option<Nodes> {
    let cluster = std::env::var("PASSERELLE_TEST_POSTGRES").ok()?;
    let schema = format!("nodes_{}", &Chance::System.secret().reveal()[..16]);
    let (admin, connection) = tokio_postgres::connect(&cluster, tokio_postgres::NoTls).await.unwrap();
    tokio::spawn(connection);
    admin.batch_execute(&format!("CREATE SCHEMA {schema}")).await.unwrap();
    let open = |name: &str| {
        let url = format!("{cluster}?application_name={schema}-{name}&options=-csearch_path%3D{schema}");
        Db::open(&url, Clock::System, Chance::System).unwrap().with_master(Master::for_tests())
    };
    let (one, two) = (open("one"), open("two"));
    one.migrate(&[MIGRATIONS]).await.unwrap();
    let mut heard = two.changes();
    for db in [&one, &two] {
        let db = db.clone();
        tokio::spawn(async move { db.run_listener().await });
    }
    // Both listen once one has been heard by the other.
    while !heard_of(&mut heard, "ready", Duration::from_millis(100)).await {
        record(&one, "ready", "x").await;
    }
    Some(Nodes { one, two, admin, schema })
}

async fn record(db: &Db, kind: &'static str, subject: &str) {
    let mut tx = db.begin_write().await.unwrap();
    let event = Event {
        kind,
        org: Some("org".into()),
        partner: None,
        subject: subject.into(),
        actor: None,
        detail: &serde_json::Value::Null,
    };
    tx.record(event).await.unwrap();
    tx.commit().await.unwrap();
}

async fn next(changes: &mut Receiver<Change>) -> Change {
    tokio::time::timeout(Duration::from_secs(10), changes.recv()).await.unwrap().unwrap()
}

/// Waits for a change of this kind, passing over others.
async fn heard_of(changes: &mut Receiver<Change>, kind: &str, patience: Duration) -> bool {
    let wait = async { while changes.recv().await.unwrap().kind != kind {} };
    tokio::time::timeout(patience, wait).await.is_ok()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_one_node_commits_the_other_hears_once_and_a_job_wakes_it() {
    let Some(Nodes { one, two, .. }) = nodes().await else { return };
    let (mut at_one, mut at_two) = (one.changes(), two.changes());
    let begun = Instant::now();
    record(&one, "thing-made", "a").await;
    let change = next(&mut at_two).await;
    let after = begun.elapsed();
    assert_eq!((change.kind.as_ref(), change.subject.as_str()), ("thing-made", "a"));
    assert!(change.concerns("org") && !change.concerns("other"));
    assert_eq!(next(&mut at_one).await, change);
    tokio::time::sleep(Duration::from_millis(200)).await;
    assert!(at_one.try_recv().is_err(), "a node heard itself");
    assert!(at_two.try_recv().is_err(), "heard twice");
    let mut jobs = two.jobs();
    let mut tx = one.begin_write().await.unwrap();
    tx.enqueue("greet", &"Noor").await.unwrap();
    tx.commit().await.unwrap();
    tokio::time::timeout(Duration::from_secs(2), jobs.changed()).await.unwrap().unwrap();
    println!("heard by the other node after {after:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_too_large_to_tell_is_told_as_anything() {
    let Some(Nodes { one, two, .. }) = nodes().await else { return };
    let mut at_two = two.changes();
    record(&one, "large", &"x".repeat(9_000)).await;
    let change = next(&mut at_two).await;
    assert!(change.subject.is_empty() && change.concerns("any"), "{change:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_was_cut_off_tells_all_its_pages_and_listens_again() {
    let Some(Nodes { one, two, admin, schema }) = nodes().await else { return };
    let mut at_two = two.changes();
    let cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1";
    // The other node notices nothing and tells nobody.
    assert!(admin.execute(cut, &[&format!("{schema}-two")]).await.unwrap() >= 1);
    assert!(heard_of(&mut at_two, "unknown", Duration::from_secs(5)).await, "nobody was told");
    let begun = Instant::now();
    while !heard_of(&mut at_two, "after", Duration::from_millis(200)).await {
        assert!(begun.elapsed() < Duration::from_secs(10), "not heard any more");
        record(&one, "after", "b").await;
    }
}
