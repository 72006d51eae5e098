//! Lists of work and money as files: the filter of the page, its readers, typed values.

use passerelle_access::Role;
use passerelle_directory::OrganisationKind;
use passerelle_kernel::{Language, Money};
use passerelle_placement::{actions::requests::enter_for_team, agreement::Basis};
use passerelle_spreadsheets::{Size, read};
use passerelle_testkit::{Answer, story};

use super::{ground::organisation, money::ground as money, requests::ground::answers};
use money::capabilities;

/// The texts of a file that was answered, row by row.
fn rows(answer: &Answer) -> Vec<Vec<String>> {
    read(answer.assert_ok().bytes(), &Size::default()).unwrap().rows.into_iter().map(|row| row.cells).collect()
}

story!(capabilities;
    async fn missions_and_hours_leave_as_their_pages_show_them(app) {
        let g = money::ground(&app).await;
        let mission = g.mission(&app, "Accueil au CMP").await;
        g.mission(&app, "Atelier du lundi").await;
        g.approved(&app, mission, "2026-09-02", 90).await;
        g.recorded(&app, mission, "2026-09-03", 20).await;
        for path in ["/missions.csv?state=running", "/missions.xlsx"] {
            let file = rows(&g.coordinator.get(path).await);
            let wanted = ["Accueil au CMP", "Équipe mobile", "Hôpital Saint-Martin", "Noor", "2026-01-05", "", "7", "En cours"];
            let seen = file.iter().find(|row| row[0] == wanted[0]).unwrap();
            assert_eq!(seen, &wanted, "{path}");
            assert_eq!(file.len(), 3, "{path}");
        }
        assert_eq!(rows(&g.coordinator.get("/missions.csv?state=ended").await).len(), 1);

        let sums = rows(&g.coordinator.get("/hours.xlsx?month=2026-09").await);
        assert_eq!(sums[1][..5], ["Accueil au CMP", "Noor", "Équipe mobile", "Hôpital Saint-Martin", "1.8333333333333333"]);
        assert_eq!(sums[1][5..], ["0", "0.3333333333333333", "0", "1.5"]);
        let own = rows(&g.peer.get("/hours.csv?month=2026-09").await);
        assert_eq!(own[1], ["2026-09-03", "Accueil au CMP", "0,3333", "Auprès des personnes", "à confirmer par l’équipe"]);
        assert_eq!(rows(&g.peer.get("/hours.csv?month=2026-08").await).len(), 1);
        g.head.get("/hours.csv").await.assert_forbidden();
        g.coordinator.get("/missions").await.assert_sees("Texte (CSV)");
    }
);

story!(capabilities;
    async fn invoices_leave_with_the_name_of_the_other_side(app) {
        let g = money::ground(&app).await;
        let mission = g.mission(&app, "Accueil au CMP").await;
        g.approved(&app, mission, "2026-08-04", 90).await;
        let agreement = g.agreement(&app, &[mission], Basis::service(Money::euros(40)).unwrap()).await;
        g.issue(agreement, "2026-08-01", "2026-08-31", 6_000).await.assert_redirected();
        let mine = rows(&g.treasurer.get("/invoices.csv").await);
        assert_eq!(mine[1], ["2026-0001", "Hôpital Saint-Martin", "2026-09-07", "2026-10-07", "60,00", "Émise"]);
        let theirs = rows(&g.head.get("/invoices.xlsx?show=unpaid").await);
        assert_eq!(theirs[1], ["2026-0001", "Espairs", "2026-09-07", "2026-10-07", "60", "Émise"]);
        let other = app.person("Hana", Role::Head, app.new_id(), None).await;
        assert_eq!(rows(&other.get("/invoices.csv").await).len(), 1);
        g.peer.get("/invoices.csv").await.assert_forbidden();
    }
);

story!(capabilities;
    async fn requests_leave_shelf_by_shelf(app) {
        let g = money::ground(&app).await;
        let coordinator = app.ctx(&g.coordinator).await;
        enter_for_team(&coordinator, answers("Équipe du soir"), Language::Fr).await.unwrap();
        let waiting = rows(&g.coordinator.get("/requests.csv").await);
        assert_eq!((waiting[0][3].as_str(), waiting[1][0].as_str(), waiting[1][3].as_str()), ("Attend depuis", "Équipe du soir", "2026-09-07"));
        assert_eq!(rows(&g.coordinator.get("/requests.xlsx?shelf=decided").await), [["Équipe", "Établissement", "État", "Terminée le"]]);
        let elsewhere = passerelle_directory::actions::create_organisation(
            &coordinator, &organisation(OrganisationKind::Association, "Ailleurs")).await.unwrap();
        let other = app.person("Eli", Role::Coordinator, elsewhere, None).await;
        assert_eq!(rows(&other.get("/requests.csv").await).len(), 1);
    }
);
