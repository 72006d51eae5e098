//! “I am away”: the days, told without a reason; times that do not take place; who learns what; and back again.

use passerelle_access::Role;
use passerelle_kernel::{Date, Id};
use passerelle_store::params;
use passerelle_testkit::{Answer, Person, story};

use super::{
    ground::{Ground, capabilities, date, ground},
    schedule::add,
};

passerelle_store::sql! {
    #[allow(dead_code, reason = "the list is for the crates that bring statements")]
    STATEMENTS;
    AWAY = "INSERT INTO absence (id, org_id, peer_id, from_on, until_on, said_at) VALUES (?1, ?2, ?3, ?4, ?4, 1)";
}

/// Says that somebody is away on these days of September 2026.
async fn say(who: &Person, from: &str, until: &str) -> Answer {
    let mut fields = date(["from-day", "from-month", "from-year"], [from, "9", "2026"]);
    fields.extend(date(["until-day", "until-month", "until-year"], [until, "9", "2026"]));
    who.post("/me/away", &fields).await
}

/// Where the first absence of somebody is taken back.
async fn way_back(who: &Person) -> String {
    let page = who.get("/me/away").await.assert_ok().html();
    let found = page.split("action=\"").find(|rest| rest.split('"').next().is_some_and(|path| path.ends_with("/back")));
    found.unwrap().split('"').next().unwrap().to_owned()
}

/// A mission of Noor each Tuesday and Thursday morning.
async fn mission(g: &Ground) -> String {
    let mission = format!("/missions/{}", g.running(&g.coralie, "Café du mardi", &g.noor).await);
    add(&g.coralie, &mission, "2", "09:00", "12:00").await.assert_redirected();
    add(&g.coralie, &mission, "4", "09:00", "12:00").await.assert_redirected();
    mission
}

story!(capabilities;
    async fn times_of_days_away_do_not_take_place_and_come_back(app) {
        let g = ground(app).await;
        g.app.person("Rita", Role::Referent, g.institution, Some(g.mobile)).await;
        let mission = mission(&g).await;
        say(&g.noor, "6", "8").await.assert_refused().assert_sees("Choisissez aujourd’hui ou un jour à venir");
        say(&g.noor, "18", "14").await.assert_refused();
        let done = say(&g.noor, "14", "18").await;
        g.noor.follow(&done).await.assert_ok().assert_sees("Du lundi 14 septembre 2026 au vendredi 18 septembre 2026");
        say(&g.noor, "18", "19").await.assert_refused().assert_sees("déjà dit que vous n’êtes pas là");

        // The team learns on which of its days nobody comes, and nothing of the others.
        let mails = g.app.mails().await;
        let team = mails.iter().find(|mail| mail.to == "rita@example.org").expect("nobody of the team was told");
        assert!(team.text.contains("mardi 15 septembre 2026 et jeudi 17 septembre 2026"), "{}", team.text);
        assert!(!team.text.contains("14 septembre") && !team.text.contains("vendredi"), "{}", team.text);
        assert!(mails.iter().any(|mail| mail.to == "coralie@example.org" && mail.text.contains("n’a pas à dire pourquoi")));
        let week = g.coralie.get(&format!("{mission}/schedule?week=2026-09-14")).await;
        week.assert_ok().assert_sees("N’a pas lieu").assert_lacks("change?slot=");
        g.coralie.get(&format!("{mission}/schedule?week=2026-09-21")).await.assert_lacks("N’a pas lieu");
        // A time that is added later does not take place on these days either, and none is put there.
        add(&g.coralie, &mission, "3", "14:00", "15:00").await.assert_redirected();
        g.coralie.get(&format!("{mission}/schedule?week=2026-09-14")).await.assert_lacks("change?slot=");
        let mut extra = date(["to-day", "to-month", "to-year"], ["16", "9", "2026"]);
        extra.extend([("start", "17:00"), ("end", "18:00")]);
        let refused = g.coralie.post(&format!("{mission}/schedule/extra"), &extra).await;
        refused.assert_refused().assert_sees("n’est pas là ce jour-là");
        g.coralie.get("/absences").await.assert_ok().assert_sees("Noor").assert_sees("lundi 14 septembre");

        // Back on Wednesday: Tuesday stays as it was.
        g.app.go_to("2026-09-16");
        let back = way_back(&g.noor).await;
        g.paul.post(&back, &[]).await.assert_not_found();
        g.noor.post(&back, &[]).await.assert_redirected();
        let week = g.coralie.get(&format!("{mission}/schedule?week=2026-09-14")).await;
        week.assert_sees("mercredi 16 septembre 2026, de 14 h").assert_sees("jeudi 17 septembre 2026, de 9 h");
        week.assert_lacks("mardi 15 septembre 2026, de 9 h");
        assert!(g.app.mails().await.iter().any(|mail| mail.text.contains("viendra quand même") && mail.text.contains("jeudi 17")));
        g.noor.post(&back, &[]).await.assert_not_found();
        g.coralie.get("/absences").await.assert_sees("Tout le monde est là");
    }
);

