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
        let once = |words: &str| assert_eq!(text.matches(words).count(), 1, "{words:?}: {text}");
        once("Tout le monde ici convient sur ces points :");
        once("Langues : Français.");
        once("Disponibilité : à partir du");
        once("À demander à cette personne : le trajet");
        once("À demander à ces personnes : le nombre d’heures et le trajet");
        once("7 h par semaine en tout dans votre association.");
        for name in ["Noor", "Paul", "Pair 1", "Pair 4"] {
            once(name);
        }
        let at = |words: &str| text.find(words).unwrap();
        assert!(at("À demander à cette personne") < at("Noor") && at("Noor") < at("À demander à ces personnes"));
        // A reader of the page hears what is to be asked of each person with their name.
        assert_eq!(page.html().matches("aria-describedby=\"peer-group-2\"").count(), 5, "{}", page.html());
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
        page.assert_sees("Commune Lille").assert_sees("7 h par semaine en tout, avec vos autres missions.");
        page.assert_lacks("14 h").assert_lacks("de trajet pour y aller");
        // Who wants no proposals for now still reads the sheet, without a word on how it fits.
        let paused = Terms { paused: true, version: 2, ..told };
        set_terms(&g.app.ctx(&g.noor).await, &paused).await.unwrap();
        g.noor.get(&format!("/proposals/{proposal}")).await.assert_ok().assert_lacks("en tout, avec vos autres missions");
    }
);
