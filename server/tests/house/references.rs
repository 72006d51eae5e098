//! Every column that names a person is declared, with what becomes of its rows when two records turn out to be one.

use std::collections::{BTreeMap, BTreeSet};

use passerelle::capabilities;
use passerelle_store::reference::Subject;
use passerelle_testkit::story;

/// Columns whose names look as if they named somebody, and what they hold.
const OTHERS: &[(&str, &str)] = &[
    ("proposal.answer_by", "a day"),
    ("beyond.asked_by", "the kind of somebody of the team"),
    ("invoice.credited_by", "a credit note"),
];

/// Columns that name a person under another name.
const PEOPLE: &[&str] = &["person.id", "import.made_by", "account.merged_into", "merger.kept_id", "merger.gone_id"];

fn names_a_person(column: &str) -> bool {
    ["account_id", "person_id", "peer_id", "actor_id", "by_id"].contains(&column) || column.ends_with("_by")
}

story!(capabilities::all;
    async fn every_column_that_names_a_person_is_declared(app) {
        let mut tx = app.db().begin_read().await.unwrap();
        let tables = tx.tables().await.unwrap();
        let columns = tables.iter().flat_map(|table| table.columns.iter().map(move |column| (table, column)));
        let named = columns.filter(|(_, column)| names_a_person(&column.name));
        let mut found: BTreeSet<String> = named.map(|(table, column)| format!("{}.{}", table.name, column.name)).collect();
        found.retain(|name| !OTHERS.iter().any(|(other, _)| other == name));
        found.extend(PEOPLE.iter().map(|name| (*name).to_owned()));
        let mut declared = BTreeMap::new();
        for reference in app.app().references().iter().filter(|reference| reference.to == Subject::Person) {
            assert!(declared.insert(reference.name(), reference.bond).is_none(), "{} is declared twice", reference.name());
        }
        assert_eq!(found, declared.keys().cloned().collect());
        assert!(found.len() > 30, "{found:?}");
    }
);

story!(capabilities::all;
    /// The statements that carry rows from one record to another fit the tables as the migrations leave them.
    async fn every_statement_about_references_is_understood(app) {
        for sql in app.app().references().iter().flat_map(|reference| reference.statements()) {
            let prepared = app.db().prepare(sql).await;
            assert!(prepared.is_ok(), "{}: {prepared:?}", sql.text);
        }
    }
);
