//! A listing as a workbook: days are days, amounts are amounts, the titles stay in view, and what only looks like a
//! number (a telephone number, a post code) is text and keeps its zeros, also when somebody types it anew.

use passerelle_kernel::{Date, Timestamp};
pub use rust_xlsxwriter::XlsxError;
use rust_xlsxwriter::{
    ColNum, DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, RowNum, Workbook, Worksheet,
};

use crate::{Column, Kind, Listing, Value, guard::literal};

/// The longest text that a cell holds, by the format's own limit.
const LONGEST: usize = 32_767;
/// How many rows of an empty list offer its choices.
const TO_FILL: RowNum = 2_000;

/// The listing as a workbook that was made at `made_at`.
///
/// # Errors
/// When the workbook cannot hold the listing: more than a million rows.
pub fn xlsx(listing: &Listing, made_at: Timestamp) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let made = ExcelDateTime::from_timestamp(made_at.as_second())?;
    workbook.set_properties(&DocProperties::new().set_title(&listing.title).set_creation_datetime(&made));
    let sheet = workbook.add_worksheet();
    sheet.set_name(sheet_name(&listing.title))?;
    titles(sheet, &listing.columns)?;
    let formats: Vec<Format> = listing.columns.iter().map(|column| format(column.kind)).collect();
    for (row, values) in (1..).zip(&listing.rows) {
        for ((col, format), value) in (0..).zip(&formats).zip(values) {
            write(sheet, (row, col), value, format)?;
        }
    }
    if let (Some(last_row), Some(last_col)) = (last(listing.rows.len() + 1), last(listing.columns.len())) {
        sheet.autofilter(0, 0, last_row, ColNum::try_from(last_col).unwrap_or(0))?;
    }
    sheet.set_freeze_panes(1, 0)?.set_repeat_rows(0, 0)?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    if !listing.notes.is_empty() {
        notes(workbook.add_worksheet(), &listing.notes)?;
    }
    workbook.save_to_buffer()
}

fn last(count: usize) -> Option<RowNum> {
    RowNum::try_from(count).ok()?.checked_sub(1)
}

/// The title without what the name of a sheet may not hold.
fn sheet_name(title: &str) -> String {
    let name: String = title.chars().filter(|c| !c.is_control() && !"[]:*?/\\'".contains(*c)).take(31).collect();
    let name = name.trim();
    if name.is_empty() { "1".to_owned() } else { name.to_owned() }
}

fn format(kind: Kind) -> Format {
    match kind {
        Kind::Text => Format::new().set_num_format("@").set_align(FormatAlign::Top),
        Kind::Date => Format::new().set_num_format("dd/mm/yyyy"),
        Kind::Number => Format::new().set_num_format("0"),
        Kind::Hours => Format::new().set_num_format("0.00"),
        Kind::Money => Format::new().set_num_format("#,##0.00\\ \"€\""),
    }
}

/// Widths in characters: what most of such values need.
const fn width(kind: Kind) -> f64 {
    match kind {
        Kind::Text => 28.0,
        Kind::Date => 12.0,
        Kind::Number | Kind::Hours => 10.0,
        Kind::Money => 14.0,
    }
}

fn titles(sheet: &mut Worksheet, columns: &[Column]) -> Result<(), XlsxError> {
    let head = Format::new().set_bold().set_num_format("@");
    for (col, column) in (0..).zip(columns) {
        sheet.set_column_width(col, width(column.kind))?.set_column_format(col, &format(column.kind))?;
        sheet.write_string_with_format(0, col, cut(&column.title), &head)?;
        if !column.choices.is_empty() {
            let choice = DataValidation::new().allow_list_strings(&column.choices)?;
            sheet.add_data_validation(1, col, TO_FILL, col, &choice)?;
        }
    }
    Ok(())
}

fn write(sheet: &mut Worksheet, at: (RowNum, ColNum), value: &Value, format: &Format) -> Result<(), XlsxError> {
    let (row, col) = at;
    match value {
        Value::Nothing => sheet,
        Value::Text(text) => sheet.write_string_with_format(row, col, literal(cut(text)), format)?,
        Value::Date(date) => match day(*date) {
            Some(day) => sheet.write_datetime_with_format(row, col, &day, format)?,
            None => sheet.write_string(row, col, date.to_string())?,
        },
        Value::Number(number) => sheet.write_number_with_format(row, col, *number as f64, format)?,
        Value::Hours(time) => sheet.write_number_with_format(row, col, time.0 as f64 / 60.0, format)?,
        Value::Money(amount) => sheet.write_number_with_format(row, col, amount.0 as f64 / 100.0, format)?,
    };
    Ok(())
}

/// A day as workbooks count them, from 1900 on.
fn day(date: Date) -> Option<ExcelDateTime> {
    let (year, month, day) = (date.year().try_into().ok()?, date.month().try_into().ok()?, date.day().try_into().ok()?);
    ExcelDateTime::from_ymd(year, month, day).ok()
}

fn cut(text: &str) -> &str {
    text.char_indices().nth(LONGEST).map_or(text, |(end, _)| text.get(..end).unwrap_or_default())
}

fn notes(sheet: &mut Worksheet, notes: &[[String; 2]]) -> Result<(), XlsxError> {
    let (head, text) = (Format::new().set_bold().set_align(FormatAlign::Top), Format::new().set_text_wrap());
    sheet.set_column_width(0, 28)?.set_column_width(1, 80)?;
    for (row, [about, note]) in (0..).zip(notes) {
        sheet.write_string_with_format(row, 0, cut(about), &head)?;
        sheet.write_string_with_format(row, 1, cut(note), &text)?;
    }
    Ok(())
}
