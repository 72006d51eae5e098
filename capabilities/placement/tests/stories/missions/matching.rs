//! In which order those who fit are read, what counts for it, and why, in two versions.

use passerelle_access::Role;
use passerelle_kernel::{Language, Minutes, TimeZone};
use passerelle_placement::{
    TRANSLATIONS,
    actions::missions::{AvoidedPlace, Terms, set_not_there, set_terms, weigh},
    matching::{Level, Nature, Preference, Weight, Weights},
    request::{Hope, Public},
};
use passerelle_testkit::{Person, story};
use passerelle_words::Vocabulary;

use super::ground::{Ground, capabilities, field, french, ground};

/// What counts, as a form: the usual weights but for these.
fn form<'a>(version: &'a str, changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let usual = Weights::default();
    let weight = |one: &Preference| {
        let name = one.as_str();
        let changed = changes.iter().find(|(of, _)| *of == name).map(|(_, weight)| *weight);
        (name, changed.unwrap_or_else(|| usual.of(*one).as_str()))
    };
    std::iter::once(("version", version)).chain(Preference::ALL.iter().map(weight)).collect()
}

/// Whether Noor stands before Paul on the page of this mission.
async fn noor_is_first(g: &Ground, page: &str) -> bool {
    let text = g.coralie.get(page).await.assert_ok().text();
    text.find("Noor").unwrap() < text.find("Paul").unwrap()
}

story!(capabilities;
    async fn the_order_follows_what_the_association_has_chosen(app) {
        let g = ground(app).await;
        g.running(&g.coralie, "Café du mardi", &g.paul).await;
        let page = format!("/missions/{}/proposals", g.ready(&g.coralie, g.mobile, "Aller vers").await);
        // Work for those who have none comes first, unless the association has chosen otherwise.
        assert!(noor_is_first(&g, &page).await);
        g.coralie.get(&page).await.assert_sees("Ce qui compte le plus pour votre association : les personnes sans mission.");
        let set = g.coralie.get("/matching").await;
        set.assert_ok().assert_sees("Ce qui compte pour proposer une mission").assert_sees("Ils n’écartent personne.");
        let choice = [("first-mission", "none"), ("few-missions", "none"), ("continuity", "much")];
        let done = g.coralie.post("/matching", &form(&field(&set.html(), "version"), &choice)).await;
        g.coralie.follow(&done).await.assert_ok().assert_sees("Vos choix sont enregistrés");
        assert!(!noor_is_first(&g, &page).await);
        let told = g.coralie.get(&page).await;
        told.assert_sees("Convient bien : connaît l’équipe.").assert_sees("Convient moins : lieu encore inconnu.");
        // What does not count is not spoken of, and no figure of the order is anywhere.
        told.assert_lacks("sans autre mission dans votre association").assert_lacks("deux missions");

        // Two people who change it are told.
        let late = g.coralie.post("/matching", &form("0", &choice)).await;
        late.assert_refused().assert_sees("a changé ces informations");
        let gap = g.coralie.post("/matching", &[("version", "1"), ("public", "much")]).await;
        gap.assert_refused();
        assert!(gap.html().contains("value=\"much\" checked"), "what was chosen is lost: {}", gap.html());
        // Another association has its own, and nobody else chooses.
        assert!(g.lucas.get("/matching").await.assert_ok().html().contains("value=\"0\""));
        g.noor.get("/matching").await.assert_forbidden();
        g.noor.post("/matching", &form("1", &choice)).await.assert_forbidden();
    }
);

story!(capabilities;
    /// The peer reads of each rule in their own words; what does not count is not spoken of to them either.
    async fn each_rule_is_told_in_two_versions(app) {
        let g = ground(app).await;
        let likes = Nature { publics: [Public::Homeless, Public::Youth].into(), hopes: [Hope::Stuck].into(), ..Nature::default() };
        let told = Terms { likes, wished: Some(Minutes::hours(14)), version: 1, ..french() };
        set_terms(&g.app.ctx(&g.noor).await, &told).await.unwrap();
        let mission = g.ready(&g.coralie, g.mobile, "Aller vers").await;
        let page = g.coralie.get(&format!("/missions/{mission}/proposals")).await;
        page.assert_sees("Convient bien : aime travailler avec les personnes sans logement.");
        page.assert_sees("Convient en partie : moins d’heures que souhaité.").assert_sees("Convient moins : aime apporter autre chose");
        page.assert_lacks("les jeunes").assert_lacks("débloquer une situation").assert_lacks("14 h");
        let offer = format!("/proposals/{}", g.proposed(&g.coralie, mission, &g.noor).await);
        let own = g.noor.get(&offer).await;
        own.assert_sees("Pourquoi cette mission vous est proposée");
        own.assert_sees("Vous aimez travailler avec les personnes sans logement.");
        own.assert_sees("C’est moins d’heures que vous n’en souhaitez.").assert_sees("L’équipe espère autre chose que ce que vous avez choisi.");
        own.assert_sees("Vous n’avez pas d’autre mission dans l’association à ce moment.").assert_lacks("Paul");
        let text = own.text();
        let (well, less) = text.split_once("Ce qui va moins dans le sens").unwrap();
        assert!(well.contains("Vous aimez travailler avec") && less.contains("moins d’heures") && less.contains("espère autre chose"), "{text}");
        weigh(&g.app.ctx(&g.coralie).await, &Weights::default().with(Preference::Hours, Weight::None), 0).await.unwrap();
        g.noor.get(&offer).await.assert_lacks("moins d’heures que vous n’en souhaitez").assert_sees("Vous aimez travailler avec");
    }
);

