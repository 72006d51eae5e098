//! Every column that names a person, an organisation or a team is declared, with what becomes of its rows when two records
//! turn out to be one.

use std::collections::{BTreeMap, BTreeSet};

use passerelle::capabilities;
use passerelle_store::reference::{Bond, Subject};
use passerelle_testkit::{TestApp, story};

/// Columns whose names look as if they named somebody, and what they hold.
const OTHERS: &[(&str, &str)] = &[
    ("proposal.answer_by", "a day"),
    ("beyond.asked_by", "the kind of somebody of the team"),
    ("invoice.credited_by", "a credit note"),
];

/// Columns that name a person under another name.
const PEOPLE: &[&str] = &["person.id", "import.made_by", "account.merged_into", "merger.kept_id", "merger.gone_id"];

/// Columns that name an organisation under another name, or in a table that is made anew from others.
const ORGANISATIONS: &[&str] = &[
    "organisation.merged_into",
    "merger.kept_id",
    "merger.gone_id",
    "entry_age.entry_id",
    "data_key.owner_id",
    "search_entry.org_id",
];

/// Columns that name a team under another name.
const TEAMS: &[&str] = &["team.merged_into", "merger.kept_id", "merger.gone_id"];

fn names_a_person(column: &str) -> bool {
    ["account_id", "person_id", "peer_id", "actor_id", "by_id"].contains(&column) || column.ends_with("_by")
}

fn names_an_organisation(column: &str) -> bool {
    ["institution_id", "organisation_id", "association_id", "network_id"].contains(&column)
        || column.ends_with("org_id")
}

fn names_a_team(column: &str) -> bool {
    column.ends_with("team_id")
}

/// The columns whose names say it, those that say it otherwise, and those declared: the same. Gives how many.
async fn declared(app: &TestApp, to: Subject, names: fn(&str) -> bool, more: &[&str]) -> usize {
    let mut tx = app.db().begin_read().await.unwrap();
    let tables = tx.tables().await.unwrap();
    let columns = tables.iter().flat_map(|table| table.columns.iter().map(move |column| (table, column)));
    let named = columns.filter(|(_, column)| names(&column.name));
    let mut found: BTreeSet<String> = named.map(|(table, column)| format!("{}.{}", table.name, column.name)).collect();
    found.retain(|name| !OTHERS.iter().any(|(other, _)| other == name));
    found.extend(more.iter().map(|name| (*name).to_owned()));
    let mut declared = BTreeMap::new();
    for reference in app.app().references().iter().filter(|reference| reference.to == to) {
        assert!(declared.insert(reference.name(), reference.bond).is_none(), "{} is declared twice", reference.name());
    }
    assert_eq!(found, declared.keys().cloned().collect(), "{to:?}");
    found.len()
}

story!(capabilities::all;
    async fn every_column_that_names_a_person_is_declared(app) {
        assert!(declared(&app, Subject::Person, names_a_person, PEOPLE).await > 30);
    }
);

story!(capabilities::all;
    async fn every_column_that_names_an_organisation_or_a_team_is_declared(app) {
        assert!(declared(&app, Subject::Organisation, names_an_organisation, ORGANISATIONS).await > 40);
        assert!(declared(&app, Subject::Team, names_a_team, TEAMS).await > 6);
        // What makes a record stay is looked for: each capability has something of the kind.
        let held: Vec<_> = app.app().references().iter().filter(|one| matches!(one.bond, Bond::Holds { .. })).collect();
        assert!(held.len() > 10 && held.iter().all(|one| one.to == Subject::Organisation), "{held:?}");
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
