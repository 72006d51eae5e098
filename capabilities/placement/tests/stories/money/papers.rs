//! The framework agreement as a paper: what it says follows the basis and its law.

use passerelle_kernel::Money;
use passerelle_placement::agreement::{Basis, Cost, Law};
use passerelle_testkit::story;

use super::ground::{capabilities, ground};

story!(capabilities;
    async fn a_framework_agreement_says_what_its_law_asks_for(app) {
        let g = ground(&app).await;
        let mission = g.mission(&app, "Pair-aidance au CMP").await;
        let cost = Cost { wages: Money::euros(20), contributions: Money::euros(9), expenses: Money::euros(2) };
        let at_cost = Basis::at_cost(Money::euros(31), cost, Law::FrWithoutProfit).unwrap();
        let lent = g.agreement(&app, &[mission], at_cost).await;
        g.coordinator.get(&format!("/agreements/{lent}")).await.assert_sees("Faire signer").assert_sees("Aucun papier");
        let page = g.coordinator.get(&format!("/agreements/{lent}/paper")).await;
        page.assert_ok().assert_sees("articles L8241-1 et L8241-2").assert_sees("les salaires versés, les charges sociales");
        page.assert_sees("20,00 € de salaire, 9,00 € de cotisations, 2,00 € de frais").assert_sees("73282932000074");
        page.assert_sees("Pair-aidance au CMP (Équipe mobile)").assert_sees("article 261, 7").assert_sees("Préavis");
        let service = g.agreement(&app, &[], Basis::service(Money::euros(40)).unwrap()).await;
        let page = g.coordinator.get(&format!("/agreements/{service}/paper")).await;
        page.assert_ok().assert_sees("Ce n’est pas un prêt de personnel").assert_lacks("L8241");
        let be = Basis::at_cost(Money::euros(31), cost, Law::BeException).unwrap();
        let belgian = g.agreement(&app, &[], be).await;
        let page = g.coordinator.get(&format!("/agreements/{belgian}/paper")).await;
        page.assert_ok().assert_sees("loi du 24 juillet 1987").assert_lacks("L8241");

        let fields = [
            ("rows", "2"),
            ("name-1", "Coralie"),
            ("party-1", "pour Espairs"),
            ("email-1", "coralie@example.org"),
            ("way-1", "account"),
            ("name-2", "Hélène"),
            ("party-2", "pour Hôpital Saint-Martin"),
            ("email-2", "hélène@example.org"),
            ("way-2", "paper"),
        ];
        let path = format!("/agreements/{lent}/paper");
        g.coordinator.post(&path, &fields).await.assert_refused();
        let mut right = fields.to_vec();
        right.retain(|(name, _)| *name != "email-2");
        g.coordinator.post(&path, &right).await.assert_redirected();
        g.coordinator.post(&path, &right).await.assert_redirected();
        let page = g.coordinator.get(&format!("/agreements/{lent}")).await;
        page.assert_sees("version 2").assert_sees("version 1").assert_sees("Remplacé");
        // The treasurer writes agreements and the head reads them; neither offers papers.
        for other in [&g.treasurer, &g.head, &g.peer] {
            other.get(&path).await.assert_not_found();
        }
        g.treasurer.get(&format!("/agreements/{lent}")).await.assert_ok().assert_lacks("Faire signer");
    }
);
