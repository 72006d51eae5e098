//! The whole path, through the pages: an accepted request becomes a mission that runs, and ends.

use passerelle_testkit::story;

use super::ground::{capabilities, date, field, first_id, ground};

const UNTIL: [&str; 3] = ["until-day", "until-month", "until-year"];
const ON: [&str; 3] = ["on-day", "on-month", "on-year"];

story!(capabilities;
    async fn an_accepted_request_becomes_a_mission_that_runs_and_ends(app) {
        let g = ground(app).await;
        let (coralie, noor, paul) = (&g.coralie, &g.noor, &g.paul);
        coralie.get("/missions").await.assert_ok().assert_sees("Aucune mission pour le moment");
        let request = g.accepted(coralie, g.mobile).await.to_string();
        let page = coralie.get(&format!("/missions/new?request={request}")).await;
        page.assert_ok().assert_sees("Préparer la mission");
        assert!(page.html().contains("Mission\u{a0}: Équipe mobile, Hôpital Saint-Martin"));
        coralie.post("/missions/new", &[("request", &request), ("title", " ")]).await.assert_refused();
        let opened = coralie.post("/missions/new", &[("request", &request), ("title", "Aller vers, le mardi")]).await;
        let mission = opened.assert_redirected().location().split('?').next().unwrap().to_owned();
        coralie.follow(&opened).await.assert_sees("La mission est créée.").assert_sees("0 points sur 8");
        let again = coralie.post("/missions/new", &[("request", &request), ("title", "Encore")]).await;
        again.assert_refused().assert_sees("Une mission répond déjà à cette demande");

        coralie.get(&format!("{mission}/proposals")).await.assert_sees("Il manque une réponse dans la fiche").assert_lacks("Noor");
        for (version, point) in ["record-access", "visits-alone", "consent", "sharing", "meetings", "supervision", "limits", "who-to-call"].into_iter().enumerate() {
            let version = version.to_string();
            coralie.get(&format!("{mission}/sheet/point?point={point}")).await.assert_ok();
            let answer = [("point", point), ("version", version.as_str()), ("how", "words"), ("words", "Toujours à deux, on en parle le lundi")];
            coralie.post(&format!("{mission}/sheet/point"), &answer).await.assert_redirected();
        }
        let (noor_id, paul_id) = (noor.id().to_string(), paul.id().to_string());
        let proposals = format!("{mission}/proposals");
        coralie.get(&proposals).await.assert_sees("Noor").assert_sees("Paul").assert_sees("langues demandées (Français)");
        coralie.post(&proposals, &date(UNTIL, ["20", "9", "2026"])).await.assert_refused().assert_sees("Choisissez au moins une personne.");
        let mut chosen = date(UNTIL, ["20", "9", "2026"]);
        chosen.extend([("peer", noor_id.as_str()), ("peer", paul_id.as_str())]);
        coralie.post(&proposals, &chosen).await.assert_redirected();
        let mails = g.app.mails().await;
        let letter = mails.iter().find(|mail| mail.to == "noor@example.org").unwrap();
        assert_eq!(letter.subject, "Espairs vous propose une mission");

        let offer = format!("/proposals/{}", first_id::<()>(&noor.get("/proposals").await.html(), "/proposals/"));
        assert!(letter.text.contains(&offer), "{}", letter.text);
        let page = noor.get(&offer).await;
        page.assert_ok().assert_sees("Espairs vous propose une mission").assert_sees("Toujours à deux").assert_sees("sans donner de raison");
        let version = field(&page.html(), "version");
        noor.post(&offer, &[("version", &version)]).await.assert_refused();
        noor.post(&offer, &[("version", &version), ("reply", "no")]).await.assert_redirected();
        coralie.get(&proposals).await.assert_lacks("Convenir de la mission");
        noor.post(&offer, &[("version", &version), ("reply", "yes")]).await.assert_redirected();
        let page = coralie.get(&proposals).await;
        page.assert_sees("Convenir de la mission Noor").assert_sees("Pas encore de réponse");
        let proposal = field(&page.html(), "proposal");
        let agreed = coralie.post(&format!("{mission}/agree"), &[("proposal", &proposal)]).await;
        let page = coralie.follow(&agreed).await;
        page.assert_sees("Noor fera cette mission.").assert_sees("Mission convenue").assert_lacks("Paul");
        assert_eq!(page.text().matches("Fiche modifiée").count(), 1, "eight answers in a row are told once");
        let mails = g.app.mails().await;
        assert!(mails.iter().any(|mail| mail.to == "paul@example.org" && mail.subject.starts_with("À propos")), "{mails:?}");
        noor.get(&mission).await.assert_ok().assert_sees("Noor fera cette mission.");
        noor.get("/missions").await.assert_ok().assert_sees("Aller vers, le mardi").assert_sees("Convenue");
        paul.get(&mission).await.assert_not_found();

        let page = coralie.get(&format!("{mission}/start")).await;
        let mut begin = date(ON, ["8", "9", "2026"]);
        let version = field(&page.html(), "version");
        begin.push(("version", &version));
        let started = coralie.post(&format!("{mission}/start"), &begin).await;
        coralie.follow(&started).await.assert_sees("Noor travaille ici depuis le mardi 8 septembre 2026.");
        coralie.get("/missions?state=running").await.assert_sees("Aller vers, le mardi").assert_sees("7 h");
        coralie.get("/missions?state=open").await.assert_lacks("Aller vers").assert_sees("Aucune mission dans cet état");
        coralie.post(&format!("{mission}/end"), &[("version", &version), ("ending", "completed")]).await.assert_refused();

        g.app.go_to("2026-10-01");
        const HIRED: [&str; 3] = ["hired-on-day", "hired-on-month", "hired-on-year"];
        let form = async |version: &str, hired: [&'static str; 3], contract: &str, words: &str| {
            let mut end = date(ON, ["30", "9", "2026"]);
            end.extend(date(HIRED, hired));
            end.extend([("version", version), ("ending", "direct-hire"), ("contract", contract), ("contract-words", words)]);
            coralie.post(&format!("{mission}/end"), &end).await
        };
        let old = form(&version, ["1", "10", "2026"], "fr-cdi", "").await;
        old.assert_refused().assert_sees("a changé ces informations");
        let asked = coralie.get(&format!("{mission}/end")).await;
        asked.assert_sees("Contrat dans la fonction publique").assert_lacks("Poste statutaire");
        let version = field(&asked.html(), "version");
        form(&version, ["", "", ""], "fr-cdi", "").await.assert_refused().assert_sees("Écrivez");
        form(&version, ["1", "10", "2026"], "be-statutaire", "").await.assert_refused();
        form(&version, ["1", "10", "2026"], "other", "").await.assert_refused().assert_sees("Écrivez de quel contrat il s’agit");
        form(&version, ["1", "8", "2026"], "fr-cdi", "").await.assert_refused().assert_sees("Ce jour est avant la mission");
        let ended = form(&version, ["1", "10", "2026"], "fr-public", "À mi-temps").await;
        let page = coralie.follow(&ended).await;
        page.assert_sees("L’établissement a recruté Noor.").assert_sees("Mission finie").assert_sees("À mi-temps");
        page.assert_sees("Contrat dans la fonction publique, à partir du jeudi 1er octobre 2026");
        noor.get(&mission).await.assert_ok().assert_sees("Contrat dans la fonction publique").assert_sees("À mi-temps");
    }
);

