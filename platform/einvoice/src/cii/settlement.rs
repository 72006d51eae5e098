//! How it is paid, and the sums (BG-3, BG-14, BG-16, BG-20 to BG-23).

use super::{date, digits, line, period};
use crate::{
    Adjustment, Earlier, Invoice, Kind, Payment, VatShare,
    xml::{Element, element},
};

/// `ram:ApplicableHeaderTradeSettlement`.
pub(super) fn header(invoice: &Invoice) -> Element {
    element("ram:ApplicableHeaderTradeSettlement")
        .maybe("ram:PaymentReference", invoice.payment.remittance.as_deref())
        .text("ram:InvoiceCurrencyCode", "EUR")
        .child(means(&invoice.payment))
        .children(invoice.vat_breakdown().iter().map(share))
        .child(period(invoice.period))
        .children(invoice.adjustments.iter().map(adjustment))
        .child(terms(invoice))
        .child(sums(invoice))
        .children(match &invoice.kind {
            Kind::Invoice => None,
            Kind::CreditNote(earlier) => Some(reference(earlier)),
        })
}

fn means(payment: &Payment) -> Element {
    let iban: String = payment.iban.chars().filter(|c| !c.is_whitespace()).collect();
    let account = element("ram:PayeePartyCreditorFinancialAccount")
        .text("ram:IBANID", &iban)
        .maybe("ram:AccountName", payment.account_name.as_deref());
    let bank = element("ram:PayeeSpecifiedCreditorFinancialInstitution").maybe("ram:BICID", payment.bic.as_deref());
    element("ram:SpecifiedTradeSettlementPaymentMeans")
        .text("ram:TypeCode", payment.means.code())
        .child(account)
        .child(bank)
}

fn share(share: &VatShare) -> Element {
    let reason = share.vat.exemption();
    element("ram:ApplicableTradeTax")
        .text("ram:CalculatedAmount", &share.tax.decimal())
        .text("ram:TypeCode", "VAT")
        .maybe("ram:ExemptionReason", reason.map(|reason| reason.text.as_str()))
        .text("ram:BasisAmount", &share.base.decimal())
        .text("ram:CategoryCode", share.vat.category().code())
        .maybe("ram:ExemptionReasonCode", reason.and_then(|reason| reason.code.as_deref()))
        .maybe("ram:RateApplicablePercent", share.vat.rate_text().as_deref())
}

fn adjustment(adjustment: &Adjustment) -> Element {
    let indicator = if adjustment.is_charge { "true" } else { "false" };
    element("ram:SpecifiedTradeAllowanceCharge")
        .child(element("ram:ChargeIndicator").text("udt:Indicator", indicator))
        .text("ram:ActualAmount", &adjustment.amount.decimal())
        .text("ram:Reason", &adjustment.reason)
        .child(line::tax("ram:CategoryTradeTax", &adjustment.vat))
}

fn terms(invoice: &Invoice) -> Element {
    element("ram:SpecifiedTradePaymentTerms")
        .maybe("ram:Description", invoice.payment_terms.as_deref())
        .children(invoice.due_on.map(|due| date("ram:DueDateDateTime", due)))
}

fn sums(invoice: &Invoice) -> Element {
    let totals = invoice.totals();
    let vat = element("ram:TaxTotalAmount").with("currencyID", "EUR").content(&totals.vat.decimal());
    element("ram:SpecifiedTradeSettlementHeaderMonetarySummation")
        .text("ram:LineTotalAmount", &totals.lines.decimal())
        .text("ram:ChargeTotalAmount", &totals.charges.decimal())
        .text("ram:AllowanceTotalAmount", &totals.allowances.decimal())
        .text("ram:TaxBasisTotalAmount", &totals.without_vat.decimal())
        .child(vat)
        .text("ram:GrandTotalAmount", &totals.with_vat.decimal())
        .text("ram:TotalPrepaidAmount", &totals.paid.decimal())
        .text("ram:DuePayableAmount", &totals.due.decimal())
}

fn reference(earlier: &Earlier) -> Element {
    let issued = element("qdt:DateTimeString").with("format", "102").content(&digits(earlier.issued_on));
    element("ram:InvoiceReferencedDocument")
        .text("ram:IssuerAssignedID", &earlier.number)
        .child(element("ram:FormattedIssueDateTime").child(issued))
}
