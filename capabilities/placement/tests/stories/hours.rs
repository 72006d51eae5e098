//! Hours from the peer's phone to the coordinator's approval, with and without an account, and what cannot be done.

use jiff::SignedDuration;
use passerelle_access::Role;
use passerelle_kernel::{Date, Minutes};
use passerelle_placement::{
    actions::hours as actions,
    hours::{Activity, Work},
    period::{Month, Week},
};
use passerelle_testkit::{Answer, Person, story};

use super::work::{Ground, capabilities, ground, mission};

const SEPTEMBER: &str = "2026-09";

fn september() -> Month {
    Month::parse(SEPTEMBER).unwrap()
}

fn work(on: &str, minutes: i64) -> Work {
    Work { on: on.parse::<Date>().unwrap(), minutes: Minutes(minutes), activity: Activity::Presence }
}

/// The quickest form, as it stands when the page is opened, with a length chosen.
async fn record(peer: &Person, mission: &str, minutes: &str) -> Answer {
    let fields = [("mission", mission), ("day", "today"), ("activity", "presence"), ("minutes", minutes)];
    peer.post("/hours", &fields).await
}

/// The secret at the end of the link in the newest message.
fn secret(text: &str) -> String {
    let at = text.find("/confirm/").unwrap() + "/confirm/".len();
    text[at..].split_whitespace().next().unwrap().to_owned()
}

story!(capabilities;
    /// Every statement of the part is understood by the engine.
    async fn statements_of_hours_are_understood(app) {
        for sql in passerelle_placement::capability().statements.iter().copied().flatten() {
            if let Err(error) = app.db().prepare(sql).await {
                panic!("{}: {error}", sql.name);
            }
        }
    }
);

story!(capabilities;
    async fn hours_go_from_the_peer_to_the_referent_to_the_coordinator(app) {
        let g = ground(&app).await;
        let m = g.mission.to_string();
        g.noor.get("/hours").await.assert_ok().assert_sees("Combien de temps").assert_sees("Pair à l’équipe mobile");
        let done = record(&g.noor, &m, "210").await;
        done.assert_redirected();
        g.noor.follow(&done).await.assert_sees("Vos heures sont notées").assert_sees("à confirmer par l’équipe");

        // The team sees it on Today, looks, confirms.
        g.ana.get("/today").await.assert_sees("Noor a noté 3 h 30 en septembre 2026");
        let page = format!("/hours/confirm/{m}?month={SEPTEMBER}");
        g.ana.get(&page).await.assert_ok().assert_sees("À confirmer : 3 h 30");
        g.coralie.get("/approvals").await.assert_sees("Rien n’attend votre accord");
        g.ana.post(&format!("/hours/confirm/{m}"), &[("month", SEPTEMBER)]).await.assert_redirected();

        // The coordinator sees it on Today, looks, approves.
        g.coralie.get("/today").await.assert_sees("Les heures de Noor en septembre 2026 attendent votre accord");
        let page = format!("/approvals/{m}?month={SEPTEMBER}");
        g.coralie.get(&page).await.assert_ok().assert_sees("Confirmées par l’équipe : 3 h 30");
        g.coralie.post(&format!("/approvals/{m}"), &[("month", SEPTEMBER)]).await.assert_redirected();
        g.noor.get("/hours").await.assert_sees("approuvées");
        g.tom.get(&format!("/hours?month={SEPTEMBER}")).await.assert_ok().assert_sees("3 h 30");
        g.tom.get(&format!("/hours/missions/{m}?month={SEPTEMBER}")).await.assert_ok().assert_sees("approuvées");
    }
);

story!(capabilities;
    async fn a_confirmation_without_an_account_is_by_a_link_and_a_name(app) {
        let g = ground(&app).await;
        let m = g.mission.to_string();
        record(&g.noor, &m, "120").await.assert_redirected();
        g.noor.post("/hours/close", &[("mission", &m), ("month", SEPTEMBER)]).await.assert_redirected();
        let mails = app.mails().await;
        assert_eq!(mails[0].to, "dr.amrani@example.org");
        assert!(mails[0].subject.contains("Noor"), "{}", mails[0].subject);
        let path = format!("/confirm/{}", secret(&mails[0].text));

        // Opening changes nothing, however often; other secrets open nothing.
        let nobody = app.anybody();
        for _ in 0..2 {
            let page = nobody.get(&path).await;
            page.assert_ok().assert_sees("À confirmer : 2 h");
            assert!(page.html().contains("Dr Amrani"));
        }
        g.noor.get("/hours").await.assert_sees("à confirmer par l’équipe");
        nobody.get("/confirm/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA").await.assert_not_found();

        // A name is needed; then it is kept with the confirmation.
        let name = format!("name-{SEPTEMBER}");
        nobody.post(&path, &[("month", SEPTEMBER), (&name, " ")]).await.assert_refused().assert_sees("Écrivez votre nom");
        nobody.post(&path, &[("month", SEPTEMBER), (&name, "Samira Amrani")]).await.assert_redirected();
        nobody.get(&path).await.assert_sees("Rien n’attend votre confirmation");
        g.coralie.post(&format!("/approvals/{m}"), &[("month", SEPTEMBER)]).await.assert_redirected();
        let list = g.noor.get("/hours").await.html();
        let entry = list.split("/hours/entries/").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let page = g.noor.get(&format!("/hours/entries/{entry}")).await;
        page.assert_sees("Confirmées par Samira Amrani, avec le lien reçu par e-mail").assert_sees("Approuvées par Coralie");

        // After sixty days the link is too old.
        app.clock().advance(SignedDuration::from_hours(61 * 24));
        nobody.get(&path).await.assert_ok().assert_sees("Ce lien ne fonctionne plus");
        nobody.post(&path, &[("month", SEPTEMBER), (&name, "Samira Amrani")]).await.assert_not_found();
    }
);

