//! A peer reads who has looked at what about them, who can see it, and why.

use passerelle_access::Role;
use passerelle_placement::{
    actions::hours as actions,
    hours::{Activity, Work},
    period::Month,
};
use passerelle_store::{params, trail};
use passerelle_testkit::{Person, TestApp, story};

use super::work::{capabilities, ground};

passerelle_store::sql! {
    #[allow(dead_code, reason = "the list is for crates that bring statements")]
    STATEMENTS;
    LOOKS = "SELECT count(*) FROM event WHERE kind = 'looked' AND person_id = ?1 AND coalesce(actor_id, '') = ?2";
}

const LOOKED: &str = "/account/data/who-looked";
const SEES: &str = "/account/data/who-sees";

/// How often it is written down that somebody has looked at the peer.
async fn looks(app: &TestApp, peer: &Person, by: Option<&Person>) -> i64 {
    let by = by.map(|by| by.id().to_string()).unwrap_or_default();
    let mut tx = app.db().begin_read().await.unwrap();
    tx.one(LOOKS, params![peer.id(), by], |row| row.get(0)).await.unwrap()
}

/// How many statements the page takes.
async fn cost(app: &TestApp, person: &Person, path: &str) -> u64 {
    let before = app.db().statements_run();
    person.get(path).await.assert_ok();
    app.db().statements_run() - before
}

story!(capabilities;
    async fn whoever_looks_is_written_down_once_a_day_and_the_peer_reads_it(app) {
        let g = ground(&app).await;
        let (mission, hours) = (format!("/missions/{}", g.mission), format!("/hours/missions/{}", g.mission));
        g.noor.get(LOOKED).await.assert_ok().assert_sees("Personne d’autre n’a regardé");
        g.coralie.get("/missions").await.assert_ok();
        let first = cost(&app, &g.coralie, &mission).await;
        let again = cost(&app, &g.coralie, &mission).await;
        assert_eq!((first, cost(&app, &g.coralie, &mission).await), (again + 2, again), "two statements, once a day");
        assert_eq!(looks(&app, &g.noor, Some(&g.coralie)).await, 1);
        g.coralie.get(&hours).await.assert_ok();
        g.ana.get(&mission).await.assert_ok();
        let page = g.noor.get(LOOKED).await;
        page.assert_ok().assert_sees("Coralie Coordination · Place of coordinator");
        page.assert_sees("Vos heures, pour en suivre le compte").assert_sees("Votre mission, pour savoir qui est où");
        page.assert_sees("Ana Référence d’équipe").assert_sees("07/09/2026");
        app.go_to("2026-09-08");
        g.coralie.get(&mission).await.assert_ok();
        assert_eq!(looks(&app, &g.noor, Some(&g.coralie)).await, 3, "two purposes, and one of them on another day");
        trail::link(app.db()).await.unwrap();
        let mut tx = app.db().begin_read().await.unwrap();
        trail::verify(&mut tx, None, None).await.unwrap().unwrap();
    }
);

story!(capabilities;
    async fn nobody_is_noted_who_was_shown_nothing_and_nobody_looks_at_oneself(app) {
        let g = ground(&app).await;
        let samir = app.person("Samir", Role::Coordinator, app.new_id(), None).await;
        samir.get(&format!("/missions/{}", g.mission)).await.assert_not_found();
        g.noor.get(&format!("/missions/{}", g.mission)).await.assert_ok();
        g.coralie.get("/missions").await.assert_ok().assert_sees("Noor");
        for person in [&samir, &g.noor, &g.coralie] {
            assert_eq!(looks(&app, &g.noor, Some(person)).await, 0);
        }
        // A list that shows more than names and places is a look at everybody on it.
        g.coralie.get("/hours").await.assert_ok();
        assert_eq!(looks(&app, &g.noor, Some(&g.coralie)).await, 0, "no hours, no row");
        let work = Work { on: "2026-09-07".parse().unwrap(), minutes: passerelle_kernel::Minutes(60), activity: Activity::Presence };
        actions::record(&app.ctx(&g.noor).await, g.mission, work).await.unwrap();
        g.coralie.get("/hours").await.assert_ok();
        assert_eq!(looks(&app, &g.noor, Some(&g.coralie)).await, 1);
        g.coralie.get(LOOKED).await.assert_ok().assert_lacks("Noor");
        app.anybody().get(LOOKED).await.assert_redirected_to_sign_in(LOOKED);
    }
);

story!(capabilities;
    async fn what_others_change_and_what_is_opened_by_a_link_is_read_too(app) {
        let g = ground(&app).await;
        let work = Work { on: "2026-09-07".parse().unwrap(), minutes: passerelle_kernel::Minutes(60), activity: Activity::Presence };
        actions::record(&app.ctx(&g.noor).await, g.mission, work).await.unwrap();
        actions::close_month(&app.ctx(&g.noor).await, g.mission, Month::parse("2026-09").unwrap()).await.unwrap();
        let mail = app.mails().await.into_iter().find(|mail| mail.text.contains("/confirm/")).unwrap();
        let link = mail.text.split_whitespace().find(|word| word.contains("/confirm/")).unwrap().to_owned();
        app.anybody().get(link.strip_prefix("http://localhost").unwrap()).await.assert_ok();
        assert_eq!(looks(&app, &g.noor, None).await, 1);
        let page = format!("/hours/confirm/{}", g.mission);
        g.ana.post(&page, &[("month", "2026-09")]).await.assert_redirected();
        let page = g.noor.get(LOOKED).await;
        page.assert_ok().assert_sees("par un lien reçu par e-mail");
        page.assert_sees("Vos heures, pour les confirmer dans l’équipe");
        page.assert_sees("Ana Référence d’équipe").assert_sees("A confirmé vos heures");
        page.assert_lacks("hours-recorded").assert_lacks("A changé quelque chose");
    }
);

story!(capabilities;
    async fn the_peer_reads_who_can_see_what_and_why(app) {
        let g = ground(&app).await;
        let page = g.noor.get(SEES).await;
        page.assert_ok().assert_sees("Référence d’équipe · Place of referent – Ana");
        page.assert_sees("Vos heures, pour en suivre le compte");
        page.assert_sees("pour chercher qui peut faire une mission Coordination · Place of coordinator – Coralie");
        page.assert_sees("Les lieux où vous ne voulez pas travailler Vous seulement.");
        let wishes = page.text().split("Comment vous voulez travailler, et vos réponses").nth(1).unwrap().to_owned();
        let wishes = wishes.split("Les demandes hors de la charte").next().unwrap().to_owned();
        assert!(!wishes.contains("Ana") && !wishes.contains("Tom"), "{wishes}");
        g.noor.get("/account/data").await.assert_sees("Qui a regardé").assert_sees("Qui peut voir, et pourquoi");
        g.coralie.get(SEES).await.assert_ok().assert_lacks("Vos missions");
    }
);
