//! A month that is closed for all: nothing of it changes by any way, and it is opened again with a reason only.

use passerelle_access::Role;
use passerelle_kernel::{Date, Id, Minutes};
use passerelle_placement::{
    actions::{
        closings::{close_for_all, reopen_month},
        hours as actions,
    },
    hours::{Activity, Entry, Work},
    period::Month,
};
use passerelle_store::params;
use passerelle_testkit::{TestApp, story};

use super::work::{Ground, capabilities, ground};

const PATH: &str = "/closing/2026-09";
const REOPEN: &str = "/closing/2026-09/reopening";
const REASON: &str = "Deux heures oubliées par l’équipe";

passerelle_store::sql! {
    #[allow(dead_code, reason = "the list is for the crates that bring statements")]
    STATEMENTS;
    ENTRIES = "SELECT id || ' ' || worked_on || ' ' || minutes || ' ' || state FROM hours_entry
        WHERE substr(worked_on, 1, 7) = '2026-09' ORDER BY id";
    EVENTS = "SELECT count(*) FROM event WHERE kind = ?1 AND actor_id = ?2";
}

fn september() -> Month {
    Month::parse("2026-09").unwrap()
}

fn work(on: &str, minutes: i64) -> Work {
    Work { on: on.parse::<Date>().unwrap(), minutes: Minutes(minutes), activity: Activity::Presence }
}

async fn entries(app: &TestApp) -> Vec<String> {
    let mut tx = app.db().begin_read().await.unwrap();
    tx.query(ENTRIES, &[], |row| row.get::<String>(0)).await.unwrap()
}

/// September with an entry at each stage, seen from October: recorded, confirmed, returned, approved.
async fn october(app: &TestApp, g: &Ground) -> [Id<Entry>; 4] {
    let record = async |minutes| {
        let ctx = app.ctx(&g.noor).await;
        actions::record(&ctx, g.mission, work("2026-09-07", minutes)).await.unwrap()
    };
    let approved = record(60).await;
    actions::confirm(&app.ctx(&g.ana).await, g.mission, september()).await.unwrap();
    actions::approve(&app.ctx(&g.coralie).await, g.mission, september()).await.unwrap();
    let confirmed = record(61).await;
    actions::confirm(&app.ctx(&g.ana).await, g.mission, september()).await.unwrap();
    let returned = record(62).await;
    actions::send_back(&app.ctx(&g.ana).await, returned, "Le matin ?").await.unwrap();
    let recorded = record(63).await;
    app.go_to("2026-10-05");
    [recorded, confirmed, returned, approved]
}

