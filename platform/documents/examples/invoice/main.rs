//! Writes sample invoices (Factur-X, UBL, Peppol), a sheet and a calendar, and lets strangers' tools judge them.
//!
//! `cargo run -p passerelle-documents --example invoice -- FOLDER [PYTHON]`: with a Python that has
//! `e2e/judges/requirements.txt`, each invoice is judged as it is and again with one amount changed;
//! it fails unless the first is accepted and the second refused.

mod page;
mod sample;

use std::{error::Error, fs, path::Path, process::Command, time::Instant};

use passerelle_documents::{Attachment, Layout, PdfFacts, Section, Sheet, Typesetter, write_calendar};
use passerelle_einvoice::{
    Invoice, cii,
    ubl::{self, Profile},
};
use passerelle_kernel::Language;

const JUDGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../e2e/judges/invoice.py");

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().ok_or("which folder?")?;
    let (folder, python) = (Path::new(&folder), arguments.next());
    let started = Instant::now();
    let typesetter = Typesetter::new()?;
    println!("typesetter: {} ms", started.elapsed().as_millis());
    for (name, invoice) in sample::all() {
        assert_eq!(invoice.check(), [], "{name}");
        let path = folder.join(format!("{name}.pdf"));
        let started = Instant::now();
        let pdf = pdf(&typesetter, &invoice)?;
        println!("{name}: {} ms, {} bytes", started.elapsed().as_millis(), pdf.len());
        fs::write(&path, pdf)?;
        if let Some(python) = &python {
            judge(python, &path)?;
        }
        for (profile, file) in universal(name, &invoice) {
            let path = folder.join(file);
            fs::write(&path, ubl::write(&invoice, profile))?;
            if let Some(python) = &python {
                judge(python, &path)?;
            }
        }
    }
    fs::write(
        folder.join("sheet.pdf"),
        typesetter.render(Layout::Sheet(&sheet()), Language::Fr, &[], &facts("Fiche de mission"))?,
    )?;
    fs::write(folder.join("slots.ics"), write_calendar(&sample::feed()))?;
    Ok(())
}

/// UBL, and Peppol for sellers with a VAT number: its judge takes any other number of the tax office for one (BR-CO-09).
fn universal(name: &str, invoice: &Invoice) -> Vec<(Profile, String)> {
    let peppol = invoice.seller.vat_number.as_ref().map(|_| (Profile::Peppol, format!("{name}-peppol.xml")));
    [(Profile::Core, format!("{name}.xml"))].into_iter().chain(peppol).collect()
}

fn pdf(typesetter: &Typesetter, invoice: &Invoice) -> Result<Vec<u8>, Box<dyn Error>> {
    let page = page::of(invoice);
    let facts = facts(&page.heading);
    let xml = Attachment::factur_x(cii::write(invoice), "Facture au format Factur-X".into());
    Ok(typesetter.render(Layout::Invoice(&page), Language::Fr, &[xml], &facts)?)
}

fn facts(title: &str) -> PdfFacts {
    PdfFacts { title: title.into(), author: sample::SELLER.into(), created_at: sample::now() }
}

/// Accepted as it is, refused once an amount is changed.
fn judge(python: &str, file: &Path) -> Result<(), Box<dyn Error>> {
    let clean = Command::new(python).arg(JUDGE).arg(file).status()?;
    let broken = Command::new(python).arg(JUDGE).arg("--break").arg(file).status()?;
    match (clean.code(), broken.code()) {
        (Some(0), Some(1)) => Ok(()),
        codes => Err(format!("{}: {codes:?} instead of 0 and 1", file.display()).into()),
    }
}

fn sheet() -> Sheet {
    let section = |title: &str| Section { title: title.into(), ..Section::default() };
    Sheet {
        title: "Fiche de mission".into(),
        subtitle: Some("Pair-aidance au centre médico-psychologique Les Tilleuls · version du 12 novembre 2026".into()),
        sections: vec![
            Section {
                paragraphs: vec![
                    "L’équipe souhaite proposer un temps d’accueil par un pair, le mardi et le jeudi matin.".into(),
                ],
                rows: vec![page::row("Lieu", "12 rue des Tilleuls, Marseille"), page::row("Temps", "7 h par semaine")],
                ..section("Ce que l’équipe attend")
            },
            Section {
                points: vec!["Accueillir, écouter, orienter.".into(), "Participer à la réunion du jeudi.".into()],
                ..section("Ce qui est convenu")
            },
            Section { blanks: vec!["Nom de la personne".into(), "Date et signature".into()], ..section("Accord") },
        ],
        footer: format!("{} · Олена Шевченко · نور الهدى", sample::SELLER),
        page_word: "Page".into(),
    }
}
