//! Texts of people in an electronic invoice: the XML stays well-formed and gets no element that we did not write.

use std::collections::BTreeSet;

use passerelle_einvoice::{Invoice, Note, cii};
use quick_xml::{Reader, events::Event};

use crate::{Target, texts};

#[allow(dead_code, reason = "the sample serves the tests of the format")]
#[path = "../../platform/einvoice/tests/invoice/sample.rs"]
mod sample;

pub(crate) const TARGET: Target = Target { name: "invoice", run, seeds };

fn seeds() -> Vec<Vec<u8>> {
    texts([
        "Les Tilleuls & fils <é>|PSY-04|1 rue des \"Pairs\"",
        "]]>|<!DOCTYPE a [<!ENTITY b \"c\">]>|&#0;&b;",
        "\u{b}\u{fffe}\u{feff}\u{85}\u{2028}|\r\n\t|\u{10ffff}",
    ])
}

fn with(text: &str) -> Invoice {
    let mut pieces = text.split('|').map(str::to_owned).cycle();
    let mut piece = || pieces.next().unwrap_or_default();
    let mut invoice = sample::invoice();
    (invoice.number, invoice.buyer_reference, invoice.order_reference) = (piece(), Some(piece()), Some(piece()));
    (invoice.contract_reference, invoice.payment_terms) = (Some(piece()), Some(piece()));
    invoice.notes.push(Note { subject: None, text: piece() });
    for party in [&mut invoice.seller, &mut invoice.buyer] {
        (party.name, party.address.city, party.address.country) = (piece(), piece(), piece());
        party.address.lines = vec![piece(), piece()];
    }
    for line in &mut invoice.lines {
        (line.id, line.name, line.description) = (piece(), piece(), Some(piece()));
    }
    (invoice.payment.account_name, invoice.payment.remittance) = (Some(piece()), Some(piece()));
    invoice
}

fn elements(xml: &str) -> BTreeSet<String> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let mut names = BTreeSet::new();
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{error}: {xml}")) {
            Event::Start(start) | Event::Empty(start) => {
                names.insert(start.name().as_ref().to_owned());
            }
            Event::Eof => return names,
            _ => {}
        }
    }
}

fn run(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let written = cii::write(&with(text));
    let forbidden = |c: char| (c < ' ' && !"\t\n\r".contains(c)) || matches!(c, '\u{fffe}' | '\u{ffff}');
    assert!(!written.contains(forbidden), "{written:?}");
    assert!(elements(&written).is_subset(&elements(&cii::write(&with("a")))), "{written}");
}
