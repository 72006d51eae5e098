//! The hours of a contract: who sets and reads them, what stays of before, and the weeks that go beyond.

use passerelle_access::Role;
use passerelle_testkit::{Answer, Person, story};

use super::{
    ground::{Ground, capabilities, date, ground},
    schedule::add,
};

/// Sets the hours a week of Noor from a day of 2026 on.
async fn set(who: &Person, g: &Ground, week: &str, (day, month): (&str, &str)) -> Answer {
    let mut fields = date(["from-day", "from-month", "from-year"], [day, month, "2026"]);
    fields.push(("week", week));
    who.post(&format!("/contracts/{}", g.noor.id()), &fields).await
}

story!(capabilities;
    async fn hours_are_set_from_a_day_on_and_what_was_before_stays(app) {
        let g = ground(app).await;
        let path = format!("/contracts/{}", g.noor.id());
        g.coralie.get("/contracts").await.assert_ok().assert_sees("Noor").assert_sees("rien de noté");
        set(&g.coralie, &g, "50", ("1", "1")).await.assert_refused().assert_sees("entre 0 et 48");
        set(&g.coralie, &g, "", ("1", "1")).await.assert_refused();
        set(&g.coralie, &g, "7:30", ("1", "1")).await.assert_redirected();
        g.app.clock().advance(jiff::SignedDuration::from_secs(1));
        let done = set(&g.coralie, &g, "14", ("1", "10")).await;
        let page = g.coralie.follow(&done).await;
        page.assert_ok().assert_sees("7 h 30 par semaine aujourd’hui").assert_sees("À partir du jeudi 1er octobre 2026");
        assert!(g.app.mails().await.iter().any(|mail| mail.to == "noor@example.org" && mail.text.contains("/me/contract")));
        let mine = g.noor.get("/me/contract").await;
        mine.assert_ok().assert_sees("7 h 30 par semaine aujourd’hui").assert_sees("Noté par Coralie").assert_lacks("Changer les heures");
        g.app.go_to("2026-10-02");
        g.coralie.get("/contracts").await.assert_sees("14 h");
        // The contract ends; what was said before is still there.
        set(&g.coralie, &g, "0", ("2", "10")).await.assert_redirected();
        g.coralie.get(&path).await.assert_sees("plus de contrat").assert_sees("7 h 30 par semaine").assert_sees("Aucune heure de contrat");
    }
);

story!(capabilities;
    async fn a_contract_is_known_to_its_two_sides_only(app) {
        let g = ground(app).await;
        let path = format!("/contracts/{}", g.noor.id());
        set(&g.coralie, &g, "7", ("1", "1")).await.assert_redirected();
        // Noor works for the other association too, which sees and sets its own.
        g.app.seat(&g.noor, Role::Peer, g.passeurs, None).await;
        g.lucas.get(&path).await.assert_ok().assert_sees("Aucune heure de contrat");
        set(&g.lucas, &g, "5", ("1", "1")).await.assert_redirected();
        g.lucas.get(&path).await.assert_sees("5 h par semaine").assert_lacks("7 h par semaine");
        g.coralie.get(&path).await.assert_sees("7 h par semaine").assert_lacks("5 h par semaine");
        g.noor.get("/me/contract").await.assert_ok().assert_sees("5 h par semaine").assert_lacks("7 h par semaine");
        g.lucas.get(&format!("/contracts/{}", g.paul.id())).await.assert_not_found();
        g.noor.get(&path).await.assert_not_found();
        g.noor.get("/contracts").await.assert_forbidden();
        g.app.person("Ana", Role::Referent, g.institution, Some(g.mobile)).await.get("/contracts").await.assert_forbidden();
    }
);

story!(capabilities;
    async fn the_weeks_that_go_beyond_are_told_before_they_come_and_nothing_is_blocked(app) {
        let g = ground(app).await;
        let mission = format!("/missions/{}", g.running(&g.coralie, "Café du mardi", &g.noor).await);
        let ana = g.app.person("Ana", Role::Referent, g.institution, Some(g.mobile)).await;
        let schedule = format!("{mission}/schedule");
        let told = "Semaine du 14/09/2026 : 7 h prévues, 6 h au contrat, 1 h de plus";
        set(&g.coralie, &g, "6", ("1", "1")).await.assert_redirected();
        // Without times, the mission counts with its seven hours a week.
        g.coralie.get(&mission).await.assert_sees(told);
        add(&g.coralie, &mission, "2", "09:00", "15:00").await.assert_redirected();
        g.coralie.get(&schedule).await.assert_lacks("Plus d’heures que prévu");
        add(&g.coralie, &mission, "4", "14:00", "15:00").await.assert_redirected();
        for reader in [&g.coralie, &g.noor] {
            reader.get(&schedule).await.assert_ok().assert_sees(told);
        }
        g.noor.get("/hours").await.assert_sees(told);
        for page in [&schedule, &mission] {
            ana.get(page).await.assert_ok().assert_lacks("au contrat");
        }
        let fields = [("mission", mission.trim_start_matches("/missions/")), ("day", "today"), ("activity", "presence"), ("minutes", "420")];
        g.noor.post("/hours", &fields).await.assert_redirected();
        g.noor.get("/hours").await.assert_sees("Semaine du 07/09/2026 : 14 h prévues, 6 h au contrat, 8 h de plus");
    }
);

story!(capabilities;
    /// What another association arranges with the peer is neither counted nor told.
    async fn what_others_arrange_is_not_counted(app) {
        let g = ground(app).await;
        g.running(&g.coralie, "Café du mardi", &g.noor).await;
        set(&g.coralie, &g, "7", ("1", "1")).await.assert_redirected();
        g.app.seat(&g.noor, Role::Peer, g.passeurs, None).await;
        let there = g.running(&g.lucas, "Permanence", &g.noor).await;
        g.lucas.get(&format!("/missions/{there}")).await.assert_ok().assert_lacks("au contrat");
        g.coralie.get(&format!("/contracts/{}", g.noor.id())).await.assert_ok().assert_lacks("Plus d’heures que prévu");
    }
);

story!(capabilities;
    async fn a_peer_reads_what_a_mission_would_add_before_saying_yes(app) {
        let g = ground(app).await;
        g.running(&g.coralie, "Café du mardi", &g.noor).await;
        set(&g.coralie, &g, "10", ("1", "1")).await.assert_redirected();
        let more = g.ready(&g.coralie, g.unit, "Visites").await;
        let offer = g.proposed(&g.coralie, more, &g.noor).await;
        g.noor.get(&format!("/proposals/{offer}")).await.assert_ok().assert_sees("14 h prévues, 10 h au contrat, 4 h de plus");
    }
);
