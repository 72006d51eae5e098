//! All that a database holds, to be compared before and after.

use passerelle_store::Cell;

use crate::TestApp;

/// What a night, a look or a click writes by itself.
const BESIDE: [&str; 8] = ["event", "event_waiting", "event_link", "event_head", "merger", "job", "session", "once"];

impl TestApp {
    /// Every row of every table, in an order of their own; without what is written beside an act, and the index of words.
    pub async fn everything(&self) -> Vec<String> {
        let mut tx = self.db().begin_read().await.unwrap();
        let mut all = Vec::new();
        for table in tx.tables().await.unwrap() {
            if BESIDE.contains(&table.name.as_str()) || table.name.starts_with("search") {
                continue;
            }
            tx.scan(&table, |cells| {
                let told: Vec<String> = cells
                    .iter()
                    .map(|cell| match cell {
                        Cell::Text(text) => (*text).to_owned(),
                        other => format!("{other:?}"),
                    })
                    .collect();
                all.push(format!("{} {}", table.name, told.join("|")));
                Ok(())
            })
            .await
            .unwrap();
        }
        all.sort();
        all
    }
}
