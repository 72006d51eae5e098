//! Erasing: told before, taken back, carried out alone or by the association, and what is left.

use std::time::Duration;

use passerelle_access::{Role, session::Factors};
use passerelle_store::params;
use passerelle_testkit::{Person, TestApp, story};

use super::{capabilities, entered, first_claim, ground};

passerelle_store::sql! {
    #[allow(dead_code, reason = "the list is for crates that bring statements")]
    STATEMENTS;
    LEFT = "SELECT (SELECT count(*) FROM account WHERE email = ?1), (SELECT count(*) FROM person WHERE id = ?2),
        (SELECT count(*) FROM person_opened WHERE person_id = ?2), (SELECT count(*) FROM session WHERE account_id = ?2),
        (SELECT count(*) FROM membership WHERE account_id = ?2 AND until_on IS NULL),
        (SELECT count(*) FROM data_key WHERE owner_id = ?2 AND wrapped IS NOT NULL),
        (SELECT count(*) FROM claim WHERE person_id = ?2 AND words IS NOT NULL)";
    ALONE = "UPDATE membership SET role = 'coordinator' WHERE account_id = ?1";
}

fn days(app: &TestApp, number: u64) {
    app.clock().advance(Duration::from_secs(number * 86_400).try_into().unwrap());
}

/// What is left of a person: address, record, what they opened, sessions, roles, keys, words of claims.
async fn left(app: &TestApp, person: &Person, email: &str) -> [i64; 7] {
    let mut tx = app.db().begin_read().await.unwrap();
    let read = |row: &passerelle_store::Row<'_>| {
        Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?, row.get(6)?])
    };
    tx.one(LEFT, params![email, person.id()], read).await.unwrap()
}

story!(capabilities;
    /// Nothing is open: the person asks, waits a week in which it can be taken back, and the night erases.
    async fn a_person_erases_themselves_and_can_change_their_mind(app) {
        let g = ground(&app).await;
        app.run_schedules().await;
        g.noor.post("/me/visibility", &[("phone", "colleagues")]).await.assert_redirected();
        let words = [("kind", "objection"), ("about", "web-purpose-trail"), ("words", "Why do you keep this")];
        g.noor.post("/me/claims", &words).await.assert_redirected();
        let page = g.noor.get("/me/erasure").await;
        page.assert_ok().assert_sees("Ce qui sera effacé tout de suite Il n’en restera rien.").assert_sees("Votre fiche");
        page.assert_sees("Ce qui sera vidé").assert_sees("Votre compte");
        page.assert_sees("Vos rôles de pair-aidance").assert_sees("article 2224").assert_sees("Votre nom n’y est plus.");
        page.assert_sees("Rien n’est en cours. Vos données seront effacées 7 jours après votre demande");

        g.noor.post("/me/erasure", &[]).await.assert_redirected();
        g.noor.get("/me/erasure").await.assert_sees("Vous pouvez retirer votre demande jusqu’au 14/09/2026 à 9 h.");
        g.noor.post("/me/erasure", &[]).await.assert_refused().assert_sees("déjà demandé");
        g.noor.post("/me/erasure/withdrawal", &[]).await.assert_redirected();
        g.noor.post("/me/erasure/withdrawal", &[]).await.assert_not_found();
        days(&app, 8);
        app.run_schedules().await;
        assert_eq!(left(&app, &g.noor, "noor@example.org").await[..2], [1, 1], "taken back");

        app.prove(&g.noor, Factors::One).await;
        g.noor.post("/me/erasure", &[]).await.assert_redirected();
        days(&app, 6);
        app.run_schedules().await;
        assert_eq!(left(&app, &g.noor, "noor@example.org").await[..2], [1, 1], "not yet");
        days(&app, 2);
        app.run_schedules().await;
        assert_eq!(left(&app, &g.noor, "noor@example.org").await, [0; 7]);
        g.noor.get("/me/held").await.assert_redirected_to_sign_in("/me/held");
        let mails = app.mails().await;
        assert!(mails.iter().any(|mail| mail.to == "noor@example.org" && mail.subject == "Vos données sont effacées"));
        // Who worked with them reads that somebody was there.
        let claims = g.coralie.get("/claims").await;
        claims.assert_ok().assert_sees("une personne dont les données ont été effacées").assert_lacks("Noor");
        claims.assert_lacks("[erased]");
        g.coralie.get("/people").await.assert_ok().assert_lacks("Noor");
        let english = [("language", "en"), ("back", "/claims")];
        g.coralie.post("/language", &english).await.assert_redirected();
        g.coralie.get("/claims").await.assert_sees("a person whose data was erased");
        // The address is free for somebody else.
        entered(&app, &g.ada, g.association, "Noor", Role::Peer).await;
    }
);

