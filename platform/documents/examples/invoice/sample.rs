//! Invented invoices of an invented association: exempt, taxed, given back, Belgian, outside the scope of VAT.

use jiff::civil::date;
use passerelle_documents::{Feed, Slot};
use passerelle_einvoice::{
    Address, Adjustment, Contact, Earlier, Exemption, Identifier, Invoice, Kind, Line, Means, Note, Party, Payment,
    Period, Process, Quantity, Subject, Unit, Vat, vatex,
};
use passerelle_kernel::{Minutes, Money, Timestamp};

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

const RATE: Money = Money(4_545);

pub fn now() -> Timestamp {
    date(2026, 11, 30).at(9, 30, 0, 0).in_tz("UTC").map(|at| at.timestamp()).unwrap_or_default()
}

pub fn all() -> Vec<(&'static str, Invoice)> {
    let exempt = invoice("2026-0042", Kind::Invoice, exemption(vatex::FR_NON_PROFIT, NON_PROFIT));
    let taxed = invoice("2026-0043", Kind::Invoice, Vat::Standard(2_000));
    let earlier = Earlier { number: "2026-0042".into(), issued_on: date(2026, 11, 30) };
    let credit = invoice("2026-0044", Kind::CreditNote(earlier), exemption(vatex::FR_NON_PROFIT, NON_PROFIT));
    let training = invoice("2026-0045", Kind::Invoice, exemption(vatex::FR_CARE_TRAINING, TRAINING));
    let small = invoice("2026-0046", Kind::Invoice, exemption(vatex::FR_SMALL, SMALL));
    vec![
        ("exempt", exempt),
        ("standard", with_discount(taxed)),
        ("credit-note", first_line_only(credit)),
        ("training", training),
        ("small", small),
        ("belgian", belgian()),
        ("outside", outside()),
    ]
}

const NON_PROFIT: &str = "Exonération de TVA, article 261, 7 du code général des impôts";
const TRAINING: &str = "Exonération de TVA, article 261, 4 du code général des impôts";
const SMALL: &str = "TVA non applicable, article 293 B du code général des impôts";
const BELGIAN: &str = "Exemption de TVA, article 44 du code de la TVA belge";

fn exemption(code: &str, text: &str) -> Vat {
    Vat::Exempt(Exemption { code: Some(code.into()), text: text.into() })
}

fn invoice(number: &str, kind: Kind, vat: Vat) -> Invoice {
    Invoice {
        number: number.into(),
        kind,
        issued_on: date(2026, 11, 30),
        due_on: Some(date(2026, 12, 30)),
        process: Process::Services,
        buyer_reference: Some("PSY-04".into()),
        order_reference: Some("EJ-2026-118204".into()),
        contract_reference: Some("CONV-2026-07".into()),
        notes: notes(),
        seller: seller(&vat),
        buyer: buyer(),
        period: Some(Period { from: date(2026, 11, 1), to: date(2026, 11, 30) }),
        lines: MISSIONS.iter().zip(1..).map(|(mission, n)| line(n, mission.0, mission.2, &vat)).collect(),
        adjustments: Vec::new(),
        payment: payment(number),
        payment_terms: None,
        paid: Money::ZERO,
    }
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

fn with_discount(mut invoice: Invoice) -> Invoice {
    let vat = Vat::Standard(2_000);
    let meeting = Line {
        name: "Réunion de sensibilisation de l’équipe".into(),
        description: None,
        quantity: Quantity::whole(1, Unit::Piece),
        unit_price: Money::euros(180),
        ..line(4, "", &[], &vat)
    };
    invoice.lines.push(meeting);
    let discount =
        |is_charge, amount, reason: &str| Adjustment { is_charge, amount, reason: reason.into(), vat: vat.clone() };
    invoice.adjustments.push(discount(false, Money::euros(50), "Remise de bienvenue"));
    invoice.adjustments.push(discount(true, Money(1_890), "Frais de déplacement"));
    invoice.paid = Money::euros(100);
    invoice
}

fn first_line_only(mut invoice: Invoice) -> Invoice {
    invoice.lines.truncate(1);
    invoice
}

fn outside() -> Invoice {
    let reason = "Opération située hors du champ d’application de la TVA";
    let vat = Vat::OutsideScope(Exemption { code: Some(vatex::EU_OUTSIDE.into()), text: reason.into() });
    let mut invoice = invoice("2026-0047", Kind::Invoice, vat);
    invoice.seller.vat_number = None;
    invoice.buyer.vat_number = None;
    invoice
}

/// Sold in Belgium: only the European rules apply.
fn belgian() -> Invoice {
    let mut invoice = invoice("2026-0048", Kind::Invoice, exemption(vatex::EU_GENERAL_INTEREST, BELGIAN));
    for (party, name, number) in [(0, "Réseau des pairs", "0477.472.701"), (1, "Hôpital Saint-Jean", "0403.091.220")]
    {
        let party = if party == 0 { &mut invoice.seller } else { &mut invoice.buyer };
        *party = Party {
            name: name.into(),
            registration: Some(Identifier::belgian(number)),
            vat_number: Some(format!("BE{}", Identifier::belgian(number).value)),
            endpoint: Some(Identifier::belgian(number)),
            address: address("Rue de la Passerelle 4", "1000", "Bruxelles", "BE"),
            ..Party::default()
        };
    }
    invoice.notes.clear();
    invoice
}

fn notes() -> Vec<Note> {
    let note = |subject, text: &str| Note { subject: Some(subject), text: text.into() };
    vec![
        note(Subject::RecoveryCost, "Indemnité forfaitaire pour frais de recouvrement en cas de retard : 40 €."),
        note(Subject::LatePayment, "Pénalités de retard : taux directeur de la BCE majoré de huit points."),
        note(Subject::Discount, "Pas d’escompte pour paiement anticipé."),
        note(Subject::Treatment, "B2B"),
    ]
}

fn seller(vat: &Vat) -> Party {
    let taxed = matches!(vat, Vat::Standard(_));
    Party {
        name: SELLER.into(),
        registration: Some(Identifier::siren("732 829 320")),
        establishment: Some(Identifier::siret("732 829 320 00074")),
        vat_number: taxed.then(|| "FR44732829320".into()),
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

/// Slots across the end of daylight saving time, with a day off.
pub fn feed() -> Feed {
    let slot = |uid: &str, summary: &str, day: i8, hour: i8| Slot {
        uid: uid.into(),
        summary: summary.into(),
        description: Some("Accueil, puis réunion d’équipe ; à confirmer avec la référente, Mme Œuvrard".into()),
        location: Some("CMP Les Tilleuls, 12 rue des Tilleuls, Marseille".into()),
        starts: date(2026, 9, day).at(hour, 0, 0, 0),
        ends: date(2026, 9, day).at(hour + 3, 30, 0, 0),
        weekly_until: Some(date(2027, 6, 30)),
        exceptions: vec![date(2026, 11, 3), date(2026, 12, 22)],
        version: 2,
        changed_at: now(),
    };
    Feed {
        name: "Mes missions".into(),
        zone: "Europe/Paris".into(),
        slots: vec![
            slot("slot-1@passerelle", "Pair-aidance : CMP Les Tilleuls", 1, 9),
            slot("slot-2@passerelle", "Médiation", 3, 14),
        ],
    }
}
