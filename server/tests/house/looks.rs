//! Every page that shows a record of somebody to somebody else writes down who has looked, and has words for it.

use std::collections::BTreeSet;

use passerelle_access::{Facts, Membership};
use passerelle_store::params;
use passerelle_testkit::TestApp;
use passerelle_web::Method;

use super::{
    matrix, walk,
    world::{self, World},
};

passerelle_store::sql! {
    #[allow(dead_code, reason = "the list is for crates that bring statements")]
    STATEMENTS;
    LOOKS = "SELECT count(*) FROM event
        WHERE kind = 'looked' AND actor_id = ?1 AND person_id = ?2 AND actor_role = ?3 AND at >= ?4";
    PURPOSES = "SELECT DISTINCT purpose FROM event WHERE kind = 'looked' ORDER BY purpose";
}

async fn is_noted(app: &TestApp, seat: &Membership, facts: &Facts, since: jiff::Timestamp) -> bool {
    let values = params![seat.account, facts.person, seat.role.as_str(), since];
    let mut tx = app.db().begin_read().await.unwrap();
    tx.one(LOOKS, values, |row| row.get::<i64>(0)).await.unwrap() > 0
}

/// Visits each page with records of other people within reach, each on a day of its own; gives the pages that forgot.
async fn forgetful(world: &World) -> (usize, BTreeSet<String>) {
    let (mut visits, mut forgot) = (0, BTreeSet::new());
    let lines = matrix::told();
    let is_about_somebody = |line: &&matrix::Line| {
        let records = walk::noun(&line.path).map(|noun| &world.records[noun]);
        records.is_some_and(|records| records.iter().any(|(_, facts)| facts.person.is_some()))
    };
    let pages = lines.iter().filter(|line| line.method == Method::Get && !line.public);
    for line in pages.filter(is_about_somebody) {
        world.app.clock().advance(jiff::SignedDuration::from_hours(24));
        let since = world.app.clock().now();
        for (role, seat, person) in &world.people {
            // A day for each page: the session of the first one ends meanwhile.
            let person = &world.app.signed_in_again(person).await;
            for (path, facts) in walk::samples(world, line, *role, seat) {
                let Some(facts) = facts.filter(|facts| facts.person.is_some_and(|about| about != seat.account)) else {
                    continue;
                };
                let answer = walk::visit(person, line, &path).await;
                assert!(!walk::asks_to_sign_in(&answer), "{path} was not opened: the session is over");
                if answer.status() == 200 {
                    visits += 1;
                    if !is_noted(&world.app, seat, facts, since).await {
                        forgot.insert(format!("{} by {}", line.path, role.as_str()));
                    }
                }
            }
        }
    }
    (visits, forgot)
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_about_somebody_else_notes_who_has_looked() {
    let world = world::build().await;
    let (visits, forgot) = forgetful(&world).await;
    assert!(forgot.is_empty(), "{forgot:#?}");
    assert!(visits > 60, "only {visits} pages were shown");
    for path in ["/people", "/hours", "/approvals", "/beyond"] {
        for (_, _, person) in &world.people {
            person.get(path).await;
        }
    }
    let mut tx = world.app.db().begin_read().await.unwrap();
    let purposes = tx.query(PURPOSES, &[], |row| row.get::<String>(0)).await.unwrap();
    for language in passerelle_kernel::Language::ALL {
        let words = world.app.app().words(language);
        let silent: Vec<_> = purposes.iter().filter(|purpose| !words.has(&format!("look-{purpose}"))).collect();
        assert!(silent.is_empty(), "no words for {silent:?}");
    }
    println!("{visits} pages about others, {} purposes: {purposes:?}", purposes.len());
}
