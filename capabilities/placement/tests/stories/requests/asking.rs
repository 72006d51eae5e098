//! The public form.

use passerelle_testkit::{story, tokio};

use super::{
    days,
    ground::{PAGES, capabilities, fill_in, ground, letter, send},
};

story!(capabilities;
    /// Every statement is understood by the engine.
    async fn statements_are_understood(app) {
        for sql in passerelle_placement::capability().statements.iter().copied().flatten() {
            if let Err(error) = app.db().prepare(sql).await {
                panic!("{}: {error}", sql.name);
            }
        }
    }
);

story!(capabilities;
    async fn a_team_asks_without_an_account_and_both_sides_are_told(app) {
        let g = ground(&app).await;
        let ana = app.anybody();
        let home = ana.get("/").await;
        home.assert_ok().assert_sees("Espairs · Lille").assert_sees("Les Passeurs").assert_lacks("Silencieuse");
        ana.get(&format!("/ask?to={}", g.espairs)).await.assert_ok().assert_sees("environ quatre minutes");

        fill_in(&ana, g.espairs).await;
        let check = ana.get("/ask/check").await;
        check
            .assert_ok()
            .assert_sees("Équipe mobile Hôpital Saint-Martin")
            .assert_sees("Des personnes sans logement Des personnes en exil")
            .assert_sees("7 h 30 par semaine Peut changer")
            .assert_sees("6 mois Commencer par un essai")
            .assert_sees("Arabe et français")
            .assert_sees("Entre le lundi 7 septembre 2026 et le lundi 7 décembre 2026")
            .assert_sees("ana@saint-martin.example");

        ana.post("/ask/check", &[]).await.assert_redirected();
        ana.get("/ask/sent").await.assert_ok().assert_sees("Espairs l’a reçue").assert_sees("ana@saint-martin.example");
        let to_ana = letter(&app, "ana@saint-martin.example", "Votre demande à Espairs").await;
        let link = to_ana.lines().find_map(|line| line.strip_prefix("http://localhost")).unwrap();
        app.anybody().get(link).await.assert_ok().assert_sees("Espairs a reçu votre demande");
        let to_coralie = letter(&app, "coralie@example.org", "Équipe mobile demande une paire-aidante ou un pair-aidant").await;
        let request = to_coralie.lines().find_map(|line| line.strip_prefix("http://localhost")).unwrap();
        g.coralie.get(request).await.assert_ok().assert_sees("Que la porte s’ouvre");
    }
);

story!(capabilities;
    async fn a_refused_answer_comes_back_as_typed_with_a_message(app) {
        let g = ground(&app).await;
        let ana = app.anybody();
        ana.post("/ask", &[]).await.assert_refused().assert_sees("Choisissez une association.");
        ana.post("/ask", &[("to", &g.silent.to_string())]).await.assert_refused();
        fill_in(&ana, g.espairs).await;
        for (page, fields, message, kept) in REFUSED {
            let answer = ana.post(&format!("/ask/{page}"), fields).await;
            answer.assert_refused().assert_sees("Il y a quelque chose à corriger").assert_sees(message);
            assert!(answer.html().contains(kept), "{page} lost {kept}: {}", answer.html());
        }
        // What was refused has replaced nothing.
        ana.get("/ask/check").await.assert_ok().assert_sees("Équipe mobile").assert_sees("7 h 30 par semaine");
        assert_eq!(REFUSED.len(), PAGES.len() + 4, "every page refuses something");
    }
);

type Refused = (&'static str, &'static [(&'static str, &'static str)], &'static str, &'static str);

const REFUSED: &[Refused] = &[
    ("team", &[("institution", "Hôpital de jour"), ("team", " ")], "Écrivez le nom de l’équipe", "Hôpital de jour"),
    ("setting", &[("setting", "moon")], "Choisissez le lieu", "name=\"setting\""),
    ("public", &[("public", "moon")], "Choisissez au moins une réponse", "name=\"public\""),
    ("hopes", &[], "Choisissez au moins une réponse", "name=\"hopes\""),
    ("hours", &[("hours", "beaucoup")], "Écrivez une durée", "value=\"beaucoup\""),
    ("hours", &[("hours", "55")], "entre une demi-heure et 40 heures", "value=\"55\""),
    ("length", &[("trial", "yes")], "Choisissez une durée.", "value=\"yes\" checked"),
    ("length", &[("length", "other"), ("months", "90")], "Écrivez un nombre entre 1 et 36.", "value=\"90\""),
    ("place", &[("town", "")], "Écrivez le nom de la commune.", "name=\"town\""),
    ("languages", &[("language", "9")], "Choisissez au moins une langue.", "name=\"language\""),
    (
        "start",
        &[("start", "dates"), ("from-day", "31"), ("from-month", "2"), ("from-year", "2027")],
        "une date qui existe",
        "value=\"31\"",
    ),
    (
        "start",
        &[
            ("start", "dates"),
            ("from-day", "2"),
            ("from-month", "2"),
            ("from-year", "2027"),
            ("until-day", "1"),
            ("until-month", "2"),
            ("until-year", "2027"),
        ],
        "La fin est avant le début.",
        "value=\"2027\"",
    ),
    ("referent", &[("referent", "named")], "Écrivez son nom", "value=\"named\" checked"),
    ("experience", &[], "Choisissez une réponse.", "name=\"experience\""),
    (
        "contact",
        &[("name", "Ana"), ("email", "ana@nulle part")],
        "Écrivez une adresse e-mail complète",
        "value=\"ana@nulle part\"",
    ),
    ("contact", &[("name", ""), ("email", "ana@exemple.org")], "Écrivez votre nom.", "value=\"ana@exemple.org\""),
];

