//! Entries age in view of everybody, are confirmed by their owner, and never disappear by themselves.

use passerelle_directory::Role;
use passerelle_testkit::{TestApp, story};

use super::ground::{capabilities, ground};

/// The link in the newest letter with these words in its subject.
async fn link(app: &TestApp, subject: &str) -> Option<String> {
    app.run_schedules().await;
    let mails = app.mails().await;
    let mail = mails.iter().find(|mail| mail.subject.contains(subject))?;
    mail.text.lines().find_map(|line| line.strip_prefix("http://localhost")).map(str::to_owned)
}

story!(capabilities;
    async fn a_description_becomes_old_its_owner_is_asked_and_one_button_is_enough(app) {
        let g = ground(&app).await;
        let page = format!("/associations/{}", g.association);
        let fields = [("version", "0"), ("name", "Les Passeurs"), ("focus", "Santé mentale"), ("focus-readers", "public")];
        g.admin.post(&format!("/organisations/{}/description", g.association), &fields).await.assert_redirected();
        app.anybody().get(&page).await.assert_sees("Confirmé le 07/09/2026").assert_lacks("peut avoir changé").assert_lacks("Rien n’a changé");
        assert_eq!(link(&app, "description").await, None, "the night is planned");
        app.go_to("2027-09-06");
        assert_eq!(link(&app, "description").await, None, "not a day too early");
        app.go_to("2027-09-08");
        let asked = link(&app, "La description de Les Passeurs").await.unwrap();
        app.anybody().get(&page).await.assert_sees("peut avoir changé").assert_sees("Santé mentale");

        // Opening the link does nothing, however often a scanner does it.
        for _ in 0..3 {
            app.anybody().get(&asked).await.assert_ok().assert_sees("Ouvrir cette page ne change rien");
        }
        app.anybody().get(&page).await.assert_sees("peut avoir changé");
        app.anybody().post(&asked, &[]).await.assert_redirected();
        app.anybody().get(&page).await.assert_sees("Confirmé le 08/09/2027").assert_lacks("peut avoir changé");

        // Old again a year later; now on the page, by somebody of the association and by nobody else.
        app.go_to("2028-09-20");
        let confirmation = format!("/organisations/{}/confirmation", g.association);
        let id = g.association.to_string();
        let same = [("kind", "description"), ("entry", id.as_str())];
        let eli = app.person("Eli", Role::Admin, app.new_id(), None).await;
        eli.post(&confirmation, &same).await.assert_forbidden();
        let pia = app.person("Pia", Role::Peer, g.association, None).await;
        pia.post(&confirmation, &same).await.assert_not_found();
        let ada = app.known("ada@example.org").await;
        ada.get(&page).await.assert_sees("peut avoir changé").assert_sees("Rien n’a changé");
        ada.post(&confirmation, &same).await.assert_redirected();
        ada.get(&page).await.assert_lacks("peut avoir changé").assert_sees("20/09/2028");
    }
);

story!(capabilities;
    async fn who_no_longer_answers_for_an_entry_cannot_confirm_it_by_an_old_letter(app) {
        let g = ground(&app).await;
        app.run_schedules().await;
        app.go_to("2027-09-08");
        let asked = link(&app, "Les informations de Les Passeurs").await.unwrap();
        app.anybody().get(&asked).await.assert_ok().assert_sees("Rien n’a changé");
        // Sixty days later the link has ended, and a new letter has come.
        app.go_to("2027-11-08");
        app.anybody().get(&asked).await.assert_ok().assert_sees("Ce lien ne mène plus à rien").assert_lacks("Rien n’a changé");
        app.anybody().post(&asked, &[]).await.assert_not_found();
        let again = link(&app, "Les informations de Les Passeurs").await.unwrap();
        assert_ne!(asked, again);
        // One of the two admins was written to; when her role ends, her letter does nothing any more.
        let mails = app.mails().await;
        let to = &mails.iter().find(|mail| mail.subject.contains("Les informations de Les Passeurs")).unwrap().to;
        let written_to = if to == "ada@example.org" { g.admin.id() } else { g.founder };
        let mut tx = app.write().await;
        let held = passerelle_access::membership::of_account(&mut tx, written_to, app.today()).await.unwrap();
        passerelle_access::membership::end(&mut tx, held[0].id, app.today()).await.unwrap();
        tx.commit().await.unwrap();
        app.go_to("2027-11-10");
        app.anybody().get(&again).await.assert_sees("Ce lien ne mène plus à rien");
        app.anybody().post(&again, &[]).await.assert_not_found();
        app.anybody().get("/entries/0000").await.assert_not_found();
    }
);
