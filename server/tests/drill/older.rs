//! Backups of older and of newer programs.

use std::collections::BTreeMap;

use passerelle::{
    backup::{self, Envelope, Keep, Keys, Place, Source},
    capabilities,
};
use passerelle_kernel::Clock;
use rusqlite::Connection;

use super::{Folder, few_people, open};

const KEEP: Keep = Keep { daily: 0, weekly: 0, monthly: 0 };

/// Backs up `db.sqlite` and restores it as `new.sqlite`.
async fn there_and_back(folder: &Folder) -> anyhow::Result<backup::Restored> {
    std::fs::create_dir(folder.file("backups")).unwrap();
    let place = Place::find(folder.file("backups").to_str().unwrap()).unwrap();
    let made = backup::make(Source::of(&folder.url("db.sqlite")), &Clock::System, &Envelope::Plain, &place, KEEP)
        .await
        .unwrap();
    let file = folder.file("backups").join(made.kept.name);
    backup::restore(file.to_str().unwrap(), &Keys::default(), &folder.url("new.sqlite")).await
}

#[tokio::test]
async fn tables_of_an_older_program_are_brought_forward() {
    let folder = Folder::new();
    let all = capabilities::all();
    let mut versions: BTreeMap<String, i64> =
        all.iter().flat_map(|c| c.migrations).map(|m| (m.name.to_owned(), m.latest())).collect();
    let latest = versions["placement"];
    versions.insert("placement".to_owned(), 4);
    let db = open(&folder.url("db.sqlite"));
    for capability in &all {
        db.migrate_to(capability.migrations, &versions).await.unwrap();
    }
    assert_eq!(db.begin_read().await.unwrap().versions().await.unwrap()["placement"], 4);
    drop(db);
    let restored = there_and_back(&folder).await.unwrap();
    assert!(restored.brought_forward);
    assert_eq!(restored.manifest.migrations["placement"], 4);
    let new = open(&folder.url("new.sqlite"));
    assert_eq!(new.begin_read().await.unwrap().versions().await.unwrap()["placement"], latest);
}

#[tokio::test]
async fn tables_of_a_newer_program_are_refused() {
    let folder = Folder::new();
    few_people(&folder.url("db.sqlite")).await;
    let db = Connection::open(folder.file("db.sqlite")).unwrap();
    db.execute(
        "INSERT INTO migrations_store SELECT 999, 'of_tomorrow', applied_on, checksum FROM migrations_store LIMIT 1",
        [],
    )
    .unwrap();
    let why = format!("{:#}", there_and_back(&folder).await.unwrap_err());
    assert!(why.contains("a newer program wrote them"), "{why}");
    assert!(!folder.file("new.sqlite").exists());
}
