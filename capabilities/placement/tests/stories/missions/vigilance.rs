//! Signals: the peer sees first what is shown about them, and has the last word about it.

use passerelle_access::Role;
use passerelle_kernel::Minutes;
use passerelle_placement::actions::missions::{Terms, set_terms};
use passerelle_store::params;
use passerelle_testkit::{Answer, Person, TestApp, story};
use passerelle_web::OutboxMail;

use super::{
    ground::{Ground, capabilities, french, ground},
    schedule::add,
};

passerelle_store::sql! {
    #[allow(dead_code, reason = "the list is for the crates that bring statements")]
    STATEMENTS;
    ROWS = "SELECT count(*) FROM signal WHERE peer_id = ?1";
    EVENTS = "SELECT count(*) FROM event WHERE kind LIKE 'signal-%' AND person_id = ?1";
}

async fn count(app: &TestApp, sql: &'static passerelle_store::Sql, peer: &Person) -> i64 {
    let mut tx = app.db().begin_read().await.unwrap();
    tx.one(sql, params![peer.id()], |row| row.get(0)).await.unwrap()
}

async fn ceiling(g: &Ground, version: i64, hours: i64) {
    let terms = Terms { ceiling: Some(Minutes::hours(hours)), version, ..french() };
    set_terms(&g.app.ctx(&g.noor).await, &terms).await.unwrap();
}

/// Somebody who wants no mission now is not idle.
pub(super) async fn wants_none(g: &Ground, peer: &Person) {
    set_terms(&g.app.ctx(peer).await, &Terms { paused: true, version: 1, ..french() }).await.unwrap();
}

/// Noor has said eight hours a week, and ten are planned.
async fn ten_hours(g: &Ground) -> String {
    ceiling(g, 1, 8).await;
    wants_none(g, &g.paul).await;
    let mission = format!("/missions/{}", g.running(&g.coralie, "Café du mardi", &g.noor).await);
    add(&g.coralie, &mission, "2", "09:00", "14:00").await.assert_redirected();
    add(&g.coralie, &mission, "4", "09:00", "14:00").await.assert_redirected();
    mission
}

/// The path of the first signal on the peer's page.
pub(super) async fn first(peer: &Person) -> String {
    let html = peer.get("/me/signals").await.assert_ok().html();
    let at = html.find("/me/signals/0").unwrap_or_else(|| panic!("no signal in {html}"));
    html[at..].split('"').next().unwrap().to_owned()
}

/// The same signal on the coordination's page.
pub(super) fn theirs(path: &str) -> String {
    path.strip_prefix("/me").unwrap().to_owned()
}

const TOLD: &str = "Des semaines au-dessus de votre plafond";
const ABOUT: &str = "Noor : plus d’heures que souhaité";

/// Whether these words can be read on the page.
fn sees(answer: &Answer, words: &str) -> bool {
    answer.text().contains(words)
}

/// The night before this day, and its morning.
pub(super) async fn night(g: &Ground, day: &str) {
    // The first run only plans.
    g.app.run_schedules().await;
    g.app.go_to(day);
    g.app.run_schedules().await;
}

/// The letters that say to Noor that there is something.
pub(super) async fn letters(app: &TestApp) -> Vec<OutboxMail> {
    let mails = app.mails().await.into_iter();
    mails.filter(|mail| mail.to == "noor@example.org" && mail.subject == "À propos de vos semaines à venir").collect()
}

