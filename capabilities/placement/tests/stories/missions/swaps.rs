//! Another moment for one time: proposed by the peer, answered by the team, and nothing changes before.

use passerelle_access::Role;
use passerelle_testkit::{Answer, Person, story};

use super::{
    ground::{Ground, capabilities, date, first_id, ground},
    schedule::add,
};

/// A mission of Noor each Tuesday morning, its slot, and Ana who refers for the team.
async fn tuesdays(g: &Ground) -> (String, String, Person) {
    let mission = format!("/missions/{}", g.running(&g.coralie, "Café du mardi", &g.noor).await);
    add(&g.coralie, &mission, "2", "09:00", "12:00").await.assert_redirected();
    let schedule = g.coralie.get(&format!("{mission}/schedule")).await.html();
    let slot = first_id::<()>(&schedule, "change?slot=").to_string();
    let ana = g.app.person("Ana", Role::Referent, g.institution, Some(g.mobile)).await;
    (mission, slot, ana)
}

/// Proposes Thursday the 17th, in the afternoon, instead of Tuesday the 15th.
async fn propose(who: &Person, mission: &str, slot: &str, on: &str, day: &str) -> Answer {
    let mut fields = date(["to-day", "to-month", "to-year"], [day, "9", "2026"]);
    fields.extend([("slot", slot), ("on", on), ("start", "14:00"), ("end", "16:00")]);
    who.post(&format!("{mission}/schedule/swap"), &fields).await
}

fn path(answer: &Answer) -> String {
    let to = answer.assert_redirected().header("location").unwrap();
    to.split('?').next().unwrap().to_owned()
}

const PLANNED: &str = "mardi 15 septembre 2026, de 9 h";
const INSTEAD: &str = "jeudi 17 septembre 2026, de 14 h";

story!(capabilities;
    async fn nothing_changes_before_the_team_says_yes(app) {
        let g = ground(app).await;
        let (mission, slot, ana) = tuesdays(&g).await;
        let week = format!("{mission}/schedule?week=2026-09-15");
        g.noor.get(&week).await.assert_ok().assert_sees("Proposer un autre moment");
        propose(&g.noor, &mission, &slot, "2026-09-16", "17").await.assert_refused().assert_sees("pas de créneau ce jour-là");
        propose(&g.noor, &mission, &slot, "2026-09-15", "2").await.assert_refused().assert_sees("un jour à venir");
        let asked = propose(&g.noor, &mission, &slot, "2026-09-15", "17").await;
        let swap = path(&asked);
        g.noor.follow(&asked).await.assert_ok().assert_sees("Rien ne change tant que l’équipe").assert_lacks("C’est d’accord");
        propose(&g.noor, &mission, &slot, "2026-09-15", "18").await.assert_refused().assert_sees("déjà proposé");
        g.coralie.get(&week).await.assert_sees(PLANNED);
        assert!(g.app.mails().await.iter().any(|mail| mail.to == "ana@example.org" && mail.text.contains("jeudi 17 septembre")));

        ana.get("/today").await.assert_ok().assert_sees("Noor propose un autre moment");
        ana.get(&swap).await.assert_ok().assert_sees("C’est d’accord");
        for person in [&g.noor, &g.paul, &g.lucas] {
            person.post(&format!("{swap}/agree"), &[]).await.assert_not_found();
        }
        g.paul.get(&swap).await.assert_not_found();
        // A team without an account may have said it to the coordination.
        g.coralie.get(&swap).await.assert_ok().assert_sees("C’est d’accord");
        ana.post(&format!("{swap}/agree"), &[]).await.assert_redirected();
        g.noor.get(&week).await.assert_sees(INSTEAD).assert_lacks(PLANNED);
        assert!(g.app.mails().await.iter().any(|mail| mail.to == "noor@example.org" && mail.subject.contains("d’accord")));
        ana.post(&format!("{swap}/decline"), &[]).await.assert_refused();
        g.noor.post(&format!("{swap}/withdraw"), &[]).await.assert_refused();
    }
);

story!(capabilities;
    /// The team learns that the moment is taken, and not that the peer is away on a day on which nobody was expected.
    async fn an_absence_is_not_told_by_a_refused_moment(app) {
        let g = ground(app).await;
        let (mission, slot, ana) = tuesdays(&g).await;
        let swap = path(&propose(&g.noor, &mission, &slot, "2026-09-15", "17").await);
        let mut away = date(["from-day", "from-month", "from-year"], ["17", "9", "2026"]);
        away.extend(date(["until-day", "until-month", "until-year"], ["17", "9", "2026"]));
        g.noor.post("/me/away", &away).await.assert_redirected();
        let refused = ana.post(&format!("{swap}/agree"), &[]).await;
        refused.assert_refused().assert_sees("déjà prise à ce moment-là").assert_lacks("pas là");
    }
);

