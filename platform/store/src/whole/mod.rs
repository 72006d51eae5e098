//! The whole database at once: its tables with their columns, every row of them, a copy while it is used.
//!
//! For backups, for moving between the engines, and for saying that two databases hold the same. Tables come parents
//! first, columns by name, rows by primary key in byte order: two databases with the same content tell it the same way.
//! The tables `migrations_…` and `search_…` are left out: the former tell of the program, not
//! of the people, the latter are made anew from the others.

mod copy;
mod fill;
mod postgres_tools;
mod scan;
mod table;
mod tally;
mod versions;

pub(crate) use copy::check;
pub use copy::{check_copy, copy_sqlite};
pub use postgres_tools::{dump_postgres, restore_postgres};
pub use table::{Column, Kind, Table};
pub use tally::{Counting, Tally};
