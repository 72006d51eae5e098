//! The app that shows codes (TOTP, RFC 6238): six figures that change every 30 seconds.
//!
//! A code is accepted once, one step early or late; after ten misses in a row one waits a quarter of an hour. A new
//! secret counts only when a code of it was typed, so that nobody locks themselves out. The secret is sealed.

use passerelle_kernel::{Chance, Id, Timestamp};
use passerelle_store::{Result, Sql, Tx, params, seal::Opened};
use totp_rs::{Builder, Totp};

use crate::Account;

const MISSES: i64 = 10;
const WAIT_MINUTES: i64 = 15;

passerelle_store::sealed! {
    /// What is sealed of authenticator apps.
    pub SEALED;
    SECRET = authenticator.secret, row "id", owner Person "account_id",
        "The key of the app that shows codes",
        "Whoever has it can make the codes of this person";
}

passerelle_store::sql! {
    /// The statements about authenticator apps.
    pub STATEMENTS;
    IN_USE = "SELECT id, secret, misses, wait_until FROM authenticator
        WHERE account_id = ?1 AND confirmed_at IS NOT NULL ORDER BY id DESC LIMIT 1";
    PENDING = "SELECT id, secret, misses, wait_until FROM authenticator
        WHERE account_id = ?1 AND confirmed_at IS NULL ORDER BY id DESC LIMIT 1";
    SINCE = "SELECT confirmed_at FROM authenticator WHERE account_id = ?1 AND confirmed_at IS NOT NULL LIMIT 1";
    INSERT = "INSERT INTO authenticator (id, account_id, secret, last_step, misses, wait_until) VALUES (?1, ?2, ?3, 0, 0, 0)";
    CONFIRM = "UPDATE authenticator SET confirmed_at = ?2, last_step = ?3 WHERE id = ?1";
    DROP_PENDING = "DELETE FROM authenticator WHERE account_id = ?1 AND confirmed_at IS NULL";
    DROP_OTHERS = "DELETE FROM authenticator WHERE account_id = ?1 AND id <> ?2";
    ACCEPT = "UPDATE authenticator SET last_step = ?2, misses = 0 WHERE id = ?1 AND last_step < ?2";
    MISS = "UPDATE authenticator SET misses = ?2, wait_until = ?3 WHERE id = ?1";
    REMOVE = "DELETE FROM authenticator WHERE account_id = ?1";
    REMOVE_SINCE = "DELETE FROM authenticator WHERE account_id = ?1 AND (confirmed_at IS NULL OR confirmed_at >= ?2)";
}

/// What became of a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Checked {
    /// It is right, and now used.
    Right,
    /// It is not the code of this moment, or was used before.
    Wrong,
    /// There were too many misses: nothing is looked at until later.
    Wait,
}

struct Kept {
    id: Id<Kept>,
    secret: Vec<u8>,
    misses: i64,
    wait_until: Timestamp,
}

/// A secret as it is shown to its owner, to be put into the app.
pub struct Shown {
    /// The address that the app reads from a picture (`otpauth://…`).
    pub address: String,
    /// The secret to type, in groups of four.
    pub text: String,
}

async fn find(tx: &mut Tx, sql: &'static Sql, account: Id<Account>) -> Result<Option<Kept>> {
    let found = tx
        .find(sql, params![account], |row| {
            Ok(Kept { id: row.get(0)?, secret: row.get(1)?, misses: row.get(2)?, wait_until: row.get(3)? })
        })
        .await?;
    let Some(mut kept) = found else { return Ok(None) };
    kept.secret = unseal(tx, account, kept.id, &kept.secret).await?;
    Ok(Some(kept))
}

/// Since when the person has an app that shows codes, if they have one.
///
/// # Errors
/// The engine's error.
pub async fn since(tx: &mut Tx, account: Id<Account>) -> Result<Option<Timestamp>> {
    tx.find(SINCE, params![account], |row| row.get(0)).await
}

/// Makes a new secret, which counts only when [`confirm`] has seen a code of it.
///
/// # Errors
/// The engine's error.
pub async fn prepare(tx: &mut Tx, account: Id<Account>, chance: &Chance) -> Result<()> {
    let mut secret = [0; 20];
    chance.fill(&mut secret);
    let id: Id<Kept> = tx.new_id();
    let sealed = tx.seal(SECRET, account, id, &hex(&secret)).await?;
    tx.execute(DROP_PENDING, params![account]).await?;
    tx.execute(INSERT, params![id, account, sealed]).await.map(drop)
}

/// The secret that was prepared, as it is shown to its owner.
///
/// # Errors
/// The engine's error.
pub async fn prepared(tx: &mut Tx, account: Id<Account>, email: &str, issuer: &str) -> Result<Option<Shown>> {
    Ok(find(tx, PENDING, account).await?.and_then(|kept| show(kept.secret, email, issuer)))
}

fn show(secret: Vec<u8>, email: &str, issuer: &str) -> Option<Shown> {
    // A colon would end the name of the issuer in the address.
    let (email, issuer) = (email.replace(':', " "), issuer.replace(':', " "));
    let totp = Builder::new().with_secret(secret).with_account_name(email).with_issuer(Some(issuer)).build().ok()?;
    let letters: Vec<char> = totp.secret().to_base32().chars().collect();
    let text = letters.chunks(4).map(String::from_iter).collect::<Vec<_>>().join(" ");
    Some(Shown { address: totp.to_url().ok()?, text })
}

