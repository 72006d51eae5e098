//! The two formats in which a list leaves.

/// A format that spreadsheets open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Text with separators, for programs and for those who want to see what is in it.
    Csv,
    /// A workbook, in which dates are dates and numbers are numbers.
    Xlsx,
}

impl Format {
    /// Both, the one that most people want first.
    pub const ALL: [Self; 2] = [Self::Xlsx, Self::Csv];

    /// The end of a file's name, without its dot.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }

    /// The format of a file by the end of its name.
    pub fn of_name(name: &str) -> Option<Self> {
        let ending = name.rsplit_once('.')?.1;
        Self::ALL.into_iter().find(|format| format.ending() == ending)
    }

    /// What HTTP calls it.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}
