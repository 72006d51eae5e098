//! People, their roles and teams come from a file: shown, applied, again without any change; nothing is learnt of others.

use passerelle_access::membership;
use passerelle_directory::{
    OrganisationKind, PersonFacts, Role,
    actions::{create_organisation, create_person, create_team, found, give_role, merge_organisations},
    teams_of,
};
use passerelle_kernel::{Id, Language};
use passerelle_spreadsheets::{Size, read};
use passerelle_store::Sql;
use passerelle_testkit::{Answer, Person, TestApp, story};
use passerelle_web::{Ctx, run_due_jobs};

use super::ground::{Ground, capabilities, ground, named};

pub(super) const STAGED: &Sql = &Sql { name: "STAGED", text: "SELECT count(*) FROM import WHERE staged IS NOT NULL" };
pub(super) const PEOPLE: &Sql = &Sql { name: "PEOPLE", text: "SELECT count(*) FROM person" };

pub(super) async fn count(app: &TestApp, sql: &'static Sql) -> i64 {
    app.db().begin_read().await.unwrap().one(sql, &[], |row| row.get(0)).await.unwrap()
}

/// Hands a file in; gives the path of its preview.
pub(super) async fn hand_in(person: &Person, list: &str, file: impl AsRef<[u8]>) -> String {
    let sent = person.send_file(&format!("/{list}/import"), "file", file.as_ref()).await;
    sent.assert_redirected().location().to_owned()
}

/// Confirms an import and lets the jobs run.
pub(super) async fn apply(app: &TestApp, person: &Person, path: &str) -> Answer {
    person.post(&format!("{path}/confirmation"), &[]).await.assert_redirected();
    person.get(path).await.assert_sees("L’import est en cours");
    run_due_jobs(app.app()).await.unwrap();
    person.get(path).await
}

pub(super) fn facts(name: &str, email: &str) -> PersonFacts {
    let email = Some(email.to_owned()).filter(|email| !email.is_empty());
    PersonFacts { name: name.into(), email, ..PersonFacts::default() }
}

pub(super) async fn enter(g: &Ground, name: &str, email: &str) -> Id<passerelle_access::Account> {
    create_person(&g.ctx, &facts(name, email), Role::Peer, g.association, None).await.unwrap()
}

story!(capabilities;
    async fn the_template_says_what_it_takes_and_its_example_is_not_read(app) {
        let g = ground(&app).await;
        g.admin.get("/people").await.assert_sees("Importer des personnes").assert_sees("Importer des rôles");
        g.admin.get("/organisations").await.assert_sees("Importer des équipes");
        for (list, title, first) in [("people", "Importer des personnes", "Nom"), ("memberships", "Importer des rôles", "Nom"), ("teams", "Importer des équipes", "Organisation")] {
            let page = g.admin.get(&format!("/{list}/import")).await;
            page.assert_ok().assert_sees(title).assert_sees("Ce que chaque colonne attend").assert_sees("8 Mo et 10 000 lignes au plus");
            for ending in ["csv", "xlsx"] {
                let file = g.admin.get(&format!("/{list}/import/template.{ending}")).await;
                let rows = read(file.assert_ok().bytes(), &Size::default()).unwrap().rows;
                assert_eq!((rows[0].get(0), rows.len()), (first, 2), "{list}.{ending}");
                assert!(rows[1].get(0).starts_with("# Exemple"), "{rows:?}");
                let sent = g.admin.send_file(&format!("/{list}/import"), "file", file.bytes()).await;
                sent.assert_refused().assert_sees("Le fichier n’a pas de ligne à lire sous les titres.");
                // Without its mark, the example is a line like any other.
                let text = file.html().replace("# Exemple, cette ligne n’est pas lue\u{a0}: ", "");
                if ending == "csv" {
                    let path = hand_in(&g.admin, list, &text).await;
                    g.admin.get(&path).await.assert_sees("Lignes lues 1");
                }
            }
        }
        assert_eq!(count(&app, STAGED).await, 3);
    }
);

pub(super) const LIST: &str = "Nom;E-mail;Ville;Rôle;Premier jour;Remarque\n\
    Noor Amandier;noor@example.org;Namur;;;\n\
    Paul Neuf;paul@example.org;Lyon;pair-aidant;01/03/2026;x\n\
    Sam Roy;;;;;\n\
    Eva Lune;eva@example.org;;;;\n\
    Lou;lou;;Pair-aidance;;\n\
    Paul Neuf;PAUL@example.org;;Pair-aidance;;\n";

