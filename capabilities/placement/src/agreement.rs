//! The framework agreement with an institution, as far as invoices need it: basis, VAT, rhythm, references.
//!
//! Lending staff without profit (Code du travail L8241-1 and L8241-2) invoices wages, employer's contributions and
//! expenses and no more: an "at cost" basis refuses a rate or an amount above them. Each exemption from VAT names its
//! legal reason (EN 16931, BT-120 and BT-121). Law to be confirmed by a lawyer.

mod terms;
mod vat;

pub use terms::{MOST_NOTICE_DAYS, MOST_PAYMENT_DAYS, Terms};
pub use vat::{Vat, VatRate, VatReason};

use std::collections::BTreeSet;

use passerelle_kernel::{Date, Id, Minutes, Money};
use serde::{Deserialize, Serialize};

use crate::{
    mission::Mission,
    outside::Organisation,
    period::{self, Days, Month, Period},
    refusal::Refusal,
    text,
};

codes! {
    /// The law under which time is lent at cost.
    pub enum Law {
        /// France: lending of staff without profit (Code du travail, L8241-1 and L8241-2).
        FrWithoutProfit = "fr-l8241",
        /// Belgium: an exception to the prohibition (law of 24 July 1987, article 32).
        BeException = "be-1987-32",
    }
}

codes! {
    /// How often an invoice is made.
    pub enum Rhythm {
        /// Each month.
        Monthly = "monthly",
        /// Each quarter of the calendar.
        Quarterly = "quarterly",
        /// Once, when the agreement ends.
        AtTheEnd = "at-the-end",
    }
}

/// What an hour of the peer costs the association.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cost {
    /// Wages for an hour.
    pub wages: Money,
    /// The employer's contributions for an hour.
    pub contributions: Money,
    /// Expenses for an hour of work.
    pub expenses: Money,
}

impl Cost {
    /// All of it, for an hour.
    pub fn per_hour(self) -> Money {
        self.wages + self.contributions + self.expenses
    }
}

/// What is invoiced for an hour, and why that much.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// Lending without profit.
    AtCost {
        /// Invoiced for an hour.
        rate: Money,
        /// What the hour costs.
        cost: Cost,
        /// The law that allows it.
        law: Law,
    },
    /// A service of the association, at its own rate.
    ServiceRate(Money),
}

impl Basis {
    /// Lending without profit.
    ///
    /// # Errors
    /// Refused above the cost, and with a part of the cost or a rate that is not an amount to pay.
    pub fn at_cost(rate: Money, cost: Cost, law: Law) -> Result<Self, Refusal> {
        if [cost.wages, cost.contributions, cost.expenses].iter().any(|part| *part < Money::ZERO) {
            return Err(Refusal::AmountOutOfRange);
        }
        let basis = Self::AtCost { rate: payable(rate)?, cost, law };
        if rate > cost.per_hour() { Err(Refusal::AboveCost) } else { Ok(basis) }
    }

    /// A service at a rate for an hour.
    ///
    /// # Errors
    /// Refused with a rate that is not an amount to pay.
    pub fn service(rate: Money) -> Result<Self, Refusal> {
        payable(rate).map(Self::ServiceRate)
    }

    /// Invoiced for an hour, without VAT.
    pub const fn rate(self) -> Money {
        match self {
            Self::AtCost { rate, .. } | Self::ServiceRate(rate) => rate,
        }
    }

    /// Checks an invoiced sum for some time, in this many lines, against the cost, if that is the basis.
    ///
    /// Each line is rounded to the cent, as the standard wants: that half cent is not a profit.
    ///
    /// # Errors
    /// Refused above wages, contributions and expenses.
    pub fn allows(self, net: Money, time: Minutes, lines: usize) -> Result<(), Refusal> {
        let Self::AtCost { cost, .. } = self else { return Ok(()) };
        let rounding = 30 * i128::try_from(lines).unwrap_or(0);
        let most = i128::from(cost.per_hour().0) * i128::from(time.0) + rounding;
        if i128::from(net.0) * 60 > most { Err(Refusal::AboveCost) } else { Ok(()) }
    }
}

/// More than any hour costs: a slip of the keyboard.
const MOST_PER_HOUR: Money = Money::euros(1_000);

fn payable(rate: Money) -> Result<Money, Refusal> {
    if (Money(1)..=MOST_PER_HOUR).contains(&rate) { Ok(rate) } else { Err(Refusal::AmountOutOfRange) }
}

/// What the buyer wants to read on the invoice.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BuyerReferences {
    /// The service code of Chorus Pro (BT-10), or nothing.
    pub service_code: String,
    /// The number of the engagement or order (BT-13), or nothing.
    pub engagement: String,
    /// The number of the contract (BT-12), or nothing.
    pub contract: String,
}

impl BuyerReferences {
    /// The same without spaces around.
    ///
    /// # Errors
    /// Refused when one is too long for the standard's receivers.
    pub fn checked(&self) -> Result<Self, Refusal> {
        Ok(Self {
            service_code: text::perhaps(&self.service_code, 100)?,
            engagement: text::perhaps(&self.engagement, 50)?,
            contract: text::perhaps(&self.contract, 50)?,
        })
    }
}

/// A framework agreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// Its id.
    pub id: Id<Agreement>,
    /// The association that lends.
    pub org: Id<Organisation>,
    /// The institution that pays.
    pub institution: Id<Organisation>,
    /// The missions that it covers.
    pub missions: BTreeSet<Id<Mission>>,
    /// What is invoiced for an hour.
    pub basis: Basis,
    /// The position on VAT.
    pub vat: Vat,
    /// How often an invoice is made.
    pub rhythm: Rhythm,
    /// Days to pay, from the date of the invoice.
    pub payment_days: u16,
    /// What the buyer wants to read.
    pub buyer: BuyerReferences,
    /// The days on which it counts.
    pub period: Period,
    /// Days of notice to end it.
    pub notice_days: u16,
}

impl Agreement {
    /// The stretches that are over and for which an invoice is due, oldest first, since `since`.
    pub fn due(&self, since: Date, today: Date) -> Vec<Days> {
        let first = self.period.from.max(since);
        let stretch = |date: Date| match self.rhythm {
            Rhythm::Monthly => Some(Month::of(date).days()),
            Rhythm::Quarterly => {
                let month = Month::of(date).shifted(-i32::from((date.month() - 1) % 3));
                Days::new(month.days().first(), month.shifted(2).days().last()).ok()
            }
            Rhythm::AtTheEnd => Days::new(self.period.from, self.period.until?).ok(),
        };
        std::iter::successors(stretch(first), |days| stretch(period::later(days.last(), 1)).filter(|next| next > days))
            .take_while(|days| days.last().min(self.period.until.unwrap_or(Date::MAX)) < today)
            .map_while(|days| self.period.within(days))
            .collect()
    }
}

#[cfg(test)]
pub(crate) mod tests;
