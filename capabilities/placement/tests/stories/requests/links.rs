//! The link by which a team follows its request: too old, sent anew, ended.

use passerelle_testkit::{TestApp, story};

use super::{
    days,
    ground::{capabilities, ground, letter, send},
};

const RENEWED: &str = "Un nouveau lien pour suivre votre demande à Espairs";

fn link_in(text: &str) -> String {
    text.lines().find_map(|line| line.strip_prefix("http://localhost")).unwrap().to_owned()
}

async fn letters_to_ana(app: &TestApp) -> usize {
    app.mails().await.iter().filter(|mail| mail.to == "ana@saint-martin.example").count()
}

story!(capabilities;
    async fn a_link_that_is_too_old_says_so_and_offers_a_new_one_to_the_same_address(app) {
        let g = ground(&app).await;
        let path = send(&app.anybody(), g.espairs).await;
        letter(&app, "ana@saint-martin.example", "Votre demande à Espairs").await;
        app.anybody().post(&format!("{path}/renewal"), &[]).await.assert_not_found();
        app.clock().advance(days(366));
        let whoever = app.anybody();
        let page = whoever.get(&path).await;
        page.assert_ok().assert_sees("Ce lien est trop ancien").assert_sees("Envoyer un nouveau lien");
        page.assert_lacks("Équipe mobile").assert_lacks("ana@saint-martin.example");
        assert_eq!(letters_to_ana(&app).await, 1, "opening the page sent something");

        let sent = whoever.post(&format!("{path}/renewal"), &[("email", "eve@example.org")]).await;
        let page = whoever.follow(&sent).await;
        page.assert_ok().assert_sees("Un nouveau lien est parti.").assert_lacks("Envoyer un nouveau lien");
        let new = link_in(&letter(&app, "ana@saint-martin.example", RENEWED).await);
        app.anybody().get(&new).await.assert_ok().assert_sees("Espairs a reçu votre demande");
        assert!(app.mails().await.iter().all(|mail| mail.to != "eve@example.org"));

        whoever.post(&format!("{path}/renewal"), &[]).await.assert_redirected();
        assert_eq!(letters_to_ana(&app).await, 2, "an old link sends one letter");
    }
);

story!(capabilities;
    async fn the_team_ends_its_links_and_the_next_letter_brings_a_new_one(app) {
        let g = ground(&app).await;
        let ana = app.anybody();
        let path = send(&ana, g.espairs).await;
        let in_letter = link_in(&letter(&app, "ana@saint-martin.example", "Votre demande à Espairs").await);
        ana.get(&path).await.assert_sees("Fermer l’accès par lien");
        ana.get(&format!("{path}/end")).await.assert_ok().assert_sees("La demande continue.");
        ana.get(&path).await.assert_ok();
        let ended = ana.post(&format!("{path}/end"), &[]).await;
        ana.follow(&ended).await.assert_ok().assert_sees("L’accès par lien est fermé.");
        for link in [&path, &in_letter] {
            app.anybody().get(link).await.assert_not_found();
            app.anybody().post(&format!("{link}/renewal"), &[]).await.assert_not_found();
        }
        let to_coralie = letter(&app, "coralie@example.org", "Équipe mobile demande une paire-aidante ou un pair-aidant").await;
        let request = link_in(&to_coralie);
        g.coralie.post(&format!("{request}/discussion"), &[("words", "Quand ?")]).await.assert_redirected();
        let asked = letter(&app, "ana@saint-martin.example", "Espairs a une question sur votre demande").await;
        app.anybody().get(&link_in(&asked)).await.assert_ok().assert_sees("Quand ?");
    }
);

story!(capabilities;
    async fn who_coordinates_sends_a_new_link_or_ends_them_all(app) {
        let g = ground(&app).await;
        let path = send(&app.anybody(), g.espairs).await;
        let to_coralie = letter(&app, "coralie@example.org", "Équipe mobile demande une paire-aidante ou un pair-aidant").await;
        let request = link_in(&to_coralie);
        g.coralie.get(&request).await.assert_sees("Lien de suivi de l’équipe");
        g.coralie.get(&format!("{request}/link")).await.assert_ok().assert_sees("ana@saint-martin.example");
        let sent = g.coralie.post(&format!("{request}/link"), &[]).await;
        g.coralie.follow(&sent).await.assert_sees("Un nouveau lien part à l’équipe.");
        let new = link_in(&letter(&app, "ana@saint-martin.example", RENEWED).await);
        app.anybody().get(&new).await.assert_ok();
        app.anybody().get(&path).await.assert_ok();
        g.coralie.post(&format!("{request}/link/end"), &[]).await.assert_redirected();
        app.anybody().get(&new).await.assert_not_found();
        app.anybody().get(&path).await.assert_not_found();
        g.coralie.get(&request).await.assert_ok();
    }
);
