//! The code of six figures that is sent to a telephone: ten minutes, five tries, a pause before the next one, some a day.
//!
//! What is kept is a hash over the code and the secret of the link by which it was asked; the secret is in no database, so
//! that whoever reads one cannot try the million codes.

use passerelle_kernel::{Chance, Timestamp};
use passerelle_store::tries::Pace;
use subtle::ConstantTimeEq as _;

use crate::{printed::sha256, refusal::Refusal};

const MINUTES: i64 = 10;
const TRIES: i64 = 5;
/// How soon another code may be sent, in milliseconds.
const PAUSE: i64 = 60_000;
const HOUR: i64 = 3_600_000;
/// The codes that one signer may ask for: five at once, then one every eight hours.
pub const TO_SIGNER: Pace = Pace { at_once: 5, every: 8 * HOUR };
/// The codes that one telephone may get, whoever asks: ten at once, then one every six hours. Each costs money, and a
/// telephone that rings all day is no way to sign.
pub const TO_NUMBER: Pace = Pace { at_once: 10, every: 6 * HOUR };

/// A new code.
pub fn fresh(chance: &Chance) -> String {
    format!("{:06}", chance.below(1_000_000))
}

/// A code that was sent, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// The hash over it.
    pub hash: String,
    /// When it was sent.
    pub at: Timestamp,
    /// How often it was tried.
    pub tries: i64,
}

impl Sent {
    /// The code as it is kept, sent now to the holder of the link with this secret.
    pub fn now(code: &str, secret: &str, at: Timestamp) -> Self {
        Self { hash: mixed(code, secret), at, tries: 0 }
    }

    /// Until when it opens.
    pub fn until(&self) -> Timestamp {
        Timestamp::from_millisecond(self.at.as_millisecond() + MINUTES * 60_000).unwrap_or(Timestamp::MAX)
    }

    /// Whether another one may be sent.
    ///
    /// # Errors
    /// Refused within a minute.
    pub fn may_follow(&self, now: Timestamp) -> Result<(), Refusal> {
        if now.as_millisecond() < self.at.as_millisecond() + PAUSE { Err(Refusal::CodeSoon) } else { Ok(()) }
    }

    /// Whether this is the code; each call is a try.
    ///
    /// # Errors
    /// Refused when it is another one, too old, or was tried too often.
    pub fn check(&self, code: &str, secret: &str, now: Timestamp) -> Result<(), Refusal> {
        if self.tries >= TRIES || now >= self.until() {
            return Err(Refusal::CodeOver);
        }
        let typed: String = code.chars().filter(char::is_ascii_digit).collect();
        let same = mixed(&typed, secret).as_bytes().ct_eq(self.hash.as_bytes());
        if bool::from(same) { Ok(()) } else { Err(Refusal::CodeWrong) }
    }
}

fn mixed(code: &str, secret: &str) -> String {
    sha256(format!("{secret} {code}").as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn a_code_opens_for_ten_minutes_and_five_tries_by_its_own_link() {
        let sent = Sent::now("012345", "secret", at("2026-09-07T07:00:00Z"));
        assert_eq!(sent.check("012 345", "secret", at("2026-09-07T07:09:59Z")), Ok(()));
        assert_eq!(sent.check("012345", "secret", at("2026-09-07T07:10:00Z")), Err(Refusal::CodeOver));
        assert_eq!(sent.check("012346", "secret", at("2026-09-07T07:01:00Z")), Err(Refusal::CodeWrong));
        assert_eq!(sent.check("012345", "other", at("2026-09-07T07:01:00Z")), Err(Refusal::CodeWrong));
        let tried = Sent { tries: 4, ..sent.clone() };
        assert_eq!(tried.check("012345", "secret", at("2026-09-07T07:01:00Z")), Ok(()));
        let tired = Sent { tries: 5, ..sent.clone() };
        assert_eq!(tired.check("012345", "secret", at("2026-09-07T07:01:00Z")), Err(Refusal::CodeOver));
        assert_eq!(sent.may_follow(at("2026-09-07T07:00:59Z")), Err(Refusal::CodeSoon));
        assert_eq!(sent.may_follow(at("2026-09-07T07:01:00Z")), Ok(()));
    }

    #[test]
    fn a_code_has_six_figures() {
        let chance = Chance::seeded(3);
        for _ in 0..50 {
            let code = fresh(&chance);
            assert!(code.len() == 6 && code.bytes().all(|b| b.is_ascii_digit()), "{code}");
        }
    }
}
