//! A file that somebody hands in as rows of texts, whichever program has saved it.

use crate::{Stopped, from_csv, from_xlsx};

/// How much of a file is read at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Bytes of the file.
    pub bytes: usize,
    /// Bytes of what a workbook, which is packed, unpacks to.
    pub unpacked: u64,
    /// Rows with something in them.
    pub rows: usize,
    /// Columns.
    pub columns: usize,
    /// Bytes of one cell.
    pub cell: usize,
}

impl Default for Size {
    /// A list of people of a large federation, with room to spare; a workbook of it takes some 100 MB while it is read.
    fn default() -> Self {
        Self { bytes: 8 << 20, unpacked: 48 << 20, rows: 10_000, columns: 60, cell: 4_000 }
    }
}

/// A row with something in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its number in the file, from 1: the line of a text file, the row of a workbook.
    pub line: u64,
    /// Its cells; those at the end may be missing.
    pub cells: Vec<String>,
}

impl Row {
    /// The text at this place, from 0; empty when nothing is there.
    pub fn get(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    /// Whether nothing can be read in it.
    pub(crate) fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// The rows of a file. There is at least one: the titles, if it has any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    /// The rows with something in them.
    pub rows: Vec<Row>,
}

/// Reads a file as CSV (UTF-8, UTF-16 or Windows-1252; separated by `;`, `,` or tabs) or as XLSX, whatever its name says.
///
/// Days of a workbook become `2026-11-23`, numbers are written out. It takes as long as [`Size`] allows (about a second):
/// work for a thread of its own.
///
/// # Errors
/// Why nothing of the file may be used.
pub fn read(bytes: &[u8], size: &Size) -> Result<Grid, Stopped> {
    if bytes.len() > size.bytes {
        return Err(Stopped::TooLarge);
    }
    let rows = match bytes {
        [b'P', b'K', 3, 4, ..] => from_xlsx::rows(bytes, size)?,
        [0xD0, 0xCF, 0x11, 0xE0, ..] => return Err(Stopped::OtherWorkbook),
        _ => from_csv::rows(bytes, size)?,
    };
    if rows.is_empty() { Err(Stopped::Empty) } else { Ok(Grid { rows }) }
}

/// What spreadsheets write where they cannot work something out, or where a column is too narrow.
pub fn is_error(text: &str) -> bool {
    let text = text.trim();
    let is_code = |rest: &str| {
        let rest = rest.trim_end_matches(['!', '?']);
        (2..=12).contains(&rest.len())
            && rest.chars().all(|c| c.is_uppercase() || c.is_ascii_digit() || "/#".contains(c))
    };
    text.strip_prefix('#').is_some_and(is_code) || text.strip_prefix("Err:").is_some_and(is_code)
}

#[cfg(test)]
mod tests {
    use passerelle_kernel::{Date, Language, Minutes, Money, Timestamp};
    use proptest::prelude::*;

    use super::*;
    use crate::{Column, Kind, Listing, Value, csv, xlsx};

    fn listing(texts: Vec<Vec<String>>) -> Listing {
        let columns = (0..3).map(|n| Column::new(format!("titre {n}"), Kind::Text)).collect();
        let rows = texts.into_iter().map(|row| row.into_iter().map(Value::from).collect()).collect();
        Listing { title: "Liste".into(), columns, rows, notes: Vec::new() }
    }

    fn texts(grid: &Grid) -> Vec<Vec<&str>> {
        grid.rows.iter().skip(1).map(|row| (0..3).map(|column| row.get(column)).collect()).collect()
    }

    #[test]
    fn days_and_numbers_come_back_as_texts() {
        let kinds = [Kind::Date, Kind::Number, Kind::Hours, Kind::Money];
        let columns = kinds.map(|kind| Column::new(format!("{kind:?}"), kind)).to_vec();
        let row =
            vec![Date::constant(2026, 2, 28).into(), 612_345_678_i64.into(), Minutes(450).into(), Money(-1_205).into()];
        let old = vec![Date::constant(1850, 1, 1).into()];
        let listing = Listing { columns, rows: vec![row, old], ..Listing::default() };
        let grid = read(&xlsx(&listing, Timestamp::UNIX_EPOCH).unwrap(), &Size::default()).unwrap();
        assert_eq!(grid.rows[0].cells, ["Date", "Number", "Hours", "Money"]);
        assert_eq!(
            grid.rows[1],
            Row { line: 2, cells: ["2026-02-28", "612345678", "7.5", "-12.05"].map(Into::into).to_vec() }
        );
        assert_eq!(grid.rows[2].get(0), "1850-01-01");
    }

    #[test]
    fn a_file_that_is_none_is_refused_with_its_reason() {
        let small = Size { bytes: 100, rows: 2, columns: 2, cell: 10, ..Size::default() };
        let files: [(&[u8], Stopped); 9] = [
            (b"PK\x03\x04 not really", Stopped::Unreadable),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Stopped::OtherWorkbook),
            (b"a\0b\n", Stopped::NotText),
            (b"\n ; ;\n\n", Stopped::Empty),
            (b"", Stopped::Empty),
            (b"a;b\n1;2\n3;4\n", Stopped::TooManyLines),
            (b"a;b;c\n", Stopped::TooManyColumns),
            (b"a;b\n\"0123456789;1\n2;3\n", Stopped::CellTooLong(2)),
            (&[b'x'; 101], Stopped::TooLarge),
        ];
        for (bytes, stopped) in files {
            assert_eq!(read(bytes, &small), Err(stopped), "{:?}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn what_a_spreadsheet_could_not_work_out_is_known() {
        for text in ["#REF!", "#N/A", "#NOM?", "#DIV/0!", "########", "Err:502", " #VALEUR! "] {
            assert!(is_error(text), "{text}");
        }
        for text in ["", "#1", "Noor", "#Équipe mobile", "12", "Erreur"] {
            assert!(!is_error(text), "{text}");
        }
    }

    fn cell() -> impl Strategy<Value = String> {
        // What XML and text files can hold; a line break is a line break.
        "[\\PC\n'=+@;,\"\t-]{0,12}"
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn what_leaves_comes_back(rows in prop::collection::vec((cell(), cell()), 1..6)) {
            let rows: Vec<Vec<String>> = rows.into_iter().map(|(a, b)| vec!["x".into(), a, b]).collect();
            let listing = listing(rows.clone());
            for language in Language::ALL {
                let grid = read(&csv(&listing, language), &Size::default()).unwrap();
                prop_assert_eq!(texts(&grid), rows.clone());
            }
            let book = xlsx(&listing, Timestamp::UNIX_EPOCH).unwrap();
            let grid = read(&book, &Size::default()).unwrap();
            prop_assert_eq!(texts(&grid), rows);
        }

        #[test]
        fn no_bytes_can_do_harm(bytes in prop::collection::vec(any::<u8>(), 0..400), start in 0..4usize) {
            let starts: [&[u8]; 4] = [b"", b"PK\x03\x04", b"\xFF\xFE", b"\xEF\xBB\xBFsep=;\n"];
            let _ = read(&[starts[start], &bytes].concat(), &Size::default());
        }

        #[test]
        fn a_damaged_workbook_does_no_harm(at in 0..6000usize, byte in any::<u8>(), cut in 0..6000usize) {
            let mut book = xlsx(&listing(vec![vec!["a".into(), "b".into()]]), Timestamp::UNIX_EPOCH).unwrap();
            let at = at % book.len();
            book[at] = byte;
            let _ = read(&book, &Size::default());
            book.truncate(cut);
            let _ = read(&book, &Size::default());
        }
    }
}
