//! The sheet: settled or openly left, never overwritten unseen, and on paper.

use passerelle_testkit::story;

use super::ground::{capabilities, date, field, ground};

const UNTIL: [&str; 3] = ["until-day", "until-month", "until-year"];

story!(capabilities;
    async fn a_point_is_settled_or_left_open_until_a_day(app) {
        let g = ground(app).await;
        let mission = format!("/missions/{}", g.ready(&g.coralie, g.mobile, "Aller vers").await);
        let point = format!("{mission}/sheet/point");
        let mut open = date(UNTIL, ["15", "9", "2026"]);
        open.extend([("point", "visits-alone"), ("version", "8"), ("how", "open")]);
        g.coralie.post(&point, &open).await.assert_redirected();
        let sheet = g.coralie.get(&format!("{mission}/sheet")).await;
        sheet.assert_sees("À voir ensemble, au plus tard le mardi 15 septembre 2026.").assert_sees("Dit ensemble");
        g.app.go_to("2026-09-16");
        g.coralie.get(&format!("{mission}/sheet")).await.assert_sees("La date est passée");
        g.app.go_to("2026-09-07");

        let stale = [("point", "limits"), ("version", "8"), ("how", "words"), ("words", "Ni soins")];
        g.coralie.post(&point, &stale).await.assert_refused().assert_sees("a changé ces informations").assert_sees("Ni soins");
        let mut call = date(UNTIL, ["7", "12", "2026"]);
        call.extend([("point", "who-to-call"), ("version", "9"), ("how", "open")]);
        g.coralie.post(&point, &call).await.assert_refused().assert_sees("Écrivez quelques mots.");
        let mut past = date(UNTIL, ["7", "9", "2026"]);
        past.extend([("point", "consent"), ("version", "9"), ("how", "open")]);
        g.coralie.post(&point, &past).await.assert_refused().assert_sees("Choisissez une date après aujourd’hui.");
        g.coralie.get(&format!("{mission}/sheet/point?point=diagnosis")).await.assert_not_found();
    }
);

story!(capabilities;
    async fn the_sheet_is_on_paper_too(app) {
        let g = ground(app).await;
        let mission = format!("/missions/{}", g.running(&g.coralie, "Aller vers", &g.noor).await);
        let paper = g.noor.get(&format!("{mission}/sheet.pdf")).await;
        paper.assert_ok();
        assert_eq!(paper.header("content-type"), Some("application/pdf"));
        assert!(paper.bytes().starts_with(b"%PDF-"));
    }
);

story!(capabilities;
    async fn the_referent_is_named_once_known(app) {
        let g = ground(app).await;
        let mission = format!("/missions/{}", g.ready(&g.coralie, g.mobile, "Aller vers").await);
        g.coralie.get(&mission).await.assert_sees("Personne n’est encore nommé");
        let version = field(&g.coralie.get(&format!("{mission}/referent")).await.html(), "version");
        let wrong = [("version", version.as_str()), ("name", "Dr Amrani"), ("email", "nulle part")];
        g.coralie.post(&format!("{mission}/referent"), &wrong).await.assert_refused().assert_sees("adresse e-mail");
        let named = [("version", version.as_str()), ("name", "Dr Amrani"), ("email", "amrani@saint-martin.example")];
        let answer = g.coralie.post(&format!("{mission}/referent"), &named).await;
        g.coralie.follow(&answer).await.assert_sees("La personne référente est enregistrée.").assert_sees("Dr Amrani");
        g.coralie.post(&format!("{mission}/referent"), &named).await.assert_refused();
    }
);
