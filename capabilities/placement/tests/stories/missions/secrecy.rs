//! The private list leaves no trace: neither a name, nor a count, nor a difference to any other reason.

use passerelle_kernel::Id;
use passerelle_placement::{
    actions::missions::{AvoidedPlace, Terms, set_not_there, set_terms},
    outside::Person as Account,
};
use passerelle_testkit::{TestApp, story};

use super::ground::{capabilities, date, french, ground};

const UNTIL: [&str; 3] = ["until-day", "until-month", "until-year"];
const PLACES: &str = "/me/peer/places";

/// The form that puts an institution on the list.
fn add(place: &str) -> [(&str, &str); 3] {
    [("act", "1"), ("kind", "institution"), ("place", place)]
}

passerelle_store::sql! {
    STATEMENTS;
    EVENTS = "SELECT COUNT(*) FROM event";
    JOBS = "SELECT COUNT(*) FROM job";
}

passerelle_store::sql! {
    #[allow(dead_code, reason = "the list is for crates that bring statements")]
    LISTS;
    SEALED = "SELECT person_id, places FROM private_list ORDER BY person_id";
    SPOIL = "UPDATE private_list SET places = substr(places, 2)";
    OWNERS = "SELECT owner_id FROM data_key WHERE owner_kind = 'person' ORDER BY owner_id";
}

/// The sealed lists as they lie in the table, by person.
async fn sealed(app: &TestApp) -> Vec<(String, Vec<u8>)> {
    let mut tx = app.db().begin_read().await.unwrap();
    tx.query(SEALED, &[], |row| Ok((row.get(0)?, row.get(1)?))).await.unwrap()
}

/// How many events and jobs there are.
async fn traces(app: &TestApp) -> Vec<i64> {
    let mut tx = app.db().begin_read().await.unwrap();
    let mut counts = Vec::new();
    for sql in STATEMENTS {
        counts.push(tx.one(sql, &[], |row| row.get(0)).await.unwrap());
    }
    counts
}

story!(capabilities;
    async fn a_place_on_the_private_list_leaves_no_trace(app) {
        let g = ground(app).await;
        let mission = g.ready(&g.coralie, g.mobile, "Aller vers").await;
        let proposals = format!("/missions/{mission}/proposals");
        g.coralie.get(&proposals).await.assert_sees("Noor").assert_sees("Paul");
        let mut changed = g.app.db().changes();
        let before = traces(&g.app).await;

        let found = g.noor.post(PLACES, &[("name", "saint martin")]).await;
        found.assert_ok().assert_sees("Équipe mobile, Hôpital Saint-Martin").assert_sees("Toutes les équipes de cet établissement");
        let place = g.institution.to_string();
        let listed = g.noor.post(PLACES, &add(&place)).await;
        g.noor.follow(&listed).await.assert_sees("Votre liste est à jour.").assert_sees("Hôpital Saint-Martin");

        assert_eq!(traces(&g.app).await, before);
        assert!(changed.try_recv().is_err(), "live pages heard of it");
        let with_list = g.coralie.get(&proposals).await;
        with_list.assert_ok().assert_sees("Paul").assert_lacks("Noor").assert_lacks(&g.noor.id().to_string());
        for path in ["/missions", &format!("/missions/{mission}"), &format!("/missions/{mission}/schedule")] {
            g.coralie.get(path).await.assert_ok().assert_lacks("Noor");
        }
        // The page is the same, letter by letter, as when the peer only wants no proposals for now.
        set_not_there(&g.app.ctx(&g.noor).await, AvoidedPlace::Institution(g.institution), false).await.unwrap();
        g.coralie.get(&proposals).await.assert_sees("Noor");
        let paused = Terms { paused: true, version: 1, ..french() };
        set_terms(&g.app.ctx(&g.noor).await, &paused).await.unwrap();
        assert_eq!(g.coralie.get(&proposals).await.text(), with_list.text());
    }
);

