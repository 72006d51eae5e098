//! From the bytes of a file to the texts of its lines, by column.

use std::collections::BTreeSet;

use passerelle_spreadsheets::{Size, Stopped, is_error, read};
use passerelle_web::listing::MOST_ROWS;
use serde::{Deserialize, Serialize};

use super::{List, Vocabulary, cells::Cells};
use crate::lists::ListColumn;

/// A line that begins so is a remark of its writer and is not read.
const REMARK: char = '#';

/// How much of a file is read: as many lines as a list that leaves has, and its titles.
pub(crate) fn size() -> Size {
    Size { rows: MOST_ROWS + 1, ..Size::default() }
}

/// Why a file cannot be understood at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum NotRead {
    /// It is not a list.
    Stopped(Stopped),
    /// One of these columns is needed.
    Missing(&'static [ListColumn]),
    /// Two columns have this title.
    Twice(ListColumn),
    /// There is no line under the titles.
    Nothing,
}

/// The texts of a file that was handed in, until it is applied.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Staged {
    /// The codes of the columns, in the order of the file; nothing for one that is not read.
    columns: Vec<Option<String>>,
    /// The titles of the columns that are not read.
    pub ignored: Vec<String>,
    rows: Vec<(u64, Vec<String>)>,
}

impl Staged {
    /// The columns of the file.
    pub(super) fn columns(&self) -> Vec<Option<ListColumn>> {
        self.columns.iter().map(|code| ListColumn::parse(code.as_deref()?)).collect()
    }

    /// The lines of the file.
    pub(super) fn lines<'a>(&'a self, columns: &'a [Option<ListColumn>]) -> impl Iterator<Item = Cells<'a>> {
        self.rows.iter().map(|(line, texts)| Cells::new(*line, columns, texts))
    }

    /// How many lines there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// The texts of a column, each once.
    pub fn texts(&self, column: ListColumn) -> BTreeSet<&str> {
        let place = self.columns.iter().position(|code| code.as_deref() == Some(column.as_str()));
        let Some(place) = place else { return BTreeSet::new() };
        let texts = self.rows.iter().filter_map(|(_, texts)| texts.get(place)).map(|text| text.trim());
        texts.filter(|text| !text.is_empty()).collect()
    }
}

/// Reads a file of a list, CSV or XLSX; its first line holds the titles of its columns, in any order.
///
/// # Errors
/// Why nothing of the file can be understood.
pub(crate) fn read_file(bytes: &[u8], list: List, vocabulary: &Vocabulary) -> Result<Staged, NotRead> {
    let grid = read(bytes, &size()).map_err(NotRead::Stopped)?;
    let mut rows = grid.rows.into_iter();
    let titles = rows.next().map(|row| row.cells).unwrap_or_default();
    let (mut found, mut ignored) = (Vec::<Option<ListColumn>>::new(), Vec::new());
    for title in &titles {
        let column = vocabulary.column(title).filter(|column| list.columns().contains(column));
        match column {
            Some(column) if found.contains(&Some(column)) => return Err(NotRead::Twice(column)),
            None if !title.trim().is_empty() => ignored.push(title.trim().to_owned()),
            _ => {}
        }
        found.push(column);
    }
    let is_missing = |group: &&&'static [ListColumn]| !group.iter().any(|column| found.contains(&Some(*column)));
    if let Some(group) = list.needed().iter().find(is_missing) {
        return Err(NotRead::Missing(group));
    }
    let width = found.len();
    let is_read = |cells: &[String]| {
        let mut read = cells.iter().zip(&found).filter(|(_, column)| column.is_some()).map(|(cell, _)| cell);
        !is_remark(cells) && read.any(|cell| !cell.trim().is_empty())
    };
    let rows: Vec<(u64, Vec<String>)> = rows
        .filter(|row| is_read(&row.cells))
        .map(|row| (row.line, row.cells.into_iter().take(width).collect()))
        .collect();
    if rows.is_empty() {
        return Err(NotRead::Nothing);
    }
    let columns = found.into_iter().map(|column| column.map(|column| column.as_str().to_owned())).collect();
    Ok(Staged { columns, ignored, rows })
}

/// Whether a line is a remark, as the example of a template is; `#REF!` is a mistake of the spreadsheet and none.
fn is_remark(cells: &[String]) -> bool {
    let first = cells.iter().map(|cell| cell.trim()).find(|cell| !cell.is_empty()).unwrap_or_default();
    first.starts_with(REMARK) && !is_error(first)
}
