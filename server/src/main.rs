//! The command `passerelle`.

use std::process::ExitCode;

use clap::Parser as _;
use passerelle::cli::Cli;

/// A page makes many small allocations; the system's allocator took a fifth of its time (docs/performance.md).
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    match Cli::parse().run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("passerelle: {error:#}");
            ExitCode::FAILURE
        }
    }
}
