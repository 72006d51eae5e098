//! A plan for all open missions: worked out by the program, changed and proposed by a person, answered by a peer.

use passerelle_kernel::{Id, Minutes};
use passerelle_placement::actions::missions::{AvoidedPlace, Terms, set_not_there, set_terms};
use passerelle_testkit::{Answer, story};

use super::ground::{Ground, capabilities, first_id, french, ground};

/// Asks for a plan and waits for it; gives its address and its page.
async fn planned(g: &Ground) -> (String, Answer) {
    let started = g.coralie.post("/planning", &[]).await;
    started.assert_redirected();
    g.app.run_schedules().await;
    let path = started.location().to_owned();
    let page = g.coralie.get(&path).await;
    (path, page)
}

/// The names of the fields of the lines.
fn lines(html: &str) -> Vec<String> {
    html.split("name=\"line-").skip(1).map(|rest| format!("line-{}", rest.split('"').next().unwrap())).collect()
}

const UNTIL: [(&str, &str); 3] = [("until-day", "20"), ("until-month", "9"), ("until-year", "2026")];

story!(capabilities;
    async fn a_plan_proposes_and_a_person_decides(app) {
        let g = ground(app).await;
        g.coralie.get("/planning").await.assert_ok().assert_sees("Aucune mission ouverte");
        let first = g.ready(&g.coralie, g.mobile, "Aller vers").await;
        let second = g.ready(&g.coralie, g.unit, "Permanence").await;
        g.coralie.get("/missions").await.assert_sees("Préparer un plan pour toutes les missions ouvertes");
        g.coralie.get("/planning").await.assert_ok().assert_sees("2 missions cherchent une personne");
        let started = g.coralie.post("/planning", &[]).await;
        let waiting = g.coralie.follow(&started).await;
        waiting.assert_ok().assert_sees("Recherche du plan").assert_sees("Arrêter et garder le meilleur plan trouvé");
        let (path, page) = planned(&g).await;
        page.assert_ok().assert_sees("Aller vers").assert_sees("Permanence").assert_sees("Noor").assert_sees("Paul");
        page.assert_sees("Personne n’a été contacté.").assert_sees("Nouveau");
        assert_eq!(lines(&page.html()).len(), 2, "{}", page.html());
        // Nothing was proposed by itself.
        g.noor.get("/proposals").await.assert_lacks("Aller vers").assert_lacks("Permanence");
        g.paul.get("/proposals").await.assert_lacks("Aller vers").assert_lacks("Permanence");

        let line = lines(&page.html()).into_iter().find(|line| line.contains(&first.to_string())).unwrap();
        let chosen = if line.ends_with(&g.noor.id().to_string()) { &g.noor } else { &g.paul };
        let mut form = vec![("do", "propose"), (line.as_str(), "propose")];
        let missing = g.coralie.post(&path, &form).await;
        missing.assert_refused().assert_sees("Écrivez");
        form.extend(UNTIL);
        let done = g.coralie.post(&path, &form).await;
        let page = g.coralie.follow(&done).await;
        page.assert_ok().assert_sees("Les missions choisies sont proposées").assert_sees("Comme aujourd’hui");
        page.assert_sees("Des missions ou des réponses ont changé depuis ce plan.");
        chosen.get("/proposals").await.assert_ok().assert_sees("Aller vers");
        let _ = second;

        // The same line again: it is proposed already, and the page says for which mission nothing was done.
        let again = g.coralie.post(&path, &form).await;
        again.assert_refused().assert_sees("« Aller vers » n’a pas été proposée.");
    }
);

