//! The cells of one line, and what dates and telephone numbers become in spreadsheets.

use passerelle_kernel::Date;

use crate::{Country, lists::ListColumn};

/// The cells of one line by their columns.
pub(super) struct Cells<'a> {
    pub line: u64,
    columns: &'a [Option<ListColumn>],
    texts: &'a [String],
}

impl<'a> Cells<'a> {
    pub fn new(line: u64, columns: &'a [Option<ListColumn>], texts: &'a [String]) -> Self {
        Self { line, columns, texts }
    }

    /// What stands in the column; empty when nothing does, or the file has no such column.
    pub fn get(&self, column: ListColumn) -> &'a str {
        let place = self.columns.iter().position(|one| *one == Some(column));
        place.and_then(|place| self.texts.get(place)).map_or("", |text| text.trim())
    }

    /// The same, only if something stands there.
    pub fn given(&self, column: ListColumn) -> Option<&'a str> {
        Some(self.get(column)).filter(|text| !text.is_empty())
    }

    /// The first column in which the spreadsheet wrote that it could not work something out.
    pub fn error(&self) -> Option<ListColumn> {
        let read = self.columns.iter().zip(self.texts);
        read.filter(|(_, text)| passerelle_spreadsheets::is_error(text)).find_map(|(column, _)| *column)
    }
}

/// The days that a column takes: what is outside was mistyped.
const YEARS: std::ops::RangeInclusive<i16> = 1930..=2100;

/// A day as people and spreadsheets write it: `2026-12-31`, `31/12/2026` (the day first, always), the number by which
/// workbooks count days; a time after it is left out.
pub(super) fn day(text: &str) -> Option<Date> {
    let text = text.split(['T', ' ', '\u{a0}']).next().unwrap_or_default();
    let parts: Vec<&str> = text.split(['/', '-', '.']).collect();
    let date = match parts.as_slice() {
        [year, month, day] if year.len() == 4 => date(year, month, day),
        [day, month, year] if year.len() == 4 => date(year, month, day),
        [serial] if serial.len() == 5 => {
            let days: i64 = serial.parse().ok()?;
            Date::constant(1899, 12, 30).checked_add(jiff::Span::new().days(days)).ok()
        }
        _ => None,
    };
    date.filter(|date| YEARS.contains(&date.year()))
}

fn date(year: &str, month: &str, day: &str) -> Option<Date> {
    let is_plain = [year, month, day].iter().all(|part| part.bytes().all(|b| b.is_ascii_digit()) && part.len() <= 4);
    let date = || Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok();
    is_plain.then(date).flatten()
}

/// A telephone number with the zero that a spreadsheet took for nothing: in France ten digits, in Belgium nine or ten.
pub(super) fn phone(text: &str, country: Country) -> String {
    let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let lengths: &[usize] = match country {
        Country::FRANCE => &[9],
        Country::BELGIUM => &[8, 9],
        _ => &[],
    };
    let has_lost =
        lengths.contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit()) && !digits.starts_with('0');
    if has_lost { format!("0{digits}") } else { text.to_owned() }
}
