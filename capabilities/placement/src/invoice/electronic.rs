//! An issued invoice as EN 16931 says it: what Chorus Pro and other receivers read by machine.
//!
//! The three notes of the French reform (BR-FR-05, BR-FR-06), the Belgian ones on late payment and the legal reason of
//! the VAT position come from the translations, in the language of the paper. Sums are never copied: the standard's own arithmetic must find the same
//! ones, and [`seal`] refuses otherwise.

use passerelle_einvoice::{
    Earlier, Exemption, Invoice as Electronic, Kind as ElectronicKind, Line as ElectronicLine, Means, Note, Party,
    Payment, Period, Process, Quantity, Subject, Vat as ElectronicVat, reference::belgian,
};
use passerelle_kernel::Money;
use passerelle_words::{Words, say};

use super::{AnnexLine, Invoice, Issued, Line, Names, Paper, Parties};
use crate::agreement::Vat;

/// The paper of an invoice that is being issued; `words` are those of the paper's language.
///
/// # Errors
/// A rule of the standard that is broken, or sums that differ, for the operator: our fault, never the person's.
pub fn seal(invoice: &Invoice, parties: Parties, names: Names, words: &Words) -> Result<Paper, String> {
    let language = parties.language;
    let electronic = electronic(invoice.issued(), parties, &names, words);
    checked(Paper { language, electronic, names }, invoice)
}

/// The paper of the credit note of an invoice.
///
/// # Errors
/// As [`seal`].
pub fn seal_credit(note: &Invoice, original: &Issued, paper: &Paper) -> Result<Paper, String> {
    let issued = note.issued();
    let earlier = Earlier { number: original.number.to_string(), issued_on: original.issued_on };
    let mut electronic = paper.electronic.clone();
    electronic.number = issued.number.to_string();
    electronic.kind = ElectronicKind::CreditNote(earlier);
    electronic.issued_on = issued.issued_on;
    electronic.due_on = Some(issued.due_on);
    electronic.payment.remittance = Some(reference(issued, &electronic.seller));
    checked(Paper { electronic, ..paper.clone() }, note)
}

fn checked(paper: Paper, invoice: &Invoice) -> Result<Paper, String> {
    let problems = paper.electronic.check();
    if !problems.is_empty() {
        return Err(format!("the electronic invoice breaks {problems:?}"));
    }
    let (totals, content) = (paper.electronic.totals(), &invoice.issued().content);
    if (totals.without_vat, totals.with_vat) != (content.net, content.gross()) {
        return Err("the sums of paper and machine differ".to_owned());
    }
    Ok(paper)
}

fn electronic(issued: &Issued, parties: Parties, names: &Names, words: &Words) -> Electronic {
    let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let vat = vat(issued.vat, words);
    let content = &issued.content;
    let notes = notes(&parties.seller, &parties.buyer, words);
    let line = |(line, n)| line_of(line, n, &content.annex, names, &vat, words);
    Electronic {
        number: issued.number.to_string(),
        kind: ElectronicKind::Invoice,
        issued_on: issued.issued_on,
        due_on: Some(issued.due_on),
        process: Process::Services,
        buyer_reference: given(&issued.buyer.service_code),
        order_reference: given(&issued.buyer.engagement),
        contract_reference: given(&issued.buyer.contract),
        notes,
        period: Some(Period { from: content.period.first(), to: content.period.last() }),
        lines: content.lines.iter().zip(1..).map(line).collect(),
        adjustments: Vec::new(),
        payment: Payment {
            means: Means::SepaCreditTransfer,
            iban: parties.iban,
            bic: parties.bic,
            account_name: Some(parties.seller.name.clone()),
            remittance: Some(reference(issued, &parties.seller)),
        },
        payment_terms: None,
        paid: Money::ZERO,
        seller: parties.seller,
        buyer: parties.buyer,
    }
}

/// What the buyer writes on the transfer: in Belgium the structured communication, elsewhere the number.
fn reference(issued: &Issued, seller: &Party) -> String {
    let number = issued.number.as_str();
    let structured = if seller.address.country == "BE" { belgian(number) } else { None };
    structured.unwrap_or_else(|| number.to_owned())
}

fn line_of(
    line: &Line,
    n: u32,
    annex: &[AnnexLine],
    names: &Names,
    vat: &ElectronicVat,
    words: &Words,
) -> ElectronicLine {
    let days: Vec<_> = annex.iter().filter(|entry| entry.mission == line.mission).map(|entry| entry.on).collect();
    let count = i64::try_from(days.len()).unwrap_or(i64::MAX);
    ElectronicLine {
        id: n.to_string(),
        name: names.title(line.mission).to_owned(),
        description: Some(say!(words, "placement-paper-line", team = names.team(line.mission), count = count)),
        quantity: Quantity::hours(line.minutes, line.rate),
        unit_price: line.rate,
        vat: vat.clone(),
        period: days.iter().min().zip(days.iter().max()).map(|(from, to)| Period { from: *from, to: *to }),
    }
}

/// The position with its legal reason in words (BT-120) and as a code (BT-121).
fn vat(vat: Vat, words: &Words) -> ElectronicVat {
    let reason = || Exemption {
        code: vat.vatex().map(str::to_owned),
        text: words.say(&format!("placement-vat-law-{}", vat.as_str())),
    };
    match vat {
        Vat::Standard(rate) => ElectronicVat::Standard(rate.basis_points()),
        Vat::Exempt(_) => ElectronicVat::Exempt(reason()),
        Vat::ReverseCharge => ElectronicVat::ReverseCharge(reason()),
        Vat::OutsideScope => ElectronicVat::OutsideScope(reason()),
    }
}

/// What the law of the issuer's country wants to be said about late payment. The buyer's country only says how the
/// invoice is treated.
fn notes(seller: &Party, buyer: &Party, words: &Words) -> Vec<Note> {
    match seller.address.country.as_str() {
        "FR" => french_notes(buyer.address.country == "FR", words),
        "BE" => belgian_notes(words),
        _ => Vec::new(),
    }
}

/// Law of 2 August 2002 on late payment in commercial transactions: interest (article 5) and a lump sum for the cost of
/// recovery (article 6), both by right and without a formal notice.
fn belgian_notes(words: &Words) -> Vec<Note> {
    let said = |subject, key| Note { subject: Some(subject), text: words.say(key) };
    vec![
        said(Subject::RecoveryCost, "placement-paper-note-be-recovery"),
        said(Subject::LatePayment, "placement-paper-note-be-late"),
    ]
}

fn french_notes(buyer_is_french: bool, words: &Words) -> Vec<Note> {
    let said = |subject, key| Note { subject: Some(subject), text: words.say(key) };
    let treatment = if buyer_is_french { "B2B" } else { "B2BINT" };
    vec![
        said(Subject::RecoveryCost, "placement-paper-note-recovery"),
        said(Subject::LatePayment, "placement-paper-note-late"),
        said(Subject::Discount, "placement-paper-note-discount"),
        Note { subject: Some(Subject::Treatment), text: treatment.to_owned() },
    ]
}
