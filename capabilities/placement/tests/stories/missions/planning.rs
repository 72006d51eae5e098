//! A plan for all open missions: worked out by the program, changed and proposed by a person, answered by a peer.

use jiff::SignedDuration;
use passerelle_access::Role;
use passerelle_kernel::Minutes;
use passerelle_placement::{
    actions::missions::{AvoidedPlace, Terms, set_not_there, set_terms, weigh},
    matching::{Preference, Weight, Weights},
};
use passerelle_testkit::{Answer, Person, story};

use super::ground::{Ground, capabilities, first_id, french, ground};

/// Asks for a plan and waits for it; gives its address and its page.
pub(super) async fn planned(g: &Ground) -> (String, Answer) {
    let started = g.coralie.post("/planning", &[]).await;
    reached(g, &started).await
}

/// What was asked for, once it is worked out.
async fn reached(g: &Ground, started: &Answer) -> (String, Answer) {
    started.assert_redirected();
    g.app.run_schedules().await;
    let path = started.location().to_owned();
    let page = g.coralie.get(&path).await;
    page.assert_ok();
    (path, page)
}

/// The names of the fields of the lines.
fn lines(html: &str) -> Vec<String> {
    html.split("name=\"line-").skip(1).map(|rest| format!("line-{}", rest.split('"').next().unwrap())).collect()
}

/// Who is on a line, and who is not.
fn on<'a>(g: &'a Ground, line: &str) -> (&'a Person, &'a Person) {
    if line.ends_with(&g.noor.id().to_string()) { (&g.noor, &g.paul) } else { (&g.paul, &g.noor) }
}

const UNTIL: [(&str, &str); 3] = [("until-day", "20"), ("until-month", "9"), ("until-year", "2026")];
const OLD: &str = "ont changé depuis ce plan";

passerelle_store::sql! {
    #[allow(dead_code, reason = "the list is for crates that bring statements")]
    STATEMENTS;
    WORKS = "UPDATE planning SET state = 'working', done = 37";
}

story!(capabilities;
    async fn a_plan_proposes_and_a_person_decides(app) {
        let g = ground(app).await;
        g.coralie.get("/planning").await.assert_ok().assert_sees("Aucune mission ouverte");
        let first = g.ready(&g.coralie, g.mobile, "Aller vers").await;
        g.ready(&g.coralie, g.unit, "Permanence").await;
        g.coralie.get("/missions").await.assert_sees("Préparer un plan pour toutes les missions ouvertes");
        g.noor.get("/missions").await.assert_ok().assert_lacks("Préparer un plan");
        g.coralie.get("/planning").await.assert_ok().assert_sees("2 missions cherchent une personne");
        let (path, page) = planned(&g).await;
        page.assert_sees("Aller vers").assert_sees("Permanence").assert_sees("Noor").assert_sees("Paul");
        page.assert_sees("personne n’a reçu de proposition.").assert_sees("Nouveau").assert_sees("2 sur 2");
        page.assert_sees("Convient bien : sans autre mission dans votre association").assert_lacks(OLD);
        assert_eq!(lines(&page.html()).len(), 2, "{}", page.html());
        // Nothing was proposed by itself.
        for peer in [&g.noor, &g.paul] {
            peer.get("/proposals").await.assert_ok().assert_lacks("Aller vers").assert_lacks("Permanence");
        }

        let line = lines(&page.html()).into_iter().find(|line| line.contains(&first.to_string())).unwrap();
        let mut form = vec![("do", "propose"), (line.as_str(), "propose")];
        g.coralie.post(&path, &form).await.assert_refused().assert_sees("Écrivez une date.");
        let nothing = [&[("do", "propose")][..], &UNTIL].concat();
        g.coralie.post(&path, &nothing).await.assert_refused().assert_sees("» au moins une fois");
        form.extend(UNTIL);
        let past: Vec<_> = form.iter().map(|(name, value)| (*name, if *name == "until-year" { "2025" } else { *value })).collect();
        g.coralie.post(&path, &past).await.assert_refused();
        let (chosen, other) = on(&g, &line);
        chosen.get("/proposals").await.assert_lacks("Aller vers");

        let done = g.coralie.post(&path, &form).await;
        let page = g.coralie.follow(&done).await;
        page.assert_ok().assert_sees("Les missions choisies sont proposées").assert_sees("Déjà proposée");
        page.assert_sees(&format!("{} (Pas encore de réponse)", chosen.name())).assert_sees(OLD);
        chosen.get("/proposals").await.assert_ok().assert_sees("Aller vers").assert_lacks("Permanence");
        other.get("/proposals").await.assert_ok().assert_lacks("Aller vers").assert_lacks("Permanence");

        page.assert_sees("Proposer les missions choisies").assert_lacks("Il n’y a rien de nouveau");

        // The same line again: it is proposed already, and the page says for which mission nothing was done.
        let again = g.coralie.post(&path, &form).await;
        again.assert_refused().assert_sees("« Aller vers » n’a pas été proposée.");
        // In the next plan, who was asked stays.
        let (path, next) = planned(&g).await;
        assert!(lines(&next.html()).contains(&line), "{}", next.text());
        let rest = lines(&next.html()).into_iter().find(|other| *other != line).unwrap();
        let rest = [&[("do", "propose"), (rest.as_str(), "propose")][..], &UNTIL].concat();
        let done = g.coralie.post(&path, &rest).await;
        let page = g.coralie.follow(&done).await;
        page.assert_ok().assert_sees("Il n’y a rien de nouveau à proposer").assert_lacks("Proposer les missions choisies");
    }
);

