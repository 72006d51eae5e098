//! A mission's papers: the assignment agreement that three sign, and the peer's addendum.

use passerelle_testkit::{Person, TestApp, story};

use super::ground::{Ground, capabilities, ground};

const THREE: [[&str; 5]; 3] = [
    ["Coralie", "pour Espairs", "coralie@example.org", "", "account"],
    ["Ana Petit", "pour Hôpital Saint-Martin", "ana@saint-martin.example", "", "link"],
    ["Noor", "à titre personnel", "noor@example.org", "", "account"],
];

async fn offer(who: &Person, path: &str, rows: &[[&str; 5]]) -> passerelle_testkit::Answer {
    let mut fields = vec![("rows".to_owned(), rows.len().to_string()), ("trial".to_owned(), "15".to_owned())];
    fields.push(("extra".to_owned(), "Un badge est remis le premier jour.".to_owned()));
    for (number, row) in (1..).zip(rows) {
        for (part, value) in ["name", "party", "email", "phone", "way"].iter().zip(row) {
            fields.push((format!("{part}-{number}"), (*value).to_owned()));
        }
    }
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    who.post(path, &fields).await
}

/// Signs the newest paper that waits for this person.
async fn sign(who: &Person) {
    let html = who.get("/today").await.assert_ok().html();
    let at = html.find("/signatures/").unwrap_or_else(|| panic!("nothing to sign: {html}"));
    let path = html[at..].split('"').next().unwrap().to_owned();
    who.post(&path, &[("name", who.name()), ("consent", "yes")]).await.assert_redirected();
}

/// A mission of Noor that is agreed.
async fn agreed(app: &TestApp) -> (Ground, String) {
    let g = ground(app.clone()).await;
    let mission = g.agreed(&g.coralie, "Pair-aidance mobile", &g.noor).await;
    (g, format!("/missions/{mission}"))
}

story!(capabilities;
    async fn an_assignment_agreement_is_signed_by_three(app) {
        let (g, mission) = agreed(&app).await;
        g.coralie.get(&mission).await.assert_sees("Faire signer la convention de mission").assert_sees("Aucun papier");
        g.noor.get(&mission).await.assert_ok().assert_lacks("Faire signer la convention de mission");
        let paper = format!("{mission}/paper");
        let page = g.coralie.get(&paper).await;
        page.assert_ok().assert_sees("Ce modèle est à faire relire par un juriste").assert_sees("Dit ensemble");
        page.assert_sees("Elle peut dire non sans donner de raison.").assert_sees("Hôpital Saint-Martin");
        for known in ["coralie@example.org", "noor@example.org"] {
            assert!(page.html().contains(known), "{known} is not filled in");
        }
        let offered = offer(&g.coralie, &paper, &THREE).await;
        let path = offered.assert_redirected().location().split('?').next().unwrap().to_owned();
        let page = g.coralie.get(&path).await;
        page.assert_sees("0 signature sur 3").assert_sees("Pendant 15 jours").assert_sees("Un badge est remis");
        g.coralie.get("/today").await.assert_sees("À signer : Convention de mission");
        sign(&g.noor).await;
        sign(&g.coralie).await;
        g.noor.get("/today").await.assert_lacks("À signer :");
        let mails = app.mails().await;
        let letter = mails.iter().find(|mail| mail.to == "ana@saint-martin.example" && mail.text.contains("/sign/")).unwrap();
        let url = letter.text.lines().find(|line| line.contains("/sign/")).unwrap();
        let link = url.strip_prefix("http://localhost").unwrap();
        let anybody = app.anybody();
        anybody.get(link).await.assert_ok().assert_sees("Pair-aidance mobile").assert_lacks("relire par un juriste");
        anybody.post(link, &[("name", "Ana Petit"), ("consent", "yes")]).await.assert_redirected();
        g.coralie.get(&mission).await.assert_sees("3 signatures sur 3");
        for other in [&g.lucas, &g.paul] {
            other.get(&paper).await.assert_not_found();
            offer(other, &paper, &THREE).await.assert_not_found();
        }
    }
);

story!(capabilities;
    /// The addendum says tasks, hours, place and that a no is no fault; without a peer there is nothing to sign.
    async fn an_addendum_says_that_a_no_is_no_fault(app) {
        let (g, mission) = agreed(&app).await;
        let addendum = format!("{mission}/addendum");
        let page = g.coralie.get(&addendum).await;
        page.assert_ok().assert_sees("Refuser cette mission n’est pas une faute").assert_sees("7 h");
        offer(&g.coralie, &addendum, &THREE[1..]).await.assert_redirected();
        sign(&g.noor).await;
        g.coralie.get(&mission).await.assert_sees("Avenant au contrat de travail").assert_sees("1 signature sur 2");
        let open = g.ready(&g.coralie, g.unit, "Sans personne").await;
        g.coralie.get(&format!("/missions/{open}")).await.assert_lacks("Faire signer la convention de mission");
        g.coralie.get(&format!("/missions/{open}/paper")).await.assert_refused();
        offer(&g.coralie, &format!("/missions/{open}/paper"), &THREE).await.assert_refused();
    }
);

story!(capabilities;
    /// Somebody who does not answer, and somebody who says no: Today tells those who manage the papers.
    async fn today_tells_who_has_not_answered(app) {
        let (g, mission) = agreed(&app).await;
        offer(&g.coralie, &format!("{mission}/paper"), &THREE[1..]).await.assert_redirected();
        app.go_to("2026-09-20");
        g.coralie.get("/today").await.assert_lacks("n’a pas répondu pour une signature");
        app.go_to("2026-09-21");
        let page = g.coralie.get("/today").await;
        page.assert_sees("Ana Petit n’a pas répondu pour une signature").assert_sees("Noor n’a pas répondu pour une signature");
        g.lucas.get("/today").await.assert_lacks("n’a pas répondu pour une signature");
        let html = g.noor.get("/today").await.html();
        let at = html.find("/signatures/").unwrap();
        let path = html[at..].split('"').next().unwrap().to_owned();
        g.noor.post(&format!("{path}/decline"), &[]).await.assert_redirected();
        let page = g.coralie.get("/today").await;
        page.assert_sees("Quelqu’un ne signe pas").assert_lacks("n’a pas répondu pour une signature");
    }
);
