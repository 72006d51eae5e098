//! SQLite: one file in WAL mode, several readers, one writer.
//!
//! Short statements run where they are called; commits, which wait for the disk, run on a thread of their own.
//! `synchronous=FULL`: what was acknowledged is on disk.

use std::{path::Path, time::Duration};

use deadpool::unmanaged::{Object, Pool, PoolConfig};
use refinery::Target;
use rusqlite::{Connection, OpenFlags, backup::Progress, config::DbConfig};

use crate::{Error, Migrations, Param, Result, Row, Sql, tx::Each};

pub(crate) struct Sqlite {
    /// Empty for a database in memory, which has one connection only.
    readers: Option<Pool<Connection>>,
    writer: Pool<Connection>,
}

const WAIT: Duration = Duration::from_secs(10);

impl Sqlite {
    pub(crate) fn open(path: &str, readers: usize) -> Result<Self> {
        let memory = path == ":memory:";
        let writer = pool(vec![connect(path, true)?])?;
        let readers = if memory {
            None
        } else {
            Some(pool((0..readers.max(1)).map(|_| connect(path, false)).collect::<Result<_>>()?)?)
        };
        Ok(Self { readers, writer })
    }

    pub(crate) async fn reader(&self) -> Result<Object<Connection>> {
        get(self.readers.as_ref().unwrap_or(&self.writer)).await
    }

    pub(crate) async fn writer(&self) -> Result<Object<Connection>> {
        get(&self.writer).await
    }

    /// For a file that is thrown away when building it fails.
    pub(crate) fn stop_waiting(&self) -> Result<()> {
        let writer = self.writer.try_get().map_err(|error| Error::Connection(error.to_string()))?;
        Ok(writer.execute_batch("PRAGMA synchronous = OFF")?)
    }

    pub(crate) async fn settle(&self) -> Result<()> {
        let writer = self.writer().await?;
        let mut settled = writer.prepare("PRAGMA wal_checkpoint(TRUNCATE)")?;
        writer.execute_batch("PRAGMA synchronous = FULL")?;
        let is_busy: i64 = settled.query_row([], |row| row.get(0))?;
        if is_busy == 0 { Ok(()) } else { Err(Error::Connection("somebody reads the file".to_owned())) }
    }

    pub(crate) async fn load(&self, file: &Path) -> Result<()> {
        if self.readers.is_some() {
            return Err(Error::Open("expected sqlite::memory:".into()));
        }
        Ok(self.writer().await?.restore("main", file, None::<fn(Progress)>)?)
    }

    /// Writes the file anew without what was deleted from it.
    pub(crate) async fn rewrite(&self) -> Result<()> {
        let writer = self.writer().await?;
        let written = tokio::task::spawn_blocking(move || {
            let written = writer.execute_batch("VACUUM");
            forget(&writer);
            written
        });
        Ok(written.await.map_err(|error| Error::Connection(error.to_string()))??)
    }

    pub(crate) async fn migrate(&self, migrations: &Migrations, target: Target) -> Result<()> {
        let mut connection = self.writer().await?;
        migrations.runner(false, target)?.run(&mut *connection).map_err(crate::migrate::failed)?;
        Ok(())
    }
}

async fn get(pool: &Pool<Connection>) -> Result<Object<Connection>> {
    pool.get().await.map_err(|error| Error::Connection(error.to_string()))
}

fn pool(connections: Vec<Connection>) -> Result<Pool<Connection>> {
    let config =
        PoolConfig { max_size: connections.len(), timeout: Some(WAIT), runtime: Some(deadpool::Runtime::Tokio1) };
    let pool = Pool::from_config(&config);
    for connection in connections {
        pool.try_add(connection).map_err(|(_, error)| Error::Connection(error.to_string()))?;
    }
    Ok(pool)
}

fn connect(path: &str, write: bool) -> Result<Connection> {
    let access = if write {
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE
    } else {
        OpenFlags::SQLITE_OPEN_READ_ONLY
    };
    let connection = Connection::open_with_flags(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.busy_timeout(WAIT)?;
    connection.set_prepared_statement_cache_capacity(512);
    // A prepared statement keeps its plan; without this SQLite plans anew for other values of a range or a limit.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    if write {
        // What is deleted is overwritten: a key that was destroyed is nowhere in the file.
        connection.execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;")?;
    }
    connection.execute_batch(
        "PRAGMA foreign_keys = ON; PRAGMA cache_size = -16000; PRAGMA mmap_size = 1073741824; PRAGMA temp_store = MEMORY;",
    )?;
    Ok(connection)
}

/// Empties the log of writes, in which what was deleted may still stand; readers are waited for, but not for ever.
pub(crate) fn forget(connection: &Connection) {
    let busy: rusqlite::Result<i64> = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0));
    match busy {
        Ok(0) => {}
        Ok(_) => tracing::warn!("the log of writes could not be emptied: somebody reads"),
        Err(error) => tracing::warn!(%error, "emptying the log of writes"),
    }
}

/// Runs a command that takes no values; prepared once per connection.
pub(crate) fn run(connection: &Connection, command: &str) -> rusqlite::Result<()> {
    connection.prepare_cached(command)?.execute([]).map(drop)
}

pub(crate) fn query(
    connection: &Connection,
    sql: &Sql,
    params: &[Param],
    erased: Option<&str>,
    each: Each<'_>,
) -> Result<()> {
    let mut statement = connection.prepare_cached(sql.text)?;
    let mut rows = statement.query(rusqlite::params_from_iter(params))?;
    while let Some(row) = rows.next()? {
        each(&Row::sqlite(row, erased))?;
    }
    Ok(())
}

pub(crate) fn execute(connection: &Connection, sql: &Sql, params: &[Param]) -> Result<u64> {
    let changed = connection.prepare_cached(sql.text)?.execute(rusqlite::params_from_iter(params))?;
    Ok(changed as u64)
}

#[cfg(test)]
mod tests {
    use rusqlite::StatementStatus;

    use super::*;

    /// With other values of a range or a limit, SQLite by itself plans a statement anew, which takes longer than a page
    /// of fifty lines does.
    #[test]
    fn a_prepared_statement_is_planned_once() {
        let connection = connect(":memory:", true).unwrap();
        connection.execute_batch("CREATE TABLE line (org TEXT, id TEXT, PRIMARY KEY (org, id))").unwrap();
        let text = "SELECT id FROM line WHERE org = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3";
        let mut statement = connection.prepare_cached(text).unwrap();
        for (before, lines) in [("z", 51), ("m", 51), ("c", 11)] {
            assert!(statement.query(("a", before, lines)).unwrap().next().unwrap().is_none());
        }
        assert_eq!(statement.get_status(StatementStatus::RePrepare), 0);
    }
}
