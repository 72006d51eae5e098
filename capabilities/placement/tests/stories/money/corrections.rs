//! Corrections of closed months, and the agreement under which they are invoiced.

use passerelle_kernel::Money;
use passerelle_placement::{
    actions::money::{Terms, create_agreement},
    agreement::Basis,
    period::Period,
};
use passerelle_testkit::story;

use super::ground::{capabilities, ground, terms};

story!(capabilities;
    /// A correction of a closed month is dated today. It is invoiced under the agreement of the work, at its rate, also
    /// when that one has ended and another one counts by now.
    async fn a_correction_is_invoiced_under_the_agreement_of_the_work(app) {
        let g = ground(&app).await;
        let mission = g.mission(&app, "Pair-aidance au CMP").await;
        g.approved(&app, mission, "2026-06-16", 60).await;
        let until = |from: &str, until: Option<&str>| Period::new(from.parse().unwrap(), until.map(|on| on.parse().unwrap())).unwrap();
        let ctx = app.ctx(&g.coordinator).await;
        let old = Terms { period: until("2026-01-01", Some("2026-06-30")), ..terms(&[mission], Basis::service(Money::euros(40)).unwrap()) };
        let old = create_agreement(&ctx, g.institution, &old).await.unwrap();
        let new = Terms { period: until("2026-07-01", None), ..terms(&[mission], Basis::service(Money::euros(50)).unwrap()) };
        let new = create_agreement(&ctx, g.institution, &new).await.unwrap();
        g.issue(old, "2026-06-01", "2026-06-30", 4_000).await.assert_redirected();
        g.corrected(&app, mission, "2026-06-16", "2026-09-01", 30).await;

        let ready = g.treasurer.get("/invoices/new").await;
        ready.assert_ok().assert_sees("30 min approuvées, du 30/06/2026 au 30/06/2026");
        let other = g.treasurer.get(&format!("/invoices/new?agreement={new}")).await;
        other.assert_ok().assert_lacks("Émettre la facture");
        let preview = g.treasurer.get(&format!("/invoices/new?agreement={old}")).await;
        preview.assert_ok().assert_sees("Émettre la facture de 20,00 €");
        let issued = g.issue(old, "2026-06-01", "2026-06-30", 2_000).await;
        g.treasurer.follow(&issued).await.assert_ok().assert_sees("Facture 2026-0002 : 20,00 € à payer");
        g.treasurer.get("/invoices/new").await.assert_sees("Rien n’est prêt pour une facture");
        // What no agreement covers is told, as before.
        g.approved(&app, mission, "2025-12-31", 60).await;
        g.corrected(&app, mission, "2025-12-31", "2026-09-02", 15).await;
        g.treasurer.get("/invoices/new").await.assert_ok().assert_sees("1 h 15");
    }
);
