//! A French association to French institutions: the rules of EN 16931 and of the French reform.

use jiff::civil::date;
use passerelle_einvoice::{
    Adjustment, Invoice, Line, Note, Party, Period, Process, Quantity, Subject, Unit, Vat, vatex,
};
use passerelle_kernel::Money;

use super::{AT_COST, RATE, counted, credit_of, exempt, exemption, hours, invoice, non_profit};

pub(super) fn all() -> Vec<(&'static str, Invoice)> {
    let training = exempt(vatex::FR_CARE_TRAINING, "Exonération de TVA, article 261, 4 du code général des impôts");
    vec![
        ("exempt", invoice("2026-0042", non_profit())),
        ("standard", taxed()),
        ("credit-whole", Invoice { kind: credit_of("2026-0042"), ..invoice("2026-0044", non_profit()) }),
        ("credit-part", credited_in_part()),
        ("training", invoice("2026-0045", training)),
        ("small", small()),
        ("outside", outside()),
        ("two-rates", two_rates()),
        ("exempt-and-taxed", exempt_and_taxed()),
        ("two-missions", two_missions()),
        ("quarter", quarter()),
        ("at-cost", at_cost()),
        ("correction", correction()),
        ("paid", paid()),
        ("long-names", long_names()),
        ("odd-cents", odd_cents()),
        ("forty-lines", forty_lines()),
    ]
}

/// A discount, a charge, and a part that was paid before.
fn taxed() -> Invoice {
    let vat = Vat::Standard(2_000);
    let mut invoice = invoice("2026-0043", vat.clone());
    let meeting = "Réunion de sensibilisation de l’équipe";
    invoice.lines.push(counted(4, meeting, Quantity::whole(1, Unit::Piece), Money::euros(180), &vat));
    let adjust =
        |is_charge, amount, reason: &str| Adjustment { is_charge, amount, reason: reason.into(), vat: vat.clone() };
    invoice.adjustments.push(adjust(false, Money::euros(50), "Remise de bienvenue"));
    invoice.adjustments.push(adjust(true, Money(1_890), "Frais de déplacement"));
    invoice.paid = Money::euros(100);
    invoice
}

/// An hour and a quarter of the first mission is given back.
fn credited_in_part() -> Invoice {
    let mut invoice = Invoice { kind: credit_of("2026-0042"), ..invoice("2026-0046", non_profit()) };
    invoice.lines = vec![hours(1, "Pair-aidance, CMP Les Tilleuls", 75, RATE, &non_profit())];
    invoice
}

/// One hour under the scheme of small turnover, and nothing that the law does not ask for.
fn small() -> Invoice {
    let vat = exempt(vatex::FR_SMALL, "TVA non applicable, article 293 B du code général des impôts");
    let mut invoice = invoice("2026-0047", vat.clone());
    invoice.lines = vec![hours(1, "Témoignage devant une classe", 60, RATE, &vat)];
    (invoice.order_reference, invoice.contract_reference, invoice.period) = (None, None, None);
    (invoice.seller.contact, invoice.seller.legal_note, invoice.payment.bic) = (None, None, None);
    invoice
}

fn outside() -> Invoice {
    let reason = "Opération située hors du champ d’application de la TVA";
    invoice("2026-0048", Vat::OutsideScope(exemption(vatex::EU_OUTSIDE, reason)))
}

/// A training day at the standard rate and its printed guide at the reduced one.
fn two_rates() -> Invoice {
    let (standard, reduced) = (Vat::Standard(2_000), Vat::Standard(550));
    let mut invoice = invoice("2026-0049", standard.clone());
    let guide = counted(2, "Guide imprimé", Quantity::whole(12, Unit::Piece), Money(799), &reduced);
    invoice.lines =
        vec![counted(1, "Journée de formation", Quantity::whole(1, Unit::Day), Money::euros(840), &standard), guide];
    let reason = "Remise sur les guides".into();
    invoice.adjustments.push(Adjustment { is_charge: false, amount: Money(999), reason, vat: reduced });
    invoice
}

/// The mission is exempt, the meeting that was bought with it is not.
fn exempt_and_taxed() -> Invoice {
    let taxed = Vat::Standard(2_000);
    let mut invoice = invoice("2026-0050", non_profit());
    invoice.seller.vat_number = Some("FR44732829320".into());
    invoice.lines.truncate(1);
    invoice.lines.push(hours(2, "Animation d’une réunion d’équipe", 100, Money::euros(90), &taxed));
    invoice
}

