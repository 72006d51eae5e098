//! A backup that somebody else made: restored whole, or refused and nothing of it left.
//!
//! The first byte says how the rest is put: as the file itself, in its compression, or as manifest and database (with a
//! zero byte between) in an archive that is right, so that the database is looked at.

use std::{io::Write as _, path::Path};

use flate2::{Compression, write::GzEncoder};
use passerelle::backup::{Keys, new_key, restore};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::{Target, scratch};

pub(crate) const TARGET: Target = Target { name: "backup", run, seeds };

fn manifest() -> Value {
    json!({
        "form": 1, "program": "0.1.0", "engine": "SQLite", "made_at": "2026-11-22T19:58:03Z", "migrations": {"store": 1},
        "file": "passerelle.sqlite", "bytes": 0, "sha256": "", "tables": [{"table": "a", "rows": 1, "sha256": "00"}],
    })
}

/// A small database of another program.
fn database() -> Vec<u8> {
    let file = scratch::file("small.sqlite");
    let small = rusqlite::Connection::open(&file).expect("a database");
    small.execute_batch("PRAGMA page_size=512; CREATE TABLE a (b TEXT); INSERT INTO a VALUES ('c');").expect("a table");
    drop(small);
    std::fs::read(file).expect("a file")
}

fn seeds() -> Vec<Vec<u8>> {
    let (manifest, database) = (manifest().to_string(), database());
    let put = |way: u8, content: &[u8]| [&[way][..], content].concat();
    let both = [manifest.as_bytes(), b"\0", &database].concat();
    vec![
        put(0, b"age-encryption.org/v1\n-> X25519 abc\ndef\n--- ghi\n"),
        put(0, b"age-encryption.org/v1\n-> scrypt c2FsdHNhbHRzYWx0c2FsdA 24\ndef\n--- ghi\n"),
        put(0, &packed(&archive(manifest.as_bytes(), &database))),
        put(1, &archive(manifest.as_bytes(), b"no database")),
        put(1, &archive(b"{\"form\":2}", b"")),
        put(2, &both),
    ]
}

fn run(bytes: &[u8]) {
    let Some((way, content)) = bytes.split_first() else { return };
    let file = match way % 3 {
        0 => content.to_vec(),
        1 => packed(content),
        _ => packed(&right(content)),
    };
    let from = scratch::written("foreign.backup", &file);
    let key = scratch::folder().join("backup.key");
    if !key.exists() {
        new_key(&key).expect("a key");
    }
    let keys = Keys { key: Some(key), passphrase: None };
    let to = scratch::file("restored.sqlite");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let restored = runtime.block_on(restore(&from.display().to_string(), &keys, &format!("sqlite:{}", to.display())));
    assert_eq!(restored.is_ok(), to.exists(), "all of it or nothing");
    assert!(!has_remains(&to), "something was left behind");
}

/// Whether anything but the files that we made lies beside the restored one.
fn has_remains(to: &Path) -> bool {
    let known = ["foreign.backup", "restored.sqlite", "small.sqlite", "house.sqlite", "configuration.toml"];
    let beside = to.parent().and_then(|folder| folder.read_dir().ok()).into_iter().flatten().flatten();
    beside.into_iter().any(|entry| !known.iter().any(|known| entry.file_name().to_string_lossy().starts_with(known)))
}

fn packed(content: &[u8]) -> Vec<u8> {
    let mut packing = GzEncoder::new(Vec::new(), Compression::none());
    packing.write_all(content).and_then(|()| packing.finish()).expect("bytes")
}

fn archive(manifest: &[u8], database: &[u8]) -> Vec<u8> {
    let mut tar = tar::Builder::new(Vec::new());
    for (name, content) in [("manifest.json", manifest), ("passerelle.sqlite", database)] {
        let mut header = tar::Header::new_gnu();
        header.set_size(content.len() as u64);
        header.set_mode(0o600);
        tar.append_data(&mut header, name, content).expect("an entry");
    }
    tar.into_inner().expect("an archive")
}

/// An archive whose manifest tells size and hash of its database as they are.
fn right(content: &[u8]) -> Vec<u8> {
    let (told, database) = match content.iter().position(|b| *b == 0) {
        Some(end) => content.split_at(end),
        None => (content, &[][..]),
    };
    let database = database.get(1..).unwrap_or_default();
    let mut told = serde_json::from_slice(told).unwrap_or_else(|_| manifest());
    if let Some(told) = told.as_object_mut() {
        told.insert("file".into(), "passerelle.sqlite".into());
        told.insert("bytes".into(), database.len().into());
        let hash: String = Sha256::digest(database).iter().map(|byte| format!("{byte:02x}")).collect();
        told.insert("sha256".into(), hash.into());
    }
    archive(told.to_string().as_bytes(), database)
}
