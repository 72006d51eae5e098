//! Every table is declared by organisation, as reference or central, on both engines.

use std::collections::BTreeMap;

use passerelle::capabilities;
use passerelle_store::Placement;
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
        for (table, placement) in declared {
            let has_org = found[&table];
            assert!(has_org || placement != Placement::ByOrganisation, "{table} has rows without an organisation");
        }
        println!("{} tables on {}", found.len(), app.db().engine_name());
    }
);