story!(capabilities;
    async fn a_question_goes_back_and_the_answer_comes_again(app) {
        let g = ground(&app).await;
        let m = g.mission.to_string();
        let entry = actions::record(&app.ctx(&g.noor).await, g.mission, work("2026-09-07", 600)).await.unwrap();
        let ask = format!("/hours/confirm/entries/{entry}");
        g.ana.get(&ask).await.assert_ok();
        g.ana.post(&ask, &[("question", " ")]).await.assert_refused();
        g.ana.post(&ask, &[("question", "Dix heures, vraiment ?")]).await.assert_redirected();
        g.noor.get("/today").await.assert_sees("Une question attend sur vos heures");
        g.noor.get("/hours").await.assert_sees("Dix heures, vraiment ?");
        g.ana.post(&format!("/hours/confirm/{m}"), &[("month", SEPTEMBER)]).await.assert_refused();
        let fields = [
            ("day", "other"), ("on-day", "7"), ("on-month", "9"), ("on-year", "2026"),
            ("minutes", "other"), ("length", "6 h"), ("activity", "presence"),
        ];
        g.noor.post(&format!("/hours/entries/{entry}/revise"), &fields).await.assert_redirected();
        actions::confirm(&app.ctx(&g.ana).await, g.mission, september()).await.unwrap();

        // The coordinator may ask too; "it is right" sends it back as it is.
        g.coralie.post(&format!("/approvals/entries/{entry}"), &[("question", "Six ?")]).await.assert_redirected();
        g.noor.post(&format!("/hours/entries/{entry}/same"), &[]).await.assert_redirected();
        g.ana.get(&format!("/hours/confirm/{m}")).await.assert_sees("À confirmer : 6 h");
    }
);

story!(capabilities;
    async fn what_is_approved_never_changes_and_is_corrected_by_a_new_entry(app) {
        let g = ground(&app).await;
        let entry = actions::record(&app.ctx(&g.noor).await, g.mission, work("2026-09-07", 240)).await.unwrap();
        actions::confirm(&app.ctx(&g.ana).await, g.mission, september()).await.unwrap();
        let path = |verb: &str| format!("/hours/entries/{entry}/{verb}");
        let fields = [("day", "today"), ("minutes", "60"), ("activity", "presence")];
        g.noor.post(&path("revise"), &fields).await.assert_refused();
        actions::approve(&app.ctx(&g.coralie).await, g.mission, september()).await.unwrap();
        g.noor.post(&path("revise"), &fields).await.assert_refused();
        g.noor.post(&path("take-back"), &[]).await.assert_refused();
        g.coralie.post(&format!("/approvals/entries/{entry}"), &[("question", "Encore ?")]).await.assert_refused();

        g.noor.get(&path("correct")).await.assert_ok().assert_sees("4 h comptent");
        g.noor.post(&path("correct"), &[("minutes", "30 h")]).await.assert_refused();
        g.noor.post(&path("correct"), &[("minutes", "3 h")]).await.assert_redirected();
        g.noor.get("/hours").await.assert_sees("correction").assert_sees("−1 h");
        actions::confirm(&app.ctx(&g.ana).await, g.mission, september()).await.unwrap();
        actions::approve(&app.ctx(&g.coralie).await, g.mission, september()).await.unwrap();
        g.noor.get(&format!("/hours/entries/{entry}")).await.assert_sees("4 h le lundi 7 septembre 2026");
        g.noor.get(&path("correct")).await.assert_sees("3 h comptent");
    }
);

story!(capabilities;
    async fn nobody_signs_their_own_hours(app) {
        let g = ground(&app).await;
        actions::record(&app.ctx(&g.noor).await, g.mission, work("2026-09-07", 60)).await.unwrap();
        // The same person also refers for the team, and coordinates.
        app.seat(&g.noor, Role::Referent, g.institution, Some(g.team)).await;
        let confirm = format!("/hours/confirm/{}", g.mission);
        g.noor.post(&confirm, &[("month", SEPTEMBER)]).await.assert_refused();
        actions::confirm(&app.ctx(&g.ana).await, g.mission, september()).await.unwrap();
        app.seat(&g.noor, Role::Coordinator, g.espairs, None).await;
        g.noor.post(&format!("/approvals/{}", g.mission), &[("month", SEPTEMBER)]).await.assert_refused();
        actions::approve(&app.ctx(&g.coralie).await, g.mission, september()).await.unwrap();
    }
);

