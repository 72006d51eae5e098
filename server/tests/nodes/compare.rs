//! What the people know, against what is in the database and in its copy.

use std::{
    collections::BTreeMap,
    time::{Duration, Instant},
};

use passerelle_kernel::{Chance, Clock, Date, Minutes};
use passerelle_store::{
    Db,
    trail::{link, verify},
};

use crate::{world::World, writers::Told};

passerelle_store::sql! {
    #[allow(dead_code, reason = "the list is for crates that bring statements")]
    STATEMENTS;
    ENTRIES = "SELECT mission_id, worked_on, minutes FROM hours_entry";
    EVENTS = "SELECT count(*) FROM event WHERE kind = 'hours-recorded'";
    ALL_EVENTS = "SELECT count(*) FROM event";
    LINKS = "SELECT a.email, count(*) FROM link l JOIN account a ON a.id = l.subject_id
        WHERE l.purpose = 'sign-in' GROUP BY a.email";
    LETTERS = "SELECT count(*) FROM outbox";
    WAITING = "SELECT count(*) FROM job WHERE done_at IS NULL AND failed_at IS NULL";
    LEFT = "SELECT kind, attempts, last_error FROM job WHERE done_at IS NULL AND failed_at IS NULL LIMIT 9";
    ASIDE = "SELECT count(*) FROM job WHERE failed_at IS NOT NULL";
    RUN_OUT = "UPDATE job SET claimed_until = 0, run_at = 0 WHERE done_at IS NULL AND failed_at IS NULL";
    ALL = "SELECT (SELECT count(*) FROM hours_entry), (SELECT count(*) FROM event), (SELECT count(*) FROM outbox),
        (SELECT count(*) FROM job WHERE done_at IS NOT NULL), (SELECT count(*) FROM once)";
}

async fn count(db: &Db, sql: &'static passerelle_store::Sql) -> i64 {
    db.begin_read().await.unwrap().one(sql, &[], |row| row.get(0)).await.unwrap()
}

/// Lets the claims of killed nodes run out now, and waits until no job is left. Seldom: a claim that is taken from a node
/// at work makes its job begin again.
pub async fn drain(db: &Db) {
    let begun = Instant::now();
    for turn in 0.. {
        if count(db, WAITING).await == 0 {
            return;
        }
        if begun.elapsed() > Duration::from_secs(45) {
            let left =
                db.begin_read().await.unwrap().query(LEFT, &[], |row| {
                    Ok((row.get::<String>(0)?, row.get::<i64>(1)?, row.get::<Option<String>>(2)?))
                });
            panic!("jobs are left: {:?}", left.await.unwrap());
        }
        if turn % 20 == 0 {
            let mut tx = db.begin_brief().await.unwrap();
            tx.execute(RUN_OUT, &[]).await.unwrap();
            tx.commit().await.unwrap();
        }
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
}

/// Every hour that was acknowledged is there once, every link that was promised went out in one letter.
pub async fn compare(world: &World, told: &Told) -> String {
    let db = &world.db;
    let mut tx = db.begin_read().await.unwrap();
    let read =
        |row: &passerelle_store::Row<'_>| Ok((row.get::<String>(0)?, row.get::<Date>(1)?, row.get::<Minutes>(2)?.0));
    let mut entries: BTreeMap<(String, Date, i64), usize> = BTreeMap::new();
    for entry in tx.query(ENTRIES, &[], read).await.unwrap() {
        *entries.entry(entry).or_default() += 1;
    }
    let letters = tx.query(LINKS, &[], |row| Ok((row.get::<String>(0)?, row.get::<i64>(1)?))).await.unwrap();
    let letters: BTreeMap<String, i64> = letters.into_iter().collect();
    drop(tx);
    let (events, aside, kept) = (count(db, EVENTS).await, count(db, ASIDE).await, count(db, LETTERS).await);
    let (hours, links) = (told.hours.lock().unwrap().clone(), told.links.lock().unwrap().clone());
    let lost = hours
        .iter()
        .filter(|(peer, on, minutes)| !entries.contains_key(&(world.peers[*peer].1.clone(), *on, *minutes)));
    let lost = lost.count() + links.iter().filter(|email| !letters.contains_key(*email)).count();
    let twice = entries.values().filter(|times| **times > 1).count();
    let letters_twice = letters.values().filter(|times| **times > 1).count();
    let told = format!(
        "{} hours and {} links acknowledged; lost {lost}; hours written twice {twice}; jobs done twice {letters_twice}; \
         jobs set aside {aside}",
        hours.len(),
        links.len()
    );
    assert_eq!((lost, twice, letters_twice, aside), (0, 0, 0, 0), "{told}");
    assert_eq!((entries.len(), letters.len()), (hours.len(), links.len()), "more than was acknowledged");
    assert_eq!(usize::try_from(events).unwrap(), hours.len(), "hours and their events");
    assert_eq!(usize::try_from(kept).unwrap(), links.len(), "letters and the links in them");
    format!("{told}; {}", trail(db).await)
}

/// Three nodes have linked at the same time, and were killed meanwhile: one chain, every event in it.
async fn trail(db: &Db) -> String {
    let left = link(db).await.unwrap();
    let whole = verify(&mut db.begin_read().await.unwrap(), None, None).await.unwrap().unwrap();
    assert_eq!((whole.head.number, whole.waiting), (count(db, ALL_EVENTS).await, 0));
    format!("{} events in one chain, {left} of them linked afterwards", whole.head.number)
}

/// The copy has all that the primary has; gives after how long.
pub async fn replica_follows(world: &World, url: &str) -> Duration {
    let copy = Db::open(url, Clock::System, Chance::System).unwrap();
    let all = async |db: &Db| {
        let mut tx = db.begin_read().await.unwrap();
        let read = |row: &passerelle_store::Row<'_>| {
            Ok([row.get::<i64>(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?])
        };
        tx.one(ALL, &[], read).await.unwrap()
    };
    let (begun, expected) = (Instant::now(), all(&world.db).await);
    while all(&copy).await != expected {
        assert!(begun.elapsed() < Duration::from_secs(10), "the replica does not follow");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    begun.elapsed()
}
