//! The page of whoever holds the link.

use passerelle_testkit::story;

use super::ground::{capabilities, ground, letter, send};

story!(capabilities;
    async fn only_the_right_link_opens_a_request(app) {
        let g = ground(&app).await;
        let path = send(&app.anybody(), g.espairs).await;
        app.anybody().get(&path).await.assert_ok().assert_sees("Ce que vous avez demandé");
        app.anybody().get("/follow/not-the-secret").await.assert_not_found();
        app.anybody().post("/follow/not-the-secret/answer", &[("words", "Bonjour")]).await.assert_not_found();
        app.anybody().post("/follow/not-the-secret/withdrawal", &[]).await.assert_not_found();
    }
);

story!(capabilities;
    async fn opening_a_page_never_acts_and_withdrawing_asks_first(app) {
        let g = ground(&app).await;
        let ana = app.anybody();
        let path = send(&ana, g.espairs).await;
        let withdrawal = format!("{path}/withdrawal");
        ana.get(&withdrawal).await.assert_ok().assert_sees("Retirer votre demande ?");
        ana.get(&path).await.assert_sees("Espairs a reçu votre demande");
        let done = ana.post(&withdrawal, &[]).await;
        ana.follow(&done).await.assert_ok().assert_sees("Votre demande est retirée").assert_lacks("Ajouter quelque chose");
        letter(&app, "coralie@example.org", "Équipe mobile retire sa demande").await;
        ana.post(&format!("{path}/answer"), &[("words", "Encore")]).await.assert_refused();
        ana.post(&withdrawal, &[]).await.assert_refused().assert_sees("déjà sa réponse, ou elle est retirée");
    }
);

story!(capabilities;
    async fn the_team_may_add_a_word_and_an_empty_one_is_refused(app) {
        let g = ground(&app).await;
        let ana = app.anybody();
        let path = send(&ana, g.espairs).await;
        let answer = format!("{path}/answer");
        ana.post(&answer, &[("words", "  ")]).await.assert_refused().assert_sees("Écrivez quelques mots.");
        let said = ana.post(&answer, &[("words", "Nous avons un bureau.\n<b>Deux</b> chaises.")]).await;
        let page = ana.follow(&said).await;
        page.assert_ok().assert_sees("Votre message est envoyé.").assert_sees("Ana Petit").assert_sees("Nous avons un bureau.");
        assert!(page.html().contains("&lt;b&gt;Deux&lt;/b&gt; chaises."));
        let told = letter(&app, "coralie@example.org", "Équipe mobile a écrit au sujet de sa demande").await;
        assert!(told.contains("Nous avons un bureau."), "{told}");
    }
);
