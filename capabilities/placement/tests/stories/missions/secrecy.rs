//! The private list leaves no trace: neither a name, nor a count, nor a difference to any other reason.

use passerelle_kernel::Id;
use passerelle_placement::{
    actions::missions::{AvoidedPlace, Terms, set_not_there, set_terms},
    outside::Person as Account,
};
use passerelle_testkit::{TestApp, story};

use super::ground::{capabilities, date, french, ground};

const UNTIL: [&str; 3] = ["until-day", "until-month", "until-year"];

passerelle_store::sql! {
    STATEMENTS;
    EVENTS = "SELECT COUNT(*) FROM event";
    JOBS = "SELECT COUNT(*) FROM job";
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

        let found = g.noor.post("/me/not-there/look", &[("name", "saint martin")]).await;
        found.assert_ok().assert_sees("Équipe mobile, Hôpital Saint-Martin").assert_sees("Toutes les équipes de cet établissement");
        let place = g.institution.to_string();
        let listed = g.noor.post("/me/not-there", &[("kind", "institution"), ("place", &place)]).await;
        g.noor.follow(&listed).await.assert_sees("Le lieu est dans votre liste.").assert_sees("Hôpital Saint-Martin");

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
        let id = proposal.to_string();
        g.coralie.post(&format!("/missions/{mission}/agree"), &[("proposal", &id)]).await.assert_not_found();
        g.coralie.get(&format!("/missions/{mission}")).await.assert_lacks("Noor");
    }
);

story!(capabilities;
    async fn nobody_else_reads_what_a_peer_prefers(app) {
        let g = ground(app).await;
        for path in ["/me/peer", "/me/not-there"] {
            g.coralie.get(path).await.assert_forbidden();
            g.noor.get(path).await.assert_ok();
        }
        let place = g.institution.to_string();
        g.coralie.post("/me/not-there", &[("kind", "institution"), ("place", &place)]).await.assert_forbidden();
        g.noor.post("/me/not-there", &[("kind", "institution"), ("place", &place)]).await.assert_redirected();
        g.paul.get("/me/not-there").await.assert_lacks("Saint-Martin");
        g.noor.post("/me/not-there/remove", &[("kind", "institution"), ("place", &place)]).await.assert_redirected();
        g.noor.get("/me/not-there").await.assert_sees("La liste est vide.").assert_lacks("Saint-Martin");

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
