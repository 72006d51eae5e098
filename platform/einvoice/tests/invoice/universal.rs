//! UBL says what the model says, in the order of its schema. Whether it obeys the rules is judged by `e2e/judges`.

use passerelle_einvoice::{
    Earlier, Identifier, Invoice, Kind, Note, Subject, Vat,
    ubl::{self, Missing, Profile},
};

use crate::sample::{TODAY, invoice, line, outside};

/// The XML on one line, without the space between elements.
fn written(invoice: &Invoice, profile: Profile) -> String {
    ubl::write(invoice, profile).lines().map(str::trim).collect()
}

#[test]
fn the_sums_are_those_of_the_model() {
    let xml =
        written(&Invoice { lines: vec![line("1", 80, 4_500, Vat::Standard(2_100))], ..invoice() }, Profile::Peppol);
    for part in [
        "<cbc:InvoicedQuantity unitCode=\"HUR\">1.3333</cbc:InvoicedQuantity>",
        "<cbc:LineExtensionAmount currencyID=\"EUR\">60.00</cbc:LineExtensionAmount>",
        "<cac:TaxTotal><cbc:TaxAmount currencyID=\"EUR\">12.60</cbc:TaxAmount>",
        "<cbc:PayableAmount currencyID=\"EUR\">72.60</cbc:PayableAmount>",
        "<cbc:ID>FR7630006000011234567890189</cbc:ID>",
    ] {
        assert!(xml.contains(part), "{part} in {xml}");
    }
}

#[test]
fn a_credit_note_is_another_document_that_names_its_invoice() {
    let kind = Kind::CreditNote(Earlier { number: "2026-0041".into(), issued_on: TODAY });
    let xml = written(&Invoice { kind, ..invoice() }, Profile::Peppol);
    assert!(xml.contains("<CreditNote xmlns="));
    assert!(xml.contains("<cac:InvoiceDocumentReference><cbc:ID>2026-0041</cbc:ID>"));
    assert!(xml.contains("<cbc:CreditedQuantity"));
    assert!(xml.contains("<cbc:PaymentDueDate>2026-12-30</cbc:PaymentDueDate>"));
    assert!(!xml.contains("cbc:DueDate"));
}

#[test]
fn peppol_takes_one_note_and_france_a_subject_before_each() {
    let mut invoice = invoice();
    invoice.notes.push(Note { subject: Some(Subject::Treatment), text: "B2B".into() });
    let peppol = written(&invoice, Profile::Peppol);
    assert_eq!(peppol.matches("<cbc:Note>").count(), 1);
    assert!(peppol.contains("<cbc:Note>40 € 10 % none</cbc:Note>"));
    let core = written(&invoice, Profile::Core);
    assert!(core.contains("<cbc:Note>#PMT#40 €</cbc:Note>") && core.contains("<cbc:Note>#BAR#B2B</cbc:Note>"));
}

#[test]
fn outside_the_scope_of_vat_no_rate_is_written() {
    let xml = written(&Invoice { lines: vec![line("1", 60, 4_500, outside())], ..invoice() }, Profile::Core);
    assert!(xml.contains("<cac:ClassifiedTaxCategory><cbc:ID>O</cbc:ID><cac:TaxScheme>"));
    assert!(!xml.contains("cbc:Percent"));
}

#[test]
fn peppol_says_what_it_lacks() {
    let whole = Invoice {
        buyer: passerelle_einvoice::Party { endpoint: Some(Identifier::belgian("0403.091.220")), ..invoice().buyer },
        ..invoice()
    };
    assert_eq!(ubl::missing(&whole), []);
    let mut bare = Invoice { buyer_reference: None, order_reference: None, ..whole };
    (bare.buyer.endpoint, bare.seller.endpoint) = (None, None);
    assert_eq!(ubl::missing(&bare), [Missing::Reference, Missing::BuyerEndpoint, Missing::SellerEndpoint]);
}