story!(capabilities;
    async fn people_are_shown_applied_and_the_second_time_nothing_changes(app) {
        let g = ground(&app).await;
        enter(&g, "Noor Amandier", "noor@example.org").await;
        enter(&g, "Sam Roy", "").await;
        enter(&g, "Éva Lune", "eva@example.org").await;
        app.known("eva@example.org").await;
        let before = count(&app, PEOPLE).await;
        let path = hand_in(&g.admin, "people", LIST).await;
        let shown = g.admin.get(&path).await;
        shown.assert_sees("Voici ce que l’import va changer").assert_sees("Lignes lues 6");
        shown.assert_sees("Personnes ajoutées 1").assert_sees("Personnes modifiées 1").assert_sees("Personnes inchangées 1");
        shown.assert_sees("Lignes refusées 3").assert_sees("Colonnes que nous ne lisons pas : Remarque.");
        shown.assert_sees("2 Noor Amandier Ville vide Namur");
        shown.assert_sees("3 Paul Neuf E-mail : paul@example.org Ville : Lyon Rôle : Pair-aidance · Les Passeurs, à partir du 01/03/2026");
        shown.assert_sees("5 Eva Lune · eva@example.org Cette personne a déjà un compte : elle change elle-même son nom.");
        shown.assert_sees("6 Lou · lou").assert_sees("La ligne 3 parle déjà de cela.");
        shown.assert_sees("Personne ne reçoit de message.").assert_sees("au plus tard jusqu’au 14/09/2026");
        assert_eq!((count(&app, PEOPLE).await, count(&app, STAGED).await), (before, 1), "nothing has changed yet");

        let done = apply(&app, &g.admin, &path).await;
        done.assert_sees("L’import est terminé").assert_sees("Personnes ajoutées 1").assert_sees("Lignes refusées 3").assert_lacks("Amandier");
        assert_eq!((count(&app, PEOPLE).await, count(&app, STAGED).await), (before + 1, 0));
        assert!(app.mails().await.is_empty(), "nobody is written to");
        g.admin.get("/people").await.assert_sees("Paul Neuf").assert_sees("paul@example.org");
        g.admin.post(&format!("{path}/confirmation"), &[]).await.assert_refused();

        let again = hand_in(&g.admin, "people", LIST).await;
        let shown = g.admin.get(&again).await;
        shown.assert_sees("Rien à changer").assert_sees("Personnes inchangées 3").assert_lacks("Importer</button>");
        let left: Vec<_> = passerelle_store::history(&mut app.db().begin_read().await.unwrap(), &g.association.to_string()).await.unwrap();
        assert!(!left.iter().any(|event| event.kind == "person-invited"));
    }
);

story!(capabilities;
    async fn roles_come_with_their_days_and_end(app) {
        let g = ground(&app).await;
        let noor = enter(&g, "Noor", "noor@example.org").await;
        let file = "E-mail;Rôle;Organisation;Équipe;Premier jour;Dernier jour\n\
            noor@example.org;Référente;Centre hospitalier Saint-Luc;equipe mobile nord;01/03/2026;\n\
            noor@example.org;Pair-aidance;;;;2026-09-30\n\
            noor@example.org;Coordination;Les Autres;;;\n\
            maud@example.org;Administration;;;;30/09/2026\n\
            autre@example.org;Pair-aidance;;;;\n";
        let path = hand_in(&g.admin, "memberships", file).await;
        let shown = g.admin.get(&path).await;
        shown.assert_sees("Rôles donnés 1").assert_sees("Rôles qui prennent fin 2").assert_sees("Lignes refusées 2");
        shown.assert_sees("2 Noor Rôle : Référence d’équipe · Équipe mobile Nord, à partir du 01/03/2026");
        shown.assert_sees("3 Noor Dernier jour Pair-aidance · Les Passeurs, à partir du 07/09/2026 30/09/2026");
        shown.assert_sees("vous ne donnez de rôles que dans la vôtre").assert_sees("Personne de votre association n’a cette adresse");
        apply(&app, &g.admin, &path).await.assert_sees("L’import est terminé");
        let held = membership::of_account(&mut app.db().begin_read().await.unwrap(), noor, app.today()).await.unwrap();
        let days: Vec<_> = held.iter().map(|held| (held.role, held.team, held.from_on.to_string(), held.until_on.map(|day| day.to_string()))).collect();
        assert_eq!(days[0], (Role::Referent, Some(g.team), "2026-03-01".to_owned(), None));
        assert_eq!(days[1], (Role::Peer, None, "2026-09-07".to_owned(), Some("2026-09-30".to_owned())));
        let again = hand_in(&g.admin, "memberships", file).await;
        g.admin.get(&again).await.assert_sees("Rien à changer").assert_sees("Rôles inchangés 3");
    }
);

