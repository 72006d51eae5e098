//! Changing the address of one's own account: asked from the account, made by a link to the new address, and undone for
//! some days by a link to the old one, in case somebody else did it.
//!
//! Whether another account has the new address plays no part before its mailbox has answered.

use passerelle_kernel::{Id, Timestamp};
use passerelle_store::{Error, Result, Row, Sql, Tx, params, seal::Opened};

use crate::{
    Account, account, account::normal_email, authenticator, ceremony, link, passkey, recovery, session, token, webhook,
};

/// For how many days the link to the new address makes the change.
pub const CONFIRM_DAYS: i64 = 1;
/// For how many days the link to the old address undoes it.
pub const UNDO_DAYS: i64 = 7;

const DAY: i64 = 86_400_000;

passerelle_store::sealed! {
    /// What is sealed of changes of addresses.
    pub SEALED;
    NEW = email_change.new_email, row "id", owner Person "account_id",
        "A change of address: the new one", "Says who is in contact with a peer support service";
    OLD = email_change.old_email, row "id", owner Person "account_id",
        "A change of address: the old one", "Says who is in contact with a peer support service";
}

passerelle_store::sql! {
    /// The statements about changes of addresses.
    pub STATEMENTS;
    INSERT = "INSERT INTO email_change (id, account_id, new_email, asked_at) VALUES (?1, ?2, ?3, ?4)";
    BY_ID = "SELECT id, account_id, new_email, old_email, asked_at, made_at FROM email_change
        WHERE id = ?1 AND ended_at IS NULL";
    WAITING = "SELECT id, account_id, new_email, old_email, asked_at, made_at FROM email_change
        WHERE account_id = ?1 AND ended_at IS NULL AND made_at IS NULL AND asked_at > ?2 ORDER BY id DESC LIMIT 1";
    DROP_WAITING = "DELETE FROM email_change WHERE account_id = ?1 AND made_at IS NULL";
    MAKE = "UPDATE email_change SET made_at = ?2, old_email = ?3 WHERE id = ?1 AND made_at IS NULL AND ended_at IS NULL";
    END_ALL = "UPDATE email_change SET ended_at = ?2 WHERE account_id = ?1 AND ended_at IS NULL";
}

/// A change that was asked for, or made.
#[derive(Clone, Debug)]
pub struct EmailChange {
    /// Its id.
    pub id: Id<EmailChange>,
    /// Whose address it is.
    pub account: Id<Account>,
    /// The new address.
    pub new: String,
    /// The address before, once the change was made and if there was one.
    pub old: Option<String>,
    asked_at: Timestamp,
    made_at: Option<Timestamp>,
}

impl EmailChange {
    /// Whether the link to the new address still makes the change.
    pub fn waits(&self, now: Timestamp) -> bool {
        self.made_at.is_none() && now.as_millisecond() < self.asked_at.as_millisecond() + CONFIRM_DAYS * DAY
    }

    /// Whether the link to the old address still undoes the change.
    pub fn may_be_undone(&self, now: Timestamp) -> bool {
        self.old.is_some()
            && self.made_at.is_some_and(|at| now.as_millisecond() < at.as_millisecond() + UNDO_DAYS * DAY)
    }
}

type Read = (EmailChange, Vec<u8>, Option<Vec<u8>>);

fn read(row: &Row<'_>) -> Result<Read> {
    let change = EmailChange {
        id: row.get(0)?,
        account: row.get(1)?,
        new: String::new(),
        old: None,
        asked_at: row.get(4)?,
        made_at: row.get(5)?,
    };
    Ok((change, row.get(2)?, row.get(3)?))
}

