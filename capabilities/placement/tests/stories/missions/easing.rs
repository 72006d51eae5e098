//! “Less this month”: one tap, the dates to those who wait, no reason anywhere, and the way back.

use passerelle_access::Role;
use passerelle_testkit::story;

use super::{
    ground::{capabilities, date, first_id, ground},
    schedule::add,
};

story!(capabilities;
    async fn one_tap_makes_the_month_lighter_and_tells_the_dates_only(app) {
        let g = ground(app).await;
        g.app.person("Rita", Role::Referent, g.institution, Some(g.mobile)).await;
        let mission = format!("/missions/{}", g.running(&g.coralie, "Café du mardi", &g.noor).await);
        let nothing = g.noor.post("/me/less", &[]).await;
        nothing.assert_refused().assert_sees("Rien n’a changé");
        add(&g.coralie, &mission, "2", "09:00", "12:00").await.assert_redirected();
        add(&g.coralie, &mission, "4", "14:00", "16:00").await.assert_redirected();
        g.noor.get("/today").await.assert_ok().assert_sees("Moins ce mois-ci");
        g.noor.get("/me/less").await.assert_ok().assert_sees("Aucun créneau annulé");

        let done = g.noor.post("/me/less", &[]).await;
        let page = g.noor.follow(&done).await;
        // Tuesdays 15, 22, 29 and Thursdays 10, 17, 24 remain from the day after tomorrow on; each second one goes.
        page.assert_ok().assert_sees("C’est fait").assert_sees("Mardi 15 septembre 2026, 9 h – 12 h");
        page.assert_sees("Mardi 22 septembre 2026").assert_sees("Mardi 29 septembre 2026").assert_lacks("Jeudi 10 septembre 2026");
        let week = g.coralie.get(&format!("{mission}/schedule?week=2026-09-15")).await;
        week.assert_ok().assert_sees("Pas de créneau le mardi 15 septembre 2026.");

        let mails = g.app.mails().await;
        let team = mails.iter().find(|mail| mail.text.contains("ne viendra pas") && !mail.text.contains("L’équipe est prévenue"));
        let team = team.expect("nobody of the team was told");
        assert!(team.text.contains("mardi 15 septembre 2026, mardi 22 septembre 2026 et mardi 29 septembre 2026"), "{}", team.text);
        assert!(!team.text.contains("moins") && !team.text.contains("allég"), "{}", team.text);
        assert!(mails.iter().any(|mail| mail.to == "coralie@example.org" && mail.text.contains("sans poser de question")));

        // Again: half of what remains; then back for one day.
        g.noor.post("/me/less", &[]).await.assert_redirected();
        let page = g.noor.get("/me/less").await.html();
        let action = page.split("action=\"").find(|rest| rest.contains("/back\"")).unwrap().split('"').next().unwrap().to_owned();
        let back = g.noor.post(&action, &[]).await;
        g.noor.follow(&back).await.assert_ok().assert_sees("vous venez ce jour-là").assert_lacks("Jeudi 10 septembre 2026");
        assert!(g.app.mails().await.iter().any(|mail| mail.text.contains("viendra quand même")));
    }
);

story!(capabilities;
    async fn only_the_peer_makes_it_lighter_and_only_takes_back_what_they_left_out(app) {
        let g = ground(app).await;
        let mission = format!("/missions/{}", g.running(&g.coralie, "Café du mardi", &g.noor).await);
        add(&g.coralie, &mission, "2", "09:00", "12:00").await.assert_redirected();
        g.coralie.post("/me/less", &[]).await.assert_forbidden();
        g.noor.post("/me/less", &[]).await.assert_redirected();
        let page = g.noor.get("/me/less").await.html();
        let action = page.split("action=\"").find(|rest| rest.contains("/back\"")).unwrap().split('"').next().unwrap().to_owned();
        g.paul.post(&action, &[]).await.assert_not_found();
        // Of Tuesdays 15, 22 and 29, the second one was left out; what the coordination has cancelled stays cancelled.
        g.noor.get("/me/less").await.assert_sees("Mardi 22 septembre 2026").assert_lacks("Mardi 15 septembre 2026");
        let schedule = g.coralie.get(&format!("{mission}/schedule?week=2026-09-15")).await.html();
        let slot = first_id::<()>(&schedule, "change?slot=").to_string();
        let cancel = [("slot", slot.as_str()), ("on", "2026-09-22"), ("how", "cancel")];
        g.coralie.post(&format!("{mission}/schedule/change"), &cancel).await.assert_redirected();
        g.noor.get("/me/less").await.assert_ok().assert_lacks("Mardi 22 septembre 2026");
        g.noor.post(&action, &[]).await.assert_not_found();
    }
);

story!(capabilities;
    /// The time was left out and its moment given to something else: nobody is at two places.
    async fn a_time_whose_moment_was_given_away_does_not_come_back(app) {
        let g = ground(app).await;
        let mission = format!("/missions/{}", g.running(&g.coralie, "Café du mardi", &g.noor).await);
        add(&g.coralie, &mission, "2", "09:00", "12:00").await.assert_redirected();
        g.noor.post("/me/less", &[]).await.assert_redirected();
        let page = g.noor.get("/me/less").await.html();
        let action = page.split("action=\"").find(|rest| rest.contains("/back\"")).unwrap().split('"').next().unwrap().to_owned();
        let other = format!("/missions/{}", g.running(&g.coralie, "Visites", &g.noor).await);
        let mut extra = date(["to-day", "to-month", "to-year"], ["22", "9", "2026"]);
        extra.extend([("start", "10:00"), ("end", "11:00")]);
        g.coralie.post(&format!("{other}/schedule/extra"), &extra).await.assert_redirected();
        g.noor.post(&action, &[]).await.assert_refused();
        g.noor.get("/me/less").await.assert_ok().assert_sees("Mardi 22 septembre 2026");
    }
);

story!(capabilities;
    /// What a peer does for another association is another month: there they say it again.
    async fn only_the_month_of_the_association_for_which_one_acts_becomes_lighter(app) {
        let g = ground(app).await;
        let here = format!("/missions/{}", g.running(&g.coralie, "Café du mardi", &g.noor).await);
        add(&g.coralie, &here, "2", "09:00", "12:00").await.assert_redirected();
        g.app.seat(&g.noor, Role::Peer, g.passeurs, None).await;
        let there = format!("/missions/{}", g.running(&g.lucas, "Permanence", &g.noor).await);
        add(&g.lucas, &there, "3", "09:00", "12:00").await.assert_redirected();
        let done = g.noor.post("/me/less", &[]).await;
        g.noor.follow(&done).await.assert_ok().assert_sees("Permanence").assert_lacks("Café du mardi");
        let week = g.coralie.get(&format!("{here}/schedule?week=2026-09-22")).await;
        week.assert_ok().assert_lacks("Pas de créneau");
    }
);