story!(capabilities;
    /// A proposal by hand is refused in the same words for a place on the list and for somebody unknown.
    async fn a_proposal_by_hand_tells_nothing(app) {
        let g = ground(app).await;
        let mission = g.ready(&g.coralie, g.mobile, "Aller vers").await;
        set_not_there(&g.app.ctx(&g.noor).await, AvoidedPlace::Team(g.mobile), true).await.unwrap();
        let ask = async |peer: Id<Account>| {
            let peer = peer.to_string();
            let mut fields = date(UNTIL, ["20", "9", "2026"]);
            fields.push(("peer", &peer));
            g.coralie.post(&format!("/missions/{mission}/proposals"), &fields).await
        };
        let (listed, unknown) = (ask(g.noor.id()).await, ask(g.app.new_id()).await);
        listed.assert_refused().assert_sees("Cette mission ne peut pas être proposée à cette personne.");
        assert_eq!((listed.status(), listed.text()), (unknown.status(), unknown.text()));
        g.noor.get("/proposals").await.assert_sees("Rien n’est proposé");
        let other = g.ready(&g.coralie, g.unit, "Unité 4, le jeudi").await;
        g.coralie.get(&format!("/missions/{other}/proposals")).await.assert_sees("Noor");
    }
);

story!(capabilities;
    async fn what_was_proposed_before_disappears_quietly(app) {
        let g = ground(app).await;
        let mission = g.ready(&g.coralie, g.mobile, "Aller vers").await;
        let proposal = g.proposed(&g.coralie, mission, &g.noor).await;
        let offer = format!("/proposals/{proposal}");
        g.noor.post(&offer, &[("version", "8"), ("reply", "yes")]).await.assert_redirected();
        let proposals = format!("/missions/{mission}/proposals");
        g.coralie.get(&proposals).await.assert_sees("Convenir de la mission Noor");

        set_not_there(&g.app.ctx(&g.noor).await, AvoidedPlace::Team(g.mobile), true).await.unwrap();
        g.coralie.get(&proposals).await.assert_ok().assert_lacks("Noor").assert_lacks("Convenir").assert_lacks("Les réponses");
        g.noor.get(&offer).await.assert_not_found();
        g.noor.post(&offer, &[("version", "8"), ("reply", "yes")]).await.assert_not_found();
        g.noor.get("/proposals").await.assert_sees("Rien n’est proposé");
        g.noor.get("/today").await.assert_ok().assert_lacks("Aller vers");
        let id = proposal.to_string();
        g.coralie.post(&format!("/missions/{mission}/agree"), &[("proposal", &id)]).await.assert_not_found();
        g.coralie.get(&format!("/missions/{mission}")).await.assert_lacks("Noor");
    }
);

story!(capabilities;
    async fn nobody_else_reads_what_a_peer_prefers(app) {
        let g = ground(app).await;
        for path in ["/me/peer", PLACES] {
            g.coralie.get(path).await.assert_forbidden();
            g.noor.get(path).await.assert_ok();
        }
        let place = g.institution.to_string();
        g.coralie.post(PLACES, &add(&place)).await.assert_forbidden();
        g.noor.post(PLACES, &add(&place)).await.assert_redirected();
        g.paul.get(PLACES).await.assert_lacks("Saint-Martin");
        g.noor.get(PLACES).await.assert_sees("Hôpital Saint-Martin");
        let remove = [("act", "2"), ("kind", "institution"), ("place", &place)];
        g.noor.post(PLACES, &remove).await.assert_redirected();
        g.noor.get(PLACES).await.assert_sees("La liste est vide.").assert_lacks("Saint-Martin");
        g.noor.post(PLACES, &[("act", "1"), ("kind", "town"), ("place", &place)]).await.assert_refused();

        g.noor.post("/me/peer", &[("version", "1"), ("ceiling", "70")]).await.assert_refused().assert_sees("48 heures");
        let terms = [("version", "1"), ("ceiling", "6 h 30"), ("language", "fr"), ("mode", "bicycle"), ("most", "40")];
        g.noor.post("/me/peer", &terms).await.assert_redirected();
        g.noor.post("/me/peer", &terms).await.assert_refused().assert_sees("a changé ces informations");
        let page = g.noor.get("/me/peer").await.html();
        assert!(page.contains("value=\"6:30\"") && page.contains("value=\"40\""), "{page}");
        let mission = g.ready(&g.coralie, g.mobile, "Sept heures").await;
        g.coralie.get(&format!("/missions/{mission}/proposals")).await.assert_sees("Paul").assert_lacks("Noor");
    }
);

