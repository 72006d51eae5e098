//! What the events of a year in the demonstration hold: ids and codes, and no text about anybody.

use passerelle_store::trail::verify;

use super::world;

passerelle_store::sql! {
    #[allow(dead_code, reason = "the list is for crates that bring statements")]
    STATEMENTS;
    EVENTS = "SELECT kind, purpose, actor_id, actor_role, person_id, subject_id || ' ' || detail FROM event";
    NAMES = "SELECT name, email FROM account";
}

#[tokio::test(flavor = "multi_thread")]
async fn events_name_people_by_ids_only_and_say_what_for() {
    let world = world::build().await;
    let mut tx = world.app.db().begin_read().await.unwrap();
    let names = tx.query(NAMES, &[], |row| Ok([row.get::<Option<String>>(0)?, row.get(1)?])).await.unwrap();
    let names: Vec<String> = names.into_iter().flatten().flatten().collect();
    let mut about_people = 0;
    let events = tx.query(EVENTS, &[], |row| {
        let (kind, text): (String, String) = (row.get(0)?, row.get(5)?);
        let (purpose, actor, role): (Option<String>, Option<String>, Option<String>) =
            (row.get(1)?, row.get(2)?, row.get(3)?);
        if row.get::<Option<String>>(4)?.is_some() {
            about_people += 1;
            assert!(purpose.is_some(), "{kind} does not say what for");
            assert!(actor.is_none() || role.is_some(), "{kind} does not say in which role");
        }
        let found = names.iter().find(|name| text.contains(name.as_str()));
        assert!(found.is_none(), "{kind} holds {found:?}: {text}");
        Ok(())
    });
    let count = events.await.unwrap().len();
    assert!(count > 200 && about_people > 100, "{count} events, {about_people} about people");
    let whole = verify(&mut tx, None, None).await.unwrap().unwrap();
    println!(
        "{count} events, {about_people} about people, {} names looked for, {} linked",
        names.len(),
        whole.head.number
    );
}
