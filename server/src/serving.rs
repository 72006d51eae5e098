//! Opens the database, brings it up to date, and serves until told to stop.

use std::net::SocketAddr;

use anyhow::{Context as _, Result};
use passerelle_kernel::{Chance, Clock};
use passerelle_store::{
    Db,
    seal::{Sealed, seal_backlog},
};
use passerelle_web::{App, Capability, Routes, Settings, router, run_jobs};
use tokio::net::TcpListener;

use crate::{capabilities, config::Config, keys};

/// Opens the database, brings its tables up to date, and seals what an earlier version has left in clear.
///
/// # Errors
/// When the database cannot be opened or was written by a newer program, or when its master key is not there.
pub async fn open(config: &Config, clock: Clock, chance: Chance) -> Result<Db> {
    let master = keys::find(config)?;
    let db =
        Db::open(&config.database_url, clock, chance).context("the database cannot be opened")?.with_master(master);
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

/// Serves until Ctrl-C or SIGTERM; answers that have begun are finished.
///
/// # Errors
/// When the port is taken.
pub async fn serve(db: Db, settings: Settings, listen: SocketAddr) -> Result<()> {
    let capabilities = capabilities::all();
    settings.check_schedules(&capabilities).map_err(anyhow::Error::msg)?;
    let app = App::new(db, settings, &capabilities);
    let routes = capabilities.into_iter().fold(Routes::default(), |all, capability| all.and(capability.routes));
    let service = router(&app, routes);
    let listener = TcpListener::bind(listen).await.with_context(|| format!("{listen} cannot be listened on"))?;
    tracing::info!(address = %listener.local_addr()?, base_url = app.settings().base_url, "serving");
    let jobs = tokio::spawn(run_jobs(app));
    let served = tokio::select! {
        served = axum::serve(listener, service.into_make_service_with_connect_info::<SocketAddr>()) => served,
        // Live pages never end by themselves: what is under way gets a moment, then the program ends.
        () = stopped() => {
            tokio::time::sleep(std::time::Duration::from_millis(300)).await;
            Ok(())
        }
    };
    jobs.abort();
    served.context("serving ended")
}

async fn stopped() {
    let mut terminated = match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(signal) => signal,
        Err(_) => return std::future::pending().await,
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminated.recv() => {}
    }
}
