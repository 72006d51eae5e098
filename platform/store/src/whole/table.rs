//! Which tables there are, and in which order they can be filled.

use std::collections::BTreeSet;

use tokio_postgres::types::ToSql;

use crate::{Error, Result, Tx, tx::Connection};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text,
    /// Whole numbers.
    Int,
    /// Real numbers.
    Real,
    /// Bytes.
    Bytes,
}

impl Kind {
    /// By the name that either engine gives the type.
    fn find(name: &str) -> Option<Self> {
        match name.to_ascii_lowercase().as_str() {
            "text" | "varchar(255)" | "character varying" => Some(Self::Text),
            "bigint" | "integer" | "int4" => Some(Self::Int),
            "double precision" => Some(Self::Real),
            "blob" | "bytea" => Some(Self::Bytes),
            _ => None,
        }
    }
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub kind: Kind,
}

/// A table of ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Its columns, by name.
    pub columns: Vec<Column>,
    /// The columns of its primary key, in the order of the key.
    pub key: Vec<String>,
    /// The tables that it refers to (itself is not named).
    pub parents: BTreeSet<String>,
}

const SQLITE_TABLES: &str = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' ORDER BY name";
const SQLITE_COLUMNS: &str = "SELECT name, type, pk FROM pragma_table_info(?1) ORDER BY name";
const SQLITE_PARENTS: &str = "SELECT DISTINCT \"table\" FROM pragma_foreign_key_list(?1)";

const POSTGRES_TABLES: &str =
    "SELECT relname::text FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p')
    ORDER BY 1";
const POSTGRES_COLUMNS: &str = "SELECT c.column_name::text, c.data_type::text, COALESCE(k.ordinal_position, 0)::bigint
    FROM information_schema.columns c
    LEFT JOIN information_schema.table_constraints t ON t.table_schema = c.table_schema
        AND t.table_name = c.table_name AND t.constraint_type = 'PRIMARY KEY'
    LEFT JOIN information_schema.key_column_usage k ON k.constraint_schema = t.constraint_schema
        AND k.constraint_name = t.constraint_name AND k.table_name = c.table_name AND k.column_name = c.column_name
    WHERE c.table_schema = current_schema() AND c.table_name = $1 ORDER BY c.column_name COLLATE \"C\"";
const POSTGRES_PARENTS: &str = "SELECT DISTINCT parent.relname::text FROM pg_constraint con
    JOIN pg_class child ON child.oid = con.conrelid JOIN pg_class parent ON parent.oid = con.confrelid
    WHERE con.contype = 'f' AND con.connamespace = current_schema()::regnamespace AND child.relname = $1";

impl Tx {
    /// Every table of ours, each after those it refers to.
    ///
    /// # Errors
    /// The engine's error; [`Error::Open`] when a column holds something that only one engine knows.
    pub async fn tables(&mut self) -> Result<Vec<Table>> {
        let mut tables = Vec::new();
        for name in self.table_names().await? {
            if !["migrations_", "sqlite_", "search_"].iter().any(|beginning| name.starts_with(beginning)) {
                tables.push(self.table(name).await?);
            }
        }
        Ok(parents_first(tables))
    }

    pub(super) async fn table_names(&mut self) -> Result<Vec<String>> {
        let rows = self.facts(SQLITE_TABLES, POSTGRES_TABLES, None).await?;
        Ok(rows.into_iter().map(|row| row.0).collect())
    }

    async fn table(&mut self, name: String) -> Result<Table> {
        let found = self.facts(SQLITE_COLUMNS, POSTGRES_COLUMNS, Some(&name)).await?;
        let mut key: Vec<(i64, String)> = found.iter().filter(|c| c.2 > 0).map(|c| (c.2, c.0.clone())).collect();
        key.sort();
        let columns = found.into_iter().map(|(column, kind, _)| match Kind::find(&kind) {
            Some(kind) => Ok(Column { name: column, kind }),
            None => Err(Error::Open(format!("{name}.{column} is a {kind}: only one engine knows that"))),
        });
        let columns = columns.collect::<Result<_>>()?;
        let parents = self.facts(SQLITE_PARENTS, POSTGRES_PARENTS, Some(&name)).await?;
        let parents = parents.into_iter().map(|row| row.0).filter(|parent| *parent != name).collect();
        Ok(Table { name, columns, key: key.into_iter().map(|(_, column)| column).collect(), parents })
    }

    /// What an engine tells of itself: up to two texts and a number a row.
    pub(super) async fn facts(
        &mut self,
        sqlite: &str,
        postgres: &str,
        about: Option<&str>,
    ) -> Result<Vec<(String, String, i64)>> {
        match self.raw()? {
            Connection::Sqlite(connection) => {
                let mut statement = connection.prepare(sqlite)?;
                let width = statement.column_count();
                let rows = statement.query_map(rusqlite::params_from_iter(about), |row| {
                    let kind = if width > 1 { row.get(1)? } else { String::new() };
                    Ok((row.get(0)?, kind, if width > 2 { row.get(2)? } else { 0 }))
                })?;
                Ok(rows.collect::<rusqlite::Result<_>>()?)
            }
            Connection::Postgres(connection) => {
                let params: Vec<&(dyn ToSql + Sync)> = about.iter().map(|about| about as _).collect();
                let rows = connection.query(postgres, &params).await?;
                let read = |row: &tokio_postgres::Row| {
                    let kind = if row.len() > 1 { row.try_get(1)? } else { String::new() };
                    Ok((row.try_get(0)?, kind, if row.len() > 2 { row.try_get(2)? } else { 0 }))
                };
                rows.iter().map(read).collect()
            }
        }
    }
}

/// Each table after its parents; tables that refer to each other in a circle come last, by name.
fn parents_first(mut waiting: Vec<Table>) -> Vec<Table> {
    let mut ordered: Vec<Table> = Vec::new();
    loop {
        let is_ready = |table: &Table| table.parents.iter().all(|parent| ordered.iter().any(|t| t.name == *parent));
        let Some(next) = waiting.iter().position(is_ready) else { break };
        ordered.push(waiting.remove(next));
    }
    ordered.extend(waiting);
    ordered
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(name: &str, parents: &[&str]) -> Table {
        let parents = parents.iter().map(|&parent| parent.to_owned()).collect();
        Table { name: name.to_owned(), columns: Vec::new(), key: Vec::new(), parents }
    }

    #[test]
    fn a_table_comes_after_those_it_refers_to() {
        let ordered = parents_first(vec![
            table("account", &[]),
            table("agreement_mission", &["mission", "agreement"]),
            table("agreement", &["organisation"]),
            table("egg", &["hen"]),
            table("hen", &["egg"]),
            table("mission", &[]),
            table("organisation", &[]),
        ]);
        let names: Vec<_> = ordered.iter().map(|table| table.name.as_str()).collect();
        assert_eq!(names, ["account", "mission", "organisation", "agreement", "agreement_mission", "egg", "hen"]);
    }
}
