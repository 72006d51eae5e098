//! A request beyond the charter: passed on in one tap, answered by the association, read by the peer.

use passerelle_access::Role;
use passerelle_placement::{actions::beyond as actions, beyond::Kind};
use passerelle_testkit::story;

use super::work::{capabilities, ground};

story!(capabilities;
    async fn the_peer_passes_it_on_and_the_coordinator_answers_the_team(app) {
        let g = ground(&app).await;
        let m = g.mission.to_string();
        g.noor.get("/beyond/new").await.assert_ok().assert_sees("Aller chez quelqu’un sans collègue");
        let told = g.noor.post("/beyond", &[("mission", &m), ("kind", "alone-at-home"), ("asked-by", "nurse")]).await;
        told.assert_redirected();
        let path = told.location().split('?').next().unwrap().to_owned();
        g.noor.follow(&told).await.assert_sees("attend une réponse").assert_sees("Vous n’avez rien d’autre à faire");

        g.coralie.get("/today").await.assert_sees("Noor a reçu une demande hors de sa charte");
        let answer = format!("{path}/answer");
        g.coralie.post(&answer, &[("answer", "")]).await.assert_refused();
        g.coralie.post(&answer, &[("answer", "Toujours à deux.")]).await.assert_redirected();
        let mails = app.mails().await;
        assert_eq!(mails.len(), 1);
        assert_eq!(mails[0].to, "dr.amrani@example.org");
        assert!(mails[0].text.contains("Toujours à deux."));
        assert!(!mails[0].text.contains("infirmière"), "who asked is not told to the team");

        g.noor.get(&path).await.assert_sees("Toujours à deux.").assert_sees("Coralie");
        g.coralie.post(&answer, &[("answer", "Encore")]).await.assert_refused();
        g.noor.post(&format!("{path}/withdraw"), &[]).await.assert_refused();
        g.coralie.get("/today").await.assert_lacks("hors de sa charte");
    }
);

story!(capabilities;
    async fn the_peer_may_take_it_back_and_nobody_else_reads_it(app) {
        let g = ground(&app).await;
        let id = actions::report_beyond(&app.ctx(&g.noor).await, g.mission, Kind::Reporting, None).await.unwrap();
        let path = format!("/beyond/{id}");
        let peer = app.person("Paul", Role::Peer, g.espairs, None).await;
        let other = app.person("Olga", Role::Coordinator, app.new_id(), None).await;
        for stranger in [&peer, &other, &g.ana, &g.tom] {
            stranger.get(&path).await.assert_not_found();
        }
        peer.post("/beyond", &[("mission", &g.mission.to_string()), ("kind", "other")]).await.assert_not_found();
        peer.get("/beyond").await.assert_ok().assert_lacks("rapport");
        g.noor.post(&format!("{path}/answer"), &[("answer", "Non")]).await.assert_not_found();
        g.noor.post(&format!("{path}/withdraw"), &[]).await.assert_redirected();
        g.coralie.get("/beyond").await.assert_ok().assert_sees("retirée");
        g.coralie.post(&format!("{path}/answer"), &[("answer", "Non")]).await.assert_refused();
        assert_eq!(app.mails().await.len(), 0);
    }
);
