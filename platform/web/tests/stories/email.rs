//! Somebody changes their own address: asked from the account, made from the new mailbox, undone from the old one.

use jiff::SignedDuration;
use passerelle_access::{Role, authenticator, session, token};
use passerelle_store::params;
use passerelle_testkit::{Person, TestApp, story};

use super::{PHRASE, enumeration::attempt, rows_with, with_password};
use crate::ground;

passerelle_store::sql! {
    #[allow(dead_code, reason = "the list is for crates that bring statements")]
    STATEMENTS;
    PASSKEY = "INSERT INTO passkey (id, account_id, credential_id, credential, name, created_at)
        VALUES (?1, ?2, ?1, '{}', 'Phone', ?3)";
    PASSKEYS = "SELECT count(*) FROM passkey";
}

const NEW: &str = "noor@neuf.example";
const OLD: &str = "noor@example.org";

/// The path of the link in the newest letter to this address.
async fn link_to(app: &TestApp, to: &str) -> Option<String> {
    let mails = app.mails().await;
    let mail = mails.iter().find(|mail| mail.to == to)?;
    mail.text.lines().find_map(|line| line.strip_prefix("http://localhost")).map(str::to_owned)
}

async fn subjects_to(app: &TestApp, to: &str) -> Vec<String> {
    app.mails().await.into_iter().filter(|mail| mail.to == to).map(|mail| mail.subject).collect()
}

async fn ask(person: &Person, new: &str) {
    let asked = person.post("/account/email", &[("email", new)]).await;
    assert_eq!(asked.assert_redirected().location(), "/account/email/sent");
}

async fn sign_in(app: &TestApp, email: &str) -> u16 {
    app.anybody().post("/sign-in", &[("email", email), ("password", PHRASE)]).await.status().as_u16()
}

story!(ground;
    /// The address changes when its new mailbox has answered, in the account that asked, and not before; the old mailbox
    /// is told.
    async fn the_new_mailbox_makes_the_change(app) {
        let noor = with_password(&app, "Noor").await;
        noor.get("/account/email").await.assert_ok().assert_sees("Votre adresse est noor@example.org.");
        let typed = noor.post("/account/email", &[("email", "nulle part")]).await;
        assert!(typed.assert_refused().html().contains("value=\"nulle part\""), "what was typed stays");
        noor.post("/account/email", &[("email", " Noor@Example.org")]).await.assert_refused().assert_sees("déjà votre adresse");
        ask(&noor, "Noor@Neuf.example").await;
        noor.get("/account/email/sent").await.assert_ok().assert_sees(NEW);
        noor.get("/account").await.assert_sees("nouvelle adresse à confirmer : noor@neuf.example");
        let link = link_to(&app, NEW).await.unwrap();
        let letter = &app.mails().await[0];
        assert!(!letter.text.contains("Noor"), "a stranger may read it: {}", letter.text);
        assert_eq!(rows_with(&app, NEW).await, 0);

        // Whoever gets the letter without the account makes nothing of it, and opening the link does not act.
        app.anybody().get(&link).await.assert_redirected_to_sign_in(&link);
        let samir = with_password(&app, "Samir").await;
        samir.get(&link).await.assert_ok().assert_sees("il est pour un autre compte");
        samir.post(&link, &[]).await.assert_ok().assert_sees("il est pour un autre compte");
        noor.get(&link).await.assert_ok().assert_sees("Nous écrirons désormais à noor@neuf.example");
        assert_eq!((sign_in(&app, OLD).await, sign_in(&app, NEW).await), (303, 422));

        let made = noor.post(&link, &[]).await;
        noor.follow(&made).await.assert_sees("Votre adresse e-mail a changé").assert_sees(NEW);
        assert_eq!((sign_in(&app, OLD).await, sign_in(&app, NEW).await), (422, 303));
        assert_eq!(subjects_to(&app, OLD).await, ["L’adresse e-mail de votre compte a changé"]);
        noor.post(&link, &[]).await.assert_ok().assert_sees("Ce lien a déjà servi");
    }
);

story!(ground;
    /// A link lives a day; the newest one counts; who asks needs to have proved just now who they are.
    async fn a_link_to_a_new_address_grows_old(app) {
        let noor = with_password(&app, "Noor").await;
        ask(&noor, NEW).await;
        let first = link_to(&app, NEW).await.unwrap();
        ask(&noor, "noor@autre.example").await;
        noor.post(&first, &[]).await.assert_ok().assert_sees("Ce lien a déjà servi");
        let second = link_to(&app, "noor@autre.example").await.unwrap();
        app.clock().advance(SignedDuration::from_hours(25));
        noor.post(&second, &[]).await.assert_ok().assert_sees("Ce lien a déjà servi");
        assert_eq!(sign_in(&app, OLD).await, 303);
        assert!(noor.get("/account/email").await.location().starts_with("/account/confirm"));
        assert!(noor.post("/account/email", &[("email", NEW)]).await.location().starts_with("/account/confirm"));
        noor.get("/account/email/sent").await.assert_redirected();
    }
);

