//! The XML says what the model says. Whether it obeys the official rules is judged by `e2e/judges/invoice.py`.

use passerelle_einvoice::{Earlier, Invoice, Kind, Vat, cii};

use crate::sample::{TODAY, invoice, line, outside};

/// The XML on one line, without the space between elements.
fn written(invoice: &Invoice) -> String {
    cii::write(invoice).lines().map(str::trim).collect()
}

#[test]
fn the_sums_are_those_of_the_model() {
    let xml = written(&Invoice { lines: vec![line("1", 80, 4_500, Vat::Standard(2_000))], ..invoice() });
    for part in [
        "<ram:BilledQuantity unitCode=\"HUR\">1.3333</ram:BilledQuantity>",
        "<ram:LineTotalAmount>60.00</ram:LineTotalAmount>",
        "<ram:CalculatedAmount>12.00</ram:CalculatedAmount>",
        "<ram:TaxTotalAmount currencyID=\"EUR\">12.00</ram:TaxTotalAmount>",
        "<ram:DuePayableAmount>72.00</ram:DuePayableAmount>",
        "<ram:IBANID>FR7630006000011234567890189</ram:IBANID>",
    ] {
        assert!(xml.contains(part), "{part} in {xml}");
    }
}

#[test]
fn a_credit_note_names_its_invoice() {
    let kind = Kind::CreditNote(Earlier { number: "2026-0041".into(), issued_on: TODAY });
    let xml = written(&Invoice { kind, ..invoice() });
    assert!(xml.contains("<ram:TypeCode>381</ram:TypeCode>"));
    let reference = "<ram:InvoiceReferencedDocument><ram:IssuerAssignedID>2026-0041</ram:IssuerAssignedID>";
    assert!(xml.contains(reference));
    assert!(!written(&invoice()).contains("InvoiceReferencedDocument"));
}

#[test]
fn outside_the_scope_of_vat_no_rate_is_written() {
    let xml = written(&Invoice { lines: vec![line("1", 60, 4_500, outside())], ..invoice() });
    assert!(xml.contains("<ram:CategoryCode>O</ram:CategoryCode>"));
    assert!(!xml.contains("RateApplicablePercent"));
}

#[test]
fn an_invoice_is_kept_and_read_back() {
    let kept = serde_json::to_string(&invoice()).unwrap();
    assert_eq!(serde_json::from_str::<Invoice>(&kept).unwrap(), invoice());
}
