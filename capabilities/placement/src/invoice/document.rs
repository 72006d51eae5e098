//! The paper of an invoice as a PDF that people read and machines too (Factur-X).
//!
//! Everything it says was sealed on the day of issue; only the labels come from the translations. The same invoice
//! gives the same bytes. Typesetting takes tens of milliseconds: call [`render`] where blocking is allowed, and never
//! inside a transaction.

use passerelle_documents::{
    Annex, Attachment, Block, Column, Group, InvoicePage, Layout, PdfFacts, Row, Section, Table, typesetter,
};
use passerelle_einvoice::{Party, Subject, cii};
use passerelle_kernel::{Minutes, Timestamp};
use passerelle_words::{Words, say};

use super::{Invoice, Kind, Paper};

/// The PDF with its electronic twin inside.
///
/// # Errors
/// Why there is no document, for the operator.
pub fn render(invoice: &Invoice, paper: &Paper, issued_at: Timestamp, words: &Words) -> Result<Vec<u8>, String> {
    let page = page(invoice, paper, words);
    let author = paper.electronic.seller.name.clone();
    let facts = PdfFacts { title: page.heading.clone(), author, created_at: issued_at };
    let twin = Attachment::factur_x(cii::write(&paper.electronic), words.say("placement-paper-twin"));
    let pdf = typesetter()?.render(Layout::Invoice(&page), paper.language, &[twin], &facts);
    pdf.map_err(|error| error.to_string())
}

/// What a person reads.
pub fn page(invoice: &Invoice, paper: &Paper, words: &Words) -> InvoicePage {
    let issued = invoice.issued();
    let number = issued.number.as_str();
    let (heading, standing, due) = match &issued.kind {
        Kind::Invoice => (say!(words, "placement-paper-invoice", number = number), None, "placement-paper-due"),
        Kind::CreditNote { number: of, .. } => {
            let standing = say!(words, "placement-paper-credit-of", number = of.as_str());
            (say!(words, "placement-paper-credit", number = number), Some(standing), "placement-paper-given-back")
        }
    };
    let seller = &paper.electronic.seller;
    InvoicePage {
        heading,
        standing,
        seller: block(words, "placement-paper-seller", seller),
        buyer: block(words, "placement-paper-buyer", &paper.electronic.buyer),
        facts: facts(invoice, words),
        lines: lines(paper, words),
        sums: sums(invoice, words),
        total: row(words, due, words.money(issued.content.gross())),
        vat: vat(paper, words),
        payment: if issued.kind == Kind::Invoice { payment(paper, words) } else { refund(words) },
        notes: notes(paper, words),
        annex: Some(annex(invoice, paper, words)),
        footer: footer(seller, words),
        page_word: words.say("placement-paper-page"),
    }
}

fn row(words: &Words, key: &str, value: impl Into<String>) -> Row {
    Row { label: words.say(key), value: value.into() }
}

fn number_of(party: &Party, words: &Words) -> Option<String> {
    let id = party.establishment.as_ref().or(party.registration.as_ref())?;
    Some(match id.scheme.as_str() {
        "0009" => say!(words, "placement-paper-siret", number = id.value.as_str()),
        "0002" => say!(words, "placement-paper-siren", number = id.value.as_str()),
        _ => say!(words, "placement-paper-enterprise", number = id.value.as_str()),
    })
}

fn block(words: &Words, key: &str, party: &Party) -> Block {
    let mut lines = party.address.lines.clone();
    lines.push(format!("{} {}", party.address.postcode, party.address.city).trim().to_owned());
    lines.extend(number_of(party, words));
    lines.extend(
        party.vat_number.as_ref().map(|number| say!(words, "placement-paper-vat-number", number = number.as_str())),
    );
    Block { label: words.say(key), name: party.name.clone(), lines }
}

fn facts(invoice: &Invoice, words: &Words) -> Vec<Row> {
    let issued = invoice.issued();
    let period = issued.content.period;
    let mut rows = vec![row(words, "placement-paper-date", words.day(issued.issued_on))];
    if issued.kind == Kind::Invoice {
        rows.push(row(words, "placement-paper-due-on", words.day(issued.due_on)));
    }
    let days = say!(words, "placement-paper-days", first = words.day(period.first()), last = words.day(period.last()));
    rows.push(row(words, "placement-paper-period", days));
    let references = [
        ("placement-paper-service-code", &issued.buyer.service_code),
        ("placement-paper-engagement", &issued.buyer.engagement),
        ("placement-paper-contract", &issued.buyer.contract),
    ];
    let given = references.into_iter().filter(|(_, value)| !value.is_empty());
    rows.extend(given.map(|(key, value)| row(words, key, value.as_str())));
    rows
}

fn columns(words: &Words, columns: &[(&str, bool, bool)]) -> Vec<Column> {
    let column = |&(key, is_number, is_wide): &(&str, bool, bool)| Column { label: words.say(key), is_number, is_wide };
    columns.iter().map(column).collect()
}

