//! Programs that tests need and a fresh machine lacks: installed when we may, named when we may not.
//!
//! Debian packages are installed by root only; Python packages go into an environment of our own in the cache.

use crate::{command, fingerprint, progress, workspace};
use anyhow::{Context, Result, bail};
use std::{
    path::{Path, PathBuf},
    process::Command,
};

/// Whether this process is root.
pub fn is_root() -> bool {
    command::answer("id", &["-u"]).as_deref() == Some("0")
}

/// Installs a Debian package.
///
/// # Errors
/// When we are not root or this is no Debian: the message says what to install.
pub fn install(package: &str) -> Result<()> {
    if !is_root() || command::on_path("apt-get").is_none() {
        bail!("{package} is missing: install it (Debian: `sudo apt-get install {package}`)");
    }
    let apt = |arguments: &[&str]| {
        let mut apt = Command::new("apt-get");
        command::run(
            apt.env("DEBIAN_FRONTEND", "noninteractive").args(["-qq", "-o", "Dpkg::Use-Pty=0"]).args(arguments),
        )
    };
    apt(&["update"])?;
    apt(&["install", "-y", "--no-install-recommends", package])
}

/// A program, by the Debian package that has it: installed if need be.
///
/// # Errors
/// When there is none and we may not install it.
pub fn program(name: &str, package: &str) -> Result<PathBuf> {
    if let Some(found) = command::on_path(name) {
        return Ok(found);
    }
    install(package)?;
    command::on_path(name).with_context(|| format!("{package} was installed but {name} is not on PATH"))
}

/// A tool of cargo in exactly this version, in the cache: compiled if need be.
///
/// # Errors
/// When it cannot be had.
pub fn cargo_tool(name: &str, version: &str, features: &[&str]) -> Result<PathBuf> {
    let folder = workspace::cache()?.join("tools");
    let home = folder.join(format!("{name}-{version}"));
    let program = home.join("bin").join(name);
    if program.is_file() {
        return Ok(program);
    }
    let mut cargo = workspace::cargo(&["install", "--locked", "--quiet", name, "--version", version])?;
    cargo.arg("--features").arg(features.join(",")).arg("--root").arg(&home);
    // Not where our own crates are: their features are others.
    cargo.env("CARGO_TARGET_DIR", folder.join("build"));
    progress::step(&format!("{name} {version}"), || command::run(&mut cargo))?;
    Ok(program)
}

/// The Python of an environment in the cache, which holds what stories, judges and packages require.
///
/// # Errors
/// When Python is missing or a package cannot be had.
pub fn python() -> Result<PathBuf> {
    environment("python", &["e2e", "e2e/judges", "packaging"])
}

/// The Python that holds the judge of the API, which does not agree with the others about what both stand on.
///
/// # Errors
/// When Python is missing or a package cannot be had.
pub fn python_of_api() -> Result<PathBuf> {
    environment("python-api", &["e2e/judges/api"])
}

/// The Python of the environment of this name, with what these folders require.
fn environment(name: &str, folders: &[&str]) -> Result<PathBuf> {
    let requirements: Vec<PathBuf> =
        folders.iter().map(|folder| workspace::root().join(folder).join("requirements.txt")).collect();
    let folder = workspace::cache()?.join(name);
    let python = folder.join("bin/python");
    let stamp = folder.join("passerelle-requirements");
    let wanted = fingerprint::of(&requirements)?;
    if python.is_file() && fingerprint::is_fresh(&stamp, &wanted) {
        return Ok(python);
    }
    create_environment(&folder)?;
    let mut pip = Command::new(&python);
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]);
    for file in &requirements {
        pip.arg("--requirement").arg(file);
    }
    command::run(&mut pip)?;
    fingerprint::keep(&stamp, &wanted)?;
    Ok(python)
}

fn create_environment(folder: &Path) -> Result<()> {
    program("python3", "python3")?;
    let create = || command::run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(folder));
    // Debian keeps the module that fills an environment in a package of its own.
    create().or_else(|_| install("python3-venv").and_then(|()| create()))
}
