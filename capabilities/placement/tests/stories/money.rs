//! Money: from approved hours to the last payment, credit notes, numbers without a gap, who sees what.

mod corrections;
pub(crate) mod ground;
mod ledger;
mod numbers;
mod papers;
mod programs;
mod sending;

use ground::{EXEMPT, Ground, capabilities, ground, terms};
use passerelle_access::Role;
use passerelle_directory::{OrganisationFacts, actions::update_organisation, find_organisation};
use passerelle_kernel::Money;
use passerelle_placement::{
    actions::money::{create_agreement, credit, issue_invoice, record_payment},
    agreement::{Basis, Vat, VatRate},
};
use passerelle_testkit::{Person, TestApp, story};

story!(capabilities;
    /// The hours are approved, the preview tells what is left out, the invoice is issued, read, and paid in two times.
    async fn an_invoice_from_the_preview_to_the_last_payment(app) {
        let g = ground(&app).await;
        let mission = g.mission(&app, "Pair-aidance au CMP").await;
        g.approved(&app, mission, "2026-08-04", 90).await;
        g.approved(&app, mission, "2026-08-18", 60).await;
        g.recorded(&app, mission, "2026-08-20", 45).await;
        g.confirmed(&app, mission, "2026-08-21", 30).await;
        let agreement = g.agreement(&app, &[mission], Basis::service(Money::euros(40)).unwrap()).await;

        let ready = g.treasurer.get("/invoices/new").await;
        ready.assert_ok().assert_sees("Hôpital Saint-Martin").assert_sees("2 h 30 approuvées, du 04/08/2026 au 18/08/2026");
        let preview = g.treasurer.get(&format!("/invoices/new?agreement={agreement}")).await;
        preview.assert_ok().assert_sees("Pair-aidance au CMP").assert_sees("100,00 €");
        preview.assert_sees("L’équipe n’a pas encore confirmé : 45 min").assert_sees("20/08/2026 Pair-aidance au CMP 45 min");
        preview.assert_sees("La coordination n’a pas encore approuvé : 30 min");
        preview.assert_sees("04/08/2026 Noor").assert_sees("18/08/2026 Noor").assert_sees("Émettre la facture de 100,00 €");

        let issued = g.issue(agreement, "2026-08-01", "2026-08-31", 10_000).await;
        let invoice = g.treasurer.follow(&issued).await;
        invoice.assert_ok().assert_sees("Facture 2026-0001 : 100,00 € à payer avant le 07/10/2026");
        invoice.assert_sees("04/08/2026 Noor").assert_sees("L’équipe n’a pas encore confirmé").assert_sees("Aucun paiement");
        let path = path(issued.location());

        let pdf = g.head.get(&format!("{path}/document")).await;
        assert!(pdf.assert_ok().bytes().starts_with(b"%PDF-"), "no PDF");
        assert_eq!(pdf.header("content-type"), Some("application/pdf"));
        assert_eq!(pdf.header("content-disposition"), Some("attachment; filename=\"facture-2026-0001.pdf\""));
        assert_eq!(g.head.get(&format!("{path}/document")).await.bytes(), pdf.bytes(), "the same invoice, another paper");
        let xml = g.treasurer.get(&format!("{path}/factur-x.xml")).await.html();
        for part in ["2026-0001", "732829320", "VATEX-FR-CGI261-7", "<ram:GrandTotalAmount>100.00</ram:GrandTotalAmount>"] {
            assert!(xml.contains(part), "{part} is not in {xml}");
        }
        // The agreement knows no reference of the buyer: Peppol would refuse the invoice, and the page says so.
        g.treasurer.get(&path).await.assert_sees("Pour l’envoyer par Peppol, il manque une référence de l’acheteur");
        g.treasurer.get(&format!("{path}/peppol.xml")).await.assert_refused();

        let pay = async |amount: &str| pay(&g.treasurer, &path, amount).await;
        pay("30").await.assert_redirected();
        g.treasurer.get(&path).await.assert_sees("il reste 70,00 € à payer").assert_sees("Payée en partie");
        pay("70,01").await.assert_refused().assert_sees("Il ne reste que 70,00 € à payer.");
        pay("0").await.assert_refused().assert_sees("Ce montant n’est pas possible");
        pay("70").await.assert_redirected();
        g.treasurer.get(&path).await.assert_sees("Facture 2026-0001 : tout est payé");
        g.treasurer.get("/invoices").await.assert_sees("Rien ne reste à payer.").assert_sees("Payée");
        g.treasurer.get("/invoices?show=unpaid").await.assert_ok().assert_lacks("2026-0001");
    }
);

