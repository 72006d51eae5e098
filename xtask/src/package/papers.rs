//! The papers that go with the program: which parts it is made of, and under which licences others let us use them.

use super::{VERSION, empty, tool};
use crate::{command, progress, tools, workspace};
use anyhow::{Context, Result, ensure};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Where the papers lie.
pub struct Papers(PathBuf);

impl Papers {
    /// Makes them in this folder.
    ///
    /// # Errors
    /// When a tool cannot be had, a licence is not allowed, or the bill is not valid.
    pub fn make(folder: &Path) -> Result<Self> {
        empty(folder)?;
        let papers = Self(folder.to_path_buf());
        let drafts = papers.0.join("drafts");
        empty(&drafts)?;
        progress::step("licences of others", || licences(&drafts))?;
        progress::step("bill of materials", || {
            crates(&drafts.join("cargo.json"))?;
            packages(&drafts.join("npm.json"))?;
            let script = workspace::root().join("packaging/papers.py");
            let mut join = Command::new(tools::python()?);
            join.arg(script).arg(workspace::root()).arg(&drafts).arg(papers.bill()).arg(papers.licences());
            command::run(&mut join)
        })?;
        fs::remove_dir_all(drafts)?;
        Ok(papers)
    }

    /// All of them.
    pub fn files(&self) -> [PathBuf; 2] {
        [self.bill(), self.licences()]
    }

    /// The bill of materials, as CycloneDX.
    fn bill(&self) -> PathBuf {
        self.0.join("passerelle.cdx.json")
    }

    fn licences(&self) -> PathBuf {
        self.0.join("licences-of-others.txt")
    }
}

/// The licences of the crates that end in the program, with their texts: only those that `deny.toml` allows.
fn licences(drafts: &Path) -> Result<()> {
    let about = tools::cargo_tool("cargo-about", "0.9.3", &["cli"])?;
    let root = workspace::root();
    let settings = drafts.join("about.toml");
    fs::write(&settings, accepted(&fs::read_to_string(root.join("deny.toml"))?)?)?;
    let mut about = tool(&about, "about")?;
    about.arg("generate").arg("--fail").arg("--locked").arg("--config").arg(&settings);
    about.arg("--manifest-path").arg(root.join("server/Cargo.toml"));
    about.arg("--output-file").arg(drafts.join("cargo.txt")).arg(root.join("packaging/licences.hbs"));
    command::run(&mut about)
}

/// The settings of `cargo about`: the licences and the systems of `deny.toml`.
fn accepted(deny: &str) -> Result<String> {
    let list = |key: &str| -> Result<String> {
        let (_, after) = deny.split_once(&format!("\n{key} = [")).with_context(|| format!("deny.toml has no {key}"))?;
        Ok(after.split_once(']').context("a list ends")?.0.to_owned())
    };
    let (accepted, targets) = (list("allow")?, list("targets")?);
    Ok(format!(
        "accepted = [{accepted}]\ntargets = [{targets}]\nignore-dev-dependencies = true\nignore-build-dependencies = \
         true\nprivate = {{ ignore = true }}\n"
    ))
}

/// The crates that the program is built from. The tool writes beside each manifest; nothing of that stays.
fn crates(bill: &Path) -> Result<()> {
    let cyclonedx = tools::cargo_tool("cargo-cyclonedx", "0.5.9", &[])?;
    let name = format!("passerelle-{VERSION}-draft");
    let mut cyclonedx = tool(&cyclonedx, "cyclonedx")?;
    cyclonedx.args(["--manifest-path", "server/Cargo.toml", "--format", "json", "--spec-version", "1.5"]);
    cyclonedx.args(["--override-filename", &name, "--quiet"]);
    let done = command::run(&mut cyclonedx);
    let written = drafts_beside_manifests(&format!("{name}.json"))?;
    let own = written.iter().find(|file| file.parent().is_some_and(|folder| folder.ends_with("server")));
    if let Some(own) = own {
        fs::copy(own, bill)?;
    }
    let found = own.is_some();
    for file in written {
        fs::remove_file(file)?;
    }
    done?;
    ensure!(found, "cargo-cyclonedx has written nothing for the server");
    Ok(())
}

fn drafts_beside_manifests(name: &str) -> Result<Vec<PathBuf>> {
    let root = workspace::root();
    let mut folders = vec![root.clone()];
    for folder in ["", "platform", "capabilities"] {
        for entry in fs::read_dir(root.join(folder))? {
            folders.push(entry?.path());
        }
    }
    Ok(folders.into_iter().map(|folder| folder.join(name)).filter(|file| file.is_file()).collect())
}

/// The npm packages of which something ends in our pages and documents: those that are no tools of development.
fn packages(bill: &Path) -> Result<()> {
    let mut npm = Command::new("npm");
    npm.current_dir(workspace::root()).args(["sbom", "--sbom-format", "cyclonedx", "--omit", "dev"]);
    let output = npm.arg("--package-lock-only").output().context("cannot start npm")?;
    ensure!(output.status.success(), "npm: {}", String::from_utf8_lossy(&output.stderr));
    Ok(fs::write(bill, output.stdout)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_published_is_said_in_one_place() {
        let deny = "[graph]\ntargets = [\"x86_64\"]\n\n[licenses]\nallow = [\n  \"MIT\",\n  \"ISC\",\n]\n";
        let settings = accepted(deny).unwrap();
        assert!(
            settings.starts_with("accepted = [\n  \"MIT\",\n  \"ISC\",\n]\ntargets = [\"x86_64\"]\n"),
            "{settings}"
        );
        assert!(accepted("[licenses]\n").is_err());
    }
}
