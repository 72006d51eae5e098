//! Invoices: made from approved hours, numbered without a gap, credited as a whole, paid in one or more times.
//!
//! An issued [`Invoice`] is sealed: it can be paid or credited, never changed. Each entry is on one invoice that
//! counts; a credit note sets its entries free again. Amounts of a credit note are positive, as in EN 16931 for type
//! 381. Sources: domain A5; EN 16931; BR-FR rules for numbers.

mod dispatch;
mod document;
mod draft;
mod electronic;
mod number;
mod paper;
mod party;

pub use dispatch::{Dispatch, Way};
pub use document::{page, render};
pub use draft::{AnnexLine, Draft, LeftOut, Line, Why, allocated, draft, left_out, with_arrears};
pub use electronic::{seal, seal_credit};
pub use number::{Last, Number, Series};
pub use paper::{MissionNames, Names, Paper};
pub use party::{Missing, Parties, parties};

use passerelle_kernel::{Date, Id, Money};

use crate::{
    agreement::{Agreement, Basis, BuyerReferences, Vat},
    outside::Organisation,
    period,
    refusal::Refusal,
    text,
};

/// An invoice, or the credit note of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An invoice (type 380).
    Invoice,
    /// The credit note of a whole invoice (type 381).
    CreditNote {
        /// The invoice that it cancels.
        of: Id<Invoice>,
        /// Its number.
        number: Number,
    },
}

/// All that was issued.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issued {
    /// The id of the invoice.
    pub id: Id<Invoice>,
    /// The association that invoices.
    pub org: Id<Organisation>,
    /// The agreement.
    pub agreement: Id<Agreement>,
    /// The institution that pays.
    pub institution: Id<Organisation>,
    /// Invoice or credit note.
    pub kind: Kind,
    /// The number.
    pub number: Number,
    /// The date of the invoice.
    pub issued_on: Date,
    /// The last day to pay.
    pub due_on: Date,
    /// The basis at that time.
    pub basis: Basis,
    /// The position on VAT at that time.
    pub vat: Vat,
    /// What the buyer wants to read.
    pub buyer: BuyerReferences,
    /// Period, lines, annex and sums.
    pub content: Draft,
}

/// Money that came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payment {
    /// The day on the statement of account.
    pub on: Date,
    /// How much.
    pub amount: Money,
    /// What the payer wrote, or nothing.
    pub reference: String,
}

codes! {
    /// Where an invoice stands on a day.
    pub enum Stage {
        /// Nothing has been paid and the day to pay is not over.
        Issued = "issued",
        /// A part has been paid and the day to pay is not over.
        PartlyPaid = "partly-paid",
        /// All has been paid.
        Paid = "paid",
        /// Something is due and the day to pay is over.
        Late = "late",
        /// A credit note has cancelled it.
        Credited = "credited",
        /// It is a credit note.
        CreditNote = "credit-note",
    }
}

/// What is needed to say where an invoice stands, without its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// It is a credit note.
    pub is_credit_note: bool,
    /// A credit note has cancelled it.
    pub is_credited: bool,
    /// The sum with VAT.
    pub gross: Money,
    /// What was paid.
    pub paid: Money,
    /// The last day to pay.
    pub due_on: Date,
}

impl Standing {
    /// Where it stands on a day.
    pub fn stage(&self, today: Date) -> Stage {
        match self {
            Self { is_credit_note: true, .. } => Stage::CreditNote,
            Self { is_credited: true, .. } => Stage::Credited,
            _ if self.paid >= self.gross => Stage::Paid,
            _ if self.due_on < today => Stage::Late,
            _ if self.paid == Money::ZERO => Stage::Issued,
            _ => Stage::PartlyPaid,
        }
    }
}

/// An issued invoice or credit note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invoice {
    issued: Issued,
    payments: Vec<Payment>,
    credited_by: Option<Id<Invoice>>,
}

