//! The log: to standard error, without personal text. `PASSERELLE_LOG` chooses what is told (default `info`).

use std::io::IsTerminal as _;

use tracing_subscriber::EnvFilter;

/// Starts the log.
pub(super) fn start(json: bool) {
    let filter =
        EnvFilter::try_from_env("PASSERELLE_LOG").unwrap_or_else(|_| EnvFilter::new("info,refinery_core=warn"));
    let is_terminal = std::io::stderr().is_terminal();
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_target(false);
    let log = log.with_ansi(is_terminal);
    if json { log.json().init() } else { log.init() }
}
