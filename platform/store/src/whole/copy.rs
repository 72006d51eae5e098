//! A copy of a SQLite file while it is used: one moment of it, complete, in one file of its own.

use std::path::Path;

use rusqlite::{Connection, OpenFlags, backup::Backup};

use crate::{Error, Result};

/// Copies the SQLite file `from` to the new file `to`, as of one moment; readers and writers go on meanwhile.
///
/// # Errors
/// The engine's error.
pub fn copy_sqlite(from: &Path, to: &Path) -> Result<()> {
    let access = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let source = Connection::open_with_flags(from, access)?;
    source.busy_timeout(std::time::Duration::from_secs(10))?;
    let mut copy = Connection::open(to)?;
    // In one step: a copy in several begins again whenever somebody writes between two of them.
    Backup::new(&source, &mut copy)?.run_to_completion(i32::MAX, std::time::Duration::from_millis(50), None)?;
    // Everything in the one file, nothing beside it.
    copy.pragma_update(None, "journal_mode", "DELETE")?;
    copy.close().map_err(|(_, error)| error)?;
    std::fs::File::open(to).and_then(|file| file.sync_all())?;
    Ok(())
}

/// Whether a SQLite file is whole: its pages, its indexes, and that every row finds what it refers to.
///
/// # Errors
/// [`Error::Damaged`] with what SQLite says of it.
pub fn check_copy(file: &Path) -> Result<()> {
    let connection = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    check(&connection)
}

pub(crate) fn check(connection: &Connection) -> Result<()> {
    let found: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if found != "ok" {
        return Err(Error::Damaged(found));
    }
    let mut dangling = connection.prepare("SELECT \"table\", parent FROM pragma_foreign_key_check LIMIT 1")?;
    let mut rows = dangling.query([])?;
    match rows.next()? {
        None => Ok(()),
        Some(row) => {
            let (table, parent): (String, String) = (row.get(0)?, row.get(1)?);
            Err(Error::Damaged(format!("a row of {table} refers to a row of {parent} that is not there")))
        }
    }
}
