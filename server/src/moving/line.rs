//! The lines of the file, and the values in them.
//!
//! Text and whole numbers are what they are in JSON; a real number is a text that reads back to the very same bits;
//! bytes are base64.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result, bail};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use passerelle_kernel::Timestamp;
use passerelle_store::{Cell, Param, whole::Tally};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// The form of the file; a reader refuses a higher number.
pub(super) const FORM: u32 = 1;

/// A line that is no row.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Line {
    /// The first.
    Network { form: u32, program: String, engine: String, made_at: Timestamp, migrations: BTreeMap<String, i64> },
    /// Before the rows of a table.
    Table { name: String, columns: Vec<String> },
    /// After them.
    End(Tally),
    /// The last.
    All { tables: usize },
}

/// A row as a line.
pub(super) fn row(cells: &[Cell<'_>]) -> String {
    let value = |cell: &Cell<'_>| match cell {
        Cell::Null => Value::Null,
        Cell::Text(text) => Value::from(*text),
        Cell::Int(number) => Value::from(*number),
        Cell::Real(number) => json!({ "real": number.to_string() }),
        Cell::Bytes(bytes) => json!({ "bytes": STANDARD.encode(bytes) }),
    };
    Value::Array(cells.iter().map(value).collect()).to_string()
}

/// The values of a row.
pub(super) fn values(line: &str) -> Result<Vec<Param>> {
    let values: Vec<Value> = serde_json::from_str(line).context("a row that cannot be read")?;
    values.into_iter().map(value).collect()
}

fn value(value: Value) -> Result<Param> {
    Ok(match value {
        Value::Null => Param::Null,
        Value::String(text) => Param::Text(text),
        Value::Number(number) => Param::Int(number.as_i64().context("a number that is not whole")?),
        Value::Object(object) => match object.iter().next() {
            Some((kind, Value::String(text))) if kind == "real" => Param::Real(text.parse()?),
            Some((kind, Value::String(text))) if kind == "bytes" => Param::Bytes(STANDARD.decode(text)?),
            _ => bail!("a value of an unknown kind"),
        },
        _ => bail!("a value of an unknown kind"),
    })
}

/// The value as it was, to be counted.
pub(super) fn cell(value: &Param) -> Cell<'_> {
    match value {
        Param::Null => Cell::Null,
        Param::Text(text) => Cell::Text(text),
        Param::Int(number) => Cell::Int(*number),
        Param::Real(number) => Cell::Real(*number),
        Param::Bytes(bytes) => Cell::Bytes(bytes),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn any_value() -> impl Strategy<Value = Param> {
        prop_oneof![
            Just(Param::Null),
            any::<String>().prop_map(Param::Text),
            any::<i64>().prop_map(Param::Int),
            any::<f64>().prop_filter("a number", |number| number.is_finite()).prop_map(Param::Real),
            any::<Vec<u8>>().prop_map(Param::Bytes),
        ]
    }

    proptest! {
        #[test]
        fn every_value_comes_back_as_it_was(row_of in proptest::collection::vec(any_value(), 0..12)) {
            let cells: Vec<_> = row_of.iter().map(cell).collect();
            let line = row(&cells);
            prop_assert!(!line.contains('\n'));
            prop_assert_eq!(values(&line).unwrap(), row_of);
        }
    }

    #[test]
    fn what_no_row_says_is_refused() {
        for line in ["", "[", "{}", "[1.5]", "[true]", "[[]]", "[{\"real\":\"x\"}]", "[{\"bytes\":\"?\"}]", "[{}]"] {
            assert!(values(line).is_err(), "{line}");
        }
    }
}
