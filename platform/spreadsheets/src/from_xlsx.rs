//! Rows of a workbook: those of its first sheet that is shown.
//!
//! Cells are read one by one and never as a rectangle: a cell at the far end of a sheet costs one cell. calamine gets
//! what [`archive`](crate::archive) has checked; should it panic all the same, the file is unreadable and no more.

use std::{
    io::Cursor,
    panic::{AssertUnwindSafe, catch_unwind},
};

use calamine::{DataRef, Reader as _, SheetType, SheetVisible, Xlsx};
use passerelle_kernel::Date;

use crate::{Row, Size, Stopped, archive, guard::plain};

pub(crate) fn rows(bytes: &[u8], size: &Size) -> Result<Vec<Row>, Stopped> {
    let checked = archive::checked(bytes, size)?;
    catch_unwind(AssertUnwindSafe(|| sheet(checked, size))).unwrap_or(Err(Stopped::Unreadable))
}

fn sheet(bytes: Vec<u8>, size: &Size) -> Result<Vec<Row>, Stopped> {
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|_| Stopped::Unreadable)?;
    let is_shown =
        |sheet: &&calamine::Sheet| sheet.visible == SheetVisible::Visible && sheet.typ == SheetType::WorkSheet;
    let name = book.sheets_metadata().iter().find(is_shown).map(|sheet| sheet.name.clone()).ok_or(Stopped::Empty)?;
    let mut cells = book.worksheet_cells_reader(&name).map_err(|_| Stopped::Unreadable)?;
    let mut rows: Vec<Row> = Vec::new();
    while let Some(cell) = cells.next_cell().map_err(|_| Stopped::Unreadable)? {
        let (row, column) = cell.get_position();
        let line = u64::from(row) + 1;
        let text = text(cell.get_value());
        if text.is_empty() {
            continue;
        }
        if text.len() > size.cell {
            return Err(Stopped::CellTooLong(line));
        }
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        if column >= size.columns {
            return Err(Stopped::TooManyColumns);
        }
        put(&mut rows, line, column, text, size)?;
    }
    rows.retain(|row| !row.is_blank());
    Ok(rows)
}

fn put(rows: &mut Vec<Row>, line: u64, column: usize, text: String, size: &Size) -> Result<(), Stopped> {
    match rows.last().map(|row| row.line) {
        // Rows come in their order; a file in which they do not was not saved by a spreadsheet.
        Some(last) if line < last => return Err(Stopped::Unreadable),
        Some(last) if line == last => {}
        _ if rows.len() >= size.rows => return Err(Stopped::TooManyLines),
        _ => rows.push(Row { line, cells: Vec::new() }),
    }
    if let Some(row) = rows.last_mut() {
        if row.cells.len() <= column {
            row.cells.resize(column + 1, String::new());
        }
        row.cells[column] = text;
    }
    Ok(())
}

fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::String(text) => plain(text).to_owned(),
        DataRef::SharedString(text) => plain(text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => written_out(*number),
        DataRef::Bool(yes) => u8::from(*yes).to_string(),
        DataRef::DateTime(at) if at.is_datetime() => {
            let (year, month, day, ..) = at.to_ymd_hms_milli();
            let date = match (year.try_into(), month.try_into(), day.try_into()) {
                (Ok(year), Ok(month), Ok(day)) => Date::new(year, month, day).ok(),
                _ => None,
            };
            date.map_or_else(|| written_out(at.as_f64()), |date| date.to_string())
        }
        DataRef::DateTime(span) => written_out(span.as_f64()),
        DataRef::DateTimeIso(text) => text.split('T').next().unwrap_or_default().to_owned(),
        DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error.to_string(),
        _ => String::new(),
    }
}

/// A number with all its digits: a telephone number that a spreadsheet took for one is whole but for its zero.
fn written_out(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() < 1e15 { format!("{number:.0}") } else { number.to_string() }
}
