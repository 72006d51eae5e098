//! The demonstration network, built once and copied for each stretch of executions, with its whole router.

use std::{cell::RefCell, fs, path::PathBuf};

use axum::Router;
use passerelle::{capabilities, demo};
use passerelle_access::{
    Account, account,
    session::{self, Manner},
};
use passerelle_kernel::{Chance, Clock, Date, TimeZone};
use passerelle_store::{Db, seal::Master};
use passerelle_testkit::TestApp;
use passerelle_web::{App, MailRoute, Routes, Settings, SignIn, SmsRoute, router};
use tokio::runtime::{Builder, Runtime};

use crate::scratch;

/// After so many visits the house is as new: what one of them changed must not help another one for ever.
const VISITS: u32 = 500;
const TODAY: Date = Date::constant(2026, 9, 7);
const MOMENT: &str = "2026-09-07T08:00:00Z";

/// A server over a copy of the network.
pub(crate) struct House {
    runtime: Runtime,
    app: App,
    router: Router,
    visits: u32,
}

thread_local! {
    static HOUSE: RefCell<Option<House>> = const { RefCell::new(None) };
}

fn network() -> PathBuf {
    scratch::folder().join("network.sqlite")
}

fn runtime() -> Runtime {
    Builder::new_current_thread().enable_all().build().expect("a runtime")
}

/// Builds the network anew.
pub(crate) fn build() {
    let _ = fs::remove_file(network());
    let settings = Settings {
        base_url: "http://localhost".to_owned(),
        is_demo: true,
        zone: TimeZone::get("Europe/Paris").expect("a zone"),
        mail: MailRoute::Outbox,
        sms: SmsRoute::Outbox,
        trusted_proxies: Vec::new(),
        retention: Default::default(),
        old_after_days: 365,
        schedules: Default::default(),
        sign_in: SignIn::default(),
    };
    let network = network();
    let built = demo::build(&network, Master::for_tests(), &settings, TODAY, 1, |_, _| {});
    runtime().block_on(built).expect("the demonstration network");
}

/// Visits a house that is not worn.
pub(crate) fn visit<T>(visit: impl FnOnce(&House) -> T) -> T {
    HOUSE.with_borrow_mut(|kept| {
        let house = kept.take().filter(|house| house.visits < VISITS).unwrap_or_else(House::open);
        let house = kept.insert(House { visits: house.visits + 1, ..house });
        visit(house)
    })
}

impl House {
    /// A house of its own; without a network (the seeds as tests) its tables are empty.
    fn open() -> Self {
        let file = scratch::file("house.sqlite");
        if network().is_file() {
            fs::copy(network(), &file).expect("a copy of the network");
        }
        let runtime = runtime();
        let app = runtime.block_on(async {
            let clock = Clock::held(MOMENT.parse().expect("an instant"));
            let url = format!("sqlite:{}", file.display());
            let db = Db::open_without_waiting(&url, clock.clone(), Chance::seeded(9)).expect("a database");
            let db = db.with_master(Master::for_tests());
            passerelle::serving::migrate(&db, &capabilities::all()).await.expect("tables");
            TestApp::on(db, clock, capabilities::all()).app().clone()
        });
        let routes = capabilities::all().into_iter().fold(Routes::default(), |all, one| all.and(one.routes));
        Self { router: router(&app, routes), runtime, app, visits: 0 }
    }

    pub(crate) fn app(&self) -> &App {
        &self.app
    }

    pub(crate) fn router(&self) -> Router {
        self.router.clone()
    }

    pub(crate) fn wait<T>(&self, future: impl Future<Output = T>) -> T {
        self.runtime.block_on(future)
    }

    /// Somebody of the demonstration, by their place in its list, if the network is there.
    pub(crate) fn somebody(&self, place: usize) -> Option<Account> {
        let told = demo::people();
        let email = &told.get(place)?.email;
        let found = self.wait(async { account::find_by_email(&mut self.app.db().begin_read().await?, email).await });
        found.expect("an answer of the database")
    }

    /// The cookie of a new session of this person; it is the same in every house.
    pub(crate) fn sign_in(&self, account: &Account) -> String {
        let secret = self.app.db().chance().secret();
        let began = self.wait(async {
            let mut tx = self.app.db().begin_write().await?;
            session::begin(&mut tx, account.id, &secret, TODAY, &Manner::default()).await?;
            tx.commit().await
        });
        began.expect("a session");
        format!("session={}", secret.reveal())
    }
}
