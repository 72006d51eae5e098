//! Before the first day: the list that the association keeps holds the start back until it is done.

use passerelle_testkit::story;

use super::ground::{capabilities, date, field, ground};

story!(capabilities;
    async fn a_mission_starts_once_what_blocks_is_done(app) {
        let g = ground(app).await;
        let mission = g.agreed(&g.coralie, "Café du mardi", &g.noor).await;
        let path = format!("/missions/{mission}");
        g.coralie.get(&path).await.assert_ok().assert_sees("Rien n’est demandé avant le premier jour.");
        g.coralie.get("/formalities").await.assert_ok().assert_sees("Commencer avec la liste habituelle");
        g.coralie.post("/formalities/usual", &[]).await.assert_redirected();
        // What another association asks for holds none of ours back.
        let theirs = [("text", "La salle est prête."), ("country", ""), ("blocking", "yes")];
        g.lucas.post("/formalities", &theirs).await.assert_redirected();
        g.coralie.get("/formalities").await.assert_sees("La déclaration préalable à l’embauche est faite");
        let empty = g.coralie.post("/formalities", &[("text", " "), ("country", "BE"), ("blocking", "yes")]).await;
        empty.assert_refused();
        assert!(empty.html().contains("checked"), "what was chosen is lost");
        // Only in Belgium: it says nothing to a mission in France.
        g.coralie.post("/formalities", &[("text", "La Dimona est faite."), ("country", "BE"), ("blocking", "yes")]).await.assert_redirected();

        let page = g.coralie.get(&format!("{path}/start")).await.html();
        let mut fields = date(["on-day", "on-month", "on-year"], ["7", "9", "2026"]);
        let version = field(&page, "version");
        fields.push(("version", version.as_str()));
        let refused = g.coralie.post(&format!("{path}/start"), &fields).await;
        refused.assert_refused().assert_sees("Il reste une formalité à faire avant le premier jour");

        let shown = g.noor.get(&path).await;
        shown.assert_ok().assert_sees("La déclaration préalable").assert_lacks("La salle est prête.").assert_lacks("Dimona").assert_lacks("C’est fait");
        g.lucas.post(&format!("{path}/formalities"), &[("formality", mission.to_string().as_str()), ("done", "yes")]).await.assert_not_found();
        let html = g.coralie.get(&path).await.html();
        let open: Vec<String> = html.split("name=\"formality\" value=\"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect();
        assert_eq!(open.len(), 6);
        for one in &open[..3] {
            g.coralie.post(&format!("{path}/formalities"), &[("formality", one), ("done", "yes")]).await.assert_redirected();
        }
        g.coralie.get(&path).await.assert_sees("Fait le 07/09/2026 (Coralie)");
        g.coralie.post(&format!("{path}/formalities"), &[("formality", &open[0]), ("done", "no")]).await.assert_redirected();
        g.coralie.post(&format!("{path}/start"), &fields).await.assert_refused();
        g.coralie.post(&format!("{path}/formalities"), &[("formality", &open[0]), ("done", "yes")]).await.assert_redirected();
        g.coralie.post(&format!("{path}/start"), &fields).await.assert_redirected();
        g.noor.get("/formalities").await.assert_forbidden();
    }
);

story!(capabilities;
    async fn another_association_keeps_its_own_list(app) {
        let g = ground(app).await;
        g.coralie.post("/formalities", &[("text", "Les clés sont prêtes."), ("country", "")]).await.assert_redirected();
        g.lucas.get("/formalities").await.assert_ok().assert_lacks("Les clés sont prêtes.");
        let html = g.coralie.get("/formalities").await.assert_sees("Oui, retirer Les clés sont prêtes.").html();
        let action = html.split("action=\"").find(|rest| rest.contains("/removal\"")).unwrap().split('"').next().unwrap().to_owned();
        g.lucas.post(&action, &[]).await.assert_not_found();
        g.coralie.post(&action, &[]).await.assert_redirected();
        g.coralie.get("/formalities").await.assert_lacks("Les clés sont prêtes.");
    }
);
