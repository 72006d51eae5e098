//! Two records of one person become one, and two again: every row is where it was.

use passerelle_access::{Role, membership, session::Factors};
use passerelle_directory::{PersonFacts, PersonId, actions::create_person};
use passerelle_store::{Cell, Db};
use passerelle_testkit::{TestApp, story};

use super::ground::{Ground, capabilities, ground};

fn facts(name: &str, email: Option<&str>, town: &str) -> PersonFacts {
    PersonFacts {
        name: name.into(),
        email: email.map(str::to_owned),
        town: Some(town.into()),
        ..PersonFacts::default()
    }
}

/// Two records of Noor: one with which she has come in, and one that somebody entered again.
async fn twice(app: &TestApp, g: &Ground) -> (PersonId, PersonId) {
    let first = facts("Noor Amandier", Some("noor@example.org"), "Lille");
    let first = create_person(&g.ctx, &first, Role::Peer, g.association, None).await.unwrap();
    app.known("noor@example.org").await;
    let again = facts("noor AMANDIER", Some("noor@ancienne.example"), "Namur");
    let again = create_person(&g.ctx, &again, Role::Coordinator, g.association, None).await.unwrap();
    (first, again)
}

/// Every row of every table, but for what a night or a look writes by itself.
async fn everything(db: &Db) -> Vec<String> {
    let mut tx = db.begin_read().await.unwrap();
    let mut all = Vec::new();
    for table in tx.tables().await.unwrap() {
        if ["event", "event_waiting", "event_link", "event_head", "merger", "job", "session", "once"]
            .contains(&table.name.as_str())
            || table.name.starts_with("search")
        {
            continue;
        }
        tx.scan(&table, |cells| {
            let told: Vec<String> = cells
                .iter()
                .map(|cell| match cell {
                    Cell::Text(text) => (*text).to_owned(),
                    other => format!("{other:?}"),
                })
                .collect();
            all.push(format!("{} {}", table.name, told.join("|")));
            Ok(())
        })
        .await
        .unwrap();
    }
    all.sort();
    all
}

async fn roles(app: &TestApp, person: PersonId) -> Vec<Role> {
    let mut tx = app.db().begin_read().await.unwrap();
    let held = membership::of_account(&mut tx, person, app.today()).await.unwrap();
    held.into_iter().map(|held| held.role).collect()
}

story!(capabilities;
    async fn two_records_become_one_and_the_merger_is_undone_row_by_row(app) {
        let g = ground(&app).await;
        let (noor, again) = twice(&app, &g).await;
        app.prove(&g.admin, Factors::Two).await;
        let doubles = g.admin.get("/people/doubles").await;
        doubles.assert_ok().assert_sees("Noor Amandier").assert_sees("noor AMANDIER").assert_lacks("Maud");
        let page = format!("/people/{noor}/merger");
        g.admin.get(&page).await.assert_ok().assert_sees("noor@ancienne.example · Namur");
        let before = everything(app.db()).await;

        g.admin.post(&page, &[]).await.assert_refused().assert_sees("Choisissez la fiche");
        g.admin.post(&page, &[("double", &noor.to_string())]).await.assert_refused().assert_sees("C’est la même fiche");
        let other_way = g.admin.post(&format!("/people/{again}/merger"), &[("double", &noor.to_string())]).await;
        other_way.assert_refused().assert_sees("La personne est déjà entrée avec cette fiche");
        let kept = g.admin.post(&page, &[("q", "maud"), ("double", "")]).await;
        kept.assert_refused().assert_sees("maud@example.org");
        assert_eq!(everything(app.db()).await, before, "what is refused changes nothing");

        g.admin.post(&page, &[("double", &again.to_string())]).await.assert_redirected();
        assert_eq!(roles(&app, noor).await, [Role::Peer, Role::Coordinator]);
        assert_eq!(roles(&app, again).await, []);
        g.admin.get("/people").await.assert_sees("Noor Amandier").assert_lacks("noor AMANDIER");
        assert_eq!(g.admin.get(&format!("/people/{again}")).await.location(), format!("/people/{noor}"));
        g.admin.get("/people/doubles").await.assert_sees("Aucune fiche en double");
        // Her old address may be given to somebody else meanwhile, or come back.
        let merged = g.admin.get(&page).await;
        merged.assert_sees("une ligne est passée ici");
        let merger = merged.html().split("name=\"merger\" value=\"").nth(1).unwrap()[..36].to_owned();

        g.admin.post(&format!("{page}/undoing"), &[("merger", &merger)]).await.assert_redirected();
        assert_eq!(everything(app.db()).await, before, "every row is where it was");
        assert_eq!(roles(&app, noor).await, [Role::Peer]);
        assert_eq!(roles(&app, again).await, [Role::Coordinator]);
        g.admin.post(&format!("{page}/undoing"), &[("merger", &merger)]).await.assert_not_found();
        g.admin.get("/search?q=ancienne").await.assert_sees("noor AMANDIER");
    }
);

story!(capabilities;
    /// An old address that was given away meanwhile waits, as any address does that somebody has already.
    async fn an_address_that_others_have_by_then_does_not_come_back(app) {
        let g = ground(&app).await;
        let (noor, again) = twice(&app, &g).await;
        let merger = passerelle_directory::actions::merge_people(&g.ctx, noor, again).await.unwrap();
        let zoe = facts("Zoé", Some("noor@ancienne.example"), "Lille");
        create_person(&g.ctx, &zoe, Role::Peer, g.association, None).await.unwrap();
        app.known("noor@ancienne.example").await;
        passerelle_directory::actions::undo_merger(&g.ctx, noor, merger).await.unwrap();
        let zoe = app.known("noor@ancienne.example").await;
        assert_ne!(zoe.id(), again);
    }
);

story!(capabilities;
    async fn only_whoever_manages_both_records_merges_them(app) {
        let g = ground(&app).await;
        let (noor, again) = twice(&app, &g).await;
        let page = format!("/people/{noor}/merger");
        let double = again.to_string();
        let far = app.person("Far", Role::Admin, app.new_id(), None).await;
        app.prove(&far, Factors::Two).await;
        far.get(&page).await.assert_not_found();
        far.post(&page, &[("double", &double)]).await.assert_not_found();
        let pia = app.person("Pia", Role::Peer, g.association, None).await;
        app.prove(&pia, Factors::Two).await;
        pia.post(&page, &[("double", &double)]).await.assert_not_found();
        assert_eq!(roles(&app, again).await, [Role::Coordinator]);
    }
);
