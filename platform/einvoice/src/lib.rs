//! Electronic invoices: the semantic model of EN 16931 and the formats that carry it.
//!
//! The model knows no format; [`cii`] writes it as Cross Industry Invoice (Factur-X), [`ubl`] as Universal Business
//! Language (Peppol). A caller gives facts and lines, never sums: totals and the VAT breakdown are always computed
//! (rules BR-CO-10 to BR-CO-17), so that an invoice cannot contradict itself. `BT-…` and `BG-…` are the terms of EN 16931-1; `BR-FR-…` are the rules
//! of the French reform. Pure: no clock, no database, no visible words.

pub mod cii;
pub mod reference;
pub mod ubl;

mod check;
mod invoice;
mod line;
mod party;
mod totals;
mod vat;
mod xml;

pub use check::Problem;
pub use invoice::{Adjustment, Earlier, Invoice, Kind, Means, Note, Payment, Period, Process, Subject};
pub use line::{Line, Quantity, Unit};
pub use party::{Address, Contact, Identifier, Party};
pub use totals::Totals;
pub use vat::{Category, Exemption, Vat, VatShare, vatex};
