//! What is done on the day that nobody wishes for: backup, restore, moving house. By the real program where one types.

mod backup;
mod bounds;
mod damage;
mod doctor;
mod moving;
mod observing;
mod older;
mod panics;
mod postgres;
mod trail;

use std::{
    path::{Path, PathBuf},
    process::{Command, Output},
};

use passerelle::{capabilities, config::Config, demo, serving};
use passerelle_access::{Account, account};
use passerelle_kernel::{Chance, Clock, Id, Language};
use passerelle_store::{Db, seal::Master, whole::Tally};

/// A folder of its own for one test, removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        let path = std::env::temp_dir().join(format!("passerelle-drill-{}", Chance::System.secret().reveal()));
        std::fs::create_dir_all(&path).unwrap();
        Master::make(path.join("master.key")).unwrap();
        Self(path)
    }

    fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// The address of a SQLite file in it.
    fn url(&self, name: &str) -> String {
        format!("sqlite:{}", self.file(name).display())
    }

    /// Its master key, where the program looks for it.
    fn master(&self) -> Master {
        Master::read(self.file("master.key")).unwrap()
    }

    /// The names in it, by name.
    fn names(&self, folder: &str) -> Vec<String> {
        let entries = std::fs::read_dir(self.file(folder)).unwrap();
        let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Runs the program as an operator would.
fn passerelle(folder: &Folder, words: &[&str], settings: &[(&str, &str)]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_passerelle"));
    command.args(words).current_dir(&folder.0).envs(settings.iter().copied());
    command.env_remove("PASSERELLE_TEST_POSTGRES").output().unwrap()
}

/// What it said, when it did what it was told.
#[track_caller]
fn done(output: &Output) -> String {
    let (said, complained) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{said}{complained}");
    said.into_owned()
}

/// What it complained of, when it refused.
#[track_caller]
fn refused(output: &Output) -> String {
    assert!(!output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// The demonstration network as the file `name`.
async fn network(folder: &Folder, name: &str) {
    let settings = Config { demonstration: true, ..Config::default() }.settings().unwrap();
    demo::build(&folder.file(name), folder.master(), &settings, jiff::civil::date(2026, 9, 7), 1, |_, _| {})
        .await
        .unwrap();
}

/// A database with our tables and a few people, for tests that need no more.
async fn few_people(url: &str) {
    let db = open(url);
    serving::migrate(&db, &capabilities::all()).await.unwrap();
    for number in 0..200 {
        add_person(&db, number).await;
    }
}

async fn add_person(db: &Db, number: usize) -> Id<Account> {
    let id = Id::new(db.clock().now(), db.chance());
    let (email, name) = (Some(format!("p{number}@example.org")), format!("Personne n° {number}"));
    let account = Account { id, email, name, language: Language::Fr, zone: "Europe/Paris".to_owned() };
    let mut tx = db.begin_write().await.unwrap();
    account::create(&mut tx, &account).await.unwrap();
    tx.commit().await.unwrap();
    id
}

fn open(url: &str) -> Db {
    Db::open(url, Clock::System, Chance::System).unwrap()
}

async fn tallies(url: &str) -> Vec<Tally> {
    open(url).begin_read().await.unwrap().tallies().await.unwrap()
}

/// Without the table in which the old house notes, after it was copied, that a backup was made.
fn without_note(tallies: &[Tally]) -> Vec<&Tally> {
    tallies.iter().filter(|tally| tally.table != "logbook").collect()
}

/// The rows of all tables, but for the end of the trail and how far it was looked at, which are there from the first day.
fn rows(tallies: &[Tally]) -> u64 {
    let is_there = |tally: &&Tally| ["event_head", "webhook_reach"].contains(&tally.table.as_str());
    tallies.iter().filter(|tally| !is_there(tally)).map(|tally| tally.rows).sum()
}

/// A new key; gives its file and the public half.
fn key(folder: &Folder, name: &str) -> (PathBuf, String) {
    let file = folder.file(name);
    let public = passerelle::backup::new_key(&file).unwrap();
    (file, public)
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}
