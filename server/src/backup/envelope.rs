//! What stands around a backup: age with public keys or a passphrase, or nothing when that was asked for.

use std::{
    fs,
    io::{self, BufRead, BufReader, Read, Write},
    path::{Path, PathBuf},
};

use age::{
    DecryptError, Decryptor, Encryptor, Identity, IdentityFile, Recipient,
    secrecy::{ExposeSecret as _, SecretString},
    stream::StreamWriter,
};
use anyhow::{Context as _, Result, anyhow, bail};

/// What every age file begins with.
const MAGIC: &[u8] = b"age-encryption.org/";
/// The most work that a passphrase may ask for, as a power of two: four gigabytes of memory. The file chooses it.
const MOST_WORK: u8 = 22;

/// How a file is closed.
pub enum Envelope {
    /// For whoever holds one of the private keys.
    To(Vec<age::x25519::Recipient>),
    /// For whoever knows the passphrase.
    Passphrase(SecretString),
    /// Open to everybody.
    Plain,
}

impl Envelope {
    /// Public keys as age writes them (`age1…`), with spaces or commas between.
    ///
    /// # Errors
    /// Names the first that is none.
    pub fn to(keys: &str) -> Result<Self> {
        let words = keys.split([' ', ',']).filter(|word| !word.is_empty());
        let recipients = words.map(|word| {
            let parsed = word.parse::<age::x25519::Recipient>();
            parsed.map_err(|_| anyhow!("{word} is no public key of age: it begins with age1"))
        });
        let recipients: Vec<_> = recipients.collect::<Result<_>>()?;
        if recipients.is_empty() { bail!("there is no public key") } else { Ok(Self::To(recipients)) }
    }

    /// The passphrase that is the first line of this file.
    ///
    /// # Errors
    /// When the file cannot be read or the passphrase is too short to resist guessing.
    pub fn passphrase(file: &Path) -> Result<Self> {
        Ok(Self::Passphrase(read_passphrase(file)?))
    }

    /// The end of the names of such files.
    pub fn suffix(&self) -> &'static str {
        if matches!(self, Self::Plain) { "" } else { ".age" }
    }

    /// A writer that closes what is written into `out`.
    pub(crate) fn close<W: Write>(&self, out: W) -> Result<Closing<W>> {
        let encryptor = match self {
            Self::Plain => return Ok(Closing::Plain(out)),
            Self::To(keys) => Encryptor::with_recipients(keys.iter().map(|key| key as &dyn Recipient))?,
            Self::Passphrase(words) => Encryptor::with_user_passphrase(words.clone()),
        };
        Ok(Closing::Sealed(encryptor.wrap_output(out)?))
    }
}

/// A file being written.
pub(crate) enum Closing<W: Write> {
    /// Encrypted on the way.
    Sealed(StreamWriter<W>),
    /// As it is.
    Plain(W),
}

impl<W: Write> Closing<W> {
    /// Writes the end, without which the file would count as cut short.
    pub(crate) fn finish(self) -> io::Result<W> {
        match self {
            Self::Sealed(writer) => writer.finish(),
            Self::Plain(writer) => Ok(writer),
        }
    }
}

impl<W: Write> Write for Closing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Sealed(writer) => writer.write(bytes),
            Self::Plain(writer) => writer.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Sealed(writer) => writer.flush(),
            Self::Plain(writer) => writer.flush(),
        }
    }
}

/// What may open a file.
#[derive(Clone, Debug, Default)]
pub struct Keys {
    /// A file with private keys, as `age-keygen` and [`new_key`] write it.
    pub key: Option<PathBuf>,
    /// A file whose first line is the passphrase.
    pub passphrase: Option<PathBuf>,
}

impl Keys {
    /// The content of the file, whether it is closed or plain.
    pub(crate) fn open(&self, file: &Path) -> Result<Box<dyn Read>> {
        let opened = fs::File::open(file).with_context(|| format!("cannot read {}", file.display()))?;
        let mut reader = BufReader::with_capacity(1 << 16, opened);
        if !reader.fill_buf()?.starts_with(MAGIC) {
            return Ok(Box::new(reader));
        }
        let decryptor = Decryptor::new_buffered(reader).map_err(said)?;
        let opened = match (decryptor.is_scrypt(), self) {
            (true, Self { passphrase: Some(file), .. }) => {
                let mut identity = age::scrypt::Identity::new(read_passphrase(file)?);
                identity.set_max_work_factor(MOST_WORK);
                decryptor.decrypt(std::iter::once(&identity as &dyn Identity))
            }
            (false, Self { key: Some(file), .. }) => {
                let identities = IdentityFile::from_file(file.display().to_string())
                    .with_context(|| format!("cannot read the key {}", file.display()))?
                    .into_identities()
                    .map_err(said)?;
                decryptor.decrypt(identities.iter().map(|identity| identity.as_ref() as &dyn Identity))
            }
            (true, _) => bail!("the file is closed with a passphrase: name the file that holds it (--passphrase-file)"),
            (false, _) => bail!("the file is encrypted: name the file with the private key (--key)"),
        };
        Ok(Box::new(opened.map_err(said)?))
    }
}

fn said(error: DecryptError) -> anyhow::Error {
    match error {
        DecryptError::NoMatchingKeys => anyhow!("this key does not open the file"),
        DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed => {
            anyhow!("this passphrase does not open the file")
        }
        DecryptError::ExcessiveWork { .. } => anyhow!("the file asks for more work than any backup of ours"),
        _ => anyhow!("the file is damaged or was cut short"),
    }
}

fn read_passphrase(file: &Path) -> Result<SecretString> {
    let text = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let words = text.lines().next().unwrap_or_default().trim();
    if words.chars().count() < 16 {
        bail!("the passphrase in {} is shorter than 16 characters: take four words or more", file.display());
    }
    Ok(SecretString::from(words.to_owned()))
}

/// Writes a new private key to the new file `to`; gives the public one.
///
/// # Errors
/// When the file exists or cannot be written.
pub fn new_key(to: &Path) -> Result<String> {
    let key = age::x25519::Identity::generate();
    let public = key.to_public().to_string();
    let mut file = super::create_private(to)?;
    let private = key.to_string();
    writeln!(file, "# public key: {public}\n{}", private.expose_secret())?;
    file.sync_all()?;
    Ok(public)
}
