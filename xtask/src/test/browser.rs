//! The stage of browser stories: Chromium, the built program, Python for the mail server, and strangers' judges, which
//! look at the invoice and the calendar of a story.

use super::{Outcome, judges, rust};
use crate::{tools, workspace};
use anyhow::Result;
use std::process::Command;

/// Runs `e2e/run.mjs`.
pub fn stories() -> Result<Outcome> {
    // Chromium without windows does the same with a fifth less work; a whole one serves as well.
    let shell = || tools::program("chromium-headless-shell", "chromium-headless-shell");
    let chromium = shell().or_else(|_| tools::program("chromium", "chromium"));
    let tools = chromium.and_then(|chromium| Ok((chromium, judges::tools()?)));
    let (chromium, python) = match tools {
        Ok(tools) => tools,
        Err(why) => return Ok(Outcome::CouldNotRun(format!("{why:#}"))),
    };
    let built = workspace::target()?.join("debug");
    let mut runner = Command::new("node");
    runner.arg("e2e/run.mjs").current_dir(workspace::root());
    runner.env("PASSERELLE_BIN", built.join("passerelle")).env("PASSERELLE_EXAMPLES", built.join("examples"));
    runner.env("PASSERELLE_CHROMIUM", chromium).env("PASSERELLE_PYTHON", python);
    rust::counted(&mut runner)
}
