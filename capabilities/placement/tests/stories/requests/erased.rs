//! What people read where a text was erased: words and a day, never an error.

use passerelle_store::seal::{Owner, OwnerKind, destroy};
use passerelle_testkit::story;

use super::ground::{capabilities, ground, send};

story!(capabilities;
    async fn a_text_whose_key_was_destroyed_is_told_as_erased_and_work_goes_on(app) {
        let g = ground(&app).await;
        let ana = app.anybody();
        let follow = send(&ana, g.espairs).await;
        let html = g.coralie.get("/requests").await.assert_ok().html();
        let at = html.find("href=\"/requests/0").unwrap();
        let request = html[at + 6..].split('"').next().unwrap().to_owned();
        g.coralie.post(&format!("{request}/discussion"), &[("words", "Qui accueille ?")]).await.assert_redirected();
        g.coralie.get(&request).await.assert_ok().assert_sees("Que la porte s’ouvre");

        let mut tx = app.write().await;
        assert_eq!(destroy(&mut tx, &Owner::of(OwnerKind::Organisation, g.espairs)).await.unwrap(), 1);
        tx.commit().await.unwrap();

        let page = g.coralie.get(&request).await;
        page.assert_ok().assert_sees("[Effacé le 07/09/2026]").assert_lacks("Que la porte s’ouvre");
        let page = g.coralie.get(&format!("{request}/discussion")).await;
        page.assert_ok().assert_sees("[Effacé le 07/09/2026]").assert_lacks("Qui accueille");
        ana.post(&format!("{follow}/answer"), &[("words", "Samira, dès 8 h.")]).await.assert_redirected();
        g.coralie.get(&format!("{request}/discussion")).await.assert_ok().assert_sees("Samira, dès 8 h.");
    }
);
