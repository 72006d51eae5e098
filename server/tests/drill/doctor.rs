//! The doctor: what is fine is called fine, what is broken is found, nothing is changed, nobody minds who stops reading.

use std::{
    io::{BufRead as _, BufReader, Write as _},
    net::{Ipv4Addr, TcpListener},
    process::Command,
};

use passerelle_store::job;

use super::{Folder, done, few_people, open, passerelle, refused};

/// The address of a database with a few people.
async fn healthy(folder: &Folder) -> String {
    let url = folder.url("db.sqlite");
    few_people(&url).await;
    url
}

fn line<'a>(said: &'a str, about: &str) -> &'a str {
    let found = said.lines().find(|line| line.get(6..).is_some_and(|rest| rest.starts_with(about)));
    found.unwrap_or_else(|| panic!("nothing is said of {about}: {said}"))
}

#[tokio::test]
async fn a_healthy_place_is_called_fine() {
    let folder = Folder::new();
    let url = healthy(&folder).await;
    let before = std::fs::read(folder.file("db.sqlite")).unwrap();
    let settings = [("PASSERELLE_DATABASE_URL", url.as_str())];
    let said = done(&passerelle(&folder, &["doctor"], &settings));
    for about in ["database", "integrity", "tables", "clock", "jobs", "set aside", "master key", "disk"] {
        assert!(line(&said, about).starts_with("fine"), "{said}");
    }
    for about in ["backup", "mail", "address"] {
        assert!(line(&said, about).starts_with("look"), "{said}");
    }
    assert_eq!(std::fs::read(folder.file("db.sqlite")).unwrap(), before);
    let said = done(&passerelle(&folder, &["doctor", "--json"], &settings));
    let findings: Vec<serde_json::Value> = said.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(findings.iter().any(|finding| finding["about"] == "integrity" && finding["state"] == "fine"), "{said}");
}

#[tokio::test]
async fn a_damaged_file_is_found() {
    let folder = Folder::new();
    let url = healthy(&folder).await;
    let mut bytes = std::fs::read(folder.file("db.sqlite")).unwrap();
    let middle = bytes.len() / 2 / 4096 * 4096;
    bytes[middle..middle + 2048].fill(0x5a);
    std::fs::write(folder.file("db.sqlite"), bytes).unwrap();
    let output = passerelle(&folder, &["doctor"], &[("PASSERELLE_DATABASE_URL", url.as_str())]);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(line(&said, "integrity").starts_with("WRONG"), "{said}");
    assert!(said.contains("restore the last backup"), "{said}");
    refused(&output);
}

#[tokio::test]
async fn no_database_is_said_and_none_is_made() {
    let folder = Folder::new();
    let url = folder.url("db.sqlite");
    let output = passerelle(&folder, &["doctor"], &[("PASSERELLE_DATABASE_URL", url.as_str())]);
    assert!(String::from_utf8_lossy(&output.stdout).contains("there is no file"));
    refused(&output);
    assert!(!folder.file("db.sqlite").exists());
}

#[tokio::test]
async fn jobs_that_were_given_up_are_told_by_kind() {
    let folder = Folder::new();
    let url = healthy(&folder).await;
    let db = rusqlite::Connection::open(folder.file("db.sqlite")).unwrap();
    let given_up =
        "INSERT INTO job (id, kind, payload, run_at, attempts, failed_at) VALUES ('1', 'mail', '{}', 1, 8, 2)";
    db.execute(given_up, []).unwrap();
    let late = "INSERT INTO job (id, kind, payload, run_at, attempts) VALUES ('2', 'finess', '{}', 1, 0)";
    db.execute(late, []).unwrap();
    let backlog = job::backlog(&open(&url)).await.unwrap();
    assert_eq!((backlog.set_aside[0].count, backlog.waiting[0].kind.as_str()), (1, "finess"));
    let output = passerelle(&folder, &["doctor"], &[("PASSERELLE_DATABASE_URL", url.as_str())]);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(line(&said, "set aside").contains("1 mail"), "{said}");
    assert!(line(&said, "jobs").contains("late: finess"), "{said}");
    refused(&output);
}

