//! An account in whose place another one of the same person stands.

use passerelle_kernel::Id;
use passerelle_store::{Result, Tx, params};

use super::{Account, set_address};

passerelle_store::sql! {
    /// The statements about accounts that give way to another one.
    pub STATEMENTS;
    CLOSE_INTO = "UPDATE account SET closed_at = ?3, merged_into = ?2, joining_email = NULL
        WHERE id = ?1 AND closed_at IS NULL";
    MERGE = "UPDATE account SET closed_at = ?3, merged_into = ?2, joining_email = COALESCE(email, joining_email), email = NULL
        WHERE id = ?1 AND closed_at IS NULL AND came_in_at IS NULL AND password_hash IS NULL";
    PART = "UPDATE account SET closed_at = NULL, merged_into = NULL WHERE id = ?1 AND merged_into = ?2";
    WAITING_EMAIL = "SELECT joining_email FROM account WHERE id = ?1";
    MERGED = "SELECT id FROM account WHERE merged_into = ?1 ORDER BY id";
    SUCCESSOR = "SELECT merged_into FROM account WHERE id = ?1";
}

/// Closes an account in whose place another one stands now; false when it was closed already.
///
/// # Errors
/// The engine's error.
pub async fn close_into(tx: &mut Tx, id: Id<Account>, into: Id<Account>) -> Result<bool> {
    let now = tx.now();
    Ok(tx.execute(CLOSE_INTO, params![id, into, now]).await? == 1)
}

/// Closes an account that nobody has come in to, because it is about the same person as `into`; it keeps its address, which
/// others may have from then on. False when somebody has come in, or it was closed already.
///
/// # Errors
/// The engine's error.
pub async fn merge(tx: &mut Tx, id: Id<Account>, into: Id<Account>) -> Result<bool> {
    let now = tx.now();
    Ok(tx.execute(MERGE, params![id, into, now]).await? == 1)
}

/// Opens an account again that was merged into another one, under the address that it had; false when it was not.
///
/// # Errors
/// The engine's error.
pub async fn part(tx: &mut Tx, id: Id<Account>, from: Id<Account>) -> Result<bool> {
    if tx.execute(PART, params![id, from]).await? != 1 {
        return Ok(false);
    }
    let email: Option<String> = tx.one(WAITING_EMAIL, params![id], |row| row.get(0)).await?;
    set_address(tx, id, email.as_deref()).await?;
    Ok(true)
}

/// The accounts in whose place this one stands.
///
/// # Errors
/// The engine's error.
pub async fn merged(tx: &mut Tx, id: Id<Account>) -> Result<Vec<Id<Account>>> {
    tx.query(MERGED, params![id], |row| row.get(0)).await
}

/// The account that has taken the place of this one.
///
/// # Errors
/// The engine's error.
pub async fn successor(tx: &mut Tx, id: Id<Account>) -> Result<Option<Id<Account>>> {
    Ok(tx.find(SUCCESSOR, params![id], |row| row.get(0)).await?.flatten())
}
