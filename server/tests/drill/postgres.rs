//! The same drill on PostgreSQL, with its own programs; each test in databases of its own.

use passerelle::{
    backup::{self, Envelope, Keep, Keys, Place, Source},
    moving::{move_in, move_out},
};
use passerelle_kernel::{Chance, Clock};

use super::{Folder, key, network, rows, tallies, without_note};

/// The cluster to run on; without one the test says so and does nothing.
pub(super) fn cluster() -> Option<String> {
    let cluster = std::env::var("PASSERELLE_TEST_POSTGRES").ok();
    if cluster.is_none() {
        eprintln!("not run: PASSERELLE_TEST_POSTGRES names no cluster");
    }
    cluster
}

/// An empty database.
pub(super) struct Database {
    pub(super) url: String,
    cluster: String,
    name: String,
}

impl Database {
    pub(super) async fn create(cluster: &str) -> Self {
        let name = format!("drill_{}", &Chance::System.secret().reveal()[..16]);
        run(cluster, &format!("CREATE DATABASE {name} TEMPLATE template0")).await;
        let base = cluster.rsplit_once('/').unwrap().0;
        Self { url: format!("{base}/{name}"), cluster: cluster.to_owned(), name }
    }

    pub(super) async fn remove(self) {
        run(&self.cluster, &format!("DROP DATABASE {} WITH (FORCE)", self.name)).await;
    }
}

pub(super) async fn run(url: &str, command: &str) {
    let (client, connection) = tokio_postgres::connect(url, tokio_postgres::NoTls).await.unwrap();
    tokio::spawn(connection);
    client.batch_execute(command).await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_postgresql_backup_is_restored_into_an_empty_database() {
    let Some(cluster) = cluster() else { return };
    let folder = Folder::new();
    network(&folder, "demo.sqlite").await;
    let (secret, public) = key(&folder, "key.txt");
    let keys = Keys { key: Some(secret), passphrase: None };
    let (old, new) = (Database::create(&cluster).await, Database::create(&cluster).await);
    let file = folder.file("network.jsonl.gz");
    move_out(&folder.url("demo.sqlite"), &Clock::System, &Envelope::Plain, &file).await.unwrap();
    move_in(&file, &Keys::default(), &old.url).await.unwrap();

    std::fs::create_dir(folder.file("backups")).unwrap();
    let place = Place::find(folder.file("backups").to_str().unwrap()).unwrap();
    let keep = Keep { daily: 7, weekly: 5, monthly: 12 };
    let envelope = Envelope::to(&public).unwrap();
    let made = backup::make(Source::of(&old.url), &Clock::System, &envelope, &place, keep).await.unwrap();
    let from = folder.file("backups").join(&made.kept.name);
    let from = from.to_str().unwrap();

    let refused = backup::restore(from, &keys, &old.url).await.unwrap_err();
    assert!(refused.to_string().contains("empty place only"));
    let other_engine = backup::restore(from, &keys, &folder.url("x.sqlite")).await.unwrap_err();
    assert!(other_engine.to_string().contains("import-network"), "{other_engine:#}");

    let restored = backup::restore(from, &keys, &new.url).await.unwrap();
    let (before, after) = (tallies(&old.url).await, tallies(&new.url).await);
    assert_eq!(without_note(&before), without_note(&after));
    assert_eq!(after, restored.manifest.tables);
    println!("{} rows by pg_dump, {} bytes closed, restored and the same", rows(&after), made.kept.bytes);
    old.remove().await;
    new.remove().await;
}