story!(capabilities;
    async fn lines_are_kept_and_ruled_out_in_the_next_plan(app) {
        let g = ground(app).await;
        let mission = g.ready(&g.coralie, g.mobile, "Aller vers").await;
        let (path, page) = planned(&g).await;
        let line = lines(&page.html()).remove(0);
        let again = async |path: &str, choice: &str, line: &str| {
            let started = g.coralie.post(path, &[("do", "again"), (line, choice)]).await;
            started.assert_redirected();
            g.app.run_schedules().await;
            let page = g.coralie.get(started.location()).await;
            (started.location().to_owned(), page)
        };
        let (_, kept) = again(&path, "keep", &line).await;
        kept.assert_ok().assert_sees("Vous avez gardé cette ligne.");
        assert_eq!(lines(&kept.html()), [line.clone()]);
        let (path, other) = again(&path, "not", &line).await;
        other.assert_sees("Lignes écartées");
        let others = lines(&other.html());
        assert_eq!(others.len(), 2, "one that is proposed and one that is ruled out: {others:?}");
        assert_ne!(others[0], line);
        // Both ruled out: nobody is left, and the mission stays open.
        let (path, nobody) = again(&path, "not", &others[0]).await;
        nobody.assert_sees("Missions sans personne").assert_lacks("Qui pourrait faire quoi");
        let (_, back) = again(&path, "again", &line).await;
        back.assert_sees("Qui pourrait faire quoi");
        assert!(lines(&back.html()).contains(&line));
        let _: Id<_> = mission;
    }
);

story!(capabilities;
    /// What a peer keeps for themself leaves no trace: neither a line, nor a word, nor the news that something changed.
    async fn a_private_list_leaves_no_trace_in_a_plan(app) {
        let g = ground(app).await;
        g.ready(&g.coralie, g.mobile, "Aller vers").await;
        let (path, before) = planned(&g).await;
        let line = lines(&before.html()).remove(0);
        let chosen = if line.ends_with(&g.noor.id().to_string()) { &g.noor } else { &g.paul };
        let other = if line.ends_with(&g.noor.id().to_string()) { "Paul" } else { "Noor" };
        set_not_there(&g.app.ctx(chosen).await, AvoidedPlace::Team(g.mobile), true).await.unwrap();
        let same = g.coralie.get(&path).await;
        same.assert_ok().assert_lacks("ont changé depuis ce plan").assert_sees("Ce n’est plus possible.");
        // The rules are looked at again when it is proposed; one word for whichever does not hold.
        let mut form = vec![("do", "propose"), (line.as_str(), "propose")];
        form.extend(UNTIL);
        g.coralie.post(&path, &form).await.assert_refused().assert_sees("ne peut pas être proposée à cette personne");
        let (_, after) = planned(&g).await;
        after.assert_ok().assert_sees(other).assert_lacks(chosen.name());
    }
);

story!(capabilities;
    async fn a_ceiling_holds_over_all_missions_of_a_plan(app) {
        let g = ground(app).await;
        let told = |version| Terms { ceiling: Some(Minutes::hours(8)), version, ..french() };
        set_terms(&g.app.ctx(&g.noor).await, &told(1)).await.unwrap();
        set_terms(&g.app.ctx(&g.paul).await, &Terms { paused: true, ..told(1) }).await.unwrap();
        g.ready(&g.coralie, g.mobile, "Aller vers").await;
        g.ready(&g.coralie, g.unit, "Permanence").await;
        let (_, page) = planned(&g).await;
        page.assert_ok().assert_sees("Missions sans personne");
        assert_eq!(lines(&page.html()).len(), 1, "seven hours and seven hours are above eight");
    }
);

story!(capabilities;
    async fn a_plan_is_of_one_association_and_can_be_stopped(app) {
        let g = ground(app).await;
        g.ready(&g.coralie, g.mobile, "Aller vers").await;
        let started = g.coralie.post("/planning", &[]).await;
        let path = started.location().to_owned();
        g.lucas.get(&path).await.assert_not_found();
        g.lucas.post(&format!("{path}/stop"), &[]).await.assert_not_found();
        g.noor.get("/planning").await.assert_forbidden();
        g.coralie.post(&format!("{path}/stop"), &[]).await.assert_redirected();
        g.app.run_schedules().await;
        g.coralie.get(&path).await.assert_ok().assert_sees("La recherche a été arrêtée.").assert_sees("Qui pourrait faire quoi");
        let listed = g.coralie.get("/planning").await;
        assert_eq!(first_id::<()>(&listed.html(), "/planning/").to_string(), path.rsplit('/').next().unwrap());
        // Some weeks later it is gone.
        g.app.go_to("2026-12-30");
        g.app.run_schedules().await;
        g.coralie.get(&path).await.assert_not_found();
    }
);
