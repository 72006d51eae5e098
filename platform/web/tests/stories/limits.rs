//! Who tries too often waits, on every node; who waits loses nothing.

use std::time::Duration;

use passerelle_testkit::{Person, TestApp, story};

use crate::ground;

async fn try_sign_in(person: &Person, email: &str) -> u16 {
    person.post("/sign-in", &[("email", email), ("password", "no")]).await.status().as_u16()
}

story!(ground;
    async fn after_ten_tries_at_one_address_one_waits_ten_seconds_for_each(app) {
        let visitor = app.anybody();
        for _ in 0..10 {
            assert_eq!(try_sign_in(&visitor, "noor@example.org").await, 422);
        }
        assert_eq!(try_sign_in(&visitor, "noor@example.org").await, 429);
        assert_eq!(try_sign_in(&visitor, "samir@example.org").await, 422, "another address is not concerned");
        app.clock().advance(Duration::from_secs(10).try_into().unwrap());
        assert_eq!(try_sign_in(&visitor, "noor@example.org").await, 422);
        assert_eq!(try_sign_in(&visitor, "noor@example.org").await, 429);
    }
);

story!(ground;
    async fn the_page_says_how_long_and_keeps_what_was_typed_but_no_password(app) {
        let visitor = app.anybody();
        for _ in 0..10 {
            visitor.post("/sign-in/link", &[("email", "noor@example.org")]).await;
            try_sign_in(&visitor, "noor@example.org").await;
        }
        app.clock().advance(Duration::from_secs(293).try_into().unwrap());
        let again = visitor.post("/sign-in/link", &[("email", "noor@example.org"), ("_once", "the-same-key")]).await;
        again.assert_sees("Attendez 8 secondes").assert_sees("gardé");
        assert_eq!((again.status().as_u16(), again.header("retry-after")), (429, Some("8")));
        for kept in ["action=\"/sign-in/link\"", "value=\"noor@example.org\"", "value=\"the-same-key\""] {
            assert!(again.html().contains(kept), "{kept}: {}", again.html());
        }
        for _ in 0..10 {
            try_sign_in(&visitor, "noor@example.org").await;
        }
        let typed = [("email", "noor@example.org"), ("password", "trois ponts"), ("to", "/me")];
        let again = visitor.post("/sign-in", &typed).await;
        again.assert_sees("Mot de passe").assert_lacks("trois ponts");
        assert!(again.html().contains("value=\"/me\"") && again.html().contains("type=\"password\""));
    }
);

story!(ground;
    async fn an_address_has_its_own_count_whatever_it_tries_and_whatever_it_claims(app) {
        for number in 0..120 {
            // Each request claims another client: a stranger's word counts for nothing.
            let stranger = app.anybody().from_address("192.0.2.1", &format!("198.51.100.{number}"));
            assert_eq!(try_sign_in(&stranger, &format!("p{number}@example.org")).await, 422);
        }
        let stranger = app.anybody().from_address("192.0.2.1", "");
        assert_eq!(try_sign_in(&stranger, "noor@example.org").await, 429);
        assert_eq!(stranger.post("/language", &[("language", "en")]).await.status(), 429, "any form");
        stranger.get("/sign-in").await.assert_ok();
        let neighbour = app.anybody().from_address("192.0.2.2", "");
        assert_eq!(try_sign_in(&neighbour, "noor@example.org").await, 422);
        let behind_our_proxy = app.anybody().from_address("10.0.0.7", "192.0.2.1");
        assert_eq!(try_sign_in(&behind_our_proxy, "noor@example.org").await, 429, "the proxy's word counts");
        app.clock().advance(Duration::from_secs(1).try_into().unwrap());
        assert_eq!(try_sign_in(&stranger, "noor@example.org").await, 422);
    }
);

