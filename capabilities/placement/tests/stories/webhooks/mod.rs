//! Webhooks: what happens is told to the programs of those who may read it, signed, with nobody's name in it.

mod failing;
mod receiver;
mod rights;

use jiff::SignedDuration;
use passerelle_testkit::{Answer, Person, TestApp, story};
use passerelle_web::tell_what_happened;
use serde_json::json;

use self::receiver::Receiver;
use super::work::{Ground, capabilities, ground};

/// The secret that the page shows this once.
fn secret(answer: &Answer) -> String {
    let html = answer.assert_ok().html();
    let at = html.find(">whsec_").unwrap_or_else(|| panic!("{}", answer.text())) + 1;
    html[at..].split('<').next().unwrap().to_owned()
}

async fn try_to_make(person: &Person, address: &str, kinds: &[&str]) -> Answer {
    let kinds = kinds.iter().map(|kind| ("kinds", *kind));
    person.post("/me/webhooks", &[("address", address)].into_iter().chain(kinds).collect::<Vec<_>>()).await
}

/// Somebody's program is told at this receiver; gives the secret and the path of the page about it.
async fn make(person: &Person, receiver: &Receiver, kinds: &[&str]) -> (String, String) {
    let secret = secret(&try_to_make(person, &receiver.url(), kinds).await);
    (secret, newest(person).await)
}

/// The path of the page about somebody's newest webhook.
async fn newest(person: &Person) -> String {
    let html = person.get("/me/webhooks").await.assert_ok().html();
    let at = html.find("/me/webhooks/0").unwrap_or_else(|| panic!("no webhook"));
    html[at..].split('"').next().unwrap().to_owned()
}

/// Noor works in September, Ana confirms it: `hours.confirmed` of the mission.
async fn confirm_hours(app: &TestApp, g: &Ground) {
    let noor = app.with_token(&g.noor, &["hours:write"]).await;
    let ana = app.with_token(&g.ana, &["hours:sign"]).await;
    let work = json!({ "mission": g.mission, "on": "2026-09-07", "minutes": 15, "activity": "presence" });
    assert_eq!(noor.send("/api/v1/hours", &work.to_string()).await.status(), 201);
    let path = format!("/api/v1/missions/{}/months/2026-09/confirmation", g.mission);
    assert_eq!(ana.send(&path, "").await.status(), 201);
}

/// Coralie approves what is confirmed: `hours.approved`.
async fn approve_hours(app: &TestApp, g: &Ground) {
    let coralie = app.with_token(&g.coralie, &["hours:sign"]).await;
    let path = format!("/api/v1/missions/{}/months/2026-09/approval", g.mission);
    assert_eq!(coralie.send(&path, "").await.status(), 201);
}

story!(capabilities;
    /// What was chosen is told, and nothing else: what happened, when, where it is read; signed, and nobody's name in it.
    async fn what_was_chosen_is_told_signed_and_thin(app) {
        let g = ground(&app).await;
        let receiver = Receiver::listen().await;
        confirm_hours(&app, &g).await;
        let (secret, page) = make(&g.coralie, &receiver, &["hours.approved", "invoice.issued"]).await;
        assert_eq!(app.tell_webhooks().await, 0, "what happened before, and what was not chosen");
        app.clock().advance(SignedDuration::from_secs(90));
        approve_hours(&app, &g).await;
        confirm_hours(&app, &g).await;
        assert_eq!(app.tell_webhooks().await, 1);
        let heard = receiver.only();
        assert!(heard.is_signed_with(&secret), "{heard:?}");
        assert_eq!((heard.path.as_str(), heard.header("content-type")), ("/hook", "application/json"));
        assert_eq!(heard.seconds(), app.clock().now().as_second());
        let href = format!("/api/v1/missions/{}", g.mission);
        let told = json!({
            "id": heard.id(), "type": "hours.approved", "timestamp": "2026-09-07T07:01:30Z", "data": { "href": &href },
        });
        assert_eq!(heard.read(), told);
        // Nothing that is not in the list above goes with it.
        let known = ["accept", "content-length", "content-type", "host", "user-agent"];
        let known = |name: &str| known.contains(&name) || name.starts_with("webhook-");
        assert!(heard.headers.keys().all(|name| known(name.as_str())), "{:?}", heard.headers);
        g.coralie.get(&page).await.assert_sees("L’association approuve les heures d’un mois").assert_sees("Arrivé");
        // The program reads on with its token.
        app.with_token(&g.coralie, &["missions:read"]).await.get(&href).await.assert_ok().assert_sees("Noor");
        assert_eq!(app.tell_webhooks().await, 0, "told once");
        receiver.only();
    }
);

