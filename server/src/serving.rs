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

use crate::{
    capabilities,
    config::Config,
    door::{self, Bounds},
    keys,
};

/// After how long PostgreSQL ends a statement, or a transaction in which nothing happens: no answer takes longer.
const LONGEST_STATEMENT: Duration = Duration::from_secs(60);

/// Opens the database, brings its tables up to date, and seals what an earlier version has left in clear.
///
/// # Errors
/// When the database cannot be opened or was written by a newer program, or when its master key is not there.
pub async fn open(config: &Config, clock: Clock, chance: Chance) -> Result<Db> {
    let master = keys::find(config)?;
    let options = Options {
        connections: config.database_connections,
        longest: Some(LONGEST_STATEMENT),
        replica: config.replica()?,
    };
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
pub async fn serve(db: Db, settings: Settings, listen: SocketAddr, bounds: Bounds, leave: Duration) -> Result<()> {
    let capabilities = capabilities::all();
    settings.check_schedules(&capabilities).map_err(anyhow::Error::msg)?;
    let app = App::new(db, settings, &capabilities);
    passerelle_web::search::index_if_empty(&app).await.context("the index of words cannot be looked at")?;
    let routes = capabilities.into_iter().fold(Routes::default(), |all, capability| all.and(capability.routes));
    let listener = TcpListener::bind(listen).await.with_context(|| format!("{listen} cannot be listened on"))?;
    tracing::info!(address = %listener.local_addr()?, base_url = app.settings().base_url, "serving");
    let jobs = tokio::spawn(run_jobs(app.clone()));
    let linker = tokio::spawn(run_linker(app.clone()));
    let db = app.db().clone();
    let between_nodes = tokio::spawn(async move { tokio::join!(db.run_listener(), db.run_follower()) });
    let going = app.clone();
    let stop = async move { shut(&going, leave).await };
    tokio::select! {
        () = door::answer(listener, router(&app, routes), bounds, stop) => {}
        () = patience(&app, leave) => {}
    }
    app.leave();
    if tokio::time::timeout(LAST_JOB, jobs).await.is_err() {
        tracing::warn!("a job was left under way");
    }
    linker.abort();
    between_nodes.abort();
    Ok(())
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
