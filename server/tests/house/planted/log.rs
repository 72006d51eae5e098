//! The log, heard.

use std::{
    io,
    sync::{Arc, Mutex, OnceLock},
};

/// The log at its most talkative, kept in memory.
#[derive(Clone, Default)]
pub(super) struct Log(pub(super) Arc<Mutex<Vec<u8>>>);

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Log {
    /// From now on, everything that is logged from `debug` on is heard; one log for the whole process.
    pub(super) fn listen() -> Self {
        static LOG: OnceLock<Log> = OnceLock::new();
        LOG.get_or_init(|| {
            let log = Self::default();
            let heard = log.clone();
            let filter = tracing_subscriber::EnvFilter::new("debug");
            let make = move || heard.clone();
            tracing_subscriber::fmt().with_env_filter(filter).with_ansi(false).with_writer(make).init();
            log
        })
        .clone()
    }
}