story!(capabilities;
    async fn one_sees_how_far_a_plan_is_and_may_leave_it(app) {
        let g = ground(app).await;
        g.ready(&g.coralie, g.mobile, "Aller vers").await;
        let started = g.coralie.post("/planning", &[]).await;
        let waiting = g.coralie.follow(&started).await;
        waiting.assert_ok().assert_sees("Préparation du plan").assert_sees("0 sur 100").assert_sees("Arrêter et garder");
        assert!(waiting.html().contains("every 2s"));
        let mut tx = g.app.write().await;
        tx.execute(WORKS, &[]).await.unwrap();
        tx.commit().await.unwrap();
        g.coralie.follow(&started).await.assert_ok().assert_sees("37 sur 100");
        // What goes wrong is tried again for a while; then the page says that there is nothing to wait for.
        let made = g.app.clock().now();
        g.app.clock().advance(SignedDuration::from_mins(119));
        g.coralie.follow(&started).await.assert_ok().assert_sees("37 sur 100");
        g.app.clock().advance(SignedDuration::from_mins(2));
        g.coralie.follow(&started).await.assert_ok().assert_sees("n’a pas abouti").assert_sees("Préparer un plan");
        g.coralie.get("/planning").await.assert_sees("N’a pas abouti");
        g.app.clock().set(made);
        // What is sent to a plan that works changes nothing.
        g.coralie.post(started.location(), &[("do", "again")]).await.assert_redirected();
        let (_, done) = reached(&g, &started).await;
        done.assert_sees("Qui pourrait faire quoi").assert_lacks("Préparation du plan");
        assert!(!done.html().contains("every 2s"));
    }
);

story!(capabilities;
    async fn lines_are_kept_and_ruled_out_in_the_next_plan(app) {
        let g = ground(app).await;
        g.ready(&g.coralie, g.mobile, "Aller vers").await;
        let (path, page) = planned(&g).await;
        let line = lines(&page.html()).remove(0);
        let again = async |path: &str, choice: &str, line: &str| {
            reached(&g, &g.coralie.post(path, &[("do", "again"), (line, choice)]).await).await
        };
        let (_, kept) = again(&path, "keep", &line).await;
        kept.assert_sees("Vous avez gardé cette proposition.");
        assert_eq!(lines(&kept.html()), std::slice::from_ref(&line));
        let (path, other) = again(&path, "not", &line).await;
        other.assert_sees("Propositions écartées");
        let others = lines(&other.html());
        assert_eq!(others.len(), 2, "one that is proposed and one that is ruled out: {others:?}");
        assert_ne!(others[0], line);
        // Both ruled out: nobody is left, and the mission stays open.
        let (path, nobody) = again(&path, "not", &others[0]).await;
        nobody.assert_sees("Missions sans personne").assert_lacks("Qui pourrait faire quoi").assert_sees("0 sur 1");
        let (_, back) = again(&path, "again", &line).await;
        back.assert_sees("Qui pourrait faire quoi");
        assert!(lines(&back.html()).contains(&line));
        // Nobody was told of any of it.
        for peer in [&g.noor, &g.paul] {
            peer.get("/proposals").await.assert_ok().assert_lacks("Aller vers");
        }
    }
);

