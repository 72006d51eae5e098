//! The trail: what was written cannot be changed without being found, at the place where it was changed.

use passerelle_kernel::Timestamp;
use passerelle_store::{
    About, Db, Error, Event, Migrations, params,
    trail::{Broken, Head, Whole, link, verify},
};
use serde_json::json;

use super::stores;

passerelle_store::sql! {
    #[allow(dead_code, reason = "the list is for crates that bring statements")]
    STATEMENTS;
    UNGUARD_SQLITE_EVENT = "DROP TRIGGER event_written";
    UNGUARD_SQLITE_LINK = "DROP TRIGGER event_link_written";
    UNGUARD_SQLITE_LINKS = "DROP TRIGGER event_link_there";
    UNGUARD_POSTGRES_EVENT = "ALTER TABLE event DISABLE TRIGGER USER";
    UNGUARD_POSTGRES_LINK = "ALTER TABLE event_link DISABLE TRIGGER USER";
    NEWEST = "SELECT event_id FROM event_waiting";
    NTH = "SELECT event_id FROM event_link WHERE number = ?1";
    CHANGE_DETAIL = "UPDATE event SET detail = '{\"minutes\":90}' WHERE id = ?1";
    CHANGE_ACTOR = "UPDATE event SET actor_id = 'somebody else' WHERE id = ?1";
    CHANGE_PERSON = "UPDATE event SET person_id = NULL WHERE id = ?1";
    CHANGE_PURPOSE = "UPDATE event SET purpose = 'another' WHERE id = ?1";
    CHANGE_MOMENT = "UPDATE event SET at = at - 1 WHERE id = ?1";
    REMOVE = "DELETE FROM event WHERE id = ?1";
    REMOVE_LINK = "DELETE FROM event_link WHERE number = ?1";
    RENUMBER = "UPDATE event_link SET number = ?2 WHERE number = ?1";
    COPY_EVENT = "INSERT INTO event (id, at, kind, subject_id, purpose, detail)
        SELECT ?2, at, kind, subject_id, purpose, detail FROM event WHERE id = ?1";
    COPY_LINK = "INSERT INTO event_link (number, event_id, content, hash)
        SELECT ?2, ?3, content, hash FROM event_link WHERE number = ?1";
    WAIT = "INSERT INTO event_waiting (event_id) VALUES (?1)";
    CUT_HEAD = "UPDATE event_head SET number = ?1, hash = (SELECT hash FROM event_link WHERE number = ?1)";
    ANY_CHANGE = "UPDATE event SET kind = 'other'";
    ANY_LINK_CHANGE = "UPDATE event_link SET number = number + 1";
    ANY_LINK_REMOVED = "DELETE FROM event_link";
    OLD_EVENT = "INSERT INTO event (id, at, kind, subject_id, detail) VALUES (?1, ?2, 'thing-made', 'thing', 'null')";
}

const EVENTS: i64 = 12;

async fn record(db: &Db, count: i64) {
    for number in 0..count {
        let mut tx = db.begin_write().await.unwrap();
        let event = Event {
            kind: "hours-recorded",
            org: Some("association".into()),
            partner: None,
            subject: "mission".into(),
            actor: Some("noor".into()),
            detail: &json!({ "minutes": number }),
        };
        let about = About {
            person: Some("noor".into()),
            purpose: Some("hours-record"),
            role: Some("peer"),
            role_org: Some("association".into()),
        };
        tx.record_about(event, about).await.unwrap();
        tx.commit().await.unwrap();
        db.clock().advance(std::time::Duration::from_secs(60).try_into().unwrap());
    }
}

async fn look(db: &Db, noted: Option<Head>) -> Result<Whole, Broken> {
    verify(&mut db.begin_read().await.unwrap(), None, noted).await.unwrap()
}

/// Somebody who may change everything in the database, its triggers included.
struct Tamperer<'a>(&'a Db);

