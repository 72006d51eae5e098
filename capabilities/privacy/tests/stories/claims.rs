//! Something is wrong, something is not wanted: asked, answered, seen by those who answer and by nobody else.

use passerelle_access::Role;
use passerelle_testkit::story;

use super::{association, capabilities, first_claim, ground};

const WORDS: &str = "I live in Roubaix, not in Lille";

story!(capabilities;
    async fn a_mistake_is_reported_and_answered(app) {
        let g = ground(&app).await;
        let form = g.noor.get("/me/claims/new?kind=correction&about=directory-purpose-people").await;
        form.assert_ok().assert_sees("Qu’est-ce qui est faux ?").assert_sees("Votre fiche dans l’annuaire");
        let fields = [("kind", "correction"), ("about", "directory-purpose-people"), ("words", "")];
        g.noor.post("/me/claims", &fields).await.assert_refused().assert_sees("Écrivez quelques mots.");
        let fields = [("kind", "correction"), ("about", "directory-purpose-people"), ("words", WORDS)];
        g.noor.post("/me/claims", &fields).await.assert_redirected();
        g.noor.get("/me/held").await.assert_sees(WORDS).assert_sees("Réponse au plus tard le mercredi 7 octobre 2026.");

        let path = first_claim(&g.coralie).await;
        let page = g.coralie.get(&path).await;
        page.assert_ok().assert_sees("Noor signale une erreur dans ses données").assert_sees(WORDS);
        let answer = format!("{path}/answer");
        g.coralie.post(&answer, &[]).await.assert_refused().assert_sees("Dites si c’est fait ou non.").assert_sees(WORDS);
        let withdrawn = [("outcome", "withdrawn"), ("words", "x")];
        g.coralie.post(&answer, &withdrawn).await.assert_refused();
        let done = [("outcome", "done"), ("words", "Your town is Roubaix now")];
        g.coralie.post(&answer, &done).await.assert_redirected();
        g.coralie.post(&answer, &done).await.assert_refused().assert_sees("a déjà une réponse");

        let page = g.noor.get("/me/held").await;
        page.assert_sees("Your town is Roubaix now").assert_sees("Répondu le 07/09/2026 à 9 h par Coralie.");
        let mails = app.mails().await;
        let letter = mails.iter().find(|mail| mail.to == "noor@example.org").unwrap();
        assert!(letter.text.contains("/me/held") && !letter.text.contains("Roubaix"), "{}", letter.text);
    }
);

story!(capabilities;
    /// Another association, a peer and a stranger see nothing of it; what is not held cannot be asked about.
    async fn only_those_who_answer_see_what_was_asked(app) {
        let g = ground(&app).await;
        let fields = [("kind", "objection"), ("about", "web-purpose-trail"), ("words", WORDS)];
        g.noor.post("/me/claims", &fields).await.assert_redirected();
        let path = first_claim(&g.ada).await;
        let elsewhere = association(&app, &g.ada, "Ailleurs").await;
        let lucas = app.person("Lucas", Role::Coordinator, elsewhere, None).await;
        lucas.get("/claims").await.assert_ok().assert_lacks("Noor");
        for person in [&lucas, &g.noor] {
            person.get(&path).await.assert_not_found();
            let done = [("outcome", "done"), ("words", "x")];
            person.post(&format!("{path}/answer"), &done).await.assert_not_found();
            app.prove(person, passerelle_access::session::Factors::Two).await;
            person.post(&format!("{path}/erasure"), &[]).await.assert_not_found();
        }
        g.noor.get("/claims").await.assert_forbidden();
        // An objection is no erasure.
        g.coralie.post(&format!("{path}/erasure"), &[]).await.assert_refused();
        for about in ["web-purpose-nothing", "placement-purpose-hours", ""] {
            let asked = g.noor.get(&format!("/me/claims/new?kind=correction&about={about}")).await;
            assert_eq!(asked.location(), "/me/held", "what it is about is chosen there");
            let fields = [("kind", "correction"), ("about", about), ("words", "x")];
            g.noor.post("/me/claims", &fields).await.assert_not_found();
        }
        let erasure = g.noor.get("/me/claims/new?kind=erasure&about=web-purpose-trail").await;
        assert_eq!(erasure.location(), "/me/held");
    }
);