fn path(location: &str) -> String {
    location.split('?').next().unwrap().to_owned()
}

async fn pay(who: &Person, path: &str, amount: &str) -> passerelle_testkit::Answer {
    let fields =
        [("on-day", "7"), ("on-month", "9"), ("on-year", "2026"), ("amount", amount), ("reference", "MANDAT 12")];
    who.post(&format!("{path}/payments"), &fields).await
}

story!(capabilities;
    /// A credit note asks first, sets the hours free, and the new invoice takes the number after it.
    async fn a_credit_note_frees_the_hours(app) {
        let g = ground(&app).await;
        let mission = g.mission(&app, "Pair-aidance au CMP").await;
        g.approved(&app, mission, "2026-08-04", 60).await;
        let agreement = g.agreement(&app, &[mission], Basis::service(Money::euros(40)).unwrap()).await;
        let first = path(g.issue(agreement, "2026-08-01", "2026-08-31", 4_000).await.location());
        g.treasurer.get("/invoices/new").await.assert_sees("Rien n’est prêt pour une facture");
        let again = g.issue(agreement, "2026-08-01", "2026-08-31", 4_000).await;
        again.assert_refused().assert_sees("Il n’y a rien à facturer").assert_sees("Déjà sur une autre facture");

        pay(&g.treasurer, &first, "10").await.assert_redirected();
        let asks = g.treasurer.get(&format!("{first}/credit")).await;
        asks.assert_ok().assert_sees("L’avoir annule toute la facture, soit 40,00 €").assert_sees("Déjà payé : 10,00 €");
        let note = g.treasurer.post(&format!("{first}/credit"), &[]).await;
        g.treasurer.follow(&note).await.assert_sees("Avoir 2026-0002 : il annule la facture 2026-0001");
        let credited = g.treasurer.get(&first).await;
        credited.assert_sees("Facture 2026-0001 : annulée par l’avoir 2026-0002").assert_sees("Déjà payé pour cette facture : 10,00 €");
        g.treasurer.post(&format!("{first}/credit"), &[]).await.assert_refused();
        pay(&g.treasurer, &first, "5").await.assert_refused();
        let paper = g.treasurer.get(&format!("{}/factur-x.xml", path(note.location()))).await.html();
        assert!(paper.contains("<ram:TypeCode>381</ram:TypeCode>") && paper.contains("2026-0001"), "{paper}");
        let pdf = g.treasurer.get(&format!("{}/document", path(note.location()))).await;
        assert_eq!(pdf.header("content-disposition"), Some("attachment; filename=\"avoir-2026-0002.pdf\""));

        let second = g.issue(agreement, "2026-08-01", "2026-08-31", 4_000).await;
        g.treasurer.follow(&second).await.assert_sees("Facture 2026-0003 : 40,00 € à payer");
    }
);

story!(capabilities;
    /// Lending at cost is asked what the hour costs, and refuses a rate above it; equal is fine.
    async fn lending_at_cost_is_never_above_the_cost(app) {
        let g = ground(&app).await;
        let mission = g.mission(&app, "Pair-aidance au CMP").await;
        let form = g.coordinator.get(&format!("/agreements/new?mission={mission}")).await;
        form.assert_ok().assert_sees("Nouvelle convention avec Hôpital Saint-Martin").assert_sees("L8241-1");
        let (institution, mission) = (g.institution.to_string(), mission.to_string());
        let send = async |rate: &str, wages: &str| {
            let fields = [
                ("institution", institution.as_str()), ("missions", &mission), ("basis", "at-cost"), ("rate", rate),
                ("wages", wages), ("contributions", "6"), ("expenses", "1,50"), ("law", "fr-l8241"), ("vat", EXEMPT.as_str()),
                ("rhythm", "monthly"), ("payment-days", "30"), ("notice-days", "30"), ("engagement", "EJ-7"),
                ("from-day", "1"), ("from-month", "1"), ("from-year", "2026"),
            ];
            g.coordinator.post("/agreements", &fields).await
        };
        let refused = send("21,51", "14").await;
        refused.assert_refused().assert_sees("Un prêt à prix coûtant ne dépasse pas");
        assert!(refused.html().contains("value=\"21,51\""), "what was typed is lost");
        send("21,50", "").await.assert_refused().assert_sees("Écrivez le salaire pour une heure");
        let made = send("21,50", "14").await;
        let agreement = g.coordinator.follow(&made).await;
        agreement.assert_ok().assert_sees("21,50 € l’heure, à prix coûtant").assert_sees("Une heure coûte 21,50 €");
        agreement.assert_sees("Exonération de TVA, article 261, 7").assert_sees("EJ-7").assert_sees("Pair-aidance au CMP");
        g.head.get(&path(made.location())).await.assert_ok().assert_sees("Hôpital Saint-Martin").assert_lacks("/edit");
        g.treasurer.get("/agreements").await.assert_sees("21,50 € l’heure, à prix coûtant");
    }
);

