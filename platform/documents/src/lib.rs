//! Documents that leave the house: accessible PDF, invoices that machines read too, calendars.
//!
//! A PDF is typeset in the process by Typst from layouts in `templates/` that contain no words: every visible
//! word comes with the data, so that the capability that owns the matter owns its words in every language.
//! Output is written as PDF/A-3a and PDF/UA-1, tagged; fonts are embedded in the program, nothing is read from
//! disk or network. Which day it is, the caller says.

mod calendar;
mod fonts;
mod hybrid;
mod layout;
mod shared;
mod typesetter;
mod world;

pub use calendar::{Feed, Slot, write as write_calendar};
pub use layout::{Annex, Block, Column, Group, InvoicePage, Layout, Row, Section, Sheet, Table};
pub use shared::typesetter;
pub use typesetter::{Attachment, DocumentError, PdfFacts, Relation, Typesetter};
