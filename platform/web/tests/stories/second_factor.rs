use jiff::SignedDuration;
use passerelle_access::{Role, session::Idle};
use passerelle_kernel::Date;
use passerelle_testkit::{Answer, Person, TestApp, story};
use passerelle_web::{SecondFactor, SignIn};
use totp_rs::{Builder, Secret};

use super::{PHRASE, rows_with, with_password};
use crate::ground;

passerelle_store::sql! {
    STATEMENTS;
    APPS = "SELECT secret FROM authenticator";
}

/// The app on the phone: it knows the key that the page shows.
struct Phone(Secret);

impl Phone {
    fn linked(page: &Answer) -> Self {
        let html = page.html();
        let text =
            html.split("class=\"p-secret\"").nth(1).unwrap().split('>').nth(1).unwrap().split('<').next().unwrap();
        Self(Secret::try_from_base32(text.replace(' ', "")).unwrap())
    }

    fn code(&self, app: &TestApp) -> String {
        let totp = Builder::new().with_secret(self.0.clone()).build().unwrap();
        totp.generate(u64::try_from(app.clock().now().as_second()).unwrap()).to_string()
    }
}

/// Links an app; gives it and the recovery codes.
async fn link_app(app: &TestApp, person: &Person) -> (Phone, Vec<String>) {
    person.post("/account/authenticator", &[]).await.assert_redirected();
    let page = person.get("/account/authenticator/new").await;
    page.assert_ok().assert_lacks("http://www.google").assert_sees("Relier votre application");
    assert!(page.html().contains("<svg class=\"p-qr\""));
    let phone = Phone::linked(&page);
    person.post("/account/authenticator/new", &[("code", "000000")]).await.assert_refused();
    let codes = person.post("/account/authenticator/new", &[("code", &phone.code(app))]).await;
    codes.assert_ok().assert_sees("Gardez ces dix codes");
    let html = codes.html();
    let list = html.split("class=\"p-codes\"").nth(1).unwrap().split("</ol>").next().unwrap();
    let codes: Vec<String> =
        list.split("<li>").skip(1).map(|item| item.split('<').next().unwrap().to_owned()).collect();
    assert_eq!(codes.len(), 10);
    (phone, codes)
}

async fn sign_in(visitor: &Person) -> Answer {
    visitor.post("/sign-in", &[("email", "coralie@example.org"), ("password", PHRASE), ("to", "/me")]).await
}

story!(ground;
    /// Who has linked an app is asked for its code after the password; there is no session before, no code works twice.
    async fn a_code_is_asked_and_works_once(app) {
        let coralie = with_password(&app, "Coralie").await;
        let (phone, _) = link_app(&app, &coralie).await;
        assert_eq!(app.mails().await[0].subject, "Une application de codes protège votre compte");
        let linking = phone.code(&app);
        let visitor = app.anybody();
        assert_eq!(sign_in(&visitor).await.location(), "/sign-in/second");
        visitor.get("/sign-in/second").await.assert_ok().assert_sees("Code de votre application");
        visitor.get("/me").await.assert_redirected_to_sign_in("/me");
        // The code that linked the app has been used.
        visitor.post("/sign-in/second", &[("code", &linking)]).await.assert_refused();
        app.clock().advance(SignedDuration::from_secs(30));
        let code = phone.code(&app);
        assert_eq!(visitor.post("/sign-in/second", &[("code", &code)]).await.location(), "/me");
        visitor.get("/me").await.assert_ok();
        let other = app.anybody();
        sign_in(&other).await;
        other.post("/sign-in/second", &[("code", &code)]).await.assert_refused().assert_sees("il a déjà servi");
        // One step late is accepted, two are not.
        app.clock().advance(SignedDuration::from_secs(30));
        let late = phone.code(&app);
        app.clock().advance(SignedDuration::from_secs(30));
        assert_eq!(other.post("/sign-in/second", &[("code", &late)]).await.location(), "/me");
        let third = app.anybody();
        sign_in(&third).await;
        let stale = phone.code(&app);
        app.clock().advance(SignedDuration::from_secs(60));
        third.post("/sign-in/second", &[("code", &stale)]).await.assert_refused();
    }
);

story!(ground;
    /// A link by mail is one proof: the code is asked after it too.
    async fn a_link_does_not_replace_the_code(app) {
        let coralie = with_password(&app, "Coralie").await;
        link_app(&app, &coralie).await;
        let visitor = app.anybody();
        visitor.post("/sign-in/link", &[("email", "coralie@example.org")]).await.assert_redirected();
        let mails = app.mails().await;
        let mut lines = mails.iter().flat_map(|mail| mail.text.lines());
        let path = lines.find_map(|line| line.strip_prefix("http://localhost").filter(|path| path.contains("link"))).unwrap();
        assert_eq!(visitor.post(path, &[]).await.location(), "/sign-in/second");
        visitor.get("/me").await.assert_redirected_to_sign_in("/me");
    }
);

story!(ground;
    /// Without the phone a code from paper lets in, once, and the person is told by mail.
    async fn a_code_from_paper_works_once(app) {
        let coralie = with_password(&app, "Coralie").await;
        let (_, codes) = link_app(&app, &coralie).await;
        let visitor = app.anybody();
        sign_in(&visitor).await;
        let typed = codes[3].to_uppercase().replace('-', " ");
        assert_eq!(visitor.post("/sign-in/second", &[("recovery", &typed)]).await.location(), "/me");
        visitor.get("/account").await.assert_sees("9 codes restent");
        assert!(app.mails().await.iter().any(|mail| mail.subject == "Un de vos codes de secours a servi"));
        let other = app.anybody();
        sign_in(&other).await;
        other.post("/sign-in/second", &[("recovery", &codes[3])]).await.assert_refused();
        assert_eq!(other.post("/sign-in/second", &[("recovery", &codes[4])]).await.location(), "/me");
    }
);

