//! How an invoice went out: when, by which way, to whom. Told by the treasurer, who sends it; it changes no amount.

use passerelle_kernel::Date;

use super::Invoice;
use crate::{refusal::Refusal, text};

codes! {
    /// The way by which an invoice goes out.
    pub enum Way {
        /// By electronic mail.
        Email = "email",
        /// Through a portal or platform for invoices, such as Chorus Pro.
        Portal = "portal",
        /// By post.
        Post = "post",
    }
}

/// An invoice that was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dispatch {
    /// The day.
    pub on: Date,
    /// How.
    pub way: Way,
    /// To which address or service.
    pub to: String,
}

impl Invoice {
    /// The invoice went out; it may go out again.
    ///
    /// # Errors
    /// Refused without words for whom, on a day to come, and before the date of the invoice.
    pub fn sent(&self, on: Date, way: Way, to: &str, today: Date) -> Result<Dispatch, Refusal> {
        if on > today {
            return Err(Refusal::DateInTheFuture);
        }
        if on < self.issued().issued_on {
            return Err(Refusal::SentBeforeIssued);
        }
        Ok(Dispatch { on, way, to: text::said(to, text::LINE)? })
    }
}