impl Tamperer<'_> {
    async fn new(db: &Db) -> Tamperer<'_> {
        let tamperer = Tamperer(db);
        let unguard = match db.engine_name() {
            "SQLite" => [UNGUARD_SQLITE_EVENT, UNGUARD_SQLITE_LINK, UNGUARD_SQLITE_LINKS].as_slice(),
            _ => [UNGUARD_POSTGRES_EVENT, UNGUARD_POSTGRES_LINK].as_slice(),
        };
        let mut tx = db.begin_write().await.unwrap();
        for sql in unguard {
            // How many rows that was, no engine says: SQLite repeats the count of the statement before.
            tx.execute(sql, &[]).await.unwrap();
        }
        tx.commit().await.unwrap();
        tamperer
    }

    async fn run(&self, sql: &'static passerelle_store::Sql, values: &[passerelle_store::Param]) {
        let mut tx = self.0.begin_write().await.unwrap();
        assert!(tx.execute(sql, values).await.unwrap() < 2, "{}", sql.name);
        tx.commit().await.unwrap();
    }

    async fn event(&self, number: i64) -> String {
        self.0.begin_read().await.unwrap().one(NTH, params![number], |row| row.get(0)).await.unwrap()
    }

    async fn renumber(&self, from: i64, to: i64) {
        self.run(RENUMBER, params![from, to]).await;
    }
}

/// Fresh trails of [`EVENTS`] links, each with somebody who tampers with it and the head that was noted.
async fn trails() -> Vec<(Db, Head)> {
    let mut trails = Vec::new();
    for db in stores().await {
        record(&db, EVENTS).await;
        assert_eq!(link(&db).await.unwrap(), EVENTS as usize);
        let head = look(&db, None).await.unwrap().head;
        trails.push((db, head));
    }
    trails
}

