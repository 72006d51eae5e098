//! Finding missions and requests: those whom their lists show them, by the names that stand there.

use passerelle_access::Role;
use passerelle_directory::actions::update_team;
use passerelle_kernel::Language;
use passerelle_placement::actions::{
    missions::open_mission,
    requests::{accept, enter_for_team, match_team},
};
use passerelle_testkit::{Person, story};
use passerelle_web::{run_due_jobs, search::index_if_empty};

use super::{money::ground as money, requests::ground::answers};
use money::capabilities;

passerelle_store::sql! {
    #[allow(dead_code, reason = "the list is for crates that bring statements")]
    STATEMENTS;
    NO_ENTRY = "DELETE FROM search_entry";
}

async fn finds(person: &Person, words: &str, name: &str) -> bool {
    let html = person.get(&format!("/search?q={}", words.replace(' ', "+"))).await.assert_ok().html();
    html.split("p-found__one").skip(1).any(|one| one.split("</a>").next().unwrap_or_default().contains(name))
}

story!(capabilities;
    async fn a_mission_is_found_by_those_who_have_it_in_their_list(app) {
        let g = money::ground(&app).await;
        g.mission(&app, "Accueil du lundi").await;
        let mut tx = app.write().await;
        tx.execute(NO_ENTRY, &[]).await.unwrap();
        tx.commit().await.unwrap();
        index_if_empty(app.app()).await.unwrap();
        run_due_jobs(app.app()).await.unwrap();
        let ana = app.person("Ana", Role::Referent, g.institution, Some(g.team)).await;
        let others = [
            app.person("Pia", Role::Peer, g.association, None).await,
            app.person("Hana", Role::Head, app.new_id(), None).await,
            app.person("Eli", Role::Coordinator, app.new_id(), None).await,
            app.person("Rémi", Role::Referent, g.institution, Some(app.new_id())).await,
            app.stranger("Zoé").await,
        ];
        for words in ["accueil", "noor lundi", "saint martin accueil", "mobile noor"] {
            for reader in [&g.coordinator, &g.treasurer, &g.head, &g.peer, &ana] {
                assert!(finds(reader, words, "Accueil du lundi").await, "{words}, {}", reader.name());
            }
            for other in &others {
                assert!(!finds(other, words, "Accueil").await, "{words}, {}", other.name());
            }
        }
        let coordinator = app.ctx(&g.coordinator).await;
        update_team(&coordinator, g.team, 1, "Unité Camille", "").await.unwrap();
        assert!(finds(&g.head, "camille", "Accueil du lundi").await && !finds(&g.head, "mobile", "Accueil").await);
    }
);

story!(capabilities;
    async fn requests_and_new_missions_are_found_at_once(app) {
        let g = money::ground(&app).await;
        let coordinator = app.ctx(&g.coordinator).await;
        let request = enter_for_team(&coordinator, answers("Équipe du soir"), Language::Fr).await.unwrap();
        assert!(finds(&g.coordinator, "equipe soir", "Équipe du soir").await);
        for other in [&g.treasurer, &g.peer, &g.head] {
            assert!(!finds(other, "equipe soir", "Équipe du soir").await, "{}", other.name());
        }
        match_team(&coordinator, request, g.team).await.unwrap();
        assert!(finds(&g.head, "mobile martin", "Équipe mobile").await);
        accept(&coordinator, request, None).await.unwrap();
        open_mission(&coordinator, request, "Présence en soirée").await.unwrap();
        assert!(finds(&g.coordinator, "presence", "Présence en soirée").await);
        assert!(finds(&g.head, "presence", "Présence en soirée").await && !finds(&g.peer, "presence", "Présence").await);
    }
);