story!(capabilities;
    async fn a_closed_month_changes_by_no_way(app) {
        let g = ground(&app).await;
        let [recorded, confirmed, returned, approved] = october(&app, &g).await;
        g.noor.post("/hours/close", &[("mission", &g.mission.to_string()), ("month", "2026-09")]).await.assert_redirected();
        let mails = app.mails().await;
        let at = mails[0].text.find("/confirm/").unwrap();
        let link = mails[0].text[at..].split_whitespace().next().unwrap().to_owned();
        close_for_all(&app.ctx(&g.coralie).await, september(), true).await.unwrap();

        let before = entries(&app).await;
        let (m, month) = (g.mission.to_string(), ("month", "2026-09"));
        let entry = |id: Id<Entry>, verb: &str| format!("/hours/entries/{id}/{verb}");
        let day = [("day", "other"), ("on-day", "8"), ("on-month", "9"), ("on-year", "2026"), ("minutes", "60"), ("activity", "presence")];
        let mut new = day.to_vec();
        new.push(("mission", &m));
        let closed = "Ce mois est clôturé";
        g.noor.post("/hours", &new).await.assert_refused().assert_sees(closed);
        for id in [recorded, returned] {
            g.noor.post(&entry(id, "revise"), &day).await.assert_refused().assert_sees(closed);
            g.noor.post(&entry(id, "same"), &[]).await.assert_refused().assert_sees(closed);
            g.noor.post(&entry(id, "take-back"), &[]).await.assert_refused().assert_sees(closed);
        }
        // Out of the closed month, and into it.
        let october = [("day", "today"), ("minutes", "60"), ("activity", "presence")];
        g.noor.post(&entry(recorded, "revise"), &october).await.assert_refused().assert_sees(closed);
        let later = actions::record(&app.ctx(&g.noor).await, g.mission, work("2026-10-05", 30)).await.unwrap();
        g.noor.post(&entry(later, "revise"), &day).await.assert_refused().assert_sees(closed);
        g.ana.post(&format!("/hours/confirm/{m}"), &[month]).await.assert_refused().assert_sees(closed);
        g.ana.post(&format!("/hours/confirm/entries/{recorded}"), &[("question", "Sûr ?")]).await.assert_refused().assert_sees(closed);
        g.coralie.post(&format!("/approvals/{m}"), &[month]).await.assert_refused().assert_sees(closed);
        g.coralie.post(&format!("/approvals/entries/{confirmed}"), &[("question", "Sûr ?")]).await.assert_refused().assert_sees(closed);
        let nobody = app.anybody();
        let by_link = [month, ("name-2026-09", "Samira Amrani")];
        nobody.post(&link, &by_link).await.assert_refused().assert_sees(closed);
        let asked = nobody.post(&format!("{link}/entries/{recorded}"), &[("question", "Sûr ?"), ("name", "Samira Amrani")]).await;
        asked.assert_refused().assert_sees(closed);
        assert_eq!(entries(&app).await, before);

        // A correction is a new line of an open month.
        g.noor.post(&entry(approved, "correct"), &[("minutes", "30 min")]).await.assert_redirected();
        assert_eq!(entries(&app).await, before);
        let october = g.noor.get("/hours?month=2026-10").await;
        october.assert_sees("correction").assert_sees("−30 min");
        // It is held to what there is on the day on which it counts: fifteen hours more would fit in September.
        actions::record(&app.ctx(&g.noor).await, g.mission, work("2026-10-05", 600)).await.unwrap();
        g.noor.post(&entry(approved, "correct"), &[("minutes", "15 h 30")]).await.assert_refused();
    }
);

story!(capabilities;
    /// Of a week that is in closed months only nothing is said any more, and nothing of it is asked.
    async fn nothing_this_week_is_not_said_in_a_closed_month(app) {
        let g = ground(&app).await;
        app.go_to("2026-10-05");
        let asked = "la semaine du 14/09/2026";
        g.noor.get("/today").await.assert_ok().assert_sees(asked).assert_sees("la semaine du 28/09/2026");
        close_for_all(&app.ctx(&g.coralie).await, september(), true).await.unwrap();
        let mission = g.mission.to_string();
        let quiet = async |week: &str| g.noor.post("/hours/quiet", &[("mission", &mission), ("week", week)]).await;
        g.noor.get("/today").await.assert_ok().assert_lacks(asked).assert_sees("la semaine du 28/09/2026");
        quiet("2026-09-14").await.assert_refused().assert_sees("Ce mois est clôturé");
        // That one goes on in October, which is open.
        quiet("2026-09-28").await.assert_redirected();
        reopen_month(&app.ctx(&g.coralie).await, september(), REASON).await.unwrap();
        quiet("2026-09-14").await.assert_redirected();
    }
);

story!(capabilities;
    async fn the_week_that_goes_on_in_the_next_month_is_asked_for(app) {
        let g = ground(&app).await;
        app.go_to("2026-10-01");
        g.coralie.get(PATH).await.assert_ok().assert_sees("28/09/2026");
    }
);

