//! The log: to standard error, without personal text. `PASSERELLE_LOG` chooses what is told (default `info`).

use tracing_subscriber::EnvFilter;

/// Starts the log.
pub(super) fn start(json: bool) {
    let filter =
        EnvFilter::try_from_env("PASSERELLE_LOG").unwrap_or_else(|_| EnvFilter::new("info,refinery_core=warn"));
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_target(false);
    if json { log.json().init() } else { log.init() }
}
