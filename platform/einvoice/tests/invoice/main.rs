//! Invoices of an association that lends people: sums, problems, and the XML that carries them.

mod checking;
mod sample;
mod sums;
mod universal;
mod writing;
