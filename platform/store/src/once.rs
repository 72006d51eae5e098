//! A form that is sent twice (double click, bad line) acts once: its key is written with the change.
//!
//! A program that sends the same key again is told what it was told before, if it also sends the same content: of that a
//! hash is kept beside the key (its print), and the answer, which names ids only.

use sha2::{Digest as _, Sha256};

use crate::{Error, Result, Tx, params, seal::hex};

crate::sql! {
    /// The statements about forms already acted on.
    pub STATEMENTS;
    CLAIM = "INSERT INTO once (key, at, print) VALUES (?1, ?2, ?3)";
    ANSWER = "UPDATE once SET answer = ?2 WHERE key = ?1";
    FIND = "SELECT print, answer FROM once WHERE key = ?1";
}

/// What is known of a key that was acted on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acted {
    /// The print of what was sent with it, for programs.
    pub print: Option<String>,
    /// What was answered, if it was kept.
    pub answer: Option<String>,
}

/// The print of what is sent: the same for the same.
pub fn print(parts: &[&[u8]]) -> String {
    let mut all = Sha256::new();
    for part in parts {
        all.update(part.len().to_le_bytes());
        all.update(part);
    }
    hex(&all.finalize())
}

/// Takes the key in this transaction.
///
/// # Errors
/// [`Error::Repeated`] when the form was already acted on.
pub async fn claim(tx: &mut Tx, key: &str, print: Option<&str>) -> Result<()> {
    let now = tx.now();
    match tx.execute(CLAIM, params![key, now, print]).await {
        Err(Error::Unique) => Err(Error::Repeated),
        other => other.map(drop),
    }
}

/// Keeps what was answered to a program, for when it sends the same key again.
///
/// # Errors
/// The engine's error.
pub async fn keep_answer(tx: &mut Tx, key: &str, answer: &str) -> Result<()> {
    tx.execute(ANSWER, params![key, answer]).await.map(drop)
}

/// What is known of a key.
///
/// # Errors
/// The engine's error.
pub async fn find(tx: &mut Tx, key: &str) -> Result<Option<Acted>> {
    tx.find(FIND, params![key], |row| Ok(Acted { print: row.get(0)?, answer: row.get(1)? })).await
}
