//! The public page that tells whether a file is a paper of ours, unchanged.

use passerelle_testkit::story;

use super::{HUGO, LEA, NOOR, SCAN, capabilities, ground, on_paper};

story!(capabilities;
    async fn a_file_is_recognised_and_a_changed_one_is_not(app) {
        let g = ground(&app).await;
        let path = g.offered("Une charte", &[HUGO]).await;
        let anybody = app.anybody();
        let check = async |bytes: &[u8]| anybody.send_file("/check-paper", "file", bytes).await;
        anybody.get("/check-paper").await.assert_ok().assert_sees("Rien de ce que vous envoyez n’est gardé.");
        let offered = g.coralie.get(&format!("{path}/paper.pdf")).await.bytes().to_vec();
        let told = check(&offered).await;
        told.assert_ok().assert_sees("exactement le papier « Une charte » proposé par Espairs");
        told.assert_sees("Aucune signature sur 1.").assert_lacks("Hugo");

        on_paper(&g.coralie, &path, 1, ["07", "09", "2026"], SCAN).await.assert_redirected();
        app.mails().await;
        let last = g.coralie.get(&format!("{path}/final.pdf")).await.bytes().to_vec();
        for file in [&offered, &last] {
            let told = check(file).await;
            told.assert_sees("1 signature sur 1. Tout le monde a signé, le lundi 7 septembre 2026.").assert_lacks("Hugo");
        }
        for place in [10, last.len() / 2, last.len() - 2] {
            let mut changed = last.clone();
            changed[place] ^= 1;
            check(&changed).await.assert_ok().assert_sees("n’est pas un papier d’ici, ou il a été modifié");
        }
        // A scan is nobody's business.
        check(SCAN).await.assert_sees("n’est pas un papier d’ici");
        check(b"").await.assert_refused().assert_sees("Choisissez un fichier.");
    }
);

story!(capabilities;
    async fn a_withdrawn_paper_says_so_and_whoever_goes_on_checking_waits(app) {
        let g = ground(&app).await;
        let path = g.offered("Une charte", &[NOOR, LEA]).await;
        let file = g.coralie.get(&format!("{path}/paper.pdf")).await.bytes().to_vec();
        g.coralie.post(&format!("{path}/withdrawal"), &[("reason", "Une erreur")]).await.assert_redirected();
        let anybody = app.anybody().from_address("192.0.2.7", "");
        let told = anybody.send_file("/check-paper", "file", &file).await;
        told.assert_sees("L’association a retiré ce papier.").assert_lacks("Une erreur");
        let mut waited = false;
        for _ in 0..12 {
            waited |= anybody.send_file("/check-paper", "file", b"x").await.status() == 429;
        }
        assert!(waited, "whoever goes on checking waits");
    }
);
