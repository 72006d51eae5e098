//! The file itself: a tar of the manifest and the database, compressed, in its envelope.

use std::{
    fs::File,
    io::{BufReader, BufWriter, Read, Write as _},
    path::Path,
};

use anyhow::{Context as _, Result, bail, ensure};
use flate2::{Compression, read::GzDecoder, write::GzEncoder};
use sha2::{Digest as _, Sha256};

use super::{Envelope, Keys, Manifest, create_private, manifest::FORM};

const MANIFEST: &str = "manifest.json";
/// No manifest is larger: what says so is no backup of ours.
const LARGEST_MANIFEST: u64 = 4 << 20;

/// The size of a file and its SHA-256.
pub(super) fn measure(file: &Path) -> Result<(u64, String)> {
    let mut measuring = Measuring { from: BufReader::new(File::open(file)?), bytes: 0, hash: Sha256::new() };
    std::io::copy(&mut measuring, &mut std::io::sink())?;
    Ok(measuring.end())
}

/// Writes the manifest and the database to the new file `to`; it is on the disk afterwards.
pub(super) fn write(to: &Path, envelope: &Envelope, manifest: &Manifest, database: &Path) -> Result<()> {
    let closing = envelope.close(BufWriter::with_capacity(1 << 16, create_private(to)?))?;
    let mut tar = tar::Builder::new(GzEncoder::new(closing, Compression::default()));
    let told = serde_json::to_vec_pretty(manifest)?;
    tar.append_data(&mut header(manifest, told.len() as u64), MANIFEST, told.as_slice())?;
    tar.append_data(&mut header(manifest, manifest.bytes), &manifest.file, File::open(database)?)?;
    let mut file = tar.into_inner()?.finish()?.finish()?;
    file.flush()?;
    file.get_ref().sync_all()?;
    Ok(())
}

fn header(manifest: &Manifest, bytes: u64) -> tar::Header {
    let mut header = tar::Header::new_gnu();
    header.set_size(bytes);
    header.set_mode(0o600);
    header.set_mtime(manifest.made_at.as_second().try_into().unwrap_or(0));
    header
}

/// Puts the database of a backup into the new file `to`, when every byte is what the manifest tells.
pub(super) fn read(from: &Path, keys: &Keys, to: &Path) -> Result<Manifest> {
    let content = keys.open(from)?;
    unpack(content, to).context("nothing was restored")
}

fn unpack(content: Box<dyn Read>, to: &Path) -> Result<Manifest> {
    const CUT: &str = "the file is damaged or was cut short";
    let mut tar = tar::Archive::new(GzDecoder::new(content));
    let mut entries = tar.entries().context(CUT)?;
    let told = entries.next().context(CUT)?.context(CUT)?;
    ensure!(told.path_bytes().as_ref() == MANIFEST.as_bytes(), "this is no backup of Passerelle");
    let mut text = String::new();
    told.take(LARGEST_MANIFEST).read_to_string(&mut text).context(CUT)?;
    let manifest: Manifest = serde_json::from_str(&text).context("the manifest of the backup cannot be understood")?;
    if manifest.form > FORM {
        bail!("the backup has a form that this program does not know: passerelle {} wrote it", manifest.program);
    }
    super::check_versions(&manifest.migrations)?;
    let database = entries.next().context(CUT)?.context(CUT)?;
    ensure!(database.path_bytes().as_ref() == manifest.file.as_bytes(), "the backup holds another file than it says");
    // What is longer than it says is refused before it fills the disk.
    let most = manifest.bytes.saturating_add(1);
    let mut measuring = Measuring { from: database.take(most), bytes: 0, hash: Sha256::new() };
    let mut file = create_private(to)?;
    std::io::copy(&mut measuring, &mut file).context(CUT)?;
    file.sync_all()?;
    ensure!(measuring.end() == (manifest.bytes, manifest.sha256.clone()), "{CUT}: its content has another hash");
    // The end of the file is checked only by whoever reads it.
    let mut rest = tar.into_inner();
    std::io::copy(&mut rest, &mut std::io::sink()).context(CUT)?;
    std::io::copy(rest.get_mut(), &mut std::io::sink()).context(CUT)?;
    Ok(manifest)
}

/// A reader that counts and hashes what goes through it.
struct Measuring<R> {
    from: R,
    bytes: u64,
    hash: Sha256,
}

impl<R> Measuring<R> {
    fn end(self) -> (u64, String) {
        (self.bytes, self.hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
    }
}

impl<R: Read> Read for Measuring<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let count = self.from.read(buffer)?;
        self.bytes += count as u64;
        if let Some(read) = buffer.get(..count) {
            self.hash.update(read);
        }
        Ok(count)
    }
}
