//! Accounts: a person as the system greets them. An account without an e-mail cannot sign in.

use passerelle_kernel::{Date, Id, Language, Timestamp};
use passerelle_store::{Result, Row, Tx, params};

pub(crate) mod merging;

pub use merging::{close_into, merge, merged, part, successor};

/// A person as the system greets them.
#[derive(Clone, Debug)]
pub struct Account {
    /// Its id; the same as the person's in the directory.
    pub id: Id<Account>,
    /// The address for sign-in and mail, in lower case.
    pub email: Option<String>,
    /// The name as the person writes it.
    pub name: String,
    /// The language of pages and mails.
    pub language: Language,
    /// The time zone (IANA name).
    pub zone: String,
}

passerelle_store::sql! {
    /// The statements about accounts.
    pub STATEMENTS;
    INSERT = "INSERT INTO account (id, email, name, language, zone, created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    BY_EMAIL = "SELECT id, email, name, language, zone FROM account WHERE email = ?1 AND closed_at IS NULL";
    BY_ID = "SELECT id, COALESCE(email, joining_email), name, language, zone FROM account
        WHERE id = ?1 AND closed_at IS NULL";
    PASSWORD_BY_EMAIL = "SELECT id, password_hash FROM account WHERE email = ?1 AND closed_at IS NULL";
    PASSWORD_BY_ID = "SELECT password_hash FROM account WHERE id = ?1 AND closed_at IS NULL";
    SET_PASSWORD = "UPDATE account SET password_hash = ?2 WHERE id = ?1";
    SET_LANGUAGE = "UPDATE account SET language = ?2 WHERE id = ?1";
    SET_NAME = "UPDATE account SET name = ?2 WHERE id = ?1";
    SET_ADDRESS = "UPDATE account SET
        email = CASE WHEN EXISTS (SELECT 1 FROM account o WHERE o.email = ?2 AND o.id <> ?1) THEN NULL ELSE ?2 END,
        joining_email = CASE WHEN EXISTS (SELECT 1 FROM account o WHERE o.email = ?2 AND o.id <> ?1) THEN ?2 END
        WHERE id = ?1";
    AWAITED = "SELECT o.id, o.email, o.name, o.language, o.zone FROM account a JOIN account o ON o.email = a.joining_email
        WHERE a.id = ?1 AND a.closed_at IS NULL AND o.closed_at IS NULL";
    SET_EMAIL = "UPDATE account SET email = ?2 WHERE id = ?1";
    DROP_PASSWORD = "UPDATE account SET password_hash = NULL WHERE id = ?1";
    COME_IN = "UPDATE account SET came_in_at = ?2 WHERE id = ?1 AND came_in_at IS NULL";
    CAME_IN = "SELECT 1 FROM account WHERE id = ?1 AND (came_in_at IS NOT NULL OR password_hash IS NOT NULL)";
    CLOSE = "UPDATE account SET closed_at = ?2 WHERE id = ?1 AND closed_at IS NULL";
    LEFT_BEFORE = "SELECT a.id FROM account a WHERE a.closed_at IS NULL AND a.created_at < ?2 AND a.id > ?3
        AND NOT EXISTS (SELECT 1 FROM session s WHERE s.account_id = a.id)
        AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.account_id = a.id
            AND (m.until_on IS NULL OR m.until_on >= ?1)) ORDER BY a.id LIMIT 100";
    COUNT_LEFT = "SELECT count(*), min(f.until_on), max(f.until_on) FROM (
        SELECT (SELECT max(h.until_on) FROM membership h WHERE h.account_id = a.id) AS until_on
        FROM account a WHERE a.closed_at IS NULL AND a.created_at < ?2
        AND NOT EXISTS (SELECT 1 FROM session s WHERE s.account_id = a.id)
        AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.account_id = a.id
            AND (m.until_on IS NULL OR m.until_on >= ?1))) f";
    ANY = "SELECT 1 FROM account LIMIT 1";
    AFTER = "SELECT id, name, COALESCE(email, joining_email) FROM account WHERE id > ?1 ORDER BY id LIMIT ?2";
}

/// An e-mail address as it is kept: trimmed, in lower case.
pub fn normal_email(email: &str) -> String {
    email.trim().to_lowercase()
}

fn read(row: &Row<'_>) -> Result<Account> {
    Ok(Account { id: row.get(0)?, email: row.get(1)?, name: row.get(2)?, language: row.get(3)?, zone: row.get(4)? })
}

/// Writes a new account.
///
/// # Errors
/// [`passerelle_store::Error::Unique`] when another account has this e-mail.
pub async fn create(tx: &mut Tx, account: &Account) -> Result<()> {
    let email = account.email.as_deref().map(normal_email);
    let now: Timestamp = tx.now();
    let values = params![account.id, email.as_deref(), &account.name, account.language, &account.zone, now];
    tx.execute(INSERT, values).await?;
    call(tx, account.id, &account.name, email.as_deref()).await
}

/// The open account with this e-mail.
///
/// # Errors
/// The engine's error.
pub async fn find_by_email(tx: &mut Tx, email: &str) -> Result<Option<Account>> {
    tx.find(BY_EMAIL, params![normal_email(email)], read).await
}

/// The open account with this id.
///
/// # Errors
/// The engine's error.
pub async fn find(tx: &mut Tx, id: Id<Account>) -> Result<Option<Account>> {
    tx.find(BY_ID, params![id], read).await
}

/// The account with this e-mail and the hash of its password, if it has one.
///
/// # Errors
/// The engine's error.
pub async fn find_password(tx: &mut Tx, email: &str) -> Result<Option<(Id<Account>, Option<String>)>> {
    tx.find(PASSWORD_BY_EMAIL, params![normal_email(email)], |row| Ok((row.get(0)?, row.get(1)?))).await
}

