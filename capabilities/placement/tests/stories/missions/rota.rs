//! Who is where: each reader sees the times of their own missions, and of nothing else.

use passerelle_access::Role;
use passerelle_store::params;
use passerelle_testkit::story;

use super::{
    ground::{capabilities, date, first_id, ground},
    schedule::add,
};
use crate::stories::work;

story!(capabilities;
    async fn a_week_shows_what_stands_what_is_left_out_and_what_was_moved(app) {
        let g = ground(app).await;
        let mission = format!("/missions/{}", g.running(&g.coralie, "Café du mardi", &g.noor).await);
        add(&g.coralie, &mission, "2", "09:00", "12:30").await.assert_redirected();
        let week = g.coralie.get("/week?on=2026-09-16").await;
        week.assert_ok().assert_sees("Semaine du lundi 14 septembre 2026").assert_sees("Noor").assert_sees("Équipe mobile");
        week.assert_sees("9 h – 12 h 30").assert_lacks("13 h – 14 h").assert_lacks(", N’a pas lieu").assert_lacks("jour férié");
        let holiday = g.coralie.get("/week?on=2026-11-12").await;
        holiday.assert_sees("Mercredi 11 novembre 2026 : Armistice de 1918, jour férié").assert_sees("Place of coordinator");
        let slot = first_id::<()>(&g.coralie.get(&format!("{mission}/schedule")).await.html(), "change?slot=").to_string();
        let mut moved = date(["to-day", "to-month", "to-year"], ["17", "9", "2026"]);
        moved.extend([("slot", slot.as_str()), ("on", "2026-09-15"), ("how", "move"), ("start", "13:00"), ("end", "14:00")]);
        g.coralie.post(&format!("{mission}/schedule/change"), &moved).await.assert_redirected();
        let week = g.coralie.get("/week?on=2026-09-16").await;
        week.assert_sees("9 h – 12 h 30").assert_sees(", N’a pas lieu").assert_sees("13 h – 14 h").assert_sees(", A lieu, en plus");

        // Less this month: of Tuesdays 22 and 29, the second is left out.
        g.noor.post("/me/less", &[]).await.assert_redirected();
        g.coralie.get("/week?on=2026-09-22").await.assert_sees("9 h – 12 h 30").assert_lacks(", N’a pas lieu");
        g.coralie.get("/week?on=2026-09-29").await.assert_sees(", N’a pas lieu");
        let month = g.coralie.get("/week?view=month&on=2026-09-01").await;
        month.assert_ok().assert_sees("Septembre 2026").assert_sees("9 h – 12 h 30").assert_sees(", N’a pas lieu");
        let own = g.noor.get("/week?on=2026-09-22").await;
        own.assert_ok().assert_sees("Mes semaines").assert_sees("Café du mardi").assert_lacks("Personne");
        g.coralie.get("/week?on=2020-01-01").await.assert_ok().assert_sees("Pas de mission ces jours-là");
    }
);

story!(capabilities;
    /// One peer, two teams, two associations: nobody learns of the other's times.
    async fn a_team_and_an_association_see_their_own_times_only(app) {
        let g = ground(app).await;
        let ana = g.app.person("Ana", Role::Referent, g.institution, Some(g.mobile)).await;
        let ugo = g.app.person("Ugo", Role::Referent, g.institution, Some(g.unit)).await;
        let helene = g.app.person("Hélène", Role::Head, g.institution, None).await;
        let here = format!("/missions/{}", g.running(&g.coralie, "Café du mardi", &g.noor).await);
        add(&g.coralie, &here, "2", "09:00", "12:00").await.assert_redirected();
        g.app.seat(&g.noor, Role::Peer, g.passeurs, None).await;
        let there = format!("/missions/{}", g.running(&g.lucas, "Permanence", &g.noor).await);
        add(&g.lucas, &there, "3", "15:00", "17:00").await.assert_redirected();

        let on = "/week?on=2026-09-15";
        g.coralie.get(on).await.assert_ok().assert_sees("9 h – 12 h").assert_lacks("15 h – 17 h").assert_lacks("Permanence");
        g.lucas.get(on).await.assert_ok().assert_sees("15 h – 17 h").assert_lacks("9 h – 12 h").assert_lacks("Café");
        // The team that welcomes both missions sees both; the other team sees none, whatever it asks for.
        let team = ana.get(on).await;
        team.assert_ok().assert_sees("Café du mardi").assert_sees("Permanence").assert_sees("15 h – 17 h");
        let asked = format!("{on}&team={}", g.mobile);
        ugo.get(on).await.assert_ok().assert_lacks("Noor").assert_sees("Pas de mission ces jours-là");
        ugo.get(&asked).await.assert_ok().assert_lacks("Noor").assert_lacks("Équipe mobile");
        helene.get(on).await.assert_ok().assert_sees("Noor");
        g.coralie.get(&asked).await.assert_ok().assert_sees("Café du mardi");
        g.coralie.get(&format!("{on}&team={}", g.unit)).await.assert_ok().assert_lacks("Noor");
        g.paul.get(on).await.assert_ok().assert_lacks("9 h – 12 h").assert_sees("Pas de mission ces jours-là");
    }
);

