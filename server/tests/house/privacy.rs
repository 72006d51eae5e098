//! `docs/privacy.md`: what the declarations in the code say, printed for people who answer for data protection.

use std::{collections::BTreeMap, fs, path::Path};

use passerelle::capabilities;
use passerelle_store::seal::{OwnerKind, Sealed};
use passerelle_testkit::story;

const HOW: &str = "(WRITE_PRIVACY_PAGE=1 cargo nextest run -p passerelle-server privacy)";

fn declared() -> Vec<&'static Sealed> {
    capabilities::all().iter().flat_map(|capability| capability.sealed.iter().copied().flatten().copied()).collect()
}

fn page_path() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("docs/privacy.md")
}

fn owner(kind: OwnerKind) -> &'static str {
    match kind {
        OwnerKind::House => "the installation",
        OwnerKind::Organisation => "the association",
        OwnerKind::Person => "the person",
        OwnerKind::Meeting => "the meeting",
    }
}

/// The table, sorted by what is written there.
fn table() -> String {
    let mut page = "| What is written there | Why it is sealed | Whose key | Where |\n|---|---|---|---|\n".to_owned();
    let mut fields = declared();
    fields.sort_by_key(|field| field.what);
    for field in fields {
        let (what, why, name) = (field.what, field.why, field.name());
        page.push_str(&format!("| {what} | {why} | {} | `{name}` |\n", owner(field.owner)));
    }
    page
}

/// The parts of the page that are printed, in their order.
fn printed() -> Vec<(&'static str, String)> {
    vec![("sealed", table())]
}

#[test]
fn the_page_says_what_is_declared() {
    let mut page = fs::read_to_string(page_path()).unwrap();
    for (part, text) in printed() {
        let (begin, end) = (format!("<!-- {part}: begin {HOW} -->\n"), format!("<!-- {part}: end -->"));
        let (head, rest) = page.split_once(&begin).unwrap_or_else(|| panic!("no {begin}"));
        let (told, tail) = rest.split_once(&end).unwrap();
        if std::env::var("WRITE_PRIVACY_PAGE").is_ok() {
            page = format!("{head}{begin}{text}{end}{tail}");
            continue;
        }
        assert_eq!(told, text, "docs/privacy.md is stale ({part}): WRITE_PRIVACY_PAGE=1 writes it");
    }
    if std::env::var("WRITE_PRIVACY_PAGE").is_ok() {
        fs::write(page_path(), page).unwrap();
    }
}

#[test]
fn every_column_is_declared_once() {
    let mut seen = BTreeMap::new();
    for field in declared() {
        assert!(seen.insert(field.name(), field.row).is_none(), "{} is declared twice", field.name());
    }
    assert!(seen.len() > 5, "{seen:?}");
}

story!(capabilities::all;
    /// The statements that seal again and seal what lay in clear fit the tables as the migrations leave them.
    async fn every_statement_about_sealed_fields_is_understood(app) {
        for field in declared() {
            for sql in field.statements() {
                let prepared = app.db().prepare(sql).await;
                assert!(prepared.is_ok(), "{}: {prepared:?}", sql.text);
            }
        }
    }
);
