//! What comes back at night, and what it forgets.

use std::time::Duration;

use passerelle_access::{link, session};
use passerelle_store::{once, schedule};
use passerelle_testkit::{TestApp, story};

use crate::ground;

passerelle_store::sql! {
    #[allow(dead_code, reason = "the list is for crates that bring statements")]
    STATEMENTS;
    LEFT = "SELECT (SELECT count(*) FROM once), (SELECT count(*) FROM job WHERE done_at IS NOT NULL AND kind = 'mail'),
        (SELECT count(*) FROM session), (SELECT count(*) FROM link), (SELECT count(*) FROM outbox),
        (SELECT count(*) FROM tries)";
    MAIL_JOB = "INSERT INTO job (id, kind, payload, run_at, attempts, done_at) VALUES (?1, 'mail', '{}', ?2, 1, ?2)";
    LETTER = "INSERT INTO outbox (id, at, recipient, subject, text) VALUES (?1, ?2, 'to', 'subject', 'text')";
}

fn days(app: &TestApp, number: u64) {
    app.clock().advance(Duration::from_secs(number * 86_400).try_into().unwrap());
}

/// One of each thing that is forgotten some day, made now.
async fn leave(app: &TestApp, name: &str) {
    let person = app.stranger(name).await;
    let mut tx = app.write().await;
    let (now, id) = (tx.now(), tx.new_id::<()>());
    once::claim(&mut tx, &format!("form of {name}"), None).await.unwrap();
    tx.execute(MAIL_JOB, passerelle_store::params![id, now]).await.unwrap();
    tx.execute(LETTER, passerelle_store::params![id, now]).await.unwrap();
    link::create(&mut tx, &app.db().chance().secret(), "sign-in", name, 30).await.unwrap();
    session::begin(&mut tx, person.id(), &app.db().chance().secret(), app.today(), &Default::default()).await.unwrap();
    tx.commit().await.unwrap();
    app.anybody().post("/sign-in", &[("email", &format!("{name}@example.org")), ("password", "no")]).await;
}

/// Keys of forms, done jobs, sessions, links, letters, tries.
async fn left(app: &TestApp) -> [i64; 6] {
    let mut tx = app.db().begin_read().await.unwrap();
    let read = |row: &passerelle_store::Row<'_>| {
        Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?])
    };
    tx.one(LEFT, &[], read).await.unwrap()
}

story!(ground;
    /// Each thing goes after its time; what is a day younger stays. A session and a link live thirty days before.
    async fn each_thing_is_forgotten_after_its_time_and_not_before(app) {
        app.run_schedules().await;
        leave(&app, "old").await;
        days(&app, 1);
        leave(&app, "young").await;
        app.run_schedules().await;
        // Each person has two sessions; tries are given back within the hour.
        assert_eq!(left(&app).await, [2, 2, 4, 2, 2, 2]);
        let nights = [
            (8, [1, 2, 4, 2, 2, 0]),
            (31, [0, 1, 4, 2, 2, 0]),
            (32, [0, 0, 2, 2, 2, 0]),
            (91, [0, 0, 0, 2, 1, 0]),
            (211, [0, 0, 0, 1, 0, 0]),
        ];
        for (day, expected) in nights {
            app.go_to("2026-09-07");
            days(&app, day);
            assert_eq!(app.run_schedules().await, 1);
            assert_eq!(left(&app).await, expected, "day {day}");
        }
    }
);

story!(ground;
    /// Nobody was running for three nights: the work of the nights is made up for once, by one of two nodes.
    async fn a_night_that_was_missed_is_made_up_for_once(app) {
        let other = TestApp::on(app.db().clone(), app.clock().clone(), ground());
        assert_eq!((app.run_schedules().await, other.run_schedules().await), (0, 0), "planned, not due");
        days(&app, 3);
        let (one, two) = passerelle_testkit::tokio::join!(app.run_schedules(), other.run_schedules());
        assert_eq!(one + two, 1);
        assert_eq!((app.run_schedules().await, other.run_schedules().await), (0, 0));
        let planned = schedule::all(&mut app.db().begin_read().await.unwrap()).await.unwrap();
        // 3:17 in Paris of the next night.
        assert_eq!((planned.len(), planned[0].next_at.to_string().as_str()), (1, "2026-09-11T01:17:00Z"));
        days(&app, 1);
        assert_eq!(app.run_schedules().await, 1);
    }
);
