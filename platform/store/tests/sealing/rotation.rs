//! New keys while people read and write.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    time::Duration,
};

use passerelle_store::seal::{Master, RESEAL, Reseal, Sealed};

use super::*;

#[allow(clippy::panic, reason = "a test")]
/// Does the reseal jobs as a server does, until there are none.
async fn reseal_all(db: &Db) -> u64 {
    let fields: Vec<&'static Sealed> = SEALED.iter().chain(passerelle_store::SEALED).copied().collect();
    let mut resealed = 0;
    loop {
        let job = match job::claim(db).await {
            Ok(Some(job)) => job,
            Ok(None) => return resealed,
            Err(Error::Conflict) => continue,
            Err(error) => panic!("{error}"),
        };
        assert_eq!(job.kind, RESEAL);
        let step: Reseal = job.payload().unwrap();
        loop {
            let mut tx = db.begin_write().await.unwrap();
            let done = async {
                let progress = seal::reseal(&mut tx, &fields, &step).await?;
                if let Some(next) = &progress.next {
                    tx.enqueue(RESEAL, next).await?;
                }
                tx.commit().await?;
                Ok(progress.resealed)
            };
            match done.await {
                Ok(count) => break resealed += count,
                Err(Error::Conflict) => {}
                Err(error) => panic!("{error}"),
            }
        }
        while let Err(error) = job::done(db, &job).await {
            assert!(matches!(error, Error::Conflict), "{error}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_are_replaced_while_people_read_and_write() {
    for db in with_notes().await {
        for n in 0..220 {
            write(&db, &format!("{n:04}"), "espairs", &format!("text {n}")).await.unwrap();
        }
        let (stop, written) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU64::new(220)));
        let (db2, stop2, written2) = (db.clone(), stop.clone(), written.clone());
        let writer = tokio::spawn(async move {
            while !stop2.load(Ordering::Acquire) {
                let n = written2.load(Ordering::Acquire);
                match write(&db2, &format!("{n:04}"), "espairs", &format!("text {n}")).await {
                    Ok(()) => drop(written2.fetch_add(1, Ordering::AcqRel)),
                    Err(Error::Conflict) => {}
                    Err(error) => panic!("{error}"),
                }
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
        });
        let (db3, stop3, written3) = (db.clone(), stop.clone(), written.clone());
        let reader = tokio::spawn(async move {
            let mut read_count = 0_u64;
            while !stop3.load(Ordering::Acquire) {
                let n = read_count * 37 % written3.load(Ordering::Acquire);
                assert_eq!(read(&db3, &format!("{n:04}")).await, text(&format!("text {n}")));
                read_count += 1;
                tokio::task::yield_now().await;
            }
            read_count
        });
        let (mut retired, mut resealed) = (0, 0);
        for _ in 0..3 {
            // The clock stands still otherwise: keys made in this moment are not replaced again.
            db.clock().advance(Duration::from_secs(1).try_into().unwrap());
            retired += seal::retire_all(&db).await.unwrap();
            resealed += reseal_all(&db).await;
        }
        stop.store(true, Ordering::Release);
        writer.await.unwrap();
        let read_count = reader.await.unwrap();
        let mut tx = db.begin_read().await.unwrap();
        let keys: i64 = tx.one(KEYS, &[], |row| row.get(0)).await.unwrap();
        assert_eq!(keys, 1, "the replaced keys are gone");
        let all: Vec<(String, String, Vec<u8>)> =
            tx.query(ALL, &[], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).await.unwrap();
        for (id, org, sealed) in &all {
            let n: u64 = id.parse().unwrap();
            assert_eq!(tx.open_as_it_is(SECRET, org, id, Some(sealed)).await.unwrap(), text(&format!("text {n}")));
        }
        assert_eq!(
            retired, 5,
            "three times the organisation's, twice that of the jobs, which comes with the first one"
        );
        assert!(resealed >= 660, "{resealed}");
        println!("{}: {} texts, {resealed} sealed again, {read_count} reads", db.engine_name(), all.len());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_master_key_wraps_every_data_key_and_a_running_node_follows() {
    let folder = std::env::temp_dir().join(format!("passerelle-rewrap-{}", Chance::System.secret().reveal()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("master.key");
    let first = Master::make(&path).unwrap();
    for db in with_notes().await {
        let before = Master::read(&path).unwrap();
        let db = db.with_master(before.clone());
        write(&db, "a", "espairs", "under the first").await.unwrap();
        let made = Master::make(&path).unwrap();
        assert_eq!(seal::rewrap(&db).await.unwrap(), 1, "{}", db.engine_name());
        // A node that still holds the keys of before meets a master key that it does not know.
        let behind = db.clone().with_master(before);
        assert_eq!(read(&behind, "a").await, text("under the first"));
        assert_eq!(behind.master().unwrap().ids().next(), made.ids().next());
        write(&db, "b", "other", "under the second").await.unwrap();
        let alone = std::fs::read_to_string(&path).unwrap().lines().next().unwrap().to_owned();
        let alone = Master::parse(&alone, seal::Source::Given("a test")).unwrap();
        let missing = seal::missing_masters(&mut db.begin_read().await.unwrap(), Some(&alone)).await.unwrap();
        assert!(missing.is_empty(), "{missing:?}");
    }
    assert!(Master::read(&path).unwrap().ids().any(|id| Some(id) == first.ids().next()), "the first one stays");
    std::fs::remove_dir_all(&folder).unwrap();
}
