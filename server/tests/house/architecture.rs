//! The crates stand on each other as `docs/architecture.md` says, without a circle.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

type Graph = BTreeMap<String, BTreeSet<String>>;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_path_buf()
}

/// What the manifests say, without what only tests need.
fn real() -> Graph {
    let members = ["platform", "capabilities"].iter().flat_map(|group| fs::read_dir(root().join(group)).unwrap());
    let others = ["server", "benches", "fuzz"].map(|member| root().join(member));
    let members = members.map(|entry| entry.unwrap().path()).chain(others);
    members.map(|member| fs::read_to_string(member.join("Cargo.toml")).unwrap()).map(|text| crate_of(&text)).collect()
}

fn crate_of(manifest: &str) -> (String, BTreeSet<String>) {
    let name = manifest.split("name = \"passerelle-").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let dependencies = manifest.split("\n[dependencies]\n").nth(1).unwrap().split("\n[").next().unwrap();
    let ours = dependencies.lines().filter_map(|line| line.strip_prefix("passerelle-")?.split(['.', ' ']).next());
    (name, ours.map(str::to_owned).collect())
}

/// What the page says.
fn told() -> Graph {
    let page = fs::read_to_string(root().join("docs/architecture.md")).unwrap();
    let graph = page.split("```graph\n").nth(1).unwrap().split("```").next().unwrap();
    let lines = graph.lines().map(|line| line.split_once(" → ").unwrap());
    let names = |text: &str| text.split(' ').filter(|name| *name != "(nothing)").map(str::to_owned).collect();
    lines.map(|(name, stands_on)| (name.to_owned(), names(stands_on))).collect()
}

#[test]
fn the_crates_stand_on_each_other_as_the_page_says() {
    assert_eq!(real(), told());
}

#[test]
fn nothing_stands_on_itself_and_platform_knows_no_capability() {
    let mut left = real();
    let platform: BTreeSet<String> = fs::read_dir(root().join("platform"))
        .unwrap()
        .map(|e| e.unwrap().file_name().to_string_lossy().into())
        .collect();
    for (name, stands_on) in left.iter().filter(|(name, _)| platform.contains(*name)) {
        assert!(stands_on.is_subset(&platform), "{name} stands on a capability");
    }
    while !left.is_empty() {
        let free: Vec<String> = left.iter().filter(|(_, on)| on.is_empty()).map(|(name, _)| name.clone()).collect();
        assert!(!free.is_empty(), "a circle among {:?}", left.keys());
        for name in &free {
            left.remove(name);
        }
        left.values_mut().for_each(|on| on.retain(|name| !free.contains(name)));
    }
}
