//! A person chooses who sees what of them, and each audience sees that and nothing else.

use passerelle_directory::{
    Country, OrganisationId, OrganisationKind, PersonFacts, PersonId, Role, SpokenLanguages,
    actions::{choose_visibility, create_organisation, create_person, link_to_network},
    seen_person,
    visibility::{Audience, Need, PersonFact, Visibility},
};
use passerelle_testkit::{Person, TestApp, story};

use super::ground::{Ground, capabilities, ground, named};

const EMAIL: &str = "noor@espairs.example";
const PHONE: &str = "+33 6 00 00 00 01";

/// A peer with everything that can be shown, in a browser of her own.
async fn noor(app: &TestApp, g: &Ground) -> (PersonId, Person) {
    let facts = PersonFacts {
        name: "Noor Amandier".into(),
        email: Some(EMAIL.into()),
        phone: Some(PHONE.into()),
        country: Country::FRANCE,
        town: Some("Villeurbanne".into()),
        languages: SpokenLanguages::parse("ar fr").unwrap(),
        ..PersonFacts::default()
    };
    let id = create_person(&g.ctx, &facts, Role::Peer, g.association, None).await.unwrap();
    (id, app.known(EMAIL).await)
}

/// What stands on a page for each fact.
fn trace(fact: PersonFact) -> &'static str {
    match fact {
        PersonFact::Name => "Noor Amandier",
        PersonFact::Role => "Pair-aidance",
        PersonFact::Email => EMAIL,
        PersonFact::Phone => "600000001",
        PersonFact::Town => "Villeurbanne",
        PersonFact::Languages => "Arabe",
    }
}