story!(capabilities;
    /// The coordination knows of the days away anyway, and reads it beside the name; what was said to another association
    /// it does not.
    async fn who_is_away_at_first_is_told_in_words(app) {
        let g = ground(app).await;
        let mission = g.ready(&g.coralie, g.mobile, "Aller vers").await;
        let page = format!("/missions/{mission}/proposals");
        const AWAY: &str = "n’est pas là certains jours des quatre premières semaines";
        let away = async |who: &Person| {
            let days = [("from-day", "14"), ("from-month", "9"), ("from-year", "2026"), ("until-day", "18"), ("until-month", "9"), ("until-year", "2026")];
            who.post("/me/away", &days).await.assert_redirected();
        };
        g.coralie.get(&page).await.assert_ok().assert_sees("Noor").assert_sees("Paul").assert_lacks(AWAY);
        g.app.seat(&g.noor, Role::Peer, g.passeurs, None).await;
        away(&g.noor).await;
        g.coralie.get(&page).await.assert_sees("Noor").assert_lacks(AWAY);
        away(&g.paul).await;
        let told = g.coralie.get(&page).await;
        told.assert_sees("Noor").assert_sees("Paul").assert_sees(&format!("Convient en partie : {AWAY}"));
        assert_eq!(told.text().matches(AWAY).count(), 1, "{}", told.text());
    }
);

story!(capabilities;
    /// With somebody whose private list names the place, the page is byte for byte what it was when there was no such person.
    async fn a_private_list_looks_as_if_nobody_were_there(app) {
        let g = ground(app).await;
        let mission = g.ready(&g.coralie, g.mobile, "Aller vers").await;
        let page = format!("/missions/{mission}/proposals");
        let without = g.coralie.get(&page).await;
        let zoe = g.app.person("Zoé", Role::Peer, g.espairs, None).await;
        let likes = Nature { publics: [Public::Homeless].into(), ..Nature::default() };
        set_terms(&g.app.ctx(&zoe).await, &Terms { likes, wished: Some(Minutes::hours(7)), ..french() }).await.unwrap();
        g.coralie.get(&page).await.assert_sees("Zoé");
        set_not_there(&g.app.ctx(&zoe).await, AvoidedPlace::Institution(g.institution), true).await.unwrap();
        assert_eq!(g.coralie.get(&page).await.text(), without.text());
        // It suits Zoé best, and they hear of no mission there, proposed or not.
        zoe.get("/proposals").await.assert_ok().assert_lacks("Lille, 7 h");
    }
);

story!(capabilities;
    async fn what_a_peer_likes_is_told_if_they_want_and_read_again(app) {
        let g = ground(app).await;
        let asked = [("version", "1"), ("language", "fr"), ("ceiling", "6"), ("wished", "7"), ("public", "exile"), ("help", "links"), ("setting", "mobile")];
        let refused = g.noor.post("/me/peer", &asked).await;
        refused.assert_refused().assert_sees("Les heures que vous souhaitez doivent être entre une demi-heure et votre maximum.");
        assert!(refused.html().contains("value=\"exile\" checked"), "what was chosen is lost");
        let mut kept = asked;
        kept[2] = ("ceiling", "14");
        g.noor.post("/me/peer", &kept).await.assert_redirected();
        let html = g.noor.get("/me/peer").await.assert_ok().html();
        for value in ["exile", "links", "mobile"] {
            assert!(html.contains(&format!("value=\"{value}\" checked")), "{value}: {html}");
        }
        let held = g.noor.get("/me/held").await;
        held.assert_ok().assert_sees("Les personnes en exil").assert_sees("Faire le lien entre des mondes").assert_sees("Une équipe mobile ou de rue");
    }
);

/// Every verdict that a rule can give has its words, for the coordinator and, if it is told, for the peer.
#[test]
fn every_verdict_has_its_words() {
    let vocabulary = Vocabulary::new(TRANSLATIONS);
    let never = |preference, level| match preference {
        Preference::FirstMission => matches!(level, Level::Partly | Level::Untold),
        Preference::FewMissions | Preference::Continuity => level == Level::Untold,
        // There is one kind of place.
        Preference::Setting => level == Level::Partly,
        _ => false,
    };
    for language in Language::ALL {
        let words = vocabulary.words(language, TimeZone::UTC);
        for preference in Preference::ALL {
            for level in Level::ALL.iter().filter(|level| !never(*preference, **level)) {
                let end = format!("{}-{}", preference.as_str(), level.as_str());
                assert!(words.has(&format!("placement-suits-{end}")), "{end}");
                assert!(*level == Level::Untold || words.has(&format!("placement-for-you-{end}")), "{end}");
            }
        }
    }
}
