//! The invoice as UBL 2.1, as Peppol BIS Billing 3.0 wants it (and EN 16931 in the French reform).
//!
//! An invoice and a credit note are two documents of nearly the same parts, in another order. Peppol wants a reference of
//! the buyer (R003), the electronic addresses of both (R010, R020), one note at most (R002) and nothing empty (R008).

mod line;
mod money;
mod party;

use jiff::civil::Date;

use crate::{
    Invoice, Kind, Note, Period,
    xml::{Element, element},
};

/// Under whose rules the document is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// Peppol BIS Billing 3.0.
    Peppol,
    /// EN 16931 alone; the frame of the invoice is the French one.
    Core,
}

impl Profile {
    /// BT-24.
    const fn customization(self) -> &'static str {
        match self {
            Self::Peppol => "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0",
            Self::Core => "urn:cen.eu:en16931:2017",
        }
    }

    /// BT-23.
    const fn process(self, invoice: &Invoice) -> &'static str {
        match self {
            Self::Peppol => "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0",
            Self::Core => invoice.process.code(),
        }
    }
}

/// What Peppol refuses although EN 16931 allows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Missing {
    /// PEPPOL-EN16931-R003: neither a reference of the buyer nor one of an order.
    Reference,
    /// PEPPOL-EN16931-R010: the buyer has no electronic address.
    BuyerEndpoint,
    /// PEPPOL-EN16931-R020: the seller has no electronic address.
    SellerEndpoint,
}

/// What this invoice lacks for Peppol; empty when it can be sent.
pub fn missing(invoice: &Invoice) -> Vec<Missing> {
    let unnamed = invoice.buyer_reference.is_none() && invoice.order_reference.is_none();
    [
        (unnamed, Missing::Reference),
        (invoice.buyer.endpoint.is_none(), Missing::BuyerEndpoint),
        (invoice.seller.endpoint.is_none(), Missing::SellerEndpoint),
    ]
    .into_iter()
    .filter_map(|(lacks, what)| lacks.then_some(what))
    .collect()
}

/// The invoice as XML text.
pub fn write(invoice: &Invoice, profile: Profile) -> String {
    let root = match invoice.kind {
        Kind::Invoice => element("Invoice").with("xmlns", "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"),
        Kind::CreditNote(_) => {
            element("CreditNote").with("xmlns", "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2")
        }
    };
    root.with("xmlns:cac", "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2")
        .with("xmlns:cbc", "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2")
        .children(head(invoice, profile))
        .children(references(invoice))
        .child(element("cac:AccountingSupplierParty").child(party::seller(&invoice.seller)))
        .child(element("cac:AccountingCustomerParty").child(party::buyer(&invoice.buyer)))
        .child(element("cac:Delivery").maybe("cbc:ActualDeliveryDate", invoice.period.map(|p| day(p.to)).as_deref()))
        .child(money::means(invoice))
        .child(element("cac:PaymentTerms").maybe("cbc:Note", invoice.payment_terms.as_deref()))
        .children(invoice.adjustments.iter().map(money::adjustment))
        .child(money::vat(invoice))
        .child(money::sums(invoice))
        .children(invoice.lines.iter().map(|line| line::item(line, &invoice.kind)))
        .document()
}

fn head(invoice: &Invoice, profile: Profile) -> Vec<Element> {
    let is_invoice = matches!(invoice.kind, Kind::Invoice);
    let code = if is_invoice { "cbc:InvoiceTypeCode" } else { "cbc:CreditNoteTypeCode" };
    // A credit note has its due date with the means of payment.
    let due = invoice.due_on.filter(|_| is_invoice).map(day);
    let mut head = vec![
        text("cbc:CustomizationID", profile.customization()),
        text("cbc:ProfileID", profile.process(invoice)),
        text("cbc:ID", &invoice.number),
        text("cbc:IssueDate", &day(invoice.issued_on)),
        text("cbc:DueDate", &due.unwrap_or_default()),
        text(code, invoice.kind.code()),
    ];
    head.extend(notes(&invoice.notes, profile));
    head.push(text("cbc:DocumentCurrencyCode", "EUR"));
    head.push(text("cbc:BuyerReference", invoice.buyer_reference.as_deref().unwrap_or_default()));
    head.push(period(invoice.period));
    head
}

/// France writes the subject before each note; Peppol takes one note, in which nobody asks for a subject.
fn notes(notes: &[Note], profile: Profile) -> Vec<Element> {
    let coded = |note: &Note| match note.subject {
        Some(subject) => format!("#{}#{}", subject.code(), note.text),
        None => note.text.clone(),
    };
    match profile {
        Profile::Core => notes.iter().map(|note| text("cbc:Note", &coded(note))).collect(),
        Profile::Peppol => {
            let said: Vec<&str> = notes.iter().filter(|note| note.is_for_people()).map(|n| n.text.as_str()).collect();
            vec![text("cbc:Note", &said.join(" "))]
        }
    }
}

fn references(invoice: &Invoice) -> Vec<Element> {
    let of = |name, id: &Option<String>| element(name).maybe("cbc:ID", id.as_deref());
    let mut references = vec![of("cac:OrderReference", &invoice.order_reference)];
    if let Kind::CreditNote(earlier) = &invoice.kind {
        let document = element("cac:InvoiceDocumentReference")
            .text("cbc:ID", &earlier.number)
            .text("cbc:IssueDate", &day(earlier.issued_on));
        references.push(element("cac:BillingReference").child(document));
    }
    references.push(of("cac:ContractDocumentReference", &invoice.contract_reference));
    references
}

fn period(period: Option<Period>) -> Element {
    element("cac:InvoicePeriod")
        .maybe("cbc:StartDate", period.map(|period| day(period.from)).as_deref())
        .maybe("cbc:EndDate", period.map(|period| day(period.to)).as_deref())
}

fn text(name: &'static str, content: &str) -> Element {
    element(name).content(content)
}

fn day(date: Date) -> String {
    date.to_string()
}
