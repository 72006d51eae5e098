//! A file of the registry is read, shown, confirmed; again, it changes nothing.

use passerelle_directory::{
    OrganisationFacts, OrganisationKind, Role, actions::create_organisation, find_organisation, import_finess,
};
use passerelle_testkit::{Person, TestApp, story};
use passerelle_web::run_due_jobs;

use super::ground::{capabilities, ground, named};

/// Invented sites, as a spreadsheet damages them: a lost zero, a date turned round, a SIRET shortened.
fn file(edition_day: &str, name: &str) -> Vec<u8> {
    let site = |number: &str, name: &str| {
        format!(
            "structureet;{number};10000001;TILLEULS;{name};;;12;R;DES TILLEULS;;;53;1;INVENTE;01000 MONTFLEURI;\
             199000001;;156;Centre Médico-Psychologique (C.M.P.);1111;Centres;9,00000E+13;8610Z;3;Dotation globale;1;\
             Établissement public de santé;13/02/1979;13/02/1979;04/02/2020;\n"
        )
    };
    let mut text = format!("finess;etalab;111;{edition_day}\n");
    text.push_str(&site("10999991", name));
    text.push_str(&site("10999992", "CENTRE DES ORMES"));
    text.push_str("inconnu;1;2\n");
    text.push_str(
        "geolocalisation;10999991;871000,4;6571000,2;1,ATLASANTE,100,IGN,BD_ADRESSE,V2.2,LAMBERT_93;04/05/2026\n",
    );
    text.into_bytes()
}

/// Hands a file in and lets the jobs run; gives the path of the import.
async fn hand_in(app: &TestApp, person: &Person, file: &[u8]) -> String {
    let sent = person.send_file("/imports", "file", file).await;
    let path = sent.assert_redirected().location().to_owned();
    person.get(&path).await.assert_ok().assert_sees("Nous lisons le fichier").assert_sees("Actualiser la page");
    run_due_jobs(app.app()).await.unwrap();
    path
}

async fn confirm(app: &TestApp, person: &Person, path: &str) {
    person.post(&format!("{path}/confirmation"), &[]).await.assert_redirected();
    person.get(path).await.assert_sees("L’import est en cours");
    run_due_jobs(app.app()).await.unwrap();
    person.get(path).await.assert_sees("L’import est terminé");
}

story!(capabilities;
    async fn a_file_is_shown_confirmed_and_changes_nothing_the_second_time(app) {
        let g = ground(&app).await;
        g.admin.get("/imports/new").await.assert_ok().assert_sees("Nous les laissons vides");
        let path = hand_in(&app, &g.admin, &file("12/05/2026", "CENTRE DES TILLEULS")).await;
        let preview = g.admin.get(&path).await;
        preview.assert_sees("Voici ce que l’import va changer").assert_sees("Établissements ajoutés 2");
        preview.assert_sees("La ligne ne commence ni par").assert_sees("chiffres perdus");
        preview.assert_sees("111 du 12/05/2026").assert_lacks("plus ancienne");
        g.admin.get("/organisations?q=tilleuls").await.assert_lacks("Centre des Tilleuls");
        confirm(&app, &g.admin, &path).await;
        g.admin.get("/organisations?q=tilleuls").await.assert_sees("Centre des Tilleuls").assert_sees("Montfleuri");
        g.admin.post(&format!("{path}/confirmation"), &[]).await.assert_refused();

        let again = hand_in(&app, &g.admin, &file("12/05/2026", "CENTRE DES TILLEULS")).await;
        g.admin.get(&again).await.assert_sees("Rien à changer").assert_sees("Établissements inchangés 2").assert_lacks("Importer</button>");

        let changed = hand_in(&app, &g.admin, &file("12/04/2026", "CENTRE DES SAULES")).await;
        let shown = g.admin.get(&changed).await;
        shown.assert_sees("Cette édition est plus ancienne que le dernier import, du 12/05/2026.");
        shown.assert_sees("Nom CENTRE DES TILLEULS CENTRE DES SAULES");
        confirm(&app, &g.admin, &changed).await;
    }
);

story!(capabilities;
    async fn imports_are_seen_by_those_who_may_and_by_nobody_else(app) {
        let g = ground(&app).await;
        let path = hand_in(&app, &g.admin, &file("12/05/2026", "CENTRE DES TILLEULS")).await;
        let peer = app.person("Pia", Role::Peer, g.association, None).await;
        let eli = app.person("Eli", Role::Admin, app.new_id(), None).await;
        peer.get("/imports/new").await.assert_forbidden();
        peer.send_file("/imports", "file", b"x").await.assert_forbidden();
        for person in [&peer, &eli] {
            person.get(&path).await.assert_not_found();
            person.post(&format!("{path}/confirmation"), &[]).await.assert_not_found();
        }
        g.admin.get(&path).await.assert_sees("Voici ce que l’import va changer");
        eli.get("/imports/new").await.assert_ok().assert_lacks("à confirmer");
    }
);

story!(capabilities;
    async fn a_file_that_is_none_is_refused_with_the_reason(app) {
        let g = ground(&app).await;
        g.admin.send_file("/imports", "file", b"").await.assert_refused().assert_sees("Choisissez un fichier.");
        let path = hand_in(&app, &g.admin, b"PK\x03\x04 a workbook").await;
        g.admin.get(&path).await.assert_sees("Le fichier n’est pas importé").assert_sees("C’est un classeur");
    }
);

story!(capabilities;
    async fn a_site_entered_by_hand_is_taken_over_and_keeps_its_name(app) {
        let g = ground(&app).await;
        let facts = OrganisationFacts {
            finess_site: "010999991".into(),
            ..named(OrganisationKind::Institution, "Nos Tilleuls", "Lille")
        };
        let id = create_organisation(&g.ctx, &facts).await.unwrap();
        let counts = import_finess(app.db(), file("12/05/2026", "CENTRE DES TILLEULS"), |_, _, _| {}).await.unwrap();
        assert_eq!((counts.created, counts.refused), (2, 1));
        let counts = import_finess(app.db(), file("12/05/2026", "CENTRE DES TILLEULS"), |_, _, _| {}).await.unwrap();
        assert!(counts.is_empty() && counts.unchanged == 2, "{counts:?}");
        let organisation = find_organisation(&mut app.db().begin_read().await.unwrap(), id).await.unwrap().unwrap();
        assert_eq!(organisation.name.as_str(), "Nos Tilleuls");
        assert_eq!(organisation.town.as_deref(), Some("Montfleuri"));
        assert!(organisation.point.is_some() && organisation.ids.siret.is_none());
        g.admin.get("/organisations?q=010999991").await.assert_sees("Nos Tilleuls");
    }
);