/// The hash of a person's password, if they have one.
///
/// # Errors
/// The engine's error.
pub async fn password_of(tx: &mut Tx, id: Id<Account>) -> Result<Option<String>> {
    Ok(tx.find(PASSWORD_BY_ID, params![id], |row| row.get(0)).await?.flatten())
}

/// Sets the password, given as a hash from [`crate::password::hash`].
///
/// # Errors
/// The engine's error.
pub async fn set_password(tx: &mut Tx, id: Id<Account>, hash: &str) -> Result<()> {
    tx.execute(SET_PASSWORD, params![id, hash]).await.map(drop)
}

/// Sets the language of pages and mails.
///
/// # Errors
/// The engine's error.
pub async fn set_language(tx: &mut Tx, id: Id<Account>, language: Language) -> Result<()> {
    tx.execute(SET_LANGUAGE, params![id, language]).await.map(drop)
}

/// Changes the name.
///
/// # Errors
/// The engine's error.
pub async fn set_name(tx: &mut Tx, id: Id<Account>, name: &str) -> Result<()> {
    tx.execute(SET_NAME, params![id, name]).await?;
    tx.call(&id.to_string(), name).await
}

/// Gives an account that nobody has come in to its e-mail. When another account has that e-mail, this one waits to join
/// it: whoever enters a person cannot tell one from the other.
///
/// # Errors
/// The engine's error.
pub async fn set_address(tx: &mut Tx, id: Id<Account>, email: Option<&str>) -> Result<()> {
    let email = email.map(normal_email);
    tx.execute(SET_ADDRESS, params![id, email.as_deref()]).await?;
    tx.call(&address_name(id), email.as_deref().unwrap_or_default()).await
}

/// The open account that this one waits to join, if it does.
///
/// # Errors
/// The engine's error.
pub async fn awaited(tx: &mut Tx, id: Id<Account>) -> Result<Option<Account>> {
    tx.find(AWAITED, params![id], read).await
}

/// The name in the index of words under which a person is found by their e-mail address.
pub fn address_name(id: Id<Account>) -> String {
    format!("address-{id}")
}

/// Tells the index of words the name and the address of a person.
async fn call(tx: &mut Tx, id: Id<Account>, name: &str, email: Option<&str>) -> Result<()> {
    tx.call(&id.to_string(), name).await?;
    tx.call(&address_name(id), email.unwrap_or_default()).await
}

/// Tells the index of words the names and addresses of the next `most` people after this id; gives the last id.
///
/// # Errors
/// The engine's error.
pub async fn call_all(tx: &mut Tx, after: &str, most: i64) -> Result<Option<String>> {
    let read = |row: &Row<'_>| Ok((row.get::<Id<Account>>(0)?, row.get::<String>(1)?, row.get::<Option<String>>(2)?));
    let people = tx.query(AFTER, params![after, most], read).await?;
    for (id, name, email) in &people {
        call(tx, *id, name, email.as_deref()).await?;
    }
    Ok(people.last().map(|(id, ..)| id.to_string()))
}

/// Gives the account another e-mail, or none.
///
/// # Errors
/// [`passerelle_store::Error::Unique`] when another account has this e-mail.
pub(crate) async fn set_email(tx: &mut Tx, id: Id<Account>, email: Option<&str>) -> Result<()> {
    let email = email.map(normal_email);
    tx.execute(SET_EMAIL, params![id, email.as_deref()]).await?;
    tx.call(&address_name(id), email.as_deref().unwrap_or_default()).await
}

/// The password opens nothing any more.
///
/// # Errors
/// The engine's error.
pub(crate) async fn drop_password(tx: &mut Tx, id: Id<Account>) -> Result<()> {
    tx.execute(DROP_PASSWORD, params![id]).await.map(drop)
}

/// Notes that the person has come in, the first time.
///
/// # Errors
/// The engine's error.
pub(crate) async fn come_in(tx: &mut Tx, id: Id<Account>) -> Result<()> {
    let now = tx.now();
    tx.execute(COME_IN, params![id, now]).await.map(drop)
}

/// Whether the person has ever come in: from then on they alone change their name and their address.
///
/// # Errors
/// The engine's error.
pub async fn has_come_in(tx: &mut Tx, id: Id<Account>) -> Result<bool> {
    Ok(tx.find(CAME_IN, params![id], |row| row.get::<i64>(0)).await?.is_some())
}

/// Closes an account: nobody comes in by it any more. False when it was closed already.
///
/// # Errors
/// The engine's error.
pub async fn close(tx: &mut Tx, id: Id<Account>) -> Result<bool> {
    let now = tx.now();
    Ok(tx.execute(CLOSE, params![id, now]).await? == 1)
}

/// People who hold no role since before `day`, were entered before `instant` and are signed in nowhere: 100 at a time
/// after this id.
///
/// # Errors
/// The engine's error.
pub async fn left_before(tx: &mut Tx, day: Date, instant: Timestamp, after: &str) -> Result<Vec<Id<Account>>> {
    tx.query(LEFT_BEFORE, params![day, instant, after], |row| row.get(0)).await
}

/// How many of them there are, and when the last role of the first and of the last of them ended.
///
/// # Errors
/// The engine's error.
pub async fn count_left_before(
    tx: &mut Tx,
    day: Date,
    instant: Timestamp,
) -> Result<(i64, Option<Date>, Option<Date>)> {
    tx.one(COUNT_LEFT, params![day, instant], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).await
}

/// Whether there is any account yet.
///
/// # Errors
/// The engine's error.
pub async fn any(tx: &mut Tx) -> Result<bool> {
    Ok(tx.find(ANY, &[], |row| row.get::<i64>(0)).await?.is_some())
}
