//! Every table is declared by organisation, as reference or central, on both engines.

use std::collections::BTreeMap;

use passerelle::capabilities;
use passerelle_store::{Placement, Row, Sql, Tx};
use passerelle_testkit::story;

passerelle_store::sql! {
    #[allow(dead_code, reason = "the list is for crates that bring statements")]
    STATEMENTS;
    OF_SQLITE = "SELECT t.name, (SELECT count(*) FROM pragma_table_info(t.name) c
            WHERE c.name = 'org_id' AND (c.\"notnull\" = 1 OR c.pk > 0))
        FROM pragma_table_list t WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite%'
            AND t.name NOT LIKE 'migrations%'";
    OF_POSTGRES = "SELECT CAST(t.table_name AS TEXT), (SELECT count(*) FROM information_schema.columns c
            WHERE c.table_schema = t.table_schema AND c.table_name = t.table_name
            AND c.column_name = 'org_id' AND c.is_nullable = 'NO')
        FROM information_schema.tables t
        WHERE t.table_schema = current_schema() AND t.table_name NOT LIKE 'migrations%'";
    // What must be unique, and whether `org_id` is first in it, somewhere in it, or not in it (2, 1, 0).
    UNIQUE = "SELECT CAST(c.relname AS TEXT), CAST(i.relname AS TEXT), CAST(CASE
            WHEN o.attnum = x.indkey[0] THEN 2 WHEN o.attnum = ANY (x.indkey) THEN 1 ELSE 0 END AS BIGINT)
        FROM pg_index x JOIN pg_class c ON c.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = current_schema()
        JOIN pg_attribute o ON o.attrelid = c.oid AND o.attname = 'org_id'
        WHERE x.indisunique ORDER BY c.relname, i.relname";
}

story!(capabilities::all;
    async fn every_table_is_declared_and_has_its_organisation_where_it_says_so(app) {
        let sql = if app.db().engine_name() == "SQLite" { OF_SQLITE } else { OF_POSTGRES };
        let mut tx = app.db().begin_read().await.unwrap();
        let found = tx.query(sql, &[], |row| Ok((row.get::<String>(0)?, row.get::<i64>(1)? == 1))).await.unwrap();
        let found: BTreeMap<String, bool> = found.into_iter().collect();
        let all = capabilities::all();
        let lists = all.iter().flat_map(|capability| capability.tables).copied();
        let mut declared = BTreeMap::new();
        for (table, placement) in lists.flatten() {
            assert!(declared.insert((*table).to_owned(), *placement).is_none(), "{table} is declared twice");
        }
        let names = |tables: Vec<&String>| tables.into_iter().cloned().collect::<Vec<_>>();
        assert_eq!(names(found.keys().collect()), names(declared.keys().collect()), "the schema and the declarations");
        for (table, placement) in &declared {
            let has_org = found[table];
            assert!(has_org || *placement != Placement::ByOrganisation, "{table} has rows without an organisation");
        }
        println!("{} tables on {}", found.len(), app.db().engine_name());
        if app.db().engine_name() != "SQLite" {
            tell_what_citus_would_refuse(&mut tx, &declared).await;
        }
    }
);

/// Citus wants `org_id` in all that is unique; statements that do not name it are asked of every machine.
async fn tell_what_citus_would_refuse(tx: &mut Tx, declared: &BTreeMap<String, Placement>) {
    let read = |row: &Row<'_>| Ok((row.get::<String>(0)?, row.get::<String>(1)?, row.get::<i64>(2)?));
    let mut unique = tx.query(UNIQUE, &[], read).await.unwrap();
    unique.retain(|(table, ..)| declared[table] == Placement::ByOrganisation);
    let first = unique.iter().filter(|(.., place)| *place == 2).count();
    assert!(first > 0, "no key begins with its organisation: the question is wrong");
    let without: Vec<&str> = unique.iter().filter(|(.., place)| *place == 0).map(|(_, key, _)| key.as_str()).collect();
    println!("{first} of {} unique keys begin with org_id; without it: {}", unique.len(), without.join(" "));
    let all = capabilities::all();
    let statements = all.iter().flat_map(|one| one.statements.iter().copied()).flatten();
    let by_org =
        |sql: &&&Sql| declared.iter().any(|(table, place)| *place == Placement::ByOrganisation && sql.names(table));
    let (with, everywhere): (Vec<&&Sql>, Vec<&&Sql>) = statements.filter(by_org).partition(|sql| sql.names("org_id"));
    println!("{} statements on tables by organisation name org_id, {} do not", with.len(), everywhere.len());
}
