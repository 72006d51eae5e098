//! Moving house: the demonstration network from SQLite to PostgreSQL and back, compared row by row.

use passerelle::{
    backup::{Envelope, Keys},
    moving::{move_in, move_out},
};
use passerelle_kernel::Clock;

use super::{
    Folder, done, few_people, key, network, passerelle,
    postgres::{Database, cluster},
    rows, tallies, text,
};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_network_moves_to_postgresql_and_back() {
    let Some(cluster) = cluster() else { return };
    let folder = Folder::new();
    network(&folder, "old.sqlite").await;
    let (secret, public) = key(&folder, "key.txt");
    let postgres = Database::create(&cluster).await;
    let into = |place: &str, from: &str| {
        done(&passerelle(&folder, &["import-network", from, "--into", place, "--key", text(&secret)], &[]))
    };
    let out = |place: &str, to: &str| {
        let settings = [("PASSERELLE_DATABASE_URL", place), ("PASSERELLE_BACKUP_RECIPIENT", public.as_str())];
        done(&passerelle(&folder, &["export", to], &settings))
    };
    println!("{}", out(&folder.url("old.sqlite"), "one.jsonl.gz.age"));
    println!("{}", into(&postgres.url, "one.jsonl.gz.age"));
    println!("{}", out(&postgres.url, "two.jsonl.gz.age").lines().last().unwrap());
    println!("{}", into(&folder.url("new.sqlite"), "two.jsonl.gz.age").lines().last().unwrap());

    let (old, there) = (tallies(&folder.url("old.sqlite")).await, tallies(&postgres.url).await);
    let back = tallies(&folder.url("new.sqlite")).await;
    println!("{} tables, {} rows: SQLite → PostgreSQL → SQLite", old.len(), rows(&old));
    assert!(rows(&old) > 3_000);
    assert_eq!(old, there);
    assert_eq!(old, back);
    let again = passerelle(
        &folder,
        &["import-network", "one.jsonl.gz.age", "--into", &postgres.url, "--key", text(&secret)],
        &[],
    );
    assert!(super::refused(&again).contains("into an empty one only"));
    postgres.remove().await;
}

#[tokio::test]
async fn a_file_that_is_not_whole_moves_nobody() {
    let folder = Folder::new();
    let url = folder.url("db.sqlite");
    few_people(&url).await;
    let file = folder.file("network.jsonl.gz");
    move_out(&url, &Clock::System, &Envelope::Plain, &file).await.unwrap();
    let whole = std::fs::read(&file).unwrap();
    for tenth in 0..10 {
        let broken = folder.file(&format!("broken-{tenth}"));
        std::fs::write(&broken, &whole[..whole.len() * tenth / 10]).unwrap();
        let into = folder.url(&format!("new-{tenth}.sqlite"));
        let why = format!("{:#}", move_in(&broken, &Keys::default(), &into).await.unwrap_err());
        assert!(why.contains("damaged or was cut short") || why.contains("no network of Passerelle"), "{why}");
        assert_eq!(rows(&tallies(&into).await), 0);
    }
    let into = folder.url("new.sqlite");
    let moved = move_in(&file, &Keys::default(), &into).await.unwrap();
    assert_eq!(moved, tallies(&url).await);
}
