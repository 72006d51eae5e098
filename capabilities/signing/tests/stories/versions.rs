//! A paper is taken back, or gets a new version.

use passerelle_testkit::story;

use super::{HUGO, LEA, NOOR, SCAN, capabilities, fields, ground, on_paper, path_of, send};

story!(capabilities;
    async fn a_withdrawn_paper_cannot_be_signed(app) {
        let g = ground(&app).await;
        let path = g.offered("Une charte", &[NOOR, LEA]).await;
        let (link, anybody) = (g.link("lea@foyer.example").await, app.anybody());
        let withdrawal = format!("{path}/withdrawal");
        g.coralie.get(&withdrawal).await.assert_ok();
        g.coralie.post(&withdrawal, &[("reason", " ")]).await.assert_refused().assert_sees("Écrivez une raison");
        g.coralie.post(&withdrawal, &[("reason", "Les heures sont fausses")]).await.assert_redirected();
        g.coralie.post(&withdrawal, &[("reason", "Encore")]).await.assert_refused();
        let page = anybody.get(&link).await;
        page.assert_ok().assert_sees("Espairs a retiré ce papier").assert_sees("Les heures sont fausses");
        let yes = [("name", "Léa Blanc"), ("consent", "yes")];
        anybody.post(&link, &yes).await.assert_refused().assert_sees("L’association a retiré ce papier");
        anybody.post(&format!("{link}/decline"), &[]).await.assert_refused();
        let own = g.own_path(&g.noor).await;
        g.noor.post(&own, &[("name", "Noor"), ("consent", "yes")]).await.assert_refused();
        let mails = app.mails().await;
        assert!(mails.iter().any(|mail| mail.to == "lea@foyer.example" && mail.subject.contains("retiré")));
        g.coralie.get(&path).await.assert_sees("Retiré").assert_sees("0 signature sur 2");
    }
);

story!(capabilities;
    /// A signed version holds until all have signed the next; an open one is replaced at once.
    async fn a_new_version_is_linked_to_the_one_before(app) {
        let g = ground(&app).await;
        let first = g.offered("Une charte", &[HUGO]).await;
        on_paper(&g.coralie, &first, 1, ["07", "09", "2026"], SCAN).await.assert_redirected();
        let renewal = format!("{first}/renewal");
        g.coralie.get(&renewal).await.assert_ok().assert_sees("Nouvelle version").assert_sees("Personne n’est obligé.");
        let second = path_of(&send(&g.coralie, &renewal, &fields("Une charte", &[HUGO])).await);
        g.coralie.get(&second).await.assert_sees("version 2").assert_sees("Version d’avant");
        g.coralie.get(&first).await.assert_sees("Signé").assert_sees("Version suivante");
        let third = path_of(&send(&g.coralie, &format!("{second}/renewal"), &fields("Une charte", &[HUGO])).await);
        g.coralie.get(&second).await.assert_sees("Remplacé");
        on_paper(&g.coralie, &second, 1, ["07", "09", "2026"], SCAN).await.assert_refused();
        on_paper(&g.coralie, &third, 1, ["07", "09", "2026"], SCAN).await.assert_redirected();
        g.coralie.get(&third).await.assert_sees("version 3").assert_sees("1 signature sur 1");
        g.coralie.get(&first).await.assert_sees("Remplacé");
    }
);

story!(capabilities;
    /// The form keeps what was typed while signers are added, and refuses what cannot be sent.
    async fn signers_are_added_and_what_is_wrong_is_said(app) {
        let g = ground(&app).await;
        g.coralie.get("/papers").await.assert_ok().assert_sees("Aucun papier pour le moment");
        g.coralie.get("/papers/new").await.assert_ok().assert_sees("Signataire 1").assert_sees("Signataire 2");
        let mut more = fields("Une charte", &[LEA]);
        more.push(("do".to_owned(), "more".to_owned()));
        let page = send(&g.coralie, "/papers", &more).await;
        page.assert_ok().assert_sees("Signataire 2");
        assert!(page.html().contains("value=\"lea@foyer.example\""), "what was typed stays");
        let unknown = ["Zoé", "", "zoe@nowhere.example", "", "account"];
        let refused = send(&g.coralie, "/papers", &fields("Une charte", &[unknown])).await;
        refused.assert_refused().assert_sees("Personne n’a de compte avec cette adresse");
        send(&g.coralie, "/papers", &fields("Une charte", &[])).await.assert_refused().assert_sees("au moins une personne");
        let four = [NOOR, LEA, HUGO, ["Max", "pour la mairie", "max@mairie.example", "", "link"]];
        let path = g.offered("À quatre", &four).await;
        g.coralie.get(&path).await.assert_sees("0 signature sur 4").assert_sees("pour la mairie");
        g.coralie.get("/papers").await.assert_sees("À quatre");
    }
);
