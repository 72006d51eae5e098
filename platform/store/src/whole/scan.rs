//! Every row of a table, one after another, however many there are.

use std::pin::pin;

use futures_util::TryStreamExt as _;

use super::{Kind, Table};
use crate::{Cell, Result, Row, Tx, tx::Connection};

impl Tx {
    /// Shows every row of the table to `each`, by primary key in byte order; the cells are in the order of the columns.
    ///
    /// # Errors
    /// The engine's error, or that of `each`.
    pub async fn scan(&mut self, table: &Table, mut each: impl FnMut(&[Cell<'_>]) -> Result<()>) -> Result<()> {
        match self.raw()? {
            Connection::Sqlite(connection) => {
                let mut statement = connection.prepare(&select(table, false))?;
                let mut rows = statement.query([])?;
                while let Some(row) = rows.next()? {
                    show(table, &Row::sqlite(row, None), &mut each)?;
                }
            }
            Connection::Postgres(connection) => {
                let none: [&str; 0] = [];
                let mut rows = pin!(connection.query_raw(&select(table, true), none).await?);
                while let Some(row) = rows.try_next().await? {
                    show(table, &Row::postgres(&row, None), &mut each)?;
                }
            }
        }
        Ok(())
    }
}

fn show(table: &Table, row: &Row<'_>, each: &mut impl FnMut(&[Cell<'_>]) -> Result<()>) -> Result<()> {
    let cells = table.columns.iter().enumerate().map(|(place, column)| {
        let cell = row.cell(place)?;
        // SQLite may keep a real number without a fraction as a whole one.
        Ok(match (column.kind, cell) {
            (Kind::Real, Cell::Int(number)) => Cell::Real(number as f64),
            _ => cell,
        })
    });
    each(&cells.collect::<Result<Vec<_>>>()?)
}

fn select(table: &Table, is_postgres: bool) -> String {
    let columns: Vec<_> = table.columns.iter().map(|column| quoted(&column.name)).collect();
    let all = || table.columns.iter().map(|column| &column.name).collect();
    let key: Vec<&String> = if table.key.is_empty() { all() } else { table.key.iter().collect() };
    let is_text = |name: &str| table.columns.iter().any(|column| column.name == name && column.kind == Kind::Text);
    let order: Vec<_> = key
        .into_iter()
        .map(|name| format!("{}{}", quoted(name), if is_postgres && is_text(name) { " COLLATE \"C\"" } else { "" }))
        .collect();
    format!("SELECT {} FROM {} ORDER BY {}", columns.join(", "), quoted(&table.name), order.join(", "))
}

/// A name as both engines want it.
pub(super) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
