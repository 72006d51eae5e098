//! The server of a story.

use std::{collections::BTreeMap, future::Future};

use axum::{Router, body::Body, http::Request};
use passerelle_access::{
    Account, Membership, Organisation, Role, Team, account, membership,
    session::{self, Factors, Idle, Manner},
};
use passerelle_kernel::{Chance, Clock, Date, Id, Language, TimeZone, Timestamp};
use passerelle_store::{Db, Migrations, Tx, held::Retention, params, trail};
use passerelle_web::{
    App, Capability, Ctx, MailRoute, OutboxMail, Routes, Settings, SignIn, SmsRoute, enqueue_due, outbox, router,
    run_due_jobs, tell_what_happened,
};
use tower::ServiceExt as _;

use crate::{Answer, Engine, Person, engine::Copied};

passerelle_store::sql! {
    pub(crate) STATEMENTS;
    PROVE = "UPDATE session SET fresh_at = ?2, factors = ?3 WHERE account_id = ?1";
}

/// A whole server with a database of its own.
#[derive(Clone)]
pub struct TestApp {
    app: App,
    router: Router,
    clock: Clock,
    copy: Copied,
}

impl TestApp {
    /// Runs a story on an engine; without a PostgreSQL to run on, it says so and does nothing.
    pub fn run<F: Future<Output = ()>>(
        engine: Engine,
        capabilities: fn() -> Vec<Capability>,
        story: impl FnOnce(Self) -> F,
    ) {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        runtime.block_on(async {
            match Self::start(engine, capabilities()).await {
                Some(app) => {
                    story(app.clone()).await;
                    app.copy.forget().await;
                }
                None => eprintln!("not run: PASSERELLE_TEST_POSTGRES names no cluster"),
            }
        });
    }

    /// A server with these capabilities on a fresh database.
    pub async fn start(engine: Engine, capabilities: Vec<Capability>) -> Option<Self> {
        let clock = Clock::held("2026-09-07T07:00:00Z".parse().unwrap());
        let migrations: Vec<&[Migrations]> = capabilities.iter().map(|capability| capability.migrations).collect();
        let (db, copy) = engine.migrated(clock.clone(), Chance::seeded(7), &migrations).await?;
        Some(Self { copy, ..Self::on(db, clock, capabilities) })
    }

    /// A server with these capabilities on a database that is there already.
    pub fn on(db: Db, clock: Clock, capabilities: Vec<Capability>) -> Self {
        let zone = TimeZone::get("Europe/Paris").unwrap();
        let base_url = "http://localhost".to_owned();
        let settings = Settings {
            base_url,
            is_demo: true,
            zone,
            mail: MailRoute::Outbox,
            sms: SmsRoute::Outbox,
            trusted_proxies: vec!["10.0.0.0/8".parse().unwrap()],
            retention: Retention::default(),
            old_after_days: 365,
            schedules: BTreeMap::new(),
            // Stories go from day to day as they like; those about idleness set their own limit.
            sign_in: SignIn { idle: Idle::NEVER, ..SignIn::default() },
        };
        Self::with(db, clock, settings, capabilities)
    }

    fn with(db: Db, clock: Clock, settings: Settings, capabilities: Vec<Capability>) -> Self {
        let app = App::new(db, settings, &capabilities);
        let routes = capabilities.into_iter().fold(Routes::default(), |all, capability| all.and(capability.routes));
        let router = router(&app, routes);
        Self { app, router, clock, copy: Copied::default() }
    }

    /// A server with other settings of sign-in over the same database.
    #[must_use]
    pub fn with_sign_in(&self, sign_in: SignIn, capabilities: Vec<Capability>) -> Self {
        let settings = Settings { sign_in, ..self.app.settings().clone() };
        Self::with(self.db().clone(), self.clock.clone(), settings, capabilities)
    }

    /// A server that people reach under another address, over the same database.
    #[must_use]
    pub fn with_base_url(&self, base_url: &str, capabilities: Vec<Capability>) -> Self {
        let settings = Settings { base_url: base_url.to_owned(), ..self.app.settings().clone() };
        Self::with(self.db().clone(), self.clock.clone(), settings, capabilities)
    }

    /// Somebody who has an account already, signed in, in the first of their roles.
    pub async fn known(&self, email: &str) -> Person {
        let mut tx = self.write().await;
        let account = account::find_by_email(&mut tx, email).await.unwrap();
        let account = account.unwrap_or_else(|| panic!("nobody has the address {email}"));
        let secret = self.db().chance().secret();
        session::begin(&mut tx, account.id, &secret, self.today(), &Manner::default()).await.unwrap();
        tx.commit().await.unwrap();
        Person::new(self.clone(), &account.name, Some((account.id, secret)))
    }

