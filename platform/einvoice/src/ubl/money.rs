//! How it is paid, VAT, and the sums (BG-16, BG-20 to BG-23).

use passerelle_kernel::Money;

use super::day;
use crate::{
    Adjustment, Invoice, Kind, Vat,
    xml::{Element, element},
};

/// `cac:PaymentMeans`.
pub(super) fn means(invoice: &Invoice) -> Element {
    let payment = &invoice.payment;
    let due = invoice.due_on.filter(|_| matches!(invoice.kind, Kind::CreditNote(_))).map(day);
    let iban: String = payment.iban.chars().filter(|c| !c.is_whitespace()).collect();
    let account = element("cac:PayeeFinancialAccount")
        .text("cbc:ID", &iban)
        .maybe("cbc:Name", payment.account_name.as_deref())
        .child(element("cac:FinancialInstitutionBranch").maybe("cbc:ID", payment.bic.as_deref()));
    element("cac:PaymentMeans")
        .text("cbc:PaymentMeansCode", payment.means.code())
        .maybe("cbc:PaymentDueDate", due.as_deref())
        .maybe("cbc:PaymentID", payment.remittance.as_deref())
        .child(account)
}

/// `cac:AllowanceCharge`.
pub(super) fn adjustment(adjustment: &Adjustment) -> Element {
    element("cac:AllowanceCharge")
        .text("cbc:ChargeIndicator", if adjustment.is_charge { "true" } else { "false" })
        .text("cbc:AllowanceChargeReason", &adjustment.reason)
        .child(amount("cbc:Amount", adjustment.amount))
        .child(category("cac:TaxCategory", &adjustment.vat, false))
}

/// `cac:TaxTotal`.
pub(super) fn vat(invoice: &Invoice) -> Element {
    let shares = invoice.vat_breakdown();
    let share = |share: &crate::VatShare| {
        element("cac:TaxSubtotal")
            .child(amount("cbc:TaxableAmount", share.base))
            .child(amount("cbc:TaxAmount", share.tax))
            .child(category("cac:TaxCategory", &share.vat, true))
    };
    element("cac:TaxTotal").child(amount("cbc:TaxAmount", invoice.totals().vat)).children(shares.iter().map(share))
}

/// `cac:LegalMonetaryTotal`.
pub(super) fn sums(invoice: &Invoice) -> Element {
    let totals = invoice.totals();
    element("cac:LegalMonetaryTotal")
        .child(amount("cbc:LineExtensionAmount", totals.lines))
        .child(amount("cbc:TaxExclusiveAmount", totals.without_vat))
        .child(amount("cbc:TaxInclusiveAmount", totals.with_vat))
        .child(amount("cbc:AllowanceTotalAmount", totals.allowances))
        .child(amount("cbc:ChargeTotalAmount", totals.charges))
        .child(amount("cbc:PrepaidAmount", totals.paid))
        .child(amount("cbc:PayableAmount", totals.due))
}

/// A VAT position; its reason stands in the breakdown only.
pub(super) fn category(name: &'static str, vat: &Vat, with_reason: bool) -> Element {
    let reason = vat.exemption().filter(|_| with_reason);
    element(name)
        .text("cbc:ID", vat.category().code())
        .maybe("cbc:Percent", vat.rate_text().as_deref())
        .maybe("cbc:TaxExemptionReasonCode", reason.and_then(|reason| reason.code.as_deref()))
        .maybe("cbc:TaxExemptionReason", reason.map(|reason| reason.text.as_str()))
        .child(element("cac:TaxScheme").text("cbc:ID", "VAT"))
}

/// An amount in euros.
pub(super) fn amount(name: &'static str, money: Money) -> Element {
    element(name).with("currencyID", "EUR").content(&money.decimal())
}
