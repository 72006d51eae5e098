//! `cargo xtask package`: what we publish, in a folder outside the checkout: a Debian package, an archive for other
//! systems, a bill of materials, the licences of others, and the sums of all of them.
//!
//! Everything is made from one build and from the two lock files. The bill is judged by the library of its standard's
//! makers. Times inside are those of the last commit, so that the same commit makes the same archive again.

mod papers;

use crate::{assets, command, progress, tools, workspace};
use anyhow::{Context, Result, ensure};
use papers::Papers;
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What is made, and from what.
#[derive(clap::Args)]
pub struct Package {
    /// Take the program as it was built last
    #[arg(long)]
    no_build: bool,
    /// Who answers for the Debian package: `Name <address>`
    #[arg(long)]
    maintainer: Option<String>,
}

impl Package {
    /// Makes the folder anew and prints what is in it.
    ///
    /// # Errors
    /// When a tool cannot be had, something does not build, or the bill is not valid.
    pub fn run(&self) -> Result<()> {
        assets::build()?;
        let built = workspace::target()?.join("dist");
        if !self.no_build {
            progress::step("application (as published)", || {
                command::run(&mut workspace::published(&["passerelle-server"])?)
            })?;
        }
        let program = built.join("passerelle");
        ensure!(program.is_file(), "{} is not there: start without --no-build", program.display());
        let folder = workspace::target()?.join("packages");
        empty(&folder)?;
        // Where the Debian package looks for what was made and not written.
        let papers = Papers::make(&built.join("papers"))?;
        for paper in papers.files() {
            copy(&paper, &folder)?;
        }
        archive(&folder, &program, &papers)?;
        self.debian(&folder)?;
        sums(&folder)?;
        print(&folder)
    }

    fn debian(&self, folder: &Path) -> Result<()> {
        let deb = tools::cargo_tool("cargo-deb", "3.8.0", &[])?;
        // It reads the libraries that the program needs.
        tools::program("dpkg-shlibdeps", "dpkg-dev")?;
        progress::step("Debian package", || {
            let mut deb = tool(&deb, "deb")?;
            deb.args(["--no-build", "--no-strip", "--profile", "dist", "--package", "passerelle-server"]);
            deb.arg("--output").arg(folder);
            if let Some(maintainer) = &self.maintainer {
                deb.arg("--maintainer").arg(maintainer);
            }
            command::run(&mut deb)
        })
    }
}

/// A tool of cargo as cargo calls it: at the root, with our target folder, at the time of the last commit.
fn tool(program: &Path, name: &str) -> Result<Command> {
    let mut tool = Command::new(program);
    tool.arg(name).current_dir(workspace::root()).env("CARGO_TARGET_DIR", workspace::target()?);
    tool.env("SOURCE_DATE_EPOCH", committed_at());
    Ok(tool)
}

/// When the last commit was made, in seconds; the beginning of time where there is none.
fn committed_at() -> String {
    let root = workspace::root();
    let said = command::answer("git", &["-C", &root.to_string_lossy(), "log", "-1", "--format=%ct"]);
    said.filter(|seconds| !seconds.is_empty()).unwrap_or_else(|| "0".to_owned())
}

/// The program with its units, settings and papers, for systems without Debian packages.
fn archive(folder: &Path, program: &Path, papers: &Papers) -> Result<()> {
    let name = format!("passerelle-{VERSION}-{}-linux", std::env::consts::ARCH);
    let inside = folder.join(&name);
    empty(&inside)?;
    copy(program, &inside)?;
    let written = [
        "packaging/passerelle.service",
        "packaging/passerelle-backup.service",
        "packaging/passerelle-backup.timer",
        "packaging/passerelle.toml",
        "README.md",
        "LICENCE.md",
        "CHANGELOG.md",
        "SECURITY.md",
        "docs/operations.md",
        "docs/privacy.md",
    ];
    for file in written.map(|file| workspace::root().join(file)).into_iter().chain(papers.files()) {
        copy(&file, &inside)?;
    }
    progress::step("archive", || {
        let mut tar = Command::new("tar");
        tar.arg("--create").arg("--gzip").arg("--file").arg(folder.join(format!("{name}.tar.gz")));
        tar.args(["--sort=name", "--owner=0", "--group=0", "--numeric-owner", "--mode=u+rw,go+r,go-w"]);
        tar.arg(format!("--mtime=@{}", committed_at())).env("GZIP", "-n").arg("--directory").arg(folder).arg(&name);
        command::run(&mut tar)
    })?;
    Ok(fs::remove_dir_all(&inside)?)
}

/// The sums of all files, as `sha256sum --check` reads them.
fn sums(folder: &Path) -> Result<()> {
    let names = names(folder)?;
    let output =
        Command::new("sha256sum").current_dir(folder).args(&names).output().context("cannot start sha256sum")?;
    ensure!(output.status.success(), "the sums could not be made");
    fs::write(folder.join("SHA256SUMS"), output.stdout)?;
    Ok(())
}

fn print(folder: &Path) -> Result<()> {
    println!("{}:", folder.display());
    for name in names(folder)? {
        println!("{:>11}  {name}", fs::metadata(folder.join(&name))?.len());
    }
    Ok(())
}

fn names(folder: &Path) -> Result<Vec<String>> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
    let mut names =
        entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect::<Result<Vec<_>>>()?;
    names.sort();
    Ok(names)
}

/// An empty folder in this place.
fn empty(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))
}

fn copy(file: &Path, folder: &Path) -> Result<PathBuf> {
    let place = folder.join(file.file_name().context("a file has a name")?);
    fs::copy(file, &place).with_context(|| format!("cannot copy {}", file.display()))?;
    Ok(place)
}
