//! Two records of one person become one, and two again: every row is where it was.

use std::collections::BTreeSet;

use passerelle_access::{Account, Role, account, membership, session::Factors};
use passerelle_directory::{
    PersonFacts, PersonId,
    actions::{create_person, give_role, merge_people, undo_merger},
};
use passerelle_kernel::Id;
use passerelle_store::{Row, params};
use passerelle_testkit::{TestApp, story};

use super::ground::{Ground, capabilities, ground};

passerelle_store::sql! {
    #[allow(dead_code, reason = "the list is for crates that bring statements")]
    STATEMENTS;
    ADDRESSES = "SELECT email, joining_email FROM account WHERE id = ?1";
}

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
        let before = app.everything().await;

        g.admin.post(&page, &[]).await.assert_refused().assert_sees("Choisissez la fiche");
        g.admin.post(&page, &[("double", &noor.to_string())]).await.assert_refused().assert_sees("C’est la même fiche");
        let other_way = g.admin.post(&format!("/people/{again}/merger"), &[("double", &noor.to_string())]).await;
        other_way.assert_refused().assert_sees("La personne est déjà entrée avec cette fiche");
        let kept = g.admin.post(&page, &[("q", "maud"), ("double", "")]).await;
        kept.assert_refused().assert_sees("maud@example.org");
        assert_eq!(app.everything().await, before, "what is refused changes nothing");

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
        assert_eq!(app.everything().await, before, "every row is where it was");
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
        let merger = merge_people(&g.ctx, noor, again).await.unwrap();
        let zoe = facts("Zoé", Some("noor@ancienne.example"), "Lille");
        let zoe = create_person(&g.ctx, &zoe, Role::Peer, g.association, None).await.unwrap();
        app.known("noor@ancienne.example").await;
        undo_merger(&g.ctx, noor, merger).await.unwrap();
        // Zoé goes on coming in by it; the record that is there again only waits for it, and nobody comes in to that one.
        let found = account::find_by_email(&mut app.db().begin_read().await.unwrap(), "noor@ancienne.example").await;
        assert_eq!(found.unwrap().unwrap().id, zoe);
        assert_eq!(addresses(&app, zoe).await, (Some("noor@ancienne.example".to_owned()), None));
        assert_eq!(addresses(&app, again).await, (None, Some("noor@ancienne.example".to_owned())));
        assert_eq!(roles(&app, zoe).await, [Role::Peer]);
        assert_eq!(roles(&app, again).await, [Role::Coordinator]);
        // The association reads it at both, as what it knows of each.
        g.admin.get(&format!("/people/{zoe}")).await.assert_sees("Zoé").assert_sees("noor@ancienne.example");
        g.admin.get(&format!("/people/{again}")).await.assert_sees("noor AMANDIER").assert_sees("noor@ancienne.example");
    }
);

/// The address with which the account opens, and the one for which it waits.
async fn addresses(app: &TestApp, person: PersonId) -> (Option<String>, Option<String>) {
    let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?));
    app.db().begin_read().await.unwrap().one(ADDRESSES, params![person], read).await.unwrap()
}

story!(capabilities;
    /// A role that both records hold stays behind: the person does not hold it twice, and each has its own after an undoing.
    async fn a_role_that_both_hold_stays_with_the_record_that_steps_back(app) {
        let g = ground(&app).await;
        let (noor, again) = twice(&app, &g).await;
        give_role(&g.ctx, noor, Role::Coordinator, g.association, None).await.unwrap();
        give_role(&g.ctx, again, Role::Treasurer, g.association, None).await.unwrap();
        let before = app.everything().await;
        let merger = merge_people(&g.ctx, noor, again).await.unwrap();
        let mut held = roles(&app, noor).await;
        held.sort();
        assert_eq!(held, [Role::Coordinator, Role::Treasurer, Role::Peer], "each once");
        assert_eq!(roles(&app, again).await, [Role::Coordinator], "what the other one has stays behind");
        undo_merger(&g.ctx, noor, merger).await.unwrap();
        assert_eq!(app.everything().await, before);
    }
);

story!(capabilities;
    /// Three records become one in two steps: the first one stands behind the last, and comes back behind the second.
    async fn a_record_behind_a_record_that_steps_back_goes_with_it(app) {
        let g = ground(&app).await;
        let (noor, again) = twice(&app, &g).await;
        let third = create_person(&g.ctx, &facts("Noor", None, "Lille"), Role::Treasurer, g.association, None).await.unwrap();
        merge_people(&g.ctx, again, third).await.unwrap();
        let before = app.everything().await;
        let merger = merge_people(&g.ctx, noor, again).await.unwrap();
        let both: BTreeSet<_> = behind(&app, noor).await.into_iter().collect();
        assert_eq!(both, BTreeSet::from([again, third]));
        undo_merger(&g.ctx, noor, merger).await.unwrap();
        assert_eq!(app.everything().await, before);
        assert_eq!(behind(&app, again).await, [third]);
    }
);

async fn behind(app: &TestApp, person: PersonId) -> Vec<Id<Account>> {
    account::merged(&mut app.db().begin_read().await.unwrap(), person).await.unwrap()
}

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
