//! Times on public holidays: shown as such, asked of the peer, and left out only by the peer's word.

use passerelle_testkit::{Answer, Person, story};

use super::{
    ground::{capabilities, first_id, ground},
    schedule::add,
};

async fn say(who: &Person, mission: &str, slot: &str, on: &str, comes: &str) -> Answer {
    who.post(&format!("{mission}/schedule/holiday"), &[("slot", slot), ("on", on), ("comes", comes)]).await
}

story!(capabilities;
    /// 11 November 2026 is a Wednesday.
    async fn the_peer_says_whether_a_time_on_a_holiday_takes_place(app) {
        let g = ground(app).await;
        let mission = format!("/missions/{}", g.running(&g.coralie, "Visites", &g.noor).await);
        add(&g.coralie, &mission, "3", "09:00", "12:00").await.assert_redirected();
        let schedule = g.coralie.get(&format!("{mission}/schedule")).await;
        schedule.assert_lacks("jour férié");
        let slot = first_id::<()>(&schedule.html(), "change?slot=").to_string();
        g.app.go_to("2026-11-02");
        let [noor, paul, coralie] = ["noor", "paul", "coralie"].map(|name| format!("{name}@example.org"));
        let (noor, paul, coralie) = (g.app.known(&noor).await, g.app.known(&paul).await, g.app.known(&coralie).await);
        let week = format!("{mission}/schedule?week=2026-11-11");
        let unsaid = "n’a pas encore dit si elle vient";
        coralie.get(&week).await.assert_sees("Mercredi 11 novembre 2026 : Armistice de 1918, jour férié").assert_sees(unsaid);
        coralie.get(&week).await.assert_lacks("Je ne viens pas");
        noor.get("/today").await.assert_sees("mercredi 11 novembre 2026 est férié");
        noor.get(&week).await.assert_sees("Je ne viens pas").assert_sees("Je viens");

        say(&noor, &mission, &slot, "2026-11-11", "no").await.assert_redirected();
        coralie.get(&week).await.assert_sees("Le créneau n’a pas lieu").assert_lacks("mercredi 11 novembre 2026, de 9 h");
        assert!(g.app.mails().await.iter().any(|mail| mail.to == "coralie@example.org" && mail.text.contains("mercredi 11 novembre")));
        say(&noor, &mission, &slot, "2026-11-11", "yes").await.assert_redirected();
        coralie.get(&week).await.assert_sees("a dit qu’elle vient").assert_sees("mercredi 11 novembre 2026, de 9 h");
        noor.get("/today").await.assert_lacks("est férié");

        // Only holidays, only the peer, and not what the coordination has left out.
        say(&noor, &mission, &slot, "2026-11-18", "no").await.assert_refused();
        say(&coralie, &mission, &slot, "2026-11-11", "no").await.assert_not_found();
        say(&paul, &mission, &slot, "2026-11-11", "no").await.assert_not_found();
        let cancel = [("slot", slot.as_str()), ("on", "2026-11-11"), ("how", "cancel")];
        coralie.post(&format!("{mission}/schedule/change"), &cancel).await.assert_redirected();
        say(&noor, &mission, &slot, "2026-11-11", "yes").await.assert_refused();
        g.app.go_to("2026-11-12");
        say(&noor, &mission, &slot, "2026-11-11", "yes").await.assert_refused();
    }
);
