//! Styles, scripts, fonts and data that are built from npm packages.
//!
//! Every crate that needs such a thing has a `build*.mjs` which writes into an ignored folder of that crate. It runs
//! again when a file of the crate, a package or a result is no longer what it was.

use crate::{command, fingerprint, progress, workspace::root};
use anyhow::{Context, Result, bail};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Brings `node_modules` and `assets` up to date; does nothing when they are.
///
/// # Errors
/// When Node is missing or a script fails.
pub fn build() -> Result<()> {
    if command::on_path("node").is_none() || command::on_path("npm").is_none() {
        bail!("Node.js with npm is needed to build styles and fonts: install it and start again");
    }
    install_packages()?;
    scripts(&root())?.iter().try_for_each(|script| run_if_stale(script))
}

fn install_packages() -> Result<()> {
    let files = [root().join("package.json"), root().join("package-lock.json")];
    let stamp = root().join("node_modules/.passerelle-packages");
    let wanted = fingerprint::of(&files)?;
    if fingerprint::is_fresh(&stamp, &wanted) {
        return Ok(());
    }
    progress::step("npm packages", || {
        let mut npm = Command::new("npm");
        command::run(npm.current_dir(root()).args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]))
    })?;
    fingerprint::keep(&stamp, &wanted)
}

/// The stamp covers the results too: one that is deleted or edited is built again.
fn run_if_stale(script: &Path) -> Result<()> {
    let root = root();
    let crate_folder = script.parent().context("a script lies in a folder")?;
    let state = || fingerprint::of(&[crate_folder.to_path_buf(), root.join("package-lock.json")]);
    let name = script.strip_prefix(&root)?.to_string_lossy().replace('/', "-");
    let stamp = root.join("node_modules").join(format!(".passerelle-{name}"));
    if fingerprint::is_fresh(&stamp, &state()?) {
        return Ok(());
    }
    let shown = script.strip_prefix(&root)?.display().to_string();
    progress::step(&shown, || command::run(Command::new("node").current_dir(&root).arg(script)))?;
    fingerprint::keep(&stamp, &state()?)
}

/// `platform/*/build*.mjs`, then `capabilities/*/build*.mjs`, each in the order of its name.
fn scripts(root: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for group in ["platform", "capabilities"] {
        for member in sorted(&root.join(group))? {
            found.extend(sorted(&member)?.into_iter().filter(|path| is_script(path)));
        }
    }
    Ok(found)
}

fn is_script(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    name.starts_with("build") && name.ends_with(".mjs")
}

fn sorted(folder: &Path) -> Result<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let entries = fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
    let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn build_scripts_of_every_crate_are_found_in_order() {
        let root = std::env::temp_dir().join(format!("passerelle-scripts-{}", std::process::id()));
        for file in ["platform/ui/build.mjs", "platform/ui/other.mjs", "platform/documents/build-fonts.mjs"] {
            let path = root.join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "").unwrap();
        }
        let found = scripts(&root).unwrap();
        fs::remove_dir_all(&root).unwrap();
        assert_eq!(found, [root.join("platform/documents/build-fonts.mjs"), root.join("platform/ui/build.mjs")]);
    }
}
