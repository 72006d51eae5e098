//! Finding by words: what the reader's pages show, and nothing else.

use passerelle_directory::{
    Country, OrganisationFacts, OrganisationKind, PersonFacts, PersonId, Role,
    actions::{create_organisation, create_person, end_membership, link_to_network, update_organisation},
};
use passerelle_testkit::{Answer, Person, TestApp, story};
use passerelle_web::{run_due_jobs, search::index_if_empty};

use super::ground::{Ground, capabilities, ground, named};

passerelle_store::sql! {
    #[allow(dead_code, reason = "the list is for crates that bring statements")]
    STATEMENTS;
    NO_ENTRY = "DELETE FROM search_entry";
    NO_NAME = "DELETE FROM search_name";
    ROLE = "SELECT id FROM membership WHERE account_id = ?1";
}

async fn search(person: &Person, words: &str) -> Answer {
    let words: String = form_urlencoded::byte_serialize(words.as_bytes()).collect();
    let page = person.get(&format!("/search?q={words}")).await;
    page.assert_ok();
    page
}

/// Whether a search leads to something of this name; the field, in which the words stand, does not count.
async fn finds(person: &Person, words: &str, name: &str) -> bool {
    let html = search(person, words).await.html();
    html.split("p-found__one").skip(1).any(|one| one.split("</a>").next().unwrap_or_default().contains(name))
}

const EMAIL: &str = "noor@espairs.example";

async fn noor(app: &TestApp, g: &Ground) -> (PersonId, Person) {
    let facts = PersonFacts {
        name: "Noor Amandier".into(),
        email: Some(EMAIL.into()),
        phone: Some("06 00 00 00 01".into()),
        country: Country::FRANCE,
        town: Some("Villeurbanne".into()),
        ..PersonFacts::default()
    };
    let id = create_person(&g.ctx, &facts, Role::Peer, g.association, None).await.unwrap();
    (id, app.known(EMAIL).await)
}

story!(capabilities;
    async fn organisations_and_teams_are_found_however_they_are_written(app) {
        let g = ground(&app).await;
        g.admin.get("/organisations").await.assert_sees("Chercher une personne, une équipe, une mission");
        g.admin.get("/search").await.assert_ok().assert_sees("Que cherchez-vous");
        for words in ["saint luc", "ST-LUC", "hospi luc", "lille centre", "Sàint LÛC"] {
            assert!(finds(&g.admin, words, "Centre hospitalier Saint-Luc").await, "{words}");
        }
        for words in ["equipe mob", "mobile saint luc", "Équipe"] {
            assert!(finds(&g.admin, words, "Équipe mobile Nord").await, "{words}");
        }
        search(&g.admin, "saint marc").await.assert_sees("Rien pour « saint marc »");
        search(&g.admin, "a").await.assert_sees("Écrivez au moins deux lettres");

        let renamed = OrganisationFacts { name: "Hôpital des Ormes".into(), ..named(OrganisationKind::Institution, "", "Lille") };
        update_organisation(&g.ctx, g.institution, 1, &renamed).await.unwrap();
        assert!(finds(&g.admin, "mobile ormes", "Équipe mobile Nord").await, "by the new name of its organisation");
        assert!(!finds(&g.admin, "mobile luc", "Équipe mobile Nord").await, "by the old one no longer");
        assert!(!finds(&g.admin, "saint luc", "Ormes").await);
        app.anybody().get("/search").await.assert_redirected_to_sign_in("/search");
        search(&app.stranger("Zoé").await, "ormes").await.assert_lacks("Hôpital des Ormes");
    }
);

story!(capabilities;
    async fn people_are_found_by_what_each_reader_sees_of_them(app) {
        let g = ground(&app).await;
        let (_, noor) = noor(&app, &g).await;
        let pia = app.person("Pia", Role::Peer, g.association, None).await;
        let hal = app.person("Hal", Role::Head, g.institution, None).await;
        let eli = app.person("Eli", Role::Admin, app.new_id(), None).await;
        let zoe = app.stranger("Zoé").await;
        let everything = ["noor amandier", "amand", EMAIL, "villeurbanne", "06 00 00 00 01", "0600000001"];
        for (words, seen) in everything.into_iter().zip([true, true, true, true, false, false]) {
            assert_eq!(finds(&g.admin, words, "Noor Amandier").await, seen, "{words}");
            for other in [&pia, &hal, &eli, &zoe] {
                assert!(!finds(other, words, "Noor").await, "{words}, {}", other.name());
            }
        }
        noor.post("/me/visibility", &[("name", "colleagues"), ("phone", "colleagues"), ("phone", "coordinators")]).await.assert_redirected();
        for (words, by_pia) in everything.into_iter().zip([true, true, false, false, true, true]) {
            assert_eq!(finds(&pia, words, "Noor Amandier").await, by_pia, "{words}");
            assert!(finds(&g.admin, words, "Noor Amandier").await, "{words}");
            assert!(!finds(&eli, words, "Noor").await && !finds(&hal, words, "Noor").await, "{words}");
        }
        let found = search(&pia, "amandier").await.html();
        let href = found.split("p-found__one").nth(1).unwrap().split("href=\"").nth(1).unwrap().split('"').next().unwrap().replace("&amp;", "&");
        pia.get(&href).await.assert_ok().assert_sees("Noor Amandier").assert_lacks(EMAIL);

        for words in ["06 00 00", "060000"] {
            assert!(finds(&pia, words, "Noor Amandier").await, "the beginning of the number, {words}");
        }
        for words in ["06000", "0600000002", "00000001"] {
            assert!(!finds(&pia, words, "Noor").await && !finds(&g.admin, words, "Noor").await, "{words}");
        }
        noor.post("/me/name", &[("name", "Noor Cerisier")]).await.assert_redirected();
        assert!(finds(&pia, "cerisier", "Noor Cerisier").await && !finds(&pia, "amandier", "Noor").await);
        noor.post("/me/visibility", &[]).await.assert_redirected();
        assert!(!finds(&pia, "cerisier", "Noor").await, "closed again");
        assert!(finds(&g.admin, "cerisier", "Noor Cerisier").await);
    }
);

