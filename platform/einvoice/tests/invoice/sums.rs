//! Sums hold whatever is billed (BR-CO-10 to BR-CO-17).

use passerelle_einvoice::{Adjustment, Invoice, Vat};
use passerelle_kernel::Money;
use proptest::prelude::*;

use crate::sample::{exempt, invoice, line};

fn vat() -> impl Strategy<Value = Vat> {
    prop_oneof![Just(exempt()), Just(Vat::Standard(2_000)), Just(Vat::Standard(550)), Just(Vat::Standard(2_100))]
}

fn any_invoice() -> impl Strategy<Value = Invoice> {
    let lines = prop::collection::vec((-5_000i64..50_000, 1i64..20_000, vat()), 1..12);
    let adjustments = prop::collection::vec((any::<bool>(), 0i64..100_000, vat()), 0..4);
    (lines, adjustments, 0i64..100_000).prop_map(|(lines, adjustments, paid)| Invoice {
        lines: lines.into_iter().map(|(minutes, cents, vat)| line("1", minutes, cents, vat)).collect(),
        adjustments: adjustments
            .into_iter()
            .map(|(is_charge, cents, vat)| Adjustment { is_charge, amount: Money(cents), reason: "r".into(), vat })
            .collect(),
        paid: Money(paid),
        ..invoice()
    })
}

#[test]
fn vat_is_rounded_once_per_rate() {
    let taxed = |minutes| line("1", minutes, 1_033, Vat::Standard(2_000));
    let invoice = Invoice { lines: vec![taxed(60), taxed(60), taxed(60)], ..invoice() };
    // 3 × 10.33 = 30.99, of which 20 % are 6.198; three roundings of 2.066 would give 6.21.
    assert_eq!(invoice.totals().vat, Money(620));
    assert_eq!(invoice.totals().due, Money(3_719));
}

#[test]
fn each_rate_has_its_share() {
    let lines = vec![line("1", 60, 4_000, Vat::Standard(2_000)), line("2", 90, 4_000, exempt())];
    let shares = Invoice { lines, ..invoice() }.vat_breakdown();
    let seen: Vec<_> = shares.iter().map(|s| (s.vat.category().code(), s.base, s.tax)).collect();
    assert_eq!(seen, [("S", Money(4_000), Money(800)), ("E", Money(6_000), Money::ZERO)]);
}

proptest! {
    #[test]
    fn sums_are_exact(invoice in any_invoice()) {
        let totals = invoice.totals();
        let shares = invoice.vat_breakdown();
        prop_assert_eq!(totals.lines, invoice.lines.iter().map(|l| l.net()).sum());
        prop_assert_eq!(totals.without_vat, totals.lines - totals.allowances + totals.charges);
        prop_assert_eq!(totals.without_vat, shares.iter().map(|s| s.base).sum());
        prop_assert_eq!(totals.vat, shares.iter().map(|s| s.tax).sum());
        prop_assert_eq!(totals.with_vat, totals.without_vat + totals.vat);
        prop_assert_eq!(totals.due, totals.with_vat - invoice.paid);
    }

    #[test]
    fn a_share_is_taxed_at_its_rate_and_appears_once(invoice in any_invoice()) {
        let shares = invoice.vat_breakdown();
        for share in &shares {
            let exact = i128::from(share.base.0) * i128::from(share.vat.rate().unwrap_or(0));
            prop_assert!((i128::from(share.tax.0) * 10_000 - exact).abs() <= 5_000);
            prop_assert_eq!(shares.iter().filter(|other| other.vat == share.vat).count(), 1);
        }
    }
}
