//! From lines to rows: the manifest, a site, the place of a site, or a refusal with its reason.
//!
//! Rows are positional and separated by `;`; a spreadsheet may have put quotes around fields and empty fields after
//! the last. Each line is a row of its own, so that one stray quote spoils one row only.

use std::io::BufRead;

use passerelle_kernel::Date;
use passerelle_spreadsheets::{Line, Lines};

use super::{Facts, Limits, Progress, Reason, Refused, Repair, Stopped, record::Record};
use crate::{FinessNumber, Point};

/// The first line: which edition of the registry this is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manifest {
    /// Number of the edition.
    pub edition: String,
    /// Its date.
    pub published_on: Option<Date>,
    /// What had to be repaired in this line.
    pub repairs: Vec<Repair>,
}

/// A site.
#[derive(Clone, Debug, PartialEq)]
pub struct Site {
    /// Line of the file, from 1.
    pub line: u64,
    /// What the line says; its place on the map is on another line.
    pub facts: Facts,
    /// What had to be repaired in this line.
    pub repairs: Vec<Repair>,
}

/// The place of a site.
#[derive(Clone, Debug, PartialEq)]
pub struct Position {
    /// Line of the file, from 1.
    pub line: u64,
    /// Number of the site.
    pub number: FinessNumber,
    /// Where it is.
    pub point: Point,
    /// What had to be repaired in this line.
    pub repairs: Vec<Repair>,
}

/// A row of the file.
#[derive(Clone, Debug, PartialEq)]
pub enum Row {
    /// The first line.
    Manifest(Manifest),
    /// A site.
    Site(Box<Site>),
    /// The place of a site.
    Position(Position),
    /// A line that is not imported.
    Refused(Refused),
}

/// Reads the rows of a file one by one.
pub struct Rows<R> {
    lines: Lines<R>,
    quoted: csv_core::Reader,
    bare: csv_core::Reader,
    record: Record,
}

impl<R: BufRead> Rows<R> {
    /// Rows of `input`, as far as `limits` allow.
    pub fn new(input: R, limits: Limits) -> Self {
        let reader = |quoting| csv_core::ReaderBuilder::new().delimiter(b';').quoting(quoting).build();
        Self { lines: Lines::new(input, limits), quoted: reader(true), bare: reader(false), record: Record::default() }
    }

    /// How far the reading is.
    pub fn progress(&self) -> Progress {
        Progress { lines: self.lines.number, bytes: self.lines.bytes }
    }

    fn row(&mut self, text: &str) -> Option<Row> {
        if text.bytes().all(|b| b == b';' || b.is_ascii_whitespace()) {
            return None;
        }
        let whole = self.record.split(&mut self.quoted, text);
        if (!whole || self.record.is_short()) && text.contains('"') {
            self.record.split(&mut self.bare, text);
        }
        let line = self.lines.number;
        let row = match self.record.get(0) {
            "finess" => Ok(self.record.manifest(line)),
            "structureet" => self.record.site(line),
            "geolocalisation" => self.record.position(line),
            _ => Err(Reason::UnknownKind),
        };
        Some(row.unwrap_or_else(|reason| Row::Refused(Refused { line, reason, about: self.record.about() })))
    }
}

impl<R: BufRead> Iterator for Rows<R> {
    type Item = Result<Row, Stopped>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            match self.lines.next() {
                Err(stopped) => return Some(Err(stopped)),
                Ok(None) => return None,
                Ok(Some(Line::TooLong)) => {
                    let (line, reason) = (self.lines.number, Reason::LineTooLong);
                    return Some(Ok(Row::Refused(Refused { line, reason, about: String::new() })));
                }
                Ok(Some(Line::Text(text))) => {
                    if let Some(row) = self.row(&text) {
                        return Some(Ok(row));
                    }
                }
            }
        }
    }
}
