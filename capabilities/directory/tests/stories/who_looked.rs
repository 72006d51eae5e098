//! Who looked is told with the organisation in whose role they did, also once its record has stepped back.

use std::collections::BTreeSet;

use passerelle_access::session::Factors;
use passerelle_directory::{
    OrganisationKind, PersonFacts, Role,
    actions::{create_organisation, create_person, merge_organisations, part_organisations},
};
use passerelle_store::look::{self, Look, Viewer};
use passerelle_testkit::story;

use super::ground::{capabilities, ground, named};

const CALLED: &str = "centre hospitalier SAINT LUC";

story!(capabilities;
    async fn the_organisation_of_who_looked_is_named_once_its_record_stepped_back(app) {
        let g = ground(&app).await;
        let second = named(OrganisationKind::Institution, CALLED, "lille");
        let second = create_organisation(&g.ctx, &second).await.unwrap();
        let facts = PersonFacts { name: "Zoé".into(), email: Some("zoe@example.org".into()), ..PersonFacts::default() };
        let zoe = create_person(&g.ctx, &facts, Role::Head, second, None).await.unwrap();
        let looks = BTreeSet::from([Look { purpose: "person-read", person: g.admin.id().to_string() }]);
        let by = Viewer { account: zoe.to_string(), role: Some("head"), org: Some(second.to_string()) };
        let mut tx = app.write().await;
        look::write(&mut tx, Some(&by), app.today(), &looks).await.unwrap();
        tx.commit().await.unwrap();
        app.prove(&g.admin, Factors::Two).await;
        let told = async || {
            g.admin.get("/account/data/who-looked").await.assert_ok().assert_sees("Zoé").assert_sees(CALLED);
        };
        told().await;
        let before = app.everything().await;
        let merger = merge_organisations(&g.ctx, g.institution, second).await.unwrap();
        told().await;
        part_organisations(&g.ctx, g.institution, merger).await.unwrap();
        told().await;
        assert_eq!(app.everything().await, before, "every row is where it was");
    }
);