story!(capabilities;
    async fn somebody_else_is_chosen_and_the_plan_is_made_around_them(app) {
        let g = ground(app).await;
        let mission = g.ready(&g.coralie, g.mobile, "Aller vers").await.to_string();
        g.ready(&g.coralie, g.unit, "Permanence").await;
        let (path, page) = planned(&g).await;
        let line = lines(&page.html()).into_iter().find(|line| line.contains(&mission)).unwrap();
        let (_, other) = on(&g, &line);
        let pair = format!("{path}/pair");
        let choose = g.coralie.get(&format!("{pair}?mission={mission}")).await;
        choose.assert_ok().assert_sees("Qui pour cette mission").assert_sees("Noor").assert_sees("Paul");
        g.coralie.post(&pair, &[("mission", &mission)]).await.assert_refused().assert_sees("Choisissez une personne.");
        let id = other.id().to_string();
        let started = g.coralie.post(&pair, &[("mission", &mission), ("peer", &id)]).await;
        let (path, page) = reached(&g, &started).await;
        page.assert_sees("Vous avez gardé cette proposition.").assert_sees("2 sur 2");
        let chosen = lines(&page.html());
        assert!(chosen.contains(&format!("line-{mission}-{id}")), "{chosen:?}");
        assert_eq!(chosen.len(), 2);
        other.get("/proposals").await.assert_ok().assert_lacks("Aller vers");

        // Whoever may not be asked is not there, and by hand one word is the answer for everybody.
        set_not_there(&g.app.ctx(other).await, AvoidedPlace::Team(g.mobile), true).await.unwrap();
        let pair = format!("{path}/pair");
        g.coralie.get(&format!("{pair}?mission={mission}")).await.assert_ok().assert_lacks(other.name());
        let listed = g.coralie.post(&pair, &[("mission", &mission), ("peer", &id)]).await;
        let unknown = g.app.new_id::<()>().to_string();
        let unknown = g.coralie.post(&pair, &[("mission", &mission), ("peer", &unknown)]).await;
        listed.assert_refused().assert_sees("ne peut pas être proposée à cette personne");
        assert_eq!(listed.text(), unknown.text());
    }
);

story!(capabilities;
    /// What a peer keeps for themself leaves no trace: neither a line, nor a word, nor the news that something changed.
    async fn a_private_list_leaves_no_trace_in_a_plan(app) {
        let g = ground(app).await;
        g.ready(&g.coralie, g.mobile, "Aller vers").await;
        let (path, before) = planned(&g).await;
        let line = lines(&before.html()).remove(0);
        let (chosen, other) = on(&g, &line);
        let mut form = vec![("do", "propose"), (line.as_str(), "propose")];
        form.extend(UNTIL);
        g.coralie.post(&path, &form).await.assert_redirected();
        let (path, asked) = planned(&g).await;
        asked.assert_sees(&format!("{} (Pas encore de réponse)", chosen.name()));

        set_not_there(&g.app.ctx(chosen).await, AvoidedPlace::Team(g.mobile), true).await.unwrap();
        let listed = g.coralie.get(&path).await;
        listed.assert_ok().assert_lacks(OLD).assert_sees("Ce n’est plus possible.").assert_lacks("Pas encore de réponse");
        // The rules are looked at again when it is proposed; one word for whichever does not hold.
        let refused = g.coralie.post(&path, &form).await;
        refused.assert_refused().assert_sees("ne peut pas être proposée à cette personne");
        let (_, next) = planned(&g).await;
        next.assert_sees(other.name()).assert_lacks(chosen.name());

        // Letter by letter the same as when the peer only wants no proposals for now.
        set_not_there(&g.app.ctx(chosen).await, AvoidedPlace::Team(g.mobile), false).await.unwrap();
        let paused = Terms { paused: true, version: 1, ..french() };
        set_terms(&g.app.ctx(chosen).await, &paused).await.unwrap();
        assert_eq!(g.coralie.get(&path).await.text(), listed.text());
        assert_eq!(g.coralie.post(&path, &form).await.text(), refused.text());
        let (_, same) = planned(&g).await;
        assert_eq!(same.text(), next.text());
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
        page.assert_sees("Missions sans personne").assert_sees("1 sur 2");
        assert_eq!(lines(&page.html()).len(), 1, "seven hours and seven hours are above eight");
    }
);

