//! Two records of an institution become one: what was agreed with it follows, papers say what they said, and two again.

use passerelle_access::Role;
use passerelle_directory::{
    OrganisationFacts, OrganisationKind, PersonFacts, PersonId,
    actions::{
        create_organisation, create_person, create_team, merge_organisations, merge_people, merge_teams,
        part_organisations, undo_merger,
    },
    find_organisation,
};
use passerelle_kernel::{Id, Money};
use passerelle_placement::{
    actions::missions::{AvoidedPlace, set_not_there},
    agreement::Basis,
    mission::Mission,
};
use passerelle_store::params;
use passerelle_testkit::{Person, story};
use passerelle_web::{run_due_jobs, search::index_if_empty};

use super::{
    ground::{capabilities, organisation},
    missions::ground as missions,
    money::ground as money,
};

passerelle_store::sql! {
    #[allow(dead_code, reason = "the list is for crates that bring statements")]
    STATEMENTS;
    NO_ENTRY = "DELETE FROM search_entry";
    SIGNAL = "INSERT INTO signal (id, peer_id, org_id, kind, parts, weight, raised_at, ended_at)
        VALUES (?1, ?2, ?3, ?4, '', 0, 1, ?5)";
    KINDS = "SELECT kind FROM signal WHERE peer_id = ?1 ORDER BY kind";
    GIVE = "UPDATE mission SET peer_id = ?2 WHERE id = ?1";
}

async fn finds(person: &Person, words: &str, name: &str) -> bool {
    let html = person.get(&format!("/search?q={}", words.replace(' ', "+"))).await.assert_ok().html();
    html.split("p-found__one").skip(1).any(|one| one.split("</a>").next().unwrap_or_default().contains(name))
}

story!(capabilities;
    /// The institution steps back behind a second record of it: missions, hours, agreements and invoices follow, the paper of
    /// an issued invoice stays as it is, whoever heads it goes on; and everything is where it was after the undoing.
    async fn what_was_agreed_follows_and_an_issued_invoice_says_what_it_said(app) {
        let g = money::ground(&app).await;
        let mission = g.mission(&app, "Accueil du lundi").await;
        g.approved(&app, mission, "2026-08-04", 90).await;
        g.approved(&app, mission, "2026-09-01", 60).await;
        let agreement = g.agreement(&app, &[mission], Basis::service(Money::euros(40)).unwrap()).await;
        let issued = g.issue(agreement, "2026-08-01", "2026-08-31", 6_000).await;
        let invoice = issued.location().split('?').next().unwrap().to_owned();
        let mut tx = app.write().await;
        tx.execute(NO_ENTRY, &[]).await.unwrap();
        tx.commit().await.unwrap();
        index_if_empty(app.app()).await.unwrap();
        run_due_jobs(app.app()).await.unwrap();
        let known = find_organisation(&mut app.db().begin_read().await.unwrap(), g.institution).await.unwrap().unwrap();
        let facts = OrganisationFacts { name: "CHU de la Passerelle".into(), address: "1 place Neuve".into(), ..OrganisationFacts::of(&known) };
        let ctx = app.ctx(&g.coordinator).await;
        let kept = create_organisation(&ctx, &facts).await.unwrap();
        let papers = async || {
            let xml = g.treasurer.get(&format!("{invoice}/factur-x.xml")).await.html();
            (xml, g.head.get(&format!("{invoice}/document")).await.assert_ok().bytes().to_vec())
        };
        let printed = papers().await;
        assert!(printed.0.contains("Hôpital Saint-Martin") && printed.0.contains("18 boulevard de la Passerelle"));
        let before = app.everything().await;

        let merger = merge_organisations(&ctx, kept, g.institution).await.unwrap();
        assert!(papers().await == printed, "an issued invoice says what it said");
        g.treasurer.get("/invoices").await.assert_sees("2026-0001").assert_sees("CHU de la Passerelle");
        g.coordinator.get(&format!("/agreements/{agreement}")).await.assert_ok().assert_sees("CHU de la Passerelle");
        g.coordinator.get(&format!("/missions/{mission}")).await.assert_ok().assert_sees("CHU de la Passerelle");
        for (reader, words) in [(&g.coordinator, "passerelle lundi"), (&g.head, "passerelle accueil"), (&g.peer, "noor lundi")] {
            assert!(finds(reader, words, "Accueil du lundi").await, "{words}, {}", reader.name());
        }
        assert!(!finds(&g.coordinator, "martin lundi", "Accueil du lundi").await, "by the name of a record that stepped back");
        g.head.get("/invoices").await.assert_ok().assert_sees("2026-0001");

        part_organisations(&ctx, kept, merger).await.unwrap();
        assert_eq!(app.everything().await, before, "every row is where it was");
        assert!(papers().await == printed);
        for reader in [&g.coordinator, &g.head] {
            assert!(finds(reader, "martin lundi", "Accueil du lundi").await, "{}", reader.name());
        }
        assert!(!finds(&g.coordinator, "chu lundi", "Accueil du lundi").await);

        // Merged again: the next invoice goes to the record that stays.
        merge_organisations(&ctx, kept, g.institution).await.unwrap();
        let next = g.issue(agreement, "2026-09-01", "2026-09-07", 4_000).await;
        let next = next.assert_redirected().location().split('?').next().unwrap().to_owned();
        let xml = g.treasurer.get(&format!("{next}/factur-x.xml")).await.html();
        assert!(xml.contains("CHU de la Passerelle") && xml.contains("1 place Neuve") && !xml.contains("Saint-Martin"), "{xml}");
    }
);

