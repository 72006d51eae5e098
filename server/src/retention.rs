//! What is kept longer than it may be: what the next night removes, told line by line. Nothing is changed.

use anyhow::Result;
use passerelle_kernel::Date;
use passerelle_privacy::leavers;
use passerelle_web::{App, overdue};

/// A line for each table from which something goes, a line for people, and the sum.
///
/// # Errors
/// The engine's error.
pub async fn told(app: &App) -> Result<Vec<String>> {
    let mut lines = vec![line("table", "kept", "rows", "oldest", "newest")];
    let mut rows = 0;
    for one in overdue(app).await?.into_iter().filter(|one| one.due.rows > 0) {
        rows += one.due.rows;
        let (oldest, newest) = (day(one.due.oldest), day(one.due.newest));
        lines.push(line(one.table, one.term.as_str(), &one.due.rows.to_string(), &oldest, &newest));
    }
    let people = leavers(app).await?;
    let (oldest, newest) = (day(people.oldest), day(people.newest));
    lines.push(line("people", "membership", &people.people.to_string(), &oldest, &newest));
    lines.push(format!("The next night removes {rows} rows and erases {} people. Nothing was changed.", people.people));
    Ok(lines)
}

fn line(table: &str, kept: &str, rows: &str, oldest: &str, newest: &str) -> String {
    format!("{table:20} {kept:12} {rows:>8}  {oldest:10}  {newest}").trim_end().to_owned()
}

fn day(day: Option<Date>) -> String {
    day.map_or_else(|| "-".to_owned(), |day| day.to_string())
}
