//! The command `passerelle`.

use clap::Parser as _;
use passerelle::cli::Cli;

fn main() -> anyhow::Result<()> {
    Cli::parse().run()
}
