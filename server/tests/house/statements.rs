//! Every statement is understood by both engines.

use passerelle::capabilities;
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