story!(capabilities;
    async fn the_peer_sees_first_and_the_coordination_seven_days_later(app) {
        let g = ground(app).await;
        let rita = g.app.person("Rita", Role::Referent, g.institution, Some(g.mobile)).await;
        let head = g.app.person("Hélène", Role::Head, g.institution, None).await;
        let mission = ten_hours(&g).await;
        night(&g, "2026-09-08").await;
        let letters = letters(&g.app).await;
        let [letter] = letters.as_slice() else { panic!("{letters:?}") };
        assert!(!letter.text.contains("plafond") && !letter.text.contains("Café"), "{}", letter.text);

        g.noor.get("/today").await.assert_ok().assert_sees(TOLD).assert_sees("personne d’autre que vous ne le voit");
        let path = first(&g.noor).await;
        let page = g.noor.get(&path).await;
        page.assert_ok().assert_sees("14/09/2026").assert_sees("Moins ce mois-ci").assert_sees("mardi 15 septembre 2026");
        assert!(sees(&page, "10 h prévues. Votre plafond : 8 h."), "{}", page.text());
        page.assert_sees("changez votre plafond").assert_lacks("proposer à l’équipe un autre moment");
        let nobody = async || {
            for other in [&g.coralie, &g.lucas, &g.paul, &rita, &head] {
                other.get(&theirs(&path)).await.assert_not_found();
                assert!(!sees(&other.get("/today").await, ABOUT), "{}", other.name());
            }
            g.coralie.get("/signals").await.assert_ok().assert_lacks("Noor");
        };
        nobody().await;
        g.noor.post(&path, &[("act", "words"), ("words", "Je préfère le mardi.")]).await.assert_redirected();
        night(&g, "2026-09-14").await;
        nobody().await;
        assert_eq!(count(&g.app, EVENTS, &g.noor).await, 0, "no event tells what a peer writes for later");

        night(&g, "2026-09-15").await;
        assert!(sees(&g.coralie.get("/today").await, ABOUT));
        let page = g.coralie.get(&theirs(&path)).await;
        page.assert_ok().assert_sees("Je préfère le mardi.").assert_sees("10 h prévues").assert_lacks("plafond");
        assert!(!sees(&page, "8 h"), "the ceiling is the peer's own: {}", page.text());
        for other in [&g.lucas, &g.paul, &rita, &head] {
            other.get(&theirs(&path)).await.assert_not_found();
            other.get(&path).await.assert_not_found();
        }
        g.noor.get("/account/data/who-looked").await.assert_sees("Une remarque sur vos semaines, pour en parler avec vous");
        g.noor.get(&path).await.assert_sees("le voit aussi, et vos mots");

        g.coralie.post(&format!("{}/talked", theirs(&path)), &[]).await.assert_redirected();
        assert!(!sees(&g.coralie.get("/today").await, ABOUT));
        assert!(sees(&g.coralie.get("/signals").await, ABOUT));
        let talked = "Coralie a noté le mardi 15 septembre 2026 que vous en avez parlé ensemble";
        g.noor.get(&path).await.assert_sees(talked);
        g.noor.post(&path, &[("act", "fine")]).await.assert_redirected();
        g.noor.get(&path).await.assert_lacks(talked);

        // It becomes more: as long as the peer has not been told, the coordination does not read of it.
        g.noor.post(&path, &[("act", "now")]).await.assert_redirected();
        add(&g.coralie, &mission, "5", "09:00", "10:00").await.assert_redirected();
        g.coralie.get(&theirs(&path)).await.assert_not_found();
        g.coralie.post(&format!("{}/talked", theirs(&path)), &[]).await.assert_not_found();
        g.noor.get(&path).await.assert_ok().assert_sees("11 h prévues").assert_sees("mardi 22 septembre 2026");
        g.noor.get("/today").await.assert_sees(TOLD);
        g.coralie.get(&theirs(&path)).await.assert_not_found();
    }
);

story!(capabilities;
    /// Fewer hours a week would not help: the page says what does.
    async fn a_late_evening_before_an_early_morning_is_no_matter_of_the_ceiling(app) {
        let g = ground(app).await;
        wants_none(&g, &g.paul).await;
        let mission = format!("/missions/{}", g.running(&g.coralie, "Café du mardi", &g.noor).await);
        add(&g.coralie, &mission, "2", "20:00", "23:00").await.assert_redirected();
        add(&g.coralie, &mission, "3", "07:00", "09:00").await.assert_redirected();
        let page = g.noor.get(&first(&g.noor).await).await;
        page.assert_ok().assert_sees("proposer à l’équipe un autre moment").assert_lacks("plafond");
    }
);

