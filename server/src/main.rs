//! The command `passerelle`.

use std::{io::Write as _, process::ExitCode};

use clap::Parser as _;
use passerelle::cli::Cli;

/// A page makes many small allocations; the system's allocator took a fifth of its time (docs/performance.md).
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    match Cli::parse().run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Nobody may be reading any more: that is no reason to panic.
            let _ = writeln!(std::io::stderr(), "passerelle: {error:#}");
            ExitCode::FAILURE
        }
    }
}
