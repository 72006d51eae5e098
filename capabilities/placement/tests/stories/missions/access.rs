//! Who sees which missions: each their own, and what is not theirs does not exist.

use passerelle_access::Role;
use passerelle_testkit::story;

use super::ground::{capabilities, ground};

story!(capabilities;
    async fn each_sees_the_missions_that_concern_them(app) {
        let g = ground(app).await;
        let mission = format!("/missions/{}", g.running(&g.coralie, "Café du mardi", &g.noor).await);
        let ana = g.app.person("Ana", Role::Referent, g.institution, Some(g.mobile)).await;
        let bruno = g.app.person("Bruno", Role::Referent, g.institution, Some(g.unit)).await;
        let head = g.app.person("Hélène", Role::Head, g.institution, None).await;
        let treasurer = g.app.person("Théo", Role::Treasurer, g.espairs, None).await;
        for person in [&g.coralie, &g.noor, &ana, &head, &treasurer] {
            person.get("/missions").await.assert_ok().assert_sees("Café du mardi");
            for page in ["", "/sheet", "/schedule"] {
                person.get(&format!("{mission}{page}")).await.assert_ok();
            }
        }
        for person in [&g.lucas, &g.paul, &bruno] {
            person.get("/missions").await.assert_ok().assert_lacks("Café du mardi");
            for page in ["", "/sheet", "/sheet.pdf", "/schedule", "/proposals", "/start", "/end", "/schedule/slot"] {
                person.get(&format!("{mission}{page}")).await.assert_not_found();
            }
        }
        for person in [&g.noor, &ana, &head, &treasurer] {
            for page in ["/start", "/end", "/prolong", "/reopen", "/proposals", "/referent", "/schedule/slot"] {
                person.get(&format!("{mission}{page}")).await.assert_not_found();
            }
            person.get("/missions/new").await.assert_forbidden();
        }
        ana.get(&mission).await.assert_lacks("Changer quelque chose").assert_lacks("Finir");
        g.app.anybody().get(&mission).await.assert_redirected_to_sign_in(&mission);
    }
);

story!(capabilities;
    async fn a_proposal_is_for_one_peer_only(app) {
        let g = ground(app).await;
        let mission = g.ready(&g.coralie, g.mobile, "Aller vers").await;
        let offer = format!("/proposals/{}", g.proposed(&g.coralie, mission, &g.noor).await);
        g.noor.get(&offer).await.assert_ok();
        for person in [&g.paul, &g.coralie, &g.lucas] {
            person.get(&offer).await.assert_not_found();
            person.post(&offer, &[("version", "8"), ("reply", "yes")]).await.assert_not_found();
        }
        g.noor.get(&format!("/missions/{mission}")).await.assert_not_found();
        g.paul.get("/proposals").await.assert_ok().assert_lacks("Aller vers");
    }
);

story!(capabilities;
    /// The list goes on page by page, the newest first, and stays in the chosen state.
    async fn a_long_list_goes_on(app) {
        let g = ground(app).await;
        for number in 1..=53 {
            let request = g.accepted(&g.coralie, g.mobile).await;
            let ctx = g.app.ctx(&g.coralie).await;
            g.app.clock().advance(jiff::SignedDuration::from_secs(1));
            passerelle_placement::actions::missions::open_mission(&ctx, request, &format!("Numéro {number:02}")).await.unwrap();
        }
        let first = g.coralie.get("/missions?state=open").await;
        first.assert_sees("Numéro 53").assert_sees("Numéro 04").assert_lacks("Numéro 03");
        let html = first.html().replace("&amp;", "&");
        let older = html.split("href=\"").find(|rest| rest.starts_with("/missions?state=open&before=")).unwrap();
        let second = g.coralie.get(older.split('"').next().unwrap()).await;
        second.assert_ok().assert_sees("Numéro 03").assert_sees("Numéro 01").assert_lacks("Numéro 04");
    }
);
