//! Where backups lie: a folder, or a bucket of an S3-compatible store (`s3://bucket/folder`).
//!
//! A bucket's address and keys come from the environment as everybody's tools read them: `AWS_ACCESS_KEY_ID`,
//! `AWS_SECRET_ACCESS_KEY`, `AWS_REGION`, `AWS_ENDPOINT_URL` (and `AWS_ALLOW_HTTP=true` for tests without HTTPS).

use std::{
    fs::{self, File},
    io::{Read as _, Write as _},
    path::{Path, PathBuf},
    sync::Arc,
};

use anyhow::{Context as _, Result};
use futures_util::{StreamExt as _, TryStreamExt as _};
use object_store::{ObjectStore, ObjectStoreExt as _, WriteMultipart, aws::AmazonS3Builder, path::Path as Key};
use passerelle_kernel::{TimeZone, Timestamp};

use super::{
    create_private,
    folder::{WorkFolder, put},
};

const PREFIX: &str = "passerelle-";
const MIDDLE: &str = ".tar.gz";
const FORM: &str = "%Y%m%dT%H%M%SZ";
/// The smallest part that every store takes is 5 MiB.
const PART: usize = 8 << 20;

/// A backup that lies somewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its name.
    pub name: String,
    /// The moment that it shows.
    pub made_at: Timestamp,
    /// Its size.
    pub bytes: u64,
}

/// Where backups lie.
#[derive(Clone)]
pub enum Place {
    /// A folder of this machine.
    Folder(PathBuf),
    /// A folder of a bucket.
    Bucket {
        /// The bucket.
        store: Arc<dyn ObjectStore>,
        /// The folder in it.
        folder: Key,
    },
}

impl Place {
    /// The place that an operator wrote: `/a/folder` or `s3://bucket/folder`.
    ///
    /// # Errors
    /// When the address of a bucket cannot be used.
    pub fn find(text: &str) -> Result<Self> {
        let Some(address) = text.strip_prefix("s3://") else { return Ok(Self::Folder(text.into())) };
        let (bucket, folder) = address.split_once('/').unwrap_or((address, ""));
        // One way of encrypting for the whole program; a second call changes nothing.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let store =
            AmazonS3Builder::from_env().with_bucket_name(bucket).build().context("the bucket cannot be used")?;
        Ok(Self::Bucket { store: Arc::new(store), folder: Key::from(folder) })
    }

    /// Every backup there, the newest first.
    ///
    /// # Errors
    /// When the place cannot be read.
    pub async fn list(&self) -> Result<Vec<Kept>> {
        let mut kept: Vec<Kept> = match self {
            Self::Folder(folder) => {
                let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
                let facts = |entry: fs::DirEntry| kept(entry.file_name().to_str()?, entry.metadata().ok()?.len());
                entries.flatten().filter_map(facts).collect()
            }
            Self::Bucket { store, folder } => {
                let found: Vec<_> =
                    store.list(Some(folder)).try_collect().await.context("the bucket cannot be read")?;
                found.iter().filter_map(|object| kept(object.location.filename()?, object.size)).collect()
            }
        };
        kept.sort_by(|a, b| b.made_at.cmp(&a.made_at).then_with(|| a.name.cmp(&b.name)));
        Ok(kept)
    }

    /// Where a file for this place is written before it is complete; nothing where any folder will do.
    pub(super) fn work_parent(&self) -> Option<&Path> {
        match self {
            Self::Folder(folder) => Some(folder),
            Self::Bucket { .. } => None,
        }
    }

    /// Takes a finished file in.
    pub(super) async fn take(&self, file: &Path, name: &str) -> Result<()> {
        let (store, folder) = match self {
            Self::Folder(folder) => return put(file, &folder.join(name)),
            Self::Bucket { store, folder } => (store, folder),
        };
        let upload = store.put_multipart(&folder.clone().join(name)).await.context("the bucket cannot be written")?;
        let mut writer = WriteMultipart::new_with_chunk_size(upload, PART);
        let mut file = File::open(file)?;
        let mut part = vec![0; PART];
        loop {
            let count = file.read(&mut part)?;
            if count == 0 {
                break;
            }
            writer.wait_for_capacity(4).await.context("the bucket cannot be written")?;
            writer.write(part.get(..count).unwrap_or_default());
        }
        writer.finish().await.context("the bucket cannot be written")?;
        Ok(())
    }

    /// Removes a backup.
    pub(super) async fn remove(&self, name: &str) -> Result<()> {
        match self {
            Self::Folder(folder) => fs::remove_file(folder.join(name)).with_context(|| format!("cannot remove {name}")),
            Self::Bucket { store, folder } => {
                store.delete(&folder.clone().join(name)).await.with_context(|| format!("cannot remove {name}"))
            }
        }
    }
}

/// The file of this machine that holds the backup `from`: itself, or what is fetched from its bucket into `work`.
pub(super) async fn fetch(from: &str, work: &WorkFolder) -> Result<PathBuf> {
    let Some((place, name)) = from.strip_prefix("s3://").and_then(|_| from.rsplit_once('/')) else {
        return Ok(from.into());
    };
    let Place::Bucket { store, folder } = Place::find(place)? else { return Ok(from.into()) };
    let path = work.file("fetched");
    let mut file = create_private(&path)?;
    let found = store.get(&folder.join(name)).await.with_context(|| format!("cannot fetch {from}"))?;
    let mut bytes = found.into_stream();
    while let Some(part) = bytes.next().await {
        file.write_all(&part.context("the backup cannot be fetched")?)?;
    }
    Ok(path)
}

/// The name of the backup of a moment.
pub(super) fn name(made_at: Timestamp, suffix: &str) -> String {
    format!("{PREFIX}{}{MIDDLE}{suffix}", made_at.to_zoned(TimeZone::UTC).strftime(FORM))
}

fn kept(name: &str, bytes: u64) -> Option<Kept> {
    let (moment, rest) = name.strip_prefix(PREFIX)?.split_once(MIDDLE)?;
    if !["", ".age"].contains(&rest) {
        return None;
    }
    let made_at = jiff::civil::DateTime::strptime(FORM, moment).ok()?.to_zoned(TimeZone::UTC).ok()?.timestamp();
    Some(Kept { name: name.to_owned(), made_at, bytes })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_the_moment_and_other_files_are_left_alone() {
        let at: Timestamp = "2026-11-22T19:58:03Z".parse().unwrap();
        let name = name(at, ".age");
        assert_eq!(name, "passerelle-20261122T195803Z.tar.gz.age");
        assert_eq!(kept(&name, 7).unwrap().made_at, at);
        for other in ["passerelle.sqlite", "passerelle-2026.tar.gz.age", "passerelle-20261122T195803Z.tar.gz.old", "x"]
        {
            assert_eq!(kept(other, 7), None, "{other}");
        }
    }
}
