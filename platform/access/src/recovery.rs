//! Recovery codes: ten codes on paper that stand in for a lost phone or passkey, each for one time.
//!
//! Each holds 80 bits of chance, so that a plain hash guards it as well as a slow one would, and misses need no counting:
//! nobody guesses one, and nobody can lock it by guessing. Shown once.

use passerelle_kernel::{Chance, Id};
use passerelle_store::{Result, Tx, params};

use crate::{Account, authenticator, hash, passkey};

/// How many codes a person gets.
pub const COUNT: usize = 10;
/// With so many left or fewer, the person is told to make new ones.
pub const FEW: i64 = 3;

/// Crockford's letters: none that looks like another.
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

passerelle_store::sql! {
    /// The statements about recovery codes.
    pub STATEMENTS;
    INSERT = "INSERT INTO recovery_code (hash, account_id) VALUES (?1, ?2)";
    SPEND = "UPDATE recovery_code SET used_at = ?3 WHERE account_id = ?1 AND hash = ?2 AND used_at IS NULL";
    LEFT = "SELECT count(*) FROM recovery_code WHERE account_id = ?1 AND used_at IS NULL";
    REMOVE = "DELETE FROM recovery_code WHERE account_id = ?1";
}

/// Makes ten new codes, which replace those before; they are never shown again.
///
/// # Errors
/// The engine's error.
pub async fn replace(tx: &mut Tx, account: Id<Account>, chance: &Chance) -> Result<Vec<String>> {
    remove(tx, account).await?;
    let mut codes = Vec::with_capacity(COUNT);
    for _ in 0..COUNT {
        let code = new_code(chance);
        tx.execute(INSERT, params![digest(account, &code), account]).await?;
        codes.push(code);
    }
    Ok(codes)
}

/// Uses a code; false when it is none of this person's, or was used.
///
/// # Errors
/// The engine's error.
pub async fn spend(tx: &mut Tx, account: Id<Account>, code: &str) -> Result<bool> {
    let now = tx.now();
    Ok(tx.execute(SPEND, params![account, digest(account, code), now]).await? == 1)
}

/// How many codes are left.
///
/// # Errors
/// The engine's error.
pub async fn left(tx: &mut Tx, account: Id<Account>) -> Result<i64> {
    tx.one(LEFT, params![account], |row| row.get(0)).await
}

/// Forgets the codes of a person.
///
/// # Errors
/// The engine's error.
pub async fn remove(tx: &mut Tx, account: Id<Account>) -> Result<()> {
    tx.execute(REMOVE, params![account]).await.map(drop)
}

/// Whether the person has something that the codes stand in for: an app or a passkey.
///
/// # Errors
/// The engine's error.
pub async fn is_of_use(tx: &mut Tx, account: Id<Account>) -> Result<bool> {
    let has_app = authenticator::since(tx, account).await?.is_some();
    Ok(has_app || !passkey::of_account(tx, account).await?.is_empty())
}

/// Forgets the codes of a person who has nothing left that they stand in for.
///
/// # Errors
/// The engine's error.
pub async fn remove_unless_of_use(tx: &mut Tx, account: Id<Account>) -> Result<()> {
    if is_of_use(tx, account).await? { Ok(()) } else { remove(tx, account).await }
}

/// Sixteen letters in four groups.
fn new_code(chance: &Chance) -> String {
    let mut bytes = [0; 16];
    chance.fill(&mut bytes);
    let letters: Vec<char> = bytes.iter().map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect();
    letters.chunks(4).map(String::from_iter).collect::<Vec<_>>().join("-")
}

/// The same code however it is typed: spaces, lines and capitals do not count, nor o for 0, i and l for 1.
fn digest(account: Id<Account>, code: &str) -> String {
    let alike = |c: char| match c.to_ascii_lowercase() {
        'o' => '0',
        'i' | 'l' => '1',
        c => c,
    };
    let plain: String = code.chars().filter(char::is_ascii_alphanumeric).map(alike).collect();
    hash(&format!("{account} {plain}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_the_same_however_it_is_typed_and_another_persons_is_not() {
        let code = new_code(&Chance::seeded(1));
        assert_eq!(code.len(), 19);
        let (noor, samir) = (Id::nil(), Id::new("2026-09-07T07:00:00Z".parse().unwrap(), &Chance::seeded(2)));
        let typed = format!(" {} ", code.to_uppercase().replace('-', " ").replace('0', "O").replace('1', "l"));
        assert_eq!(digest(noor, &code), digest(noor, &typed));
        assert_ne!(digest(noor, &code), digest(samir, &code));
    }
}
