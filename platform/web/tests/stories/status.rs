//! The page that tells an association what works and what does not.

use passerelle_access::Role;
use passerelle_kernel::Language;
use passerelle_store::job;
use passerelle_testkit::{TestApp, story};
use passerelle_web::{Letter, logbook, send_letter};

use crate::ground;

pub(super) async fn write_letter(app: &TestApp) {
    let mut tx = app.write().await;
    let (to, key) = ("noor@example.org".to_owned(), "web-mail-sign-in".to_owned());
    let letter = Letter { to, language: Language::Fr, key, args: Vec::new(), link: None };
    send_letter(&mut tx, &letter).await.unwrap();
    tx.commit().await.unwrap();
}

async fn back_up(app: &TestApp) {
    let mut tx = app.write().await;
    let now = tx.now();
    logbook::note(&mut tx, logbook::BACKUP, now).await.unwrap();
    tx.commit().await.unwrap();
}

story!(ground;
    /// Letters that wait for a quarter of an hour are stuck; the page says since when and what to do.
    async fn letters_that_are_stuck_are_told(app) {
        let ada = app.person("Ada Lin", Role::Admin, app.new_id(), None).await;
        back_up(&app).await;
        ada.get("/status").await.assert_ok().assert_sees("Tout marche comme prévu").assert_lacks("attend depuis");
        write_letter(&app).await;
        ada.get("/status").await.assert_sees("Ce serveur n’envoie pas d’e-mails").assert_lacks("attend depuis");
        app.clock().advance("20m".parse().unwrap());
        let page = ada.get("/status").await;
        page.assert_sees("Quelque chose ne marche pas").assert_sees("Un e-mail attend depuis le 07/09/2026");
        page.assert_sees("Prévenez la personne qui s’occupe du serveur").assert_lacks("noor@example.org");
        app.mails().await;
        ada.get("/status").await.assert_sees("Tout marche comme prévu").assert_lacks("attend depuis");
    }
);

story!(ground;
    /// A letter that was given up is told, because nobody would know otherwise that it never came.
    async fn letters_that_were_given_up_are_told(app) {
        let ada = app.person("Ada Lin", Role::Admin, app.new_id(), None).await;
        write_letter(&app).await;
        while let Some(claimed) = job::claim(app.db()).await.unwrap() {
            job::failed(app.db(), &claimed, "the mail server cannot be reached").await.unwrap();
            app.clock().advance("3h".parse().unwrap());
        }
        ada.get("/status").await.assert_sees("n’a pas pu partir, malgré plusieurs essais");
    }
);

story!(ground;
    /// No backup is told, an old one too.
    async fn a_backup_that_is_missing_or_old_is_told(app) {
        let ada = app.person("Ada Lin", Role::Admin, app.new_id(), None).await;
        ada.get("/status").await.assert_sees("Aucune sauvegarde n’a encore été faite").assert_sees("chaque jour");
        back_up(&app).await;
        let page = ada.get("/status").await;
        page.assert_sees("La dernière sauvegarde date du 07/09/2026").assert_lacks("chaque jour");
        app.clock().advance("40h".parse().unwrap());
        // A login does not last for ever: she comes back.
        let ada = app.known("ada.lin@example.org").await;
        ada.get("/status").await.assert_sees("La dernière sauvegarde date du 07/09/2026").assert_sees("chaque jour");
    }
);

story!(ground;
    /// Only those who answer for the association; a peer has nothing to do there.
    async fn others_are_not_admitted(app) {
        let peer = app.person("Noor", Role::Peer, app.new_id(), None).await;
        peer.get("/status").await.assert_forbidden();
        app.anybody().get("/status").await.assert_redirected_to_sign_in("/status");
    }
);
