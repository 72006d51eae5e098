//! Writes an invoice as UN/CEFACT Cross Industry Invoice (D22B), the XML inside Factur-X.
//!
//! The profile is EN 16931 (`urn:cen.eu:en16931:2017`). The schema fixes the order of elements; what is empty
//! is not written (PEPPOL-EN16931-R008).

mod line;
mod party;
mod settlement;

use jiff::civil::Date;

use crate::{
    Invoice, Note, Period,
    xml::{Element, element},
};

/// BT-24 of the profile that we write.
pub const GUIDELINE: &str = "urn:cen.eu:en16931:2017";

/// The invoice as XML text.
pub fn write(invoice: &Invoice) -> String {
    let transaction = element("rsm:SupplyChainTradeTransaction")
        .children(invoice.lines.iter().map(line::item))
        .child(agreement(invoice))
        .child(element("ram:ApplicableHeaderTradeDelivery").child(delivered(invoice)))
        .child(settlement::header(invoice));
    element("rsm:CrossIndustryInvoice")
        .with("xmlns:rsm", "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100")
        .with("xmlns:ram", "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100")
        .with("xmlns:qdt", "urn:un:unece:uncefact:data:standard:QualifiedDataType:100")
        .with("xmlns:udt", "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100")
        .child(context(invoice))
        .child(document(invoice))
        .child(transaction)
        .document()
}

fn context(invoice: &Invoice) -> Element {
    element("rsm:ExchangedDocumentContext")
        .child(element("ram:BusinessProcessSpecifiedDocumentContextParameter").text("ram:ID", invoice.process.code()))
        .child(element("ram:GuidelineSpecifiedDocumentContextParameter").text("ram:ID", GUIDELINE))
}

fn document(invoice: &Invoice) -> Element {
    element("rsm:ExchangedDocument")
        .text("ram:ID", &invoice.number)
        .text("ram:TypeCode", invoice.kind.code())
        .child(date("ram:IssueDateTime", invoice.issued_on))
        .children(invoice.notes.iter().map(note))
}

fn note(note: &Note) -> Element {
    element("ram:IncludedNote")
        .text("ram:Content", &note.text)
        .maybe("ram:SubjectCode", note.subject.map(|subject| subject.code()))
}

fn agreement(invoice: &Invoice) -> Element {
    let reference = |name, id: &Option<String>| element(name).maybe("ram:IssuerAssignedID", id.as_deref());
    element("ram:ApplicableHeaderTradeAgreement")
        .maybe("ram:BuyerReference", invoice.buyer_reference.as_deref())
        .child(party::seller(&invoice.seller))
        .child(party::buyer(&invoice.buyer))
        .child(reference("ram:BuyerOrderReferencedDocument", &invoice.order_reference))
        .child(reference("ram:ContractReferencedDocument", &invoice.contract_reference))
}

/// BT-72: a service is delivered when its period ends.
fn delivered(invoice: &Invoice) -> Element {
    let event = element("ram:ActualDeliverySupplyChainEvent");
    match invoice.period {
        Some(period) => event.child(date("ram:OccurrenceDateTime", period.to)),
        None => event,
    }
}

fn period(period: Option<Period>) -> Element {
    let group = element("ram:BillingSpecifiedPeriod");
    match period {
        Some(Period { from, to }) => group.child(date("ram:StartDateTime", from)).child(date("ram:EndDateTime", to)),
        None => group,
    }
}

fn date(name: &'static str, date: Date) -> Element {
    element(name).child(element("udt:DateTimeString").with("format", "102").content(&digits(date)))
}

/// Format 102 of UNTDID 2379: year, month, day.
fn digits(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}