story!(capabilities;
    /// Audiences × facts, on the page that shows oneself as others do: each cell opened alone.
    async fn the_page_shows_each_audience_exactly_what_it_sees(app) {
        let g = ground(&app).await;
        let (_, noor) = noor(&app, &g).await;
        let about_me = noor.get("/account/data").await;
        about_me.assert_ok().assert_sees("Choisir qui voit quoi de moi");
        assert!(about_me.html().contains(r#"href="/me/visibility""#));
        noor.get("/me/visibility").await.assert_ok().assert_sees("Qui voit quoi de moi").assert_sees("600000001");
        for audience in Audience::ALL {
            for fact in PersonFact::ALL {
                let fields = [("name", audience.as_str()), (fact.as_str(), audience.as_str())];
                noor.post("/me/visibility", &fields).await.assert_redirected();
                for other in Audience::ALL {
                    let page = noor.get(&format!("/me/visibility/seen?as={}", other.as_str())).await;
                    page.assert_ok();
                    let main = page.html().split("<main").nth(1).unwrap().to_owned();
                    for seen in PersonFact::ALL {
                        let chosen = other == audience && (seen == fact || *seen == PersonFact::Name);
                        let wanted = chosen || Need::of(*other, *seen).is_some();
                        let found = main.replace([' ', '\u{a0}'], "").contains(&trace(*seen).replace(' ', ""));
                        assert_eq!(found, wanted, "{fact:?} opened to {audience:?}: {other:?} and {seen:?}");
                    }
                }
            }
        }
    }
);

story!(capabilities;
    async fn the_least_is_shown_until_the_person_chooses(app) {
        let g = ground(&app).await;
        let (id, noor) = noor(&app, &g).await;
        let path = format!("/people/{id}");
        let carla = app.person("Carla", Role::Coordinator, g.association, None).await;
        carla.get(&path).await.assert_sees(EMAIL).assert_sees("Villeurbanne").assert_sees("Arabe")
            .assert_lacks("600000001").assert_sees("La personne ne montre pas cette information.");
        carla.get(&format!("{path}/edit")).await.assert_lacks("600000001");

        // A form that does not show the number does not remove it.
        let edit = [("name", "Noor Amandier"), ("email", EMAIL), ("town", "Lyon"), ("country", "FR"), ("languages", "ar fr"),
            ("language", "fr"), ("phone", ""), ("version", "1")];
        carla.post(&path, &edit).await.assert_redirected();
        noor.get("/me/visibility").await.assert_sees("600000001");
        noor.post("/me/visibility", &[("phone", "coordinators")]).await.assert_redirected();
        carla.get(&path).await.assert_sees("600000001");
        carla.get(&format!("{path}/edit")).await.assert_ok();
        let edit = [("name", "Noor Amandier"), ("email", EMAIL), ("town", "Lyon"), ("country", "FR"), ("languages", "ar fr"),
            ("language", "fr"), ("phone", ""), ("version", "2")];
        carla.post(&path, &edit).await.assert_redirected();
        noor.get("/me/visibility").await.assert_lacks("600000001");
    }
);

async fn network_of(app: &TestApp, g: &Ground) -> (OrganisationId, OrganisationId) {
    let network =
        create_organisation(&g.ctx, &named(OrganisationKind::Federation, "Réseau Nord", "Lille")).await.unwrap();
    let other =
        create_organisation(&g.ctx, &named(OrganisationKind::Association, "Les Voisins", "Lille")).await.unwrap();
    let eli = app.person("Eli", Role::Admin, other, None).await;
    link_to_network(&g.ctx, network, g.association, app.today()).await.unwrap();
    link_to_network(&app.ctx(&eli).await, network, other, app.today()).await.unwrap();
    (network, other)
}

story!(capabilities;
    async fn colleagues_and_the_network_see_those_who_show_themselves(app) {
        let g = ground(&app).await;
        let (id, noor) = noor(&app, &g).await;
        let (_, other) = network_of(&app, &g).await;
        let path = format!("/organisations/{}/people", g.association);
        let pia = app.person("Pia", Role::Peer, g.association, None).await;
        let near = app.person("Nil", Role::Coordinator, other, None).await;
        let far = app.person("Far", Role::Coordinator, app.new_id(), None).await;
        let head = app.person("Hal", Role::Head, g.institution, None).await;
        for reader in [&pia, &near, &far] {
            reader.get(&path).await.assert_ok().assert_lacks("Noor Amandier").assert_lacks(EMAIL);
        }
        noor.post("/me/visibility", &[("name", "colleagues"), ("phone", "colleagues"), ("name", "network")]).await.assert_redirected();
        pia.get(&path).await.assert_sees("Noor Amandier").assert_sees("600000001").assert_lacks(EMAIL).assert_lacks("Villeurbanne");
        g.admin.get(&path).await.assert_sees("Noor Amandier").assert_lacks(EMAIL);
        near.get(&path).await.assert_sees("Noor Amandier").assert_lacks("600000001").assert_lacks("Pair-aidance").assert_lacks(EMAIL);
        far.get(&path).await.assert_lacks("Noor Amandier");
        head.get(&path).await.assert_not_found();
        app.anybody().get(&path).await.assert_redirected_to_sign_in(&path);

        noor.post("/me/visibility", &[]).await.assert_redirected();
        pia.get(&path).await.assert_lacks("Noor Amandier");
        let mut tx = app.db().begin_read().await.unwrap();
        assert_eq!(seen_person(&mut tx, g.association, id, Audience::Network, app.today()).await.unwrap(), None);
        let teams = seen_person(&mut tx, g.association, id, Audience::Teams, app.today()).await.unwrap().unwrap();
        assert_eq!((teams.name.as_str(), teams.email, teams.phone, teams.town), ("Noor Amandier", None, None, None));
    }
);

story!(capabilities;
    async fn a_choice_is_recorded_by_its_codes_and_only_the_person_makes_it(app) {
        let g = ground(&app).await;
        let (id, noor) = noor(&app, &g).await;
        let ctx = app.ctx(&noor).await;
        choose_visibility(&ctx, g.association, &Visibility::of([(Audience::Teams, PersonFact::Phone)])).await.unwrap();
        let mut tx = app.db().begin_read().await.unwrap();
        let past = passerelle_store::history(&mut tx, &id.to_string()).await.unwrap();
        assert!(past.iter().any(|event| event.kind == "visibility-changed" && event.actor == Some(id.to_string())));
        drop(tx);
        // Somebody without a record has nothing to show, and nobody else's to change.
        let stranger = app.stranger("Zoé").await;
        stranger.get("/me/visibility").await.assert_ok().assert_sees("Aucune association ne garde de fiche sur vous");
        stranger.post("/me/visibility", &[("name", "network")]).await.assert_not_found();
    }
);
