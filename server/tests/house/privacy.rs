//! `docs/privacy.md`: what the declarations in the code say, printed for people who answer for data protection.

use std::{collections::BTreeMap, fs, path::Path};

use passerelle::capabilities;
use passerelle_kernel::Language;
use passerelle_privacy::register::{PROTECTION, passing, processings};
use passerelle_store::{
    held::Retention,
    seal::{OwnerKind, Sealed},
};
use passerelle_testkit::{Engine, TestApp, story};
use passerelle_web::App;
use passerelle_words::say;

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

/// The register of processing as `/processing` shows it, in English, with the times that hold unless others are set.
fn register(app: &App) -> String {
    let (words, retention) = (app.words(Language::En), Retention::default());
    let mut page = String::new();
    for one in processings(&words, app.held(), &retention) {
        page.push_str(&format!("### {}\n\n", one.name));
        for (part, lines) in one.parts() {
            let label = words.say(&format!("privacy-register-{part}"));
            match lines.as_slice() {
                [line] => page.push_str(&format!("- **{label}**: {line}\n")),
                lines => {
                    page.push_str(&format!("- **{label}**:\n"));
                    page.extend(lines.iter().map(|line| format!("  - {line}\n")));
                }
            }
        }
        page.push('\n');
    }
    page.push_str(&format!("### {}\n\n", words.say("privacy-register-passing")));
    for (what, term) in passing(&words, app.passing(), &retention) {
        page.push_str(&format!("- {}\n", say!(words, "privacy-register-passing-line", what = what, term = term)));
    }
    page.push_str(&format!("\n### {}\n\n", words.say("privacy-register-measures-title")));
    page.extend(PROTECTION.iter().map(|part| format!("- {}\n", words.say(&format!("privacy-register-all-{part}")))));
    // Formatting signs that keep a figure beside its unit are for screens.
    page.replace(['\u{2068}', '\u{2069}'], "")
}

/// The parts of the page that are printed, in their order.
async fn printed() -> Vec<(&'static str, String)> {
    let app = TestApp::start(Engine::Sqlite, capabilities::all()).await.unwrap();
    vec![("sealed", table()), ("register", register(app.app()))]
}

#[tokio::test]
async fn the_page_says_what_is_declared() {
    let mut page = fs::read_to_string(page_path()).unwrap();
    for (part, text) in printed().await {
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