story!(capabilities;
    async fn a_plan_that_is_older_than_what_counts_says_so(app) {
        let g = ground(app).await;
        g.ready(&g.coralie, g.mobile, "Aller vers").await;
        let (path, page) = planned(&g).await;
        page.assert_lacks(OLD);
        let weights = Weights::default().with(Preference::Hours, Weight::Much);
        weigh(&g.app.ctx(&g.coralie).await, &weights, 0).await.unwrap();
        g.coralie.get(&path).await.assert_ok().assert_sees(OLD);
        let (path, page) = planned(&g).await;
        page.assert_lacks(OLD);
        g.ready(&g.coralie, g.unit, "Permanence").await;
        g.coralie.get(&path).await.assert_ok().assert_sees(OLD).assert_sees("Permanence").assert_sees("1 sur 2");
    }
);

story!(capabilities;
    async fn a_plan_is_of_one_association_and_can_be_stopped(app) {
        let g = ground(app).await;
        let mission = g.ready(&g.coralie, g.mobile, "Aller vers").await;
        let started = g.coralie.post("/planning", &[]).await;
        let path = started.location().to_owned();
        for person in [&g.lucas, &g.noor, &g.paul] {
            person.get(&path).await.assert_not_found();
            person.get(&format!("{path}/pair?mission={mission}")).await.assert_not_found();
            for form in [format!("{path}/stop"), format!("{path}/pair"), path.clone()] {
                person.post(&form, &[("do", "again")]).await.assert_not_found();
            }
        }
        g.noor.get("/planning").await.assert_forbidden();
        g.noor.post("/planning", &[]).await.assert_forbidden();
        g.lucas.get("/planning").await.assert_ok().assert_lacks(path.rsplit('/').next().unwrap());
        g.app.anybody().get(&path).await.assert_redirected_to_sign_in(&path);

        g.coralie.post(&format!("{path}/stop"), &[]).await.assert_redirected();
        g.coralie.get(&path).await.assert_ok().assert_sees("La préparation s’arrête.").assert_lacks("Arrêter et garder");
        g.app.run_schedules().await;
        let stopped = g.coralie.get(&path).await;
        stopped.assert_ok().assert_sees("La préparation a été arrêtée.").assert_sees("Qui pourrait faire quoi");
        let line = lines(&stopped.html()).remove(0);
        let form = [&[("do", "propose"), (line.as_str(), "propose")][..], &UNTIL].concat();
        for person in [&g.lucas, &g.noor] {
            person.post(&path, &form).await.assert_not_found();
        }
        g.noor.get("/proposals").await.assert_ok().assert_lacks("Aller vers");
        let listed = g.coralie.get("/planning").await;
        assert_eq!(first_id::<()>(&listed.html(), "/planning/").to_string(), path.rsplit('/').next().unwrap());
        listed.assert_sees("Arrêté avant la fin");
        // Some weeks later it is gone.
        g.app.go_to("2026-12-30");
        g.app.run_schedules().await;
        let clara = g.app.person("Clara", Role::Coordinator, g.espairs, None).await;
        clara.get(&path).await.assert_not_found();
        clara.get("/planning").await.assert_ok().assert_lacks("Les plans récents");
    }
);
