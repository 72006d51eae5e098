//! Each rule that a caller can break is found, and a good invoice has no problem.

use jiff::civil::date;
use passerelle_einvoice::{
    Adjustment, Earlier, Exemption, Identifier, Invoice, Kind, Note, Period, Problem, Subject, Vat, vatex,
};
use passerelle_kernel::Money;

use crate::sample::{TODAY, exempt, invoice, line, outside};

#[test]
fn a_good_invoice_has_no_problem() {
    assert_eq!(invoice().check(), []);
}

#[test]
fn each_broken_rule_is_named() {
    type Break = fn(&mut Invoice);
    let cases: Vec<(Problem, Break)> = vec![
        (Problem::Number, |i| i.number = "2026 0042".into()),
        (Problem::Number, |i| i.number = "9".repeat(36)),
        (Problem::Year, |i| i.issued_on = date(1999, 12, 31)),
        (Problem::Period, |i| i.period = Some(Period { from: TODAY, to: date(2026, 11, 1) })),
        (Problem::NoLine, |i| i.lines.clear()),
        (Problem::LineId, |i| i.lines.push(line("1", 60, 4_500, exempt()))),
        (Problem::LineName, |i| i.lines[0].name = " ".into()),
        (Problem::NegativePrice, |i| i.lines[0].unit_price = Money(-1)),
        (Problem::NegativePrice, |i| i.adjustments.push(adjustment(-1))),
        (Problem::PartyName, |i| i.buyer.name.clear()),
        (Problem::Country, |i| i.buyer.address.country = "France".into()),
        (Problem::VatNumber, |i| i.buyer.vat_number = Some("40303265045".into())),
        (Problem::SellerTaxNumber, |i| i.seller.tax_registration = None),
        (Problem::TwoReasons, |i| i.lines.push(line("2", 60, 4_500, other_reason()))),
        (Problem::NoReason, |i| i.lines = vec![line("1", 60, 4_500, no_reason())]),
        (Problem::Rate, |i| i.lines = vec![line("1", 60, 4_500, Vat::Standard(0))]),
        (Problem::Iban, |i| i.payment.iban = "FR7630006000011234567890188".into()),
        (Problem::DueDate, |i| i.due_on = None),
        (Problem::Earlier, |i| i.kind = Kind::CreditNote(Earlier { number: String::new(), issued_on: TODAY })),
        (Problem::SellerSiren, |i| i.seller.registration = None),
        (Problem::SellerSiren, |i| i.seller.registration = Some(Identifier::belgian("0477472701"))),
        (Problem::Siret, |i| i.buyer.establishment = Some(Identifier::siret("73282932000074"))),
        (Problem::Endpoint, |i| i.buyer.endpoint = None),
        (Problem::Endpoint, |i| i.buyer.endpoint = Some(Identifier::french_address("a@b.example"))),
        (Problem::LegalNotes, |i| i.notes.truncate(2)),
        (Problem::LegalNotes, |i| i.notes.push(i.notes[0].clone())),
        (Problem::Treatment, |i| i.notes.push(treatment("B2G"))),
    ];
    for (problem, breaks) in cases {
        let mut broken = invoice();
        breaks(&mut broken);
        assert_eq!(broken.check(), [problem]);
    }
}

#[test]
fn an_address_of_mail_is_one_too() {
    let mut invoice = invoice();
    invoice.buyer.endpoint = Some(Identifier::new("EM", "a@b.example"));
    assert_eq!(invoice.check(), []);
}

#[test]
fn between_businesses_the_buyer_is_named_by_its_siren() {
    let mut invoice = invoice();
    invoice.notes.push(treatment("B2B"));
    assert_eq!(invoice.check(), []);
    invoice.buyer.registration = None;
    assert_eq!(invoice.check(), [Problem::BuyerSiren]);
}

#[test]
fn outside_the_scope_of_vat_stands_alone_and_without_numbers() {
    let mut invoice = invoice();
    invoice.lines = vec![line("1", 60, 4_500, outside())];
    assert_eq!(invoice.check(), []);
    invoice.seller.vat_number = Some("FR40303265045".into());
    assert_eq!(invoice.check(), [Problem::VatNumberOutsideScope]);
    invoice.lines.push(line("2", 60, 4_500, exempt()));
    assert_eq!(invoice.check(), [Problem::VatNumberOutsideScope, Problem::MixedOutsideScope]);
}

#[test]
fn who_owes_the_vat_instead_of_the_seller_has_a_vat_number() {
    let mut invoice = invoice();
    let reason = Exemption { code: Some(vatex::EU_REVERSE_CHARGE.into()), text: "reverse charge".into() };
    invoice.lines = vec![line("1", 60, 4_500, Vat::ReverseCharge(reason))];
    assert_eq!(invoice.check(), [Problem::BuyerVatNumber]);
    invoice.buyer.vat_number = Some("BE0403091220".into());
    assert_eq!(invoice.check(), []);
    assert_eq!(invoice.totals().vat, Money::ZERO);
}

#[test]
fn french_rules_bind_french_sellers_only() {
    let mut invoice = invoice();
    invoice.notes.clear();
    invoice.seller.endpoint = None;
    invoice.seller.address.country = "BE".into();
    assert_eq!(invoice.check(), []);
}

fn adjustment(cents: i64) -> Adjustment {
    Adjustment { is_charge: true, amount: Money(cents), reason: "r".into(), vat: exempt() }
}

fn treatment(text: &str) -> Note {
    Note { subject: Some(Subject::Treatment), text: text.into() }
}

fn other_reason() -> Vat {
    Vat::Exempt(Exemption { code: None, text: "another".into() })
}

fn no_reason() -> Vat {
    Vat::Exempt(Exemption { code: None, text: " ".into() })
}
