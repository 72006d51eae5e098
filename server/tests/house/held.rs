//! What is held about people is declared: every table, in words, in every language, with statements that both engines
//! understand.

use std::collections::BTreeSet;

use passerelle::capabilities;
use passerelle_kernel::{Language, TimeZone};
use passerelle_store::held::{Held, Passing, Shown, Term};
use passerelle_testkit::story;
use passerelle_web::Capability;
use passerelle_words::Vocabulary;

fn held(all: &[Capability]) -> Vec<&'static Held> {
    all.iter().flat_map(|one| one.held.iter().copied().flatten().copied()).collect()
}

fn passing(all: &[Capability]) -> Vec<&'static Passing> {
    all.iter().flat_map(|one| one.passing.iter().copied().flatten().copied()).collect()
}

/// A table that a migration makes and that nobody has thought of: whose data it holds, and until when.
#[test]
fn every_table_says_what_it_holds_about_people() {
    let all = capabilities::all();
    let tables: BTreeSet<&str> =
        all.iter().flat_map(|one| one.tables.iter().copied().flatten()).map(|(table, _)| *table).collect();
    let of_people: BTreeSet<&str> =
        held(&all).iter().map(|one| one.table).chain(passing(&all).iter().map(|one| one.table)).collect();
    let of_nobody: Vec<&str> =
        all.iter().flat_map(|one| one.nobody.iter().copied().flatten()).map(|(table, _)| *table).collect();
    let twice: Vec<_> = of_nobody.iter().filter(|table| of_people.contains(**table)).collect();
    assert!(twice.is_empty(), "{twice:?} hold nothing about anybody, and something");
    let declared: BTreeSet<&str> = of_people.iter().copied().chain(of_nobody.iter().copied()).collect();
    assert_eq!(declared, tables, "declared, and in the schema");
    println!("{} tables about people, {} about nobody", of_people.len(), of_nobody.len());
}

#[test]
fn every_declaration_has_its_words() {
    let all = capabilities::all();
    let translations: Vec<_> = all.iter().flat_map(|one| one.translations.iter().copied()).collect();
    let vocabulary = Vocabulary::new(&translations);
    let mut keys: BTreeSet<String> = passing(&all).iter().map(|one| one.key.to_owned()).collect();
    for one in held(&all) {
        let purpose = one.purpose.key;
        keys.extend([one.key.to_owned(), purpose.to_owned(), format!("{purpose}-why"), format!("{purpose}-readers")]);
        keys.extend(one.facts.iter().map(|fact| fact.key.to_owned()));
        keys.insert(format!("web-basis-{}", one.purpose.basis.as_str()));
        keys.insert(format!("web-origin-{}", one.origin.as_str()));
    }
    for term in Term::ALL {
        keys.extend([format!("web-term-{}", term.as_str()), format!("web-term-{}-why", term.as_str())]);
    }
    for language in Language::ALL {
        let words = vocabulary.words(language, TimeZone::UTC);
        let missing: Vec<_> = keys.iter().filter(|key| !words.has(key)).collect();
        assert!(missing.is_empty(), "{}: {missing:?}", language.tag());
    }
    println!("{} keys in {} languages", keys.len(), Language::ALL.len());
}

/// The copy that people take away has stable names: each once.
#[test]
fn names_in_copies_are_told_apart() {
    let mut names = BTreeSet::new();
    for one in held(&capabilities::all()) {
        assert!(names.insert(one.name()), "{} twice", one.name());
        let facts: BTreeSet<_> = one.facts.iter().map(|fact| fact.name()).collect();
        assert_eq!(facts.len(), one.facts.len(), "{}", one.name());
    }
    assert!(names.len() > 30, "{names:?}");
}

/// A sealed column that tells of a person is told to them: it must not be forgotten because it is sealed.
#[test]
fn what_is_sealed_is_shown_to_the_person_it_is_about() {
    let all = capabilities::all();
    let shown: BTreeSet<String> = held(&all)
        .iter()
        .flat_map(|one| one.facts)
        .filter_map(|fact| if let Shown::Sealed(field) = fact.shown { Some(field.name()) } else { None })
        .collect();
    // Words of a team about those it accompanies and why it was declined: about nobody who has an account. Secrets that
    // open doors. Letters, which pass.
    let not_about_somebody = [
        "request.public_words",
        "request.hope_words",
        "request.reason",
        // Shown to its peer on the page of preferences, and nowhere else.
        "private_list.places",
        "invoice_dispatch.sent_to",
        "authenticator.secret",
        "identity_provider.client_secret",
        "webhook.secret",
        "webhook.former_secret",
        // What becomes of it is told to the person as their record; until then it passes.
        "import.staged",
        "job.payload",
        "outbox.recipient",
        "outbox.subject",
        "outbox.text",
        // What a paper says: its signers take it away as a file, and read it on its own page.
        "paper.title",
        "paper.content",
        "paper.reason",
        "paper_file.bytes",
    ];
    let sealed = all.iter().flat_map(|one| one.sealed.iter().copied().flatten());
    let forgotten: Vec<String> = sealed
        .map(|field| field.name())
        .filter(|name| !shown.contains(name) && !not_about_somebody.contains(&name.as_str()))
        .collect();
    assert!(forgotten.is_empty(), "{forgotten:?} are sealed, and the person does not see them");
}

story!(capabilities::all;
    /// The statements that find, count, erase and purge fit the tables as the migrations leave them.
    async fn every_statement_about_what_is_held_is_understood(app) {
        let all = capabilities::all();
        let of_held = held(&all).into_iter().flat_map(Held::statements).collect::<Vec<_>>();
        let of_passing = passing(&all).into_iter().flat_map(|one| [one.purge.due, one.purge.go]);
        let obstacles = all.iter().flat_map(|one| one.obstacles).map(|one| one.count);
        let statements: Vec<_> = of_held.into_iter().chain(of_passing).chain(obstacles).collect();
        for sql in &statements {
            let prepared = app.db().prepare(sql).await;
            assert!(prepared.is_ok(), "{}: {}: {prepared:?}", sql.name, sql.text);
        }
        println!("{} statements on {}", statements.len(), app.db().engine_name());
    }
);
