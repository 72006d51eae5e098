//! Codes on paper for people whose only second proof is a passkey.

use passerelle_access::{Role, account, password, session::Idle};
use passerelle_kernel::{Chance, Date};
use passerelle_store::params;
use passerelle_testkit::{Answer, Person, TestApp, story};
use passerelle_web::{SecondFactor, SignIn};

use super::{PHRASE, rows_with};
use crate::ground;

passerelle_store::sql! {
    #[allow(dead_code, reason = "the list is for crates that bring statements")]
    STATEMENTS;
    PASSKEY = "INSERT INTO passkey (id, account_id, credential_id, credential, name, created_at)
        VALUES (?1, ?2, ?1, '{}', 'Phone', ?3)";
}

const CODES: &str = "/account/recovery-codes";

/// A coordinator with a password and a passkey, where a second proof is required.
async fn coordinator(app: &TestApp) -> (TestApp, Person) {
    let coralie = app.person("Coralie", Role::Coordinator, app.new_id(), None).await;
    let hash = password::hash(PHRASE.into(), &Chance::seeded(3)).await.unwrap();
    let mut tx = app.write().await;
    account::set_password(&mut tx, coralie.id(), &hash).await.unwrap();
    tx.execute(PASSKEY, params![app.new_id::<()>(), coralie.id(), app.clock().now()]).await.unwrap();
    tx.commit().await.unwrap();
    let second_factor = SecondFactor::Required(Date::constant(2026, 1, 1));
    let app = app.with_sign_in(SignIn { second_factor, idle: Idle::NEVER }, ground());
    let coralie = coralie.on(&app);
    (app, coralie)
}

fn codes_on(page: &Answer) -> Vec<String> {
    let html = page.html();
    let list = html.split("class=\"p-codes\"").nth(1).unwrap().split("</ol>").next().unwrap();
    list.split("<li>").skip(1).map(|item| item.split('<').next().unwrap().to_owned()).collect()
}

async fn sign_in(visitor: &Person) -> Answer {
    visitor.post("/sign-in", &[("email", "coralie@example.org"), ("password", PHRASE), ("to", "/me")]).await
}

story!(ground;
    /// Who has a passkey only is told to make codes; one of them lets in without the device, once, after the password.
    async fn a_code_stands_in_for_the_device_of_a_passkey(app) {
        let (app, coralie) = coordinator(&app).await;
        app.prove(&coralie, passerelle_access::session::Factors::Two).await;
        coralie.get("/account").await.assert_sees("Vous n’avez aucun code de secours.");
        coralie.get("/account/passkeys").await.assert_sees("Vous n’avez pas de codes de secours");
        let visitor = app.anybody();
        assert_eq!(sign_in(&visitor).await.location(), "/sign-in/second");
        visitor.get("/sign-in/second").await.assert_ok().assert_lacks("Un de vos codes de secours");

        coralie.get(CODES).await.assert_ok().assert_sees("Montrer dix codes");
        let page = coralie.post(CODES, &[]).await;
        page.assert_ok().assert_sees("Gardez ces dix codes").assert_sees("Codes de Coralie, faits le");
        let codes = codes_on(&page);
        assert_eq!(codes.len(), 10);
        for code in &codes {
            let plain = code.replace('-', "");
            assert_eq!(rows_with(&app, code).await + rows_with(&app, &plain).await, 0, "a code lies in the database");
        }
        assert!(app.mails().await.iter().any(|mail| mail.subject == "Vous avez de nouveaux codes de secours"));

        visitor.get("/sign-in/second").await.assert_ok().assert_sees("Un de vos codes de secours");
        visitor.post("/sign-in/second", &[("recovery", "0000-0000-0000-0000")]).await.assert_refused().assert_sees("Prenez un autre code");
        assert_eq!(visitor.post("/sign-in/second", &[("recovery", &codes[0])]).await.location(), "/me");
        visitor.get("/account").await.assert_ok().assert_sees("9 codes restent").assert_lacks("Il vous reste seulement");
        let mails = app.mails().await;
        let told = mails.iter().find(|mail| mail.subject == "Un de vos codes de secours a servi").unwrap();
        assert!(told.text.contains("Codes qui restent\u{a0}: 9."), "{}", told.text);
        let other = app.anybody();
        sign_in(&other).await;
        other.post("/sign-in/second", &[("recovery", &codes[0])]).await.assert_refused();
        other.get("/live").await.assert_redirected_to_sign_in("/live");

        // New codes replace the old ones as a set.
        let newer = codes_on(&coralie.post(CODES, &[]).await);
        other.post("/sign-in/second", &[("recovery", &codes[1])]).await.assert_refused();
        assert_eq!(other.post("/sign-in/second", &[("recovery", &newer[1])]).await.location(), "/me");
    }
);

story!(ground;
    /// With three codes left the person is led to make new ones first, and may go on.
    async fn who_has_few_codes_left_is_told(app) {
        let (app, coralie) = coordinator(&app).await;
        app.prove(&coralie, passerelle_access::session::Factors::Two).await;
        let codes = codes_on(&coralie.post(CODES, &[]).await);
        for (used, code) in codes.iter().enumerate() {
            let visitor = app.anybody();
            sign_in(&visitor).await;
            let entered = visitor.post("/sign-in/second", &[("recovery", code)]).await;
            let is_few = used + 1 >= 7;
            assert_eq!(entered.location(), if is_few { "/account/recovery-codes?to=%2Fme" } else { "/me" }, "{used}");
            if is_few {
                let page = visitor.follow(&entered).await;
                page.assert_ok().assert_sees("Plus tard");
                assert!(page.html().contains("href=\"/me\""));
            }
        }
        coralie.get("/account").await.assert_sees("Vous n’avez aucun code de secours.");
    }
);

story!(ground;
    /// A code also proves again who one is, before what is dangerous; it does not without anything it stands in for.
    async fn a_code_proves_again_who_one_is(app) {
        let (app, coralie) = coordinator(&app).await;
        app.prove(&coralie, passerelle_access::session::Factors::Two).await;
        let codes = codes_on(&coralie.post(CODES, &[]).await);
        app.clock().advance("40m".parse().unwrap());
        assert!(coralie.get("/account/passkeys").await.location().starts_with("/account/confirm"));
        coralie.get("/account/confirm").await.assert_ok().assert_sees("Un de vos codes de secours");
        coralie.post("/account/confirm", &[("recovery", "0000")]).await.assert_refused();
        let proved = coralie.post("/account/confirm", &[("recovery", &codes[0]), ("to", "/account/passkeys")]).await;
        assert_eq!(proved.location(), "/account/passkeys");
        let page = coralie.get("/account/passkeys").await;
        let html = page.assert_ok().html();
        let key = html.split("name=\"passkey\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        coralie.post("/account/passkeys/remove", &[("passkey", &key)]).await.assert_redirected();
        let page = coralie.get("/account").await;
        page.assert_ok().assert_lacks("Codes de secours");
        coralie.get(CODES).await.assert_ok().assert_sees("Vous n’avez encore ni l’une ni l’autre");
        coralie.post(CODES, &[]).await.assert_not_found();
        coralie.post("/account/confirm", &[("recovery", &codes[1])]).await.assert_refused();
    }
);
