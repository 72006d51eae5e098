//! Every read that may be a little old is declared, with its reason, and told to the operator.

use std::collections::BTreeSet;

use passerelle::capabilities;

const OPERATIONS: &str = include_str!("../../../docs/operations.md");

#[test]
fn what_may_be_old_is_named_once_and_told_to_the_operator() {
    let mut names = BTreeSet::new();
    for stale in capabilities::all().iter().flat_map(|capability| capability.stale.iter().copied()) {
        assert!(names.insert(stale.name), "{} is named twice", stale.name);
        assert!(stale.because.len() > 20, "{}: why does it harm nobody?", stale.name);
        let line = format!("| `{}` |", stale.name);
        assert!(OPERATIONS.contains(&line), "docs/operations.md has no line for {line}");
    }
    assert!(names.len() >= 6, "{names:?}");
}

#[test]
fn what_decides_who_may_see_is_a_table_that_exists() {
    let all = capabilities::all();
    let tables: BTreeSet<&str> =
        all.iter().flat_map(|one| one.tables.iter().copied()).flatten().map(|(table, _)| *table).collect();
    for table in passerelle_access::DECIDING {
        assert!(tables.contains(table), "there is no table {table}");
    }
}
