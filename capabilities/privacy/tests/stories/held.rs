//! What is held about me: all of it, in words, and of nobody else.

use std::time::Duration;

use passerelle_access::{Role, session::Factors};
use passerelle_directory::{
    PersonFacts,
    actions::{create_person, merge_people, undo_merger},
};
use passerelle_testkit::story;
use serde_json::Value;

use super::{
    association, capabilities,
    copy::{file, held},
    entered, ground,
};

story!(capabilities;
    /// The page tells each fact in words, where it comes from and until when; nobody else's facts are on it.
    async fn a_person_reads_what_is_held_about_them_and_about_nobody_else(app) {
        let g = ground(&app).await;
        let other = entered(&app, &g.ada, g.association, "Paul", Role::Peer).await;
        let choices = [("phone", "colleagues"), ("name", "colleagues")];
        g.noor.post("/me/visibility", &choices).await.assert_redirected();

        let page = g.noor.get("/me/held").await;
        page.assert_ok().assert_sees("Ce qui est gardé sur vous").assert_sees("noor@example.org");
        page.assert_sees("Ville Lille").assert_sees("Téléphone 0612345678").assert_sees("Pays France");
        page.assert_sees("Association qui tient la fiche Espairs");
        page.assert_sees("Votre association l’a écrit. Gardé 3 ans après la fin de votre dernier rôle.");
        page.assert_sees("Rôle Pair-aidance Où Espairs Premier jour 07/09/2026");
        page.assert_sees("Votre téléphone Mes collègues").assert_sees("Vous l’avez dit.");
        page.assert_sees("Ce qui le permet : le travail convenu avec vous.");
        page.assert_lacks("paul@example.org").assert_lacks("Paul").assert_lacks("Coralie");
        // Columns and codes are ours, words are theirs.
        for code in ["web-held", "directory-held", "privacy-held", "account_id", "org_id", "person_opened"] {
            assert!(!page.text().contains(code), "{code} is on the page: {}", page.text());
        }
        assert!(other.get("/me/held").await.text().contains("paul@example.org"));
        app.anybody().get("/me/held").await.assert_redirected_to_sign_in("/me/held");
    }
);

story!(capabilities;
    /// Who has left reads the day on which their record goes; who has a role still reads the rule.
    async fn whoever_has_left_reads_the_day(app) {
        let g = ground(&app).await;
        let role = app.seat_of(&g.noor).await;
        let fields =
            [("membership", role.id.to_string()), ("last-day", "7".into()), ("last-month", "9".into()), ("last-year", "2026".into())];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        g.ada.post(&format!("/people/{}/ending", g.noor.id()), &fields).await.assert_redirected();
        g.noor.get("/me/held").await.assert_sees("Dernier jour 07/09/2026");
        app.clock().advance(Duration::from_secs(2 * 86_400).try_into().unwrap());
        let page = g.noor.get("/me/held").await;
        page.assert_ok().assert_sees("Gardé jusqu’au 07/09/2029.");
        // Work as a peer is proved for five years.
        page.assert_sees("Gardé jusqu’au 07/09/2031.");
    }
);

story!(capabilities;
    /// Somebody with an account and nothing else finds the account, and nobody to answer them.
    async fn whom_no_association_knows_finds_their_account(app) {
        let g = ground(&app).await;
        let stranger = app.stranger("Nobody Yet").await;
        let page = stranger.get("/me/held").await;
        page.assert_ok().assert_sees("nobody.yet@example.org").assert_lacks("/me/claims/new").assert_lacks("Espairs");
        let fields = [("kind", "correction"), ("about", "web-purpose-sign-in"), ("words", "My name")];
        stranger.post("/me/claims", &fields).await.assert_refused().assert_sees("Aucune association");
        g.coralie.get("/claims").await.assert_ok().assert_lacks("Nobody Yet");
        let other = app.person("Olga", Role::Admin, association(&app, &g.ada, "Ailleurs").await, None).await;
        other.get("/processing").await.assert_ok().assert_sees("Registre des traitements");
        g.noor.get("/processing").await.assert_forbidden();
    }
);

story!(capabilities;
    /// A record that stepped back behind theirs is theirs: the person reads what it holds, on the page and in the copy,
    /// until the two are apart again.
    async fn a_person_reads_what_a_record_that_stepped_back_holds(app) {
        let g = ground(&app).await;
        let facts = PersonFacts {
            name: "Noor A.".into(),
            email: Some("noor@ancienne.example".into()),
            phone: Some("0798765432".into()),
            town: Some("Namur".into()),
            ..PersonFacts::default()
        };
        let ctx = app.ctx(&g.ada).await;
        let again = create_person(&ctx, &facts, Role::Peer, g.association, None).await.unwrap();
        g.noor.get("/me/held").await.assert_ok().assert_lacks("Namur").assert_lacks("Une autre fiche vous concernant");
        let merger = merge_people(&ctx, g.noor.id(), again).await.unwrap();
        let page = g.noor.get("/me/held").await;
        page.assert_sees("Une autre fiche vous concernant a été réunie avec la vôtre");
        for word in ["Noor A.", "noor@ancienne.example", "0798765432", "Namur", "Lille", "0612345678"] {
            page.assert_sees(word);
        }
        page.assert_sees("Les fiches réunies avec la vôtre").assert_lacks("coralie@example.org");
        g.coralie.get("/me/held").await.assert_ok().assert_lacks("Namur").assert_lacks("Noor A.");
        app.prove(&g.noor, Factors::One).await;
        let copy = g.noor.post("/me/export", &[]).await;
        let data: Value = serde_json::from_str(&file(&copy, "data.json")).unwrap();
        let person = held(&data, "people", "person");
        assert_eq!((person["rows"].as_i64(), person["records"].as_array().map(Vec::len)), (Some(2), Some(2)));
        assert!(file(&copy, "mes-donnees.html").contains("Namur"));

        undo_merger(&ctx, g.noor.id(), merger).await.unwrap();
        let apart = g.noor.get("/me/held").await;
        apart.assert_ok().assert_lacks("Namur").assert_lacks("noor@ancienne.example").assert_lacks("Une autre fiche");
    }
);
