//! What two organisations agree on, and what of it may still change.
//!
//! From the first invoice on basis, VAT, rhythm and first day are fixed: what was invoiced by stays.

use std::collections::BTreeSet;

use passerelle_kernel::Id;

use super::{Agreement, Basis, BuyerReferences, Rhythm, Vat};
use crate::{mission::Mission, outside::Organisation, period::Period, refusal::Refusal};

/// The longest time to pay between professionals in France (Code de commerce L441-10).
pub const MOST_PAYMENT_DAYS: u16 = 60;
/// The longest notice, in days: more is a slip of the keyboard.
pub const MOST_NOTICE_DAYS: u16 = 366;

/// What two organisations agree on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// The missions that it covers.
    pub missions: BTreeSet<Id<Mission>>,
    /// What is invoiced for an hour.
    pub basis: Basis,
    /// The position on VAT.
    pub vat: Vat,
    /// How often an invoice is made.
    pub rhythm: Rhythm,
    /// Days to pay.
    pub payment_days: u16,
    /// What the buyer wants to read.
    pub buyer: BuyerReferences,
    /// The days on which it counts.
    pub period: Period,
    /// Days of notice to end it.
    pub notice_days: u16,
}

impl Terms {
    /// The terms of an agreement.
    pub fn of(agreement: &Agreement) -> Self {
        Self {
            missions: agreement.missions.clone(),
            basis: agreement.basis,
            vat: agreement.vat,
            rhythm: agreement.rhythm,
            payment_days: agreement.payment_days,
            buyer: agreement.buyer.clone(),
            period: agreement.period,
            notice_days: agreement.notice_days,
        }
    }
}

impl Agreement {
    /// Makes an agreement on these terms.
    ///
    /// # Errors
    /// Refused with too long a time to pay or to end it, or references that are too long.
    pub fn make(
        id: Id<Self>,
        org: Id<Organisation>,
        institution: Id<Organisation>,
        terms: Terms,
    ) -> Result<Self, Refusal> {
        if terms.payment_days > MOST_PAYMENT_DAYS {
            return Err(Refusal::PaymentDaysOutOfRange);
        }
        if terms.notice_days > MOST_NOTICE_DAYS {
            return Err(Refusal::NoticeDaysOutOfRange);
        }
        let buyer = terms.buyer.checked()?;
        let Terms { missions, basis, vat, rhythm, payment_days, period, notice_days, .. } = terms;
        Ok(Self { id, org, institution, missions, basis, vat, rhythm, payment_days, buyer, period, notice_days })
    }

    /// The same agreement on other terms; once there is an invoice, what it was invoiced by stays.
    ///
    /// # Errors
    /// As [`Agreement::make`]; refused with a last day before the first.
    pub fn change(self, terms: Terms, is_invoiced: bool) -> Result<Self, Refusal> {
        let terms = if is_invoiced {
            let period = Period::new(self.period.from, terms.period.until)?;
            Terms { basis: self.basis, vat: self.vat, rhythm: self.rhythm, period, ..terms }
        } else {
            terms
        };
        Self::make(self.id, self.org, self.institution, terms)
    }
}
