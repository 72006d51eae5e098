//! `cargo xtask demo`: from a clone to a served demonstration network.
//!
//! The binary makes the network when the folder is empty, prints the people and serves; a second run finds
//! everything built and keeps the data. Only Rust and Node are needed.

use crate::{assets, command, progress, workspace};
use anyhow::{Context, Result};
use std::{convert::Infallible, os::unix::process::CommandExt, path::PathBuf, process::Command, time::Instant};

/// How the demonstration is served.
#[derive(clap::Args)]
pub struct Demo {
    /// The folder that keeps the demonstration's data
    #[arg(long, default_value_os_t = workspace::root().join("passerelle-demo"))]
    dir: PathBuf,
    /// The port of http://localhost
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Forget the data and start from a new network
    #[arg(long)]
    fresh: bool,
    /// How many times larger the network is
    #[arg(long)]
    scale: Option<u32>,
}

impl Demo {
    /// Builds, then becomes the server.
    ///
    /// # Errors
    /// When something does not build or the server cannot be started.
    pub fn run(self) -> Result<Infallible> {
        let started = Instant::now();
        assets::build()?;
        progress::step("application (for trying)", || {
            command::run(&mut workspace::cargo(&["build", "--profile", "trial", "--package", "passerelle-server"])?)
        })?;
        eprintln!("  ready to serve after {}", progress::seconds(started.elapsed()));

        let mut server = self.server()?;
        let failure = server.exec();
        Err(failure).with_context(|| format!("cannot start `{}`", command::line(&server)))
    }

    fn server(&self) -> Result<Command> {
        let mut server = Command::new(workspace::target()?.join("trial/passerelle"));
        server.arg("demo").arg("--dir").arg(&self.dir).arg("--port").arg(self.port.to_string());
        if self.fresh {
            server.arg("--fresh");
        }
        if let Some(scale) = self.scale {
            server.arg("--scale").arg(scale.to_string());
        }
        Ok(server)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_server_is_told_what_was_asked() {
        let demo = Demo { dir: "there".into(), port: 8081, fresh: true, scale: Some(3) };
        let line = command::line(&demo.server().unwrap());
        assert!(line.ends_with("passerelle demo --dir there --port 8081 --fresh --scale 3"), "{line}");
    }
}
