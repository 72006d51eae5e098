//! What the store promises, on SQLite in memory and, when `PASSERELLE_TEST_POSTGRES` names a cluster, on PostgreSQL.

#![allow(clippy::unwrap_used, missing_docs, reason = "a test that cannot go on stops; tests are read as sentences")]

use passerelle_kernel::{Chance, Clock, Id};
use passerelle_store::{
    Db, EVENT_STATEMENTS, Error, Event, Follow, MIGRATIONS, Migrations, Options, ReadFrom,
    job::{self, Lane},
    once, params,
    seal::Master,
};

mod events;
mod sealing;
mod trail;

passerelle_store::sql! {
    STATEMENTS;
    PUT = "INSERT INTO thing (id, size) VALUES (?1, ?2)";
    SIZE = "SELECT size FROM thing WHERE id = ?1";
    GROW = "UPDATE thing SET size = ?2 WHERE id = ?1";
}

const THINGS: Migrations = Migrations {
    name: "things",
    files: &[("V1__things", "CREATE TABLE thing (id TEXT PRIMARY KEY, size BIGINT NOT NULL, raw BLOB)")],
};

/// A database without tables on each engine.
async fn fresh() -> Vec<Db> {
    let open = |url: &str| {
        let clock = Clock::held("2026-09-07T07:00:00Z".parse().unwrap());
        Db::open(url, clock, Chance::seeded(1)).unwrap().with_master(Master::for_tests())
    };
    let mut stores = vec![open("sqlite::memory:")];
    if let Ok(cluster) = std::env::var("PASSERELLE_TEST_POSTGRES") {
        let schema = format!("store_{}", &Chance::System.secret().reveal()[..16]);
        let (client, connection) = tokio_postgres::connect(&cluster, tokio_postgres::NoTls).await.unwrap();
        tokio::spawn(connection);
        client.batch_execute(&format!("CREATE SCHEMA {schema}")).await.unwrap();
        stores.push(open(&format!("{cluster}?options=-csearch_path%3D{schema}")));
    }
    stores
}

async fn stores() -> Vec<Db> {
    let stores = fresh().await;
    for db in &stores {
        db.migrate(&[MIGRATIONS, THINGS]).await.unwrap();
        // Again changes nothing.
        db.migrate(&[MIGRATIONS, THINGS]).await.unwrap();
    }
    stores
}

