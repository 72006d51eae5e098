//! Somebody who has lost everything comes back by the word of two people of the association.

use passerelle_access::{
    Role, authenticator,
    session::{self, Factors},
    token,
};
use passerelle_directory::{PersonFacts, actions::create_person};
use passerelle_testkit::{Person, TestApp, story};

use super::ground::{Ground, capabilities, ground};

const PHRASE: &str = "quatre ponts sur la Meuse";
const OPEN: &str = "/rescues/";
const STOP: &str = "/rescues/stop/";

async fn member(app: &TestApp, g: &Ground, name: &str, role: Role) -> Person {
    let email = format!("{}@example.org", name.to_lowercase());
    let facts = PersonFacts { name: name.into(), email: Some(email.clone()), ..PersonFacts::default() };
    create_person(&g.ctx, &facts, role, g.association, None).await.unwrap();
    app.known(&email).await
}

/// Two coordinators who have given two proofs, and a peer who has an app and no phone.
async fn people(app: &TestApp, g: &Ground) -> (Person, Person, Person) {
    let carla = member(app, g, "Carla", Role::Coordinator).await;
    let ines = member(app, g, "Ines", Role::Coordinator).await;
    let noor = member(app, g, "Noor", Role::Peer).await;
    app.prove(&carla, Factors::Two).await;
    app.prove(&ines, Factors::Two).await;
    let mut tx = app.write().await;
    authenticator::prepare(&mut tx, noor.id(), app.db().chance()).await.unwrap();
    tx.commit().await.unwrap();
    (carla, ines, noor)
}

/// The links in the letters to Noor that begin like this.
async fn links(app: &TestApp, beginning: &str) -> Vec<String> {
    let mails = app.mails().await;
    let lines = mails.iter().filter(|mail| mail.to == "noor@example.org").flat_map(|mail| mail.text.lines());
    let paths = lines.filter_map(|line| line.strip_prefix("http://localhost"));
    let is_stop = |path: &&str| path.starts_with("/rescues/stop/");
    paths
        .filter(|path| path.starts_with(beginning) && (beginning == STOP || !is_stop(path)))
        .map(str::to_owned)
        .collect()
}

story!(capabilities;
    async fn two_people_who_met_the_person_open_the_way_at_once(app) {
        let g = ground(&app).await;
        let (carla, ines, noor) = people(&app, &g).await;
        let path = format!("/people/{}/rescue", noor.id());
        carla.get(&path).await.assert_ok().assert_sees("Aider Noor à retrouver son compte");
        carla.post(&path, &[("met", "yes")]).await.assert_redirected();
        let warned = app.mails().await;
        assert_eq!((warned.len(), warned[0].subject.as_str()), (1, "On aide quelqu’un à retrouver votre compte"));
        assert!(warned[0].text.contains("Carla"));
        // The same person twice is one person.
        carla.get(&path).await.assert_sees("Une autre personne doit le faire");
        carla.post(&path, &[("met", "yes")]).await.assert_refused();
        ines.get(&path).await.assert_sees("Vous êtes la deuxième");
        ines.post(&path, &[("met", "yes")]).await.assert_redirected();
        let link = links(&app, OPEN).await.remove(0);
        let visitor = app.anybody();
        visitor.get(&link).await.assert_ok().assert_sees("Choisissez un nouveau mot de passe");
        noor.get("/me").await.assert_ok();
        app.with_token(&noor, &[]).await;
        visitor.post(&link, &[("password", "court")]).await.assert_refused();
        assert_eq!(visitor.post(&link, &[("password", PHRASE)]).await.location(), "/account");
        // What was open or known before is closed.
        noor.get("/me").await.assert_redirected_to_sign_in("/me");
        visitor.get("/account").await.assert_ok().assert_sees("Noor").assert_sees("Aucune");
        app.anybody().post(&link, &[("password", PHRASE)]).await.assert_sees("Ce lien a déjà servi");
        let mut tx = app.db().begin_read().await.unwrap();
        let past = passerelle_store::history(&mut tx, &noor.id().to_string()).await.unwrap();
        let mut kinds: Vec<&str> = past.iter().map(|event| event.kind.as_str()).filter(|kind| kind.starts_with("rescue")).collect();
        // All of it happened in one moment.
        kinds.sort_unstable();
        assert_eq!(kinds, ["rescue-confirmed-first", "rescue-confirmed-second", "rescue-used"]);
        assert_eq!(session::of_account(&mut tx, noor.id()).await.unwrap().len(), 1);
        assert_eq!(token::of_account(&mut tx, noor.id(), app.today()).await.unwrap().len(), 0, "programs too");
    }
);