#[tokio::test]
async fn an_old_backup_and_a_missing_one_are_wrong() {
    let folder = Folder::new();
    let url = healthy(&folder).await;
    std::fs::create_dir(folder.file("backups")).unwrap();
    let settings = [("PASSERELLE_DATABASE_URL", url.as_str()), ("PASSERELLE_BACKUP_PLACE", "backups")];
    let said = |output: &std::process::Output| String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(line(&said(&passerelle(&folder, &["doctor"], &settings)), "backup ").contains("there is none yet"));
    std::fs::write(folder.file("backups/passerelle-20260101T010000Z.tar.gz.age"), "old").unwrap();
    assert!(line(&said(&passerelle(&folder, &["doctor"], &settings)), "backup ").contains("hours old"));
    done(&passerelle(&folder, &["backup", "--plain"], &settings));
    assert!(line(&said(&passerelle(&folder, &["doctor"], &settings)), "backup ").starts_with("fine"));
}

/// A mail server that greets and writes down what it is told.
fn mail_server() -> (u16, std::thread::JoinHandle<Vec<String>>) {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let port = listener.local_addr().unwrap().port();
    let heard = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut heard = Vec::new();
        stream.write_all(b"220 mail.example.org\r\n").unwrap();
        for line in BufReader::new(stream.try_clone().unwrap()).lines().map_while(Result::ok) {
            stream
                .write_all(if line.starts_with("QUIT") { b"221 bye\r\n" } else { b"250 mail.example.org\r\n" })
                .unwrap();
            heard.push(line);
        }
        heard
    });
    (port, heard)
}

#[tokio::test]
async fn the_mail_server_is_greeted_and_no_letter_is_sent() {
    let folder = Folder::new();
    let url = healthy(&folder).await;
    let (port, heard) = mail_server();
    let mail = format!("smtp://127.0.0.1:{port}");
    let from = ("PASSERELLE_MAIL_FROM", "Passerelle <passerelle@example.org>");
    let doctor = |mail: &str| {
        let settings = [("PASSERELLE_DATABASE_URL", url.as_str()), ("PASSERELLE_MAIL_URL", mail), from];
        String::from_utf8_lossy(&passerelle(&folder, &["doctor"], &settings).stdout).into_owned()
    };
    let said = doctor(&mail);
    assert!(line(&said, "mail").starts_with("fine"), "{said}");
    let heard = heard.join().unwrap();
    assert!(heard.iter().any(|line| line.starts_with("EHLO")), "{heard:?}");
    assert!(!heard.iter().any(|line| line.starts_with("MAIL") || line.starts_with("RCPT")), "{heard:?}");
    // The server is gone now.
    let said = doctor(&mail);
    assert!(line(&said, "mail").starts_with("WRONG"), "{said}");
}

#[tokio::test]
async fn whoever_stops_reading_sees_no_panic() {
    let folder = Folder::new();
    let url = healthy(&folder).await;
    for words in ["doctor", "--help", "backup --to . --list"] {
        let command = format!("{} {words} 2>complaints | true; cat complaints", env!("CARGO_BIN_EXE_passerelle"));
        let mut shell = Command::new("sh");
        shell.arg("-c").arg(command).current_dir(&folder.0).env("PASSERELLE_DATABASE_URL", &url);
        let output = shell.env_remove("PASSERELLE_TEST_POSTGRES").output().unwrap();
        let complaints = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(!complaints.contains("panicked"), "{words}: {complaints}");
    }
}

#[tokio::test]
async fn a_master_key_that_others_may_read_or_that_is_gone_is_wrong() {
    let folder = Folder::new();
    let url = healthy(&folder).await;
    let settings = [("PASSERELLE_DATABASE_URL", url.as_str())];
    let said = || String::from_utf8_lossy(&passerelle(&folder, &["doctor"], &settings).stdout).into_owned();
    let key = folder.file("master.key");
    std::fs::set_permissions(&key, std::os::unix::fs::PermissionsExt::from_mode(0o644)).unwrap();
    assert!(line(&said(), "master key").contains("others may read"));
    std::fs::remove_file(&key).unwrap();
    assert!(line(&said(), "master key").starts_with("WRONG"));
}
