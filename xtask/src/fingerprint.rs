//! One number for the content of files, to know whether something built from them is stale.
//!
//! Content and not time stamps: a fresh clone and a change of branch touch every time stamp.

use anyhow::{Context, Result};
use std::{
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    path::{Path, PathBuf},
};

/// The fingerprint of these files and folders, names included, in hexadecimal; what does not exist counts as absent.
pub fn of(paths: &[PathBuf]) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    for path in paths {
        add(path, &mut hasher)?;
    }
    Ok(format!("{:016x}", hasher.finish()))
}

fn add(path: &Path, hasher: &mut DefaultHasher) -> Result<()> {
    path.file_name().hash(hasher);
    if path.is_dir() {
        let entries = fs::read_dir(path).with_context(|| format!("cannot list {}", path.display()))?;
        let mut inside = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
        inside.sort();
        inside.len().hash(hasher);
        inside.iter().try_for_each(|path| add(path, hasher))
    } else if path.is_file() {
        fs::read(path).with_context(|| format!("cannot read {}", path.display()))?.hash(hasher);
        Ok(())
    } else {
        Ok(())
    }
}

/// Whether the stamp holds this fingerprint.
pub fn is_fresh(stamp: &Path, fingerprint: &str) -> bool {
    fs::read_to_string(stamp).is_ok_and(|kept| kept == fingerprint)
}

/// Keeps the fingerprint in the stamp, making its folder if need be.
pub fn keep(stamp: &Path, fingerprint: &str) -> Result<()> {
    if let Some(folder) = stamp.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(stamp, fingerprint).with_context(|| format!("cannot write {}", stamp.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_word_or_a_new_file_changes_the_fingerprint() {
        let folder = std::env::temp_dir().join(format!("passerelle-fingerprint-{}", std::process::id()));
        fs::create_dir_all(folder.join("inner")).unwrap();
        let look = || of(std::slice::from_ref(&folder)).unwrap();
        fs::write(folder.join("inner/a"), "one").unwrap();
        let first = look();
        assert_eq!(first, look());
        fs::write(folder.join("inner/a"), "two").unwrap();
        let second = look();
        fs::write(folder.join("b"), "").unwrap();
        let third = look();
        fs::remove_dir_all(&folder).unwrap();
        assert!(first != second && second != third);
    }

    #[test]
    fn a_stamp_is_fresh_only_for_its_own_fingerprint() {
        let stamp = std::env::temp_dir().join(format!("passerelle-stamp-{}", std::process::id()));
        keep(&stamp, "abc").unwrap();
        let answers = (is_fresh(&stamp, "abc"), is_fresh(&stamp, "abd"));
        fs::remove_file(&stamp).unwrap();
        assert_eq!((answers, is_fresh(&stamp, "abc")), ((true, false), false));
    }
}
