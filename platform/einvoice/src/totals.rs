//! Sums of an invoice (EN 16931-1, BG-22 and BG-23; rules BR-CO-10 to BR-CO-17).
//!
//! VAT is rounded once per category and rate, never per line.

use passerelle_kernel::Money;

use crate::{Invoice, Vat, VatShare};

/// The sums of an invoice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Totals {
    /// BT-106.
    pub lines: Money,
    /// BT-107.
    pub allowances: Money,
    /// BT-108.
    pub charges: Money,
    /// BT-109.
    pub without_vat: Money,
    /// BT-110.
    pub vat: Money,
    /// BT-112.
    pub with_vat: Money,
    /// BT-113.
    pub paid: Money,
    /// BT-115.
    pub due: Money,
}

impl Invoice {
    /// The sums, computed from the lines.
    pub fn totals(&self) -> Totals {
        let adjusted = |charge: bool| self.adjustments.iter().filter(|a| a.is_charge == charge).map(|a| a.amount).sum();
        let lines: Money = self.lines.iter().map(crate::Line::net).sum();
        let (allowances, charges): (Money, Money) = (adjusted(false), adjusted(true));
        let without_vat = lines - allowances + charges;
        let vat: Money = self.vat_breakdown().iter().map(|share| share.tax).sum();
        let with_vat = without_vat + vat;
        Totals { lines, allowances, charges, without_vat, vat, with_vat, paid: self.paid, due: with_vat - self.paid }
    }

    /// One share per category and rate, in that order.
    pub fn vat_breakdown(&self) -> Vec<VatShare> {
        let mut shares: Vec<VatShare> = Vec::new();
        for (vat, amount) in self.taxed_amounts() {
            match shares.iter_mut().find(|share| same_position(&share.vat, vat)) {
                Some(share) => share.base = share.base + amount,
                None => shares.push(VatShare { vat: vat.clone(), base: amount, tax: Money::ZERO }),
            }
        }
        for share in &mut shares {
            share.tax = share.base.share(share.vat.rate().unwrap_or(0));
        }
        shares.sort_by_key(|share| (share.vat.category(), share.vat.rate()));
        shares
    }

    /// Each amount without VAT, with its position.
    pub(crate) fn taxed_amounts(&self) -> impl Iterator<Item = (&Vat, Money)> {
        let lines = self.lines.iter().map(|line| (&line.vat, line.net()));
        let signed = |a: &crate::Adjustment| if a.is_charge { a.amount } else { -a.amount };
        lines.chain(self.adjustments.iter().map(move |a| (&a.vat, signed(a))))
    }
}

fn same_position(a: &Vat, b: &Vat) -> bool {
    a.category() == b.category() && a.rate() == b.rate()
}
