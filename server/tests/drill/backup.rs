//! The drill: a backup is made while people write, restored elsewhere, compared, and somebody signs in there.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use passerelle::{capabilities, demo};
use passerelle_kernel::{Chance, Clock};
use passerelle_store::Db;
use passerelle_testkit::TestApp;
use rusqlite::{Connection, types::Value};

use super::{Folder, add_person, done, few_people, key, network, open, passerelle, refused, text};

/// Every row of a table as text, sorted: told by SQLite itself and not by the code that backs up.
fn rows_of(db: &Connection, table: &str) -> Vec<String> {
    let mut statement = db.prepare(&format!("SELECT * FROM \"{table}\"")).unwrap();
    let columns = statement.column_count();
    let mut rows = statement.query([]).unwrap();
    let mut lines = Vec::new();
    while let Some(row) = rows.next().unwrap() {
        lines.push(format!("{:?}", (0..columns).map(|at| row.get::<_, Value>(at).unwrap()).collect::<Vec<_>>()));
    }
    lines.sort();
    lines
}

fn tables(db: &Connection) -> Vec<String> {
    let names = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name";
    db.prepare(names).unwrap().query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_made_while_people_write_is_restored_and_someone_signs_in() {
    let folder = Folder::new();
    network(&folder, "old.sqlite").await;
    let (secret, public) = key(&folder, "key.txt");
    std::fs::create_dir(folder.file("backups")).unwrap();
    let before = rows_of(&Connection::open(folder.file("old.sqlite")).unwrap(), "account");

    let (stop, written) = (AtomicBool::new(false), AtomicUsize::new(0));
    let db = open(&folder.url("old.sqlite"));
    let writing = async {
        while !stop.load(Ordering::Acquire) {
            add_person(&db, written.load(Ordering::Relaxed)).await;
            written.fetch_add(1, Ordering::Release);
        }
    };
    let backing_up = async {
        while written.load(Ordering::Acquire) < 20 {
            tokio::task::yield_now().await;
        }
        let acknowledged = written.load(Ordering::Acquire);
        let (url, place) = (folder.url("old.sqlite"), folder.file("backups"));
        let settings = [
            ("PASSERELLE_DATABASE_URL", url),
            ("PASSERELLE_BACKUP_RECIPIENT", public.clone()),
            ("PASSERELLE_BACKUP_PLACE", text(&place).to_owned()),
        ];
        let program = async_process(&folder, &["backup"], &settings).await;
        let during = written.load(Ordering::Acquire);
        stop.store(true, Ordering::Release);
        (done(&program), acknowledged, during)
    };
    let ((), (said, acknowledged, during)) = tokio::join!(writing, backing_up);
    println!("{said}{acknowledged} people were added before the backup, {} while it ran", during - acknowledged);
    assert!(during > acknowledged, "nobody wrote while the backup ran");

    let names = folder.names("backups");
    assert_eq!(names.len(), 1, "{names:?}");
    assert!(names[0].ends_with(".tar.gz.age"), "{names:?}");
    let file = folder.file("backups").join(&names[0]);
    let into = folder.url("new.sqlite");
    let words = ["restore", text(&file), "--into", &into, "--key", text(&secret)];
    println!("{}", done(&passerelle(&folder, &words, &[])));

    let old = Connection::open(folder.file("old.sqlite")).unwrap();
    let new = Connection::open(folder.file("new.sqlite")).unwrap();
    assert_eq!(tables(&old), tables(&new));
    // The index of words follows the people who are added.
    let moving = ["account", "logbook", "search_name"];
    for table in tables(&old).iter().filter(|table| !moving.contains(&table.as_str())) {
        assert_eq!(rows_of(&old, table), rows_of(&new, table), "{table}");
    }
    // Everybody acknowledged before it began is there; nobody is there who was never added.
    let (old, new) = (rows_of(&old, "account"), rows_of(&new, "account"));
    assert!(new.len() >= before.len() + acknowledged && new.len() <= before.len() + during + 1);
    assert!(new.iter().all(|row| old.contains(row)));

    someone_signs_in(&folder, &into).await;
    let settings = [("PASSERELLE_DATABASE_URL", into.as_str())];
    done(&passerelle(&folder, &["doctor"], &settings));
}

/// The program in a process, while the test goes on.
async fn async_process(folder: &Folder, words: &[&str], settings: &[(&str, String)]) -> std::process::Output {
    let mut command = tokio::process::Command::new(env!("CARGO_BIN_EXE_passerelle"));
    command.args(words).current_dir(&folder.0).env_remove("PASSERELLE_TEST_POSTGRES");
    command.envs(settings.iter().map(|(name, value)| (name, value))).output().await.unwrap()
}

async fn someone_signs_in(folder: &Folder, url: &str) {
    let clock = Clock::held("2026-09-07T08:00:00Z".parse().unwrap());
    let db = Db::open(url, clock.clone(), Chance::seeded(9)).unwrap().with_master(folder.master());
    let app = TestApp::on(db, clock, capabilities::all());
    let person = app.anybody();
    let words = [("email", "noor@espairs.example"), ("password", demo::PASSWORD)];
    person.post("/sign-in", &words).await.assert_redirected();
    person.get("/today").await.assert_ok().assert_sees("Noor");
}

#[tokio::test]
async fn nothing_is_written_unencrypted_by_silence() {
    let folder = Folder::new();
    few_people(&folder.url("db.sqlite")).await;
    std::fs::create_dir(folder.file("backups")).unwrap();
    let url = folder.url("db.sqlite");
    let settings = [("PASSERELLE_DATABASE_URL", url.as_str())];
    let silent = passerelle(&folder, &["backup", "--to", "backups"], &settings);
    assert!(refused(&silent).contains("backup_recipient"));
    let silent = passerelle(&folder, &["export", "network.jsonl.gz"], &settings);
    assert!(refused(&silent).contains("backup_recipient"));
    assert_eq!(folder.names("backups"), Vec::<String>::new());
    assert!(!folder.file("network.jsonl.gz").exists());

    let said = done(&passerelle(&folder, &["backup", "--to", "backups", "--plain"], &settings));
    assert!(said.contains("not encrypted"), "{said}");
    let name = &folder.names("backups")[0];
    assert!(name.ends_with(".tar.gz"));
    let facts = std::fs::metadata(folder.file("backups").join(name)).unwrap();
    assert_eq!(std::os::unix::fs::PermissionsExt::mode(&facts.permissions()) & 0o777, 0o600);
    // Nothing is left beside the database, not even a work folder.
    assert_eq!(folder.names(""), ["backups", "db.sqlite", "master.key"]);
}

#[tokio::test]
async fn what_is_planted_in_the_database_is_not_found_in_the_backup() {
    let folder = Folder::new();
    few_people(&folder.url("db.sqlite")).await;
    let (_, public) = key(&folder, "key.txt");
    std::fs::create_dir(folder.file("backups")).unwrap();
    let url = folder.url("db.sqlite");
    let settings = [("PASSERELLE_DATABASE_URL", url.as_str()), ("PASSERELLE_BACKUP_RECIPIENT", public.as_str())];
    done(&passerelle(&folder, &["backup", "--to", "backups"], &settings));
    let bytes = std::fs::read(folder.file("backups").join(&folder.names("backups")[0])).unwrap();
    let holds = |needle: &[u8]| bytes.windows(needle.len()).any(|window| window == needle);
    assert!(holds(b"age-encryption.org"));
    for secret in ["SQLite format 3", "example.org", "manifest.json", "account"] {
        assert!(!holds(secret.as_bytes()), "{secret} can be read in the backup");
    }
}

#[tokio::test]
async fn old_backups_go_when_enough_newer_ones_are_kept() {
    let folder = Folder::new();
    few_people(&folder.url("db.sqlite")).await;
    std::fs::create_dir(folder.file("backups")).unwrap();
    for day in 1..=9 {
        std::fs::write(folder.file(&format!("backups/passerelle-2026010{day}T010000Z.tar.gz.age")), "old").unwrap();
    }
    std::fs::write(folder.file("backups/notes.txt"), "ours").unwrap();
    let url = folder.url("db.sqlite");
    let settings = [
        ("PASSERELLE_DATABASE_URL", url.as_str()),
        ("PASSERELLE_BACKUP_KEEP_DAILY", "3"),
        ("PASSERELLE_BACKUP_KEEP_WEEKLY", "0"),
        ("PASSERELLE_BACKUP_KEEP_MONTHLY", "0"),
    ];
    done(&passerelle(&folder, &["backup", "--to", "backups", "--plain"], &settings));
    let names = folder.names("backups");
    assert_eq!(names.len(), 4, "{names:?}");
    assert_eq!(
        names[..3],
        ["notes.txt", "passerelle-20260108T010000Z.tar.gz.age", "passerelle-20260109T010000Z.tar.gz.age"]
    );
    let said = done(&passerelle(&folder, &["backup", "--to", "backups", "--list"], &settings));
    assert_eq!(said.lines().count(), 3, "{said}");
}

#[tokio::test]
async fn a_passphrase_closes_a_backup_too() {
    let folder = Folder::new();
    few_people(&folder.url("db.sqlite")).await;
    std::fs::create_dir(folder.file("backups")).unwrap();
    std::fs::write(folder.file("words.txt"), "quatre chemins vers la rivière\n").unwrap();
    std::fs::write(folder.file("other.txt"), "quatre chemins vers la montagne\n").unwrap();
    std::fs::write(folder.file("short.txt"), "court\n").unwrap();
    let url = folder.url("db.sqlite");
    let settings = [("PASSERELLE_DATABASE_URL", url.as_str())];
    let backup = |file: &str| passerelle(&folder, &["backup", "--to", "backups", "--passphrase-file", file], &settings);
    assert!(refused(&backup("short.txt")).contains("shorter than 16"));
    done(&backup("words.txt"));
    let file = folder.file("backups").join(&folder.names("backups")[0]);
    let into = folder.url("new.sqlite");
    let restore =
        |words: &str| passerelle(&folder, &["restore", text(&file), "--into", &into, "--passphrase-file", words], &[]);
    assert!(refused(&restore("other.txt")).contains("this passphrase does not open the file"));
    assert!(!folder.file("new.sqlite").exists());
    done(&restore("words.txt"));
    let (old, new) = (super::tallies(&url).await, super::tallies(&into).await);
    assert_eq!(super::without_note(&old), super::without_note(&new));
}