story!(capabilities;
    /// Who holds the database sees as many lists as there are peers, all of the same length, and the next day all of
    /// them are other bytes: it tells neither who uses a list, nor what is on it, nor who changed theirs.
    async fn the_table_tells_nothing_about_anybody(app) {
        let g = ground(app).await;
        set_not_there(&g.app.ctx(&g.noor).await, AvoidedPlace::Institution(g.institution), true).await.unwrap();
        g.app.run_schedules().await;
        night(&g.app, "2026-09-08").await;
        let first = sealed(&g.app).await;
        let mut peers = [g.noor.id().to_string(), g.paul.id().to_string()];
        peers.sort();
        assert_eq!(first.iter().map(|(person, _)| person.clone()).collect::<Vec<_>>(), peers);
        assert_eq!(first[0].1.len(), first[1].1.len());
        let mut tx = g.app.db().begin_read().await.unwrap();
        let owners: Vec<String> = tx.query(OWNERS, &[], |row| row.get(0)).await.unwrap();
        drop(tx);
        assert_eq!(owners, peers, "everybody has a key");
        for id in [g.institution.to_string(), g.mobile.to_string()] {
            assert!(first.iter().all(|(_, bytes)| !bytes.windows(id.len()).any(|part| part == id.as_bytes())));
        }
        for _ in 0..20 {
            let place = AvoidedPlace::Team(g.app.new_id());
            set_not_there(&g.app.ctx(&g.noor).await, place, true).await.unwrap();
        }
        let changed = sealed(&g.app).await;
        assert!(changed.iter().all(|(_, bytes)| bytes.len() == first[0].1.len()));
        night(&g.app, "2026-09-09").await;
        let next = sealed(&g.app).await;
        assert!(first.iter().zip(&next).all(|(before, after)| before.1 != after.1), "the same bytes as the day before");
        g.noor.get(PLACES).await.assert_sees("Hôpital Saint-Martin");
    }
);

/// Moves to the morning of a day, and does what came back in the night.
async fn night(app: &TestApp, day: &str) {
    app.go_to(day);
    assert!(app.run_schedules().await > 0);
}

story!(capabilities;
    /// A list that was spoiled or moved to another person opens for nobody: its peer is sent nowhere, and begins it anew.
    async fn a_list_that_does_not_open_names_every_place(app) {
        let g = ground(app).await;
        let mission = g.ready(&g.coralie, g.mobile, "Aller vers").await;
        let other = g.proposed(&g.coralie, mission, &g.noor).await;
        let proposals = format!("/missions/{mission}/proposals");
        set_not_there(&g.app.ctx(&g.noor).await, AvoidedPlace::Team(g.unit), true).await.unwrap();
        g.coralie.get(&proposals).await.assert_sees("Noor");
        let mut tx = g.app.write().await;
        tx.execute(SPOIL, &[]).await.unwrap();
        tx.commit().await.unwrap();
        g.coralie.get(&proposals).await.assert_sees("Paul").assert_lacks("Noor");
        g.noor.get(&format!("/proposals/{other}")).await.assert_not_found();
        g.noor.get(PLACES).await.assert_sees("Votre liste ne peut plus être lue");
        let place = g.app.new_id::<()>().to_string();
        g.noor.post(PLACES, &add(&place)).await.assert_redirected();
        g.noor.get(PLACES).await.assert_lacks("ne peut plus être lue");
        g.coralie.get(&proposals).await.assert_sees("Noor");
    }
);

story!(capabilities;
    /// There is room for fifty places; what was typed stays.
    async fn a_full_list_says_so(app) {
        let g = ground(app).await;
        for _ in 0..50 {
            let place = AvoidedPlace::Team(g.app.new_id());
            set_not_there(&g.app.ctx(&g.noor).await, place, true).await.unwrap();
        }
        let place = g.app.new_id::<()>().to_string();
        let refused = g.noor.post(PLACES, &add(&place)).await;
        refused.assert_refused().assert_sees("Votre liste est pleine");
    }
);