story!(capabilities;
    async fn at_once_by_wish_and_gone_when_the_facts_are_gone(app) {
        let g = ground(app).await;
        ten_hours(&g).await;
        // The page finds it without waiting for the night.
        let path = first(&g.noor).await;
        g.noor.post(&path, &[]).await.assert_refused().assert_sees("Rien n’a changé");
        g.noor.post(&path, &[("act", "words"), ("words", " ")]).await.assert_refused();
        g.coralie.get(&theirs(&path)).await.assert_not_found();
        g.noor.post(&path, &[("act", "now"), ("words", "Parlons-en jeudi.")]).await.assert_redirected();
        let today = g.coralie.get("/today").await;
        assert!(sees(&today, ABOUT) && sees(&today, "veut que vous le sachiez maintenant"));
        g.coralie.get(&theirs(&path)).await.assert_ok().assert_sees("Parlons-en jeudi.");

        // Less this month takes the weeks away that become lighter; more hours by the peer's own will take it all away.
        g.noor.get(&path).await.assert_sees("21/09/2026");
        g.noor.post("/me/less", &[]).await.assert_redirected();
        g.noor.get(&path).await.assert_ok().assert_lacks("21/09/2026");
        ceiling(&g, 2, 10).await;
        g.coralie.get(&theirs(&path)).await.assert_not_found();
        assert!(!sees(&g.coralie.get("/today").await, ABOUT));
        let gone = g.noor.get(&path).await;
        g.noor.follow(&gone).await.assert_ok().assert_sees("les faits ont changé").assert_sees("Rien à signaler");
        g.noor.get("/me/signals").await.assert_sees("Pour Place of peer, rien ne demande votre attention");
        g.noor.get(&path).await.assert_not_found();
        night(&g, "2026-09-08").await;
        assert_eq!(count(&g.app, ROWS, &g.noor).await, 0, "the night erases what is over, words included");
    }
);

story!(capabilities;
    async fn what_is_fine_for_the_peer_is_told_to_nobody_unless_it_becomes_more(app) {
        let g = ground(app).await;
        let mission = ten_hours(&g).await;
        night(&g, "2026-09-08").await;
        let path = first(&g.noor).await;
        g.noor.post(&path, &[("act", "now")]).await.assert_redirected();
        g.coralie.get(&theirs(&path)).await.assert_ok();
        g.noor.post(&path, &[("act", "fine")]).await.assert_redirected();
        g.coralie.get(&theirs(&path)).await.assert_not_found();
        g.noor.get("/today").await.assert_ok().assert_lacks(TOLD);
        g.noor.get("/me/signals").await.assert_sees("Ce qui vous va comme cela");
        night(&g, "2026-09-21").await;
        assert_eq!(letters(&g.app).await.len(), 1, "the same is not told twice");
        g.coralie.get("/signals").await.assert_ok().assert_lacks("Noor");
        assert!(!sees(&g.coralie.get("/today").await, ABOUT));

        add(&g.coralie, &mission, "5", "09:00", "10:00").await.assert_redirected();
        g.coralie.get("/signals").await.assert_ok().assert_lacks("Noor");
        night(&g, "2026-09-22").await;
        assert_eq!(letters(&g.app).await.len(), 2, "it has become more, and the peer hears of it first");
        g.noor.get("/today").await.assert_sees(TOLD);
        g.coralie.get(&theirs(&path)).await.assert_not_found();
        g.app.go_to("2026-09-30");
        g.coralie.get(&theirs(&path)).await.assert_ok().assert_sees("11 h prévues");
    }
);