story!(capabilities;
    async fn hours_stay_with_those_whom_they_concern(app) {
        let g = ground(&app).await;
        let m = g.mission.to_string();
        let entry = actions::record(&app.ctx(&g.noor).await, g.mission, work("2026-09-07", 60)).await.unwrap();
        let other = app.person("Olga", Role::Coordinator, app.new_id(), None).await;
        let peer = app.person("Paul", Role::Peer, g.espairs, None).await;
        let referent = app.person("Rita", Role::Referent, g.institution, Some(app.new_id())).await;
        for stranger in [&other, &peer, &referent] {
            stranger.get(&format!("/hours/entries/{entry}")).await.assert_not_found();
            stranger.get(&format!("/hours/missions/{m}")).await.assert_not_found();
            stranger.get("/hours").await.assert_ok().assert_lacks("Noor");
        }
        referent.post(&format!("/hours/confirm/{m}"), &[("month", SEPTEMBER)]).await.assert_not_found();
        other.post(&format!("/approvals/{m}"), &[("month", SEPTEMBER)]).await.assert_not_found();
        record(&peer, &m, "60").await.assert_not_found();
        g.tom.get("/approvals").await.assert_forbidden();
        // The link of one mission leads to no entry of another.
        let far = mission(&app, &g, &peer, "Ailleurs").await;
        record(&peer, &far.to_string(), "60").await.assert_redirected();
        peer.post("/hours/close", &[("mission", &far.to_string()), ("month", SEPTEMBER)]).await.assert_redirected();
        let path = format!("/confirm/{}", secret(&app.mails().await[0].text));
        app.anybody().get(&format!("{path}/entries/{entry}")).await.assert_not_found();
    }
);

story!(capabilities;
    async fn limits_are_told_at_their_question_and_what_was_typed_stays(app) {
        let g = ground(&app).await;
        let m = g.mission.to_string();
        record(&g.noor, &m, "").await.assert_refused().assert_sees("Choisissez une durée");
        let fields = [
            ("mission", m.as_str()), ("day", "other"), ("on-day", "9"), ("on-month", "9"), ("on-year", "2026"),
            ("minutes", "other"), ("length", "2 h 15"), ("activity", "meeting"),
        ];
        let page = g.noor.post("/hours", &fields).await;
        assert!(page.assert_refused().html().contains("value=\"2 h 15\""));
        record(&g.noor, &m, "900").await.assert_redirected();
        record(&g.noor, &m, "600").await.assert_refused().assert_sees("24 heures");
    }
);

story!(capabilities;
    async fn nothing_this_week_is_an_answer_and_hours_take_it_back(app) {
        let g = ground(&app).await;
        let m = g.mission.to_string();
        app.go_to("2026-09-16");
        g.noor.get("/today").await.assert_sees("Rien n’est noté pour la semaine du 07/09/2026");
        let past = [("mission", m.as_str()), ("week", "2026-09-07"), ("back", "today")];
        g.noor.post("/hours/quiet", &past).await.assert_redirected();
        g.noor.get("/today").await.assert_lacks("semaine du 07/09/2026");
        g.noor.get("/hours").await.assert_sees("Rien cette semaine : Pair à l’équipe mobile");
        g.noor.post("/hours/quiet", &[("mission", &m)]).await.assert_redirected();
        g.noor.post("/hours/quiet", &[("mission", &m)]).await.assert_redirected();
        g.noor.get("/hours").await.assert_sees("vous avez dit qu’il n’y avait rien cette semaine");
        record(&g.noor, &m, "60").await.assert_redirected();
        g.noor.get("/hours").await.assert_lacks("vous avez dit qu’il n’y avait rien");
        let refused = actions::quiet(&app.ctx(&g.noor).await, g.mission, Week::of(app.today())).await;
        assert!(refused.is_err());
    }
);

story!(capabilities;
    async fn a_team_is_asked_once_a_day(app) {
        let g: Ground = ground(&app).await;
        let m = g.mission.to_string();
        let ask = format!("/approvals/{m}/ask");
        g.coralie.post(&ask, &[("month", SEPTEMBER)]).await.assert_refused();
        record(&g.noor, &m, "60").await.assert_redirected();
        for _ in 0..2 {
            g.coralie.post(&ask, &[("month", SEPTEMBER)]).await.assert_redirected();
        }
        assert_eq!(app.mails().await.len(), 1);
        g.coralie.get("/approvals").await.assert_sees("Demandé à l’équipe le 07/09/2026");
        app.clock().advance(SignedDuration::from_hours(25));
        g.coralie.post(&ask, &[("month", SEPTEMBER)]).await.assert_redirected();
        assert_eq!(app.mails().await.len(), 2);
    }
);
