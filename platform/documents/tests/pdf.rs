//! What comes out of the typesetter, without a PDF reader; readers judge it in `e2e/judges`.

use passerelle_documents::{
    Attachment, Column, DocumentError, InvoicePage, Layout, PdfFacts, Relation, Row, Section, Sheet, Table, Typesetter,
};
use passerelle_kernel::{Language, Timestamp};

fn facts() -> PdfFacts {
    PdfFacts { title: "Fiche".into(), author: "Des pairs".into(), created_at: Timestamp::UNIX_EPOCH }
}

fn sheet(paragraph: &str) -> Sheet {
    let section = Section { title: "Partie".into(), paragraphs: vec![paragraph.into()], ..Section::default() };
    Sheet { title: "Fiche".into(), sections: vec![section], ..Sheet::default() }
}

fn invoice(rows: usize) -> InvoicePage {
    let column = |label: &str| Column { label: label.into(), is_wide: true, ..Column::default() };
    let lines = Table {
        columns: vec![column("Mission"), column("Heures")],
        rows: (0..rows).map(|n| vec![format!("Mission {n}"), "1 h".into()]).collect(),
        ..Table::default()
    };
    let total = Row { label: "À payer".into(), value: "12 €".into() };
    InvoicePage { heading: "Facture 1".into(), lines, total, ..InvoicePage::default() }
}

fn render(layout: Layout, files: &[Attachment]) -> Result<Vec<u8>, DocumentError> {
    Typesetter::new()?.render(layout, Language::Fr, files, &facts())
}

fn count(pdf: &[u8], part: &str) -> usize {
    pdf.windows(part.len()).filter(|window| *window == part.as_bytes()).count()
}

#[test]
fn a_sheet_declares_archive_and_access_and_its_language() {
    let pdf = render(Layout::Sheet(&sheet("Bonjour")), &[]).unwrap();
    for part in ["<pdfaid:part>3<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<", "/Lang(fr)", "/Marked true"] {
        assert!(count(&pdf, part) > 0, "{part}");
    }
    assert_eq!(count(&pdf, "xmlns:fx="), 0);
}

#[test]
fn the_same_data_at_the_same_instant_give_the_same_bytes() {
    assert!(render(Layout::Invoice(&invoice(3)), &[]).unwrap() == render(Layout::Invoice(&invoice(3)), &[]).unwrap());
    assert!(render(Layout::Invoice(&invoice(3)), &[]).unwrap() != render(Layout::Invoice(&invoice(4)), &[]).unwrap());
}

#[test]
fn no_text_of_a_person_can_break_a_document() {
    for text in
        ["#panic()", "$x^2$ *fort* `code` \\ \" <tag> @ref", "👩‍⚕️ 王 \u{0}\u{202e}", "نور الهدى, Олена, Ştefan", ""]
    {
        render(Layout::Sheet(&sheet(text)), &[]).unwrap_or_else(|error| panic!("{text:?}: {error}"));
    }
}

#[test]
fn every_character_can_be_typeset() {
    let text: String = ('\0'..='\u{2fff}').chain('\u{e000}'..='\u{ffff}').chain(['🧭', '\u{10ffff}']).collect();
    render(Layout::Sheet(&sheet(&text)), &[]).unwrap();
}

#[test]
fn a_factur_x_invoice_is_declared_once_behind_the_first_end() {
    let file = Attachment::factur_x("<a/>".into(), "Facture".into());
    let pdf = render(Layout::Invoice(&invoice(1)), &[file]).unwrap();
    assert_eq!(count(&pdf, "%%EOF"), 2);
    assert_eq!(count(&pdf, "<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>"), 1);
    assert_eq!(count(&pdf, "/AFRelationship/Data"), 1);
    assert_eq!(count(&pdf, "/F(factur-x.xml)"), 1);
}

#[test]
fn attachments_have_plain_names() {
    for name in ["", "../secret", "a\\b"] {
        let file = Attachment {
            name: name.into(),
            media_type: "text/plain".into(),
            description: "Texte".into(),
            relation: Relation::Supplement,
            bytes: b"a".to_vec(),
        };
        assert!(matches!(render(Layout::Sheet(&sheet("a")), &[file]), Err(DocumentError::Name)), "{name}");
    }
}

#[test]
fn a_long_table_goes_on_over_pages() {
    let pages = |rows| count(&render(Layout::Invoice(&invoice(rows)), &[]).unwrap(), "/Type/Page/");
    assert_eq!(pages(2), 1);
    assert!(pages(120) > 3);
}
