//! Invoice numbers: one series per association, without a gap, in the order of the dates.
//!
//! A number is `2026-0001`, after a prefix if the association wants one: at most 35 of the characters that the French
//! rules allow. The store keeps one [`Series`] per association and locks it while it takes the next number.

use std::fmt;

use passerelle_kernel::{Date, Id};

use crate::{outside::Organisation, refusal::Refusal};

/// A number that the French rules (BR-FR) accept: up to 35 of `A–Z a–z 0–9 + - _ /`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number(String);

impl Number {
    /// Reads a number.
    ///
    /// # Errors
    /// Refused when it is empty, too long, or has another character.
    pub fn read(text: &str) -> Result<Self, Refusal> {
        let sound = (1..=35).contains(&text.len()) && text.bytes().all(allowed);
        if sound { Ok(Self(text.to_owned())) } else { Err(Refusal::NumberUnreadable) }
    }

    /// The number.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

const fn allowed(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'_' | b'/')
}

/// The last number that was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Last {
    /// Its place in its year, from 1 on.
    pub n: u32,
    /// The date of its invoice.
    pub on: Date,
}

/// The numbers of one association; invoices and credit notes share them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// The association.
    pub org: Id<Organisation>,
    /// What is written before the year, or nothing.
    pub prefix: String,
    /// The last number that was given, if any.
    pub last: Option<Last>,
}

impl Series {
    /// A series that has given no number.
    ///
    /// # Errors
    /// Refused with a prefix that a number cannot have, or of more than 20 characters.
    pub fn begin(org: Id<Organisation>, prefix: &str) -> Result<Self, Refusal> {
        let sound = prefix.len() <= 20 && prefix.bytes().all(allowed);
        if sound { Ok(Self { org, prefix: prefix.to_owned(), last: None }) } else { Err(Refusal::NumberUnreadable) }
    }

    /// The next number for an invoice of this date, and the series after it. Each year begins again at 1.
    ///
    /// # Errors
    /// Refused for a date before that of the last number.
    pub fn next(&self, on: Date) -> Result<(Number, Self), Refusal> {
        let n = match self.last {
            Some(last) if on < last.on => return Err(Refusal::BeforeLastInvoice),
            Some(last) if on.year() == last.on.year() => last.n.saturating_add(1),
            _ => 1,
        };
        let number = Number::read(&format!("{}{}-{n:04}", self.prefix, on.year()))?;
        Ok((number, Self { last: Some(Last { n, on }), ..self.clone() }))
    }
}
