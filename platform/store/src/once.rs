//! A form that is sent twice (double click, bad line) acts once: its key is written with the change.

use crate::{Error, Result, Tx, params};

crate::sql! {
    /// The statements about forms already acted on.
    pub STATEMENTS;
    CLAIM = "INSERT INTO once (key, at) VALUES (?1, ?2)";
}

/// Takes the key in this transaction.
///
/// # Errors
/// [`Error::Repeated`] when the form was already acted on.
pub async fn claim(tx: &mut Tx, key: &str) -> Result<()> {
    let now = tx.now();
    match tx.execute(CLAIM, params![key, now]).await {
        Err(Error::Unique) => Err(Error::Repeated),
        other => other.map(drop),
    }
}
