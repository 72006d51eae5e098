//! What a person reads of a sample invoice, in French.

use jiff::civil::{Date, date};
use passerelle_documents::{Annex, Block, Column, Group, InvoicePage, Row, Section, Table};
use passerelle_einvoice::{Invoice, Kind, Party, Subject, Unit, Vat};
use passerelle_kernel::{Minutes, Money};

use crate::samples::MISSIONS;

pub fn of(invoice: &Invoice) -> InvoicePage {
    let (heading, standing) = match &invoice.kind {
        Kind::Invoice => (format!("Facture {}", invoice.number), None),
        Kind::CreditNote(earlier) => {
            let standing = format!("Annule en partie la facture {} du {}", earlier.number, day(earlier.issued_on));
            (format!("Avoir {}", invoice.number), Some(standing))
        }
    };
    let totals = invoice.totals();
    let due = if standing.is_some() { "À rembourser" } else { "À payer" };
    InvoicePage {
        heading,
        standing,
        seller: block("Émise par", &invoice.seller),
        buyer: block("Adressée à", &invoice.buyer),
        facts: facts(invoice),
        lines: lines(invoice),
        sums: sums(invoice),
        total: row(due, &money(totals.due)),
        vat: vat(invoice),
        payment: payment(invoice),
        notes: notes(invoice),
        annex: annex(invoice),
        footer: "Passerelles de pairs, association loi 1901 · SIRET 732 829 320 00074 · factures@passerelles.example"
            .into(),
        page_word: "Page".into(),
    }
}

pub fn row(label: &str, value: &str) -> Row {
    Row { label: label.into(), value: value.into() }
}

fn block(label: &str, party: &Party) -> Block {
    let address = &party.address;
    let mut lines = address.lines.clone();
    lines.push(format!("{} {}", address.postcode, address.city));
    let id = party.establishment.as_ref().or(party.registration.as_ref());
    let word = if party.establishment.is_some() { "SIRET" } else { "Numéro d’entreprise" };
    lines.extend(id.map(|id| format!("{word} {}", id.value)));
    lines.extend(party.vat_number.as_ref().map(|number| format!("TVA {number}")));
    Block { label: label.into(), name: party.name.clone(), lines }
}

fn facts(invoice: &Invoice) -> Vec<Row> {
    let optional = |label: &str, value: &Option<String>| value.as_ref().map(|value| row(label, value));
    let mut rows = vec![row("Date", &day(invoice.issued_on))];
    rows.extend(invoice.due_on.map(|due| row("À payer avant le", &day(due))));
    rows.extend(
        invoice.period.map(|p| row("Période des interventions", &format!("du {} au {}", day(p.from), day(p.to)))),
    );
    rows.extend(optional("Code service", &invoice.buyer_reference));
    rows.extend(optional("Numéro d’engagement", &invoice.order_reference));
    rows.extend(optional("Convention", &invoice.contract_reference));
    rows
}

fn lines(invoice: &Invoice) -> Table {
    let cells = |line: &passerelle_einvoice::Line| {
        let name = line.description.iter().fold(line.name.clone(), |name, about| format!("{name}\n{about}"));
        let mut quantity = line.quantity.to_string().replace('.', ",");
        if line.quantity.unit == Unit::Hour {
            let time = Minutes((line.quantity.ten_thousandths * 60 + 5_000) / 10_000);
            quantity = format!("{quantity}\u{a0}h\nsoit {}", hours(time));
        }
        vec![name, quantity, money(line.unit_price), money(line.net())]
    };
    Table {
        columns: columns(&[
            ("Mission", false, true),
            ("Quantité", true, false),
            ("Tarif", true, false),
            ("Montant HT", true, false),
        ]),
        rows: invoice.lines.iter().map(cells).collect(),
        ..Table::default()
    }
}

fn sums(invoice: &Invoice) -> Vec<Row> {
    let totals = invoice.totals();
    let mut rows = Vec::new();
    for adjustment in &invoice.adjustments {
        let amount = if adjustment.is_charge { adjustment.amount } else { -adjustment.amount };
        rows.push(row(&adjustment.reason, &money(amount)));
    }
    rows.push(row("Total hors taxe", &money(totals.without_vat)));
    for share in invoice.vat_breakdown() {
        let rate = share.vat.rate().map_or("TVA".into(), |rate| format!("TVA {} %", rate / 100));
        rows.push(row(&rate, &money(share.tax)));
    }
    rows.push(row("Total toutes taxes comprises", &money(totals.with_vat)));
    if totals.paid != Money::ZERO {
        rows.push(row("Déjà réglé", &money(-totals.paid)));
    }
    rows
}

