//! Who may import lists, what is learnt of others (nothing), and what is left of a file.

use passerelle_access::{Membership, account, membership};
use passerelle_directory::{OrganisationKind, Role, actions::found};
use passerelle_kernel::Language;
use passerelle_spreadsheets::{Size, read};
use passerelle_store::Sql;
use passerelle_testkit::story;
use passerelle_web::{Ctx, run_due_jobs};

use super::{
    ground::{capabilities, ground, named},
    list_imports::{LIST, PEOPLE, STAGED, apply, count, enter, facts, hand_in},
};

const BYTES: &Sql = &Sql { name: "BYTES", text: "SELECT staged FROM import WHERE staged IS NOT NULL" };
const STALE: &Sql = &Sql { name: "STALE", text: "UPDATE session SET fresh_at = 0" };

story!(capabilities;
    async fn imports_of_lists_are_seen_by_those_who_may_and_by_nobody_else(app) {
        let g = ground(&app).await;
        let path = hand_in(&g.admin, "people", LIST).await;
        let peer = app.person("Pia", Role::Peer, g.association, None).await;
        let head = app.person("Hal", Role::Head, g.institution, None).await;
        let eli = app.person("Eli", Role::Admin, app.new_id(), None).await;
        for list in ["people", "memberships", "teams"] {
            for person in [&peer, &head] {
                person.get(&format!("/{list}/import")).await.assert_forbidden();
                person.get(&format!("/{list}/import/template.csv")).await.assert_forbidden();
                person.send_file(&format!("/{list}/import"), "file", LIST.as_bytes()).await.assert_forbidden();
            }
            app.anybody().get(&format!("/{list}/import")).await.assert_redirected_to_sign_in(&format!("/{list}/import"));
        }
        for person in [&peer, &eli] {
            person.get(&path).await.assert_not_found();
            for step in ["confirmation", "removal"] {
                person.post(&format!("{path}/{step}"), &[]).await.assert_not_found();
            }
        }
        eli.get("/people/import").await.assert_ok().assert_lacks("à confirmer");
        g.admin.get("/people/import").await.assert_sees("à confirmer");
        g.admin.get("/imports/new").await.assert_lacks("à confirmer");
        let registry = path.replace("/list-imports/", "/imports/");
        g.admin.get(&registry).await.assert_not_found();
        g.admin.post(&format!("{registry}/confirmation"), &[]).await.assert_not_found();
        g.admin.get(&path).await.assert_sees("Voici ce que l’import va changer");
    }
);

story!(capabilities;
    /// Whoever wants to know who was here hands in an address: what they see is the same for one that others know.
    async fn an_address_that_others_know_looks_like_any_new_one(app) {
        let g = ground(&app).await;
        let theirs = named(OrganisationKind::Association, "Les Autres", "Lille");
        let nobody = Ctx::new(app.app().clone(), None, Language::Fr);
        let other = found(&nobody, &theirs, &facts("Ivo", "ivo-q7@example.org")).await.unwrap();
        app.known("ivo-q7@example.org").await;
        let line = |name: &str| format!("Nom;E-mail;Rôle\nQuelqu’un;{name}@example.org;Pair-aidance\n");
        let mut seen = Vec::new();
        for name in ["ivo-q7", "uwe-q7"] {
            let path = hand_in(&g.admin, "people", line(name)).await;
            let shown = g.admin.get(&path).await;
            shown.assert_sees("Personnes ajoutées 1").assert_sees("Lignes refusées 0");
            let done = apply(&app, &g.admin, &path).await;
            let role = "E-mail;Rôle\nNAME@example.org;Trésorerie\n".replace("NAME", name);
            let roles = hand_in(&g.admin, "memberships", role).await;
            let roles_shown = g.admin.get(&roles).await;
            apply(&app, &g.admin, &roles).await;
            let rows = read(g.admin.get("/memberships.csv").await.bytes(), &Size::default()).unwrap().rows;
            let rows: Vec<String> = rows.iter().filter(|row| row.get(1).starts_with(name)).map(|row| row.cells.join(";")).collect();
            let all = [shown.text(), done.text(), roles_shown.text(), rows.join("\n")].join("\n");
            seen.push(all.replace(name, "NAME"));
        }
        assert_eq!(seen[0], seen[1]);
        assert!(seen[0].contains("Trésorerie"), "{}", seen[0]);
        // Theirs is as it was: the name, and the roles that others have given.
        let mut tx = app.db().begin_read().await.unwrap();
        assert_eq!(account::find(&mut tx, other.admin).await.unwrap().unwrap().name, "Ivo");
        let held: Vec<Membership> = membership::of_account(&mut tx, other.admin, app.today()).await.unwrap();
        assert_eq!(held.iter().map(|held| held.org).collect::<Vec<_>>(), [other.organisation]);
    }
);

