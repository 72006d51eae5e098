//! The limiter keeps its figures for every rhythm of tries.

#![allow(clippy::unwrap_used, missing_docs, reason = "a test that cannot go on stops; tests are read as sentences")]

use passerelle_kernel::{Chance, Clock};
use passerelle_store::{
    Db, MIGRATIONS,
    tries::{self, Pace},
};
use proptest::prelude::*;

async fn count(db: &Db, pace: Pace) -> Result<(), i64> {
    let mut tx = db.begin_brief().await.unwrap();
    let counted = tries::count(&mut tx, "key", pace).await.unwrap();
    tx.commit().await.unwrap();
    counted
}

fn advance(db: &Db, millis: i64) {
    db.clock().advance(std::time::Duration::from_millis(millis.try_into().unwrap()).try_into().unwrap());
}

async fn hold(pace: Pace, pauses: &[i64]) -> Result<(), TestCaseError> {
    let db =
        Db::open("sqlite::memory:", Clock::held("2026-09-07T07:00:00Z".parse().unwrap()), Chance::seeded(1)).unwrap();
    db.migrate(&[MIGRATIONS]).await.unwrap();
    let (mut now, mut allowed) = (0, Vec::<i64>::new());
    for pause in pauses {
        (now, ()) = (now + pause, advance(&db, *pause));
        match count(&db, pace).await {
            Ok(()) => allowed.push(now),
            Err(wait) => {
                // The wait that is told is true to the millisecond.
                prop_assert!(wait >= 1 && wait <= pace.every);
                advance(&db, wait - 1);
                prop_assert_eq!(count(&db, pace).await, Err(1));
                advance(&db, 1);
                prop_assert_eq!(count(&db, pace).await, Ok(()));
                now += wait;
                allowed.push(now);
            }
        }
    }
    // From any allowed try on: never more than the figures say.
    for (first, from) in allowed.iter().enumerate() {
        for (last, to) in allowed.iter().enumerate().skip(first) {
            prop_assert!(i64::try_from(last - first).unwrap() < pace.at_once + (to - from) / pace.every);
        }
    }
    // Who waits long enough has all tries again.
    advance(&db, pace.at_once * pace.every);
    for _ in 0..pace.at_once {
        prop_assert_eq!(count(&db, pace).await, Ok(()));
    }
    prop_assert!(count(&db, pace).await.is_err());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn never_more_than_the_figures_and_never_a_wait_too_long(
        at_once in 1_i64..12,
        every in 2_i64..20_000,
        pauses in prop::collection::vec((0_i64..40_000, any::<bool>()).prop_map(|(pause, none)| if none { 0 } else { pause }), 1..60),
    ) {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        runtime.block_on(hold(Pace { at_once, every }, &pauses))?;
    }
}