story!(capabilities;
    /// Forty peers a page, each once, by name; nobody before their first day.
    async fn peers_go_by_name_page_by_page(app) {
        let g = work::ground(&app).await;
        for n in 0..42 {
            let peer = app.person(&format!("Pair {n:02}"), Role::Peer, g.espairs, None).await;
            work::mission(&app, &g, &peer, "Accueil").await;
        }
        let first = g.coralie.get("/week?on=2026-09-15").await;
        first.assert_ok().assert_sees("Noor").assert_sees("Pair 38").assert_lacks("Pair 39");
        let after = first_id::<()>(&first.html(), "after=");
        let second = g.coralie.get(&format!("/week?on=2026-09-15&after={after}")).await;
        second.assert_ok().assert_sees("Pair 39").assert_sees("Pair 41").assert_lacks("Pair 38").assert_lacks("Noor");
        g.coralie.get("/week?on=2026-08-30").await.assert_ok().assert_sees("Pas de mission ces jours-là");
    }
);

passerelle_store::sql! {
    #[allow(dead_code, reason = "the list is for the crates that bring statements")]
    STATEMENTS;
    STATE = "UPDATE mission SET state = ?2 WHERE id = ?1";
    ELSEWHERE = "UPDATE mission SET institution_id = ?2 WHERE id = ?1";
    BELGIAN = "UPDATE organisation SET country = 'BE' WHERE id = ?1";
}

story!(capabilities;
    /// What was is shown as what will be: a mission that has ended keeps its times of before; what is not agreed has none.
    async fn times_of_missions_that_are_agreed_run_or_have_ended_are_shown(app) {
        let g = work::ground(&app).await;
        work::slot(&app, &g).await;
        for (state, is_shown) in [("agreed", true), ("running", true), ("ended", true), ("open", false), ("proposed", false)] {
            let mut tx = app.write().await;
            tx.execute(STATE, params![g.mission, state]).await.unwrap();
            tx.commit().await.unwrap();
            let week = g.coralie.get("/week?on=2026-09-07").await;
            assert_eq!(week.assert_ok().text().contains("9 h – 12 h 30"), is_shown, "{state}: {}", week.text());
        }
    }
);

story!(capabilities;
    /// 21 July is one in Belgium, 14 July in France, 15 August in both: where is said when it is not for all.
    async fn a_holiday_of_some_is_told_with_its_place(app) {
        let g = work::ground(&app).await;
        let peer = app.person("Wout", Role::Peer, g.espairs, None).await;
        let there = work::mission(&app, &g, &peer, "Onthaal").await;
        let mut tx = app.write().await;
        tx.execute(ELSEWHERE, params![there, g.espairs]).await.unwrap();
        tx.execute(BELGIAN, params![g.espairs]).await.unwrap();
        tx.commit().await.unwrap();
        let july = g.coralie.get("/week?view=month&on=2027-07-01").await;
        july.assert_sees("Mercredi 14 juillet 2027 : Fête nationale, jour férié (France)");
        july.assert_sees("Mercredi 21 juillet 2027 : Fête nationale, jour férié (Belgique)").assert_lacks("Mercredi 21 juillet 2027, jour férié");
        let august = g.coralie.get("/week?view=month&on=2027-08-01").await;
        august.assert_sees("Dimanche 15 août 2027 : Assomption, jour férié").assert_sees("Dimanche 15 août 2027, jour férié").assert_lacks("(France)");
    }
);
