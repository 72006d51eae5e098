//! `cargo xtask bench`: the programs that measure, beside the server as it is published.

use crate::{assets, command, progress, workspace};
use anyhow::{Context, Result};
use std::{convert::Infallible, os::unix::process::CommandExt, process::Command};

/// Builds both as they are published, then becomes the measuring program; `PASSERELLE_BIN` tells it where the server is.
pub fn run(arguments: &[String]) -> Result<Infallible> {
    assets::build()?;
    progress::step("application and benches (as published)", || {
        command::run(&mut workspace::published(&["passerelle-server", "passerelle-benches"])?)
    })?;
    let built = workspace::target()?.join("dist");
    let mut benches = Command::new(built.join("passerelle-benches"));
    let failure = benches.args(arguments).env("PASSERELLE_BIN", built.join("passerelle")).exec();
    Err(failure).context("cannot start the benches")
}