async fn first(tx: &mut Tx, sql: &'static Sql, values: &[passerelle_store::Param]) -> Result<Option<EmailChange>> {
    let Some((mut change, new, old)) = tx.find(sql, values, read).await? else { return Ok(None) };
    let (account, id) = (change.account, change.id);
    // What does not open is no address: such a change is none.
    let Opened::Text(new) = tx.open_as_it_is(NEW, account, id, Some(&new)).await? else { return Ok(None) };
    let Opened::Text(old) = tx.open_as_it_is(OLD, account, id, old.as_deref()).await? else { return Ok(None) };
    (change.new, change.old) = (new, Some(old).filter(|old| !old.is_empty()));
    Ok(Some(change))
}

/// Asks for a change, in place of one that was asked for and not made.
///
/// # Errors
/// The engine's error.
pub async fn ask(tx: &mut Tx, account: Id<Account>, new: &str) -> Result<Id<EmailChange>> {
    let (id, now): (Id<EmailChange>, _) = (tx.new_id(), tx.now());
    let sealed = tx.seal(NEW, account, id, &normal_email(new)).await?;
    tx.execute(DROP_WAITING, params![account]).await?;
    tx.execute(INSERT, params![id, account, sealed, now]).await?;
    Ok(id)
}

/// The change with this id, if it was not undone.
///
/// # Errors
/// The engine's error.
pub async fn find(tx: &mut Tx, id: Id<EmailChange>) -> Result<Option<EmailChange>> {
    first(tx, BY_ID, params![id]).await
}

/// The change that waits for a word from the new address.
///
/// # Errors
/// The engine's error.
pub async fn waiting(tx: &mut Tx, account: Id<Account>) -> Result<Option<EmailChange>> {
    let since = tx.now().as_millisecond() - CONFIRM_DAYS * DAY;
    first(tx, WAITING, params![account, since]).await
}

/// Makes a change: the account has the new address, and what waits at the old one opens nothing any more. Gives the
/// address before; nothing when it was made already.
///
/// # Errors
/// [`Error::Unique`] when another account has the new address.
pub async fn make(tx: &mut Tx, change: &EmailChange) -> Result<Option<Account>> {
    let (id, account, now) = (change.id, change.account, tx.now());
    let Some(before) = account::find(tx, account).await? else { return Ok(None) };
    let old = tx.seal_opt(OLD, account, id, before.email.as_deref()).await?;
    if tx.execute(MAKE, params![id, now, old]).await? != 1 {
        return Ok(None);
    }
    account::set_email(tx, account, Some(&change.new)).await?;
    link::revoke(tx, link::SIGN_IN, &account.to_string()).await?;
    Ok(Some(before))
}

/// Undoes a change: the account has its old address again. Whoever made the change may have made more of it, so every
/// session, every token and every webhook ends, and the password, the codes on paper, and proofs younger than the change open nothing any more. Gives the
/// account as it was until now, with the address that is dropped.
///
/// # Errors
/// [`Error::Unique`] when another account has the old address meanwhile.
pub async fn undo(tx: &mut Tx, change: &EmailChange) -> Result<Account> {
    let (account, now) = (change.account, tx.now());
    let until_now = account::find(tx, account).await?.ok_or(Error::NoRow)?;
    tx.execute(END_ALL, params![account, now]).await?;
    account::set_email(tx, account, change.old.as_deref()).await?;
    account::drop_password(tx, account).await?;
    authenticator::remove_since(tx, account, change.asked_at).await?;
    passkey::remove_since(tx, account, change.asked_at).await?;
    recovery::remove(tx, account).await?;
    session::end_all(tx, account).await?;
    token::end_all(tx, account).await?;
    webhook::end_all(tx, account).await?;
    ceremony::end_all(tx, account).await?;
    link::revoke(tx, link::SIGN_IN, &account.to_string()).await?;
    Ok(until_now)
}

/// Ends every change of an account (its owner came back another way).
///
/// # Errors
/// The engine's error.
pub async fn end_all(tx: &mut Tx, account: Id<Account>) -> Result<()> {
    let now = tx.now();
    tx.execute(END_ALL, params![account, now]).await.map(drop)
}
