//! Every key that the sources name is translated in every language, and no word stands in a page function.

use std::{collections::BTreeSet, fs, path::Path};

use passerelle::capabilities;
use passerelle_kernel::{Language, TimeZone};
use passerelle_words::Vocabulary;

fn sources(dir: &Path, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(dir).unwrap().map(Result::unwrap) {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if path.is_dir() && !["target", "node_modules", "dist", "tests"].contains(&name.as_str()) {
            sources(&path, found);
        } else if name.ends_with(".rs") {
            found.push((path.display().to_string(), fs::read_to_string(&path).unwrap()));
        }
    }
}

/// String literals that look like keys: they begin with the name of a crate that brings words.
fn keys(text: &str) -> BTreeSet<String> {
    let prefixes = ["web-", "ui-", "words-", "directory-", "placement-", "privacy-", "signing-"];
    let parts = text.split('"').skip(1).step_by(2);
    let is_key = |part: &&str| {
        prefixes.iter().any(|prefix| part.starts_with(prefix))
            && part.len() > 6
            && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    parts.filter(is_key).map(str::to_owned).collect()
}

#[test]
fn every_key_of_the_sources_is_translated() {
    let translations: Vec<_> = capabilities::all().iter().flat_map(|c| c.translations.iter().copied()).collect();
    let vocabulary = Vocabulary::new(&translations);
    assert_eq!(vocabulary.problems(), Vec::<String>::new());
    // A kind of job looks like a key and is never read.
    let jobs: BTreeSet<&str> = capabilities::all().iter().flat_map(|c| c.jobs.iter().map(|(kind, _)| *kind)).collect();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut files = Vec::new();
    for folder in ["platform", "capabilities"] {
        sources(&root.join(folder), &mut files);
    }
    let mut missing = BTreeSet::new();
    let mut count = 0;
    for (file, text) in &files {
        for key in keys(text).into_iter().filter(|key| !jobs.contains(key.as_str())) {
            count += 1;
            for language in Language::ALL {
                let words = vocabulary.words(language, TimeZone::UTC);
                // The beginning of keys that are put together (letters, kinds) is no key itself.
                let is_beginning = key.ends_with('-') || words.has(&format!("{key}-subject"));
                if !is_beginning && !words.has(&key) {
                    missing.insert(format!("{file}: {key} ({})", language.tag()));
                }
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
    assert!(count > 100, "only {count} keys were found");
}

#[test]
fn both_languages_have_the_same_keys() {
    let of = |text: &str| -> BTreeSet<String> {
        let begins = |line: &str| line.starts_with(|c: char| c.is_ascii_lowercase());
        let key = |line: &str| line.split([' ', '=']).next().unwrap_or_default().to_owned();
        text.lines().filter(|line| begins(line)).map(key).collect()
    };
    for capability in capabilities::all() {
        for translations in capability.translations {
            let (fr, en) = (of(translations.fr), of(translations.en));
            let differ: Vec<_> = fr.symmetric_difference(&en).collect();
            assert!(differ.is_empty(), "{}: {differ:?}", capability.name);
        }
    }
}

/// French sets a space before “: ; ? !” and within “« »” that no line ends at (U+00A0), and never a plain one.
fn has_a_plain_space(line: &str) -> bool {
    ["« ", " :", " ;", " ?", " !", " »"].iter().any(|sign| line.contains(sign))
}

#[test]
fn no_french_line_ends_before_its_sign() {
    assert!(has_a_plain_space("Qui peut le voir ?") && has_a_plain_space("Dites « oui\u{a0}»"));
    assert!(!has_a_plain_space("Qui peut le voir\u{a0}? Dites «\u{a0}oui\u{a0}»"));
    let lines = capabilities::all().into_iter().flat_map(|one| one.translations).flat_map(|both| both.fr.lines());
    let lines: Vec<&str> = lines.filter(|line| !line.starts_with('#')).collect();
    assert!(lines.len() > 1_000, "only {} lines were read", lines.len());
    let wrong: Vec<_> = lines.into_iter().filter(|line| has_a_plain_space(line)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}
