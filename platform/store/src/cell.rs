//! Values that come out of a row, without copies before they become types.

use std::str::FromStr;

use passerelle_kernel::{Date, Id, Language, Minutes, Money, Time, Timestamp};
use rusqlite::types::ValueRef;
use tokio_postgres::types::Type;

use crate::{Error, Result, held::ERASED};

/// One value of a row, still where the engine put it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell<'a> {
    /// Nothing.
    Null,
    /// Text.
    Text(&'a str),
    /// A whole number.
    Int(i64),
    /// A real number.
    Real(f64),
    /// Bytes.
    Bytes(&'a [u8]),
}

/// A row that an engine returned.
#[derive(Debug)]
pub struct Row<'a> {
    engine: EngineRow<'a>,
    /// The reader's words for somebody whose data was erased; without them [`ERASED`] is read as it is kept.
    erased: Option<&'a str>,
}

#[derive(Debug)]
enum EngineRow<'a> {
    Sqlite(&'a rusqlite::Row<'a>),
    Postgres(&'a tokio_postgres::Row),
}

impl<'a> Row<'a> {
    /// A row of SQLite.
    pub(crate) const fn sqlite(row: &'a rusqlite::Row<'a>, erased: Option<&'a str>) -> Self {
        Self { engine: EngineRow::Sqlite(row), erased }
    }

    /// A row of PostgreSQL.
    pub(crate) const fn postgres(row: &'a tokio_postgres::Row, erased: Option<&'a str>) -> Self {
        Self { engine: EngineRow::Postgres(row), erased }
    }
}

impl Row<'_> {
    /// The value at `column` (from 0) as a `T`.
    ///
    /// # Errors
    /// [`Error::Column`] when the column holds something else.
    pub fn get<T: Read>(&self, column: usize) -> Result<T> {
        T::read(self.cell(column)?).ok_or_else(|| Error::Column { column, problem: "not what was expected there" })
    }

    /// The text at `column`, where it lies; nothing when there is none.
    ///
    /// # Errors
    /// [`Error::Column`] when the column holds something else.
    pub fn text(&self, column: usize) -> Result<Option<&str>> {
        match self.cell(column)? {
            Cell::Null => Ok(None),
            Cell::Text(text) => Ok(Some(text)),
            _ => Err(Error::Column { column, problem: "no text" }),
        }
    }

    /// The value at `column` as a type that is read from its code, such as a state.
    ///
    /// # Errors
    /// [`Error::Column`] when the column holds another code.
    pub fn code<T>(&self, column: usize, parse: impl FnOnce(&str) -> Option<T>) -> Result<T> {
        match self.cell(column)? {
            Cell::Text(code) => parse(code).ok_or_else(|| Error::Column { column, problem: "an unknown code" }),
            _ => Err(Error::Column { column, problem: "no text" }),
        }
    }

    /// The same for a column that may hold nothing.
    ///
    /// # Errors
    /// [`Error::Column`] when the column holds another code.
    pub fn code_opt<T>(&self, column: usize, parse: impl FnOnce(&str) -> Option<T>) -> Result<Option<T>> {
        match self.cell(column)? {
            Cell::Null => Ok(None),
            _ => self.code(column, parse).map(Some),
        }
    }

    pub(crate) fn cell(&self, column: usize) -> Result<Cell<'_>> {
        Ok(match (self.kept(column)?, self.erased) {
            (Cell::Text(ERASED), Some(words)) => Cell::Text(words),
            (cell, _) => cell,
        })
    }

    fn kept(&self, column: usize) -> Result<Cell<'_>> {
        match self.engine {
            EngineRow::Sqlite(row) => match row.get_ref(column)? {
                ValueRef::Null => Ok(Cell::Null),
                ValueRef::Integer(number) => Ok(Cell::Int(number)),
                ValueRef::Real(number) => Ok(Cell::Real(number)),
                ValueRef::Text(text) => std::str::from_utf8(text)
                    .map(Cell::Text)
                    .map_err(|_| Error::Column { column, problem: "text that is not UTF-8" }),
                ValueRef::Blob(bytes) => Ok(Cell::Bytes(bytes)),
            },
            EngineRow::Postgres(row) => postgres_cell(row, column),
        }
    }
}