story!(ground;
    /// After ten misses even the right code has to wait a quarter of an hour.
    async fn misses_are_counted(app) {
        let coralie = with_password(&app, "Coralie").await;
        let (phone, _) = link_app(&app, &coralie).await;
        app.clock().advance(SignedDuration::from_secs(60));
        let visitor = app.anybody();
        sign_in(&visitor).await;
        let right = phone.code(&app);
        let wrong = if right == "123456" { "654321" } else { "123456" };
        for _ in 0..10 {
            visitor.post("/sign-in/second", &[("code", wrong)]).await.assert_refused();
        }
        visitor.post("/sign-in/second", &[("code", &right)]).await.assert_refused().assert_sees("un quart d’heure");
        app.clock().advance(SignedDuration::from_mins(16));
        sign_in(&visitor).await;
        assert_eq!(visitor.post("/sign-in/second", &[("code", &phone.code(&app))]).await.location(), "/me");
    }
);

story!(ground;
    /// What was begun with a password is over after ten minutes, and once it has served.
    async fn the_second_question_does_not_wait_for_ever(app) {
        let coralie = with_password(&app, "Coralie").await;
        let (phone, _) = link_app(&app, &coralie).await;
        let visitor = app.anybody();
        sign_in(&visitor).await;
        app.clock().advance(SignedDuration::from_mins(11));
        assert_eq!(visitor.post("/sign-in/second", &[("code", &phone.code(&app))]).await.location(), "/sign-in");
        sign_in(&visitor).await;
        let copy = visitor.copy();
        visitor.post("/sign-in/second", &[("code", &phone.code(&app))]).await.assert_redirected();
        app.clock().advance(SignedDuration::from_secs(30));
        assert_eq!(copy.post("/sign-in/second", &[("code", &phone.code(&app))]).await.location(), "/sign-in");
    }
);

story!(ground;
    /// The key of the app and the codes on paper lie nowhere in clear in the database.
    async fn nothing_that_opens_lies_in_clear(app) {
        let coralie = with_password(&app, "Coralie").await;
        let (Phone(secret), codes) = link_app(&app, &coralie).await;
        let hex: String = secret.as_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
        let mut tx = app.db().begin_read().await.unwrap();
        let kept = tx.query(STATEMENTS[0], &[], |row| row.get::<Vec<u8>>(0)).await.unwrap();
        assert_eq!(kept.len(), 1);
        for clear in [secret.as_bytes(), hex.as_bytes(), secret.to_base32().as_bytes()] {
            assert!(!kept[0].windows(clear.len()).any(|part| part == clear));
        }
        drop(tx);
        for code in codes {
            let plain = code.replace('-', "");
            assert_eq!(rows_with(&app, &code).await + rows_with(&app, &plain).await, 0);
        }
    }
);

fn required(from: Date) -> impl Fn(&TestApp) -> TestApp {
    move |app| app.with_sign_in(SignIn { second_factor: SecondFactor::Required(from), idle: Idle::NEVER }, ground())
}

story!(ground;
    /// Where a second proof is required, coordinators without one are asked to get it, have time until a day, and then
    /// do nothing else; peers are left alone.
    async fn coordinators_need_a_second_proof(app) {
        with_password(&app, "Coralie").await;
        let noor = app.person("Noor", Role::Peer, app.new_id(), None).await;
        let app = required(Date::constant(2026, 9, 10))(&app);
        let visitor = app.anybody();
        let led = sign_in(&visitor).await;
        assert_eq!(led.location(), "/account/protect?to=%2Fme");
        visitor.follow(&led).await.assert_ok().assert_sees("jusqu’au jeudi 10 septembre 2026").assert_sees("Plus tard");
        visitor.get("/live").await.assert_ok();
        app.go_to("2026-09-10");
        assert_eq!(visitor.get("/live").await.location(), "/account/protect?to=%2Flive");
        let late = sign_in(&visitor).await;
        visitor.follow(&late).await.assert_ok().assert_lacks("Plus tard");
        visitor.get("/me").await.assert_ok();
        let noor = noor.on(&app);
        noor.get("/live").await.assert_ok();
        link_app(&app, &visitor).await;
        visitor.get("/live").await.assert_ok();
    }
);

story!(ground;
    /// To remove the app is dangerous: a stolen session cannot do it.
    async fn the_app_is_removed_only_by_its_owner(app) {
        let coralie = with_password(&app, "Coralie").await;
        let (phone, _) = link_app(&app, &coralie).await;
        app.clock().advance(SignedDuration::from_mins(40));
        let asked = coralie.post("/account/authenticator/remove", &[]).await;
        assert!(asked.location().starts_with("/account/confirm"));
        coralie.get("/account/confirm").await.assert_sees("Code de votre application");
        coralie.post("/account/confirm", &[("password", PHRASE)]).await.assert_refused();
        coralie.post("/account/confirm", &[("code", &phone.code(&app))]).await.assert_redirected();
        coralie.post("/account/authenticator/remove", &[]).await.assert_redirected();
        assert_eq!(sign_in(&app.anybody()).await.location(), "/me");
    }
);
