use passerelle_access::{Role, link};
use passerelle_testkit::story;

use super::{PHRASE, with_password};
use crate::ground;

story!(ground;
    /// The right password opens; a wrong one and an unknown address get the same words.
    async fn a_password_opens_and_nobody_learns_who_has_an_account(app) {
        with_password(&app, "Coralie").await;
        let visitor = app.anybody();
        visitor.get("/me").await.assert_redirected_to_sign_in("/me");
        let wrong = visitor.post("/sign-in", &[("email", "coralie@example.org"), ("password", "no")]).await;
        let unknown = visitor.post("/sign-in", &[("email", "nobody@example.org"), ("password", "no")]).await;
        wrong.assert_refused();
        assert_eq!(wrong.text().replace("coralie", "nobody"), unknown.text());
        wrong.assert_lacks("value=\"no\"");
        let entered = visitor.post("/sign-in", &[("email", " Coralie@Example.org"), ("password", PHRASE), ("to", "/me")]).await;
        assert_eq!(entered.assert_redirected().location(), "/me");
        visitor.get("/me").await.assert_ok().assert_sees("Coralie");
        visitor.post("/sign-out", &[]).await.assert_redirected();
        visitor.get("/me").await.assert_redirected_to_sign_in("/me");
    }
);

story!(ground;
    /// Nobody is led to another site by a link to the sign-in page.
    async fn sign_in_leads_only_to_our_own_pages(app) {
        with_password(&app, "Coralie").await;
        for to in ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"] {
            let fields = [("email", "coralie@example.org"), ("password", PHRASE), ("to", to)];
            assert_eq!(app.anybody().post("/sign-in", &fields).await.location(), "/today", "{to}");
        }
    }
);

story!(ground;
    /// A link has one purpose: what lets somebody follow a request lets nobody in, whomever it names.
    async fn a_link_for_something_else_opens_no_account(app) {
        let noor = app.person("Noor", Role::Peer, app.new_id(), None).await;
        let secret = app.db().chance().secret();
        let mut tx = app.write().await;
        link::create(&mut tx, &secret, "request-follow", &noor.id().to_string(), 1).await.unwrap();
        tx.commit().await.unwrap();
        let (visitor, path) = (app.anybody(), format!("/sign-in/link/{}", secret.reveal()));
        visitor.get(&path).await.assert_not_found();
        visitor.post(&path, &[]).await.assert_not_found();
        visitor.get("/me").await.assert_redirected_to_sign_in("/me");
    }
);

story!(ground;
    /// A link comes by mail, opens a page, acts only by its button, and only once.
    async fn a_link_opens_a_page_and_its_button_opens_the_door_once(app) {
        app.person("Noor", Role::Peer, app.new_id(), None).await;
        let visitor = app.anybody();
        visitor.post("/sign-in/link", &[("email", "noor@example.org")]).await.assert_redirected();
        visitor.post("/sign-in/link", &[("email", "nobody@example.org")]).await.assert_redirected();
        let mails = app.mails().await;
        assert_eq!(mails.len(), 1);
        let path = mails[0].text.lines().find_map(|line| line.strip_prefix("http://localhost")).unwrap().to_owned();
        for _ in 0..3 {
            visitor.get(&path).await.assert_ok();
        }
        visitor.get("/me").await.assert_redirected_to_sign_in("/me");
        visitor.post(&path, &[]).await.assert_redirected();
        visitor.get("/me").await.assert_ok().assert_sees("Noor");
        let other = app.anybody();
        other.post(&path, &[]).await.assert_redirected();
        other.get("/me").await.assert_redirected_to_sign_in("/me");
        other.get(&path).await.assert_ok().assert_sees("Ce lien ne fonctionne plus");
        other.get("/sign-in/link/0000").await.assert_not_found();
    }
);

story!(ground;
    /// An invitation lets a person choose a password; a weak one is refused at its place; the link works once.
    async fn an_invitation_is_accepted_once_with_a_good_password(app) {
        let person = app.person("Samir Oubelkacem", Role::Referent, app.new_id(), Some(app.new_id())).await;
        let secret = app.db().chance().secret();
        let mut tx = app.write().await;
        link::create(&mut tx, &secret, "invitation", &person.id().to_string(), 14).await.unwrap();
        tx.commit().await.unwrap();
        let path = format!("/invitations/{}", secret.reveal());
        let visitor = app.anybody();
        visitor.get(&path).await.assert_ok().assert_sees("Bienvenue, Samir");
        visitor.post(&path, &[("password", "short")]).await.assert_refused().assert_sees("au moins 12");
        for common in ["password1234", "motdepasse2026", "Passerelle2026"] {
            visitor.post(&path, &[("password", common)]).await.assert_refused().assert_sees("beaucoup de personnes en ont un pareil");
        }
        visitor.post(&path, &[("password", "oubelkacem26")]).await.assert_refused().assert_sees("surtout de votre nom");
        visitor.post(&path, &[("password", PHRASE)]).await.assert_redirected();
        visitor.get("/me").await.assert_sees("Samir");
        app.anybody().get(&path).await.assert_sees("Ce lien ne fonctionne plus");
        app.go_to("2026-10-30");
        app.anybody().post(&path, &[("password", PHRASE)]).await.assert_sees("Ce lien ne fonctionne plus");
    }
);

story!(ground;
    /// A person with two roles acts in one at a time, and only in roles of their own.
    async fn one_sits_in_ones_own_roles_only(app) {
        let (ours, theirs) = (app.new_id(), app.new_id());
        let noor = app.person("Noor", Role::Peer, ours, None).await;
        app.seat(&noor, Role::Treasurer, theirs, None).await;
        let me = noor.get("/me").await;
        me.assert_sees("Agir en tant que Pair-aidance");
        noor.post("/me/seat", &[("seat", &app.new_id::<()>().to_string())]).await.assert_not_found();
    }
);