story!(capabilities;
    async fn a_peer_steps_back_and_the_mission_is_proposed_again(app) {
        let g = ground(app).await;
        let mission = g.agreed(&g.coralie, "Aller vers", &g.noor).await;
        let path = format!("/missions/{mission}");
        let version = field(&g.coralie.get(&format!("{path}/reopen")).await.html(), "version");
        let reopened = g.coralie.post(&format!("{path}/reopen"), &[("version", &version)]).await;
        g.coralie.follow(&reopened).await.assert_sees("La mission n’est encore proposée à personne.");
        g.noor.get(&path).await.assert_not_found();
        g.noor.get("/proposals").await.assert_sees("Rien n’est proposé pour le moment");
        g.proposed(&g.coralie, mission, &g.noor).await;
        g.coralie.get(&path).await.assert_sees("Proposée");
    }
);

story!(capabilities;
    /// A yes counts for the sheet that the peer has read.
    async fn a_yes_to_an_older_sheet_cannot_be_agreed(app) {
        let g = ground(app).await;
        let mission = g.ready(&g.coralie, g.mobile, "Aller vers").await;
        let proposal = g.proposed(&g.coralie, mission, &g.noor).await;
        let offer = format!("/proposals/{proposal}");
        g.noor.post(&offer, &[("version", "8"), ("reply", "yes")]).await.assert_redirected();
        let answer = [("point", "limits"), ("version", "8"), ("how", "words"), ("words", "Ni soins ni secrétariat")];
        g.coralie.post(&format!("/missions/{mission}/sheet/point"), &answer).await.assert_redirected();
        let page = g.coralie.get(&format!("/missions/{mission}/proposals")).await;
        page.assert_sees("Oui à une version précédente de la fiche.").assert_lacks("Convenir de la mission");
        let id = proposal.to_string();
        let refused = g.coralie.post(&format!("/missions/{mission}/agree"), &[("proposal", &id)]).await;
        refused.assert_refused().assert_sees("La fiche a changé depuis le oui de la personne.");
        let stale = g.noor.post(&offer, &[("version", "8"), ("reply", "yes")]).await;
        stale.assert_refused().assert_sees("La fiche vient de changer.").assert_sees("Ni soins ni secrétariat");
        let version = field(&stale.html(), "version");
        g.noor.post(&offer, &[("version", &version), ("reply", "yes")]).await.assert_redirected();
        g.coralie.post(&format!("/missions/{mission}/agree"), &[("proposal", &id)]).await.assert_redirected();
    }
);