story!(capabilities;
    async fn without_having_met_a_day_passes_and_the_person_may_stop_it(app) {
        let g = ground(&app).await;
        let (carla, ines, noor) = people(&app, &g).await;
        let path = format!("/people/{}/rescue", noor.id());
        carla.post(&path, &[("met", "yes")]).await.assert_redirected();
        let stop = links(&app, STOP).await.remove(0);
        ines.post(&path, &[]).await.assert_redirected();
        assert_eq!(links(&app, OPEN).await.len(), 0, "no way in before a day has passed");
        let visitor = app.anybody();
        visitor.get(&stop).await.assert_ok().assert_sees("Ce n’était pas vous");
        app.clock().advance(jiff::SignedDuration::from_hours(23));
        assert_eq!(links(&app, OPEN).await.len(), 0);
        visitor.post(&stop, &[]).await.assert_ok().assert_sees("Tout est arrêté");
        app.clock().advance(jiff::SignedDuration::from_hours(2));
        assert_eq!(links(&app, OPEN).await.len(), 0, "what was stopped sends no link");
        // It may begin anew, and after a day the link comes.
        app.prove(&carla, Factors::Two).await;
        app.prove(&ines, Factors::Two).await;
        ines.post(&path, &[]).await.assert_redirected();
        carla.post(&path, &[("met", "yes")]).await.assert_redirected();
        app.clock().advance(jiff::SignedDuration::from_hours(25));
        let link = links(&app, OPEN).await.remove(0);
        visitor.get(&link).await.assert_ok().assert_sees("Choisissez un nouveau mot de passe");
    }
);

story!(capabilities;
    async fn who_has_given_one_proof_only_confirms_nothing(app) {
        let g = ground(&app).await;
        let (carla, ines, noor) = people(&app, &g).await;
        app.prove(&carla, Factors::One).await;
        let path = format!("/people/{}/rescue", noor.id());
        carla.get(&path).await.assert_ok().assert_sees("votre propre compte doit être protégé");
        carla.post(&path, &[("met", "yes")]).await.assert_refused();
        // Nobody helps themselves, nor somebody of another association, nor without having proved it just now.
        ines.post(&format!("/people/{}/rescue", ines.id()), &[("met", "yes")]).await.assert_refused();
        let eli = app.person("Eli", Role::Coordinator, app.new_id(), None).await;
        app.prove(&eli, Factors::Two).await;
        eli.get(&path).await.assert_not_found();
        eli.post(&path, &[("met", "yes")]).await.assert_not_found();
        noor.get(&path).await.assert_not_found();
        app.clock().advance(jiff::SignedDuration::from_mins(31));
        let asked = ines.post(&path, &[("met", "yes")]).await;
        assert!(asked.location().starts_with("/account/confirm"), "{}", asked.location());
        assert!(app.mails().await.is_empty());
    }
);

const NEW: &str = "noor@neuf.example";

/// The way in that was sent to the new address.
async fn way_at_new_address(app: &TestApp) -> Option<String> {
    let mails = app.mails().await;
    let lines = mails.iter().filter(|mail| mail.to == NEW).flat_map(|mail| mail.text.lines());
    lines.filter_map(|line| line.strip_prefix("http://localhost")).map(str::to_owned).next()
}

story!(capabilities;
    /// Who cannot read the old mailbox any more: the second one sees the new address, three days pass whoever met whom,
    /// the old mailbox is told and may stop it.
    async fn a_new_address_is_seen_by_both_and_waits_three_days(app) {
        let g = ground(&app).await;
        let (carla, ines, noor) = people(&app, &g).await;
        let path = format!("/people/{}/rescue", noor.id());
        let typed = carla.post(&path, &[("met", "yes"), ("email", "nulle part")]).await;
        assert!(typed.assert_refused().html().contains("value=\"nulle part\""), "what was typed stays");
        carla.post(&path, &[("met", "yes"), ("email", NEW)]).await.assert_redirected();
        ines.get(&path).await.assert_sees("Le lien partira vers une nouvelle adresse : noor@neuf.example");
        // The second one cannot lead the way elsewhere.
        ines.post(&path, &[("met", "yes"), ("email", "ines@ailleurs.example")]).await.assert_redirected();
        assert_eq!(links(&app, STOP).await.len(), 2, "the old mailbox is told each time");
        app.clock().advance(jiff::SignedDuration::from_hours(71));
        assert_eq!((way_at_new_address(&app).await, links(&app, OPEN).await.len()), (None, 0));
        app.clock().advance(jiff::SignedDuration::from_hours(2));
        let link = way_at_new_address(&app).await.unwrap();
        assert!(app.mails().await.iter().all(|mail| !mail.to.contains("ines@")));
        let visitor = app.anybody();
        visitor.post(&link, &[("password", PHRASE)]).await.assert_redirected();
        visitor.get("/account").await.assert_ok().assert_sees(NEW).assert_lacks("noor@example.org");
        let typed = [("email", NEW), ("password", PHRASE)];
        app.anybody().post("/sign-in", &typed).await.assert_redirected();
    }
);

story!(capabilities;
    async fn the_old_mailbox_stops_a_new_address(app) {
        let g = ground(&app).await;
        let (carla, ines, noor) = people(&app, &g).await;
        let path = format!("/people/{}/rescue", noor.id());
        carla.post(&path, &[("met", "yes"), ("email", NEW)]).await.assert_redirected();
        ines.post(&path, &[("met", "yes")]).await.assert_redirected();
        app.clock().advance(jiff::SignedDuration::from_hours(70));
        let stop = links(&app, STOP).await.remove(0);
        app.anybody().post(&stop, &[]).await.assert_ok().assert_sees("Tout est arrêté");
        app.clock().advance(jiff::SignedDuration::from_hours(3));
        assert_eq!(way_at_new_address(&app).await, None);
        noor.get("/account").await.assert_ok().assert_sees("noor@example.org");
    }
);
