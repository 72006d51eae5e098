//! Files and folders that only we may read, and folders that go away with their content.

use std::{
    fs::{self, DirBuilder, File, OpenOptions},
    os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _},
    path::{Path, PathBuf},
    time::Duration,
};

use anyhow::{Context as _, Result};
use passerelle_kernel::Chance;

const PREFIX: &str = ".passerelle-work-";
/// What a program that was killed left behind is older than this.
const ABANDONED: Duration = Duration::from_secs(24 * 60 * 60);

/// Creates a file that did not exist and that only we may read.
pub(crate) fn create_private(path: &Path) -> Result<File> {
    let created = OpenOptions::new().read(true).write(true).create_new(true).mode(0o600).open(path);
    created.with_context(|| format!("cannot create {}", path.display()))
}

/// A folder for what is only needed meanwhile; removed with its content when dropped.
pub(crate) struct WorkFolder(PathBuf);

impl WorkFolder {
    /// Makes one in `parent`, and removes those that a killed program left there a day ago or before.
    pub(crate) fn create(parent: &Path) -> Result<Self> {
        remove_abandoned(parent);
        let path = parent.join(format!("{PREFIX}{}", Chance::System.secret().reveal()));
        DirBuilder::new().mode(0o700).create(&path).with_context(|| format!("cannot write in {}", parent.display()))?;
        Ok(Self(path))
    }

    /// A file in it.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for WorkFolder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn remove_abandoned(parent: &Path) {
    for entry in fs::read_dir(parent).into_iter().flatten().flatten() {
        let is_ours = entry.file_name().to_string_lossy().starts_with(PREFIX);
        let age = entry.metadata().and_then(|facts| facts.modified()).ok().and_then(|at| at.elapsed().ok());
        if is_ours && age.is_some_and(|age| age > ABANDONED) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

/// The folder a file is in.
pub(crate) fn parent_of(file: &Path) -> &Path {
    file.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Moves a finished file to its place, on the disk before anybody is told.
pub(crate) fn put(from: &Path, to: &Path) -> Result<()> {
    fs::rename(from, to).with_context(|| format!("cannot write {}", to.display()))?;
    File::open(parent_of(to)).and_then(|folder| folder.sync_all()).context("the folder cannot be written to the disk")
}
