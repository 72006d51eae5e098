//! Personal tokens: made by somebody who has just proved who they are, shown once, ended, and what they open.

use axum::{body::Body, http::Method};
use jiff::SignedDuration;
use passerelle_access::{Role, account, membership, session::Factors};
use passerelle_kernel::Date;
use passerelle_store::params;
use passerelle_testkit::{Answer, Engine, Person, TestApp, story};
use passerelle_web::{SecondFactor, SignIn};

use super::work::{capabilities, ground};

passerelle_store::sql! {
    #[allow(dead_code, reason = "the list is for crates that bring statements")]
    STATEMENTS;
    ROWS = "SELECT hash || ' ' || name || ' ' || abilities FROM token";
    END_ROLES = "UPDATE membership SET until_on = ?2 WHERE account_id = ?1";
}

/// The secret that the page shows this once.
fn secret(answer: &Answer) -> String {
    let html = answer.html();
    let at = html.find(">passerelle_").unwrap_or_else(|| panic!("{}", answer.text())) + 1;
    html[at..].chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect()
}

async fn make(person: &Person, ability: &str, [day, month, year]: [&str; 3]) -> Answer {
    let fields = [
        ("name", "Mon tableur"),
        ("abilities", ability),
        ("until-day", day),
        ("until-month", month),
        ("until-year", year),
    ];
    person.post("/me/tokens", &fields).await
}

const CHRISTMAS: [&str; 3] = ["25", "12", "2026"];

async fn ask(app: &TestApp, token: &str, path: &str) -> Answer {
    let request = app.anybody().program_request(Method::GET, path, "");
    app.send(request.header("authorization", format!("Bearer {token}")).body(Body::empty()).unwrap()).await
}

