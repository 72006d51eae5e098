//! The pages about people.

use passerelle_access::session::Factors;
use passerelle_directory::{PersonFacts, Role, actions::create_person};
use passerelle_testkit::story;

use super::ground::{capabilities, ground};

story!(capabilities;
    async fn the_coordination_invites_a_referent_who_comes_in(app) {
        let g = ground(&app).await;
        let carla = app.person("Carla", Role::Coordinator, g.association, None).await;
        carla.get("/people").await.assert_ok().assert_sees("Maud");
        carla.get(&format!("/people/new?role=referent&team={}", g.team)).await.assert_ok().assert_sees("Équipe mobile Nord");
        let team = g.team.to_string();
        let sam = [("name", "Sam Roy"), ("email", "sam@example.org"), ("role", "referent"), ("team", team.as_str())];

        let refused = carla.post("/people", &[("name", ""), ("email", "sam"), ("role", "referent"), ("town", "Lille")]).await;
        refused.assert_refused().assert_sees("Écrivez un nom.").assert_sees("Choisissez l’équipe");
        assert!(refused.html().contains("value=\"Lille\""), "what was typed stays");

        carla.post("/people", &sam).await.assert_redirected();
        carla.post("/people", &sam).await.assert_refused().assert_sees("Une personne de votre association a déjà cette adresse e-mail.");
        let list = carla.get("/people").await;
        list.assert_sees("Sam Roy").assert_sees("Référence d’équipe · Équipe mobile Nord").assert_sees("Compte pas encore ouvert");
        assert_eq!(app.mails().await.len(), 1);

        let peer = app.person("Pia", Role::Peer, g.association, None).await;
        peer.get("/people").await.assert_forbidden();
        peer.post("/people", &sam).await.assert_forbidden();
        peer.get(&format!("/people/{}", g.founder)).await.assert_not_found();
    }
);

story!(capabilities;
    async fn people_of_another_association_are_not_there(app) {
        let g = ground(&app).await;
        let eli = app.person("Eli", Role::Admin, app.new_id(), None).await;
        eli.get("/people").await.assert_ok().assert_lacks("Maud").assert_sees("Personne pour le moment");
        let maud = format!("/people/{}", g.founder);
        for path in [maud.clone(), format!("{maud}/edit"), format!("{maud}/ending")] {
            eli.get(&path).await.assert_not_found();
            g.admin.get(&maud).await.assert_ok().assert_sees("Maud").assert_sees("Les autres associations ne la voient pas.");
        }
        eli.post(&format!("{maud}/invitations"), &[]).await.assert_not_found();
        eli.post(&maud, &[("name", "Autre"), ("version", "1")]).await.assert_not_found();
        eli.post(&format!("{maud}/roles"), &[("role", "peer")]).await.assert_not_found();
        g.admin.get(&maud).await.assert_sees("Maud").assert_sees("maud@example.org");
        assert!(app.mails().await.is_empty());
    }
);

