//! What is held about people, why, and for how long: declared once, beside the statements that write it.
//!
//! From these declarations come the page "what is held about me", its copy to take away, the erasure, the nightly purge
//! and the register of processing (GDPR, articles 5, 13, 15 to 21 and 30). A test asks that every table is declared: as
//! [`Held`] (its rows are found by the person), as [`Passing`] (they go by themselves after a time) or as holding
//! nothing about anybody.

mod declare;
mod read;
mod retention;
mod sweep;

pub use read::{Counted, Record, Value, count, erase, find};
pub use retention::{MOST_YEARS, Retention, Span, Term};
pub use sweep::{Due, due, purge};

use crate::{Sql, seal::Sealed};

/// What stands in the place of the name of somebody whose data was erased. A page reads it in its reader's words
/// ([`crate::Tx::tell_erased`]).
pub const ERASED: &str = "[erased]";

/// What data is used for. Its words: `<key>`, `<key>-why` (what for) and `<key>-readers` (who receives it).
#[derive(Debug, PartialEq, Eq)]
pub struct Purpose {
    /// The key of its name.
    pub key: &'static str,
    /// What makes it lawful.
    pub basis: Basis,
}

/// What makes the use of data lawful (GDPR, article 6.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The person has agreed to it and may take that back.
    Consent,
    /// Work that was agreed with the person.
    Contract,
    /// A law demands it.
    Law,
    /// The association has a legitimate interest, which the person may object to.
    Interest,
}

impl Basis {
    /// The stable code.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Consent => "consent",
            Self::Contract => "contract",
            Self::Law => "law",
            Self::Interest => "interest",
        }
    }
}

/// Where data comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The person has told it.
    Person,
    /// Somebody of the association has entered it.
    Association,
    /// The team has told it.
    Team,
    /// The program notes it while it is used.
    Program,
}

impl Origin {
    /// The stable code.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Association => "association",
            Self::Team => "team",
            Self::Program => "program",
        }
    }
}

/// What the time for which a row is kept is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Since {
    /// A day of the row, as ISO text; none while it has not come.
    Day,
    /// An instant of the row, in milliseconds; none while it has not come.
    Instant,
    /// The day on which the person's last role ended.
    Leaving,
}

/// What becomes of rows when the person's data is erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// They go.
    Deleted,
    /// They stay without what is about the person.
    Emptied,
    /// They stay until their time is over: an id, and no name.
    Kept,
    /// They stay until their time is over, as they were written, the name included.
    KeptWithName,
}

/// How a fact is written for its reader.
#[derive(Clone, Copy, Debug)]
pub enum Shown {
    /// As it is.
    Text,
    /// A date, kept as ISO text.
    Day,
    /// An instant, in milliseconds.
    Instant,
    /// A working time, in minutes.
    Minutes,
    /// Yes or no, as 1 or 0.
    YesNo,
    /// A code, or several with commas between; their words have this key before them.
    Code(&'static str),
    /// The code of a country.
    Country,
    /// Codes of spoken languages, with spaces or commas between.
    Spoken,
    /// The families of a browser and of a system, with a space between.
    Device,
    /// A sealed text. Its SQL names three columns: the bytes, the owner, the row.
    Sealed(&'static Sealed),
}

/// A fact that a row holds about the person.
#[derive(Debug)]
pub struct Fact {
    /// The key of its words; what stands after `-held-` is its name in copies.
    pub key: &'static str,
    /// How it is written.
    pub shown: Shown,
}

impl Fact {
    /// Its name in copies, which stays the same between versions.
    pub fn name(&self) -> &'static str {
        after_held(self.key)
    }
}

/// The statements that remove rows whose time is over.
#[derive(Clone, Copy, Debug)]
pub struct Purge {
    /// How many there are, the first and the last.
    pub due: &'static Sql,
    /// Removes them, or what in them is about people.
    pub go: &'static Sql,
    /// Whether the time depends on the country of the organisation.
    pub by_country: bool,
}

/// Rows of a table that are about a person; made by [`held!`](crate::held!) only.
#[derive(Debug)]
pub struct Held {
    /// The table.
    pub table: &'static str,
    /// The key of its words.
    pub key: &'static str,
    /// What it is for.
    pub purpose: &'static Purpose,
    /// Where it comes from.
    pub origin: Origin,
    /// What each row says about the person; empty for rows that only bear the person's id.
    pub facts: &'static [Fact],
    /// What its time is counted from.
    pub since: Since,
    /// For how long it is kept.
    pub term: Term,
    /// What becomes of it when the person's data is erased.
    pub ending: Ending,
    /// The rows of a person, the newest first.
    #[doc(hidden)]
    pub find: &'static Sql,
    /// How many there are, the first and the last.
    #[doc(hidden)]
    pub count: &'static Sql,
    /// Erases them.
    #[doc(hidden)]
    pub erase: Option<&'static Sql>,
    /// Removes those whose time is over; nothing where they go with the person or with another row.
    pub purge: Option<Purge>,
}

impl Held {
    /// Its name in copies, which stays the same between versions.
    pub fn name(&self) -> &'static str {
        after_held(self.key)
    }

    /// Every statement about it, for the test that prepares them.
    pub fn statements(&self) -> impl Iterator<Item = &'static Sql> {
        let purge = self.purge.iter().flat_map(|purge| [purge.due, purge.go]);
        [self.find, self.count].into_iter().chain(self.erase).chain(purge)
    }
}

/// Rows that nobody looks for by a person and that go after a time; made by [`passing!`](crate::passing!) only.
#[derive(Debug)]
pub struct Passing {
    /// The table.
    pub table: &'static str,
    /// The key of its words.
    pub key: &'static str,
    /// What its time is counted from.
    pub since: Since,
    /// For how long it is kept.
    pub term: Term,
    /// Removes those whose time is over.
    pub purge: Purge,
}

/// Tables that hold nothing about anybody, each with what is in it.
pub type Nobody = &'static [(&'static str, &'static str)];

fn after_held(key: &'static str) -> &'static str {
    key.split_once("-held-").map_or(key, |(_, name)| name)
}