story!(capabilities;
    async fn a_draft_is_kept_in_its_browser_and_nowhere_else(app) {
        let g = ground(&app).await;
        let ana = app.anybody();
        ana.post("/ask", &[("to", &g.espairs.to_string())]).await.assert_redirected();
        ana.post("/ask/team", &[("institution", "Hôpital Saint-Martin"), ("team", "Équipe mobile")]).await.assert_redirected();
        let again = ana.get("/ask").await;
        again.assert_ok().assert_sees("Reprendre ma demande");
        assert!(again.html().contains("href=\"/ask/setting\""), "goes on where it was left");
        assert!(ana.get("/ask/team").await.html().contains("value=\"Équipe mobile\""));
        ana.post("/ask/check", &[]).await.assert_refused();
        assert_eq!(app.anybody().get("/ask/team").await.assert_redirected().location(), "/ask");
        g.coralie.get("/ask/team").await.assert_redirected();
        app.clock().advance(days(31));
        assert_eq!(ana.get("/ask/team").await.assert_redirected().location(), "/ask");
    }
);

passerelle_store::sql! {
    #[allow(dead_code, reason = "the list is for crates that bring statements")]
    STATEMENTS;
    DRAFTS = "SELECT count(*) FROM request WHERE stage = 'draft'";
}

story!(capabilities;
    /// At night, drafts whose secret has ended are forgotten; a younger one and what was sent stay.
    async fn drafts_that_nobody_can_reach_are_forgotten_at_night(app) {
        let g = ground(&app).await;
        let begin = async || {
            app.anybody().post("/ask", &[("to", &g.espairs.to_string())]).await.assert_redirected();
        };
        let sent = send(&app.anybody(), g.espairs).await;
        begin().await;
        app.run_schedules().await;
        app.clock().advance(days(1));
        begin().await;
        for (more, left) in [(28, 2), (2, 1), (1, 0)] {
            app.clock().advance(days(more));
            assert!(app.run_schedules().await >= 2);
            let mut tx = app.db().begin_read().await.unwrap();
            let drafts: i64 = tx.one(DRAFTS, &[], |row| row.get(0)).await.unwrap();
            assert_eq!(drafts, left);
        }
        app.anybody().get(&sent).await.assert_ok();
    }
);

story!(capabilities;
    async fn a_form_that_is_sent_twice_acts_once(app) {
        let g = ground(&app).await;
        let ana = app.anybody();
        fill_in(&ana, g.espairs).await;
        let twice = [("_once", "the-same-form-key")];
        let (first, second) = tokio::join!(ana.post("/ask/check", &twice), ana.post("/ask/check", &twice));
        assert_eq!(first.assert_redirected().location(), "/ask/sent");
        assert_eq!(second.assert_redirected().location(), "/ask/sent");
        assert_eq!(app.mails().await.len(), 2);
    }
);

story!(capabilities;
    async fn a_change_from_the_summary_leads_back_to_it(app) {
        let g = ground(&app).await;
        let ana = app.anybody();
        fill_in(&ana, g.espairs).await;
        assert!(ana.get("/ask/check").await.html().contains("/ask/place?after=check"));
        ana.get("/ask/place?after=check").await.assert_ok();
        let saved = ana.post("/ask/place", &[("after", "check"), ("town", "Roubaix")]).await;
        assert_eq!(saved.assert_redirected().location(), "/ask/check");
        ana.follow(&saved).await.assert_sees("Roubaix");
    }
);

story!(capabilities;
    /// Whatever somebody writes is shown as text.
    async fn markup_in_an_answer_is_text(app) {
        let g = ground(&app).await;
        let ana = app.anybody();
        fill_in(&ana, g.espairs).await;
        let script = "<script>alert(1)</script>";
        ana.post("/ask/team", &[("institution", script), ("team", "\"><img src=x onerror=alert(1)>")]).await;
        for path in ["/ask/team", "/ask/check"] {
            let page = ana.get(path).await;
            assert!(!page.html().contains(script) && !page.html().contains("<img"), "{path}");
            assert!(page.html().contains("&lt;script&gt;"), "{path}");
        }
        ana.post("/ask/check", &[]).await.assert_redirected();
        let follow = send(&app.anybody(), g.passeurs).await;
        app.anybody().get(&follow).await.assert_ok();
    }
);

story!(capabilities;
    /// Reading the form in English does not say that the work needs English; where the association works in the
    /// reader's language, it is ticked already.
    async fn the_language_of_the_reader_is_not_what_the_work_needs(app) {
        let g = ground(&app).await;
        for (language, is_ticked) in [("fr", true), ("en", false)] {
            let ana = app.anybody();
            ana.post("/language", &[("language", language), ("to", "/ask")]).await;
            ana.post("/ask", &[("to", &g.espairs.to_string())]).await.assert_redirected();
            let page = ana.get("/ask/languages").await.html();
            assert_eq!(page.contains(&format!("value=\"{language}\" checked")), is_ticked, "{page}");
            assert_eq!(page.matches(" checked").count(), usize::from(is_ticked), "{page}");
        }
    }
);