story!(ground;
    /// Whether an account has the address already: the same answer after the same statements; its owner alone is told.
    async fn an_address_in_use_looks_like_any_other(app) {
        let noor = with_password(&app, "Noor").await;
        with_password(&app, "Samir").await;
        noor.post("/account/email", &[("email", "first@neuf.example")]).await.assert_redirected();
        app.mails().await;
        let mut seen = Vec::new();
        for email in ["samir@example.org", "nobody@example.org"] {
            let (answer, statements) = attempt(&noor, "/account/email", email).await;
            let page = noor.get("/account/email/sent").await;
            let account = noor.get("/account").await;
            let told = (page.text().replace(email, "ADDRESS"), account.text().replace(email, "ADDRESS"));
            seen.push((answer.status(), answer.header("location").map(str::to_owned), statements, told));
            app.mails().await;
        }
        assert_eq!(seen[0], seen[1]);
        assert_eq!(subjects_to(&app, "samir@example.org").await, ["Quelqu’un a écrit votre adresse e-mail"]);
        assert_eq!(link_to(&app, "samir@example.org").await, None);
        // Somebody else has taken the address between the letter and the button.
        let link = link_to(&app, "nobody@example.org").await.unwrap();
        app.person("Nobody", Role::Peer, app.new_id(), None).await;
        noor.post(&link, &[]).await.assert_ok().assert_sees("Ce lien a déjà servi");
        assert_eq!(sign_in(&app, OLD).await, 303);
    }
);

/// Somebody who sits at Noor's open account takes it over: an address, a passkey, an app of their own.
async fn take_over(app: &TestApp, noor: &Person) {
    ask(noor, NEW).await;
    let link = link_to(app, NEW).await.unwrap();
    noor.post(&link, &[]).await.assert_redirected();
    let mut tx = app.write().await;
    let now = app.clock().now();
    tx.execute(PASSKEY, params![app.new_id::<()>(), noor.id(), now]).await.unwrap();
    authenticator::prepare(&mut tx, noor.id(), app.db().chance()).await.unwrap();
    tx.commit().await.unwrap();
}

story!(ground;
    /// The owner, who reads the old mailbox, takes the account back within seven days, whatever was done to it since.
    async fn the_old_mailbox_undoes_it(app) {
        let noor = with_password(&app, "Noor").await;
        take_over(&app, &noor).await;
        let undo = link_to(&app, OLD).await.unwrap();
        app.with_token(&noor, &[]).await;
        // A second change does not shake the first one off.
        ask(&noor, "noor@ailleurs.example").await;
        let link = link_to(&app, "noor@ailleurs.example").await.unwrap();
        noor.post(&link, &[]).await.assert_redirected();
        app.clock().advance(SignedDuration::from_hours(24 * 6));
        let owner = app.anybody();
        owner.get(&undo).await.assert_ok().assert_sees("Si vous n’avez pas changé d’adresse, reprenez l’ancienne");
        noor.get("/me").await.assert_ok();
        owner.post(&undo, &[]).await.assert_ok().assert_sees("Votre ancienne adresse est de retour");

        noor.get("/me").await.assert_redirected_to_sign_in("/me");
        for email in [OLD, NEW, "noor@ailleurs.example"] {
            assert_eq!(sign_in(&app, email).await, 422, "{email}: the password opens nothing any more");
        }
        let mut tx = app.db().begin_read().await.unwrap();
        assert_eq!(tx.one(PASSKEYS, &[], |row| row.get::<i64>(0)).await.unwrap(), 0);
        assert!(session::of_account(&mut tx, noor.id()).await.unwrap().is_empty());
        assert_eq!(token::of_account(&mut tx, noor.id(), app.today()).await.unwrap().len(), 0, "programs too");
        drop(tx);
        assert_eq!(subjects_to(&app, "noor@ailleurs.example").await[0], "Votre compte a de nouveau son ancienne adresse");
        // The other links are over, and the owner comes in by a link.
        let second = link_to(&app, NEW).await.unwrap();
        owner.post(&second, &[]).await.assert_ok().assert_sees("Ce lien a déjà servi");
        owner.post(&undo, &[]).await.assert_ok().assert_sees("Ce lien a déjà servi");
        owner.post("/sign-in/link", &[("email", OLD)]).await.assert_redirected();
        let entry = link_to(&app, OLD).await.unwrap();
        owner.post(&entry, &[]).await.assert_redirected();
        owner.get("/account").await.assert_ok().assert_sees(OLD);
    }
);

story!(ground;
    /// What the owner had before the change stays theirs; after seven days nothing is undone.
    async fn what_is_older_stays_and_after_seven_days_all_of_it(app) {
        let noor = with_password(&app, "Noor").await;
        let mut tx = app.write().await;
        tx.execute(PASSKEY, params![app.new_id::<()>(), noor.id(), app.clock().now()]).await.unwrap();
        tx.commit().await.unwrap();
        app.clock().advance(SignedDuration::from_mins(1));
        take_over(&app, &noor).await;
        let undo = link_to(&app, OLD).await.unwrap();
        let late = app.clock().now();
        app.clock().advance(SignedDuration::from_hours(24 * 7));
        app.anybody().post(&undo, &[]).await.assert_ok().assert_sees("Ce lien a déjà servi");
        assert_eq!(sign_in(&app, NEW).await, 303);
        app.clock().set(late);
        app.anybody().post(&undo, &[]).await.assert_ok().assert_sees("de retour");
        let mut tx = app.db().begin_read().await.unwrap();
        assert_eq!(tx.one(PASSKEYS, &[], |row| row.get::<i64>(0)).await.unwrap(), 1);
    }
);
