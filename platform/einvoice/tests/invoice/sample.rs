//! One invoice that breaks no rule, for tests to change.

use jiff::civil::{Date, date};
use passerelle_einvoice::{
    Address, Exemption, Identifier, Invoice, Kind, Line, Means, Note, Party, Payment, Period, Process, Quantity,
    Subject, Vat, vatex,
};
use passerelle_kernel::{Minutes, Money};

pub const TODAY: Date = date(2026, 11, 30);

pub fn invoice() -> Invoice {
    Invoice {
        number: "2026-0042".into(),
        kind: Kind::Invoice,
        issued_on: TODAY,
        due_on: Some(date(2026, 12, 30)),
        process: Process::Services,
        buyer_reference: Some("PSY-04".into()),
        order_reference: None,
        contract_reference: None,
        notes: [(Subject::RecoveryCost, "40 €"), (Subject::LatePayment, "10 %"), (Subject::Discount, "none")]
            .map(|(subject, text)| Note { subject: Some(subject), text: text.into() })
            .into(),
        seller: party("Association des pairs", "732829320", "73282932000074"),
        buyer: party("Centre hospitalier", "100000009", "10000000900017"),
        period: Some(Period { from: date(2026, 11, 1), to: TODAY }),
        lines: vec![line("1", 80, 4_500, exempt())],
        adjustments: Vec::new(),
        payment: Payment {
            means: Means::SepaCreditTransfer,
            iban: "FR76 3000 6000 0112 3456 7890 189".into(),
            bic: None,
            account_name: None,
            remittance: Some("2026-0042".into()),
        },
        payment_terms: None,
        paid: Money::ZERO,
    }
}

pub fn line(id: &str, minutes: i64, cents: i64, vat: Vat) -> Line {
    let unit_price = Money(cents);
    Line {
        id: id.into(),
        name: "Pair-aidance".into(),
        description: None,
        quantity: Quantity::hours(Minutes(minutes), unit_price),
        unit_price,
        vat,
        period: None,
    }
}

pub fn exempt() -> Vat {
    Vat::Exempt(Exemption { code: Some(vatex::FR_NON_PROFIT.into()), text: "article 261, 7".into() })
}

pub fn outside() -> Vat {
    Vat::OutsideScope(Exemption { code: Some(vatex::EU_OUTSIDE.into()), text: "outside".into() })
}

fn party(name: &str, siren: &str, siret: &str) -> Party {
    Party {
        name: name.into(),
        registration: Some(Identifier::siren(siren)),
        establishment: Some(Identifier::siret(siret)),
        tax_registration: Some(siren.into()),
        endpoint: Some(Identifier::french_address(siren)),
        address: Address {
            lines: vec!["1 rue des Pairs".into()],
            postcode: "13001".into(),
            city: "Marseille".into(),
            country: "FR".into(),
        },
        ..Party::default()
    }
}