story!(capabilities;
    /// However much somebody has said, no day is said twice.
    async fn a_day_that_was_said_long_ago_is_not_said_again(app) {
        let g = ground(app).await;
        let mut tx = g.app.write().await;
        for n in 0..250 {
            let on = Date::constant(2026, 9, 8).saturating_add(jiff::Span::new().days(n));
            let id: Id<Ground> = g.app.new_id();
            tx.execute(AWAY, params![id, g.espairs, g.noor.id(), on]).await.unwrap();
        }
        tx.commit().await.unwrap();
        let mut last = date(["from-day", "from-month", "from-year"], ["15", "5", "2027"]);
        last.extend(date(["until-day", "until-month", "until-year"], ["20", "5", "2027"]));
        g.noor.post("/me/away", &last).await.assert_refused().assert_sees("déjà dit que vous n’êtes pas là");
        let mut free = date(["from-day", "from-month", "from-year"], ["16", "5", "2027"]);
        free.extend(date(["until-day", "until-month", "until-year"], ["20", "5", "2027"]));
        g.noor.post("/me/away", &free).await.assert_redirected();
    }
);

story!(capabilities;
    /// Another association and the teams learn nothing; what one is away from is the association for which one acts.
    async fn days_away_are_known_to_the_peer_and_the_coordination_only(app) {
        let g = ground(app).await;
        let mission = mission(&g).await;
        g.app.seat(&g.noor, Role::Peer, g.passeurs, None).await;
        let there = format!("/missions/{}", g.running(&g.lucas, "Permanence", &g.noor).await);
        add(&g.lucas, &there, "3", "09:00", "12:00").await.assert_redirected();
        say(&g.noor, "14", "18").await.assert_redirected();
        g.lucas.get("/absences").await.assert_ok().assert_sees("Noor");
        g.coralie.get("/absences").await.assert_ok().assert_lacks("Noor");
        g.lucas.get(&format!("{there}/schedule?week=2026-09-14")).await.assert_sees("N’a pas lieu");
        g.coralie.get(&format!("{mission}/schedule?week=2026-09-14")).await.assert_lacks("N’a pas lieu");
        let ana = g.app.person("Ana", Role::Referent, g.institution, Some(g.mobile)).await;
        ana.get("/absences").await.assert_forbidden();
        g.coralie.post("/me/away", &[]).await.assert_forbidden();
        g.paul.get("/absences").await.assert_redirected();
    }
);

story!(capabilities;
    /// The time was free and has been given to another mission: who comes back cannot be at two places.
    async fn who_comes_back_is_not_at_two_places(app) {
        let g = ground(app).await;
        mission(&g).await;
        let other = format!("/missions/{}", g.running(&g.coralie, "Visites", &g.noor).await);
        g.app.seat(&g.noor, Role::Peer, g.passeurs, None).await;
        let there = format!("/missions/{}", g.running(&g.lucas, "Permanence", &g.noor).await);
        say(&g.noor, "14", "18").await.assert_redirected();
        let mut extra = date(["to-day", "to-month", "to-year"], ["16", "9", "2026"]);
        extra.extend([("start", "09:00"), ("end", "11:00")]);
        g.coralie.post(&format!("{other}/schedule/extra"), &extra).await.assert_redirected();
        let mut fields = date(["from-day", "from-month", "from-year"], ["8", "9", "2026"]);
        fields.extend([("weekday", "1"), ("start", "09:00"), ("end", "10:00"), ("every", "week")]);
        g.lucas.post(&format!("{there}/schedule/slot"), &fields).await.assert_redirected();
        let mut moved = date(["to-day", "to-month", "to-year"], ["14", "9", "2026"]);
        moved.extend([("start", "09:00"), ("end", "11:00")]);
        // Monday the 14th does not take place there, so it is free here.
        g.coralie.post(&format!("{other}/schedule/extra"), &moved).await.assert_redirected();
        let back = way_back(&g.noor).await;
        g.noor.post(&back, &[]).await.assert_refused();
        g.noor.get("/me/away").await.assert_sees("lundi 14 septembre 2026");
    }
);
