//! Links that are sent by mail. A link opens a page with a button; opening it never acts.
//!
//! Only the hash of a link's secret is kept. A link has one purpose and one subject, and an end.

use passerelle_kernel::{Secret, Timestamp};
use passerelle_store::{Result, Tx, params};

use crate::hash;

/// The purpose of a link by which one comes in; its subject is the account.
pub const SIGN_IN: &str = "sign-in";

passerelle_store::sql! {
    /// The statements about links.
    pub STATEMENTS;
    INSERT = "INSERT INTO link (hash, purpose, subject_id, created_at, expires_at) VALUES (?1, ?2, ?3, ?4, ?5)";
    FIND = "SELECT subject_id, expires_at, used_at FROM link WHERE hash = ?1 AND purpose = ?2";
    USE = "UPDATE link SET used_at = ?2 WHERE hash = ?1 AND used_at IS NULL";
    REVOKE = "DELETE FROM link WHERE purpose = ?1 AND subject_id = ?2";
}

/// A link as it is found when somebody opens it.
#[derive(Clone, Debug)]
pub struct Link {
    /// The record that it leads to.
    pub subject: String,
    expires_at: Timestamp,
    used_at: Option<Timestamp>,
}

impl Link {
    /// Whether the link is too old.
    pub fn is_expired(&self, now: Timestamp) -> bool {
        self.expires_at <= now
    }

    /// Whether the link was used already; only links that act once are marked so.
    pub fn is_used(&self) -> bool {
        self.used_at.is_some()
    }
}

/// Writes a link that leads to `subject` for `days`.
///
/// # Errors
/// The engine's error.
pub async fn create(tx: &mut Tx, secret: &Secret, purpose: &str, subject: &str, days: i64) -> Result<()> {
    let now = tx.now();
    let expires = now.as_millisecond() + days * 86_400_000;
    tx.execute(INSERT, params![hash(secret.reveal()), purpose, subject, now, expires]).await.map(drop)
}

/// The link that this secret opens for this purpose, even if it is too old (to say so).
///
/// # Errors
/// The engine's error.
pub async fn find(tx: &mut Tx, secret: &str, purpose: &str) -> Result<Option<Link>> {
    tx.find(FIND, params![hash(secret), purpose], |row| {
        Ok(Link { subject: row.get(0)?, expires_at: row.get(1)?, used_at: row.get(2)? })
    })
    .await
}

/// Marks a link that acts once as used; false when somebody used it before.
///
/// # Errors
/// The engine's error.
pub async fn spend(tx: &mut Tx, secret: &str) -> Result<bool> {
    let now = tx.now();
    Ok(tx.execute(USE, params![hash(secret), now]).await? == 1)
}

/// Ends every link of this purpose to `subject`.
///
/// # Errors
/// The engine's error.
pub async fn revoke(tx: &mut Tx, purpose: &str, subject: &str) -> Result<u64> {
    tx.execute(REVOKE, params![purpose, subject]).await
}
