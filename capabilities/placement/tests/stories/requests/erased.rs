//! What people read where a text was erased: words and a day, never an error.

use passerelle_access::Organisation;
use passerelle_kernel::Id;
use passerelle_store::seal::{Owner, OwnerKind, destroy};
use passerelle_testkit::{TestApp, story};

use super::ground::{PAGES, capabilities, ground, send};
use crate::stories::missions::ground as missions;

const ERASED: &str = "Effacé le";

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

        erase(&app, g.espairs).await;
        let page = g.coralie.get(&request).await;
        page.assert_ok().assert_sees("[Effacé le 07/09/2026]").assert_lacks("Que la porte s’ouvre");
        let page = g.coralie.get(&format!("{request}/discussion")).await;
        page.assert_ok().assert_sees("[Effacé le 07/09/2026]").assert_lacks("Qui accueille");
        ana.post(&format!("{follow}/answer"), &[("words", "Samira, dès 8 h.")]).await.assert_redirected();
        g.coralie.get(&format!("{request}/discussion")).await.assert_ok().assert_sees("Samira, dès 8 h.");
    }
);

/// Destroys the keys of an association.
async fn erase(app: &TestApp, org: Id<Organisation>) {
    let mut tx = app.write().await;
    assert_eq!(destroy(&mut tx, &Owner::of(OwnerKind::Organisation, org)).await.unwrap(), 1);
    tx.commit().await.unwrap();
}

story!(capabilities;
    /// The words that tell of an erased text are in no field of a form, so they cannot be saved as a text.
    async fn a_form_holds_nothing_where_a_text_was_erased(app) {
        let g = missions::ground(app).await;
        let mission = format!("/missions/{}", g.ready(&g.coralie, g.mobile, "Aller vers").await);
        let point = format!("{mission}/sheet/point?point=limits");
        g.coralie.get(&point).await.assert_ok().assert_sees("Dit ensemble");
        erase(&g.app, g.espairs).await;
        g.coralie.get(&point).await.assert_ok().assert_lacks("Dit ensemble").assert_lacks(ERASED);
        g.coralie.get(&format!("{mission}/sheet")).await.assert_sees(ERASED);
        let fields = [("point", "limits"), ("version", "8"), ("how", "words"), ("words", "Ni soins, ni clefs")];
        g.coralie.post(&format!("{mission}/sheet/point"), &fields).await.assert_redirected();
        let sheet = g.coralie.get(&format!("{mission}/sheet")).await;
        sheet.assert_sees("Ni soins, ni clefs").assert_sees(ERASED);
    }
);

story!(capabilities;
    /// Somebody who writes a request finds the erased answer empty, and what they answer next saves no other words.
    async fn a_draft_that_was_erased_goes_on_without_the_words_that_say_so(app) {
        let g = ground(&app).await;
        let ana = app.anybody();
        let mut next = ana.post("/ask", &[("to", &g.espairs.to_string())]).await;
        for (page, answer) in PAGES.iter().take(4) {
            ana.follow(&next).await.assert_ok();
            next = ana.post(&format!("/ask/{page}"), answer).await;
        }
        ana.get("/ask/hopes").await.assert_sees("Que la porte s’ouvre");
        erase(&app, g.espairs).await;
        ana.get("/ask/hopes").await.assert_ok().assert_lacks("Que la porte").assert_lacks(ERASED);
        ana.post("/ask/setting", &[("setting", "mobile")]).await.assert_redirected();
        ana.get("/ask/hopes").await.assert_ok().assert_lacks(ERASED);
        ana.get("/ask/check").await.assert_lacks(ERASED);
    }
);

story!(capabilities;
    /// What was erased stays told as erased when the request around it changes.
    async fn a_decision_does_not_turn_the_words_into_a_text(app) {
        let g = ground(&app).await;
        let ana = app.anybody();
        send(&ana, g.espairs).await;
        let html = g.coralie.get("/requests").await.assert_ok().html();
        let at = html.find("href=\"/requests/0").unwrap();
        let request = html[at + 6..].split('"').next().unwrap().to_owned();
        erase(&app, g.espairs).await;
        g.coralie.post(&format!("{request}/discussion"), &[("words", "Qui accueille ?")]).await.assert_redirected();
        // A reader of another language would read the words of the one who saved them.
        g.coralie.post("/language", &[("language", "en")]).await.assert_redirected();
        g.coralie.get(&request).await.assert_ok().assert_sees("[Erased on").assert_lacks(ERASED);
    }
);
