//! The machine: room on the disks that the program writes to.

use std::path::{Path, PathBuf};

use super::Finding;
use crate::config::Config;

/// A tenth of a disk, or this much: a backup needs room for a copy.
const LOW: u64 = 2 << 30;

pub(super) fn disks(config: &Config) -> Vec<Finding> {
    let database = config.database_url.strip_prefix("sqlite:").map(PathBuf::from);
    let mut folders: Vec<(&'static str, PathBuf)> = Vec::new();
    if let Some(file) = database {
        let copy = std::fs::metadata(&file).map_or(0, |facts| facts.len());
        let folder = file.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new(".")).to_owned();
        return std::iter::once(disk("disk", &folder, copy))
            .chain((!is_bucket(config)).then(|| disk("backup disk", Path::new(&config.backup_place), copy)))
            .collect();
    }
    if !is_bucket(config) {
        folders.push(("backup disk", config.backup_place.clone().into()));
    }
    folders.into_iter().map(|(about, folder)| disk(about, &folder, 0)).collect()
}

fn is_bucket(config: &Config) -> bool {
    config.backup_place.is_empty() || config.backup_place.starts_with("s3://")
}

/// Room for `copy` bytes, and some more.
fn disk(about: &'static str, folder: &Path, copy: u64) -> Finding {
    let facts = match rustix::fs::statvfs(folder) {
        Ok(facts) => facts,
        Err(error) => return Finding::wrong(about, format!("{}: {error}", folder.display()), "does the folder exist?"),
    };
    let (free, all) = (facts.f_bavail * facts.f_frsize, facts.f_blocks * facts.f_frsize);
    let found = format!("{} MB of {} MB are free", free / 1_000_000, all / 1_000_000);
    match free {
        free if free < copy.saturating_add(50 << 20) => {
            Finding::wrong(about, found, "make room now: a full disk stops everything, and a backup needs a copy")
        }
        free if free < LOW.min(all / 10).max(copy.saturating_mul(3)) => Finding::look(about, found, "make room soon"),
        _ => Finding::fine(about, found),
    }
}

#[cfg(test)]
mod tests {
    use super::{super::State, *};

    #[test]
    fn a_disk_without_room_for_a_copy_is_wrong() {
        let here = Path::new(".");
        assert_eq!(disk("disk", here, 0).about, "disk");
        assert_eq!(disk("disk", here, u64::MAX).state, State::Wrong);
        assert_eq!(disk("disk", Path::new("/nowhere/at/all"), 0).state, State::Wrong);
    }
}