story!(ground;
    /// Whoever keeps trying somebody's password locks out themselves, not the owner of the account, until a hundred
    /// tries have come from everywhere.
    async fn nobody_locks_another_person_out(app) {
        let from = |number: u32| app.anybody().from_address(&format!("192.0.2.{number}"), "");
        for _ in 0..30 {
            try_sign_in(&from(1), "noor@example.org").await;
        }
        assert_eq!(try_sign_in(&from(1), "noor@example.org").await, 429);
        assert_eq!(try_sign_in(&from(2), "noor@example.org").await, 422, "the owner comes from elsewhere");
        for number in 3..12 {
            for _ in 0..10 {
                try_sign_in(&from(number), "noor@example.org").await;
            }
        }
        assert_eq!(try_sign_in(&from(100), "noor@example.org").await, 429, "too many from everywhere");
        assert_eq!(try_sign_in(&from(100), "samir@example.org").await, 422);
        app.clock().advance(Duration::from_secs(1).try_into().unwrap());
        assert_eq!(try_sign_in(&from(100), "noor@example.org").await, 422);
    }
);

story!(ground;
    /// Nobody fills a mailbox with letters; the ones that have come still let their owner in.
    async fn a_mailbox_gets_five_letters_at_once(app) {
        let noor = app.stranger("Noor").await;
        let visitor = app.anybody();
        for number in 0..9 {
            let answer = visitor.post("/sign-in/link", &[("email", "noor@example.org")]).await;
            assert_eq!(answer.status().as_u16(), if number < 5 { 303 } else { 429 });
        }
        let mails = app.mails().await;
        assert_eq!(mails.len(), 5);
        let path = mails[4].text.lines().find_map(|line| line.strip_prefix("http://localhost")).unwrap();
        let whose = visitor.get(path).await;
        whose.assert_ok().assert_sees("Vous allez entrer dans le compte de Noor");
        visitor.post(path, &[]).await.assert_redirected();
        visitor.get("/me").await.assert_ok().assert_sees(noor.name());
    }
);

story!(ground;
    async fn an_ipv6_house_cannot_change_its_address_to_go_on(app) {
        for number in 0..120 {
            let stranger = app.anybody().from_address(&format!("2001:db8:1:2::{number:x}"), "");
            try_sign_in(&stranger, &format!("p{number}@example.org")).await;
        }
        let there = app.anybody().from_address("2001:db8:1:2:ffff::1", "");
        assert_eq!(try_sign_in(&there, "noor@example.org").await, 429);
        let elsewhere = app.anybody().from_address("2001:db8:1:3::1", "");
        assert_eq!(try_sign_in(&elsewhere, "noor@example.org").await, 422);
    }
);

story!(ground;
    /// Two programs on one database count together.
    async fn a_limit_holds_on_all_nodes(app) {
        let other = TestApp::on(app.db().clone(), app.clock().clone(), ground());
        for number in 0..10 {
            let node = if number % 2 == 0 { &app } else { &other };
            assert_eq!(try_sign_in(&node.anybody(), "noor@example.org").await, 422);
        }
        assert_eq!(try_sign_in(&app.anybody(), "noor@example.org").await, 429);
        assert_eq!(try_sign_in(&other.anybody(), "noor@example.org").await, 429);
    }
);

passerelle_store::sql! {
    #[allow(dead_code, reason = "the list is for crates that bring statements")]
    STATEMENTS;
    KEYS = "SELECT key FROM tries";
}

story!(ground;
    async fn no_address_lies_in_the_table(app) {
        let visitor = app.anybody().from_address("192.0.2.1", "");
        try_sign_in(&visitor, "noor@example.org").await;
        let mut tx = app.db().begin_read().await.unwrap();
        let keys: Vec<String> = tx.query(KEYS, &[], |row| row.get(0)).await.unwrap();
        assert_eq!(keys.len(), 3);
        assert!(keys.iter().all(|key| key.len() == 64 && !key.contains("noor") && !key.contains("192")), "{keys:?}");
    }
);

/// Many tries of many clients at the same time on one node: never more than the figures allow.
#[test]
fn tries_at_the_same_moment_are_counted_one_by_one() {
    for engine in [passerelle_testkit::Engine::Sqlite, passerelle_testkit::Engine::Postgres] {
        TestApp::run(engine, ground, |app| async move {
            let tries = (0..40).map(|_| {
                let visitor = app.anybody();
                passerelle_testkit::tokio::spawn(async move { try_sign_in(&visitor, "noor@example.org").await })
            });
            let mut allowed = 0;
            for answer in tries.collect::<Vec<_>>() {
                allowed += usize::from(answer.await.unwrap() == 422);
            }
            assert_eq!(allowed, 10, "{}", app.db().engine_name());
        });
    }
}