story!(capabilities;
    async fn the_network_finds_those_who_show_themselves_to_it_while_they_have_a_role(app) {
        let g = ground(&app).await;
        let (id, noor) = noor(&app, &g).await;
        let network = create_organisation(&g.ctx, &named(OrganisationKind::Federation, "Réseau Nord", "Lille")).await.unwrap();
        let other = create_organisation(&g.ctx, &named(OrganisationKind::Association, "Les Voisins", "Lille")).await.unwrap();
        let nil = app.person("Nil", Role::Coordinator, other, None).await;
        let ned = app.person("Ned", Role::Peer, other, None).await;
        let far = app.person("Far", Role::Coordinator, app.new_id(), None).await;
        noor.post("/me/visibility", &[("name", "network"), ("town", "network"), ("phone", "network")]).await.assert_redirected();
        for reader in [&nil, &ned, &far] {
            for words in ["amandier", "0600000001"] {
                assert!(!finds(reader, words, "Noor").await, "{} is in no network with us", reader.name());
            }
        }
        link_to_network(&g.ctx, network, g.association, app.today()).await.unwrap();
        link_to_network(&app.ctx(&nil).await, network, other, app.today()).await.unwrap();
        for reader in [&nil, &ned] {
            assert!(finds(reader, "amandier villeurbanne", "Noor Amandier").await, "{}", reader.name());
            assert!(finds(reader, "06 00 00 00 01", "Noor Amandier").await, "{}", reader.name());
            assert!(!finds(reader, EMAIL, "Noor").await, "{}", reader.name());
        }
        assert!(!finds(&far, "amandier", "Noor").await && !finds(&far, "0600000001", "Noor").await);
        let role = app.write().await.one(ROLE, passerelle_store::params![id], |row| row.get(0)).await.unwrap();
        end_membership(&g.ctx, id, role, app.today()).await.unwrap();
        app.go_to("2026-09-08");
        assert!(!finds(&nil, "0600000001", "Noor").await);
        assert!(!finds(&nil, "amandier", "Noor").await, "nobody any more to whom the network may look");
        assert!(finds(&g.admin, "amandier", "Noor Amandier").await);
    }
);

story!(capabilities;
    async fn whatever_is_typed_is_looked_for(app) {
        let g = ground(&app).await;
        for words in [
            "\"", "''", "lu*", "NOT luc", "luc OR lille", "readers:organisation", "(luc", "luc)", "a AND b", "NEAR(luc lille)", "-luc", "^luc",
            "\0luc", "'@organisation'", "luc' | 'x", ":*", "\\", "{luc}", "🙂", "Ⓐ Ⓑ", "ﬁ ﬂ", "漢字", "ا ب", "\u{301}", "\u{1F642}\u{1F642}", "%", "&", "#", "+",
        ] {
            search(&g.admin, words).await;
        }
        search(&g.admin, &"mot ".repeat(500)).await;
        assert!(!finds(&g.admin, "readers", "Luc").await && !finds(&g.admin, "organisation", "Luc").await, "readers are no words");
        assert!(finds(&g.admin, "luc*", "Saint-Luc").await && finds(&g.admin, "(luc)", "Saint-Luc").await);
    }
);

story!(capabilities;
    async fn an_index_that_is_lost_is_made_anew(app) {
        let g = ground(&app).await;
        noor(&app, &g).await;
        let mut tx = app.write().await;
        tx.execute(NO_ENTRY, &[]).await.unwrap();
        tx.execute(NO_NAME, &[]).await.unwrap();
        tx.commit().await.unwrap();
        assert!(!finds(&g.admin, "amandier", "Noor").await);
        index_if_empty(app.app()).await.unwrap();
        run_due_jobs(app.app()).await.unwrap();
        assert!(finds(&g.admin, "amandier villeurbanne", "Noor Amandier").await && finds(&g.admin, EMAIL, "Noor Amandier").await);
        assert!(finds(&g.admin, "mobile luc", "Équipe mobile Nord").await);
    }
);