impl Invoice {
    /// Issues a draft under the next number of the series.
    ///
    /// # Errors
    /// Refused before the last invoice's date, when the draft is not of this agreement, or above the cost.
    pub fn issue(
        id: Id<Self>,
        agreement: &Agreement,
        content: Draft,
        series: &Series,
        on: Date,
    ) -> Result<(Self, Series), Refusal> {
        if content.agreement != agreement.id || series.org != agreement.org {
            return Err(Refusal::OtherAgreement);
        }
        agreement.basis.allows(content.net, content.minutes(), content.lines.len())?;
        let (number, series) = series.next(on)?;
        let issued = Issued {
            id,
            org: agreement.org,
            agreement: agreement.id,
            institution: agreement.institution,
            kind: Kind::Invoice,
            number,
            issued_on: on,
            due_on: period::later(on, i32::from(agreement.payment_days)),
            basis: agreement.basis,
            vat: agreement.vat,
            buyer: agreement.buyer.clone(),
            content,
        };
        Ok((Self::restore(issued, Vec::new(), None), series))
    }

    /// Reads an invoice back from the store.
    pub const fn restore(issued: Issued, payments: Vec<Payment>, credited_by: Option<Id<Self>>) -> Self {
        Self { issued, payments, credited_by }
    }

    /// All that was issued.
    pub const fn issued(&self) -> &Issued {
        &self.issued
    }

    /// The payments, in the order in which they were entered.
    pub fn payments(&self) -> &[Payment] {
        &self.payments
    }

    /// The credit note that cancels it.
    pub const fn credited_by(&self) -> Option<Id<Self>> {
        self.credited_by
    }

    /// Cancels the whole invoice with a credit note; gives back both and the series.
    ///
    /// # Errors
    /// Refused twice, for a credit note, and before the last date of the series.
    pub fn credit(self, id: Id<Self>, series: &Series, on: Date) -> Result<(Self, Self, Series), Refusal> {
        self.counts()?;
        if series.org != self.issued.org {
            return Err(Refusal::OtherAgreement);
        }
        let (number, series) = series.next(on)?;
        let kind = Kind::CreditNote { of: self.issued.id, number: self.issued.number.clone() };
        let issued = Issued { id, kind, number, issued_on: on, due_on: on, ..self.issued.clone() };
        let credited = Self { credited_by: Some(id), ..self };
        Ok((credited, Self::restore(issued, Vec::new(), None), series))
    }

    /// Enters a payment, of a part or of the rest.
    ///
    /// # Errors
    /// Refused for a credit note or a credited invoice, beyond the balance, for nothing, and on a day to come.
    pub fn pay(mut self, on: Date, amount: Money, reference: &str, today: Date) -> Result<Self, Refusal> {
        self.counts()?;
        if on > today {
            return Err(Refusal::DateInTheFuture);
        }
        if amount <= Money::ZERO {
            return Err(Refusal::AmountOutOfRange);
        }
        if amount > self.balance() {
            return Err(Refusal::MoreThanDue);
        }
        let reference = text::perhaps(reference, text::LINE)?;
        self.payments.push(Payment { on, amount, reference });
        Ok(self)
    }

    /// What is still due; nothing for a credit note or a credited invoice.
    pub fn balance(&self) -> Money {
        if self.counts().is_err() { Money::ZERO } else { self.issued.content.gross() - self.paid() }
    }

    /// What was paid for an invoice that was credited, and is to be given back.
    pub fn to_give_back(&self) -> Money {
        if self.credited_by.is_some() { self.paid() } else { Money::ZERO }
    }

    /// The sum of its payments.
    pub fn paid(&self) -> Money {
        self.payments.iter().map(|payment| payment.amount).sum()
    }

    /// Where it stands on a day.
    pub fn stage(&self, today: Date) -> Stage {
        let standing = Standing {
            is_credit_note: self.issued.kind != Kind::Invoice,
            is_credited: self.credited_by.is_some(),
            gross: self.issued.content.gross(),
            paid: self.paid(),
            due_on: self.issued.due_on,
        };
        standing.stage(today)
    }

    /// # Errors
    /// Refused for a credit note and for a credited invoice.
    const fn counts(&self) -> Result<(), Refusal> {
        match (&self.issued.kind, self.credited_by) {
            (Kind::CreditNote { .. }, _) => Err(Refusal::IsCreditNote),
            (Kind::Invoice, Some(_)) => Err(Refusal::AlreadyCredited),
            (Kind::Invoice, None) => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests;