story!(capabilities;
    /// Ten hours here and eight there are more than Noor wants; neither association learns anything of that.
    async fn what_two_associations_make_together_only_the_peer_sees(app) {
        let g = ground(app).await;
        ten_hours(&g).await;
        ceiling(&g, 2, 17).await;
        let before = g.coralie.get("/signals").await.assert_ok().text();
        g.app.seat(&g.noor, Role::Peer, g.passeurs, None).await;
        let there = format!("/missions/{}", g.running(&g.lucas, "Permanence", &g.noor).await);
        add(&g.lucas, &there, "1", "09:00", "17:00").await.assert_redirected();
        night(&g, "2026-09-08").await;
        let path = first(&g.noor).await;
        let page = g.noor.get(&path).await;
        page.assert_ok().assert_sees("cela vient de plusieurs associations ensemble").assert_sees("18 h prévues");
        g.noor.post(&path, &[("act", "now")]).await.assert_refused().assert_sees("aucune ne le voit");
        night(&g, "2026-09-18").await;
        g.noor.get(&path).await.assert_ok();
        for coordinator in [&g.coralie, &g.lucas] {
            coordinator.get(&theirs(&path)).await.assert_not_found();
            coordinator.get("/signals").await.assert_ok().assert_lacks("Noor");
            assert!(!sees(&coordinator.get("/today").await, ABOUT));
        }
        let after = g.coralie.get("/signals").await.assert_ok().text();
        assert_eq!(before, after, "letter by letter");
    }
);

story!(capabilities;
    /// Noor reads her page as a peer of one association; what there is about the other one has not been told by it.
    async fn a_page_tells_nothing_of_another_association(app) {
        let g = ground(app).await;
        ten_hours(&g).await;
        g.app.seat(&g.noor, Role::Peer, g.passeurs, None).await;
        g.noor.get("/me/signals").await.assert_ok().assert_lacks(TOLD);
        g.app.go_to("2026-09-16");
        g.coralie.get("/signals").await.assert_ok().assert_lacks("Noor");
        night(&g, "2026-09-17").await;
        assert_eq!(letters(&g.app).await.len(), 1, "the letter tells it");
        g.app.go_to("2026-09-25");
        g.coralie.get("/signals").await.assert_ok().assert_sees("Noor");
    }
);

story!(capabilities;
    async fn who_has_nobody_to_talk_to_says_it_in_one_tap_and_takes_it_back(app) {
        let g = ground(app).await;
        wants_none(&g, &g.noor).await;
        let said = g.noor.post("/me/signals", &[]).await;
        g.noor.follow(&said).await.assert_ok().assert_sees("La coordination le voit maintenant");
        g.noor.post("/me/signals", &[]).await.assert_redirected();
        assert_eq!(count(&g.app, ROWS, &g.noor).await, 1, "said twice, kept once");
        g.coralie.get("/today").await.assert_sees("Noor cherche quelqu’un à qui parler de son travail");
        g.lucas.get("/today").await.assert_lacks("Noor");
        g.coralie.post("/me/signals", &[]).await.assert_forbidden();
        let path = first(&g.noor).await;
        night(&g, "2026-09-08").await;
        g.coralie.get(&theirs(&path)).await.assert_ok();
        g.noor.post(&path, &[("act", "fine")]).await.assert_redirected();
        g.coralie.get(&theirs(&path)).await.assert_not_found();
        g.coralie.get("/today").await.assert_lacks("quelqu’un à qui parler");
    }
);

story!(capabilities;
    async fn who_leaves_takes_their_signals_along(app) {
        let g = ground(app).await;
        wants_none(&g, &g.noor).await;
        g.noor.post("/me/signals", &[]).await.assert_redirected();
        let path = first(&g.noor).await;
        g.coralie.get(&theirs(&path)).await.assert_ok();
        let mut tx = g.app.write().await;
        passerelle_access::membership::end_all(&mut tx, g.noor.id(), "2026-09-07".parse().unwrap()).await.unwrap();
        tx.commit().await.unwrap();
        g.app.go_to("2026-09-08");
        g.coralie.get(&theirs(&path)).await.assert_not_found();
        g.coralie.get("/signals").await.assert_ok().assert_lacks("Noor");
        night(&g, "2026-09-09").await;
        night(&g, "2026-09-10").await;
        assert_eq!(count(&g.app, ROWS, &g.noor).await, 0);
    }
);