story!(capabilities;
    async fn a_line_never_means_a_record_that_stepped_back(app) {
        let g = ground(&app).await;
        let double = named(OrganisationKind::Institution, "Centre hospitalier Saint-Luc", "Lille");
        let other = create_organisation(&g.ctx, &double).await.unwrap();
        let file = "Organisation;Équipe;Ville\nCentre hospitalier Saint-Luc;Jour;Roubaix\n";
        let before = hand_in(&g.admin, "teams", file).await;
        g.admin.get(&before).await.assert_sees("Plusieurs organisations portent ce nom.");
        merge_organisations(&g.ctx, g.institution, other).await.unwrap();
        let after = hand_in(&g.admin, "teams", file).await;
        g.admin.get(&after).await.assert_sees("Équipes ajoutées 1").assert_lacks("Plusieurs organisations portent ce nom.");
        apply(&app, &g.admin, &after).await.assert_sees("L’import est terminé");
        let teams = teams_of(&mut app.db().begin_read().await.unwrap(), g.institution).await.unwrap();
        assert!(teams.iter().any(|team| team.name == "Jour"));
    }
);

story!(capabilities;
    async fn teams_come_from_a_file_and_those_of_other_associations_stay(app) {
        let g = ground(&app).await;
        let theirs = named(OrganisationKind::Association, "Les Autres", "Lille");
        let nobody = Ctx::new(app.app().clone(), None, Language::Fr);
        found(&nobody, &theirs, &facts("Ivo", "ivo-q7@example.org")).await.unwrap();
        let file = "Organisation;Équipe;Ville\nCentre hospitalier St Luc;Jour;Roubaix\n\
            Centre hospitalier Saint-Luc;Équipe mobile Nord;Tourcoing\nLes Autres;Bureau;\nNulle part;X;\n";
        let path = hand_in(&g.admin, "teams", file).await;
        let shown = g.admin.get(&path).await;
        shown.assert_sees("Équipes ajoutées 1").assert_sees("Équipe mobile Nord Ville vide Tourcoing");
        shown.assert_sees("Cette équipe est celle d’une autre association.").assert_sees("Cette organisation n’est pas dans l’annuaire.");
        shown.assert_lacks("Personne ne reçoit");
        apply(&app, &g.admin, &path).await.assert_sees("L’import est terminé");
        let teams = teams_of(&mut app.db().begin_read().await.unwrap(), g.institution).await.unwrap();
        let teams: Vec<_> = teams.iter().map(|team| (team.name.as_str(), team.town.as_deref())).collect();
        assert_eq!(teams, [("Équipe mobile Nord", Some("Tourcoing")), ("Jour", Some("Roubaix"))]);
        let again = hand_in(&g.admin, "teams", file).await;
        g.admin.get(&again).await.assert_sees("Rien à changer");
    }
);

story!(capabilities;
    /// The file that leaves is the file that comes back.
    async fn what_was_downloaded_changes_nothing_when_it_is_handed_in(app) {
        let g = ground(&app).await;
        let mut noor = facts("=Noor", "noor@example.org");
        (noor.phone, noor.town) = (Some("06 00 00 00 01".into()), Some("Namur".into()));
        let id = create_person(&g.ctx, &noor, Role::Peer, g.association, None).await.unwrap();
        give_role(&g.ctx, id, Role::Referent, g.institution, Some(g.team)).await.unwrap();
        enter(&g, "Sam Roy", "").await;
        create_team(&g.ctx, g.institution, "Jour", "Roubaix").await.unwrap();
        app.known("noor@example.org").await.post("/me/visibility", &[]).await.assert_redirected();
        app.go_to("2026-09-08");
        for (list, unchanged) in [("people", "Personnes inchangées 3"), ("memberships", "Rôles inchangés 4"), ("teams", "Équipes inchangées 2")] {
            for ending in ["csv", "xlsx"] {
                let file = g.admin.get(&format!("/{list}.{ending}")).await;
                let path = hand_in(&g.admin, list, file.assert_ok().bytes()).await;
                let shown = g.admin.get(&path).await;
                shown.assert_sees("Rien à changer").assert_sees(unchanged).assert_sees("Lignes refusées 0");
            }
        }
    }
);