story!(capabilities;
    /// The secret is shown once and sealed; it is told by mail that an address was added, exchanged, removed.
    async fn an_address_is_added_by_its_person_and_removed(app) {
        let g = ground(&app).await;
        let receiver = Receiver::listen().await;
        g.coralie.get("/account").await.assert_sees("Prévenir mes programmes").assert_sees("Aucune adresse");
        let (secret, page) = make(&g.coralie, &receiver, &["mission.ended"]).await;
        assert!(secret.len() == "whsec_".len() + 44, "{secret}");
        for path in ["/me/webhooks", &page] {
            g.coralie.get(path).await.assert_ok().assert_sees("localhost").assert_lacks(&secret);
        }
        let subjects = |mails: Vec<passerelle_web::OutboxMail>| -> Vec<String> {
            assert!(mails.iter().all(|mail| !mail.text.contains("whsec_") && !mail.text.contains("/hook")));
            mails.into_iter().map(|mail| mail.subject).collect()
        };
        assert_eq!(subjects(app.mails().await)[0], "Une adresse est maintenant prévenue en votre nom");
        assert_eq!(g.noor.get(&page).await.status(), 404);
        let id = page.rsplit('/').next().unwrap();
        app.clock().advance(SignedDuration::from_secs(1));
        g.coralie.post("/me/webhooks/end", &[("webhook", id)]).await.assert_redirected();
        assert_eq!(subjects(app.mails().await)[0], "Une adresse n’est plus prévenue en votre nom");
        g.coralie.get(&page).await.assert_not_found();
    }
);

story!(capabilities;
    /// An address that is none of a program in the open, and a choice of nothing, are refused at their place.
    async fn an_address_is_a_name_over_https(app) {
        let g = ground(&app).await;
        let refused = try_to_make(&g.coralie, " ", &["mission.ended"]).await;
        refused.assert_refused().assert_sees("Écrivez l’adresse à laquelle votre programme attend");
        for address in ["hooks.example.org", "http://hooks.example.org/", "https://10.0.0.1/", "https://[::1]/",
            "https://2130706433/", "https://noor:word@hooks.example.org/", "https://hooks.example.org:25/"] {
            let refused = try_to_make(&g.coralie, address, &["mission.ended"]).await;
            refused.assert_refused().assert_sees("Écrivez une adresse qui commence par https://");
            assert!(refused.html().contains(&format!("value=\"{address}\"")), "what was typed is lost");
        }
        let refused = try_to_make(&g.coralie, "https://hooks.example.org/", &[]).await;
        refused.assert_refused().assert_sees("Cochez au moins une chose");
        let refused = try_to_make(&g.coralie, "https://hooks.example.org/", &["signal-shared", "proposal-answered"]).await;
        refused.assert_refused().assert_sees("Cochez au moins une chose");
        for _ in 0..10 {
            try_to_make(&g.coralie, "https://hooks.example.org/", &["mission.ended"]).await.assert_ok();
        }
        let refused = try_to_make(&g.coralie, "https://hooks.example.org/", &["mission.ended"]).await;
        refused.assert_refused().assert_sees("Vous avez déjà 10 adresses");
    }
);

passerelle_store::sql! {
    #[allow(dead_code, reason = "the list is for crates that bring statements")]
    STATEMENTS;
    FORMER_KEPT = "SELECT count(*) FROM webhook WHERE former_secret IS NOT NULL";
}