/// Takes the prepared secret into use when `code` is a code of it.
///
/// # Errors
/// The engine's error.
pub async fn confirm(tx: &mut Tx, account: Id<Account>, code: &str) -> Result<bool> {
    let now = tx.now();
    let Some(kept) = find(tx, PENDING, account).await? else { return Ok(false) };
    let Some(step) = step_of(&kept.secret, code, now) else { return Ok(false) };
    tx.execute(DROP_OTHERS, params![account, kept.id]).await?;
    tx.execute(CONFIRM, params![kept.id, now, step]).await?;
    Ok(true)
}

/// Looks at a code and uses it; misses are counted, so the transaction must be committed whatever the answer.
///
/// # Errors
/// The engine's error.
pub async fn check(tx: &mut Tx, account: Id<Account>, code: &str) -> Result<Checked> {
    let now = tx.now();
    let Some(kept) = find(tx, IN_USE, account).await? else { return Ok(Checked::Wrong) };
    if kept.wait_until > now {
        return Ok(Checked::Wait);
    }
    if let Some(step) = step_of(&kept.secret, code, now)
        && tx.execute(ACCEPT, params![kept.id, step]).await? == 1
    {
        return Ok(Checked::Right);
    }
    miss(tx, kept.id, kept.misses + 1).await?;
    Ok(Checked::Wrong)
}

async fn miss(tx: &mut Tx, id: Id<Kept>, misses: i64) -> Result<()> {
    let waits = misses >= MISSES;
    let until = if waits { tx.now().as_millisecond() + WAIT_MINUTES * 60_000 } else { 0 };
    tx.execute(MISS, params![id, if waits { 0 } else { misses }, until]).await.map(drop)
}

/// Forgets the app.
///
/// # Errors
/// The engine's error.
pub async fn remove(tx: &mut Tx, account: Id<Account>) -> Result<()> {
    tx.execute(REMOVE, params![account]).await.map(drop)
}

/// Forgets an app that was linked at `instant` or later.
///
/// # Errors
/// The engine's error.
pub async fn remove_since(tx: &mut Tx, account: Id<Account>, instant: Timestamp) -> Result<()> {
    tx.execute(REMOVE_SINCE, params![account, instant]).await.map(drop)
}

/// The step (30 seconds each since 1970) of which this is the code, one step early or late.
fn step_of(secret: &[u8], code: &str, now: Timestamp) -> Option<i64> {
    let code: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    let seconds = u64::try_from(now.as_second()).ok()?;
    let step = totp(secret)?.check(&code, seconds)?;
    i64::try_from(step).ok()
}

fn totp(secret: &[u8]) -> Option<Totp> {
    Builder::new().with_secret(secret.to_vec()).with_skew(1).build().ok()
}

async fn unseal(tx: &mut Tx, account: Id<Account>, id: Id<Kept>, sealed: &[u8]) -> Result<Vec<u8>> {
    Ok(match tx.open_as_it_is(SECRET, account, id, Some(sealed)).await? {
        Opened::Text(text) => bytes(&text).unwrap_or_default(),
        // Without its key no code is right; the person sets the app up anew.
        Opened::Erased(_) | Opened::Unreadable => Vec::new(),
    })
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn bytes(hex: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u32>> = hex.chars().map(|c| c.to_digit(16)).collect();
    digits?.chunks(2).map(|pair| u8::try_from(pair.iter().fold(0, |sum, digit| sum * 16 + digit)).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_those_of_the_rfc_one_step_early_or_late() {
        // RFC 6238, appendix B, SHA-1: at 59 s the code is 94287082; of six figures, 287082.
        let secret = b"12345678901234567890";
        let at = |second| Timestamp::from_second(second).unwrap();
        assert_eq!(step_of(secret, "287082", at(59)), Some(1));
        assert_eq!(step_of(secret, " 287 082", at(31)), Some(1));
        assert_eq!(step_of(secret, "287082", at(89)), Some(1));
        assert_eq!(step_of(secret, "287082", at(90)), None);
        assert_eq!(step_of(secret, "287083", at(59)), None);
        assert_eq!(step_of(secret, "", at(59)), None);
        assert_eq!(step_of(secret, "0287082", at(59)), None);
    }

    #[test]
    fn a_secret_is_shown_as_apps_read_it() {
        let shown = show(b"12345678901234567890".to_vec(), "noor@example.org", "Passerelle").unwrap();
        assert_eq!(shown.text, "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        assert!(shown.address.starts_with("otpauth://totp/Passerelle:noor%40example.org?secret=GEZDGNBVGY3TQOJQ"));
        assert!(shown.address.contains("issuer=Passerelle"), "{}", shown.address);
    }

    #[test]
    fn what_is_sealed_is_read_back() {
        assert_eq!(bytes(&hex(&[0, 1, 254, 255])), Some(vec![0, 1, 254, 255]));
        assert_eq!(bytes("zz"), None);
    }
}
