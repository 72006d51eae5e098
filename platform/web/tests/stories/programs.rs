//! Programs at the door: what no token opens, and whose tries are counted.

use axum::{
    body::Body,
    http::{Method, StatusCode},
};
use passerelle_access::{Ability, Role};
use passerelle_testkit::{Answer, TestApp, story};
use passerelle_web::{Capability, Needs, Routes, api::Operation};

use crate::ground;

static DANGER: &Ability = &Ability { name: "danger:run", key: "web-role-peer", rules: &[] };
static ABILITIES: &[&Ability] = &[DANGER];

/// The ground and something dangerous, once as a page and once for programs.
fn dangerous() -> Vec<Capability> {
    let done = async || StatusCode::OK;
    let asks = Operation::get("/api/v1/danger", Needs::Fresh, "Something that asks again").with(DANGER);
    let plain = Operation::get("/api/v1/plain", Needs::SignedIn, "Something that does not").with(DANGER);
    let routes = Routes::default().get("/danger", Needs::Fresh, done).api(asks, done).api(plain, done);
    let mut all = ground();
    all.push(Capability { routes, abilities: ABILITIES, ..Capability::named("danger") });
    all
}

story!(dangerous;
    /// The person has just proved who they are; a program cannot, whatever its token lets it do.
    async fn what_asks_again_is_never_done_by_a_program(app) {
        let noor = app.person("Noor", Role::Peer, app.new_id(), None).await;
        noor.get("/danger").await.assert_ok();
        let program = app.with_token(&noor, &["danger:run"]).await;
        program.get("/api/v1/plain").await.assert_ok();
        let refused = program.get("/api/v1/danger").await;
        refused.assert_forbidden().assert_sees("urn:passerelle:problem:forbidden");
    }
);

async fn try_token(app: &TestApp, address: &str, token: &str) -> Answer {
    let visitor = app.anybody().from_address(address, "");
    let request = visitor.program_request(Method::GET, "/api/v1/me", "");
    app.send(request.header("authorization", format!("Bearer {token}")).body(Body::empty()).unwrap()).await
}

story!(ground;
    /// Who tries tokens waits after two minutes of haste; who brings none is refused and not counted; a token that is known
    /// has a count of its own.
    async fn tries_with_tokens_that_nobody_knows_are_counted(app) {
        let noor = app.person("Noor", Role::Peer, app.new_id(), None).await;
        let known = app.with_token(&noor, &[]).await.token().unwrap().to_owned();
        let without = app.anybody().from_address("192.0.2.1", "");
        for number in 0..120 {
            assert_eq!(without.get("/api/v1/me").await.status(), 401);
            let unknown = format!("passerelle_{number:040}");
            assert_eq!(try_token(&app, "192.0.2.1", &unknown).await.status(), 401, "{number}");
        }
        let waits = try_token(&app, "192.0.2.1", "passerelle_another").await;
        assert_eq!((waits.status().as_u16(), waits.header("retry-after").is_some()), (429, true));
        assert_eq!(without.get("/api/v1/me").await.status(), 401);
        assert_eq!(try_token(&app, "192.0.2.2", "passerelle_another").await.status(), 401);
        try_token(&app, "192.0.2.1", &known).await.assert_ok();
    }
);
