//! Which columns name a person, an organisation or a team, and what becomes of their rows when two records turn out to
//! be about the same one: declared once, beside the statements that write them. A test finds a column that is not.
//!
//! Nothing is ever deleted for it: a row that cannot follow stays with the record that steps back. So what has been
//! carried from one to the other can be carried back, row by row.

use crate::{Result, Sql, Tx, params};

/// What a column names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A person: an account.
    Person,
    /// An organisation.
    Organisation,
    /// A team of an institution.
    Team,
}

impl Subject {
    /// The stable code.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Team => "team",
        }
    }

    /// The subject of a code.
    pub fn parse(code: &str) -> Option<Self> {
        [Self::Person, Self::Organisation, Self::Team].into_iter().find(|subject| subject.as_str() == code)
    }
}

/// What becomes of the rows that name a record in whose place another one steps.
#[derive(Clone, Copy, Debug)]
pub enum Bond {
    /// They name the other one from then on, unless that one has such a row already.
    Follows {
        /// What tells the rows apart, the column left out.
        #[doc(hidden)]
        rows: &'static Sql,
        /// Lets one row name the other one.
        #[doc(hidden)]
        shift: &'static Sql,
    },
    /// They go on naming the one that steps back, for this reason.
    Stays(&'static str),
    /// A record that such rows name never steps back, for this reason.
    Holds {
        /// The reason.
        why: &'static str,
        /// Finds one of them.
        #[doc(hidden)]
        any: &'static Sql,
    },
}

/// A column that names a record; made by [`refers!`](crate::refers!) only.
#[derive(Debug)]
pub struct Reference {
    /// The table.
    pub table: &'static str,
    /// The column.
    pub column: &'static str,
    /// What it names.
    pub to: Subject,
    /// What becomes of its rows.
    pub bond: Bond,
}

impl Reference {
    /// Its name: table and column.
    pub fn name(&self) -> String {
        format!("{}.{}", self.table, self.column)
    }

    /// Every statement about it, for the test that prepares them.
    pub fn statements(&self) -> Vec<&'static Sql> {
        match self.bond {
            Bond::Follows { rows, shift } => vec![rows, shift],
            Bond::Stays(_) => Vec::new(),
            Bond::Holds { any, .. } => vec![any],
        }
    }

    /// Whether rows name this record for whose sake it never steps back.
    ///
    /// # Errors
    /// The engine's error.
    pub async fn holds(&self, tx: &mut Tx, record: &str) -> Result<bool> {
        let Bond::Holds { any, .. } = self.bond else { return Ok(false) };
        Ok(tx.find(any, params![record], |row| row.get::<i64>(0)).await?.is_some())
    }

    /// How many rows name this record and can follow another one.
    ///
    /// # Errors
    /// The engine's error.
    pub async fn count(&self, tx: &mut Tx, record: &str) -> Result<usize> {
        let Bond::Follows { rows, .. } = self.bond else { return Ok(0) };
        Ok(tx.query(rows, params![record], |row| row.get::<String>(0)).await?.len())
    }

    /// Lets the rows that name `from` name `to`, in the index of words too; gives those that did.
    ///
    /// # Errors
    /// The engine's error.
    pub async fn carry(&self, tx: &mut Tx, from: &str, to: &str) -> Result<Vec<String>> {
        let Bond::Follows { rows, shift } = self.bond else { return Ok(Vec::new()) };
        let found = tx.query(rows, params![from], |row| row.get::<String>(0)).await?;
        let mut followed = Vec::with_capacity(found.len());
        for row in found {
            if tx.execute(shift, params![from, to, &row]).await? == 1 {
                tx.restate(&row, from, to).await?;
                followed.push(row);
            }
        }
        Ok(followed)
    }

    /// Lets rows that had followed from `from` to `to` name `from` again; gives how many did. A row that is there no
    /// more, or that names somebody else by now, stays as it is.
    ///
    /// # Errors
    /// The engine's error.
    pub async fn carry_back(&self, tx: &mut Tx, from: &str, to: &str, rows: &[String]) -> Result<usize> {
        let Bond::Follows { shift, .. } = self.bond else { return Ok(0) };
        let mut back = 0;
        for row in rows {
            if tx.execute(shift, params![to, from, row]).await? == 1 {
                tx.restate(row, to, from).await?;
                back += 1;
            }
        }
        Ok(back)
    }
}

/// Declares columns that name people, organisations or teams; the name is the list of them all, for
/// `Capability.references`.
///
/// `refers! { pub(crate) REFERENCES; remark.by_id to Person stays "who said it"; mission.peer_id to Person row "id"; }`
///
/// `row` tells the rows apart, without the column; `unless` is a condition, with the other record as `?2`, under which
/// a row stays. `holds` says why a record that a row names never steps back.
#[macro_export]
macro_rules! refers {
    (@bond $table:ident $column:ident stays $why:literal) => { $crate::reference::Bond::Stays($why) };
    (@bond $table:ident $column:ident holds $why:literal) => {
        $crate::reference::Bond::Holds {
            why: $why,
            any: &$crate::Sql { name: concat!(stringify!($table), "_", stringify!($column), "_ANY"), text: concat!(
                "SELECT 1 FROM ", stringify!($table), " WHERE ", stringify!($column), " = ?1 LIMIT 1") },
        }
    };
    (@bond $table:ident $column:ident row $row:literal $(unless $unless:literal)?) => {
        $crate::reference::Bond::Follows {
            rows: &$crate::Sql { name: concat!(stringify!($table), "_", stringify!($column), "_ROWS"), text: concat!(
                "SELECT ", $row, " FROM ", stringify!($table), " WHERE ", stringify!($column), " = ?1 ORDER BY 1") },
            shift: &$crate::Sql { name: concat!(stringify!($table), "_", stringify!($column), "_SHIFT"), text: concat!(
                "UPDATE ", stringify!($table), " SET ", stringify!($column), " = ?2 WHERE ", stringify!($column),
                " = ?1 AND ", $row, " = ?3" $(, " AND NOT EXISTS (", $unless, ")")?) },
        }
    };
    ($(#[$doc:meta])* $visibility:vis $all:ident;
        $($table:ident.$column:ident to $to:ident $bond:ident $text:literal $(unless $unless:literal)?;)+) => {
        $(#[$doc])*
        $visibility const $all: &[&$crate::reference::Reference] = &[$(&$crate::reference::Reference {
            table: stringify!($table),
            column: stringify!($column),
            to: $crate::reference::Subject::$to,
            bond: $crate::refers!(@bond $table $column $bond $text $(unless $unless)?),
        }),+];
    };
}