/// Two teams of one hospital, each with its own days.
fn two_missions() -> Invoice {
    let mut invoice = invoice("2026-0051", non_profit());
    invoice.lines.truncate(2);
    invoice.lines[1].period = Some(Period { from: date(2026, 11, 9), to: date(2026, 11, 30) });
    invoice
}

/// A quarter, one line a month.
fn quarter() -> Invoice {
    let mut invoice = invoice("2026-0052", non_profit());
    let month = |n: i8, minutes| Line {
        period: Some(Period { from: date(2026, n, 1), to: date(2026, n, 1).last_of_month() }),
        ..hours(i32::from(n), "Pair-aidance, CMP Les Tilleuls", minutes, RATE, &non_profit())
    };
    invoice.lines = vec![month(9, 1_260), month(10, 1_435), month(11, 1_310)];
    invoice.period = Some(Period { from: date(2026, 9, 1), to: date(2026, 11, 30) });
    invoice
}

/// Lending without profit: wages and contributions by the hour, expenses as they were.
fn at_cost() -> Invoice {
    let vat = non_profit();
    let mut invoice = invoice("2026-0053", vat.clone());
    let kilometres = Quantity { ten_thousandths: 1_385_000, unit: Unit::Kilometre };
    invoice.lines = vec![
        hours(1, "Salaires et cotisations, mise à disposition", 2_520, AT_COST, &vat),
        counted(2, "Trajets en voiture", kilometres, Money(52), &vat),
        counted(3, "Billets de train Marseille–Avignon", Quantity::whole(3, Unit::Piece), Money(2_240), &vat),
    ];
    invoice
}

/// A month in which hours of the month before are taken back.
fn correction() -> Invoice {
    let mut invoice = invoice("2026-0054", non_profit());
    let taken_back = hours(4, "Correction d’octobre, CMP Les Tilleuls", -95, RATE, &non_profit());
    let october = Some(Period { from: date(2026, 10, 14), to: date(2026, 10, 14) });
    invoice.lines.push(Line { period: october, ..taken_back });
    invoice
}

/// Nothing is due any more.
fn paid() -> Invoice {
    let mut invoice = Invoice { process: Process::ServicesPaid, ..invoice("2026-0055", non_profit()) };
    invoice.paid = invoice.totals().with_vat;
    invoice
}

/// Names as long as institutions write them, other alphabets, and what XML has to escape.
fn long_names() -> Invoice {
    let mut invoice = invoice("FA-2026/11_0056+B", non_profit());
    invoice.buyer = Party {
        name: "Établissement public de santé mentale « L’Œuvre & les Pairs » – pôle intersectoriel de réhabilitation \
               psychosociale, d’accès aux soins <somatiques> et d’accompagnement vers l’emploi ordinaire"
            .into(),
        ..invoice.buyer
    };
    invoice.buyer.address.lines = [
        "Bâtiment « Éluard », 3ᵉ étage",
        "Service des affaires financières & des marchés",
        "BP 40 312",
        "Cour d’honneur",
    ]
    .map(String::from)
    .into();
    invoice.lines[0].name =
        "Pair-aidance \"hors les murs\" & accueil : Олена Шевченко, نور الهدى, Ștefan Țurcanu".into();
    invoice.lines[0].description = Some("Mardi > 9 h < 12 h ; l’équipe l’a confirmé.\nJeudi : réunion.".into());
    let general = "Ne pas tenir compte de l’avis du 28 novembre : il était en double.";
    invoice.notes.push(Note { subject: Some(Subject::General), text: general.into() });
    invoice
}

/// Lengths and prices whose cents must be rounded on each line, and the VAT once.
fn odd_cents() -> Invoice {
    let vat = Vat::Standard(2_000);
    let mut invoice = invoice("2026-0057", vat.clone());
    let prices = [(20, 5_015), (80, 4_545), (35, 3_333), (7, 9_999), (1, 4_501)];
    invoice.lines =
        prices.iter().zip(1..).map(|((time, cents), n)| hours(n, "Accueil", *time, Money(*cents), &vat)).collect();
    invoice
}

/// A year of short visits, and sums of many thousands.
fn forty_lines() -> Invoice {
    let mut invoice = invoice("2026-0058", non_profit());
    let visit = |n: i32| hours(n, &format!("Visite {n}"), 4_000 + i64::from(n) * 7, Money(6_250), &non_profit());
    invoice.lines = (1..=40).map(visit).collect();
    invoice
}