story!(capabilities;
    async fn a_role_is_given_and_ended_and_the_town_may_be_unknown(app) {
        let g = ground(&app).await;
        let noor = PersonFacts { name: "Noor".into(), ..PersonFacts::default() };
        let id = create_person(&g.ctx, &noor, Role::Peer, g.association, None).await.unwrap();
        let path = format!("/people/{id}");
        let shown = g.admin.get(&path).await;
        shown.assert_sees("Pair-aidance").assert_sees("sans fin prévue").assert_sees("Ajoutez d’abord une adresse e-mail");
        g.admin.post(&format!("{path}/roles"), &[("role", "peer")]).await.assert_refused().assert_sees("La personne a déjà ce rôle.");
        g.admin.post(&format!("{path}/roles"), &[("role", "treasurer")]).await.assert_redirected();

        let ending = shown.html().split("ending?membership=").nth(1).unwrap()[..36].to_owned();
        g.admin.get(&format!("{path}/ending?membership={ending}")).await.assert_ok().assert_sees("Terminer un rôle de Noor");
        let last = |year| [("membership", ending.as_str()), ("last-day", "6"), ("last-month", "9"), ("last-year", year)];
        let early = g.admin.post(&format!("{path}/ending"), &last("2025")).await;
        early.assert_refused().assert_sees("Le dernier jour est avant le premier.");
        g.admin.post(&format!("{path}/ending"), &last("2026")).await.assert_refused();
        app.go_to("2026-09-08");
        let last = [("membership", ending.as_str()), ("last-day", "7"), ("last-month", "9"), ("last-year", "2026")];
        g.admin.post(&format!("{path}/ending"), &last).await.assert_redirected();
        g.admin.get(&path).await.assert_sees("Trésorerie").assert_sees("07/09/2026");
        g.admin.get("/people").await.assert_lacks("Pair-aidance ·");

        app.prove(&g.admin, Factors::One).await;
        let edit = [("name", "Noor El"), ("town", "Nulleville-sur-Rien"), ("country", "FR"), ("language", "fr"), ("version", "1")];
        g.admin.post(&path, &edit).await.assert_redirected();
        g.admin.get(&path).await.assert_sees("Noor El").assert_sees("Nous ne connaissons pas la ville");
        g.admin.post(&path, &edit).await.assert_refused().assert_sees("Une autre personne a changé cette fiche");
    }
);

story!(capabilities;
    async fn a_long_list_goes_on(app) {
        let g = ground(&app).await;
        for number in 0..53 {
            let facts = PersonFacts { name: format!("Personne {number:02}"), ..PersonFacts::default() };
            create_person(&g.ctx, &facts, Role::Peer, g.association, None).await.unwrap();
        }
        let first = g.admin.get("/people").await;
        first.assert_sees("Personne 48").assert_lacks("Personne 49");
        let href = first.html().split("href=\"/people?").nth(1).unwrap().split('"').next().unwrap().replace("&amp;", "&");
        let rest = g.admin.get(&format!("/people?{href}")).await;
        rest.assert_sees("Personne 49").assert_sees("Personne 52").assert_lacks("Personne 48").assert_lacks("Suite de la liste");
    }
);

story!(capabilities;
    /// Else whoever manages people could have the letters of an account sent to themselves, and come in.
    async fn nobody_else_changes_the_address_of_somebody_who_has_come_in(app) {
        let g = ground(&app).await;
        let facts = |name: &str, email: &str| PersonFacts { name: name.into(), email: Some(email.into()), ..PersonFacts::default() };
        let create = async |name, email| create_person(&g.ctx, &facts(name, email), Role::Peer, g.association, None).await.unwrap();
        let (noor, paul) = (create("Noor", "noor@example.org").await, create("Paul", "paul@example.org").await);
        app.known("noor@example.org").await;
        let edit = |name, email| [("name", name), ("email", email), ("country", "FR"), ("language", "fr"), ("version", "1")];
        let refused = g.admin.post(&format!("/people/{noor}"), &edit("Noor", "ada@example.org")).await;
        refused.assert_refused().assert_sees("elle change elle-même son adresse");
        g.admin.post(&format!("/people/{noor}"), &edit("Noor", "")).await.assert_refused();
        let refused = g.admin.post(&format!("/people/{noor}"), &edit("Noor El", "noor@example.org")).await;
        refused.assert_refused().assert_sees("elle change elle-même son nom");
        g.admin.post(&format!("/people/{noor}"), &edit("Noor", "Noor@Example.org")).await.assert_redirected();
        g.admin.get(&format!("/people/{noor}")).await.assert_sees("Noor").assert_sees("noor@example.org");
        // Nobody has come in to this account yet: the address was mistyped.
        g.admin.post(&format!("/people/{paul}"), &edit("Paul", "paul@neuf.example")).await.assert_redirected();
        g.admin.get(&format!("/people/{paul}")).await.assert_sees("paul@neuf.example");
    }
);
