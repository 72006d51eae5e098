//! Two writers at once: whatever the engine, one comes first and the other is told.

use axum::http::StatusCode;
use passerelle_testkit::story;

use super::{
    ground::{capabilities, ground},
    schedule::add,
};

story!(capabilities;
    async fn two_times_that_overlap_are_never_both_taken(app) {
        let g = ground(app).await;
        let first = format!("/missions/{}", g.running(&g.coralie, "Café du mardi", &g.noor).await);
        let second = format!("/missions/{}", g.running(&g.coralie, "Visites", &g.noor).await);
        for weekday in ["1", "2", "3", "4", "5"] {
            let (one, other) = passerelle_testkit::tokio::join!(
                add(&g.coralie, &first, weekday, "09:00", "12:00"),
                add(&g.coralie, &second, weekday, "11:00", "13:00"),
            );
            let mut both = [one.status(), other.status()];
            both.sort();
            assert_eq!(both, [StatusCode::SEE_OTHER, StatusCode::UNPROCESSABLE_ENTITY], "{} {}", one.text(), other.text());
        }
    }
);

story!(capabilities;
    async fn two_yes_are_never_both_agreed(app) {
        let g = ground(app).await;
        let mission = g.ready(&g.coralie, g.mobile, "Aller vers").await;
        let mut proposals = Vec::new();
        for peer in [&g.noor, &g.paul] {
            let proposal = g.proposed(&g.coralie, mission, peer).await.to_string();
            peer.post(&format!("/proposals/{proposal}"), &[("version", "8"), ("reply", "yes")]).await.assert_redirected();
            proposals.push(proposal);
        }
        let agree = format!("/missions/{mission}/agree");
        let (first, second) = ([("proposal", proposals[0].as_str())], [("proposal", proposals[1].as_str())]);
        let (one, other) = passerelle_testkit::tokio::join!(g.coralie.post(&agree, &first), g.coralie.post(&agree, &second));
        let agreed = [&one, &other].into_iter().filter(|answer| answer.status() == StatusCode::SEE_OTHER).count();
        assert_eq!(agreed, 1, "{} {}", one.text(), other.text());
        let page = g.coralie.get(&format!("/missions/{mission}")).await.text();
        assert!(page.contains("Noor fera cette mission.") != page.contains("Paul fera cette mission."), "{page}");
    }
);
