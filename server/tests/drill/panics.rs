//! A panic behind the real door: an apology with a reference, a figure for the operator, and nothing else stops.

use passerelle::{
    door::{self, Bounds},
    observing,
};
use passerelle_testkit::{Engine, TestApp};
use passerelle_web::{Capability, Ctx, Needs, PageResult, Routes, measure, router};
use tokio::net::TcpListener;

use super::observing::{ask, free};

fn capabilities() -> Vec<Capability> {
    let routes = Routes::default().get("/panics", Needs::Public, panics);
    vec![passerelle_web::capability(), Capability { routes, ..Capability::named("clumsy") }]
}

/// In the middle of a write: whoever writes next must not wait for it.
#[allow(clippy::panic, reason = "what the test is about")]
async fn panics(ctx: Ctx) -> PageResult {
    let _tx = ctx.begin_write().await?;
    panic!("Noor Haddad cannot be divided by zero")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_panic_is_an_apology_and_a_figure_and_kills_nothing() {
    measure::tell_panics_by_place();
    let app = TestApp::start(Engine::Sqlite, capabilities()).await.unwrap();
    let figures = free();
    observing::start(app.db().clone(), figures, String::new()).await.unwrap();
    let routes = capabilities().into_iter().fold(Routes::default(), |all, one| all.and(one.routes));
    let listener = TcpListener::bind(free()).await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(door::answer(listener, router(app.app(), routes), Bounds::of(8), std::future::pending()));
    for _ in 0..3 {
        let (status, page) = ask(address, "GET", "/panics", "", "").await.unwrap();
        assert_eq!(status, 500);
        let told = page.split("donnez cette référence").nth(1).unwrap();
        let mut words = told.split(|c: char| !c.is_ascii_alphanumeric());
        assert!(words.any(|word| word.len() == 8 && word.bytes().all(|b| b.is_ascii_hexdigit())), "{page}");
        assert!(!page.contains("Noor") && !page.contains("divided"), "{page}");
    }
    assert_eq!(ask(address, "GET", "/healthz", "", "").await.unwrap().0, 200);
    let (_, told) = ask(figures, "GET", "/metrics", "", "").await.unwrap();
    assert!(told.contains("passerelle_panics_total 3"), "{told}");
}
