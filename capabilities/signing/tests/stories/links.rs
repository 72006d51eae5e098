//! Links: opening one never signs, it can be opened again, an old one is renewed by its holder, a correction ends the old one.

use passerelle_testkit::story;

use super::{LEA, NOOR, YES, capabilities, ground};

story!(capabilities;
    /// A mail scanner opens the link as often as it likes; the person signs once, and a second form signs nothing.
    async fn opening_a_link_never_signs_and_a_form_signs_once(app) {
        let g = ground(&app).await;
        let path = g.offered("Une charte", &[LEA, NOOR]).await;
        let (link, anybody) = (g.link("lea@foyer.example").await, app.anybody());
        for _ in 0..3 {
            anybody.get(&link).await.assert_ok().assert_sees("Espairs vous demande de lire et de signer ce papier");
            anybody.get(&format!("{link}/paper.pdf")).await.assert_ok();
        }
        g.coralie.get(&path).await.assert_sees("0 signature sur 2");
        anybody.post(&link, &[("name", "Léa Blanc")]).await.assert_refused().assert_sees("Cochez la case");
        let once = [("name", "Léa Blanc"), ("consent", "yes"), ("_once", "0123456789abcdef")];
        anybody.post(&link, &once).await.assert_redirected();
        anybody.post(&link, &once).await.assert_redirected();
        let again = [("name", "Somebody Else"), ("consent", "yes")];
        anybody.post(&link, &again).await.assert_refused().assert_sees("Rien n’a été fait une seconde fois.");
        let page = g.coralie.get(&path).await;
        page.assert_sees("1 signature sur 2").assert_sees("Signé par Léa Blanc").assert_lacks("Somebody Else");
        anybody.get(&link).await.assert_ok().assert_sees("Vous avez signé le").assert_sees("1 signature sur 2 pour le moment");
    }
);

story!(capabilities;
    /// After thirty days the page says so and a button sends a new link to the same address: one, and to nobody else.
    async fn an_old_link_is_renewed_by_its_holder(app) {
        let g = ground(&app).await;
        g.offered("Une charte", &[LEA]).await;
        let (old, anybody) = (g.link("lea@foyer.example").await, app.anybody());
        app.go_to("2026-10-10");
        let page = anybody.get(&old).await;
        page.assert_ok().assert_sees("Ce lien est trop ancien").assert_lacks("lea@").assert_lacks("Une charte");
        anybody.post(&old, YES).await.assert_not_found();
        anybody.get(&format!("{old}/paper.pdf")).await.assert_not_found();
        let before = g.messages("lea@foyer.example").await;
        for _ in 0..3 {
            anybody.post(&format!("{old}/renewal"), &[]).await.assert_redirected();
        }
        assert_eq!(g.messages("lea@foyer.example").await, before + 1, "one is enough");
        anybody.get(&old).await.assert_sees("Un nouveau lien est parti").assert_lacks("lea@");
        let new = g.link("lea@foyer.example").await;
        assert_ne!(new, old);
        anybody.get(&new).await.assert_ok().assert_sees("Une charte");
        anybody.post(&new, &[("name", "Léa Blanc"), ("consent", "yes")]).await.assert_redirected();
        anybody.get("/sign/0000").await.assert_not_found();
        anybody.post("/sign/0000/renewal", &[]).await.assert_not_found();
    }
);

story!(capabilities;
    /// The address was wrong: the corrected one gets a link, and whoever holds the old one has no more part in it.
    async fn a_correction_sends_a_new_link_and_ends_the_old_one(app) {
        let g = ground(&app).await;
        let path = g.offered("Une charte", &[LEA, NOOR]).await;
        let (old, anybody) = (g.link("lea@foyer.example").await, app.anybody());
        let change = format!("{path}/signers/1/change");
        g.coralie.get(&change).await.assert_ok().assert_sees("Corriger l’adresse");
        let wrong = [("name", "Léa Blanc"), ("email", "lea"), ("way", "link")];
        g.coralie.post(&change, &wrong).await.assert_refused();
        let none = [("name", "Léa Blanc"), ("email", ""), ("way", "link")];
        g.coralie.post(&change, &none).await.assert_refused().assert_sees("il faut une adresse e-mail");
        let right = [("name", "Léa Blanc"), ("party", "pour le foyer"), ("email", "l.blanc@foyer.example"), ("way", "link")];
        g.coralie.post(&change, &right).await.assert_redirected();
        let page = anybody.get(&old).await;
        page.assert_ok().assert_sees("Ce lien ne sert plus").assert_lacks("Une charte").assert_lacks("l.blanc");
        anybody.post(&old, &[("name", "X"), ("consent", "yes")]).await.assert_not_found();
        anybody.post(&format!("{old}/renewal"), &[]).await.assert_not_found();
        let new = g.link("l.blanc@foyer.example").await;
        anybody.post(&new, &[("name", "Léa Blanc"), ("consent", "yes")]).await.assert_redirected();
        g.coralie.post(&change, &right).await.assert_refused().assert_sees("a déjà répondu");
    }
);

story!(capabilities;
    /// A no needs no reason, closes the paper for all, and the association hears of it.
    async fn a_no_is_a_word_and_closes_the_paper(app) {
        let g = ground(&app).await;
        let path = g.offered("Une charte", &[LEA, NOOR]).await;
        let (link, anybody) = (g.link("lea@foyer.example").await, app.anybody());
        anybody.post(&format!("{link}/decline"), &[("words", "Le texte ne va pas")]).await.assert_redirected();
        anybody.get(&link).await.assert_sees("Vous avez dit non le");
        let own = g.own_path(&g.noor).await;
        let signed = g.noor.post(&own, &[("name", "Noor"), ("consent", "yes")]).await;
        signed.assert_refused().assert_sees("Une personne a refusé de signer");
        g.coralie.get(&path).await.assert_sees("Refusé").assert_sees("Le texte ne va pas");
        g.coralie.post(&format!("{path}/signers/2/again"), &[]).await.assert_refused();
    }
);
