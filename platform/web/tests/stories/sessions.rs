use axum::http::{HeaderMap, HeaderValue};
use passerelle_access::{
    Role,
    session::{self, Idle},
};
use passerelle_testkit::{Person, TestApp, story};
use passerelle_web::SignIn;

use super::{PHRASE, with_password};
use crate::ground;

pub(super) const FIREFOX: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0";

/// Comes in with the password from another browser.
async fn another_device(app: &TestApp, agent: &'static str) -> Person {
    let mut headers = HeaderMap::new();
    headers.insert("user-agent", HeaderValue::from_static(agent));
    let visitor = app.anybody().with_headers(headers);
    let fields = [("email", "coralie@example.org"), ("password", PHRASE), ("to", "/me")];
    visitor.post("/sign-in", &fields).await.assert_redirected();
    visitor
}

story!(ground;
    /// A person sees on which devices they are signed in, in plain words, and closes one or all others.
    async fn one_sees_and_ends_ones_sessions(app) {
        let coralie = with_password(&app, "Coralie").await;
        app.go_to("2026-09-08");
        let laptop = another_device(&app, FIREFOX).await;
        let phone = another_device(&app, "Mozilla/5.0 (Android 16; Mobile; rv:150.0) Gecko/150.0 Firefox/150.0").await;
        let page = laptop.get("/account/sessions").await;
        page.assert_ok().assert_sees("Firefox sur Linux cet appareil").assert_sees("Firefox sur Android");
        page.assert_sees("Ouvert le lundi 7 septembre 2026").assert_sees("dernière fois le mardi 8 septembre 2026");
        let sessions = session::of_account(&mut app.db().begin_read().await.unwrap(), coralie.id()).await.unwrap();
        assert_eq!(sessions.len(), 3);
        let of_phone = sessions.iter().find(|s| s.device == "firefox android").unwrap();
        laptop.post("/account/sessions/end", &[("session", &of_phone.id)]).await.assert_redirected();
        phone.get("/me").await.assert_redirected_to_sign_in("/me");
        coralie.get("/me").await.assert_ok();
        laptop.post("/account/sessions/end-others", &[]).await.assert_redirected();
        coralie.get("/me").await.assert_redirected_to_sign_in("/me");
        laptop.get("/account/sessions").await.assert_ok().assert_lacks("Fermer ici");
    }
);

story!(ground;
    /// Nobody ends another person's session.
    async fn sessions_are_ones_own(app) {
        let coralie = with_password(&app, "Coralie").await;
        let noor = app.person("Noor", Role::Peer, app.new_id(), None).await;
        let sessions = session::of_account(&mut app.db().begin_read().await.unwrap(), coralie.id()).await.unwrap();
        noor.post("/account/sessions/end", &[("session", &sessions[0].id)]).await.assert_not_found();
        noor.post("/account/sessions/end-others", &[]).await.assert_redirected();
        coralie.get("/me").await.assert_ok();
    }
);

story!(ground;
    /// The day of use moves with the days, and with nothing finer.
    async fn the_day_of_use_is_noted(app) {
        let coralie = with_password(&app, "Coralie").await;
        app.go_to("2026-09-20");
        coralie.get("/me").await.assert_ok();
        coralie.get("/account/sessions").await.assert_sees("dernière fois le dimanche 20 septembre 2026");
    }
);

story!(ground;
    /// Whoever signs in anew on a device does not keep the session of before: its secret opens nothing any more.
    async fn signing_in_changes_the_secret(app) {
        with_password(&app, "Coralie").await;
        let laptop = another_device(&app, FIREFOX).await;
        let before = laptop.copy();
        let fields = [("email", "coralie@example.org"), ("password", PHRASE), ("to", "/me")];
        laptop.post("/sign-in", &fields).await.assert_redirected();
        laptop.get("/me").await.assert_ok();
        before.get("/me").await.assert_redirected_to_sign_in("/me");
    }
);

story!(ground;
    /// What is dangerous asks for the password again after ten minutes, leads back, and changes the secret.
    async fn what_is_dangerous_asks_again(app) {
        with_password(&app, "Coralie").await;
        let laptop = another_device(&app, FIREFOX).await;
        laptop.get("/account/password").await.assert_ok();
        app.clock().advance(jiff::SignedDuration::from_mins(11));
        let asked = laptop.get("/account/password").await;
        assert_eq!(asked.location(), "/account/confirm?to=%2Faccount%2Fpassword");
        // The form of a page that was opened in time may still be sent.
        laptop.post("/account/password", &[("password", "court")]).await.assert_refused();
        app.clock().advance(jiff::SignedDuration::from_mins(20));
        let late = laptop.post("/account/password", &[("password", "quatre ponts sur la Meuse")]).await;
        assert!(late.location().starts_with("/account/confirm?to="), "{}", late.location());
        laptop.follow(&asked).await.assert_ok().assert_sees("C’est bien vous ?");
        let wrong = [("password", "not that one"), ("to", "/account/password")];
        laptop.post("/account/confirm", &wrong).await.assert_refused().assert_sees("Ce n’est pas votre mot de passe");
        let before = laptop.copy();
        let right = [("password", PHRASE), ("to", "/account/password")];
        assert_eq!(laptop.post("/account/confirm", &right).await.location(), "/account/password");
        laptop.get("/account/password").await.assert_ok();
        before.get("/me").await.assert_redirected_to_sign_in("/me");
    }
);

story!(ground;
    /// A new password closes the account on all other devices, and the person is told.
    async fn a_new_password_puts_everybody_else_out(app) {
        let coralie = with_password(&app, "Coralie").await;
        let laptop = another_device(&app, FIREFOX).await;
        let fields = [("password", "quatre ponts sur la Meuse")];
        laptop.post("/account/password", &fields).await.assert_redirected();
        laptop.get("/me").await.assert_ok();
        coralie.get("/me").await.assert_redirected_to_sign_in("/me");
        assert_eq!(app.mails().await[0].subject, "Votre mot de passe a changé");
        let old = [("email", "coralie@example.org"), ("password", PHRASE)];
        app.anybody().post("/sign-in", &old).await.assert_refused();
    }
);

story!(ground;
    /// A session that lies unused is over: after two weeks, after three days where one sees much of other people.
    async fn a_session_that_lies_unused_is_over(app) {
        let org = app.new_id();
        let noor = app.person("Noor", Role::Peer, org, None).await;
        let tarek = app.person("Tarek", Role::Coordinator, org, None).await;
        let app = app.with_sign_in(SignIn { idle: Idle::default(), ..SignIn::default() }, ground());
        let (noor, tarek) = (noor.on(&app), tarek.on(&app));
        for day in ["2026-09-10", "2026-09-13"] {
            app.go_to(day);
            tarek.get("/me").await.assert_ok();
        }
        app.go_to("2026-09-17");
        tarek.get("/me").await.assert_redirected_to_sign_in("/me");
        app.go_to("2026-09-21");
        noor.get("/account/sessions").await.assert_ok();
        app.go_to("2026-10-05");
        noor.get("/me").await.assert_ok();
        tarek.get("/me").await.assert_redirected_to_sign_in("/me");
    }
);