fn lines(paper: &Paper, words: &Words) -> Table {
    let cells = |line: &passerelle_einvoice::Line| {
        let name = line.description.iter().fold(line.name.clone(), |name, about| format!("{name}\n{about}"));
        let decimal = line.quantity.to_string().replace('.', &words.say("placement-paper-decimal-mark"));
        let time = Minutes((line.quantity.ten_thousandths * 60 + 5_000).div_euclid(10_000));
        let quantity = say!(words, "placement-paper-quantity", decimal = decimal, hours = words.hours(time));
        vec![name, quantity, words.money(line.unit_price), words.money(line.net())]
    };
    let heads = [
        ("placement-paper-mission", false, true),
        ("placement-paper-hours", true, false),
        ("placement-paper-rate", true, false),
        ("placement-paper-amount", true, false),
    ];
    Table {
        columns: columns(words, &heads),
        rows: paper.electronic.lines.iter().map(cells).collect(),
        ..Table::default()
    }
}

fn sums(invoice: &Invoice, words: &Words) -> Vec<Row> {
    let content = &invoice.issued().content;
    let key = format!("placement-paper-vat-{}", invoice.issued().vat.category().to_ascii_lowercase());
    let rate = words.number(invoice.issued().vat.basis_points() / 100);
    let label = say!(words, &key, rate = rate);
    vec![row(words, "placement-paper-net", words.money(content.net)), Row { label, value: words.money(content.vat) }]
}

fn vat(paper: &Paper, words: &Words) -> Option<Block> {
    let reason = paper.electronic.lines.first()?.vat.exemption()?.text.clone();
    Some(Block { label: words.say("placement-paper-vat"), name: reason, lines: Vec::new() })
}

fn payment(paper: &Paper, words: &Words) -> Group {
    let payment = &paper.electronic.payment;
    let iban = payment.iban.as_bytes().chunks(4).map(String::from_utf8_lossy).collect::<Vec<_>>().join(" ");
    let optional = |key: &str, value: &Option<String>| value.as_ref().map(|value| row(words, key, value.as_str()));
    let mut rows = vec![
        row(words, "placement-paper-means", words.say("placement-paper-transfer")),
        row(words, "placement-paper-iban", iban),
    ];
    rows.extend(optional("placement-paper-bic", &payment.bic));
    rows.extend(optional("placement-paper-account", &payment.account_name));
    rows.extend(optional("placement-paper-remittance", &payment.remittance));
    Group { title: words.say("placement-paper-payment"), rows }
}

/// A credit note asks for no money: it says how the sum comes back.
fn refund(words: &Words) -> Group {
    let rows = vec![row(words, "placement-paper-means", words.say("placement-paper-refund-means"))];
    Group { title: words.say("placement-paper-refund"), rows }
}

fn notes(paper: &Paper, words: &Words) -> Option<Section> {
    let said = paper.electronic.notes.iter().filter(|note| note.subject != Some(Subject::Treatment));
    let paragraphs: Vec<_> = said.map(|note| note.text.clone()).collect();
    let title = words.say("placement-paper-notes");
    (!paragraphs.is_empty()).then(|| Section { title, paragraphs, ..Section::default() })
}

fn footer(seller: &Party, words: &Words) -> String {
    let email = seller.contact.as_ref().and_then(|contact| contact.email.clone());
    [Some(seller.name.clone()), number_of(seller, words), email].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn annex(invoice: &Invoice, paper: &Paper, words: &Words) -> Annex {
    let content = &invoice.issued().content;
    let confirmed = |at: Timestamp| words.day(at.to_zoned(words.zone().clone()).date());
    let rows = content.annex.iter().map(|line| {
        let peer = paper.names.peer(line.peer).to_owned();
        let mission = paper.names.title(line.mission).to_owned();
        vec![words.day(line.on), peer, mission, words.hours(line.minutes), confirmed(line.confirmed_at)]
    });
    let heads = [
        ("placement-paper-day", false, false),
        ("placement-paper-person", false, false),
        ("placement-paper-mission", false, true),
        ("placement-paper-hours", true, false),
        ("placement-paper-confirmed", true, false),
    ];
    let sum =
        [words.say("placement-paper-sum"), String::new(), String::new(), words.hours(content.minutes()), String::new()];
    Annex {
        title: words.say("placement-paper-annex"),
        intro: words.say("placement-paper-annex-intro"),
        hours: Table {
            columns: columns(words, &heads),
            rows: rows.collect(),
            sum: Some(sum.into()),
            ..Table::default()
        },
        left_out: (!content.left_out.is_empty()).then(|| left_out(invoice, paper, words)),
    }
}

fn left_out(invoice: &Invoice, paper: &Paper, words: &Words) -> Table {
    let rows = invoice.issued().content.left_out.iter().map(|left| {
        let why = words.say(&format!("placement-invoice-why-{}", left.why.as_str()));
        vec![words.day(left.on), paper.names.title(left.mission).to_owned(), words.hours(left.minutes), why]
    });
    let heads = [
        ("placement-paper-day", false, false),
        ("placement-paper-mission", false, true),
        ("placement-paper-hours", true, false),
        ("placement-paper-why", false, true),
    ];
    Table {
        title: words.say("placement-paper-left-out"),
        columns: columns(words, &heads),
        rows: rows.collect(),
        ..Table::default()
    }
}
