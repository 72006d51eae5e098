//! What is too large is refused before it is read to its end, and nobody waits for ever for what is too slow.

use std::{convert::Infallible, time::Duration};

use axum::{
    body::{Body, Bytes, to_bytes},
    http::Request,
};
use passerelle_testkit::{TestApp, story};
use passerelle_web::{Capability, Ctx, Needs, PageResult, Patience, Routes, router_with};
use tower::ServiceExt as _;

use crate::ground;

story!(ground;
    /// A form of a quarter of a megabyte is one; a byte more is refused, whatever it is for, in the reader's language.
    async fn a_form_that_is_too_large_is_refused(app) {
        let anybody = app.anybody();
        let word = |length: usize| "a".repeat(length);
        let fits = anybody.post("/sign-in", &[("email", &word(256 * 1024 - 100)), ("password", "x")]).await;
        assert_ne!(fits.status(), 413);
        let larger = anybody.post("/sign-in", &[("email", &word(256 * 1024)), ("password", "x")]).await;
        assert_eq!(larger.status(), 413);
        larger.assert_sees("C’est trop gros").assert_sees("Rien n’a été enregistré");
    }
);

fn with_a_slow_page() -> Vec<Capability> {
    let slow = Capability { routes: Routes::default().get("/slow", Needs::Public, slow), ..Capability::named("slow") };
    vec![passerelle_web::capability(), slow]
}

async fn slow(_: Ctx) -> PageResult {
    std::future::pending().await
}

/// The status and the page, from a house of little patience.
async fn asked_in_haste(app: &TestApp, request: Request<Body>) -> (u16, String) {
    let capabilities = with_a_slow_page();
    let routes = capabilities.into_iter().fold(Routes::default(), |all, one| all.and(one.routes));
    let patience = Patience { form: Duration::from_millis(100), answer: Duration::from_millis(300) };
    let answer = router_with(app.app(), routes, patience).oneshot(request).await.unwrap();
    let (status, body) = (answer.status().as_u16(), to_bytes(answer.into_body(), 1 << 20).await.unwrap());
    (status, String::from_utf8(body.to_vec()).unwrap())
}

story!(with_a_slow_page;
    /// Its first bytes come, and then nothing.
    async fn a_form_that_does_not_arrive_is_given_up(app) {
        let beginning = futures_util::stream::iter([Ok::<_, Infallible>(Bytes::from("email=noor"))]);
        let body = Body::from_stream(futures_util::StreamExt::chain(beginning, futures_util::stream::pending()));
        let request = Request::post("/sign-in").header("host", "localhost").body(body).unwrap();
        let (status, page) = asked_in_haste(&app, request).await;
        assert_eq!(status, 408);
        assert!(page.contains("L’envoi a pris trop de temps"), "{page}");
    }
);

story!(with_a_slow_page;
    async fn a_page_that_is_never_ready_is_given_up(app) {
        let request = Request::get("/slow").header("accept-language", "en").body(Body::empty()).unwrap();
        let (status, page) = asked_in_haste(&app, request).await;
        assert_eq!(status, 503);
        assert!(page.contains("The service does not answer at the moment"), "{page}");
        let request = Request::get("/healthz").body(Body::empty()).unwrap();
        assert_eq!(asked_in_haste(&app, request).await, (200, "ok".to_owned()));
    }
);