story!(capabilities;
    /// While a secret is exchanged, messages are signed with both; two days later with the new one only.
    async fn a_secret_is_exchanged_without_a_gap(app) {
        let g = ground(&app).await;
        let receiver = Receiver::listen().await;
        let (former, page) = make(&g.coralie, &receiver, &["hours.confirmed"]).await;
        let new = secret(&g.coralie.post(&format!("{page}/secret"), &[]).await);
        assert_ne!(former, new);
        g.coralie.get(&page).await.assert_sees("avec le nouveau secret et avec l’ancien");
        confirm_hours(&app, &g).await;
        app.tell_webhooks().await;
        let both = receiver.only();
        assert!(both.is_signed_with(&new) && both.is_signed_with(&former));
        assert_eq!(both.header("webhook-signature").split(' ').count(), 2);
        app.clock().advance(SignedDuration::from_hours(48));
        confirm_hours(&app, &g).await;
        app.tell_webhooks().await;
        let last = receiver.heard().pop().unwrap();
        assert!(last.id() != both.id() && last.is_signed_with(&new) && !last.is_signed_with(&former));
        // The night forgets what nothing is signed with any more.
        let kept = async || app.write().await.one(FORMER_KEPT, &[], |row| row.get::<i64>(0)).await.unwrap();
        assert_eq!(kept().await, 1);
        app.run_schedules().await;
        app.go_to("2026-12-30");
        app.run_schedules().await;
        assert_eq!(kept().await, 0);
    }
);

story!(capabilities;
    /// A test arrives or does not, once; what was sent is sent again with the same id.
    async fn a_test_is_sent_once_and_anything_again(app) {
        let g = ground(&app).await;
        let receiver = Receiver::listen().await;
        let (secret, page) = make(&g.coralie, &receiver, &["mission.ended"]).await;
        g.coralie.get(&page).await.assert_sees("Aucun message pour l’instant");
        receiver.answer(500);
        g.coralie.post(&format!("{page}/test"), &[]).await.assert_redirected();
        app.mails().await;
        let test = receiver.only();
        assert!(test.is_signed_with(&secret));
        assert_eq!((test.read()["type"].as_str(), test.read()["data"]["href"].as_str()), (Some("webhook.test"), Some("/api/v1/me")));
        let shown = g.coralie.get(&page).await;
        shown.assert_sees("Message d’essai").assert_sees("Pas arrivé").assert_sees("Le programme a répondu 500");
        shown.assert_lacks("Arrêtée").assert_lacks("Nouvel essai");
        app.clock().advance(SignedDuration::from_mins(2));
        app.mails().await;
        receiver.only();

        receiver.answer(200);
        let html = shown.html();
        let delivery = html.split("name=\"delivery\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let again = [("delivery", delivery.as_str())];
        g.coralie.post(&format!("{page}/deliveries"), &again).await.assert_redirected();
        g.coralie.post(&format!("{page}/deliveries"), &again).await.assert_refused();
        app.mails().await;
        let heard = receiver.heard();
        assert_eq!((heard.len(), heard[1].id()), (2, test.id()));
        assert!(heard[1].seconds() > test.seconds() && heard[1].is_signed_with(&secret));
        assert_eq!(heard[1].body, test.body);
        g.coralie.get(&page).await.assert_sees("Arrivé");
    }
);

story!(capabilities;
    /// Two nodes that look at the same moment write one message, and whoever comes late sends none.
    async fn an_event_is_told_once_whatever_node_looks(app) {
        let g = ground(&app).await;
        let receiver = Receiver::listen().await;
        make(&g.coralie, &receiver, &["hours.confirmed"]).await;
        confirm_hours(&app, &g).await;
        passerelle_store::trail::link(app.db()).await.unwrap();
        let (one, other) = tokio::join!(tell_what_happened(app.app()), tell_what_happened(app.app()));
        assert_eq!(one.unwrap() + other.unwrap(), 1);
        assert_eq!(app.tell_webhooks().await, 0);
        receiver.only();
    }
);
