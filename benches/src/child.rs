//! A server in a process of its own: started, looked at from outside (processor time, memory), ended.

use std::{
    net::{Ipv4Addr, SocketAddr, TcpListener},
    path::PathBuf,
    process::Stdio,
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result, bail};
use tokio::process::{Child as Process, Command};

use crate::{http, world, world::World};

pub(crate) struct Child {
    process: Process,
    pub(crate) address: SocketAddr,
    /// From the start of the process to its first answer.
    pub(crate) started_in: Duration,
}

/// The server as it is published; `cargo xtask bench` says where it is.
pub(crate) fn server() -> Result<PathBuf> {
    match std::env::var_os("PASSERELLE_BIN") {
        Some(path) => Ok(path.into()),
        None => Ok(std::env::current_exe()?.with_file_name("passerelle")),
    }
}

impl Child {
    /// Our server on this world.
    pub(crate) async fn ours(world: &World) -> Result<Self> {
        let address = free_address()?;
        let mut command = Command::new(server()?);
        command
            .arg("serve")
            .env("PASSERELLE_DATABASE_URL", world.url())
            .env("PASSERELLE_SIGN_IN__SECOND_FACTOR", "offered")
            .env("PASSERELLE_LISTEN", address.to_string())
            .env("PASSERELLE_LOG", "error");
        Self::start(command, address).await
    }

    /// The bare handler on this world, with as many bytes a page.
    pub(crate) async fn bare(world: &World, bytes: usize) -> Result<Self> {
        let address = free_address()?;
        let mut command = Command::new(std::env::current_exe()?);
        command.arg("bare").arg(address.to_string()).arg(&world.database);
        command.arg(world::association()?.to_string()).arg(bytes.to_string());
        Self::start(command, address).await
    }

    async fn start(mut command: Command, address: SocketAddr) -> Result<Self> {
        let begun = Instant::now();
        let process = command.stdin(Stdio::null()).stdout(Stdio::null()).kill_on_drop(true).spawn();
        let mut process = process.context("cannot start the server")?;
        let healthz = http::get("/healthz", "");
        while begun.elapsed() < Duration::from_secs(20) {
            if http::ask(address, &healthz).await.is_ok_and(|answer| answer.status == 200) {
                return Ok(Self { process, address, started_in: begun.elapsed() });
            }
            if let Some(status) = process.try_wait()? {
                bail!("the server ended: {status}");
            }
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        bail!("the server did not answer")
    }

    /// Processor time used so far, all threads (the kernel counts in hundredths of a second).
    pub(crate) fn cpu(&self) -> Result<Duration> {
        let text = std::fs::read_to_string(self.proc("stat")?)?;
        let after_name = text.rsplit_once(')').context("/proc/…/stat")?.1;
        let ticks = after_name.split_whitespace().skip(11).take(2).map(str::parse::<u64>);
        Ok(Duration::from_millis(10 * ticks.sum::<Result<u64, _>>()?))
    }

    /// Memory in use now, in bytes.
    pub(crate) fn memory(&self) -> Result<u64> {
        let text = std::fs::read_to_string(self.proc("status")?)?;
        let line = text.lines().find_map(|line| line.strip_prefix("VmRSS:")).context("VmRSS")?;
        let kibibytes: u64 = line.trim_end_matches("kB").trim().parse()?;
        Ok(kibibytes * 1024)
    }

    fn proc(&self, file: &str) -> Result<String> {
        Ok(format!("/proc/{}/{file}", self.process.id().context("the server has ended")?))
    }
}

fn free_address() -> Result<SocketAddr> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?)
}