fn vat(invoice: &Invoice) -> Option<Block> {
    let shares = invoice.vat_breakdown();
    let reason = shares.iter().find_map(|share| share.vat.exemption())?.text.clone();
    let lines = match shares.first().map(|share| &share.vat) {
        Some(Vat::Exempt(_)) => vec!["Services rendus par un organisme à gestion désintéressée.".into()],
        _ => Vec::new(),
    };
    Some(Block { label: "TVA".into(), name: reason, lines })
}

fn payment(invoice: &Invoice) -> Group {
    let payment = &invoice.payment;
    let rows = vec![
        row("Moyen", "Virement SEPA"),
        row("IBAN", &payment.iban),
        row("BIC", payment.bic.as_deref().unwrap_or("")),
        row("Titulaire", payment.account_name.as_deref().unwrap_or("")),
        row("Référence à rappeler", payment.remittance.as_deref().unwrap_or("")),
    ];
    Group { title: "Paiement".into(), rows }
}

fn notes(invoice: &Invoice) -> Option<Section> {
    let said = invoice.notes.iter().filter(|note| note.subject != Some(Subject::Treatment));
    let paragraphs: Vec<_> = said.map(|note| note.text.clone()).collect();
    (!paragraphs.is_empty()).then(|| Section { title: "Mentions".into(), paragraphs, ..Section::default() })
}

/// The days of the missions that the invoice names; none when it bills something else.
fn annex(invoice: &Invoice) -> Option<Annex> {
    let billed = |mission: &&(&str, &str, &[i64])| invoice.lines.iter().any(|line| line.name == mission.0);
    let mut rows = Vec::new();
    let mut sum = Minutes::ZERO;
    for (mission, who, days) in MISSIONS.iter().filter(billed) {
        for (n, minutes) in (0_i8..).zip(*days) {
            let on = date(2026, 11, 2 + n / 5 * 7 + n % 5);
            sum = sum + Minutes(*minutes);
            let (on, confirmed) = (day(on), day(date(2026, 11, 27)));
            rows.push(vec![on, (*who).into(), (*mission).into(), hours(Minutes(*minutes)), confirmed]);
        }
    }
    (!rows.is_empty()).then(|| Annex {
        title: "Annexe : heures confirmées".into(),
        intro: "Chaque ligne est une intervention notée par la personne, confirmée par le service et approuvée par \
                l’association."
            .into(),
        hours: Table {
            columns: columns(&[
                ("Date", false, false),
                ("Personne", false, false),
                ("Mission", false, true),
                ("Heures", true, false),
                ("Confirmée le", true, false),
            ]),
            rows,
            sum: Some(["Total", "", "", &hours(sum), ""].map(String::from).into()),
            ..Table::default()
        },
        left_out: Some(left_out()),
    })
}

fn left_out() -> Table {
    Table {
        title: "Ce qui n’est pas facturé, et pourquoi".into(),
        columns: columns(&[
            ("Date", false, false),
            ("Personne", false, false),
            ("Heures", true, false),
            ("Raison", false, true),
        ]),
        rows: vec![
            vec![
                day(date(2026, 11, 12)),
                "Noor".into(),
                hours(Minutes(45)),
                "Pas encore confirmée par le service".into(),
            ],
            vec![
                day(date(2026, 11, 19)),
                "Élodie".into(),
                hours(Minutes(120)),
                "Intervision, à la charge de l’association".into(),
            ],
        ],
        ..Table::default()
    }
}

fn columns(columns: &[(&str, bool, bool)]) -> Vec<Column> {
    let column = |&(label, is_number, is_wide): &(&str, bool, bool)| Column { label: label.into(), is_number, is_wide };
    columns.iter().map(column).collect()
}

fn day(date: Date) -> String {
    format!("{:02}/{:02}/{}", date.day(), date.month(), date.year())
}

fn hours(time: Minutes) -> String {
    let (hours, minutes) = time.clock();
    format!("{hours}\u{a0}h\u{a0}{minutes:02}")
}

fn money(amount: Money) -> String {
    let text = amount.decimal().replace('.', ",");
    let (euros, cents) = text.split_once(',').unwrap_or((&text, "00"));
    let (sign, digits) = euros.strip_prefix('-').map_or(("", euros), |digits| ("−", digits));
    let grouped: Vec<String> =
        digits.as_bytes().rchunks(3).rev().map(|part| String::from_utf8_lossy(part).into()).collect();
    format!("{sign}{},{cents}\u{a0}€", grouped.join("\u{a0}"))
}
