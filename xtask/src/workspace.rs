//! Where things are: the checkout, what is kept between checkouts, and how cargo is called.
//!
//! Compiled dependencies and the Python environment live outside the checkout, so that a fresh clone finds them.

use anyhow::{Context, Result};
use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

/// The root of the checkout.
pub fn root() -> PathBuf {
    let manifest = env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    manifest.parent().map_or(manifest.clone(), Path::to_path_buf)
}

/// The folder kept between checkouts: `$XDG_CACHE_HOME/passerelle`.
pub fn cache() -> Result<PathBuf> {
    let base = match env::var_os("XDG_CACHE_HOME").filter(|path| !path.is_empty()) {
        Some(path) => PathBuf::from(path),
        None => PathBuf::from(env::var_os("HOME").context("neither XDG_CACHE_HOME nor HOME is set")?).join(".cache"),
    };
    Ok(base.join("passerelle"))
}

/// The least room in memory that is worth using.
const ROOM: u64 = 2 << 30;

/// Where files come and go by the thousand: in memory, where the machine has room there, else in the usual folder for
/// what is temporary.
pub fn scratch() -> PathBuf {
    let memory = Path::new("/dev/shm");
    let has_room = rustix::fs::statvfs(memory).is_ok_and(|disk| disk.f_bavail.saturating_mul(disk.f_frsize) >= ROOM);
    if has_room { memory.to_path_buf() } else { env::temp_dir() }
}

/// Where the inner cargo compiles to: `CARGO_TARGET_DIR`, else a folder in the cache.
pub fn target() -> Result<PathBuf> {
    match env::var_os("CARGO_TARGET_DIR").filter(|path| !path.is_empty()) {
        Some(path) => Ok(root().join(path)),
        None => Ok(cache()?.join("target")),
    }
}

/// Equal functions become one, and the addresses that are put right at the start are written shorter. The
/// program then wants glibc 2.36 or newer, as the Debian that we build on has.
const FOLDED: &str = r#"target.'cfg(all(target_arch = "x86_64", target_os = "linux", target_env = "gnu"))'.rustflags = ["-Clink-arg=-Wl,--icf=all,-z,pack-relative-relocs"]"#;

/// The cargo command that builds as we publish (docs/decisions/0010).
pub fn published(packages: &[&str]) -> Result<Command> {
    let mut command = cargo(&["build", "--profile", "dist", "--config", FOLDED])?;
    command.args(packages.iter().flat_map(|package| ["--package", package]));
    Ok(command)
}

/// A cargo command that starts at the root and compiles into `target()`.
///
/// What cargo said to `xtask` about `xtask` is withheld: build scripts would take the difference for a change.
pub fn cargo(arguments: &[&str]) -> Result<Command> {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    let own = ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_CRATE_", "CARGO_PRIMARY_"];
    for (name, _) in env::vars_os() {
        if name.to_str().is_some_and(|name| own.iter().any(|prefix| name.starts_with(prefix))) {
            command.env_remove(&name);
        }
    }
    if in_ci() {
        // Artefacts for recompiling after small edits: a machine that starts from a clone never uses them.
        command.env("CARGO_INCREMENTAL", "0");
    }
    command.current_dir(root()).env("CARGO_TARGET_DIR", target()?).args(arguments);
    Ok(command)
}

/// Whether this run decides what lands: then nothing may be left out.
pub fn in_ci() -> bool {
    env::var("CI").is_ok_and(|value| value == "true")
}
