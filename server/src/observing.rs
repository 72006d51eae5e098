//! Figures for the operator in Prometheus' form, on an address of their own and only when it is configured.
//!
//! They count: requests by route template, panics, jobs by kind, live pages, reads of the replica. No figure is about a
//! person.

use std::{net::SocketAddr, time::Duration};

use anyhow::{Context as _, Result};
use axum::{
    Router,
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse as _, Response},
    routing::get,
};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use passerelle_store::{Db, job::backlog};
use passerelle_web::{logbook, measure};
use tokio::net::TcpListener;

/// From a fast page to one that people complain of, in seconds.
const BOUNDS: [f64; 9] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0];

/// What the listener holds.
#[derive(Clone)]
struct Figures {
    handle: PrometheusHandle,
    db: Db,
    token: String,
}

/// Begins to count, and answers `/metrics` on `listen`; with a token only to those who send it.
///
/// # Errors
/// When the address is taken.
pub async fn start(db: Db, listen: SocketAddr, token: String) -> Result<()> {
    let handle = PrometheusBuilder::new()
        .set_buckets_for_metric(Matcher::Full(measure::SECONDS.to_owned()), &BOUNDS)?
        .install_recorder()
        .context("the figures cannot be counted")?;
    metrics::gauge!("passerelle_info", "version" => env!("CARGO_PKG_VERSION"), "engine" => db.engine_name()).set(1);
    metrics::counter!(measure::PANICS).absolute(0);
    metrics::gauge!(measure::LIVE).set(0);
    let listener = TcpListener::bind(listen).await.with_context(|| format!("{listen} cannot be listened on"))?;
    tracing::info!(address = %listener.local_addr()?, "figures");
    let kept = handle.clone();
    tokio::spawn(async move {
        loop {
            tokio::time::sleep(Duration::from_secs(5)).await;
            kept.run_upkeep();
        }
    });
    let router = Router::new().route("/metrics", get(show)).with_state(Figures { handle, db, token });
    tokio::spawn(async move { axum::serve(listener, router).await });
    Ok(())
}

async fn show(State(figures): State<Figures>, headers: HeaderMap) -> Response {
    if !may_see(&headers, &figures.token) {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    if let Err(error) = look(&figures.db).await {
        tracing::warn!(%error, "figures of the database");
    }
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], figures.handle.render()).into_response()
}

fn may_see(headers: &HeaderMap, token: &str) -> bool {
    use subtle::ConstantTimeEq as _;
    let sent = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok()).unwrap_or_default();
    token.is_empty() || bool::from(sent.as_bytes().ct_eq(format!("Bearer {token}").as_bytes()))
}

/// What is known only by asking.
async fn look(db: &Db) -> passerelle_store::Result<()> {
    if db.oldest().is_some() {
        let age = db.replica_age().map_or(f64::INFINITY, |age| age.as_secs_f64());
        metrics::gauge!("passerelle_replica_age_seconds").set(age);
    }
    let undone = backlog(db).await?;
    let (now, backup) = (db.clock().now(), logbook::last(&mut db.begin_read().await?, logbook::BACKUP).await?);
    for (name, all) in [("passerelle_jobs_waiting", &undone.waiting), ("passerelle_jobs_set_aside", &undone.set_aside)]
    {
        metrics::gauge!(name, "kind" => "all").set(all.iter().map(|one| one.count).sum::<i64>() as f64);
        for one in all {
            metrics::gauge!(name, "kind" => one.kind.clone()).set(one.count as f64);
        }
    }
    let oldest = undone.waiting.iter().filter_map(|one| one.due_since).min();
    let age = oldest.map_or(0, |since| (now - since).get_seconds());
    metrics::gauge!("passerelle_oldest_due_job_seconds").set(age as f64);
    if let Some(at) = backup {
        metrics::gauge!("passerelle_last_backup_timestamp_seconds").set(at.as_second() as f64);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_asked_for_when_there_is_one() {
        let sent = |text: &'static str| HeaderMap::from_iter([(header::AUTHORIZATION, text.parse().unwrap())]);
        assert!(may_see(&HeaderMap::new(), ""));
        assert!(may_see(&sent("Bearer geheim"), "geheim"));
        for wrong in [HeaderMap::new(), sent("Bearer geheim2"), sent("geheim"), sent("Bearer ")] {
            assert!(!may_see(&wrong, "geheim"));
        }
    }
}
