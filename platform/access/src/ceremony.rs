//! Ceremonies: what is under way between two pages of one browser while somebody proves who they are.
//!
//! The state lies in the database (another node may serve the next page), for minutes, under the hash of a secret
//! that only this browser has. A ceremony is taken once: whoever takes it ends it.

use passerelle_kernel::{Id, Secret, Timestamp};
use passerelle_store::{Result, Tx, params};

use crate::{Account, hash};

/// How long a ceremony may take, in minutes.
pub const MINUTES: i64 = 10;

passerelle_store::sql! {
    /// The statements about ceremonies.
    pub STATEMENTS;
    INSERT = "INSERT INTO ceremony (hash, kind, account_id, state, created_at, expires_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    FIND = "SELECT account_id, state FROM ceremony WHERE hash = ?1 AND kind = ?2 AND expires_at > ?3";
    END = "DELETE FROM ceremony WHERE hash = ?1 AND kind = ?2";
    END_ALL = "DELETE FROM ceremony WHERE account_id = ?1";
    FORGET = "DELETE FROM ceremony WHERE expires_at < ?1";
}

/// Something under way.
#[derive(Clone, Debug)]
pub struct Ceremony {
    /// Whose it is, where that is known already.
    pub account: Option<Id<Account>>,
    /// What the next page needs.
    pub state: String,
}

/// Begins a ceremony of this kind; forgets those that nobody ended.
///
/// # Errors
/// The engine's error.
pub async fn begin(tx: &mut Tx, secret: &Secret, kind: &str, ceremony: &Ceremony) -> Result<()> {
    let now = tx.now();
    tx.execute(FORGET, params![now]).await?;
    let expires = now.as_millisecond() + MINUTES * 60_000;
    let values = params![hash(secret.reveal()), kind, ceremony.account, &ceremony.state, now, expires];
    tx.execute(INSERT, values).await.map(drop)
}

/// The ceremony of this kind that this secret opens, if it is not too old.
///
/// # Errors
/// The engine's error.
pub async fn find(tx: &mut Tx, secret: &str, kind: &str) -> Result<Option<Ceremony>> {
    let now = tx.now();
    let values = params![hash(secret), kind, now];
    tx.find(FIND, values, |row| Ok(Ceremony { account: row.get(0)?, state: row.get(1)? })).await
}

/// The same, and ends it: it cannot be taken twice.
///
/// # Errors
/// The engine's error.
pub async fn take(tx: &mut Tx, secret: &str, kind: &str) -> Result<Option<Ceremony>> {
    let found = find(tx, secret, kind).await?;
    let ended = tx.execute(END, params![hash(secret), kind]).await?;
    Ok(found.filter(|_| ended == 1))
}

/// Ends every ceremony of a person.
///
/// # Errors
/// The engine's error.
pub async fn end_all(tx: &mut Tx, account: Id<Account>) -> Result<()> {
    tx.execute(END_ALL, params![account]).await.map(drop)
}

/// Forgets ceremonies that ended before `instant`.
///
/// # Errors
/// The engine's error.
pub async fn forget(tx: &mut Tx, instant: Timestamp) -> Result<u64> {
    tx.execute(FORGET, params![instant]).await
}