async fn size(db: &Db, id: &str) -> Option<i64> {
    db.begin_read().await.unwrap().find(SIZE, params![id], |row| row.get(0)).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_committed_leaves_no_trace() {
    for db in stores().await {
        let mut tx = db.begin_write().await.unwrap();
        tx.execute(PUT, params!["a", 1_i64]).await.unwrap();
        drop(tx);
        assert_eq!(size(&db, "a").await, None);
        let mut tx = db.begin_write().await.unwrap();
        tx.execute(PUT, params!["a", 2_i64]).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(size(&db, "a").await, Some(2));
        let mut tx = db.begin_write().await.unwrap();
        assert!(matches!(tx.execute(PUT, params!["a", 3_i64]).await, Err(Error::Unique)));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn writers_who_read_the_same_do_not_overwrite_each_other() {
    for db in stores().await {
        let mut tx = db.begin_write().await.unwrap();
        tx.execute(PUT, params!["a", 0_i64]).await.unwrap();
        tx.commit().await.unwrap();
        let add = |db: Db| async move {
            loop {
                let mut tx = db.begin_write().await.unwrap();
                let grown = async {
                    let size: i64 = tx.one(SIZE, params!["a"], |row| row.get(0)).await?;
                    tx.execute(GROW, params!["a", size + 1]).await?;
                    tx.commit().await
                };
                match grown.await {
                    Ok(()) => return,
                    Err(Error::Conflict) => tokio::time::sleep(std::time::Duration::from_millis(2)).await,
                    Err(error) => panic!("{error}"),
                }
            }
        };
        let writers: Vec<_> = (0..20).map(|_| tokio::spawn(add(db.clone()))).collect();
        for writer in writers {
            writer.await.unwrap();
        }
        assert_eq!(size(&db, "a").await, Some(20), "{}", db.engine_name());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_read_that_may_be_old_reads_nothing_that_decides() {
    for db in stores().await {
        let (tx, from) = db.begin_stale_read().await.unwrap();
        assert_eq!(from, ReadFrom::Alone, "there is no replica");
        let mut tx = tx.without(&["thing"]);
        let refused = tx.find(SIZE, params!["a"], |row| row.get::<i64>(0)).await;
        assert!(matches!(refused, Err(Error::Closed { statement: "SIZE", table: "thing" })), "{refused:?}");
        let last = EVENT_STATEMENTS.iter().find(|sql| sql.name == "LAST").unwrap();
        assert!(tx.query(last, &[], |_| Ok(())).await.is_ok());
    }
    let replica = Some(Follow { url: "postgresql://nowhere/none".into(), oldest: std::time::Duration::from_secs(1) });
    let options = Options { replica, ..Options::default() };
    let opened = Db::open_with("sqlite::memory:", options, Clock::System, Chance::System);
    assert!(matches!(opened.map(drop), Err(Error::Open(_))), "a file has no replica");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_is_claimed_once_tried_again_and_set_aside() {
    for db in stores().await {
        let mut tx = db.begin_write().await.unwrap();
        tx.enqueue("greet", &"Noor").await.unwrap();
        drop(tx);
        assert!(job::claim(&db).await.unwrap().is_none(), "a job of a transaction that was dropped");
        let mut tx = db.begin_write().await.unwrap();
        tx.enqueue("greet", &"Noor").await.unwrap();
        tx.commit().await.unwrap();
        for attempt in 1..=job::ATTEMPTS {
            let claimed = job::claim(&db).await.unwrap().unwrap();
            assert_eq!(claimed.payload::<String>().unwrap(), "Noor");
            assert!(job::claim(&db).await.unwrap().is_none(), "claimed twice");
            job::failed(&db, &claimed, "no answer").await.unwrap();
            assert!(job::claim(&db).await.unwrap().is_none(), "tried again at once, attempt {attempt}");
            db.clock().advance(std::time::Duration::from_secs(86_400).try_into().unwrap());
        }
        assert!(job::claim(&db).await.unwrap().is_none());
        assert_eq!(job::count(&mut db.begin_read().await.unwrap()).await.unwrap(), (0, 1));
    }
}

/// What waits for a server of strangers is done by others than what waits for nobody.
#[tokio::test(flavor = "multi_thread")]
async fn each_lane_has_its_own_jobs() {
    for db in stores().await {
        let mut tx = db.begin_write().await.unwrap();
        tx.enqueue("outside-greet", &"a stranger").await.unwrap();
        tx.enqueue("greet", &"Noor").await.unwrap();
        tx.commit().await.unwrap();
        let claim = async |lane| job::claim_in(&db, lane).await.unwrap().map(|job| job.kind);
        assert_eq!(claim(Lane::House).await.as_deref(), Some("greet"));
        assert_eq!(claim(Lane::House).await, None);
        assert_eq!(claim(Lane::Outside).await.as_deref(), Some("outside-greet"));
        assert_eq!(claim(Lane::Outside).await, None);
        assert_eq!(claim(Lane::Any).await, None);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_acts_once_and_listeners_hear_what_was_committed() {
    for db in stores().await {
        let mut changes = db.changes();
        let mut tx = db.begin_write().await.unwrap();
        once::claim(&mut tx, "form-1", None).await.unwrap();
        let id: Id<Db> = tx.new_id();
        let event = Event {
            kind: "thing-made",
            org: Some("org".into()),
            partner: None,
            subject: id.to_string(),
            actor: None,
            detail: &serde_json::Value::Null,
        };
        tx.record(event).await.unwrap();
        assert!(changes.try_recv().is_err(), "told before it was committed");
        tx.commit().await.unwrap();
        assert_eq!(changes.try_recv().unwrap().kind, "thing-made");
        let mut tx = db.begin_write().await.unwrap();
        assert!(matches!(once::claim(&mut tx, "form-1", None).await, Err(Error::Repeated)));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nodes_that_claim_at_the_same_moment_never_claim_the_same_job() {
    const JOBS: usize = 60;
    for db in stores().await {
        let mut tx = db.begin_write().await.unwrap();
        for number in 0..JOBS {
            tx.enqueue("greet", &number).await.unwrap();
        }
        tx.commit().await.unwrap();
        let node = |db: Db| async move {
            let mut done = Vec::new();
            while let Some(job) = job::claim(&db).await.unwrap() {
                done.push(job.payload::<usize>().unwrap());
                job::done(&db, &job).await.unwrap();
            }
            done
        };
        let nodes: Vec<_> = (0..6).map(|_| tokio::spawn(node(db.clone()))).collect();
        let mut done = Vec::new();
        for node in nodes {
            done.extend(node.await.unwrap());
        }
        done.sort_unstable();
        assert_eq!(done, (0..JOBS).collect::<Vec<_>>(), "{}", db.engine_name());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_claim_that_ran_out_is_taken_over_and_its_first_holder_changes_nothing_any_more() {
    for db in stores().await {
        let mut tx = db.begin_write().await.unwrap();
        tx.enqueue("grow", &"a").await.unwrap();
        tx.execute(PUT, params!["a", 0_i64]).await.unwrap();
        tx.commit().await.unwrap();
        let slow = job::claim(&db).await.unwrap().unwrap();
        db.clock().advance(std::time::Duration::from_secs(121).try_into().unwrap());
        let quick = job::claim(&db).await.unwrap().unwrap();
        assert_eq!(slow.id, quick.id);
        job::failed(&db, &slow, "too late").await.unwrap();
        job::done(&db, &slow).await.unwrap();
        for (job, result) in [(&slow, false), (&quick, true), (&quick, false)] {
            let mut tx = db.begin_write().await.unwrap();
            let finished = job::finish(&mut tx, job).await;
            assert_eq!(finished.is_ok(), result, "{}: {finished:?}", db.engine_name());
            if finished.is_ok() {
                tx.execute(GROW, params!["a", 1_i64]).await.unwrap();
                tx.commit().await.unwrap();
            }
        }
        assert_eq!(size(&db, "a").await, Some(1));
        db.clock().advance(std::time::Duration::from_secs(86_400).try_into().unwrap());
        assert!(job::claim(&db).await.unwrap().is_none(), "done twice");
    }
}
