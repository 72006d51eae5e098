//! What would make a mission possible: for those who coordinate from open facts alone, for the peer exactly.

use passerelle_access::Role;
use passerelle_kernel::Minutes;
use passerelle_placement::actions::missions::{AvoidedPlace, Terms, set_not_there, set_terms};
use passerelle_store::params;
use passerelle_testkit::{Person, story};

use super::ground::{Ground, capabilities, date, field, french, ground};

passerelle_store::sql! {
    #[allow(dead_code, reason = "the list is for crates that bring statements")]
    STATEMENTS;
    SPEAKS = "INSERT INTO person (id, org_id, name_key, country, languages, version) VALUES (?1, ?2, '', 'FR', ?3, 1)";
}

/// The directory names the languages of this peer of Espairs.
async fn speaks(g: &Ground, peer: &Person, languages: &str) {
    let mut tx = g.app.write().await;
    tx.execute(SPEAKS, params![peer.id(), g.espairs, languages]).await.unwrap();
    tx.commit().await.unwrap();
}

const LANGUAGE: &str =
    "Arabe : dans l’annuaire, c’est la seule langue demandée qui manque à d’autres personnes de l’association.";

story!(capabilities;
    /// Whatever a peer keeps to themself, the answer is the same: it is made of what can be read anyway.
    async fn the_change_that_is_named_depends_on_open_facts_alone(app) {
        let g = ground(app).await;
        speaks(&g, &g.noor, "fr").await;
        speaks(&g, &g.paul, "fr").await;
        let mission = g.ready_for(&g.coralie, g.mobile, "Aller vers", "ar,fr").await;
        let page = format!("/missions/{mission}/proposals");
        let open = g.coralie.get(&page).await;
        open.assert_ok().assert_lacks("Noor").assert_sees(LANGUAGE).assert_sees("Elle ne dit pas qui serait disponible.");

        let secrets = [
            Terms { paused: true, ..french() },
            Terms { ceiling: Some(Minutes::hours(1)), ..french() },
            Terms { from: Some(g.app.today()), until: Some(g.app.today()), ..french() },
        ];
        for (version, secret) in (1..).zip(secrets) {
            for peer in [&g.noor, &g.paul] {
                set_terms(&g.app.ctx(peer).await, &Terms { version, ..secret.clone() }).await.unwrap();
            }
            assert_eq!(g.coralie.get(&page).await.text(), open.text());
        }
        for peer in [&g.noor, &g.paul] {
            set_not_there(&g.app.ctx(peer).await, AvoidedPlace::Team(g.mobile), true).await.unwrap();
        }
        assert_eq!(g.coralie.get(&page).await.text(), open.text());
    }
);

story!(capabilities;
    /// As long as several people can be asked, nothing has to be changed.
    async fn with_several_people_nothing_is_named(app) {
        let g = ground(app).await;
        let both = Terms { languages: passerelle_placement::spoken::split("ar,fr").unwrap(), ..Terms::default() };
        speaks(&g, &g.noor, "fr").await;
        let mission = g.ready_for(&g.coralie, g.mobile, "Aller vers", "ar,fr").await;
        let page = format!("/missions/{mission}/proposals");
        for n in 1..=3 {
            g.coralie.get(&page).await.assert_sees(LANGUAGE);
            let peer = g.app.person(&format!("Pair {n}"), Role::Peer, g.espairs, None).await;
            set_terms(&g.app.ctx(&peer).await, &both).await.unwrap();
        }
        g.coralie.get(&page).await.assert_sees("Pair 3").assert_lacks(LANGUAGE);
    }
);

