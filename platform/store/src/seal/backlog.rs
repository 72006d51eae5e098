//! Seals what an earlier version has left in clear: in chunks, each one transaction, so that it may be stopped and
//! begun again at any time, by several nodes at once.

use super::Sealed;
use crate::{Db, Error, Result, params};

/// Seals every text of these fields that lies in clear; gives how many there were, by field, for fields with any.
/// `tell` hears of every chunk. Afterwards what the engine has left of them in its file is removed.
///
/// # Errors
/// [`Error::MasterKey`] when there is none; the engine's error.
pub async fn seal_backlog(db: &Db, fields: &[&'static Sealed], tell: impl Fn(&str, u64)) -> Result<Vec<(String, u64)>> {
    let mut sealed = Vec::new();
    for field in fields {
        let (mut after, mut count) = (String::new(), 0);
        loop {
            match chunk(db, field, &after).await {
                Ok(None) => break,
                Ok(Some((last, rows))) => (after, count) = (last, count + rows),
                Err(Error::Conflict) => continue,
                Err(error) => return Err(error),
            }
            tell(&field.name(), count);
        }
        if count > 0 {
            sealed.push((field.name(), count));
        }
    }
    if !sealed.is_empty() {
        db.forget_traces(fields).await?;
    }
    Ok(sealed)
}

/// The last row of a chunk and how many were sealed; nothing when there are none left.
async fn chunk(db: &Db, field: &'static Sealed, after: &str) -> Result<Option<(String, u64)>> {
    let [find, done] = field.clear else { return Ok(None) };
    let mut tx = db.begin_write().await?;
    let rows: Vec<(String, String, String)> =
        tx.query(find, params![after], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).await?;
    let Some((last, ..)) = rows.last().cloned() else { return Ok(None) };
    let mut count = 0;
    for (row, owner, text) in &rows {
        let sealed = tx.seal(field, owner, row, text).await?;
        count += tx.execute(done, &[row.into(), sealed, text.into()]).await?;
    }
    tx.commit().await?;
    Ok(Some((last, count)))
}
