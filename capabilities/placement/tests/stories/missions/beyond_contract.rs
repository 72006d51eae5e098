//! Hours beyond the contract, as a signal: the peer hears of it first.

use passerelle_kernel::Id;
use passerelle_store::params;
use passerelle_testkit::story;

use super::{
    ground::{Ground, capabilities, ground},
    schedule::add,
    vigilance::{first, letters, night, theirs, wants_none},
};

passerelle_store::sql! {
    #[allow(dead_code, reason = "the list is for the crates that bring statements")]
    STATEMENTS;
    AGREED = "INSERT INTO contract_term (id, org_id, peer_id, from_on, week, set_at, set_by)
        VALUES (?1, ?2, ?3, '2026-01-01', 480, 1, ?4)";
}

story!(capabilities;
    /// Ten hours are planned and eight were agreed: the peer hears of it first; the team and others never do.
    async fn hours_beyond_the_contract_are_told_to_the_peer_first(app) {
        let g = ground(app).await;
        wants_none(&g, &g.paul).await;
        let mission = format!("/missions/{}", g.running(&g.coralie, "Café du mardi", &g.noor).await);
        add(&g.coralie, &mission, "2", "09:00", "14:00").await.assert_redirected();
        add(&g.coralie, &mission, "4", "09:00", "14:00").await.assert_redirected();
        let mut tx = g.app.write().await;
        let id: Id<Ground> = g.app.new_id();
        tx.execute(AGREED, params![id, g.espairs, g.noor.id(), g.coralie.id()]).await.unwrap();
        tx.commit().await.unwrap();
        night(&g, "2026-09-08").await;
        assert_eq!(letters(&g.app).await.len(), 1);
        let path = first(&g.noor).await;
        let page = g.noor.get(&path).await;
        page.assert_ok().assert_sees("Des semaines au-delà de votre contrat").assert_sees("10 h prévues. Le contrat : 8 h.");
        page.assert_sees("Moins ce mois-ci");
        g.coralie.get(&theirs(&path)).await.assert_not_found();
        g.noor.post(&path, &[("act", "now")]).await.assert_redirected();
        g.coralie.get(&theirs(&path)).await.assert_ok().assert_sees("Noor : plus d’heures que le contrat");
        for other in [&g.lucas, &g.paul] {
            other.get(&theirs(&path)).await.assert_not_found();
        }
    }
);
