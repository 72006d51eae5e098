//! A Belgian association to Belgian institutions: EN 16931 and Peppol.

use passerelle_einvoice::{Adjustment, Earlier, Exemption, Invoice, Kind, Note, Subject, Vat, reference, vatex};
use passerelle_kernel::Money;

use super::{ISSUED, RATE, belgian, exempt, hours, invoice};

pub(super) fn all() -> Vec<(&'static str, Invoice)> {
    vec![
        ("belgian", to_hospital("2026-0060", social())),
        ("belgian-standard", discounted()),
        ("belgian-reduced", to_hospital("2026-0062", Vat::Standard(600))),
        ("belgian-credit", credited()),
        ("belgian-small", small()),
        ("belgian-order", ordered()),
    ]
}

fn social() -> Vat {
    exempt(vatex::EU_GENERAL_INTEREST, "Exemption de TVA, article 44 du code de la TVA belge")
}

/// With the structured communication that Belgian banks read, and the notes of the law on late payment.
pub(super) fn to_hospital(number: &str, vat: Vat) -> Invoice {
    let mut invoice = invoice(number, vat);
    invoice.seller = belgian("Réseau des pairs", "0477.472.701", "Rue de la Passerelle 4");
    invoice.buyer = belgian("Hôpital Saint-Jean", "0403.091.220", "Boulevard du Jardin botanique 32");
    let note = |subject, text: &str| Note { subject: Some(subject), text: text.into() };
    invoice.notes = vec![
        note(Subject::RecoveryCost, "Indemnité forfaitaire de 40 € pour frais de recouvrement (loi du 2 août 2002)."),
        note(Subject::LatePayment, "Intérêts de retard au taux de la loi du 2 août 2002, de plein droit."),
    ];
    invoice.payment.iban = "BE71 0961 2345 6769".into();
    invoice.payment.bic = Some("GKCCBEBB".into());
    invoice.payment.account_name = Some("Réseau des pairs".into());
    invoice.payment.remittance = reference::belgian(number);
    invoice
}

fn discounted() -> Invoice {
    let vat = Vat::Standard(2_100);
    let mut invoice = to_hospital("2026-0061", vat.clone());
    let reason = "Remise pour une année entière".into();
    invoice.adjustments.push(Adjustment { is_charge: false, amount: Money(12_345), reason, vat });
    invoice.paid = Money::euros(500);
    invoice
}

fn credited() -> Invoice {
    let mut invoice = to_hospital("2026-0063", social());
    invoice.kind = Kind::CreditNote(Earlier { number: "2026-0060".into(), issued_on: ISSUED });
    invoice.lines = vec![hours(1, "Pair-aidance, unité Camille-Claudel", 145, RATE, &social())];
    invoice
}

/// The small enterprise of article 56bis: a reason in words, for which no code exists.
fn small() -> Invoice {
    let text = "Petite entreprise soumise au régime de la franchise de taxe, article 56bis du code de la TVA belge";
    let vat = Vat::Exempt(Exemption { code: None, text: text.into() });
    let mut invoice = to_hospital("2026-0064", vat.clone());
    invoice.lines = vec![hours(1, "Médiation interculturelle", 185, Money(3_950), &vat)];
    invoice.due_on = None;
    invoice.payment_terms = Some("À payer dans les 30 jours.".into());
    invoice
}

/// The buyer gives the number of an order and no reference of its own; there is no note to write.
fn ordered() -> Invoice {
    let mut invoice = to_hospital("2026-0065", social());
    invoice.buyer_reference = None;
    invoice.order_reference = Some("BC/2026/0117".into());
    invoice.notes.clear();
    invoice
}