story!(capabilities;
    /// From the first invoice on the rate is fixed; references may change; two people do not overwrite each other.
    async fn what_was_invoiced_by_stays(app) {
        let g = ground(&app).await;
        let mission = g.mission(&app, "Pair-aidance au CMP").await;
        g.approved(&app, mission, "2026-08-04", 60).await;
        let agreement = g.agreement(&app, &[mission], Basis::service(Money::euros(40)).unwrap()).await;
        g.issue(agreement, "2026-08-01", "2026-08-31", 4_000).await.assert_redirected();
        let form = g.treasurer.get(&format!("/agreements/{agreement}/edit")).await;
        form.assert_ok().assert_sees("Une facture existe déjà").assert_lacks("name=\"rate\"");
        let mission = mission.to_string();
        let fields = [
            ("version", "1"), ("missions", mission.as_str()), ("rate", "90"), ("basis", "service"), ("payment-days", "45"),
            ("notice-days", "60"), ("service-code", "PSY-04"),
        ];
        let changed = g.treasurer.post(&format!("/agreements/{agreement}"), &fields).await;
        let page = g.treasurer.follow(&changed).await;
        page.assert_sees("40,00 € l’heure").assert_sees("PSY-04").assert_sees("45 jours").assert_sees("2026-0001");
        let stale = g.treasurer.post(&format!("/agreements/{agreement}"), &fields).await;
        stale.assert_refused().assert_sees("Quelqu’un a changé la convention");
    }
);

story!(capabilities;
    /// Nobody else sees anything: other associations, other institutions, peers, the public.
    async fn others_see_nothing(app) {
        let g = ground(&app).await;
        let mission = g.mission(&app, "Pair-aidance au CMP").await;
        g.approved(&app, mission, "2026-08-04", 60).await;
        let agreement = g.agreement(&app, &[mission], Basis::service(Money::euros(40)).unwrap()).await;
        let invoice = path(g.issue(agreement, "2026-08-01", "2026-08-31", 4_000).await.location());
        let stranger = app.person("Tom", Role::Treasurer, app.new_id(), None).await;
        let other_head = app.person("Hana", Role::Head, app.new_id(), None).await;
        for path in [invoice.clone(), format!("{invoice}/document"), format!("{invoice}/factur-x.xml"), format!("/agreements/{agreement}")] {
            for who in [&stranger, &other_head, &g.peer] {
                who.get(&path).await.assert_not_found();
            }
            g.head.get(&path).await.assert_ok();
        }
        stranger.get(&format!("/invoices/new?agreement={agreement}")).await.assert_not_found();
        stranger.post(&format!("{invoice}/credit"), &[]).await.assert_not_found();
        pay(&stranger, &invoice, "1").await.assert_not_found();
        stranger.get("/invoices").await.assert_ok().assert_lacks("2026-0001");
        other_head.get("/invoices").await.assert_ok().assert_lacks("2026-0001");
        g.head.get("/invoices").await.assert_ok().assert_sees("2026-0001").assert_sees("Espairs");
        for path in ["/invoices", "/agreements", "/invoices/new"] {
            g.peer.get(path).await.assert_forbidden();
        }
        // The head and the coordinator read; the treasurer acts.
        for who in [&g.head, &g.coordinator] {
            who.get(&invoice).await.assert_ok().assert_lacks("/credit");
            who.post(&format!("{invoice}/credit"), &[]).await.assert_not_found();
        }
        assert!(app.anybody().get("/invoices").await.location().starts_with("/sign-in"));
    }
);

