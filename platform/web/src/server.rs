//! The whole server: every route inside the guards.

use std::time::Duration;

use axum::{Router, http::StatusCode, middleware::from_fn_with_state, response::IntoResponse};
use tower_http::{
    catch_panic::CatchPanicLayer, compression::CompressionLayer, csrf::CsrfLayer, limit::RequestBodyLimitLayer,
    timeout::TimeoutLayer,
};

use crate::{App, PageError, Routes, guard};

/// The most bytes of any request (an import of institutions is the largest).
const LARGEST_BODY: usize = 64 * 1024 * 1024;

/// How long things may take.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// How long a form may take to arrive.
    pub form: Duration,
    /// How long an answer may take, and with it a file to arrive; live updates answer at once and stay open.
    pub answer: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { form: Duration::from_secs(20), answer: Duration::from_secs(60) }
    }
}

/// Every route inside the guards.
pub fn router(app: &App, routes: Routes) -> Router {
    router_with(app, routes, Patience::default())
}

/// The same with another patience.
pub fn router_with(app: &App, routes: Routes, patience: Patience) -> Router {
    let (pages, programs) = routes.into_routers();
    // A program brings a token, which no browser sends by itself: another site has nothing to make it do.
    let guarded = pages
        .fallback(|| async { PageError::NotFound })
        .layer(CsrfLayer::new())
        .merge(programs)
        .layer(RequestBodyLimitLayer::new(LARGEST_BODY))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, patience.answer))
        .layer(CatchPanicLayer::custom(|_| PageError::Internal("a panic".into()).into_response()))
        .layer(from_fn_with_state((app.clone(), patience), guard::answer))
        .layer(CompressionLayer::new().gzip(true).br(true).quality(tower_http::CompressionLevel::Fastest))
        .layer(from_fn_with_state(app.clone(), guard::headers));
    guarded.with_state(app.clone())
}
