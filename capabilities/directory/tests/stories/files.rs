//! Lists as files: what a page shows is in them, and nothing else.

use passerelle_directory::{
    Country, OrganisationFacts, OrganisationKind, PersonFacts, Role, SpokenLanguages,
    actions::{create_organisation, create_person, update_organisation},
};
use passerelle_spreadsheets::{Size, read};
use passerelle_testkit::{Answer, Person, TestApp, story};

use super::ground::{Ground, capabilities, ground, named};

/// The texts of a file that was answered, row by row.
fn rows(answer: &Answer) -> Vec<Vec<String>> {
    let saved_as = answer.assert_ok().header("content-disposition").unwrap_or_default();
    assert!(saved_as.starts_with("attachment; filename=\""), "{saved_as}");
    read(answer.bytes(), &Size::default()).unwrap().rows.into_iter().map(|row| row.cells).collect()
}

/// The row that begins so.
fn row(answer: &Answer, first: &str) -> Vec<String> {
    rows(answer).into_iter().find(|row| row[0] == first).unwrap_or_else(|| panic!("no row of {first}"))
}

async fn noor(app: &TestApp, g: &Ground) -> Person {
    let facts = PersonFacts {
        name: "Noor Amandier".into(),
        email: Some("noor@espairs.example".into()),
        phone: Some("06 00 00 00 01".into()),
        country: Country::FRANCE,
        town: Some("Villeurbanne".into()),
        languages: SpokenLanguages::parse("ar fr").unwrap(),
        ..PersonFacts::default()
    };
    create_person(&g.ctx, &facts, Role::Peer, g.association, None).await.unwrap();
    app.known("noor@espairs.example").await
}

story!(capabilities;
    async fn the_file_of_people_holds_what_the_coordination_sees(app) {
        let g = ground(&app).await;
        let noor = noor(&app, &g).await;
        g.admin.get("/people").await.assert_sees("Excel ou LibreOffice (XLSX)").assert_sees("10 000 lignes au plus");
        for path in ["/people.csv", "/people.xlsx"] {
            let file = g.admin.get(path).await;
            assert_eq!(rows(&file)[0][..3], ["Nom", "Rôles", "E-mail"]);
            let seen = row(&file, "Noor Amandier");
            let wanted = ["Noor Amandier", "Pair-aidance · Les Passeurs", "noor@espairs.example", "", "Villeurbanne", "FR", "ar fr", "fr", "Compte ouvert"];
            assert_eq!(seen, wanted, "{path}");
            assert!(!file.html().contains("600000001") && !file.html().contains("00 00 01"), "{path}");
        }
        noor.post("/me/visibility", &[("phone", "coordinators")]).await.assert_redirected();
        for path in ["/people.csv", "/people.xlsx"] {
            assert_eq!(row(&g.admin.get(path).await, "Noor Amandier")[3], "06\u{a0}00\u{a0}00\u{a0}00\u{a0}01", "{path}");
        }
        noor.post("/me/visibility", &[("phone", "network"), ("name", "network")]).await.assert_redirected();
        assert_eq!(row(&g.admin.get("/people.csv").await, "Noor Amandier")[3], "");
    }
);

story!(capabilities;
    async fn a_file_is_for_those_who_see_the_page(app) {
        let g = ground(&app).await;
        noor(&app, &g).await;
        let eli = app.person("Eli", Role::Admin, app.new_id(), None).await;
        let pia = app.person("Pia", Role::Peer, g.association, None).await;
        for path in ["/people.csv", "/people.xlsx", "/memberships.csv", "/memberships.xlsx"] {
            pia.get(path).await.assert_forbidden();
            app.anybody().get(path).await.assert_redirected_to_sign_in(path);
            assert_eq!(rows(&eli.get(path).await).len(), 1, "{path}: the titles and nobody");
        }
        let taken = passerelle_store::history(&mut app.db().begin_read().await.unwrap(), &g.association.to_string()).await.unwrap();
        assert!(taken.iter().all(|event| event.kind != "list-taken"), "nobody of ours has taken anything");
        g.admin.get("/memberships.csv").await.assert_ok();
        let taken = passerelle_store::history(&mut app.db().begin_read().await.unwrap(), &g.association.to_string()).await.unwrap();
        assert!(taken.iter().any(|event| event.kind == "list-taken" && event.actor == Some(g.admin.id().to_string())));
    }
);

story!(capabilities;
    async fn roles_leave_with_their_days_and_places(app) {
        let g = ground(&app).await;
        noor(&app, &g).await;
        let sam = PersonFacts { name: "Sam Roy".into(), ..PersonFacts::default() };
        create_person(&g.ctx, &sam, Role::Referent, g.institution, Some(g.team)).await.unwrap();
        let file = g.admin.get("/memberships.xlsx").await;
        assert_eq!(rows(&file)[0], ["Nom", "E-mail", "Rôle", "Organisation", "FINESS ou SIRET", "Équipe", "Premier jour", "Dernier jour"]);
        let wanted = ["Sam Roy", "", "Référence d’équipe", "Centre hospitalier Saint-Luc", "", "Équipe mobile Nord", "2026-09-07"];
        assert_eq!(row(&file, "Sam Roy"), wanted);
        assert_eq!(row(&file, "Noor Amandier")[2..4], ["Pair-aidance", "Les Passeurs"]);
    }
);

story!(capabilities;
    async fn the_file_of_organisations_follows_the_search_and_leaves_the_bank_out(app) {
        let g = ground(&app).await;
        let facts = OrganisationFacts {
            finess_site: "010999991".into(),
            phone: "0199000000".into(),
            iban: "BE68539007547034".into(),
            ..named(OrganisationKind::Institution, "=Clinique des Ormes", "Lille")
        };
        let id = create_organisation(&g.ctx, &facts).await.unwrap();
        g.admin.get(&format!("/organisations/{id}")).await.assert_sees("BE68");
        let csv = g.admin.get("/organisations.csv?q=ormes").await;
        assert!(csv.html().contains("\"'=Clinique des Ormes\""), "{}", csv.html());
        assert_eq!(rows(&csv).len(), 2);
        let seen = row(&csv, "=Clinique des Ormes");
        assert_eq!((seen[7].as_str(), seen[10].as_str()), ("01\u{a0}99\u{a0}00\u{a0}00\u{a0}00", "010999991"));
        assert!(!csv.html().contains("BE68"));
        let all = g.admin.get("/organisations.xlsx").await;
        assert_eq!(rows(&all).len(), 4);
        let changed = OrganisationFacts { name: "Clinique des Ormes".into(), ..facts };
        update_organisation(&g.ctx, id, 1, &changed).await.unwrap();
        assert_eq!(row(&g.admin.get("/organisations.xlsx?q=ormes").await, "Clinique des Ormes")[5], "Lille");
        assert_eq!(row(&g.admin.get("/teams.csv").await, "Centre hospitalier Saint-Luc"), ["Centre hospitalier Saint-Luc", "", "Équipe mobile Nord"]);
    }
);