story!(capabilities;
    async fn a_no_and_a_proposal_taken_back_leave_the_time_as_it_was(app) {
        let g = ground(app).await;
        let (mission, slot, ana) = tuesdays(&g).await;
        let first = path(&propose(&g.noor, &mission, &slot, "2026-09-15", "17").await);
        ana.post(&format!("{first}/withdraw"), &[]).await.assert_not_found();
        // The coordination says for the team what it was told otherwise.
        g.lucas.post(&format!("{first}/decline"), &[]).await.assert_not_found();
        g.coralie.post(&format!("{first}/decline"), &[]).await.assert_redirected();
        let second = path(&propose(&g.noor, &mission, &slot, "2026-09-15", "17").await);
        g.noor.post(&format!("{second}/withdraw"), &[]).await.assert_redirected();
        ana.post(&format!("{second}/agree"), &[]).await.assert_refused();
        ana.get("/today").await.assert_lacks("propose un autre moment");
        g.noor.get(&format!("{mission}/schedule?week=2026-09-15")).await.assert_sees(PLANNED).assert_lacks(INSTEAD);
    }
);

story!(capabilities;
    /// What was free when it was proposed was given to another association meanwhile: of that, nothing is told.
    async fn a_moment_that_is_taken_meanwhile_is_refused(app) {
        let g = ground(app).await;
        let (mission, slot, ana) = tuesdays(&g).await;
        let swap = path(&propose(&g.noor, &mission, &slot, "2026-09-15", "17").await);
        g.app.seat(&g.noor, Role::Peer, g.passeurs, None).await;
        let there = format!("/missions/{}", g.running(&g.lucas, "Permanence", &g.noor).await);
        add(&g.lucas, &there, "4", "15:00", "17:00").await.assert_redirected();
        let refused = ana.post(&format!("{swap}/agree"), &[]).await;
        refused.assert_refused().assert_sees("déjà prise à ce moment-là").assert_lacks("Permanence").assert_lacks("Passeurs");
        g.coralie.get(&format!("{mission}/schedule?week=2026-09-15")).await.assert_sees(PLANNED);
    }
);

story!(capabilities;
    async fn nobody_answers_their_own_proposal(app) {
        let g = ground(app).await;
        let (mission, slot, _) = tuesdays(&g).await;
        let swap = path(&propose(&g.noor, &mission, &slot, "2026-09-15", "17").await);
        g.app.seat(&g.noor, Role::Referent, g.institution, Some(g.mobile)).await;
        g.noor.post(&format!("{swap}/agree"), &[]).await.assert_refused();
        g.coralie.get(&format!("{mission}/schedule?week=2026-09-15")).await.assert_sees(PLANNED);
    }
);

story!(capabilities;
    /// What was proposed for a mission that has ended since is answered no more, and nothing new is proposed for it.
    async fn a_mission_that_has_ended_has_no_time_to_move(app) {
        let g = ground(app).await;
        let (mission, slot, ana) = tuesdays(&g).await;
        let swap = path(&propose(&g.noor, &mission, &slot, "2026-09-15", "17").await);
        let asked = g.coralie.get(&format!("{mission}/end")).await.html();
        let version = asked.split("name=\"version\" value=\"").nth(1).unwrap().split('"').next().unwrap();
        let mut end = date(["on-day", "on-month", "on-year"], ["7", "9", "2026"]);
        end.extend([("version", version), ("ending", "stopped")]);
        g.coralie.post(&format!("{mission}/end"), &end).await.assert_redirected();
        ana.post(&format!("{swap}/agree"), &[]).await.assert_refused().assert_sees("La mission est finie");
        propose(&g.noor, &mission, &slot, "2026-09-22", "24").await.assert_refused().assert_sees("La mission est finie");
    }
);

story!(capabilities;
    /// Once its day is over, the team is not asked any more.
    async fn what_nobody_has_answered_in_time_is_not_asked_any_more(app) {
        let g = ground(app).await;
        let (mission, slot, ana) = tuesdays(&g).await;
        let swap = path(&propose(&g.noor, &mission, &slot, "2026-09-15", "17").await);
        g.app.go_to("2026-09-15");
        ana.get("/today").await.assert_ok().assert_sees("Noor propose un autre moment");
        g.app.go_to("2026-09-16");
        ana.get("/today").await.assert_ok().assert_lacks("propose un autre moment");
        ana.post(&format!("{swap}/agree"), &[]).await.assert_refused();
    }
);

story!(capabilities;
    /// A time that was moved is proposed for another moment by the day of its rhythm, and moves once more.
    async fn a_time_that_was_moved_can_be_moved_again(app) {
        let g = ground(app).await;
        let (mission, slot, ana) = tuesdays(&g).await;
        let first = path(&propose(&g.noor, &mission, &slot, "2026-09-15", "17").await);
        ana.post(&format!("{first}/agree"), &[]).await.assert_redirected();
        let week = format!("{mission}/schedule?week=2026-09-15");
        g.noor.get(&week).await.assert_sees(INSTEAD).assert_lacks(PLANNED);
        let second = path(&propose(&g.noor, &mission, &slot, "2026-09-15", "18").await);
        ana.post(&format!("{second}/agree"), &[]).await.assert_redirected();
        let again = g.noor.get(&week).await;
        again.assert_sees("vendredi 18 septembre 2026, de 14 h").assert_lacks(INSTEAD).assert_lacks(PLANNED);
        // And no second one stands beside it.
        g.noor.get(&week).await.assert_lacks("mardi 15 septembre 2026, de");
    }
);
