//! Every event belongs to an organisation, those of an older database too.

use passerelle_store::{Event, MIGRATIONS, Migrations, OF_THE_HOUSE, params};

use super::{fresh, stores};

passerelle_store::sql! {
    STATEMENTS;
    OLD = "INSERT INTO event (id, org_id, at, kind, subject_id, detail) VALUES (?1, ?2, 1, 'thing-made', ?1, 'null')";
    ORGS = "SELECT subject_id, org_id FROM event ORDER BY id";
}

#[tokio::test(flavor = "multi_thread")]
async fn what_belongs_to_no_organisation_belongs_to_the_house() {
    for db in stores().await {
        for (subject, org) in [("a", Some("org")), ("b", None)] {
            let (org, subject) = (org.map(str::to_owned), subject.to_owned());
            let detail = &serde_json::Value::Null;
            let mut tx = db.begin_write().await.unwrap();
            tx.record(Event { kind: "thing-made", org, partner: None, subject, actor: None, detail }).await.unwrap();
            tx.commit().await.unwrap();
        }
        assert_eq!(orgs(&db).await, [("a".into(), "org".into()), ("b".into(), OF_THE_HOUSE.into())]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_older_database_brings_its_events_along() {
    let before = Migrations { name: MIGRATIONS.name, files: &MIGRATIONS.files[..3] };
    for db in fresh().await {
        db.migrate(&[before]).await.unwrap();
        let mut tx = db.begin_write().await.unwrap();
        tx.execute(OLD, params!["a", "org"]).await.unwrap();
        tx.execute(OLD, params!["b", None::<String>]).await.unwrap();
        tx.commit().await.unwrap();
        db.migrate(&[MIGRATIONS]).await.unwrap();
        assert_eq!(orgs(&db).await, [("a".into(), "org".into()), ("b".into(), OF_THE_HOUSE.into())]);
    }
}

async fn orgs(db: &passerelle_store::Db) -> Vec<(String, String)> {
    let mut tx = db.begin_read().await.unwrap();
    tx.query(ORGS, &[], |row| Ok((row.get(0)?, row.get(1)?))).await.unwrap()
}
