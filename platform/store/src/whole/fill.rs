//! Filling empty tables, one transaction for all of them: either every row is there afterwards or none.

use std::pin::pin;

use tokio_postgres::{
    binary_copy::BinaryCopyInWriter,
    types::{ToSql, Type},
};

use super::{Kind, Table, scan::quoted};
use crate::{Param, Result, Tx, tx::Connection};

const REFERENCES: &str = "SELECT child.relname::text, con.conname::text FROM pg_constraint con
    JOIN pg_class child ON child.oid = con.conrelid
    WHERE con.contype = 'f' AND con.connamespace = current_schema()::regnamespace ORDER BY 1, 2";

impl Tx {
    /// From now on rows may refer to rows that come later.
    ///
    /// # Errors
    /// The engine's error.
    pub async fn references_later(&mut self) -> Result<()> {
        match self.raw()? {
            Connection::Sqlite(connection) => connection.execute_batch("PRAGMA defer_foreign_keys = ON")?,
            Connection::Postgres(_) => {
                self.alter_references("DEFERRABLE").await?;
                self.command("SET CONSTRAINTS ALL DEFERRED").await?;
            }
        }
        Ok(())
    }

    /// Every row must find now what it refers to (SQLite looks at the commit).
    ///
    /// # Errors
    /// The engine's error, which names the first that does not.
    pub async fn references_now(&mut self) -> Result<()> {
        if let Connection::Postgres(_) = self.raw()? {
            self.command("SET CONSTRAINTS ALL IMMEDIATE").await?;
            self.alter_references("NOT DEFERRABLE").await?;
        }
        Ok(())
    }

    async fn alter_references(&mut self, how: &str) -> Result<()> {
        for (table, constraint, _) in self.facts("SELECT '', '' WHERE false", REFERENCES, None).await? {
            let (table, constraint) = (quoted(&table), quoted(&constraint));
            self.command(&format!("ALTER TABLE {table} ALTER CONSTRAINT {constraint} {how}")).await?;
        }
        Ok(())
    }

    async fn command(&mut self, text: &str) -> Result<()> {
        match self.raw()? {
            Connection::Sqlite(connection) => connection.execute_batch(text)?,
            Connection::Postgres(connection) => connection.batch_execute(text).await?,
        }
        Ok(())
    }

    /// Takes every row out of the table (what a migration may have put there).
    ///
    /// # Errors
    /// The engine's error.
    pub async fn empty(&mut self, table: &Table) -> Result<()> {
        self.command(&format!("DELETE FROM {}", quoted(&table.name))).await
    }

    /// Puts rows into a table until `next` gives none; their values are in the order of the columns.
    ///
    /// # Errors
    /// The engine's error, or that of `next`.
    pub async fn fill(&mut self, table: &Table, mut next: impl FnMut() -> Result<Option<Vec<Param>>>) -> Result<()> {
        let columns: Vec<_> = table.columns.iter().map(|column| quoted(&column.name)).collect();
        let (name, columns) = (quoted(&table.name), columns.join(", "));
        match self.raw()? {
            Connection::Sqlite(connection) => {
                let places = vec!["?"; table.columns.len()].join(", ");
                let mut insert = connection.prepare(&format!("INSERT INTO {name} ({columns}) VALUES ({places})"))?;
                while let Some(values) = next()? {
                    insert.execute(rusqlite::params_from_iter(&values))?;
                }
            }
            Connection::Postgres(connection) => {
                let sink = connection.copy_in(&format!("COPY {name} ({columns}) FROM STDIN BINARY")).await?;
                let kinds: Vec<Type> = table.columns.iter().map(|column| postgres_type(column.kind)).collect();
                let mut writer = pin!(BinaryCopyInWriter::new(sink, &kinds));
                while let Some(values) = next()? {
                    let values: Vec<&(dyn ToSql + Sync)> = values.iter().map(|value| value as _).collect();
                    writer.as_mut().write(&values).await?;
                }
                writer.finish().await?;
            }
        }
        Ok(())
    }
}

fn postgres_type(kind: Kind) -> Type {
    match kind {
        Kind::Text => Type::TEXT,
        Kind::Int => Type::INT8,
        Kind::Real => Type::FLOAT8,
        Kind::Bytes => Type::BYTEA,
    }
}
