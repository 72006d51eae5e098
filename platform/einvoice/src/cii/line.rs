//! A line of the invoice (BG-25).

use super::period;
use crate::{
    Line, Vat,
    xml::{Element, element},
};

/// `ram:IncludedSupplyChainTradeLineItem`.
pub(super) fn item(line: &Line) -> Element {
    let product = element("ram:SpecifiedTradeProduct")
        .text("ram:Name", &line.name)
        .maybe("ram:Description", line.description.as_deref());
    let price = element("ram:NetPriceProductTradePrice").text("ram:ChargeAmount", &line.unit_price.decimal());
    let quantity = element("ram:BilledQuantity").with("unitCode", line.quantity.unit.code());
    let sum = element("ram:SpecifiedTradeSettlementLineMonetarySummation");
    let settlement = element("ram:SpecifiedLineTradeSettlement")
        .child(tax("ram:ApplicableTradeTax", &line.vat))
        .child(period(line.period))
        .child(sum.text("ram:LineTotalAmount", &line.net().decimal()));
    element("ram:IncludedSupplyChainTradeLineItem")
        .child(element("ram:AssociatedDocumentLineDocument").text("ram:LineID", &line.id))
        .child(product)
        .child(element("ram:SpecifiedLineTradeAgreement").child(price))
        .child(element("ram:SpecifiedLineTradeDelivery").child(quantity.content(&line.quantity.to_string())))
        .child(settlement)
}

/// The VAT position of a line, an allowance or a charge (BG-30).
pub(super) fn tax(name: &'static str, vat: &Vat) -> Element {
    element(name)
        .text("ram:TypeCode", "VAT")
        .text("ram:CategoryCode", vat.category().code())
        .maybe("ram:RateApplicablePercent", vat.rate_text().as_deref())
}
