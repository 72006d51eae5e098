//! Sessions: a login on one device. The cookie holds a secret; the table holds its hash.

use passerelle_kernel::{Date, Id, Secret, Timestamp};
use passerelle_store::{Result, Tx, params};

use crate::{Account, Actor, Membership, hash, membership};

/// How long a session lasts, in days.
pub const DAYS: i64 = 30;

passerelle_store::sql! {
    /// The statements about sessions.
    pub STATEMENTS;
    INSERT = "INSERT INTO session (hash, account_id, membership_id, created_at, expires_at) VALUES (?1, ?2, ?3, ?4, ?5)";
    ACTOR = "SELECT a.id, a.name, a.language, a.zone,
        m.id, m.account_id, m.org_id, m.team_id, m.role, m.place_name, m.from_on, m.until_on
        FROM session s JOIN account a ON a.id = s.account_id
        LEFT JOIN membership m ON m.id = s.membership_id AND m.from_on <= ?3 AND (m.until_on IS NULL OR m.until_on >= ?3)
        WHERE s.hash = ?1 AND s.expires_at > ?2 AND a.closed_at IS NULL";
    SIT = "UPDATE session SET membership_id = ?2 WHERE hash = ?1";
    END = "DELETE FROM session WHERE hash = ?1";
    END_ALL = "DELETE FROM session WHERE account_id = ?1";
    FORGET = "DELETE FROM session WHERE expires_at < ?1";
}

/// Begins a session in the first role that the person holds on this day; gives the secret for the cookie.
///
/// # Errors
/// The engine's error.
pub async fn begin(tx: &mut Tx, account: Id<Account>, secret: &Secret, on: Date) -> Result<()> {
    let seat = membership::of_account(tx, account, on).await?.first().map(|m| m.id);
    let now = tx.now();
    let expires = now.as_millisecond() + DAYS * 86_400_000;
    tx.execute(INSERT, params![hash(secret.reveal()), account, seat, now, expires]).await.map(drop)
}

/// The person whose session this secret opens, in the role they sit in, if that role holds on this day.
///
/// # Errors
/// The engine's error.
pub async fn actor(tx: &mut Tx, secret: &str, now: Timestamp, on: Date) -> Result<Option<Actor>> {
    tx.find(ACTOR, params![hash(secret), now, on], |row| {
        let seated = row.get::<Option<String>>(4)?.is_some();
        Ok(Actor {
            account: row.get(0)?,
            name: row.get(1)?,
            language: row.get(2)?,
            zone: row.get(3)?,
            seat: if seated { Some(membership::read(row, 4)?) } else { None },
        })
    })
    .await
}

/// Lets the person of this session act in another of their roles.
///
/// # Errors
/// The engine's error.
pub async fn sit(tx: &mut Tx, secret: &str, seat: Id<Membership>) -> Result<()> {
    tx.execute(SIT, params![hash(secret), seat]).await.map(drop)
}

/// Ends this session.
///
/// # Errors
/// The engine's error.
pub async fn end(tx: &mut Tx, secret: &str) -> Result<()> {
    tx.execute(END, params![hash(secret)]).await.map(drop)
}

/// Ends every session of a person (after a new password).
///
/// # Errors
/// The engine's error.
pub async fn end_all(tx: &mut Tx, account: Id<Account>) -> Result<()> {
    tx.execute(END_ALL, params![account]).await.map(drop)
}

/// Forgets sessions that ended before `instant`.
///
/// # Errors
/// The engine's error.
pub async fn forget(tx: &mut Tx, instant: Timestamp) -> Result<u64> {
    tx.execute(FORGET, params![instant]).await
}
