//! Writes what strangers' tools judge: invoices (Factur-X, UBL, Peppol), invoices that must be refused, a sheet and a
//! calendar.
//!
//! `cargo run -p passerelle-documents --example invoice -- FOLDER`: good ones into `FOLDER/invoices`, broken ones into
//! `FOLDER/refused`, where the name of each begins with the rule that it breaks. `cargo xtask test judges` asks the judges.

mod broken;
mod feed;
mod page;
mod samples;

use std::{error::Error, fs, path::Path, time::Instant};

use jiff::civil::date;
use passerelle_documents::{Attachment, Layout, PdfFacts, Section, Sheet, Typesetter, write_calendar};
use passerelle_einvoice::{
    Invoice, cii,
    ubl::{self, Profile},
};
use passerelle_kernel::{Language, Timestamp};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("which folder?")?;
    let folder = Path::new(&folder);
    let (invoices, refused) = (folder.join("invoices"), folder.join("refused"));
    fs::create_dir_all(&invoices)?;
    fs::create_dir_all(&refused)?;
    let typesetter = Typesetter::new()?;
    for (name, invoice) in samples::all() {
        assert_eq!(invoice.check(), [], "{name}");
        let started = Instant::now();
        let pdf = pdf(&typesetter, &invoice)?;
        println!("{name}: {} ms, {} bytes", started.elapsed().as_millis(), pdf.len());
        fs::write(invoices.join(format!("{name}.pdf")), pdf)?;
        for (profile, file) in universal(name, &invoice) {
            fs::write(invoices.join(file), ubl::write(&invoice, profile))?;
        }
    }
    for (file, content) in broken::all()? {
        fs::write(refused.join(file), content)?;
    }
    let facts = facts("Fiche de mission");
    fs::write(folder.join("sheet.pdf"), typesetter.render(Layout::Sheet(&sheet()), Language::Fr, &[], &facts)?)?;
    fs::write(folder.join("slots.ics"), write_calendar(&feed::feed()))?;
    Ok(())
}

/// UBL, and Peppol for sellers with a VAT number: its judge takes any other number of the tax office for one (BR-CO-09).
fn universal(name: &str, invoice: &Invoice) -> Vec<(Profile, String)> {
    let peppol = invoice.seller.vat_number.as_ref().map(|_| (Profile::Peppol, format!("{name}-peppol.xml")));
    [(Profile::Core, format!("{name}.xml"))].into_iter().chain(peppol).collect()
}

fn now() -> Timestamp {
    date(2026, 11, 30).at(9, 30, 0, 0).in_tz("UTC").map(|at| at.timestamp()).unwrap_or_default()
}

fn pdf(typesetter: &Typesetter, invoice: &Invoice) -> Result<Vec<u8>, Box<dyn Error>> {
    let page = page::of(invoice);
    let facts = facts(&page.heading);
    let xml = Attachment::factur_x(cii::write(invoice), "Facture au format Factur-X".into());
    Ok(typesetter.render(Layout::Invoice(&page), Language::Fr, &[xml], &facts)?)
}

fn facts(title: &str) -> PdfFacts {
    PdfFacts { title: title.into(), author: samples::SELLER.into(), created_at: now() }
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
        footer: format!("{} · Олена Шевченко · نور الهدى", samples::SELLER),
        page_word: "Page".into(),
    }
}