story!(capabilities;
    /// Noor makes a token; it is shown once, kept as a hash only, told by mail, seen as used, and ended.
    async fn a_token_is_shown_once_and_ended_by_its_person(app) {
        let g = ground(&app).await;
        g.noor.get("/account").await.assert_sees("Mes jetons pour des programmes");
        let made = make(&g.noor, "hours:read", CHRISTMAS).await;
        made.assert_ok().assert_sees("Copiez ce jeton maintenant");
        let token = secret(&made);
        assert_eq!(token.len(), "passerelle_".len() + 40);
        let rows = app.db().begin_read().await.unwrap().query(ROWS, &[], |row| row.get::<String>(0)).await.unwrap();
        assert!(rows.len() == 1 && rows[0].ends_with("Mon tableur hours:read"), "{rows:?}");
        assert!(!rows[0].contains(&token["passerelle_".len()..]), "the secret is in the database");
        let page = g.noor.get("/me/tokens").await;
        page.assert_sees("Mon tableur").assert_sees("Lire les heures").assert_sees("N’a pas encore servi");
        page.assert_lacks(&token);
        let mails = app.mails().await;
        assert_eq!(mails[0].subject, "Un jeton ouvre maintenant votre compte à un programme");
        assert!(!mails[0].text.contains(&token));

        let me = ask(&app, &token, "/api/v1/me").await;
        me.assert_ok().assert_sees("\"name\":\"Noor\"").assert_sees("\"role\":\"peer\"").assert_sees("hours:read");
        ask(&app, &token, "/api/v1/hours").await.assert_ok();
        g.noor.get("/me/tokens").await.assert_sees("A servi pour la dernière fois le lundi 7 septembre 2026");

        // Nobody else ends it, even knowing its id.
        let html = g.noor.get("/me/tokens").await.html();
        let id = html.split("name=\"token\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        g.coralie.post("/me/tokens/end", &[("token", &id)]).await.assert_not_found();
        g.noor.post("/me/tokens/end", &[("token", &id)]).await.assert_redirected();
        assert_eq!(ask(&app, &token, "/api/v1/me").await.status(), 401);
    }
);

story!(capabilities;
    /// What is missing or too much is said at its place; a role is offered only what is of use to it.
    async fn a_token_needs_a_name_something_to_do_and_a_last_day_within_a_year(app) {
        let g = ground(&app).await;
        g.noor.get("/me/tokens").await.assert_ok().assert_sees("Noter mes heures").assert_lacks("Lire les factures");
        make(&g.noor, "invoices:read", CHRISTMAS).await.assert_refused().assert_sees("Cochez au moins une chose");
        make(&g.noor, "", CHRISTMAS).await.assert_refused().assert_sees("Cochez au moins une chose");
        for [day, month, year] in [["6", "9", "2026"], ["10", "9", "2027"], ["31", "2", "2027"], ["", "", ""]] {
            let refused = make(&g.noor, "hours:read", [day, month, year]).await;
            assert!(refused.assert_refused().html().contains("value=\"Mon tableur\""), "what was typed is lost");
        }
        make(&g.noor, "hours:read", ["7", "9", "2027"]).await.assert_ok();
        for _ in 1..20 {
            make(&g.noor, "hours:read", CHRISTMAS).await.assert_ok();
        }
        make(&g.noor, "hours:read", CHRISTMAS).await.assert_refused().assert_sees("Vous avez déjà 20 jetons");
    }
);

story!(capabilities;
    /// Who has not just proved who they are is asked again first.
    async fn a_token_is_made_by_somebody_who_has_just_proved_who_they_are(app) {
        let g = ground(&app).await;
        app.clock().advance(SignedDuration::from_mins(31));
        let asked = g.noor.get("/me/tokens").await;
        assert!(asked.location().starts_with("/account/confirm"), "{}", asked.location());
        let asked = make(&g.noor, "hours:read", CHRISTMAS).await;
        assert!(asked.location().starts_with("/account/confirm"), "{}", asked.location());
    }
);

story!(capabilities;
    /// A token ends with its last day, and with the role in which it was made.
    async fn a_token_opens_nothing_after_its_day_or_its_role(app) {
        let g = ground(&app).await;
        let short = secret(&make(&g.noor, "hours:read", ["8", "9", "2026"]).await);
        let long = secret(&make(&g.noor, "hours:read", CHRISTMAS).await);
        app.go_to("2026-09-08");
        ask(&app, &short, "/api/v1/hours").await.assert_ok();
        app.go_to("2026-09-09");
        assert_eq!(ask(&app, &short, "/api/v1/hours").await.status(), 401);
        ask(&app, &long, "/api/v1/hours").await.assert_ok();
        let mut tx = app.write().await;
        tx.execute(END_ROLES, params![g.noor.id(), Date::constant(2026, 9, 9)]).await.unwrap();
        tx.commit().await.unwrap();
        app.go_to("2026-09-10");
        let gone = ask(&app, &long, "/api/v1/hours").await;
        assert_eq!(gone.status(), 401);
        assert!(gone.header("www-authenticate").is_some_and(|kind| kind.starts_with("Bearer")));
    }
);

story!(capabilities;
    /// An account that is closed, and a role whose organisation has stepped back, open nothing by a token either.
    async fn a_token_opens_nothing_once_its_account_is_closed_or_its_role_set_aside(app) {
        let g = ground(&app).await;
        let noor = app.with_token(&g.noor, &["hours:read"]).await;
        let coralie = app.with_token(&g.coralie, &["hours:read"]).await;
        for program in [&noor, &coralie] {
            program.get("/api/v1/hours").await.assert_ok();
        }
        let at = app.clock().now();
        let mut tx = app.write().await;
        membership::set_aside(&mut tx, &g.espairs.to_string(), at).await.unwrap();
        tx.commit().await.unwrap();
        for program in [&noor, &coralie] {
            assert_eq!(program.get("/api/v1/hours").await.status(), 401);
        }
        let mut tx = app.write().await;
        membership::take_up(&mut tx, &g.espairs.to_string(), at).await.unwrap();
        assert!(account::close(&mut tx, g.noor.id()).await.unwrap());
        tx.commit().await.unwrap();
        assert_eq!(noor.get("/api/v1/hours").await.status(), 401);
        assert_eq!(noor.get("/api/v1/me").await.status(), 401);
        coralie.get("/api/v1/hours").await.assert_ok();
    }
);

story!(capabilities;
    /// What a role does with two proofs only, its tokens do only if they were made with two.
    async fn a_token_of_staff_is_made_with_two_proofs(app) {
        let g = ground(&app).await;
        let from = SecondFactor::Required(Date::constant(2026, 9, 1));
        let sign_in = SignIn { second_factor: from, ..app.app().settings().sign_in.clone() };
        let strict = app.with_sign_in(sign_in, capabilities());
        let one = app.with_token_of(&g.coralie, &["hours:read"], Factors::One).await.on(&strict);
        let two = app.with_token_of(&g.coralie, &["hours:read"], Factors::Two).await.on(&strict);
        let refused = one.get("/api/v1/hours").await;
        assert_eq!(refused.status(), 403);
        refused.assert_sees("urn:passerelle:problem:second-factor");
        two.get("/api/v1/hours").await.assert_ok();
        // A peer needs one proof on the pages, and one for a token.
        app.with_token_of(&g.noor, &["hours:read"], Factors::One).await.on(&strict).get("/api/v1/hours").await.assert_ok();
    }
);

story!(capabilities;
    /// A token opens no page, and a session no route of programs; another site's browser makes neither act.
    async fn tokens_and_cookies_keep_to_their_own(app) {
        let g = ground(&app).await;
        let noor = app.with_every_ability(&g.noor).await;
        assert_eq!(noor.with_cookies_only().get("/api/v1/me").await.status(), 401);
        let token = noor.token().unwrap();
        let page = ask(&app, token, "/me").await;
        assert_eq!(page.status(), 303, "a token has opened a page");
        let elsewhere = noor.program_request(Method::GET, "/api/v1/me", "").header("origin", "https://evil.example");
        let answer = app.send(elsewhere.body(Body::empty()).unwrap()).await;
        assert!(answer.header("access-control-allow-origin").is_none());
        let stranger = app.person("Samir", Role::Coordinator, app.new_id(), None).await;
        let stranger = app.with_every_ability(&stranger).await;
        stranger.get(&format!("/api/v1/missions/{}", g.mission)).await.assert_not_found();
    }
);

/// A program that asks without end is told to wait, and goes on when it has.
#[test]
fn a_program_is_told_to_wait() {
    TestApp::run(Engine::Sqlite, capabilities, |app| async move {
        let g = ground(&app).await;
        let noor = app.with_token(&g.noor, &["hours:read"]).await;
        for _ in 0..1_200 {
            noor.get("/api/v1/me").await.assert_ok();
        }
        let refused = noor.get("/api/v1/me").await;
        assert_eq!(refused.status(), 429);
        assert_eq!(refused.header("retry-after"), Some("1"));
        app.clock().advance(SignedDuration::from_secs(1));
        noor.get("/api/v1/me").await.assert_ok();
    });
}
