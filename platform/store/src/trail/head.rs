//! Hashes of events and of links, and the last link as it can be noted elsewhere.

use std::{fmt, str::FromStr};

use sha2::{Digest as _, Sha256};

use crate::{Result, Row};

/// A SHA-256.
pub(super) type Hash = [u8; 32];

/// The columns of an event that its hash covers: all of them, the instant first.
macro_rules! event_columns {
    () => {
        "e.at, e.id, e.org_id, e.kind, e.subject_id, e.person_id, e.purpose, e.actor_id, e.actor_role, e.actor_org_id,
            e.detail, e.once_key"
    };
}
pub(super) use event_columns;

/// How many of them are texts.
const TEXTS: usize = 11;

/// The hash of the event whose columns begin at `column`. A text that is not there counts as an empty one.
pub(super) fn content(row: &Row<'_>, column: usize) -> Result<Hash> {
    let mut hash = Sha256::new();
    hash.update(b"passerelle event 1");
    hash.update(row.get::<i64>(column)?.to_be_bytes());
    for text in column + 1..=column + TEXTS {
        let text: String = row.get::<Option<String>>(text)?.unwrap_or_default();
        hash.update((text.len() as u64).to_be_bytes());
        hash.update(text.as_bytes());
    }
    Ok(hash.finalize().into())
}

/// The last link of the trail, or one that was the last when it was noted. As text: `<number>:<hash in hexadecimal>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// Its number; 0 before the first link.
    pub number: i64,
    hash: Hash,
}

impl Head {
    /// Before the first link.
    pub(super) const START: Self = Self { number: 0, hash: [0; 32] };

    /// Reads number and hash from two columns.
    pub(super) fn read(row: &Row<'_>, column: usize) -> Result<Self> {
        let hash: Option<Vec<u8>> = row.get(column + 1)?;
        // What is no hash of ours differs from every hash.
        Ok(Self { number: row.get(column)?, hash: hash.and_then(|hash| hash.try_into().ok()).unwrap_or_default() })
    }

    /// The link that follows this one for an event.
    pub(super) fn next(&self, event: &str, content: &Hash) -> Self {
        let number = self.number + 1;
        let mut hash = Sha256::new();
        hash.update(b"passerelle link 1");
        hash.update(self.hash);
        hash.update(number.to_be_bytes());
        hash.update((event.len() as u64).to_be_bytes());
        hash.update(event.as_bytes());
        hash.update(content);
        Self { number, hash: hash.finalize().into() }
    }

    pub(super) fn bytes(&self) -> Vec<u8> {
        self.hash.to_vec()
    }
}

impl fmt::Display for Head {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:", self.number)?;
        self.hash.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// The text is not the head of a trail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected a number, a colon and 64 hexadecimal digits")]
pub struct NoHead;

impl FromStr for Head {
    type Err = NoHead;

    fn from_str(text: &str) -> std::result::Result<Self, NoHead> {
        let (number, digits) = text.trim().split_once(':').ok_or(NoHead)?;
        if digits.len() != 64 || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return Err(NoHead);
        }
        let mut hash = Hash::default();
        for (byte, pair) in hash.iter_mut().zip(digits.as_bytes().chunks(2)) {
            let pair = std::str::from_utf8(pair).map_err(|_| NoHead)?;
            *byte = u8::from_str_radix(pair, 16).map_err(|_| NoHead)?;
        }
        Ok(Self { number: number.parse().map_err(|_| NoHead)?, hash })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_reads_back_as_it_was_written() {
        let head = Head::START.next("an event", &[7; 32]);
        assert_eq!(head.to_string().parse(), Ok(head));
        assert_ne!(head, Head::START.next("another", &[7; 32]));
        assert_ne!(head, Head::START.next("an event", &[8; 32]));
        let long = format!("1:{}", "é".repeat(32));
        for wrong in ["", "1", "1:", "1:zz", "x:00", ":", &long, &format!("{head}0"), &format!("x{head}")] {
            assert_eq!(wrong.parse::<Head>(), Err(NoHead), "{wrong}");
        }
    }
}
