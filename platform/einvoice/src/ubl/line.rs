//! A line of the invoice (BG-25).

use super::{
    money::{amount, category},
    period,
};
use crate::{
    Kind, Line,
    xml::{Element, element},
};

/// `cac:InvoiceLine` or `cac:CreditNoteLine`.
pub(super) fn item(line: &Line, kind: &Kind) -> Element {
    let (name, count) = match kind {
        Kind::Invoice => ("cac:InvoiceLine", "cbc:InvoicedQuantity"),
        Kind::CreditNote(_) => ("cac:CreditNoteLine", "cbc:CreditedQuantity"),
    };
    let quantity = element(count).with("unitCode", line.quantity.unit.code()).content(&line.quantity.to_string());
    let product = element("cac:Item")
        .maybe("cbc:Description", line.description.as_deref())
        .text("cbc:Name", &line.name)
        .child(category("cac:ClassifiedTaxCategory", &line.vat, false));
    element(name)
        .text("cbc:ID", &line.id)
        .child(quantity)
        .child(amount("cbc:LineExtensionAmount", line.net()))
        .child(period(line.period))
        .child(product)
        .child(element("cac:Price").child(amount("cbc:PriceAmount", line.unit_price)))
}