story!(capabilities;
    async fn what_is_dropped_or_waits_too_long_leaves_nothing(app) {
        let g = ground(&app).await;
        let before = count(&app, PEOPLE).await;
        let path = hand_in(&g.admin, "people", LIST).await;
        let mut tx = app.db().begin_read().await.unwrap();
        let bytes = tx.one(BYTES, &[], |row| row.get::<Option<Vec<u8>>>(0)).await.unwrap().unwrap();
        drop(tx);
        assert!(bytes.len() > LIST.len(), "it is kept");
        assert!(!bytes.windows(4).any(|part| part == b"Paul"), "sealed");
        let dropped = g.admin.post(&format!("{path}/removal"), &[]).await;
        g.admin.follow(&dropped).await.assert_sees("Nous n’en gardons rien.").assert_lacks("à confirmer");
        g.admin.get(&path).await.assert_sees("Le fichier n’est pas importé").assert_lacks("Paul");
        for step in ["confirmation", "removal"] {
            g.admin.post(&format!("{path}/{step}"), &[]).await.assert_refused();
        }
        assert_eq!((count(&app, STAGED).await, count(&app, PEOPLE).await), (0, before));

        let path = hand_in(&g.admin, "people", LIST).await;
        app.go_to("2026-09-13");
        app.run_schedules().await;
        assert_eq!(count(&app, STAGED).await, 1, "it waits for seven days");
        app.go_to("2026-09-16");
        app.run_schedules().await;
        assert_eq!(count(&app, STAGED).await, 0);
        g.admin.get(&path).await.assert_sees("Ce fichier attendait depuis trop longtemps");
    }
);

story!(capabilities;
    /// As on the page that gives this role to one person.
    async fn the_administration_is_given_only_by_who_has_just_proved_who_they_are(app) {
        let g = ground(&app).await;
        let file = |role: &str| format!("Nom;E-mail;Rôle\nPaul;paul@example.org;{role}\n");
        let (admin, peer) = (hand_in(&g.admin, "people", file("Administration")).await, hand_in(&g.admin, "people", file("Pair-aidance")).await);
        let mut tx = app.write().await;
        tx.execute(STALE, &[]).await.unwrap();
        tx.commit().await.unwrap();
        let asked = g.admin.post(&format!("{admin}/confirmation"), &[]).await;
        assert!(!asked.status().is_success() && asked.header("location") != Some(admin.as_str()), "{}", asked.status());
        g.admin.get(&admin).await.assert_sees("Voici ce que l’import va changer");
        g.admin.post(&format!("{peer}/confirmation"), &[]).await.assert_redirected();
    }
);

story!(capabilities;
    async fn rights_that_are_lost_before_the_job_runs_are_not_used(app) {
        let g = ground(&app).await;
        let before = count(&app, PEOPLE).await;
        let bea = app.person("Bea", Role::Coordinator, g.association, None).await;
        let path = hand_in(&bea, "people", LIST).await;
        bea.post(&format!("{path}/confirmation"), &[]).await.assert_redirected();
        let seat = app.seat_of(&bea).await;
        let mut tx = app.write().await;
        membership::end(&mut tx, seat.id, app.today().yesterday().unwrap()).await.unwrap();
        tx.commit().await.unwrap();
        run_due_jobs(app.app()).await.unwrap();
        g.admin.get(&path).await.assert_sees("Vous n’avez plus le droit d’importer cette liste");
        assert_eq!((count(&app, PEOPLE).await, count(&app, STAGED).await), (before, 0));
    }
);

story!(capabilities;
    /// More lines than one transaction writes, and a second coordinator who enters one of them meanwhile.
    async fn a_long_file_is_written_in_parts(app) {
        let g = ground(&app).await;
        let mut file = "Nom;E-mail;Rôle\n".to_owned();
        for number in 0..420 {
            file.push_str(&format!("Personne {number};p{number}@example.org;Pair-aidance\n"));
        }
        let path = hand_in(&g.admin, "people", &file).await;
        let shown = g.admin.get(&path).await;
        shown.assert_sees("Personnes ajoutées 420").assert_sees("Les 300 premières lignes sont montrées.").assert_lacks("Personne 400");
        enter(&g, "Personne 7", "p7@example.org").await;
        apply(&app, &g.admin, &path).await.assert_sees("L’import est terminé");
        assert_eq!(count(&app, PEOPLE).await, 421);
        let again = hand_in(&g.admin, "people", &file).await;
        g.admin.get(&again).await.assert_sees("Personnes inchangées 420").assert_sees("Rien à changer");
    }
);

story!(capabilities;
    async fn a_file_that_is_none_says_why(app) {
        let g = ground(&app).await;
        let refused = async |file: &[u8]| g.admin.send_file("/people/import", "file", file).await.assert_refused().text();
        assert!(refused(b"").await.contains("Choisissez un fichier."));
        assert!(refused(b"Chien\nRex\n").await.contains("Il manque une colonne : Nom."));
        assert!(refused(b"Nom;Nom\nNoor;Noor\n").await.contains("Deux colonnes ont le même titre : Nom."));
        assert!(refused(&[b'x'; (8 << 20) + 1]).await.contains("Le fichier est trop grand : 8 Mo au plus."));
        assert!(refused(&vec![b'x'; 9 << 20]).await.contains("Le fichier est trop grand : 8 Mo au plus."));
        let long = format!("Nom\n{}", "Noor\n".repeat(10_001));
        assert!(refused(long.as_bytes()).await.contains("Le fichier a trop de lignes : 10 000 au plus."));
        assert!(refused(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1").await.contains("XLSX"));
        assert_eq!(count(&app, STAGED).await, 0);
    }
);
