//! An invoice goes out: when, how and to whom is written down, and both sides read it.

use passerelle_directory::{OrganisationFacts, actions::update_organisation, find_organisation};
use passerelle_kernel::Money;
use passerelle_placement::agreement::Basis;
use passerelle_testkit::{Answer, Person, story};

use super::{
    ground::{capabilities, ground},
    path,
};

async fn send(who: &Person, path: &str, on: [&str; 3], way: &str, to: &str) -> Answer {
    let [day, month, year] = on;
    let fields = [("on-day", day), ("on-month", month), ("on-year", year), ("way", way), ("to", to)];
    who.post(&format!("{path}/sending"), &fields).await
}

const TODAY: [&str; 3] = ["7", "9", "2026"];

story!(capabilities;
    async fn how_an_invoice_went_out_is_read_by_both_sides(app) {
        let g = ground(&app).await;
        let mission = g.mission(&app, "Pair-aidance au CMP").await;
        g.approved(&app, mission, "2026-08-04", 60).await;
        let agreement = g.agreement(&app, &[mission], Basis::service(Money::euros(40)).unwrap()).await;
        let invoice = path(g.issue(agreement, "2026-08-01", "2026-08-31", 4_000).await.location());
        g.treasurer.get("/today").await.assert_sees("La facture 2026-0001 est à envoyer");
        g.treasurer.get(&invoice).await.assert_sees("Aucun envoi noté").assert_sees("Noter l’envoi");
        g.head.get(&invoice).await.assert_lacks("/sending");
        g.treasurer.get(&format!("{invoice}/sending")).await.assert_ok().assert_sees("Comment la facture 2026-0001 a-t-elle été envoyée");

        let ana = "compta@saint-martin.example";
        send(&g.treasurer, &invoice, TODAY, "", ana).await.assert_refused().assert_sees("Choisissez comment la facture est partie.");
        send(&g.treasurer, &invoice, TODAY, "email", " ").await.assert_refused().assert_sees("Écrivez à qui la facture est envoyée.");
        send(&g.treasurer, &invoice, ["8", "9", "2026"], "email", ana).await.assert_refused();
        let before = send(&g.treasurer, &invoice, ["6", "9", "2026"], "email", ana).await;
        before.assert_refused().assert_sees("n’existait pas encore ce jour-là").assert_sees("Comment");
        for who in [&g.head, &g.coordinator] {
            send(who, &invoice, TODAY, "email", ana).await.assert_not_found();
        }
        g.treasurer.get(&invoice).await.assert_sees("Aucun envoi noté");

        let sent = send(&g.treasurer, &invoice, TODAY, "email", ana).await;
        let told = "Envoyée le lundi 7 septembre 2026 par e-mail à compta@saint-martin.example";
        g.treasurer.follow(&sent).await.assert_sees("L’envoi est noté.").assert_sees(told).assert_sees("Noter un autre envoi");
        g.head.get(&invoice).await.assert_sees(told);
        g.treasurer.get("/today").await.assert_lacks("est à envoyer");
        send(&g.treasurer, &invoice, TODAY, "portal", "Chorus Pro, service PSY-04").await.assert_redirected();
        let page = g.head.get(&invoice).await;
        page.assert_sees(told).assert_sees("Déposée le lundi 7 septembre 2026 sur le portail : Chorus Pro, service PSY-04");
    }
);

story!(capabilities;
    /// The law of the issuer's country: France or Belgium, each in its own words, and never both.
    async fn late_payment_is_told_by_the_law_of_the_issuer(app) {
        let g = ground(&app).await;
        let mission = g.mission(&app, "Pair-aidance au CMP").await;
        g.approved(&app, mission, "2026-07-06", 60).await;
        g.approved(&app, mission, "2026-08-04", 60).await;
        let agreement = g.agreement(&app, &[mission], Basis::service(Money::euros(40)).unwrap()).await;
        let first = path(g.issue(agreement, "2026-07-01", "2026-07-31", 4_000).await.location());
        let french = g.treasurer.get(&format!("{first}/factur-x.xml")).await.html();
        assert!(french.contains("pour les frais de recouvrement.") && !french.contains("2 août 2002"), "{french}");

        let admin = app.person("Adèle", passerelle_access::Role::Admin, g.association, None).await;
        let known = find_organisation(&mut app.db().begin_read().await.unwrap(), g.association).await.unwrap().unwrap();
        let facts = OrganisationFacts {
            country: passerelle_directory::Country::BELGIUM,
            post_code: "1000".into(),
            siret: String::new(),
            vat: String::new(),
            enterprise: "0403.170.701".into(),
            ..OrganisationFacts::of(&known)
        };
        update_organisation(&app.ctx(&admin).await, g.association, known.version, &facts).await.unwrap();
        let second = path(g.issue(agreement, "2026-08-01", "2026-08-31", 4_000).await.location());
        let belgian = g.treasurer.get(&format!("{second}/factur-x.xml")).await.html();
        assert!(belgian.contains("loi belge du 2 août 2002, article 6") && belgian.contains("40\u{a0}€"), "{belgian}");
        assert!(belgian.contains("augmenté de huit points (loi belge du 2 août 2002"), "{belgian}");
        assert!(!belgian.contains("Aucune réduction pour un paiement"), "{belgian}");
        assert!(belgian.contains("<ram:PaymentReference>+++002/0260/00297+++</ram:PaymentReference>"), "{belgian}");
    }
);

story!(capabilities;
    /// What is due on one day goes by number, whatever the ids say.
    async fn invoices_due_on_one_day_go_by_number(app) {
        let g = ground(&app).await;
        for n in 1..=12 {
            let mission = g.mission(&app, &format!("Mission {n}")).await;
            g.approved(&app, mission, "2026-08-04", 60).await;
            let agreement = g.agreement(&app, &[mission], Basis::service(Money::euros(40)).unwrap()).await;
            g.issue(agreement, "2026-08-01", "2026-08-31", 4_000).await.assert_redirected();
        }
        let numbers = |page: &Answer| -> Vec<String> {
            let text = page.text();
            text.match_indices("2026-00").map(|(at, _)| text[at..at + 9].to_owned()).collect()
        };
        let wanted: Vec<String> = (1..=12).map(|n| format!("2026-{n:04}")).collect();
        assert_eq!(numbers(&g.treasurer.get("/invoices?show=unpaid").await), wanted);
        let newest_first: Vec<String> = wanted.into_iter().rev().collect();
        assert_eq!(numbers(&g.treasurer.get("/invoices").await), newest_first);
    }
);
