//! Moving house: a whole network in one file, out of one engine and into the other.
//!
//! The file is lines of JSON, compressed (gzip) and closed like a backup. The first line says where it comes from; then
//! each table: its name and columns, its rows, and how many there were with their hash; a last line says that this was
//! all. Tables come parents first. The new house is compared with the old one before the file counts as moved.

mod line;
mod read;
mod write;

pub use read::move_in;
pub use write::move_out;
