//! Three people sign in three ways, in any order; the last signature makes the PDF with its evidence.

use passerelle_testkit::story;

use super::{ANA, HUGO, NOOR, SCAN, YES, capabilities, ground, on_paper};

const NUMBER: &str = "+33612345678";

async fn all_sign(app: passerelle_testkit::TestApp, order: [&str; 3]) {
    let g = ground(&app).await;
    let path = g.offered("Convention à trois", &[NOOR, ANA, HUGO]).await;
    let page = g.coralie.get(&path).await;
    page.assert_ok().assert_sees("0 signature sur 3").assert_sees("à faire relire par un juriste");
    let link = g.link("ana@hopital.example").await;
    let anybody = app.anybody();
    for (done, way) in order.into_iter().enumerate() {
        let told = if done < 2 { format!("{done} signature sur 3") } else { format!("{done} signatures sur 3") };
        g.coralie.get(&path).await.assert_sees(&told);
        match way {
            "account" => {
                g.noor.get("/signatures").await.assert_ok().assert_sees("Convention à trois");
                let own = g.own_path(&g.noor).await;
                g.noor
                    .get(&own)
                    .await
                    .assert_ok()
                    .assert_sees("Personne n’est obligé.")
                    .assert_sees("à titre personnel");
                g.noor.post(&own, &[("name", "Noor"), ("consent", "yes")]).await.assert_redirected();
            }
            "sms" => {
                anybody.get(&link).await.assert_ok().assert_sees("+33…78").assert_lacks("0612345678");
                anybody.post(&format!("{link}/code"), &[]).await.assert_redirected();
                let code = g.code(NUMBER).await;
                let fields = [YES, &[("code", code.as_str())]].concat();
                anybody.post(&link, &fields).await.assert_redirected();
            }
            _ => {
                on_paper(&g.coralie, &path, 3, ["07", "09", "2026"], SCAN).await.assert_redirected();
                let scan = g.coralie.get(&format!("{path}/signers/3/scan")).await;
                assert_eq!(scan.assert_ok().bytes(), SCAN);
                assert!(scan.header("content-disposition").unwrap().starts_with("attachment"));
            }
        }
    }
    g.coralie.get(&path).await.assert_sees("3 signatures sur 3").assert_sees("Signé");
    // The evidence is made by a job; then everybody who has an address is written to.
    let mails = app.mails().await;
    for to in ["noor@example.org", "ana@hopital.example"] {
        assert!(mails.iter().any(|mail| mail.to == to && mail.subject.contains("Tout le monde a signé")), "{to}");
    }
    let last = g.coralie.get(&format!("{path}/final.pdf")).await;
    let offered = g.coralie.get(&format!("{path}/paper.pdf")).await;
    assert!(last.assert_ok().bytes().starts_with(b"%PDF-") && offered.assert_ok().bytes().starts_with(b"%PDF-"));
    assert!(last.bytes().len() > offered.bytes().len(), "the evidence is there too");
    let own = g.own_path(&g.noor).await;
    g.noor.get(&own).await.assert_sees("Tout le monde a signé ce papier : 3 signatures.");
    assert_eq!(g.noor.get(&format!("{own}/final.pdf")).await.assert_ok().bytes(), last.bytes());
    let newest = g.link("ana@hopital.example").await;
    anybody.get(&newest).await.assert_ok().assert_sees("Vous avez signé le");
    assert_eq!(anybody.get(&format!("{newest}/final.pdf")).await.assert_ok().bytes(), last.bytes());
}

story!(capabilities;
    async fn account_then_code_then_paper(app) {
        all_sign(app, ["account", "sms", "paper"]).await;
    }
);

story!(capabilities;
    async fn paper_then_account_then_code(app) {
        all_sign(app, ["paper", "account", "sms"]).await;
    }
);

story!(capabilities;
    /// What is missing is said at its place; a day before the offer, a day to come and a file that is no scan are refused.
    async fn what_is_missing_is_said_at_its_place(app) {
        let g = ground(&app).await;
        let path = g.offered("Une feuille", &[NOOR, HUGO]).await;
        let own = g.own_path(&g.noor).await;
        let refused = g.noor.post(&own, &[("name", "")]).await;
        refused.assert_refused().assert_sees("Écrivez votre nom.").assert_sees("Cochez la case si vous êtes d’accord.");
        g.coralie.get(&path).await.assert_sees("0 signature sur 2");
        let record = async |day, scan: &'static [u8]| on_paper(&g.coralie, &path, 2, day, scan).await;
        record(["06", "09", "2026"], SCAN).await.assert_refused().assert_sees("avant la date où le papier a été proposé");
        record(["08", "09", "2026"], SCAN).await.assert_refused().assert_sees("n’est pas encore venu");
        record(["07", "09", "2026"], b"<html>").await.assert_refused().assert_sees("ni un PDF, ni une photo");
        record(["07", "09", "2026"], b"").await.assert_refused().assert_sees("Choisissez le scan.");
        let large: &'static [u8] = Box::leak([b"%PDF-".to_vec(), vec![b'x'; 5 << 20]].concat().into_boxed_slice());
        assert_ne!(record(["07", "09", "2026"], large).await.status(), 303);
        g.coralie.get(&path).await.assert_sees("0 signature sur 2");
    }
);
