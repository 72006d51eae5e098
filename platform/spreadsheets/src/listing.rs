//! A list that leaves: its columns with what they hold, its rows.

use passerelle_kernel::{Date, Minutes, Money};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Words, and what only looks like a number: telephone, post code, SIRET.
    Text,
    /// A day.
    Date,
    /// A whole number.
    Number,
    /// Working time, in hours with decimals: what is multiplied by a rate.
    Hours,
    /// An amount in euros.
    Money,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its title, in the reader's language.
    pub title: String,
    /// What it holds.
    pub kind: Kind,
    /// What may be chosen, where only some answers are understood; for a workbook that is to be filled in.
    pub choices: Vec<String>,
}

impl Column {
    /// A column of this kind.
    pub fn new(title: String, kind: Kind) -> Self {
        Self { title, kind, choices: Vec::new() }
    }
}

/// What stands in one place.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing.
    Nothing,
    /// Words.
    Text(String),
    /// A day.
    Date(Date),
    /// A whole number.
    Number(i64),
    /// Working time.
    Hours(Minutes),
    /// An amount.
    Money(Money),
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        if text.is_empty() { Self::Nothing } else { Self::Text(text) }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

macro_rules! from {
    ($($type:ty => $variant:ident;)+) => {
        $(impl From<$type> for Value {
            fn from(value: $type) -> Self {
                Self::$variant(value)
            }
        })+
    };
}

from! {
    Date => Date;
    i64 => Number;
    Minutes => Hours;
    Money => Money;
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Nothing, Into::into)
    }
}

/// A list that leaves as a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Listing {
    /// What it shows, in the reader's language: the title of the workbook.
    pub title: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows, each with a value for every column.
    pub rows: Vec<Vec<Value>>,
    /// What one should know to fill it in, line by line, on a page of the workbook beside it.
    pub notes: Vec<[String; 2]>,
}
