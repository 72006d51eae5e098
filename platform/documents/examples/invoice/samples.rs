//! Invented invoices that differ truly: every position on VAT, credit notes, allowances, expenses, payments, borders,
//! long names and odd cents. Strangers' judges read each of them twice, as CII and as UBL.

mod abroad;
mod belgium;
mod france;

use jiff::civil::{Date, date};
use passerelle_einvoice::{
    Address, Contact, Earlier, Exemption, Identifier, Invoice, Kind, Line, Means, Note, Party, Payment, Period,
    Process, Quantity, Subject, Vat, vatex,
};
use passerelle_kernel::{Minutes, Money};

pub const SELLER: &str = "Passerelles de pairs";

/// The missions, the name of who works there, the length of each of their days in minutes.
pub const MISSIONS: [(&str, &str, &[i64]); 3] = [
    ("Pair-aidance, CMP Les Tilleuls", "Noor", &[210, 215, 240, 200, 210, 220, 210, 195, 210, 205, 215, 190]),
    (
        "Pair-aidance, unité Camille-Claudel",
        "Ștefan",
        &[180, 190, 175, 180, 180, 185, 200, 170, 180, 180, 160, 195, 180, 185, 190, 175, 180, 205],
    ),
    ("Médiation interculturelle, PASS", "Élodie", &[80, 95, 110, 65, 80, 120, 85, 100, 90, 75, 105, 80, 95]),
];

/// What an hour of service costs.
const RATE: Money = Money(4_545);
/// What an hour costs where only wages, contributions and expenses may be billed.
const AT_COST: Money = Money(3_117);
const ISSUED: Date = date(2026, 11, 30);

/// Every sample by its name, as short as the name of a file.
pub fn all() -> Vec<(&'static str, Invoice)> {
    [france::all(), belgium::all(), abroad::all()].concat()
}

/// The sample of this name.
pub fn named(name: &str) -> Option<Invoice> {
    all().into_iter().find_map(|(known, invoice)| (known == name).then_some(invoice))
}

fn exempt(code: &str, text: &str) -> Vat {
    Vat::Exempt(exemption(code, text))
}

fn exemption(code: &str, text: &str) -> Exemption {
    Exemption { code: Some(code.into()), text: text.into() }
}

fn non_profit() -> Vat {
    exempt(vatex::FR_NON_PROFIT, "Exonération de TVA, article 261, 7 du code général des impôts")
}

/// An invoice of the French association to a French hospital, for its three missions of November.
fn invoice(number: &str, vat: Vat) -> Invoice {
    Invoice {
        number: number.into(),
        kind: Kind::Invoice,
        issued_on: ISSUED,
        due_on: Some(date(2026, 12, 30)),
        process: Process::Services,
        buyer_reference: Some("PSY-04".into()),
        order_reference: Some("EJ-2026-118204".into()),
        contract_reference: Some("CONV-2026-07".into()),
        notes: notes("B2B"),
        seller: seller(&vat),
        buyer: buyer(),
        period: Some(Period { from: date(2026, 11, 1), to: ISSUED }),
        lines: MISSIONS.iter().zip(1..).map(|(mission, n)| line(n, mission.0, mission.2, &vat)).collect(),
        adjustments: Vec::new(),
        payment: payment(number),
        payment_terms: None,
        paid: Money::ZERO,
    }
}

/// What gives the invoice of this number and day back.
fn credit_of(number: &str) -> Kind {
    Kind::CreditNote(Earlier { number: number.into(), issued_on: ISSUED })
}

fn line(number: i32, name: &str, days: &[i64], vat: &Vat) -> Line {
    let time: Minutes = days.iter().map(|minutes| Minutes(*minutes)).sum();
    Line {
        id: number.to_string(),
        name: name.into(),
        description: Some(format!("{} interventions confirmées par le service", days.len())),
        quantity: Quantity::hours(time, RATE),
        unit_price: RATE,
        vat: vat.clone(),
        period: Some(Period { from: date(2026, 11, 2), to: date(2026, 11, 27) }),
    }
}

/// So much time at this price.
fn hours(number: i32, name: &str, minutes: i64, price: Money, vat: &Vat) -> Line {
    counted(number, name, Quantity::hours(Minutes(minutes), price), price, vat)
}

/// A line that says nothing but what is counted.
fn counted(number: i32, name: &str, quantity: Quantity, unit_price: Money, vat: &Vat) -> Line {
    Line { description: None, quantity, unit_price, period: None, ..line(number, name, &[], vat) }
}

/// The three notes of French law, and how the invoice is treated.
fn notes(treatment: &str) -> Vec<Note> {
    let note = |subject, text: &str| Note { subject: Some(subject), text: text.into() };
    vec![
        note(Subject::RecoveryCost, "Indemnité forfaitaire pour frais de recouvrement en cas de retard : 40 €."),
        note(Subject::LatePayment, "Pénalités de retard : taux directeur de la BCE majoré de huit points."),
        note(Subject::Discount, "Pas d’escompte pour paiement anticipé."),
        note(Subject::Treatment, treatment),
    ]
}

fn seller(vat: &Vat) -> Party {
    let numbered = matches!(vat, Vat::Standard(_) | Vat::ReverseCharge(_));
    Party {
        name: SELLER.into(),
        registration: Some(Identifier::siren("732 829 320")),
        establishment: Some(Identifier::siret("732 829 320 00074")),
        vat_number: numbered.then(|| "FR44732829320".into()),
        tax_registration: Some("732829320".into()),
        legal_note: Some("Association loi 1901".into()),
        endpoint: Some(Identifier::french_address("732829320")),
        address: address("18 boulevard de la Passerelle", "13001", "Marseille", "FR"),
        contact: Some(Contact {
            name: Some("Coordination".into()),
            phone: Some("04 00 00 00 00".into()),
            email: Some("factures@passerelles.example".into()),
        }),
    }
}

fn buyer() -> Party {
    Party {
        name: "Centre hospitalier Saint-Martin".into(),
        registration: Some(Identifier::siren("100 000 009")),
        establishment: Some(Identifier::siret("100 000 009 00017")),
        endpoint: Some(Identifier::french_address("100000009_10000000900017")),
        address: address("2 avenue de l’Hôpital", "13009", "Marseille", "FR"),
        ..Party::default()
    }
}

/// A body that is known by its Belgian enterprise number.
fn belgian(name: &str, number: &str, street: &str) -> Party {
    let id = Identifier::belgian(number);
    Party {
        name: name.into(),
        vat_number: Some(format!("BE{}", id.value)),
        endpoint: Some(id.clone()),
        registration: Some(id),
        address: address(street, "1000", "Bruxelles", "BE"),
        ..Party::default()
    }
}

fn address(line: &str, postcode: &str, city: &str, country: &str) -> Address {
    Address { lines: vec![line.into()], postcode: postcode.into(), city: city.into(), country: country.into() }
}

fn payment(number: &str) -> Payment {
    Payment {
        means: Means::SepaCreditTransfer,
        iban: "FR76 3000 6000 0112 3456 7890 189".into(),
        bic: Some("AGRIFRPP".into()),
        account_name: Some(SELLER.into()),
        remittance: Some(number.into()),
    }
}