story!(capabilities;
    /// A place that a peer has put on their private list is meant for good: under whatever record it is by now, and until
    /// the records are apart.
    async fn a_private_list_goes_on_naming_a_place_whose_record_stepped_back(app) {
        let g = missions::ground(app).await;
        let ctx = g.app.ctx(&g.coralie).await;
        let again = create_organisation(&ctx, &organisation(OrganisationKind::Institution, "Saint-Martin")).await.unwrap();
        create_team(&ctx, again, "Accueil", "").await.unwrap();
        set_not_there(&g.app.ctx(&g.noor).await, AvoidedPlace::Institution(again), true).await.unwrap();
        set_not_there(&g.app.ctx(&g.paul).await, AvoidedPlace::Team(g.unit), true).await.unwrap();
        let mission = g.ready(&g.coralie, g.mobile, "Aller vers").await;
        let proposal = g.proposed(&g.coralie, mission, &g.noor).await;
        let proposals = format!("/missions/{mission}/proposals");
        g.coralie.get(&proposals).await.assert_sees("Noor").assert_sees("Paul");

        let merger = merge_organisations(&ctx, g.institution, again).await.unwrap();
        g.coralie.get(&proposals).await.assert_ok().assert_lacks("Noor").assert_sees("Paul");
        g.noor.get(&format!("/proposals/{proposal}")).await.assert_not_found();
        g.noor.get("/proposals").await.assert_sees("Rien n’est proposé");
        g.noor.get("/today").await.assert_ok().assert_lacks("Aller vers");
        merge_teams(&ctx, g.mobile, g.unit).await.unwrap();
        g.coralie.get(&proposals).await.assert_ok().assert_lacks("Noor").assert_lacks("Paul");

        part_organisations(&ctx, g.institution, merger).await.unwrap();
        g.coralie.get(&proposals).await.assert_sees("Noor").assert_lacks("Paul");
        g.noor.get(&format!("/proposals/{proposal}")).await.assert_ok();
        // What stepped back is nowhere to be chosen.
        let found = g.noor.post("/me/peer/places", &[("name", "martin unité 4")]).await;
        found.assert_ok().assert_sees("Équipe mobile, Hôpital Saint-Martin").assert_lacks("Unité 4, ");
    }
);

story!(capabilities;
    /// A signal that both records have stays with the record that steps back; what only that one has follows; and back again.
    async fn signals_follow_unless_the_record_that_stays_has_the_same(app) {
        let g = missions::ground(app).await;
        let admin = g.app.person("Ines", Role::Admin, g.espairs, None).await;
        let ctx = g.app.ctx(&admin).await;
        let create = async |name: &str| {
            let facts = PersonFacts { name: name.into(), ..PersonFacts::default() };
            create_person(&ctx, &facts, Role::Peer, g.espairs, None).await.unwrap()
        };
        let (kept, gone) = (create("Yasmine Roy").await, create("Jasmin Leroy").await);
        let mut tx = g.app.write().await;
        for (peer, kind, ended) in [(kept, "idle", None), (gone, "idle", None), (gone, "alone", None), (gone, "ending", Some(1_i64))] {
            let id: Id<Mission> = g.app.new_id();
            tx.execute(SIGNAL, params![id, peer, g.espairs, kind, ended]).await.unwrap();
        }
        tx.commit().await.unwrap();
        let kinds = async |peer: PersonId| {
            let mut tx = g.app.db().begin_read().await.unwrap();
            tx.query(KINDS, params![peer], |row| row.get::<String>(0)).await.unwrap()
        };
        let before = g.app.everything().await;
        let merger = merge_people(&ctx, kept, gone).await.unwrap();
        assert_eq!(kinds(kept).await, ["alone", "ending", "idle"]);
        assert_eq!(kinds(gone).await, ["idle"]);
        undo_merger(&ctx, kept, merger).await.unwrap();
        assert_eq!(g.app.everything().await, before, "every row is where it was");
    }
);

story!(capabilities;
    /// A mission is found by the name of its peer's record that stays, and its peer finds it.
    async fn a_mission_is_found_by_the_record_of_the_peer_that_stays(app) {
        let g = missions::ground(app).await;
        let admin = g.app.person("Ines", Role::Admin, g.espairs, None).await;
        let ctx = g.app.ctx(&admin).await;
        let facts = |name: &str| PersonFacts { name: name.into(), ..PersonFacts::default() };
        let create = async |name: &str| {
            create_person(&ctx, &facts(name), Role::Peer, g.espairs, None).await.unwrap()
        };
        let (kept, gone) = (create("Yasmine Roy").await, create("Jasmin Leroy").await);
        let mission = g.ready(&g.coralie, g.mobile, "Aller vers").await;
        let mut tx = g.app.write().await;
        tx.execute(GIVE, params![mission, gone]).await.unwrap();
        tx.execute(NO_ENTRY, &[]).await.unwrap();
        tx.commit().await.unwrap();
        index_if_empty(g.app.app()).await.unwrap();
        run_due_jobs(g.app.app()).await.unwrap();
        assert!(finds(&g.coralie, "jasmin aller", "Aller vers").await);
        let merger = merge_people(&ctx, kept, gone).await.unwrap();
        assert!(finds(&g.coralie, "yasmine aller", "Aller vers").await && !finds(&g.coralie, "jasmin aller", "Aller").await);
        undo_merger(&ctx, kept, merger).await.unwrap();
        assert!(finds(&g.coralie, "jasmin aller", "Aller vers").await && !finds(&g.coralie, "yasmine aller", "Aller").await);
    }
);
