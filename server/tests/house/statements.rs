//! Every statement is understood by both engines.

use passerelle::capabilities;
use passerelle_store::{Sql, params, seal::Sealed};
use passerelle_testkit::story;

story!(capabilities::all;
    /// Every statement of every capability is prepared with the tables as the migrations leave them.
    async fn every_statement_is_understood(app) {
        let mut count = 0;
        for capability in capabilities::all() {
            for sql in capability.statements.iter().copied().flatten() {
                let prepared = app.db().prepare(sql).await;
                assert!(prepared.is_ok(), "{}: {}: {prepared:?}", capability.name, sql.name);
                count += 1;
            }
        }
        assert!(count > 30, "only {count} statements were found");
        println!("{count} statements on {}", app.db().engine_name());
    }
);

story!(capabilities::all;
    /// A start looks for texts that an earlier version has left in clear, and reads no whole table for it.
    async fn texts_left_in_clear_are_found_by_an_index(app) {
        if app.db().engine_name() != "SQLite" {
            return;
        }
        let all = capabilities::all();
        let fields = all.iter().flat_map(|one| one.sealed.iter().copied().flatten()).filter(|field| !field.clear.is_empty());
        let mut tx = app.write().await;
        let mut count = 0;
        for field in fields.copied().collect::<Vec<&Sealed>>() {
            let text = Box::leak(format!("EXPLAIN QUERY PLAN {}", field.clear[0].text).into_boxed_str());
            let explain: &'static Sql = Box::leak(Box::new(Sql { name: "EXPLAIN", text }));
            let plan = tx.query(explain, params![""], |row| row.get::<String>(3)).await.unwrap();
            let index = format!("USING INDEX {}_{}", field.table, field.column);
            assert!(plan.iter().any(|step| step.contains(&index) && step.contains("_clear")), "{}: {plan:?}", field.name());
            count += 1;
        }
        assert!(count > 10, "only {count} fields were found");
    }
);
