//! A network that moves in, as lines of JSON: all of it or nothing.

use std::io::Write as _;

use flate2::{Compression, write::GzEncoder};
use passerelle::{backup::Keys, capabilities, moving::move_in};
use serde_json::json;

use crate::{Target, scratch};

pub(crate) const TARGET: Target = Target { name: "network", run, seeds };

fn seeds() -> Vec<Vec<u8>> {
    let all = capabilities::all();
    let versions: serde_json::Map<_, _> =
        all.iter().flat_map(|one| one.migrations).map(|m| (m.name.to_owned(), json!(m.latest()))).collect();
    let first = json!({"network": {
        "form": 1, "program": "0.1.0", "engine": "SQLite", "made_at": "2026-11-22T19:58:03Z", "migrations": versions,
    }});
    let link = json!({"table": {"name": "link", "columns": ["hash", "purpose", "subject_id", "created_at", "expires_at", "used_at"]}});
    let end = json!({"end": {"table": "link", "rows": 1, "sha256": "00"}});
    let rows = "[\"a\",\"b\",\"c\",1,2,null]\n[{\"real\":\"1.5\"},{\"bytes\":\"AA==\"}]";
    [
        format!("{first}\n{}\n", json!({"all": {"tables": 0}})),
        format!("{first}\n{link}\n{rows}\n{end}\n{}\n", json!({"all": {"tables": 1}})),
        "{\"network\":{\"form\":9}}\n".to_owned(),
    ]
    .map(String::into_bytes)
    .into()
}

fn run(bytes: &[u8]) {
    let mut packing = GzEncoder::new(Vec::new(), Compression::none());
    let packed = packing.write_all(bytes).and_then(|()| packing.finish()).expect("bytes");
    let from = scratch::written("foreign.network", &packed);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let moved = runtime.block_on(move_in(&from, &Keys::default(), "sqlite::memory:"));
    if let Ok(tallies) = moved {
        assert!(!tallies.is_empty(), "the tables of a network are there");
    }
}
