//! `cargo xtask`: everything that is done to the code and not by it.
//!
//! It is compiled before anything else on a bare clone, so it depends on two small crates only. Its inner cargo
//! compiles into a folder outside the checkout (see `workspace`), so that dependencies survive a fresh clone.

mod assets;
mod bench;
mod command;
mod demo;
mod fingerprint;
mod fuzz;
mod package;
mod postgres;
mod progress;
mod test;
mod tools;
mod workspace;

use anyhow::Result;
use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Build, show, test and measure Passerelle.
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Build the application and serve a demonstration network
    Demo(demo::Demo),
    /// Check and test everything, or only the stages named
    Test {
        #[arg(value_enum)]
        stages: Vec<test::Name>,
    },
    /// Check the form of the code: rustfmt and clippy
    Lint,
    /// Install the npm packages and build styles, scripts and fonts when their sources changed
    Assets,
    /// Start a throw-away PostgreSQL and print its address, until Ctrl-C
    Postgres,
    /// Give the readers of foreign bytes what nobody expects, for a minute each
    Fuzz(fuzz::Fuzz),
    /// Build as published and make what we publish: Debian package, archive, bill of materials, licences, sums
    Package(package::Package),
    /// Build as published and run the programs that measure
    Bench {
        /// What the measuring program is given
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
}

fn main() -> Result<ExitCode> {
    match Arguments::parse().task {
        Task::Demo(demo) => demo.run().map(|never| match never {}),
        Task::Test { stages } => test::run(&stages),
        Task::Lint => test::run(&[test::Name::Format, test::Name::Clippy]),
        Task::Assets => assets::build().map(|()| ExitCode::SUCCESS),
        Task::Postgres => postgres::until_interrupted().map(|()| ExitCode::SUCCESS),
        Task::Fuzz(fuzz) => {
            fuzz.run().map(|(_, broken)| if broken == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
        }
        Task::Package(package) => package.run().map(|()| ExitCode::SUCCESS),
        Task::Bench { arguments } => bench::run(&arguments).map(|never| match never {}),
    }
}
