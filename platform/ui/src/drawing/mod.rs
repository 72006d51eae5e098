//! Pictures for those who would rather look than read, drawn by the server as SVG, each with a table behind it.

mod crossing;
mod map;
mod rota;
mod scale;
mod week;

pub use crossing::crossing;
pub use map::{Map, Mark, map};
pub use rota::{Head, Rota, Row, Shade, Time, rota};
pub use week::{Day, Pattern, Slot, Week, week};
