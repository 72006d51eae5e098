//! The secrets of a webhook: exchanged without a gap, for messages are signed with both while its program is given the new one.

use passerelle_kernel::{Chance, Timestamp};
use passerelle_store::{Result, Row, Tx, params, seal::Opened};

use super::{FORMER, SECRET, Webhook, signature};

/// For how long messages are signed with the former secret too, once there is a new one.
const OVERLAP_MILLIS: i64 = 48 * 60 * 60 * 1_000;

passerelle_store::sql! {
    /// The statements about secrets of webhooks.
    pub(crate) OF_SECRETS;
    SECRETS = "SELECT secret, former_secret, former_until FROM webhook WHERE id = ?1";
    FORGET_FORMER = "UPDATE webhook SET former_secret = NULL, former_until = NULL WHERE former_until <= ?1";
    RENEW = "UPDATE webhook SET secret = ?2, former_secret = ?3, former_until = ?4 WHERE id = ?1";
}

/// The secrets with which its messages are signed now, the newest first; none when they do not open any more.
///
/// # Errors
/// The engine's error.
pub async fn open(tx: &mut Tx, webhook: &Webhook) -> Result<Vec<String>> {
    type Kept = (Option<Vec<u8>>, Option<Vec<u8>>, Option<Timestamp>);
    let read = |row: &Row<'_>| -> Result<Kept> { Ok((row.get(0)?, row.get(1)?, row.get(2)?)) };
    let Some((secret, former, until)) = tx.find(SECRETS, params![webhook.id], read).await? else {
        return Ok(Vec::new());
    };
    let former = former.filter(|_| until.is_some_and(|until| until > tx.now()));
    let mut secrets = Vec::new();
    for (field, bytes) in [(SECRET, secret), (FORMER, former)] {
        let Some(bytes) = bytes else { continue };
        if let Opened::Text(text) = tx.open_as_it_is(field, webhook.account, webhook.id, Some(&bytes)).await? {
            secrets.push(text);
        }
    }
    Ok(secrets)
}

/// Forgets the former secrets that nothing is signed with any more; gives how many there were.
///
/// # Errors
/// The engine's error.
pub async fn forget_former(tx: &mut Tx) -> Result<u64> {
    let now = tx.now();
    tx.execute(FORGET_FORMER, params![now]).await
}

/// Gives it a new secret, which nobody sees again; for two days its messages are signed with both.
///
/// # Errors
/// The engine's error.
pub async fn renew(tx: &mut Tx, webhook: &Webhook, chance: &Chance) -> Result<String> {
    let former = open(tx, webhook).await?.into_iter().next();
    let secret = signature::new_secret(chance);
    let sealed = tx.seal(SECRET, webhook.account, webhook.id, &secret).await?;
    let former = tx.seal_opt(FORMER, webhook.account, webhook.id, former.as_deref()).await?;
    let until = tx.now().as_millisecond() + OVERLAP_MILLIS;
    tx.execute(RENEW, params![webhook.id, sealed, former, until]).await?;
    Ok(secret)
}
