//! Pictures for those who would rather look than read, drawn by the server as SVG, each with a table behind it.

mod crossing;
mod map;
mod scale;
mod week;

pub use crossing::crossing;
pub use map::{Map, Mark, map};
pub use week::{Day, Pattern, Slot, Week, week};
