//! Values that go into a statement.

use std::error::Error;

use passerelle_kernel::{Date, Id, Language, Minutes, Money, Time, Timestamp};
use rusqlite::types::{ToSqlOutput, Value, ValueRef};
use tokio_postgres::types::{IsNull, ToSql, Type, private::BytesMut, to_sql_checked};

/// A value for a statement: instants as milliseconds, dates and times as ISO text, ids as text.
#[derive(Clone, Debug, PartialEq)]
pub enum Param {
    /// Nothing.
    Null,
    /// Text.
    Text(String),
    /// A whole number.
    Int(i64),
    /// A real number.
    Real(f64),
    /// Bytes.
    Bytes(Vec<u8>),
}

impl Param {
    /// A text without the sign of nothing: PostgreSQL takes none, and no text that somebody means has one.
    fn text(text: String) -> Self {
        Self::Text(if text.contains('\0') { text.replace('\0', "\u{fffd}") } else { text })
    }
}

/// `params![a, b, …]`: the values of a statement, in the order of `?1`, `?2`, …
#[macro_export]
macro_rules! params {
    ($($value:expr),* $(,)?) => { &[$($crate::Param::from($value)),*] };
}

macro_rules! from {
    ($($type:ty => |$value:ident| $param:expr;)+) => {
        $(impl From<$type> for Param {
            fn from($value: $type) -> Self {
                $param
            }
        })+
    };
}

from! {
    String => |text| Self::text(text);
    &String => |text| Self::text(text.clone());
    &str => |text| Self::text(text.to_owned());
    i64 => |number| Self::Int(number);
    i32 => |number| Self::Int(number.into());
    u32 => |number| Self::Int(number.into());
    u8 => |number| Self::Int(number.into());
    i8 => |number| Self::Int(number.into());
    bool => |yes| Self::Int(yes.into());
    f64 => |number| Self::Real(number);
    Vec<u8> => |bytes| Self::Bytes(bytes);
    Money => |amount| Self::Int(amount.0);
    Minutes => |time| Self::Int(time.0);
    Timestamp => |at| Self::Int(at.as_millisecond());
    Date => |date| Self::Text(date.to_string());
    Time => |time| Self::Text(time.strftime("%H:%M").to_string());
    Language => |language| Self::Text(language.tag().to_owned());
}

impl<T: ?Sized> From<Id<T>> for Param {
    fn from(id: Id<T>) -> Self {
        Self::Text(id.to_string())
    }
}

impl<T: Into<Self>> From<Option<T>> for Param {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl rusqlite::ToSql for Param {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Null => ToSqlOutput::Owned(Value::Null),
            Self::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
            Self::Int(number) => ToSqlOutput::Owned(Value::Integer(*number)),
            Self::Real(number) => ToSqlOutput::Owned(Value::Real(*number)),
            Self::Bytes(bytes) => ToSqlOutput::Borrowed(ValueRef::Blob(bytes)),
        })
    }
}

impl ToSql for Param {
    fn to_sql(&self, kind: &Type, out: &mut BytesMut) -> std::result::Result<IsNull, Box<dyn Error + Sync + Send>> {
        match (self, kind) {
            (Self::Null, _) => Ok(IsNull::Yes),
            (Self::Text(text), _) => text.to_sql(kind, out),
            (Self::Int(number), &Type::INT4) => i32::try_from(*number)?.to_sql(kind, out),
            (Self::Int(number), &Type::FLOAT8) => (*number as f64).to_sql(kind, out),
            (Self::Int(number), _) => number.to_sql(kind, out),
            (Self::Real(number), _) => number.to_sql(kind, out),
            (Self::Bytes(bytes), _) => bytes.to_sql(kind, out),
        }
    }

    fn accepts(kind: &Type) -> bool {
        [Type::TEXT, Type::INT8, Type::INT4, Type::FLOAT8, Type::BYTEA, Type::VARCHAR, Type::NAME].contains(kind)
    }

    to_sql_checked!();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_has_no_sign_of_nothing() {
        for param in [Param::from("a\0b"), Param::from(String::from("a\0b")), Param::from(Some(&String::from("a\0b")))]
        {
            assert_eq!(param, Param::Text("a\u{fffd}b".into()));
        }
    }
}
