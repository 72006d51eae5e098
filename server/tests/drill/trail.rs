//! The trail as the operator meets it: the doctor finds where it breaks, a backup notes where it ended.

use std::process::Output;

use passerelle::{
    backup::{Envelope, Keys},
    moving::{move_in, move_out},
};
use passerelle_kernel::Clock;

use super::{
    Folder, done, network, passerelle,
    postgres::{Database, cluster, run},
    refused,
};

const CHANGED: &str = "UPDATE event SET actor_id = 'somebody'
    WHERE id = (SELECT event_id FROM event_link WHERE number = 10)";
const CUT: &str = "
    DELETE FROM event WHERE id = (SELECT event_id FROM event_link ORDER BY number DESC LIMIT 1);
    DELETE FROM event_link WHERE number = (SELECT max(number) FROM event_link);
    UPDATE event_head SET number = number - 1, hash = (SELECT hash FROM event_link ORDER BY number DESC LIMIT 1);";

fn doctor(folder: &Folder, url: &str, words: &[&str]) -> Output {
    let words: Vec<&str> = ["doctor"].iter().chain(words).copied().collect();
    passerelle(folder, &words, &[("PASSERELLE_DATABASE_URL", url)])
}

/// What the doctor says of the trail.
fn of_trail(output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let line = said.lines().find(|line| line.contains(" trail "));
    line.unwrap_or_else(|| panic!("nothing is said of the trail: {said}")).to_owned()
}

/// The last link, where it stands at the end of a line.
fn head(line: &str) -> String {
    line.rsplit_once(' ').unwrap().1.to_owned()
}

fn tamper(folder: &Folder, commands: &str) {
    let db = rusqlite::Connection::open(folder.file("db.sqlite")).unwrap();
    let guards = "DROP TRIGGER event_written; DROP TRIGGER event_link_written; DROP TRIGGER event_link_there;";
    db.execute_batch(&format!("{guards}{commands}")).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_doctor_finds_where_the_trail_breaks() {
    let folder = Folder::new();
    network(&folder, "db.sqlite").await;
    let url = folder.url("db.sqlite");
    let healthy = doctor(&folder, &url, &[]);
    done(&healthy);
    let line = of_trail(&healthy);
    assert!(line.starts_with("fine") && line.contains(", 0 wait;"), "{line}");
    println!("{line}");
    done(&doctor(&folder, &url, &["--trail", &head(&line)]));
    assert!(refused(&doctor(&folder, &url, &["--trail", "12:ab"])).contains("64 hexadecimal digits"));

    tamper(&folder, CHANGED);
    let broken = doctor(&folder, &url, &[]);
    refused(&broken);
    let line = of_trail(&broken);
    assert!(line.starts_with("WRONG") && line.contains("the event of link 10 was changed"), "{line}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_end_that_was_cut_off_is_found_with_what_the_backup_said() {
    let folder = Folder::new();
    network(&folder, "db.sqlite").await;
    let url = folder.url("db.sqlite");
    std::fs::create_dir(folder.file("backups")).unwrap();
    let words = ["backup", "--to", "backups", "--plain"];
    let said = done(&passerelle(&folder, &words, &[("PASSERELLE_DATABASE_URL", &url)]));
    let noted = head(said.lines().find(|line| line.starts_with("Last link of the trail")).unwrap());

    let from = folder.file("backups").join(&folder.names("backups")[0]);
    let into = folder.url("new.sqlite");
    let said = done(&passerelle(&folder, &["restore", super::text(&from), "--into", &into], &[]));
    assert!(said.contains(&noted), "{said}");
    done(&doctor(&folder, &into, &["--trail", &noted]));

    tamper(&folder, CUT);
    done(&doctor(&folder, &url, &[]));
    let cut = doctor(&folder, &url, &["--trail", &noted]);
    refused(&cut);
    assert!(of_trail(&cut).contains("the trail should end with link"), "{}", of_trail(&cut));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_doctor_finds_it_on_postgresql_too() {
    let Some(cluster) = cluster() else { return };
    let folder = Folder::new();
    network(&folder, "db.sqlite").await;
    let database = Database::create(&cluster).await;
    let file = folder.file("network.jsonl.gz");
    move_out(&folder.url("db.sqlite"), &Clock::System, &Envelope::Plain, &file).await.unwrap();
    move_in(&file, &Keys::default(), &database.url).await.unwrap();
    let before = of_trail(&doctor(&folder, &folder.url("db.sqlite"), &[]));
    let moved = of_trail(&doctor(&folder, &database.url, &["--trail", &head(&before)]));
    assert!(moved.starts_with("fine"), "{moved}");
    assert_eq!(head(&moved), head(&before));
    run(&database.url, &format!("ALTER TABLE event DISABLE TRIGGER USER; {CHANGED}")).await;
    let broken = doctor(&folder, &database.url, &[]);
    refused(&broken);
    assert!(of_trail(&broken).contains("the event of link 10 was changed"), "{}", of_trail(&broken));
    database.remove().await;
}
