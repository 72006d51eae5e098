//! What is counted while serving: requests by route template, panics, live pages. Never an address, an id or a name.
//!
//! Without a recorder (the operator has not asked for `/metrics`) every call here does nothing.

use std::time::Instant;

use axum::response::Response;

/// Requests answered, by method, route template and status.
pub const REQUESTS: &str = "passerelle_requests_total";
/// How long answers took, by route template, in seconds.
pub const SECONDS: &str = "passerelle_request_seconds";
/// Panics that were caught.
pub const PANICS: &str = "passerelle_panics_total";
/// Pages that are kept up to date now.
pub const LIVE: &str = "passerelle_live_pages";
/// Reads that may be a little old, by what is read, where, and why there (see [`crate::Stale`]).
pub const STALE_READS: &str = "passerelle_stale_reads_total";
/// Jobs that were tried, by kind and outcome.
pub const JOBS: &str = "passerelle_jobs_tried_total";

/// Counts the answer under the template of its route.
pub(crate) async fn counted(
    method: &'static str,
    route: &'static str,
    answer: impl Future<Output = Response>,
) -> Response {
    let began = Instant::now();
    let response = answer.await;
    let (took, status) = (began.elapsed(), response.status());
    metrics::counter!(REQUESTS, "method" => method, "route" => route, "status" => status.as_str().to_owned())
        .increment(1);
    metrics::histogram!(SECONDS, "route" => route).record(took);
    tracing::debug!(method, route, status = status.as_u16(), ms = took.as_millis() as u64, "answered");
    response
}

/// Counts a page as live until it is dropped.
pub(crate) struct LivePage;

impl LivePage {
    pub(crate) fn begin() -> Self {
        metrics::gauge!(LIVE).increment(1);
        Self
    }
}

impl Drop for LivePage {
    fn drop(&mut self) {
        metrics::gauge!(LIVE).decrement(1);
    }
}

/// From now on a panic is told by its place in the sources only: what it says may hold somebody's words.
pub fn tell_panics_by_place() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(|at| format!("{}:{}", at.file(), at.line())).unwrap_or_default();
        tracing::error!(place, "a panic");
        metrics::counter!(PANICS).increment(1);
    }));
}
