//! Nobody learns from an answer who has an account: the same bytes, after the same statements, in about the same time.

use std::{
    fmt::Debug,
    sync::{Arc, Mutex},
    time::Instant,
};

use passerelle_access::authenticator;
use passerelle_testkit::{Answer, Person, TestApp, story};
use tracing::{
    Event, Metadata, Subscriber,
    field::{Field, Visit},
    span,
};

use super::{PHRASE, with_password};
use crate::ground;

/// Hears which statements are run on this thread.
#[derive(Clone, Default)]
struct Ear(Arc<Mutex<Vec<String>>>);

impl Subscriber for Ear {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target() == "passerelle::sql"
    }
    fn event(&self, event: &Event<'_>) {
        event.record(&mut Names(&self.0));
    }
    fn new_span(&self, _: &span::Attributes<'_>) -> span::Id {
        span::Id::from_u64(1)
    }
    fn record(&self, _: &span::Id, _: &span::Record<'_>) {}
    fn record_follows_from(&self, _: &span::Id, _: &span::Id) {}
    fn enter(&self, _: &span::Id) {}
    fn exit(&self, _: &span::Id) {}
}

struct Names<'a>(&'a Mutex<Vec<String>>);

impl Visit for Names<'_> {
    fn record_str(&mut self, _: &Field, name: &str) {
        self.0.lock().unwrap().push(name.to_owned());
    }
    fn record_debug(&mut self, _: &Field, _: &dyn Debug) {}
}

/// What somebody sees who tries this address, and what it took.
pub(super) async fn attempt(visitor: &Person, path: &str, email: &str) -> (Answer, Vec<String>) {
    let ear = Ear::default();
    let guard = tracing::subscriber::set_default(ear.clone());
    let answer = visitor.post(path, &[("email", email), ("password", "not the right one")]).await;
    drop(guard);
    let statements = ear.0.lock().unwrap().clone();
    (answer, statements)
}

/// The bytes without what differs each time: the keys of the forms, and the address that was typed.
fn plain(answer: &Answer, email: &str) -> String {
    let html = answer.html().replace(email, "ADDRESS");
    let mut parts = html.split("name=\"_once\" value=\"");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + part.split_once('"').map_or("", |(_, rest)| rest))
}

/// Whoever has an account: with a password, with an app as well, without a password, closed.
async fn accounts(app: &TestApp) -> [&'static str; 3] {
    with_password(app, "Coralie").await;
    let noor = with_password(app, "Noor").await;
    let mut tx = app.write().await;
    authenticator::prepare(&mut tx, noor.id(), app.db().chance()).await.unwrap();
    tx.commit().await.unwrap();
    app.stranger("Samir").await;
    ["coralie@example.org", "noor@example.org", "samir@example.org"]
}

story!(ground;
    /// A wrong password: whether there is an account, an app, a password plays no part.
    async fn a_wrong_password_tells_nothing(app) {
        let known = accounts(&app).await;
        let visitor = app.anybody();
        let nobody = "nobody@example.org";
        let (unknown, took) = attempt(&visitor, "/sign-in", nobody).await;
        unknown.assert_refused();
        assert!(took.iter().any(|name| name.ends_with("PASSWORD_BY_EMAIL")), "{took:?}");
        for email in known {
            let (answer, statements) = attempt(&visitor, "/sign-in", email).await;
            assert_eq!(plain(&answer, email), plain(&unknown, nobody), "{email}");
            assert_eq!(answer.status(), unknown.status());
            assert_eq!(statements, took, "{email}");
        }
    }
);

story!(ground;
    /// Asking for a link, and asking one's organisation, answer the same for everybody.
    async fn asking_for_a_link_tells_nothing(app) {
        let known = accounts(&app).await;
        let visitor = app.anybody();
        let nobody = "nobody@example.org";
        for path in ["/sign-in/link", "/sign-in/institution"] {
            // The very first job makes the key that seals jobs.
            attempt(&visitor, path, "first@example.org").await;
            let (unknown, took) = attempt(&visitor, path, nobody).await;
            for email in known {
                let (answer, statements) = attempt(&visitor, path, email).await;
                assert_eq!(plain(&answer, email), plain(&unknown, nobody), "{path} {email}");
                assert_eq!(answer.header("location"), unknown.header("location"));
                assert_eq!(statements, took, "{path} {email}");
            }
        }
    }
);

story!(ground;
    /// A hash is computed whether there is an account or not: without it, the answer would come a hundred times sooner.
    async fn a_wrong_password_takes_as_long_for_everybody(app) {
        let [coralie, ..] = accounts(&app).await;
        let mut took = [Vec::new(), Vec::new()];
        for round in 0..5 {
            for (times, name) in took.iter_mut().zip([coralie, "nobody@example.org"]) {
                // A name of its own each time, so that no limit is met; the account's is the same mailbox.
                let email = if round == 0 { name.to_owned() } else { name.to_uppercase() };
                let begun = Instant::now();
                app.anybody().post("/sign-in", &[("email", &email), ("password", PHRASE), ("to", "/me")]).await;
                times.push(begun.elapsed());
            }
        }
        let [known, unknown] = took.map(|mut times| {
            times.sort();
            times[2].as_secs_f64()
        });
        assert!(unknown > known / 4.0, "{unknown} s for nobody, {known} s for somebody");
    }
);