story!(capabilities;
    /// What the directory lacks is named with the way to fill it in, and nothing is issued before.
    async fn what_is_missing_is_named_first(app) {
        let g = ground(&app).await;
        let mission = g.mission(&app, "Pair-aidance au CMP").await;
        g.approved(&app, mission, "2026-08-04", 60).await;
        let agreement = g.agreement(&app, &[mission], Basis::service(Money::euros(40)).unwrap()).await;
        change(&app, &g, |facts| OrganisationFacts { siret: String::new(), address: String::new(), ..facts }).await;
        let preview = g.treasurer.get(&format!("/invoices/new?agreement={agreement}")).await;
        preview.assert_ok().assert_sees("Il manque le SIREN de l’établissement").assert_sees("Il manque l’adresse de l’établissement");
        preview.assert_lacks("Émettre la facture").assert_lacks("IBAN");
        assert!(preview.html().contains(&format!("/organisations/{}", g.institution)));
        let refused = g.issue(agreement, "2026-08-01", "2026-08-31", 4_000).await;
        refused.assert_refused().assert_sees("Rien n’a été émis");
        change(&app, &g, |facts| OrganisationFacts { siret: ground::SIRET.into(), address: "2 avenue de l’Hôpital".into(), ..facts }).await;
        let issued = g.issue(agreement, "2026-08-01", "2026-08-31", 4_000).await;

        // The paper says what was so on that day, whatever changes afterwards.
        let xml = format!("{}/factur-x.xml", path(issued.location()));
        let before = g.treasurer.get(&xml).await.html();
        change(&app, &g, |facts| OrganisationFacts { name: "Autre nom".into(), ..facts }).await;
        assert_eq!(g.treasurer.get(&xml).await.html(), before);
        assert!(before.contains("Hôpital Saint-Martin"));
    }
);

/// Changes the institution in the directory.
async fn change(app: &TestApp, g: &Ground, change: impl Fn(OrganisationFacts) -> OrganisationFacts) {
    let known = find_organisation(&mut app.db().begin_read().await.unwrap(), g.institution).await.unwrap().unwrap();
    let facts = change(OrganisationFacts::of(&known));
    update_organisation(&app.ctx(&g.coordinator).await, g.institution, known.version, &facts).await.unwrap();
}

story!(capabilities;
    /// Somebody approves hours between the preview and the button: nothing is issued, the new sum is shown.
    async fn a_sum_that_changed_is_shown_again(app) {
        let g = ground(&app).await;
        let mission = g.mission(&app, "Pair-aidance au CMP").await;
        g.approved(&app, mission, "2026-08-04", 60).await;
        let agreement = g.agreement(&app, &[mission], Basis::service(Money::euros(40)).unwrap()).await;
        g.approved(&app, mission, "2026-08-05", 60).await;
        let refused = g.issue(agreement, "2026-08-01", "2026-08-31", 4_000).await;
        refused.assert_refused().assert_sees("ont changé depuis l’aperçu").assert_sees("Émettre la facture de 80,00 €");
        g.treasurer.get("/invoices").await.assert_sees("Aucune facture pour le moment");
        // Hours from before the first day are not lost: the page tells of them.
        let september = format!("/invoices/new?agreement={agreement}&from-day=5&from-month=8&from-year=2026&until-day=31&until-month=8&until-year=2026");
        g.treasurer.get(&september).await.assert_sees("Des heures plus anciennes").assert_sees("Avant la période choisie");
    }
);

story!(capabilities;
    /// The demonstration's calls: VAT is added, what is late comes first, a second institution reads only its own.
    async fn the_latest_come_first_and_vat_is_added(app) {
        let g = ground(&app).await;
        let (one, two) = (g.mission(&app, "Une mission").await, g.mission(&app, "Une autre").await);
        g.approved(&app, one, "2026-06-02", 60).await;
        g.approved(&app, two, "2026-08-04", 60).await;
        let ctx = app.ctx(&g.treasurer).await;
        let rate = Basis::service(Money::euros(40)).unwrap();
        let taxed = passerelle_placement::actions::money::Terms { vat: Vat::Standard(VatRate::Fr20), ..terms(&[one], rate) };
        let taxed = create_agreement(&ctx, g.institution, &taxed).await.unwrap();
        let exempt = create_agreement(&ctx, g.institution, &terms(&[two], rate)).await.unwrap();
        app.go_to("2026-07-01");
        let late = issue_invoice(&ctx, taxed, ground::days("2026-06-01", "2026-06-30"), None).await.unwrap();
        app.go_to("2026-09-07");
        let open = issue_invoice(&ctx, exempt, ground::days("2026-08-01", "2026-08-31"), Some(Money::euros(40))).await.unwrap();
        let list = g.treasurer.get("/invoices?show=unpaid").await;
        list.assert_sees("Il reste 88,00 € à payer, dont 48,00 € en retard");
        let (first, second) = (list.html().find(&late.to_string()), list.html().find(&open.to_string()));
        assert!(first.unwrap() < second.unwrap(), "what is late does not come first");
        g.treasurer.get(&format!("/invoices/{late}")).await.assert_sees("48,00 € en retard depuis le 31/07/2026").assert_sees("TVA 20 %");
        record_payment(&ctx, late, app.today(), Money::euros(48), "").await.unwrap();
        credit(&ctx, open).await.unwrap();
        g.treasurer.get("/invoices").await.assert_sees("Rien ne reste à payer.").assert_sees("Avoir").assert_sees("Annulée");
    }
);
