//! Why a file is not read at all.

/// Why reading stopped before the end: nothing of the file may be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stopped {
    /// The file could not be read.
    Unreadable,
    /// More bytes than allowed.
    TooLarge,
    /// More lines than allowed.
    TooManyLines,
    /// More columns than allowed.
    TooManyColumns,
    /// A workbook where a text file is wanted.
    Workbook,
    /// A workbook of another kind than XLSX (xls, ods, xlsb).
    OtherWorkbook,
    /// Not text in UTF-8 or Windows-1252.
    NotText,
    /// A text longer than any cell, at this line: a quote that is never closed, most of the time.
    CellTooLong(u64),
    /// No line with something in it.
    Empty,
}

impl Stopped {
    /// One of each, so that a test can look for the words of each.
    pub const ALL: &[Self] = &[
        Self::Unreadable,
        Self::TooLarge,
        Self::TooManyLines,
        Self::TooManyColumns,
        Self::Workbook,
        Self::OtherWorkbook,
        Self::NotText,
        Self::CellTooLong(0),
        Self::Empty,
    ];

    /// The stable code, with which a capability makes the key of its words.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::TooLarge => "too-large",
            Self::TooManyLines => "too-many-lines",
            Self::TooManyColumns => "too-many-columns",
            Self::Workbook => "workbook",
            Self::OtherWorkbook => "other-workbook",
            Self::NotText => "not-text",
            Self::CellTooLong(_) => "cell-too-long",
            Self::Empty => "empty",
        }
    }

    /// The line at which reading stopped, where that helps to mend the file.
    pub const fn line(self) -> Option<u64> {
        match self {
            Self::CellTooLong(line) => Some(line),
            _ => None,
        }
    }
}
