//! Across a border: the buyer owes the VAT, or nobody in the Union does.

use passerelle_einvoice::{Identifier, Invoice, Means, Party, Vat, vatex};

use super::{address, belgian, belgium, exemption, invoice, notes};

pub(super) fn all() -> Vec<(&'static str, Invoice)> {
    vec![
        ("to-belgium", to_belgium()),
        ("to-france", to_france()),
        ("to-switzerland", to_switzerland()),
        ("to-luxembourg", to_luxembourg()),
    ]
}

fn reverse_charge() -> Vat {
    let text = "Autoliquidation : TVA due par le preneur, articles 44 et 196 de la directive 2006/112/CE";
    Vat::ReverseCharge(exemption(vatex::EU_REVERSE_CHARGE, text))
}

fn to_belgium() -> Invoice {
    let mut invoice = invoice("2026-0070", reverse_charge());
    invoice.buyer = belgian("Hôpital Saint-Jean", "0403.091.220", "Boulevard du Jardin botanique 32");
    invoice.notes = notes("B2BINT");
    invoice
}

fn to_france() -> Invoice {
    let mut invoice = belgium::to_hospital("2026-0071", reverse_charge());
    invoice.buyer = Party { vat_number: Some("FR76100000009".into()), ..super::buyer() };
    invoice
}

/// Outside the Union: no VAT of the Union, an ordinary transfer, an address of mail.
fn to_switzerland() -> Invoice {
    let reason = "Prestation située hors de l’Union européenne, article 259, 1° du code général des impôts";
    let mut invoice = invoice("2026-0072", Vat::OutsideScope(exemption(vatex::EU_OUTSIDE, reason)));
    invoice.buyer = Party {
        name: "Fondation Pairs & Rives".into(),
        endpoint: Some(Identifier::new("EM", "factures@rives.example")),
        address: address("Rue du Léman 8", "1201", "Genève", "CH"),
        ..Party::default()
    };
    invoice.notes = notes("B2BINT");
    invoice.payment.means = Means::CreditTransfer;
    invoice
}

fn to_luxembourg() -> Invoice {
    let mut invoice = belgium::to_hospital("2026-0073", reverse_charge());
    invoice.buyer = Party {
        name: "Réseau luxembourgeois de psychiatrie".into(),
        vat_number: Some("LU12345613".into()),
        endpoint: Some(Identifier::new("9938", "LU12345613")),
        address: address("5, rue de l’Alzette", "L-4011", "Esch-sur-Alzette", "LU"),
        ..Party::default()
    };
    invoice
}
