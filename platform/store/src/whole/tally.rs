//! How many rows a table holds, and one number that stands for all of them.

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::Table;
use crate::{Cell, Result, Tx};

/// The rows of a table in two figures: the same figures mean the same rows, on whichever engine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// The table.
    pub table: String,
    /// How many rows.
    pub rows: u64,
    /// SHA-256 over every value of every row, in the order of [`Tx::scan`], as hexadecimal digits.
    pub sha256: String,
}

/// A tally that is being made.
#[derive(Default)]
pub struct Counting {
    rows: u64,
    hash: Sha256,
}

impl Counting {
    /// Counts a row.
    pub fn add(&mut self, cells: &[Cell<'_>]) {
        self.rows += 1;
        for cell in cells {
            match cell {
                Cell::Null => self.hash.update([0]),
                Cell::Text(text) => self.value(1, text.as_bytes()),
                Cell::Int(number) => self.value(2, &number.to_le_bytes()),
                Cell::Real(number) => self.value(3, &number.to_bits().to_le_bytes()),
                Cell::Bytes(bytes) => self.value(4, bytes),
            }
        }
    }

    /// With its length before it, so that no two rows read alike.
    fn value(&mut self, kind: u8, bytes: &[u8]) {
        self.hash.update([kind]);
        self.hash.update((bytes.len() as u64).to_le_bytes());
        self.hash.update(bytes);
    }

    /// What was counted.
    pub fn end(self, table: &str) -> Tally {
        let sha256 = self.hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        Tally { table: table.to_owned(), rows: self.rows, sha256 }
    }
}

impl Tx {
    /// The tally of one table.
    ///
    /// # Errors
    /// The engine's error.
    pub async fn tally(&mut self, table: &Table) -> Result<Tally> {
        let mut counting = Counting::default();
        self.scan(table, |cells| {
            counting.add(cells);
            Ok(())
        })
        .await?;
        Ok(counting.end(&table.name))
    }

    /// The tallies of all tables.
    ///
    /// # Errors
    /// The engine's error.
    pub async fn tallies(&mut self) -> Result<Vec<Tally>> {
        let mut tallies = Vec::new();
        for table in self.tables().await? {
            tallies.push(self.tally(&table).await?);
        }
        Ok(tallies)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(cells: &[Cell<'_>]) -> Tally {
        let mut counting = Counting::default();
        counting.add(cells);
        counting.end("t")
    }

    #[test]
    fn values_that_read_alike_are_told_apart() {
        let one = tally(&[Cell::Text("ab"), Cell::Text("c")]);
        assert_eq!(one, tally(&[Cell::Text("ab"), Cell::Text("c")]));
        assert_ne!(one, tally(&[Cell::Text("a"), Cell::Text("bc")]));
        assert_ne!(tally(&[Cell::Null]), tally(&[Cell::Text("")]));
        assert_ne!(tally(&[Cell::Int(1)]), tally(&[Cell::Real(1.0)]));
    }
}
