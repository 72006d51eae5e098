//! Passwords: argon2id, computed on threads made for waiting, the same time spent for unknown accounts.
//!
//! Rules (NIST SP 800-63B-4): at least 12 characters, at most 200, any characters, none of the very common ones.

use argon2::{Argon2, Params, PasswordHash, PasswordVerifier as _, password_hash::CustomizedPasswordHasher as _};
use passerelle_kernel::Chance;

/// The fewest characters of a password.
pub const SHORTEST: usize = 12;
/// The most characters of a password.
pub const LONGEST: usize = 200;

/// Why a password cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weakness {
    /// Fewer than [`SHORTEST`] characters.
    TooShort,
    /// More than [`LONGEST`] characters.
    TooLong,
    /// One character again and again, a run such as 123456…, or the person's own e-mail or name.
    EasyToGuess,
}

/// Whether a password may be taken by the person with this e-mail and name.
///
/// # Errors
/// The reason why not.
pub fn check(password: &str, email: &str, name: &str) -> Result<(), Weakness> {
    let length = password.chars().count();
    if length < SHORTEST {
        return Err(Weakness::TooShort);
    }
    if length > LONGEST {
        return Err(Weakness::TooLong);
    }
    let lower = password.to_lowercase();
    let own = [email, email.split('@').next().unwrap_or(email), name].map(str::to_lowercase);
    let distinct: std::collections::HashSet<char> = lower.chars().collect();
    let steps: std::collections::HashSet<i64> = lower
        .chars()
        .zip(lower.chars().skip(1))
        .map(|(a, b)| i64::from(u32::from(b)) - i64::from(u32::from(a)))
        .collect();
    if distinct.len() < 5 || steps.len() < 3 || own.iter().any(|o| !o.is_empty() && lower.trim() == o.as_str()) {
        return Err(Weakness::EasyToGuess);
    }
    Ok(())
}

/// The argon2id hash of a password, in PHC form.
///
/// # Errors
/// When the thread that computes it could not run.
pub async fn hash(password: String, chance: &Chance) -> Result<String, Failed> {
    let mut salt = [0; 16];
    chance.fill(&mut salt);
    tokio::task::spawn_blocking(move || digest(&password, &salt)).await.map_err(|_| Failed)?
}

/// Whether this is the password of the hash. Without a hash the same work is done and the answer is no.
///
/// # Errors
/// When the thread that computes it could not run.
pub async fn verify(password: String, hash: Option<String>) -> Result<bool, Failed> {
    tokio::task::spawn_blocking(move || match hash.as_deref().map(PasswordHash::new) {
        Some(Ok(hash)) => Ok(Argon2::default().verify_password(password.as_bytes(), &hash).is_ok()),
        _ => digest(&password, &[0; 16]).map(|_| false),
    })
    .await
    .map_err(|_| Failed)?
}

/// A password could not be computed.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("the password could not be computed")]
pub struct Failed;

fn digest(password: &str, salt: &[u8]) -> Result<String, Failed> {
    let hash = Argon2::default().hash_password_customized(password.as_bytes(), salt, None, None, Params::default());
    hash.map(|hash| hash.to_string()).map_err(|_| Failed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weak_passwords_are_refused_and_long_sentences_are_not() {
        let weak = |password| check(password, "noor@example.org", "Noor El Amrani").unwrap_err();
        assert_eq!(weak("short"), Weakness::TooShort);
        assert_eq!(weak("aaaaaaaaaaaaaaaa"), Weakness::EasyToGuess);
        assert_eq!(weak("abcdefghijklmnop"), Weakness::EasyToGuess);
        assert_eq!(weak("noor@example.org"), Weakness::EasyToGuess);
        assert_eq!(check("trois ponts sur la Meuse", "noor@example.org", "Noor"), Ok(()));
    }

    #[tokio::test]
    async fn only_the_right_password_opens() {
        let hash = hash("trois ponts sur la Meuse".into(), &Chance::seeded(1)).await.unwrap();
        assert!(hash.starts_with("$argon2id$"));
        assert!(verify("trois ponts sur la Meuse".into(), Some(hash.clone())).await.unwrap());
        assert!(!verify("trois ponts sur la Loire".into(), Some(hash)).await.unwrap());
        assert!(!verify("trois ponts sur la Meuse".into(), None).await.unwrap());
    }
}
