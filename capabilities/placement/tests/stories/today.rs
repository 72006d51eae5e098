//! Today: everybody sees what waits for them, worst first, with one primary button.

mod roles;

use passerelle_access::Role;
use passerelle_kernel::{Id, Minutes};
use passerelle_placement::{
    actions::{beyond, hours},
    beyond::Kind,
    hours::{Activity, Work},
    mission::Mission,
    period::Month,
};
use passerelle_store::params;
use passerelle_testkit::story;

use super::work::{self, capabilities, ground, slot};

story!(capabilities;
    async fn a_person_without_a_role_is_welcome(app) {
        let stranger = app.stranger("Zoé").await;
        let page = stranger.get("/today").await;
        page.assert_ok().assert_sees("Bonjour Zoé").assert_sees("Vous n’avez pas encore de rôle");
        app.anybody().get("/today").await.assert_lacks("Bonjour");
    }
);

story!(capabilities;
    async fn everybody_sees_a_page_of_their_own_even_when_nothing_waits(app) {
        let g = ground(&app).await;
        let admin = app.person("Adèle", Role::Admin, g.espairs, None).await;
        let head = app.person("Hugo", Role::Head, g.institution, None).await;
        for person in [&g.coralie, &g.tom, &g.ana, &g.noor, &admin, &head] {
            let page = person.get("/today").await;
            page.assert_ok().assert_sees(&format!("Bonjour {}", person.name()));
            person.get("/today/list").await.assert_ok();
        }
        g.coralie.get("/today").await.assert_sees("Rien n’attend").assert_sees("Missions en cours");
        g.noor.get("/today").await.assert_sees("Noter mes heures");
        // Their own page leads nowhere that refuses them.
        for (person, works) in [(&g.coralie, false), (&g.ana, false), (&g.noor, true)] {
            assert_eq!(person.get("/me").await.html().contains("href=\"/me/peer\""), works, "{}", person.name());
        }
    }
);

passerelle_store::sql! {
    #[allow(dead_code, reason = "the list is for the crates that bring statements")]
    STATEMENTS;
    AT = "INSERT INTO slot (id, org_id, mission_id, weekday, starts, minutes, from_on, every, version, changed_at)
        VALUES (?1, ?2, ?3, ?4, ?5, 60, '2026-09-01', 'week', 1, 1)";
}

story!(capabilities;
    /// The week reads by time, whatever mission a time belongs to.
    async fn the_week_of_a_peer_goes_by_time(app) {
        let g = ground(&app).await;
        let second = work::mission(&app, &g, &g.noor, "Visites").await;
        let mut tx = app.write().await;
        for (mission, weekday, starts) in [(g.mission, 5, "09:00"), (second, 4, "15:00"), (g.mission, 4, "09:00"), (second, 2, "10:00")] {
            let id: Id<Mission> = app.new_id();
            tx.execute(AT, params![id, g.espairs, mission, i64::from(weekday), starts]).await.unwrap();
        }
        tx.commit().await.unwrap();
        let html = g.noor.get("/today").await.assert_ok().html();
        let rows = html.split("p-week__table").nth(1).unwrap().split("scope=\"row\">").skip(1);
        let rows: Vec<(String, bool)> = rows
            .map(|row| (row.split(' ').next().unwrap().to_lowercase(), row.split("</tr>").next().unwrap().contains("Visites")))
            .collect();
        let expected = [("mardi", true), ("jeudi", false), ("jeudi", true), ("vendredi", false)];
        assert_eq!(rows, expected.map(|(day, is_second)| (day.to_owned(), is_second)));
    }
);

story!(capabilities;
    async fn the_worst_comes_first_and_has_the_only_primary_button(app) {
        let g = ground(&app).await;
        let work = Work { on: app.today(), minutes: Minutes(120), activity: Activity::Presence };
        let noor = app.ctx(&g.noor).await;
        hours::record(&noor, g.mission, work).await.unwrap();
        let month = Month::of(app.today());
        hours::confirm(&app.ctx(&g.ana).await, g.mission, month).await.unwrap();
        beyond::report_beyond(&noor, g.mission, Kind::ClinicalTask, None).await.unwrap();
        let page = g.coralie.get("/today").await;
        page.assert_sees("2 choses attendent");
        let text = page.text();
        let at = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words}: {text}"));
        assert!(at("hors de sa charte") < at("attendent votre accord"));
        let main = page.html();
        let main = main.split("id=\"main\"").nth(1).unwrap();
        assert_eq!(main.matches("class=\"govuk-button\"").count(), 1, "{main}");
    }
);

story!(capabilities;
    /// On the day after the last slot of a week, what is shown is what comes.
    async fn a_week_that_is_over_gives_way_to_the_next_one(app) {
        let g = ground(&app).await;
        slot(&app, &g).await;
        let monday = g.noor.get("/today").await;
        monday.assert_ok().assert_sees("Vos créneaux").assert_lacks("semaine prochaine").assert_sees("Lundi 7 septembre 2026");
        app.clock().advance(jiff::SignedDuration::from_hours(6 * 24));
        let sunday = g.noor.get("/today").await;
        sunday.assert_ok().assert_sees("Vos créneaux de la semaine prochaine").assert_sees("Lundi 14 septembre 2026");
    }
);

story!(capabilities;
    async fn a_slot_that_is_over_is_recorded_in_one_press(app) {
        let g = ground(&app).await;
        slot(&app, &g).await;
        // Monday 7 September, 3:30 from 9:00: the form begins with it, and Today offers it.
        let page = g.noor.get("/hours").await.html();
        assert!(page.contains("value=\"210\" checked"), "{page}");
        g.noor.get("/today").await.assert_ok().assert_lacks("Vos heures du lundi 7 septembre 2026");
        app.clock().advance(jiff::SignedDuration::from_mins(3 * 60 + 30));
        let today = g.noor.get("/today").await;
        today.assert_sees("Vos heures du lundi 7 septembre 2026 ne sont pas notées").assert_sees("Noter 3 h 30");
        let m = g.mission.to_string();
        let fields = [
            ("mission", m.as_str()), ("day", "other"), ("on-day", "7"), ("on-month", "9"), ("on-year", "2026"),
            ("minutes", "210"), ("activity", "presence"), ("back", "today"),
        ];
        let done = g.noor.post("/hours", &fields).await;
        assert_eq!(done.assert_redirected().location(), "/today?done=placement-hours-recorded-done");
        g.noor.follow(&done).await.assert_lacks("ne sont pas notées").assert_sees("3 h 30");
    }
);