fn postgres_cell(row: &tokio_postgres::Row, column: usize) -> Result<Cell<'_>> {
    let Some(kind) = row.columns().get(column).map(tokio_postgres::Column::type_) else {
        return Err(Error::Column { column, problem: "no such column" });
    };
    let cell = match *kind {
        Type::INT8 => row.try_get::<_, Option<i64>>(column)?.map(Cell::Int),
        Type::INT4 => row.try_get::<_, Option<i32>>(column)?.map(|number| Cell::Int(number.into())),
        Type::FLOAT8 => row.try_get::<_, Option<f64>>(column)?.map(Cell::Real),
        Type::BYTEA => row.try_get::<_, Option<&[u8]>>(column)?.map(Cell::Bytes),
        Type::BOOL => row.try_get::<_, Option<bool>>(column)?.map(|yes| Cell::Int(yes.into())),
        _ => row.try_get::<_, Option<&str>>(column)?.map(Cell::Text),
    };
    Ok(cell.unwrap_or(Cell::Null))
}

/// A type that can be read from a column.
pub trait Read: Sized {
    /// The value, or nothing when the cell holds something else.
    fn read(cell: Cell<'_>) -> Option<Self>;
}

macro_rules! read {
    ($($type:ty: $pattern:pat => $value:expr;)+) => {
        $(impl Read for $type {
            fn read(cell: Cell<'_>) -> Option<Self> {
                match cell {
                    $pattern => $value,
                    _ => None,
                }
            }
        })+
    };
}

read! {
    String: Cell::Text(text) => Some(text.to_owned());
    i64: Cell::Int(number) => Some(number);
    u32: Cell::Int(number) => number.try_into().ok();
    u8: Cell::Int(number) => number.try_into().ok();
    i32: Cell::Int(number) => number.try_into().ok();
    bool: Cell::Int(number) => Some(number != 0);
    Vec<u8>: Cell::Bytes(bytes) => Some(bytes.to_vec());
    Money: Cell::Int(cents) => Some(Self(cents));
    Minutes: Cell::Int(minutes) => Some(Self(minutes));
    Timestamp: Cell::Int(millis) => Self::from_millisecond(millis).ok();
    Date: Cell::Text(text) => day(text);
    Time: Cell::Text(text) => text.parse().ok();
    Language: Cell::Text(text) => Self::find(text);
}

/// A day as we keep it, `2026-11-30`: lists read a hundred of them, and the parser of all that ISO 8601 allows takes
/// several times as long.
fn day(text: &str) -> Option<Date> {
    let [y0, y1, y2, y3, b'-', m0, m1, b'-', d0, d1] = *text.as_bytes() else { return text.parse().ok() };
    let number = |digits: &[u8]| {
        let add = |sum: i16, digit: &u8| digit.is_ascii_digit().then(|| sum * 10 + i16::from(digit - b'0'));
        digits.iter().try_fold(0, add)
    };
    let (month, day) = (number(&[m0, m1])?, number(&[d0, d1])?);
    Date::new(number(&[y0, y1, y2, y3])?, month.try_into().ok()?, day.try_into().ok()?).ok()
}

impl Read for f64 {
    fn read(cell: Cell<'_>) -> Option<Self> {
        match cell {
            Cell::Real(number) => Some(number),
            Cell::Int(number) => Some(number as Self),
            _ => None,
        }
    }
}

impl<T: ?Sized> Read for Id<T> {
    fn read(cell: Cell<'_>) -> Option<Self> {
        match cell {
            Cell::Text(text) => Self::from_str(text).ok(),
            _ => None,
        }
    }
}

impl<T: Read> Read for Option<T> {
    fn read(cell: Cell<'_>) -> Option<Self> {
        match cell {
            Cell::Null => Some(None),
            _ => T::read(cell).map(Some),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_the_parser_of_everything_reads_it() {
        let days = std::iter::successors(Some(Date::constant(1999, 12, 1)), |day| day.tomorrow().ok());
        for day in days.take(2_000) {
            assert_eq!(super::day(&day.to_string()), Some(day));
        }
        let odd = ["", "2026-02-29", "2026-13-01", "2026-00-10", "2026-1-01", "20260101", "+02026-01-01", "2026-01-0x"];
        for text in odd {
            assert_eq!(super::day(text), text.parse().ok(), "{text}");
        }
    }
}