story!(capabilities;
    async fn the_page_tells_what_is_open_and_closing_all_the_same_is_said(app) {
        let g = ground(&app).await;
        g.coralie.post(PATH, &[("anyway", "yes")]).await.assert_refused().assert_sees("n’est pas fini");
        october(&app, &g).await;
        let page = g.coralie.get(PATH).await;
        page.assert_ok().assert_sees("Noor, Pair à l’équipe mobile");
        page.assert_sees("1 h 03 à confirmer par l’équipe").assert_sees("1 h 01 à approuver").assert_sees("1 h 02 revenues");
        // Of the week of the 7th something is known; of those after nothing.
        page.assert_sees("rien de noté pour les semaines du").assert_sees("14/09/2026").assert_lacks("07/09/2026");
        g.coralie.post(PATH, &[]).await.assert_refused().assert_sees("Il reste des heures à terminer");
        let done = g.coralie.post(PATH, &[("anyway", "yes")]).await;
        g.coralie.follow(&done).await.assert_ok().assert_sees("Le mois est clôturé").assert_sees("Clôturé par Coralie");
        g.coralie.get("/closing").await.assert_ok().assert_sees("clôturé");
        g.coralie.post(PATH, &[("anyway", "yes")]).await.assert_refused().assert_sees("Ce mois est clôturé");
    }
);

story!(capabilities;
    async fn a_month_is_opened_again_with_a_reason_and_closed_once_more(app) {
        let g = ground(&app).await;
        let [recorded, ..] = october(&app, &g).await;
        assert_eq!(g.coralie.get(REOPEN).await.location(), PATH, "there is nothing to reopen");
        g.coralie.post(REOPEN, &[("reason", REASON)]).await.assert_refused().assert_sees("déjà ouvert");
        g.coralie.post(PATH, &[("anyway", "yes")]).await.assert_redirected();
        g.coralie.get(REOPEN).await.assert_ok();
        g.coralie.post(REOPEN, &[("reason", "  ")]).await.assert_refused().assert_sees("Écrivez pourquoi");
        let done = g.coralie.post(REOPEN, &[("reason", REASON)]).await;
        g.coralie.follow(&done).await.assert_ok().assert_sees("Rouvert par Coralie").assert_sees(REASON);
        g.noor.post(&format!("/hours/entries/{recorded}/same"), &[]).await.assert_redirected();
        g.coralie.post(PATH, &[("anyway", "yes")]).await.assert_redirected();
        g.noor.post(&format!("/hours/entries/{recorded}/same"), &[]).await.assert_refused();
        let mut tx = app.db().begin_read().await.unwrap();
        for (kind, times) in [("month-closed", 2), ("month-reopened", 1)] {
            let count: i64 = tx.one(EVENTS, params![kind, g.coralie.id()], |row| row.get(0)).await.unwrap();
            assert_eq!(count, times, "{kind}");
        }
    }
);

story!(capabilities;
    async fn a_month_is_closed_for_its_own_association_by_its_coordinator(app) {
        let g = ground(&app).await;
        let [recorded, ..] = october(&app, &g).await;
        let olga = app.person("Olga", Role::Coordinator, app.new_id(), None).await;
        close_for_all(&app.ctx(&olga).await, september(), false).await.unwrap();
        g.noor.post(&format!("/hours/entries/{recorded}/same"), &[]).await.assert_redirected();
        olga.get(PATH).await.assert_ok().assert_lacks("Noor");
        for person in [&g.noor, &g.ana, &g.tom] {
            person.get("/closing").await.assert_forbidden();
            person.post(PATH, &[("anyway", "yes")]).await.assert_not_found();
            assert!(reopen_month(&app.ctx(person).await, september(), REASON).await.is_err());
        }
        g.coralie.get("/closing/2026-19").await.assert_not_found();
    }
);

story!(capabilities;
    /// Whoever comes first: what is recorded before the closing is in it, what comes after is refused.
    async fn recording_and_closing_at_once_leave_no_hour_in_between(app) {
        let g = ground(&app).await;
        october(&app, &g).await;
        let (noor, coralie) = (app.ctx(&g.noor).await, app.ctx(&g.coralie).await);
        for _ in 0..5 {
            let before = entries(&app).await.len();
            let (recorded, closed) = tokio::join!(
                actions::record(&noor, g.mission, work("2026-09-09", 1)),
                close_for_all(&coralie, september(), true),
            );
            let counted = entries(&app).await.len();
            assert_eq!(counted, before + usize::from(recorded.is_ok()));
            if closed.is_ok() {
                assert!(actions::record(&noor, g.mission, work("2026-09-09", 1)).await.is_err());
                reopen_month(&coralie, september(), REASON).await.unwrap();
            }
        }
    }
);
