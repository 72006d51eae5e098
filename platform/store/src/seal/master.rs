//! The master key: 32 bytes outside the database that wrap the data keys.
//!
//! Written as `passerelle-master-key:<64 hexadecimal digits>`. There may be several, one a line: the first wraps new
//! data keys, the others open what was wrapped before. A file is read again when a data key names a master key that
//! is not known, so that a running node follows `passerelle keys new-master`.

use std::{fs, io::Write as _, path::PathBuf, sync::Arc};

use secrecy::{ExposeSecret as _, SecretBox};
use sha2::{Digest as _, Sha256};
use zeroize::{Zeroize as _, Zeroizing};

use super::cipher::{self, Key};
use crate::{Error, Result};

const LABEL: &str = "passerelle-master-key:";

/// What names a master key without telling it: the beginning of a hash of it.
pub type MasterId = String;

/// Where the master key comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A file that only the program's user may read.
    File(PathBuf),
    /// Something that was given when the program started; in words, for the operator.
    Given(&'static str),
}

/// The master keys, the one in use first. Cheap to clone; Debug shows their ids only.
#[derive(Clone)]
pub struct Master {
    keys: Arc<[(MasterId, Key)]>,
    source: Source,
}

impl std::fmt::Debug for Master {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Master").field("ids", &self.ids().collect::<Vec<_>>()).field("source", &self.source).finish()
    }
}

impl Master {
    /// Reads keys as they are written, one a line (or with spaces in between).
    ///
    /// # Errors
    /// [`Error::MasterKey`] in words for the operator.
    pub fn parse(text: &str, source: Source) -> Result<Self> {
        let keys = text.split_whitespace().map(parse_one).collect::<Option<Vec<_>>>();
        match keys {
            Some(keys) if !keys.is_empty() => Ok(Self { keys: keys.into(), source }),
            _ => {
                Err(Error::MasterKey(format!("there is no master key in it: expected {LABEL}<64 hexadecimal digits>")))
            }
        }
    }

    /// Reads a file that only its owner may read.
    ///
    /// # Errors
    /// [`Error::MasterKey`] when there is none, others may read it, or it holds something else.
    pub fn read(path: impl Into<PathBuf>) -> Result<Self> {
        let path = path.into();
        let refused = |problem: String| Error::MasterKey(format!("{}: {problem}", path.display()));
        check_mode(&path).map_err(refused)?;
        let text = Zeroizing::new(fs::read_to_string(&path).map_err(|error| refused(error.to_string()))?);
        Self::parse(&text, Source::File(path.clone())).map_err(|error| refused(error.to_string()))
    }

    /// Makes a new master key in front of those in the file, or a new file; only its owner may read it.
    ///
    /// # Errors
    /// [`Error::MasterKey`] when the file cannot be written.
    pub fn make(path: impl Into<PathBuf>) -> Result<Self> {
        let path = path.into();
        let before = if path.exists() { Some(Self::read(&path)?) } else { None };
        let mut text = Self::new_line();
        for (_, key) in before.iter().flat_map(|before| before.keys.iter()) {
            text.push_str(&line(key));
        }
        write(&path, &text).map_err(|error| Error::MasterKey(format!("{}: {error}", path.display())))?;
        Self::read(path)
    }

    /// A new master key, as it is written.
    pub fn new_line() -> Zeroizing<String> {
        line(&cipher::new_key())
    }

    /// The key of databases in memory and of tests: everybody knows it.
    pub fn for_tests() -> Self {
        let key = SecretBox::init_with_mut(|key: &mut [u8; 32]| key.fill(7));
        Self { keys: Arc::new([(id(&key), key)]), source: Source::Given("the key of tests, which everybody knows") }
    }

    /// Where it comes from.
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// The ids, the one in use first.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.keys.iter().map(|(id, _)| id.as_str())
    }

    pub(super) fn in_use(&self) -> Option<(&str, &Key)> {
        self.keys.first().map(|(id, key)| (id.as_str(), key))
    }

    pub(super) fn find(&self, id: &str) -> Option<&Key> {
        self.keys.iter().find(|(known, _)| known == id).map(|(_, key)| key)
    }

    /// The same keys as their source has them now.
    pub(crate) fn again(&self) -> Result<Self> {
        match &self.source {
            Source::File(path) => Self::read(path),
            Source::Given(_) => Ok(self.clone()),
        }
    }
}

fn parse_one(word: &str) -> Option<(MasterId, Key)> {
    let mut bytes: [u8; 32] = cipher::unhex(word.strip_prefix(LABEL)?)?.as_slice().try_into().ok()?;
    let key = SecretBox::init_with_mut(|key: &mut [u8; 32]| key.copy_from_slice(&bytes));
    bytes.zeroize();
    Some((id(&key), key))
}

fn id(key: &Key) -> MasterId {
    let hash = Sha256::new().chain_update("passerelle master key id").chain_update(key.expose_secret()).finalize();
    cipher::hex(hash.get(..6).unwrap_or_default())
}

fn line(key: &Key) -> Zeroizing<String> {
    let digits = Zeroizing::new(cipher::hex(key.expose_secret()));
    Zeroizing::new(format!("{LABEL}{}\n", *digits))
}

/// Beside the file first, then in its place: a crash leaves the old keys or the new ones.
fn write(path: &std::path::Path, text: &str) -> std::io::Result<()> {
    let beside = path.with_extension("key-new");
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&beside)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    fs::rename(&beside, path)
}

#[cfg(unix)]
fn check_mode(path: &std::path::Path) -> std::result::Result<(), String> {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = fs::metadata(path).map_err(|error| error.to_string())?.permissions().mode() & 0o777;
    if mode & 0o077 == 0 {
        return Ok(());
    }
    Err(format!("others may read it (mode {mode:o}): chmod 600 {}", path.display()))
}

#[cfg(not(unix))]
fn check_mode(_: &std::path::Path) -> std::result::Result<(), String> {
    Ok(())
}
