//! The books: who takes them, what they say of an invoice with VAT, its payment and a credit note, the accounts chosen.

use passerelle_kernel::Money;
use passerelle_placement::{
    actions::money::{create_agreement, credit, issue_invoice, record_payment},
    agreement::{Basis, Vat, VatRate},
};
use passerelle_spreadsheets::{Size, read};
use passerelle_testkit::{Answer, story};

use super::ground::{capabilities, days, ground, terms};

const YEAR: &str = "?from=2026-01-01&until=2026-12-31";

fn lines(answer: &Answer) -> Vec<Vec<String>> {
    let text = String::from_utf8(answer.assert_ok().bytes().to_vec()).unwrap();
    text.lines().map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}

story!(capabilities;
    async fn the_treasurer_takes_the_books_of_the_association(app) {
        let g = ground(&app).await;
        g.treasurer.get("/ledger").await.assert_ok().assert_sees("Aucune facture pour le moment");
        let mission = g.mission(&app, "Accueil au CMP").await;
        g.approved(&app, mission, "2026-08-04", 90).await;
        g.approved(&app, mission, "2026-09-01", 60).await;
        let mut terms = terms(&[mission], Basis::service(Money::euros(40)).unwrap());
        terms.vat = Vat::Standard(VatRate::Fr20);
        let coordinator = app.ctx(&g.coordinator).await;
        let agreement = create_agreement(&coordinator, g.institution, &terms).await.unwrap();
        let treasurer = app.ctx(&g.treasurer).await;
        let paid = issue_invoice(&treasurer, agreement, days("2026-08-01", "2026-08-31"), None).await.unwrap();
        let wrong = issue_invoice(&treasurer, agreement, days("2026-09-01", "2026-09-30"), None).await.unwrap();
        record_payment(&treasurer, paid, "2026-09-07".parse().unwrap(), Money::euros(72), "VIR 1").await.unwrap();
        credit(&treasurer, wrong).await.unwrap();

        let page = g.treasurer.get("/ledger").await;
        page.assert_ok().assert_sees("Année 2026").assert_sees("Septembre 2026").assert_lacks("Octobre 2026");
        let file = g.treasurer.get(&format!("/ledger.txt{YEAR}")).await;
        assert_eq!(file.header("content-disposition"), Some("attachment; filename=\"732829320FEC20261231.txt\""));
        let rows = lines(&file);
        assert_eq!(rows.len(), 1 + 3 + 3 + 3 + 2);
        assert!(rows.iter().all(|row| row.len() == 18));
        assert_eq!(rows[1][..8], ["VE", "Journal des ventes", "1", "20260907", "411000", "Clients", "100000009", "Hôpital Saint-Martin"]);
        assert_eq!(rows[1][8..15], ["2026-0001", "20260907", "Facture 2026-0001 Hôpital Saint-Martin", "72,00", "0,00", "2026-0001", "20260907"]);
        assert_eq!((rows[3][4].as_str(), rows[3][12].as_str()), ("445710", "12,00"));
        let note = rows.iter().find(|row| row[8] == "2026-0003").unwrap();
        assert_eq!((note[12].as_str(), note[13].as_str()), ("48,00", "2026-0002"));
        assert_eq!(rows[10][..5], ["BQ", "Journal de banque", "1", "20260907", "512000"]);

        let sheet = g.treasurer.get(&format!("/ledger.csv{YEAR}")).await;
        let sheet = read(sheet.assert_ok().bytes(), &Size::default()).unwrap().rows;
        assert_eq!(sheet.len(), rows.len());
        assert_eq!(sheet[1].cells[8..10], ["Facture 2026-0001 Hôpital Saint-Martin", "72,00"]);
        assert_eq!(lines(&g.treasurer.get("/ledger.txt?from=2026-08-01&until=2026-08-31").await).len(), 1);
        g.treasurer.get("/ledger.txt?from=2025-12-01&until=2026-01-31").await.assert_refused();
        g.treasurer.get("/ledger.txt?from=2026-12-31&until=2026-01-01").await.assert_refused();
    }
);

story!(capabilities;
    async fn other_accounts_are_chosen_and_used(app) {
        let g = ground(&app).await;
        let chosen = [("customers", "4111"), ("sales", "7061"), ("vat", "44571"), ("bank", "51A")];
        let refused = g.treasurer.post("/ledger", &chosen).await;
        refused.assert_refused().assert_sees("3 à 10 chiffres");
        assert!(refused.html().contains("value=\"4111\""), "what was typed is lost");
        let chosen = chosen.map(|(name, number)| (name, if name == "bank" { "5121" } else { number }));
        g.treasurer.post("/ledger", &chosen).await.assert_redirected();
        assert!(g.treasurer.get("/ledger").await.html().contains("value=\"5121\""));
    }
);

story!(capabilities;
    async fn nobody_else_sees_the_books(app) {
        let g = ground(&app).await;
        for person in [&g.peer, &g.head, &g.coordinator] {
            person.get("/ledger").await.assert_forbidden();
            person.get(&format!("/ledger.txt{YEAR}")).await.assert_forbidden();
        }
        let mission = g.mission(&app, "Accueil au CMP").await;
        g.approved(&app, mission, "2026-08-04", 90).await;
        let agreement = g.agreement(&app, &[mission], Basis::service(Money::euros(40)).unwrap()).await;
        g.issue(agreement, "2026-08-01", "2026-08-31", 6_000).await.assert_redirected();
        let elsewhere = app.person("Timo", passerelle_access::Role::Treasurer, app.new_id(), None).await;
        assert_eq!(lines(&elsewhere.get(&format!("/ledger.txt{YEAR}")).await).len(), 1);
    }
);
