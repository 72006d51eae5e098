//! Linking: events that wait become links, in the order of their moments.

use super::head::{Head, content, event_columns};
use crate::{Db, Result, params};

/// The most events that one transaction links.
const BATCH: i64 = 500;

crate::sql! {
    /// The statements about linking.
    pub(crate) STATEMENTS;
    WAITS = "SELECT event_id FROM event_waiting LIMIT 1";
    // On PostgreSQL the row is held until the commit: nodes link one after another, and none links beside the chain.
    HOLD = "UPDATE event_head SET number = number WHERE id = 1 RETURNING number, hash";
    WAITING = concat!("SELECT ", event_columns!(), " FROM event_waiting w JOIN event e ON e.id = w.event_id
        ORDER BY w.event_id LIMIT ?1");
    LINK = "INSERT INTO event_link (number, event_id, content, hash) VALUES (?1, ?2, ?3, ?4)";
    LINKED = "DELETE FROM event_waiting WHERE event_id IN (SELECT event_id FROM event_link WHERE number > ?1)";
    MOVE = "UPDATE event_head SET number = ?1, hash = ?2 WHERE id = 1";
}

/// Links every event that waits; gives how many. Several nodes may do so at once.
///
/// # Errors
/// The engine's error; what was linked until then stays so.
pub async fn link(db: &Db) -> Result<usize> {
    let mut linked = 0;
    while is_waited(db).await? {
        match link_some(db).await? {
            0 => break,
            count => linked += count,
        }
    }
    Ok(linked)
}

async fn is_waited(db: &Db) -> Result<bool> {
    Ok(db.begin_read().await?.find(WAITS, &[], |_| Ok(())).await?.is_some())
}

async fn link_some(db: &Db) -> Result<usize> {
    let mut tx = db.begin_brief().await?;
    let before = tx.one(HOLD, &[], |row| Head::read(row, 0)).await?;
    let waiting = tx.query(WAITING, params![BATCH], |row| Ok((row.get::<String>(1)?, content(row, 0)?))).await?;
    let mut head = before;
    for (event, content) in &waiting {
        head = head.next(event, content);
        tx.execute(LINK, params![head.number, event, content.to_vec(), head.bytes()]).await?;
    }
    tx.execute(MOVE, params![head.number, head.bytes()]).await?;
    tx.execute(LINKED, params![before.number]).await?;
    tx.commit().await?;
    Ok(waiting.len())
}
