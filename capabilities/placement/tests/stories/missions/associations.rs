//! A peer of two associations: what they do for the one counts for the other, which learns nothing of it.

use passerelle_access::Role;
use passerelle_kernel::Minutes;
use passerelle_placement::actions::missions::{Terms, prolong, set_terms};
use passerelle_testkit::story;

use super::{
    ground::{TODAY, capabilities, date, field, french, ground},
    planning::planned,
    schedule::add,
};

story!(capabilities;
    async fn the_hours_of_another_association_count_and_are_not_told(app) {
        let g = ground(app).await;
        let told = |version, hours| Terms { ceiling: Some(Minutes::hours(hours)), version, ..french() };
        set_terms(&g.app.ctx(&g.noor).await, &told(1, 14)).await.unwrap();
        g.app.seat(&g.noor, Role::Peer, g.passeurs, None).await;
        let nadir = g.app.person("Nadir", Role::Peer, g.passeurs, None).await;
        set_terms(&g.app.ctx(&nadir).await, &Terms { ceiling: Some(Minutes::hours(14)), ..french() }).await.unwrap();
        let wanted = g.ready(&g.lucas, g.unit, "Permanence").await;
        let page = format!("/missions/{wanted}/proposals");
        let before = g.lucas.get(&page).await;
        before.assert_sees("Noor").assert_sees("Nadir").assert_sees("7 h par semaine en tout dans votre association");

        // Seven hours elsewhere, and seven here: within fourteen. The page is the same, letter by letter.
        let there = g.app.known("noor@example.org").await;
        let mission = g.running(&g.coralie, "Café du mardi", &there).await;
        add(&g.coralie, &format!("/missions/{mission}"), "2", "09:00", "12:00").await.assert_redirected();
        assert_eq!(g.lucas.get(&page).await.text(), before.text());
        // One hour more would be too many: she is not there, and nothing says why.
        set_terms(&g.app.ctx(&g.noor).await, &told(2, 13)).await.unwrap();
        g.lucas.get(&page).await.assert_ok().assert_sees("Nadir").assert_lacks("Noor").assert_lacks("Café du mardi");
    }
);

story!(capabilities;
    /// Whoever works for another association at these times is on neither list, and nothing says why.
    async fn times_with_another_association_keep_away_and_are_not_told(app) {
        let g = ground(app).await;
        let wanted = g.ready(&g.coralie, g.unit, "Visites").await;
        add(&g.coralie, &format!("/missions/{wanted}"), "2", "10:00", "11:00").await.assert_redirected();
        let page = format!("/missions/{wanted}/proposals");
        g.coralie.get(&page).await.assert_sees("Noor").assert_sees("Paul");

        g.app.seat(&g.noor, Role::Peer, g.passeurs, None).await;
        let there = g.running(&g.lucas, "Permanence", &g.noor).await;
        g.coralie.get(&page).await.assert_sees("Noor");
        add(&g.lucas, &format!("/missions/{there}"), "2", "09:00", "12:00").await.assert_redirected();
        g.coralie.get(&page).await.assert_ok().assert_sees("Paul").assert_lacks("Noor").assert_lacks("Permanence");
        let (_, plan) = planned(&g).await;
        plan.assert_sees("Paul").assert_lacks("Noor").assert_lacks("Permanence");
        let forced = [("peer", g.noor.id().to_string()), ("until-day", "20".into()), ("until-month", "9".into()), ("until-year", "2026".into())];
        let forced: Vec<(&str, &str)> = forced.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let refused = g.coralie.post(&page, &forced).await;
        refused.assert_refused().assert_sees("ne peut pas être proposée à cette personne");
    }
);

story!(capabilities;
    /// A mission goes on longer only within what the peer wants, whoever else has engaged them for that time meanwhile.
    async fn a_mission_is_not_prolonged_beyond_the_hours_that_the_peer_wants(app) {
        let g = ground(app).await;
        let here = g.running(&g.coralie, "Café du mardi", &g.noor).await;
        g.app.seat(&g.noor, Role::Peer, g.passeurs, None).await;
        g.running(&g.lucas, "Permanence", &g.noor).await;
        let ceiling = Terms { ceiling: Some(Minutes::hours(13)), version: 1, ..french() };
        set_terms(&g.app.ctx(&g.noor).await, &ceiling).await.unwrap();
        let path = format!("/missions/{here}/prolong");
        let version = field(&g.coralie.get(&path).await.html(), "version");
        let mut until = date(["until-day", "until-month", "until-year"], ["31", "8", "2027"]);
        until.extend([("version", version.as_str()), ("kind", "until")]);
        let refused = g.coralie.post(&path, &until).await;
        refused.assert_refused().assert_sees("n’est pas libre pour autant d’heures par semaine").assert_lacks("Permanence");
        let ceiling = Terms { ceiling: Some(Minutes::hours(14)), version: 2, ..french() };
        set_terms(&g.app.ctx(&g.noor).await, &ceiling).await.unwrap();
        let version = version.parse().unwrap();
        let later = TODAY.checked_add(jiff::Span::new().months(11)).unwrap();
        prolong(&g.app.ctx(&g.coralie).await, here, version, Some(later)).await.unwrap();
    }
);
