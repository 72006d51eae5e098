use super::*;

#[test]
fn a_replica_is_as_old_as_the_last_moment_that_it_has_reached() {
    let began = Instant::now();
    let at = |seconds| began + Duration::from_secs(seconds);
    let mut marks = Marks::default();
    marks.note(at(1), 100);
    assert_eq!(marks.reached(99), None, "not all of what was written");
    marks.note(at(2), 100);
    marks.note(at(3), 200);
    assert_eq!(marks.reached(150), Some(at(2)), "nothing was written between 1 and 2");
    marks.note(at(4), 300);
    assert_eq!(marks.reached(150), Some(at(2)), "it stands still");
    assert_eq!(marks.reached(900), Some(at(4)));
}

#[tokio::test]
async fn only_a_replica_that_is_known_to_be_young_is_read() {
    let follow = Follow { url: "postgresql://nobody@localhost/none".into(), oldest: Duration::from_secs(60) };
    let began = Instant::now().checked_sub(Duration::from_secs(1_000)).unwrap();
    let replica = Replica { began, ..Replica::open(&follow, 1).unwrap() };
    assert!(!replica.is_young(), "nothing is known of it yet");
    let is_complete = |seconds: u64| replica.complete.store(seconds * 1_000, Ordering::Release);
    is_complete(1_000);
    assert!(replica.is_young());
    is_complete(900);
    assert!(!replica.is_young(), "it lacks the last hundred seconds");
    assert!(matches!(replica.begin().await, Err(ReadFrom::Old)), "and it is not asked");
    is_complete(1_000);
    replica.fell();
    assert!(!replica.is_young());
}

#[test]
fn a_replica_that_stands_still_for_long_needs_no_memory() {
    let mut marks = Marks::default();
    for written in 0..10_000 {
        marks.note(Instant::now(), written);
    }
    assert_eq!(marks.ahead.len(), MARKS);
    assert_eq!(marks.reached(-1), None);
}
