//! Which columns are sealed, whose key seals them, and why: declared once, printed in `docs/privacy.md`.

use std::fmt;

use crate::Sql;

/// What an owner of a key is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum OwnerKind {
    /// The installation itself: what passes through it and belongs to no organisation (jobs, messages).
    House,
    /// An organisation.
    Organisation,
    /// A person.
    Person,
    /// A meeting, whose words end with it.
    Meeting,
}

impl OwnerKind {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::House, Self::Organisation, Self::Person, Self::Meeting];

    /// The code in the database.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::House => "house",
            Self::Organisation => "organisation",
            Self::Person => "person",
            Self::Meeting => "meeting",
        }
    }

    /// The kind with this code.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == code)
    }
}

/// Whose key it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Owner {
    /// What the owner is.
    pub kind: OwnerKind,
    /// The owner's id.
    pub id: String,
}

impl Owner {
    /// The owner of this kind with this id.
    pub fn of(kind: OwnerKind, id: impl fmt::Display) -> Self {
        Self { kind, id: id.to_string() }
    }
}

/// A column whose texts are sealed; made by [`sealed!`](crate::sealed!) only.
#[derive(Debug)]
pub struct Sealed {
    /// The table.
    pub table: &'static str,
    /// The column, of bytes.
    pub column: &'static str,
    /// What tells its rows apart, as SQL.
    pub row: &'static str,
    /// Whose key seals it.
    pub owner: OwnerKind,
    /// What is written there, for the people who answer for data protection.
    pub what: &'static str,
    /// Why it is sealed.
    pub why: &'static str,
    /// The rows of an owner that a key has sealed, a chunk at a time.
    #[doc(hidden)]
    pub of_key: &'static Sql,
    /// Replaces one sealed text, if it is still the same.
    #[doc(hidden)]
    pub put: &'static Sql,
    /// Whether a key has still sealed something.
    #[doc(hidden)]
    pub count: &'static Sql,
    /// The texts that an earlier version has left in clear (a chunk, one done), for columns that have any.
    #[doc(hidden)]
    pub clear: &'static [&'static Sql],
}

impl Sealed {
    /// Its name: table and column.
    pub fn name(&self) -> String {
        format!("{}.{}", self.table, self.column)
    }

    /// Every statement about it, for the test that prepares them.
    pub fn statements(&self) -> impl Iterator<Item = &'static Sql> {
        [self.of_key, self.put, self.count].into_iter().chain(self.clear.iter().copied())
    }
}

/// Declares sealed columns; the first name is the list of them all, for `Capability.sealed`.
///
/// `sealed! { pub(crate) SEALED; TEXT = remark.text, row "id", owner Organisation "org_id", was "text_clear",
/// "What was said about a request", "People speak of people"; }`
///
/// `row` tells the rows apart and is what `seal` and `open` are given as row id; `owner` is the kind of owner and its
/// column; `was` is the column in which an earlier version has left texts in clear, for columns that have any.
#[macro_export]
macro_rules! sealed {
    ($(#[$doc:meta])* $visibility:vis $all:ident;
        $($name:ident = $table:ident.$column:ident, row $row:literal, owner $kind:ident $owner:literal,
            $(was $clear:literal,)? $what:literal, $why:literal;)+) => {
        $(pub(crate) const $name: &$crate::seal::Sealed = &$crate::seal::Sealed {
            table: stringify!($table),
            column: stringify!($column),
            row: $row,
            owner: $crate::seal::OwnerKind::$kind,
            what: $what,
            why: $why,
            of_key: &$crate::Sql { name: concat!(stringify!($name), "_OF_KEY"), text: concat!(
                "SELECT ", $row, ", ", stringify!($column), " FROM ", stringify!($table), " WHERE ", $owner,
                " = ?1 AND substr(", stringify!($column), ", 1, 17) = ?2 AND ", $row, " > ?3 ORDER BY ", $row, " LIMIT 100") },
            put: &$crate::Sql { name: concat!(stringify!($name), "_PUT"), text: concat!(
                "UPDATE ", stringify!($table), " SET ", stringify!($column), " = ?2 WHERE ", $row, " = ?1 AND ",
                stringify!($column), " = ?3") },
            count: &$crate::Sql { name: concat!(stringify!($name), "_COUNT"), text: concat!(
                "SELECT count(*) FROM ", stringify!($table), " WHERE ", $owner, " = ?1 AND substr(", stringify!($column),
                ", 1, 17) = ?2") },
            clear: &[$(
                &$crate::Sql { name: concat!(stringify!($name), "_CLEAR"), text: concat!(
                    "SELECT ", $row, ", ", $owner, ", ", $clear, " FROM ", stringify!($table), " WHERE ", $clear,
                    " IS NOT NULL AND ", $row, " > ?1 ORDER BY ", $row, " LIMIT 100") },
                &$crate::Sql { name: concat!(stringify!($name), "_CLEARED"), text: concat!(
                    "UPDATE ", stringify!($table), " SET ", stringify!($column), " = ?2, ", $clear, " = NULL WHERE ",
                    $row, " = ?1 AND ", $clear, " = ?3") },
            )?],
        };)+
        $(#[$doc])*
        $visibility const $all: &[&$crate::seal::Sealed] = &[$($name),+];
    };
}
