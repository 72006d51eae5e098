//! Nobody but the association and the signers sees a paper.

use passerelle_testkit::story;

use super::{LEA, NOOR, SCAN, capabilities, ground, on_paper};

story!(capabilities;
    async fn a_stranger_and_another_association_see_nothing(app) {
        let g = ground(&app).await;
        let path = g.offered("Une charte", &[NOOR, LEA]).await;
        let own = g.own_path(&g.noor).await;
        let stranger = app.stranger("Nobody Yet").await;
        for who in [&g.lucas, &stranger, &g.noor] {
            for end in ["", "/paper.pdf", "/final.pdf", "/signers/1/scan", "/signers/1/change", "/withdrawal", "/renewal"] {
                who.get(&format!("{path}{end}")).await.assert_not_found();
            }
            who.post(&format!("{path}/withdrawal"), &[("reason", "x")]).await.assert_not_found();
            who.post(&format!("{path}/signers/1/again"), &[]).await.assert_not_found();
            on_paper(who, &path, 1, ["07", "09", "2026"], SCAN).await.assert_not_found();
        }
        g.lucas.get("/papers").await.assert_ok().assert_lacks("Une charte");
        // The coordinator follows the paper and signs for nobody.
        for who in [&g.lucas, &g.coralie] {
            who.get(&own).await.assert_not_found();
            who.post(&own, &[("name", "X"), ("consent", "yes")]).await.assert_not_found();
            who.get("/signatures").await.assert_ok().assert_lacks("Une charte");
        }
        stranger.get("/signatures").await.assert_ok().assert_lacks("Une charte");
        g.noor.get("/papers").await.assert_forbidden();
        app.anybody().get(&own).await.assert_redirected_to_sign_in(&own);
        g.noor.get(&own).await.assert_ok().assert_sees("Une charte");
    }
);
