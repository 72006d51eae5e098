//! Who may be asked is read in a glance: what holds for everybody once, people of whom the same is to be asked together.

use passerelle_access::Role;
use passerelle_kernel::Minutes;
use passerelle_placement::actions::missions::{Terms, set_terms};
use passerelle_testkit::story;

use super::ground::{capabilities, french, ground};

story!(capabilities;
    async fn the_proposing_page_says_each_thing_once(app) {
        let g = ground(app).await;
        for n in 1..=4 {
            let peer = g.app.person(&format!("Pair {n}"), Role::Peer, g.espairs, None).await;
            set_terms(&g.app.ctx(&peer).await, &french()).await.unwrap();
        }
        let told = |version, hours| Terms { ceiling: Some(Minutes::hours(hours)), version, ..french() };
        set_terms(&g.app.ctx(&g.noor).await, &told(1, 14)).await.unwrap();
        let mission = g.ready(&g.coralie, g.mobile, "Aller vers").await;
        let page = g.coralie.get(&format!("/missions/{mission}/proposals")).await;
        let text = page.text();
        let times = |words: &str, count: usize| assert_eq!(text.matches(words).count(), count, "{words:?}: {text}");
        times("Pour tout le monde ici :", 1);
        times("langues demandées (Français)", 1);
        times("sans autre mission dans votre association", 1);
        times("7 h par semaine en tout dans votre association.", 1);
        times("À demander : combien d’heures au plus.", 5);
        for name in ["Noor", "Paul", "Pair 1", "Pair 4"] {
            times(name, 1);
        }
        // A reader of the page hears what is said of each person with their name.
        assert_eq!(page.html().matches("-item-hint\" class=\"govuk-hint govuk-checkboxes__hint").count(), 6, "{}", page.html());
    }
);

story!(capabilities;
    /// The peer reads where it is, and what a yes would mean for their own week; the association does not read more.
    async fn a_proposal_says_what_it_would_mean_for_the_peer(app) {
        let g = ground(app).await;
        let told = Terms { ceiling: Some(Minutes::hours(14)), version: 1, ..french() };
        set_terms(&g.app.ctx(&g.noor).await, &told).await.unwrap();
        let mission = g.ready(&g.coralie, g.mobile, "Aller vers").await;
        let proposal = g.proposed(&g.coralie, mission, &g.noor).await;
        let page = g.noor.get(&format!("/proposals/{proposal}")).await;
        page.assert_sees("Commune Lille").assert_sees("7 h par semaine avec toutes vos missions. Vous avez dit : 14 h au plus.");
        page.assert_sees("Vous parlez les langues demandées : Français.");
        g.coralie.get(&format!("/missions/{mission}/proposals")).await.assert_sees("Noor").assert_lacks("14 h");
        // Who wants no proposals for now still reads the sheet, and which of their own words keeps it away.
        let paused = Terms { paused: true, version: 2, ..told };
        set_terms(&g.app.ctx(&g.noor).await, &paused).await.unwrap();
        let page = g.noor.get(&format!("/proposals/{proposal}")).await;
        page.assert_ok().assert_sees("Cette mission ne va plus : voici pourquoi");
        page.assert_sees("Vous avez dit : ne me proposez rien pour le moment.").assert_lacks("avec toutes vos missions");
    }
);
