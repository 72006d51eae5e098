//! Opens the database, brings it up to date, and serves until told to stop.

use std::{net::SocketAddr, time::Duration};

use anyhow::{Context as _, Result};
use passerelle_kernel::{Chance, Clock};
use passerelle_store::{
    Db, Options,
    seal::{Sealed, seal_backlog},
};
use passerelle_web::{App, Capability, Routes, Settings, router, run_jobs, run_linker};
use tokio::net::TcpListener;

use crate::{capabilities, config::Config, keys};

/// Opens the database, brings its tables up to date, and seals what an earlier version has left in clear.
///
/// # Errors
/// When the database cannot be opened or was written by a newer program, or when its master key is not there.
pub async fn open(config: &Config, clock: Clock, chance: Chance) -> Result<Db> {
    let master = keys::find(config)?;
    let options = Options { connections: config.database_connections };
    let db = Db::open_with(&config.database_url, options, clock, chance).context("the database cannot be opened")?;
    let db = db.with_master(master);
    let capabilities = capabilities::all();
    migrate(&db, &capabilities).await?;
    keys::check(&db).await?;
    let fields: Vec<&Sealed> =
        capabilities.iter().flat_map(|one| one.sealed.iter().copied().flatten().copied()).collect();
    let tell = |field: &str, count| tracing::debug!(field, count, "sealing what lay in clear");
    for (field, count) in seal_backlog(&db, &fields, tell).await.context("texts in clear cannot be sealed")? {
        tracing::info!(field, count, "sealed what an earlier version had left in clear");
    }
    Ok(db)
}

/// Brings the tables of these capabilities up to date.
///
/// # Errors
/// When a step fails.
pub async fn migrate(db: &Db, capabilities: &[Capability]) -> Result<()> {
    for capability in capabilities {
        let migrated = db.migrate(capability.migrations).await;
        migrated.with_context(|| format!("the tables of {} cannot be brought up to date", capability.name))?;
    }
    Ok(())
}

/// How long answers that have begun may take to end.
const LAST_ANSWERS: Duration = Duration::from_secs(30);
/// How long the job under way may take to end; else another node takes it over when the claim runs out.
const LAST_JOB: Duration = Duration::from_secs(20);

/// Serves until Ctrl-C or SIGTERM; answers that have begun are finished. After SIGTERM new requests are taken for
/// another `leave`, while `/healthz` says that this node goes: a proxy sends them elsewhere before the door is shut.
///
/// # Errors
/// When the port is taken, or a schedule cannot be read.
pub async fn serve(db: Db, settings: Settings, listen: SocketAddr, leave: Duration) -> Result<()> {
    let capabilities = capabilities::all();
    settings.check_schedules(&capabilities).map_err(anyhow::Error::msg)?;
    let app = App::new(db, settings, &capabilities);
    let routes = capabilities.into_iter().fold(Routes::default(), |all, capability| all.and(capability.routes));
    let service = router(&app, routes).into_make_service_with_connect_info::<SocketAddr>();
    let listener = TcpListener::bind(listen).await.with_context(|| format!("{listen} cannot be listened on"))?;
    tracing::info!(address = %listener.local_addr()?, base_url = app.settings().base_url, "serving");
    let jobs = tokio::spawn(run_jobs(app.clone()));
    let linker = tokio::spawn(run_linker(app.clone()));
    let db = app.db().clone();
    let listener_of_nodes = tokio::spawn(async move { db.run_listener().await });
    let going = app.clone();
    let serving = axum::serve(listener, service).with_graceful_shutdown(async move { shut(&going, leave).await });
    let served = tokio::select! {
        served = serving.into_future() => served,
        () = patience(&app, leave) => Ok(()),
    };
    app.leave();
    if tokio::time::timeout(LAST_JOB, jobs).await.is_err() {
        tracing::warn!("a job was left under way");
    }
    linker.abort();
    listener_of_nodes.abort();
    served.context("serving ended")
}

/// Waits for the signal, says that we go, and then until the door is to be shut.
async fn shut(app: &App, leave: Duration) {
    let is_asked_to_leave = stopped().await;
    app.leave();
    tracing::info!("going");
    if is_asked_to_leave {
        tokio::time::sleep(leave).await;
    }
}

/// Waits until answers have had all the time they get.
async fn patience(app: &App, leave: Duration) {
    app.leaving().await;
    tokio::time::sleep(leave + LAST_ANSWERS).await;
    tracing::warn!("answers were left under way");
}

/// Waits for a signal; true for SIGTERM, false for Ctrl-C, when somebody sits in front of it.
async fn stopped() -> bool {
    let mut terminated = match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(signal) => signal,
        Err(_) => return std::future::pending().await,
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => false,
        _ = terminated.recv() => true,
    }
}
