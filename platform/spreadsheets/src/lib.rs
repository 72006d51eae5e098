//! Lists as files: what people take home from a list page, and what they hand in from their spreadsheet.
//!
//! A capability fills one [`Listing`]; it leaves as CSV or XLSX. A file that comes back, whoever made it, becomes one
//! [`Grid`] of texts: [`read`] is a pure function over its bytes, bounded in time and memory. It knows no words, no
//! people and no database.

mod archive;
mod format;
mod from_csv;
mod from_xlsx;
mod grid;
mod guard;
mod lines;
mod listing;
mod stopped;
mod to_csv;
mod to_xlsx;

pub use format::Format;
pub use grid::{Grid, Row, Size, is_error, read};
pub use lines::{Limits, Line, Lines};
pub use listing::{Column, Kind, Listing, Value};
pub use stopped::Stopped;
pub use to_csv::csv;
pub use to_xlsx::{XlsxError, xlsx};