    /// The same person, signed in anew: sessions end with time.
    pub async fn signed_in_again(&self, person: &Person) -> Person {
        let secret = self.db().chance().secret();
        let mut tx = self.write().await;
        session::begin(&mut tx, person.id(), &secret, self.today(), &Manner::default()).await.unwrap();
        tx.commit().await.unwrap();
        person.clone().with_session(secret)
    }

    /// The role that a person acts in.
    pub async fn seat_of(&self, person: &Person) -> Membership {
        let mut tx = self.db().begin_read().await.unwrap();
        let actor = session::actor(&mut tx, person.secret(), self.clock.now(), self.today()).await.unwrap();
        actor.unwrap().seat.unwrap()
    }

    /// The running program.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// The database.
    pub fn db(&self) -> &Db {
        self.app.db()
    }

    /// The clock, to move it.
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// Moves the clock to 9:00 in Paris (summer) of this date.
    pub fn go_to(&self, date: &str) {
        let morning: Timestamp = format!("{date}T07:00:00Z").parse().unwrap();
        self.clock.set(morning);
    }

    /// Today in Paris.
    pub fn today(&self) -> Date {
        self.clock.today(&TimeZone::get("Europe/Paris").unwrap())
    }

    /// A new id.
    pub fn new_id<T: ?Sized>(&self) -> Id<T> {
        Id::new(self.clock.now(), self.db().chance())
    }

    /// A write transaction.
    pub async fn write(&self) -> Tx {
        self.db().begin_write().await.unwrap()
    }

    /// A signed-in person who holds `role` in `org` (and in `team`, for a referent).
    pub async fn person(&self, name: &str, role: Role, org: Id<Organisation>, team: Option<Id<Team>>) -> Person {
        let person = self.stranger(name).await;
        self.seat(&person, role, org, team).await;
        person
    }

    /// A signed-in person who holds no role.
    pub async fn stranger(&self, name: &str) -> Person {
        let id: Id<Account> = self.new_id();
        let email = Some(format!("{}@example.org", name.to_lowercase().replace(' ', ".")));
        let zone = "Europe/Paris".to_owned();
        let account = Account { id, email, name: name.to_owned(), language: Language::Fr, zone };
        let mut tx = self.write().await;
        account::create(&mut tx, &account).await.unwrap();
        let secret = self.db().chance().secret();
        session::begin(&mut tx, id, &secret, self.today(), &Manner::default()).await.unwrap();
        tx.commit().await.unwrap();
        Person::new(self.clone(), name, Some((id, secret)))
    }

    /// Gives a person a role, and lets them sit in it.
    pub async fn seat(&self, person: &Person, role: Role, org: Id<Organisation>, team: Option<Id<Team>>) {
        let from_on = Date::constant(2026, 1, 1);
        let place = format!("Place of {}", role.as_str());
        let account = person.id();
        let membership = Membership { id: self.new_id(), account, org, team, role, place, from_on, until_on: None };
        let mut tx = self.write().await;
        membership::create(&mut tx, &membership, membership.org).await.unwrap();
        session::sit(&mut tx, person.secret(), membership.id).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// Notes that a person has just proved who they are, once or twice.
    pub async fn prove(&self, person: &Person, factors: Factors) {
        let mut tx = self.write().await;
        let proofs = if factors == Factors::Two { 2 } else { 1 };
        tx.execute(PROVE, params![person.id(), self.clock.now(), proofs]).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// Somebody without an account.
    pub fn anybody(&self) -> Person {
        Person::new(self.clone(), "Anybody", None)
    }

    /// A context in which `person` acts, for calling actions without pages.
    pub async fn ctx(&self, person: &Person) -> Ctx {
        let mut tx = self.db().begin_read().await.unwrap();
        let actor = session::actor(&mut tx, person.secret(), self.clock.now(), self.today()).await.unwrap();
        Ctx::new(self.app.clone(), actor, Language::Fr)
    }

    /// Does the jobs that are due; gives the messages that were kept instead of sent, the newest first.
    pub async fn mails(&self) -> Vec<OutboxMail> {
        run_due_jobs(&self.app).await.unwrap();
        outbox(&mut self.db().begin_read().await.unwrap()).await.unwrap()
    }

    /// Does what comes back at its times and is due by now; gives how many jobs that were.
    pub async fn run_schedules(&self) -> usize {
        let enqueued = enqueue_due(&self.app).await.unwrap();
        run_due_jobs(&self.app).await.unwrap();
        enqueued
    }

    /// Links what has happened, writes what webhooks tell of it, and does the jobs that are due; gives how many messages
    /// were written.
    pub async fn tell_webhooks(&self) -> usize {
        trail::link(self.db()).await.unwrap();
        let told = tell_what_happened(&self.app).await.unwrap();
        run_due_jobs(&self.app).await.unwrap();
        told
    }

    /// Sends a request as it is.
    pub async fn send(&self, request: Request<Body>) -> Answer {
        Answer::read(self.router.clone().oneshot(request).await.unwrap()).await
    }
}
