//! The demonstration is the same each time, and shows what it promises, on whichever day it is made.

use std::{
    fmt::Write as _,
    path::{Path, PathBuf},
};

use passerelle::{config::Config, demo};
use passerelle_kernel::Date;
use passerelle_store::seal::Master;
use rusqlite::{Connection, types::Value};

/// Builds the network of a day; gives the file, in a folder that is removed at the end.
async fn build(folder: &Folder, name: &str, today: Date) -> Connection {
    let file = folder.0.join(name);
    let settings = Config { demonstration: true, ..Config::default() }.settings().unwrap();
    demo::build(&file, Master::for_tests(), &settings, today, 1, |_, _| {}).await.unwrap();
    Connection::open(&file).unwrap()
}

struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("demo-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Every row of every table that people's acts have filled. Sealed bytes never repeat: their length tells enough.
fn dump(db: &Connection) -> String {
    let tables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
        AND name NOT LIKE 'migrations_%' AND name <> 'data_key' ORDER BY name";
    let names: Vec<String> =
        db.prepare(tables).unwrap().query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let mut text = String::new();
    for name in names {
        let mut statement = db.prepare(&format!("SELECT * FROM {name}")).unwrap();
        let columns = statement.column_count();
        let mut rows = statement.query([]).unwrap();
        let mut lines = Vec::new();
        while let Some(row) = rows.next().unwrap() {
            lines.push(format!("{:?}", (0..columns).map(|at| cell(row.get(at).unwrap())).collect::<Vec<_>>()));
        }
        lines.sort();
        writeln!(text, "{name}\n{}", lines.join("\n")).unwrap();
    }
    text
}

fn cell(value: Value) -> Value {
    if let Value::Blob(bytes) = value { Value::Integer(bytes.len() as i64) } else { value }
}

/// What the demonstration promises, as the number of rows that show it, and how many there are at least.
const PROMISED: &[(&str, i64)] = &[
    ("SELECT count(*) FROM account", 66),
    ("SELECT count(DISTINCT stage) FROM request", 6),
    ("SELECT count(DISTINCT turn) FROM request WHERE stage = 'in-discussion'", 2),
    ("SELECT count(DISTINCT state) FROM mission", 5),
    ("SELECT count(*) FROM mission WHERE state IN ('running', 'ended')", 25),
    ("SELECT count(DISTINCT ending) FROM mission", 3),
    ("SELECT count(*) FROM mission WHERE state = 'running' AND until_on <= date(:today, '+30 days')", 2),
    (
        "SELECT count(*) FROM proposal JOIN account a ON a.id = peer_id AND a.email LIKE 'noor@%' WHERE state = 'waiting'",
        1,
    ),
    (
        "SELECT count(*) FROM proposal p JOIN mission m ON m.id = mission_id AND m.state = 'proposed' WHERE p.state = 'yes'",
        2,
    ),
    ("SELECT count(*) FROM hours_entry", 700),
    ("SELECT count(*) FROM contract_term", 10),
    ("SELECT count(*) FROM absence WHERE until_on > :today", 2),
    ("SELECT count(*) FROM month_closing", 3),
    ("SELECT count(*) FROM swap WHERE state = 'waiting'", 1),
    (
        "SELECT count(*) FROM hours_entry JOIN account a ON a.id = peer_id AND a.email LIKE 'noor@%' WHERE state = 'recorded'",
        1,
    ),
    ("SELECT count(*) FROM hours_entry WHERE state = 'confirmed' AND worked_on >= date(:today, '-40 days')", 1),
    ("SELECT count(*) FROM hours_entry WHERE state = 'returned'", 1),
    ("SELECT count(*) FROM hours_entry WHERE correction_of IS NOT NULL", 1),
    ("SELECT count(*) FROM quiet_week", 10),
    ("SELECT count(DISTINCT state) FROM beyond", 3),
    (
        "SELECT count(*) FROM beyond b JOIN account a ON a.id = peer_id AND a.email LIKE 'noor@%' WHERE state = 'waiting'",
        1,
    ),
    ("SELECT count(*) FROM slot_exception", 2),
    ("SELECT count(DISTINCT kind) FROM signal JOIN account a ON a.id = peer_id AND a.email LIKE 'mathis@%'", 2),
    ("SELECT count(*) FROM signal WHERE wished_at IS NOT NULL AND answer IS NOT NULL", 1),
    ("SELECT count(*) FROM signal WHERE told_at < unixepoch(:today, '-7 days') * 1000", 3),
    ("SELECT count(*) FROM direct_hire", 2),
    ("SELECT count(*) FROM paper WHERE signed_at IS NULL", 2),
    ("SELECT count(*) FROM paper_file WHERE kind = 'final'", 1),
    ("SELECT count(DISTINCT way) FROM signer WHERE answered_at IS NULL", 3),
    (
        "SELECT count(*) FROM formality f JOIN mission m ON m.org_id = f.org_id AND m.state = 'agreed'
        WHERE f.blocking = 1 AND NOT EXISTS
            (SELECT 1 FROM formality_done d WHERE d.mission_id = m.id AND d.formality_id = f.id)",
        1,
    ),
    ("SELECT count(*) FROM private_list WHERE length(places) > 2048", 2),
    ("SELECT count(*) FROM invoice WHERE kind = 'invoice' AND credited_by IS NULL AND paid = 0 AND due_on < :today", 1),
    ("SELECT count(*) FROM invoice WHERE kind = 'invoice' AND 0 < paid AND paid < gross", 1),
    ("SELECT count(*) FROM invoice WHERE kind = 'invoice' AND paid = gross", 40),
    ("SELECT count(*) FROM invoice WHERE credit_of IS NOT NULL", 1),
    ("SELECT count(DISTINCT org_id) FROM invoice", 3),
    ("SELECT count(DISTINCT org_id) FROM description", 12),
    ("SELECT count(DISTINCT readers) FROM description", 3),
    ("SELECT count(*) FROM description_change WHERE text_before <> '' AND text_after <> ''", 2),
    ("SELECT count(*) FROM contact", 13),
    ("SELECT count(DISTINCT audience) FROM person_opened", 4),
    (
        "SELECT count(*) FROM entry_age WHERE kind = 'description' AND confirmed_at < unixepoch(:today, '-365 days') * 1000",
        8,
    ),
    (
        "SELECT count(*) FROM entry_age WHERE kind = 'description' AND confirmed_at > unixepoch(:today, '-30 days') * 1000",
        4,
    ),
];

fn check(db: &Connection, today: Date) {
    for (sql, least) in PROMISED {
        let today = today.to_string();
        let mut statement = db.prepare(sql).unwrap();
        let params: &[(&str, &dyn rusqlite::ToSql)] = if sql.contains(":today") { &[(":today", &today)] } else { &[] };
        let found: i64 = statement.query_row(params, |row| row.get(0)).unwrap();
        assert!(found >= *least, "{found} instead of {least} on {today}: {sql}");
    }
}

#[tokio::test]
async fn the_same_day_gives_the_same_network_twice_and_all_that_is_promised() {
    let folder = Folder::new("same");
    let today = Date::constant(2026, 11, 22);
    let (first, second) = (build(&folder, "first", today).await, build(&folder, "second", today).await);
    check(&first, today);
    assert!(dump(&first) == dump(&second), "two networks of the same day differ");
}

#[tokio::test]
async fn the_first_day_of_a_month_shows_the_same_things() {
    let folder = Folder::new("month");
    let today = Date::constant(2027, 3, 1);
    check(&build(&folder, "first", today).await, today);
}

#[tokio::test]
async fn a_building_that_was_interrupted_is_begun_anew() {
    let folder = Folder::new("again");
    std::fs::write(folder.0.join("network.building"), "half a file").unwrap();
    let today = Date::constant(2026, 9, 9);
    check(&build(&folder, "network.sqlite", today).await, today);
    let left: Vec<_> = std::fs::read_dir(&folder.0).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(left.iter().all(|name| name.to_string_lossy().starts_with("network.sqlite")), "{left:?}");
}

#[test]
fn the_people_who_are_told_of_have_addresses_that_lead_nowhere_and_a_role_each() {
    let people = demo::people();
    for start in ["ada@", "coralie@", "marguerite@", "noor@", "samir@", "helene@", "odile@", "farid@"] {
        assert_eq!(people.iter().filter(|one| one.email.starts_with(start)).count(), 1, "{start}");
    }
    assert!(people.iter().all(|one| one.email.ends_with(".example") && !one.place.contains("  ")));
}
