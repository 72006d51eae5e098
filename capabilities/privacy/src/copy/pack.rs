//! Files in one file.

use std::io::{Cursor, Write as _};

use passerelle_web::OwnFile;
use zip::{CompressionMethod, ZipWriter, result::ZipResult, write::SimpleFileOptions};

/// The bytes of a ZIP file with these files.
pub(super) fn zip(files: &[OwnFile]) -> ZipResult<Vec<u8>> {
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for file in files {
        zip.start_file(file.name.as_str(), options)?;
        zip.write_all(&file.bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}