story!(capabilities;
    async fn a_peer_reads_which_of_their_own_choices_keeps_a_mission_away(app) {
        let g = ground(app).await;
        g.running(&g.coralie, "Café du mardi", &g.noor).await;
        g.ready(&g.coralie, g.mobile, "Aller vers").await;
        let told = |version, hours| Terms { ceiling: Some(Minutes::hours(hours)), version, ..french() };
        // With fourteen hours it could be proposed; with ten, one choice keeps it away.
        set_terms(&g.app.ctx(&g.noor).await, &told(1, 14)).await.unwrap();
        g.noor.get("/proposals").await.assert_ok().assert_lacks("D’autres missions cherchent quelqu’un");
        set_terms(&g.app.ctx(&g.noor).await, &told(2, 10)).await.unwrap();
        let page = g.noor.get("/proposals").await;
        page.assert_sees("D’autres missions cherchent quelqu’un").assert_sees("Lille, 7 h par semaine");
        page.assert_sees("Cela ferait 14 h par semaine avec toutes vos missions. Vous avez dit : 10 h au plus.");
        // Nothing is proposed yet: no name of the team, its institution or the mission.
        page.assert_lacks("Équipe mobile").assert_lacks("Saint-Martin").assert_lacks("Aller vers");
        // Two choices are more than the one to change; and who wants no proposals is left in peace.
        set_terms(&g.app.ctx(&g.noor).await, &Terms { until: Some(g.app.today()), ..told(3, 10) }).await.unwrap();
        g.noor.get("/proposals").await.assert_lacks("cherchent quelqu’un");
        set_terms(&g.app.ctx(&g.noor).await, &Terms { paused: true, ..told(4, 14) }).await.unwrap();
        g.noor.get("/proposals").await.assert_lacks("cherchent quelqu’un");
        // A place of the private list is not even named to its owner.
        set_terms(&g.app.ctx(&g.noor).await, &told(5, 10)).await.unwrap();
        set_not_there(&g.app.ctx(&g.noor).await, AvoidedPlace::Team(g.mobile), true).await.unwrap();
        g.noor.get("/proposals").await.assert_ok().assert_lacks("cherchent quelqu’un");
    }
);

story!(capabilities;
    /// What is changed with the team counts at once: more people fit, and a yes of before has to be given again.
    async fn a_mission_is_changed_with_the_team_until_a_peer_is_agreed(app) {
        let g = ground(app).await;
        set_terms(&g.app.ctx(&g.paul).await, &Terms { ceiling: Some(Minutes::hours(4)), version: 1, ..french() }).await.unwrap();
        let mission = g.ready(&g.coralie, g.mobile, "Aller vers").await;
        let (path, page) = (format!("/missions/{mission}"), format!("/missions/{mission}/proposals"));
        let proposal = g.proposed(&g.coralie, mission, &g.noor).await;
        let yes = |version| [("version", version), ("reply", "yes")];
        g.noor.post(&format!("/proposals/{proposal}"), &yes("8")).await.assert_redirected();
        g.coralie.get(&page).await.assert_sees("Convenir de la mission Noor").assert_lacks("Paul");
        g.coralie.get(&path).await.assert_sees("Changer les heures, les jours ou les langues");

        let form = g.coralie.get(&format!("{path}/need")).await.assert_ok().html();
        let version = field(&form, "version");
        let mut fields = date(["from-day", "from-month", "from-year"], ["1", "10", "2026"]);
        fields.extend([("version", version.as_str()), ("hours", "4"), ("language", "fr")]);
        let much: Vec<_> = fields.iter().map(|(name, value)| (*name, if *name == "hours" { "60" } else { *value })).collect();
        g.coralie.post(&format!("{path}/need"), &much).await.assert_refused();
        let done = g.coralie.post(&format!("{path}/need"), &fields).await;
        g.coralie.follow(&done).await.assert_sees("La mission est changée.").assert_sees("Heures, jours ou langues changés");
        g.coralie.post(&format!("{path}/need"), &fields).await.assert_refused().assert_sees("a changé ces informations");
        let answers = g.coralie.get(&page).await;
        answers.assert_sees("Paul").assert_sees("Oui à une version précédente").assert_lacks("Convenir de la mission");
        g.noor.post(&format!("/proposals/{proposal}"), &yes("8")).await.assert_refused();
        g.noor.post(&format!("/proposals/{proposal}"), &yes("9")).await.assert_redirected();
        let id = proposal.to_string();
        g.coralie.post(&format!("{path}/agree"), &[("proposal", &id)]).await.assert_redirected();
        let form = g.coralie.get(&path).await;
        form.assert_lacks("Changer les heures, les jours ou les langues");
        let version = (version.parse::<i64>().unwrap() + 2).to_string();
        let late: Vec<_> = fields.iter().map(|(name, value)| (*name, if *name == "version" { version.as_str() } else { *value })).collect();
        g.coralie.post(&format!("{path}/need"), &late).await.assert_refused();
        g.noor.get(&format!("{path}/need")).await.assert_not_found();
    }
);