story!(capabilities;
    /// The association sees the request, cannot be faster than the person's week, and says what it does.
    async fn the_association_carries_out_when_the_week_is_over(app) {
        let g = ground(&app).await;
        g.noor.post("/me/erasure", &[]).await.assert_redirected();
        let path = first_claim(&g.coralie).await;
        let page = g.coralie.get(&path).await;
        page.assert_ok().assert_sees("Noor demande l’effacement de ses données");
        page.assert_sees("jusqu’au 14/09/2026 à 9 h").assert_lacks("Effacer les données maintenant");
        g.coralie.post(&format!("{path}/erasure"), &[]).await.assert_refused().assert_sees("encore retirer");
        let done = [("outcome", "done"), ("words", "x")];
        g.coralie.post(&format!("{path}/answer"), &done).await.assert_refused();
        days(&app, 7);
        g.coralie.get(&path).await.assert_sees("Effacer les données maintenant");
        let asked = g.coralie.post(&format!("{path}/erasure"), &[]).await;
        assert!(asked.location().starts_with("/account/confirm"), "{}", asked.location());
        app.prove(&g.coralie, Factors::Two).await;
        g.coralie.post(&format!("{path}/erasure"), &[]).await.assert_redirected();
        assert_eq!(left(&app, &g.noor, "noor@example.org").await, [0; 7]);
        g.coralie.get(&path).await.assert_ok().assert_sees("Fait").assert_lacks("Noor");
        g.coralie.post(&format!("{path}/erasure"), &[]).await.assert_refused();
    }
);

story!(capabilities;
    /// The only administrator would leave an association alone: they are told, and the night leaves them.
    async fn the_only_administrator_stays_until_somebody_else_has_the_role(app) {
        let g = ground(&app).await;
        app.run_schedules().await;
        let eve = entered(&app, &g.ada, g.association, "Eve", Role::Admin).await;
        let mut tx = app.write().await;
        tx.execute(ALONE, params![g.ada.id()]).await.unwrap();
        tx.commit().await.unwrap();
        eve.get("/me/erasure").await.assert_sees("Vous êtes la seule personne à l’administration de votre association.");
        eve.post("/me/erasure", &[]).await.assert_redirected();
        days(&app, 8);
        app.run_schedules().await;
        assert_eq!(left(&app, &eve, "eve@example.org").await[..2], [1, 1]);
        entered(&app, &eve, g.association, "Zoe", Role::Admin).await;
        days(&app, 1);
        app.run_schedules().await;
        assert_eq!(left(&app, &eve, "eve@example.org").await[..2], [0, 0]);
    }
);

story!(capabilities;
    /// Three years after the last role a person goes by themselves, and not a day before.
    async fn whoever_left_long_ago_goes(app) {
        let g = ground(&app).await;
        app.run_schedules().await;
        let role = app.seat_of(&g.noor).await;
        let mut tx = app.write().await;
        passerelle_access::membership::end(&mut tx, role.id, app.today()).await.unwrap();
        tx.commit().await.unwrap();
        app.go_to("2029-09-07");
        app.run_schedules().await;
        assert_eq!(left(&app, &g.noor, "noor@example.org").await[..2], [1, 1], "the last day");
        assert_eq!(passerelle_privacy::leavers(app.app()).await.unwrap().people, 0);
        app.go_to("2029-09-08");
        let leavers = passerelle_privacy::leavers(app.app()).await.unwrap();
        assert_eq!((leavers.people, leavers.oldest.map(|day| day.to_string())), (1, Some("2026-09-07".to_owned())));
        assert_eq!(left(&app, &g.noor, "noor@example.org").await[..2], [1, 1], "counting changes nothing");
        app.run_schedules().await;
        assert_eq!(left(&app, &g.noor, "noor@example.org").await[..2], [0, 0]);
        // Those who have a role stay, however long ago they were entered.
        assert_eq!(left(&app, &g.coralie, "coralie@example.org").await[..2], [1, 1]);
    }
);
