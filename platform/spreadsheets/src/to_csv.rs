//! A listing as CSV, so that the spreadsheets of its reader open it with a double click.
//!
//! UTF-8 with a mark at the beginning, without which Excel reads accents wrongly. French readers get `;` between the
//! fields and a decimal comma, as their spreadsheets expect; English readers `,` and a point. Days are written
//! `2026-11-23` for everybody: all spreadsheets know this form, and no other can be read in two ways. Every text stands
//! in quotes, so that a separator inside it never begins a cell of its own, and none can be run (`guard.rs`).

use csv::{QuoteStyle, Terminator, WriterBuilder};
use passerelle_kernel::Language;

use crate::{Listing, Value, guard::harmless};

/// The mark of UTF-8.
const MARK: &str = "\u{feff}";

/// How a language separates.
struct Signs {
    field: u8,
    decimal: &'static str,
}

impl Signs {
    const fn of(language: Language) -> Self {
        match language {
            Language::Fr => Self { field: b';', decimal: "," },
            Language::En => Self { field: b',', decimal: "." },
        }
    }
}

/// The listing as a CSV file for a reader of `language`.
pub fn csv(listing: &Listing, language: Language) -> Vec<u8> {
    let signs = Signs::of(language);
    let mut writer = WriterBuilder::new()
        .delimiter(signs.field)
        .terminator(Terminator::CRLF)
        .quote_style(QuoteStyle::Always)
        .from_writer(MARK.as_bytes().to_vec());
    let titles: Vec<String> = listing.columns.iter().map(|column| text(&column.title)).collect();
    // Writing into memory does not fail, and every row is written whole.
    let mut written = writer.write_record(&titles);
    for row in &listing.rows {
        let cells = row.iter().chain(std::iter::repeat(&Value::Nothing)).take(listing.columns.len());
        written = written.and(writer.write_record(cells.map(|value| cell(value, &signs))));
    }
    match (written, writer.into_inner()) {
        (Ok(()), Ok(bytes)) => bytes,
        _ => Vec::new(),
    }
}

fn text(text: &str) -> String {
    harmless(&text.replace("\r\n", "\n").replace('\r', "\n")).into_owned()
}

fn cell(value: &Value, signs: &Signs) -> String {
    match value {
        Value::Nothing => String::new(),
        Value::Text(words) => text(words),
        Value::Date(date) => date.to_string(),
        Value::Number(number) => number.to_string(),
        Value::Hours(time) => hours(time.0).replace('.', signs.decimal),
        Value::Money(amount) => decimals(amount.0, 100).replace('.', signs.decimal),
    }
}

/// `90` minutes are `1.5` hours; four decimals, so that a sum of thirds is right to the minute.
fn hours(minutes: i64) -> String {
    let text = format!("{:.4}", minutes as f64 / 60.0);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn decimals(amount: i64, unit: i64) -> String {
    let (whole, rest) = (amount.unsigned_abs() / unit.unsigned_abs(), amount.unsigned_abs() % unit.unsigned_abs());
    format!("{}{whole}.{rest:02}", if amount < 0 { "-" } else { "" })
}

#[cfg(test)]
mod tests {
    use passerelle_kernel::{Date, Minutes, Money};

    use super::*;
    use crate::{Column, Kind};

    fn listing() -> Listing {
        let kinds = [Kind::Text, Kind::Date, Kind::Number, Kind::Hours, Kind::Money];
        let columns = kinds.map(|kind| Column::new(format!("{kind:?}"), kind)).to_vec();
        let rows = vec![
            vec![
                "=HYPERLINK(\"x\"); Noël\r\n".into(),
                Date::constant(2026, 11, 3).into(),
                (-12_i64).into(),
                Minutes(-20).into(),
                Money(-1_234_505).into(),
            ],
            vec!["Éva".into(), Value::Nothing],
        ];
        Listing { title: "T".into(), columns, rows, notes: Vec::new() }
    }

    #[test]
    fn each_language_gets_what_its_spreadsheets_open() {
        let fr = String::from_utf8(csv(&listing(), Language::Fr)).unwrap();
        let head = "\u{feff}\"Text\";\"Date\";\"Number\";\"Hours\";\"Money\"\r\n";
        let line = "\"'=HYPERLINK(\"\"x\"\"); Noël\n\";\"2026-11-03\";\"-12\";\"-0,3333\";\"-12345,05\"\r\n";
        assert_eq!(fr, format!("{head}{line}\"Éva\";\"\";\"\";\"\";\"\"\r\n"));
        let en = String::from_utf8(csv(&listing(), Language::En)).unwrap();
        assert!(en.contains("\"2026-11-03\",\"-12\",\"-0.3333\",\"-12345.05\"\r\n"), "{en}");
    }

    #[test]
    fn hours_are_written_short() {
        for (minutes, text) in [(0, "0"), (450, "7.5"), (15, "0.25"), (1, "0.0167"), (600, "10"), (-90, "-1.5")] {
            assert_eq!(hours(minutes), text);
        }
    }
}