#[tokio::test(flavor = "multi_thread")]
async fn events_are_linked_once_and_what_waits_is_told() {
    for db in stores().await {
        assert_eq!(look(&db, None).await.unwrap().head.number, 0);
        let began = db.clock().now();
        record(&db, EVENTS).await;
        let whole = look(&db, None).await.unwrap();
        assert_eq!((whole.head.number, whole.waiting, whole.waiting_since), (0, EVENTS, Some(began)));
        assert_eq!(link(&db).await.unwrap(), EVENTS as usize);
        assert_eq!(link(&db).await.unwrap(), 0, "linked twice");
        let first = look(&db, None).await.unwrap();
        assert_eq!((first.head.number, first.waiting, first.out_of_time), (EVENTS, 0, None));
        record(&db, 1).await;
        link(&db).await.unwrap();
        let second = look(&db, Some(first.head)).await.unwrap();
        assert_eq!(second.head.number, EVENTS + 1);
        assert_eq!(look(&db, Some(second.head)).await.unwrap(), second);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_event_is_found_whatever_was_changed() {
    for change in [CHANGE_DETAIL, CHANGE_ACTOR, CHANGE_PERSON, CHANGE_PURPOSE, CHANGE_MOMENT] {
        for (db, _) in trails().await {
            let tamperer = Tamperer::new(&db).await;
            let event = tamperer.event(5).await;
            tamperer.run(change, params![&event]).await;
            assert_eq!(look(&db, None).await, Err(Broken::Changed(5, event)), "{} {}", change.name, db.engine_name());
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_removed_event_is_found_with_or_without_its_link() {
    for (db, _) in trails().await {
        let tamperer = Tamperer::new(&db).await;
        let event = tamperer.event(7).await;
        tamperer.run(REMOVE, params![&event]).await;
        assert_eq!(look(&db, None).await, Err(Broken::Removed(7, event)));
        tamperer.run(REMOVE_LINK, params![7_i64]).await;
        assert_eq!(look(&db, None).await, Err(Broken::Missing(7)));
        for number in 8..=EVENTS {
            tamperer.renumber(number, number - 1).await;
        }
        assert_eq!(look(&db, None).await, Err(Broken::Torn(7)), "the gap was closed");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn exchanged_links_are_found() {
    for (db, _) in trails().await {
        let tamperer = Tamperer::new(&db).await;
        for (from, to) in [(3, 99), (4, 3), (99, 4)] {
            tamperer.renumber(from, to).await;
        }
        assert_eq!(look(&db, None).await, Err(Broken::Torn(3)), "{}", db.engine_name());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_event_that_was_put_in_is_found() {
    for (db, _) in trails().await {
        let tamperer = Tamperer::new(&db).await;
        let event = tamperer.event(6).await;
        tamperer.run(COPY_EVENT, params![&event, "put in"]).await;
        assert_eq!(look(&db, None).await, Err(Broken::Unlinked("put in".into())));
        for number in (7..=EVENTS).rev() {
            tamperer.renumber(number, number + 1).await;
        }
        tamperer.run(COPY_LINK, params![6_i64, 7_i64, "put in"]).await;
        assert!(matches!(look(&db, None).await, Err(Broken::Changed(7, _))), "{}", db.engine_name());
    }
}

/// Through the door of the program itself an event can only come last: that it says it is older is told.
#[tokio::test(flavor = "multi_thread")]
async fn an_event_that_was_dated_back_is_told() {
    for (db, _) in trails().await {
        db.clock().advance(std::time::Duration::from_secs(7_200).try_into().unwrap());
        record(&db, 1).await;
        link(&db).await.unwrap();
        let tamperer = Tamperer::new(&db).await;
        let event = tamperer.event(2).await;
        tamperer.run(COPY_EVENT, params![&event, "dated back"]).await;
        tamperer.run(WAIT, params!["dated back"]).await;
        assert_eq!(look(&db, None).await.unwrap().out_of_time, None);
        link(&db).await.unwrap();
        assert_eq!(look(&db, None).await.unwrap().out_of_time, Some(EVENTS + 2), "{}", db.engine_name());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_end_that_was_cut_off_is_found_by_the_head_that_was_noted() {
    for (db, noted) in trails().await {
        let tamperer = Tamperer::new(&db).await;
        let event = tamperer.event(EVENTS).await;
        tamperer.run(REMOVE, params![&event]).await;
        tamperer.run(REMOVE_LINK, params![EVENTS]).await;
        assert_eq!(look(&db, None).await, Err(Broken::Cut(EVENTS, EVENTS - 1)), "the head was left as it was");
        tamperer.run(CUT_HEAD, params![EVENTS - 1]).await;
        assert!(look(&db, None).await.is_ok(), "the database alone does not know");
        assert_eq!(look(&db, Some(noted)).await, Err(Broken::Cut(EVENTS, EVENTS - 1)), "{}", db.engine_name());
        record(&db, 1).await;
        link(&db).await.unwrap();
        assert_eq!(look(&db, Some(noted)).await, Err(Broken::Other(EVENTS)), "another end was grown");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_event_that_vanished_before_it_was_linked_is_found() {
    for (db, _) in trails().await {
        record(&db, 1).await;
        let mut tx = db.begin_read().await.unwrap();
        let event: String = tx.one(NEWEST, &[], |row| row.get(0)).await.unwrap();
        drop(tx);
        Tamperer::new(&db).await.run(REMOVE, params![&event]).await;
        assert_eq!(link(&db).await.unwrap(), 0);
        assert_eq!(look(&db, None).await, Err(Broken::Vanished(event)), "{}", db.engine_name());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn events_that_had_their_time_may_go_and_younger_ones_may_not() {
    for (db, _) in trails().await {
        let tamperer = Tamperer::new(&db).await;
        let verify_from =
            async |before: Timestamp| verify(&mut db.begin_read().await.unwrap(), Some(before), None).await.unwrap();
        for number in 1..=3 {
            tamperer.run(REMOVE, params![tamperer.event(number).await]).await;
        }
        let fourth: Timestamp = "2026-09-07T07:03:00Z".parse().unwrap();
        assert_eq!(verify_from(fourth).await.unwrap().gone, 3);
        let third: Timestamp = "2026-09-07T07:02:00Z".parse().unwrap();
        assert!(matches!(verify_from(third).await, Err(Broken::Removed(3, _))), "{}", db.engine_name());
        // The link keeps the id, and with it the moment: a younger event cannot be called an old one.
        tamperer.renumber(3, 103).await;
        tamperer.run(COPY_LINK, params![103_i64, 3_i64, "00000000-0000-7000-8000-000000000000"]).await;
        tamperer.run(REMOVE_LINK, params![103_i64]).await;
        assert_eq!(verify_from(third).await, Err(Broken::Torn(3)), "{}", db.engine_name());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_database_refuses_to_change_what_was_written() {
    for db in stores().await {
        record(&db, 2).await;
        link(&db).await.unwrap();
        for sql in [ANY_CHANGE, ANY_LINK_CHANGE, ANY_LINK_REMOVED] {
            let mut tx = db.begin_write().await.unwrap();
            let refused = tx.execute(sql, &[]).await.unwrap_err();
            assert!(!matches!(refused, Error::Conflict | Error::Unique), "{}: {refused:?}", sql.name);
        }
        assert_eq!(look(&db, None).await.unwrap().head.number, 2);
    }
}

/// Writers and several nodes that link, all at once: one chain, every event in it.
#[tokio::test(flavor = "multi_thread")]
async fn nodes_that_link_at_the_same_time_make_one_chain() {
    const WRITERS: i64 = 4;
    const EACH: i64 = 40;
    for db in stores().await {
        let writers: Vec<_> = (0..WRITERS)
            .map(|_| {
                let db = db.clone();
                tokio::spawn(async move { record(&db, EACH).await })
            })
            .collect();
        let linkers: Vec<_> = (0..3)
            .map(|_| {
                let db = db.clone();
                tokio::spawn(async move {
                    let mut linked = 0;
                    for _ in 0..60 {
                        linked += link(&db).await.unwrap();
                        tokio::time::sleep(std::time::Duration::from_millis(2)).await;
                    }
                    linked
                })
            })
            .collect();
        for writer in writers {
            writer.await.unwrap();
        }
        let mut linked = 0;
        for linker in linkers {
            linked += linker.await.unwrap();
        }
        linked += link(&db).await.unwrap();
        let whole = look(&db, None).await.unwrap();
        assert_eq!((whole.head.number, whole.waiting), (WRITERS * EACH, 0), "{}", db.engine_name());
        assert_eq!(linked, whole.head.number as usize, "each event once");
    }
}

/// More events than one transaction links.
#[tokio::test(flavor = "multi_thread")]
async fn events_from_before_the_trail_are_linked_in_their_order() {
    let before = Migrations { name: "store", files: &passerelle_store::MIGRATIONS.files[..3] };
    for db in super::fresh().await {
        db.migrate(&[before]).await.unwrap();
        let mut tx = db.begin_write().await.unwrap();
        for minute in 0..1_200_i64 {
            let id = format!("{:08x}-{:04x}-7000-8000-000000000000", minute, minute % 7);
            tx.execute(OLD_EVENT, params![&id, minute * 60_000]).await.unwrap();
        }
        tx.commit().await.unwrap();
        db.migrate(&[passerelle_store::MIGRATIONS]).await.unwrap();
        assert_eq!(look(&db, None).await.unwrap().waiting, 1_200);
        assert_eq!(link(&db).await.unwrap(), 1_200);
        let whole = look(&db, None).await.unwrap();
        assert_eq!((whole.head.number, whole.out_of_time), (1_200, None), "{}", db.engine_name());
    }
}
