//! The files of papers, sealed as base 64; and the question whether a file is one of them.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use passerelle_access::Organisation;
use passerelle_kernel::Id;
use passerelle_store::{Result, Tx, params};

use super::declared::BYTES;
use crate::{paper::Paper, printed::sha256, scan::Media, signer::Signer};

codes! {
    /// What a file is to its paper.
    pub(crate) enum Part {
        /// As it was offered.
        Offered = "offered",
        /// With its evidence.
        Final = "final",
        /// A scan of what somebody signed on paper.
        Scan = "scan",
    }
}

/// A file of a paper.
#[derive(Clone, Debug)]
pub(crate) struct File {
    /// What its bytes are.
    pub media: Media,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

passerelle_store::sql! {
    /// The statements about files.
    pub(crate) STATEMENTS;
    INSERT = "INSERT INTO paper_file (id, org_id, paper_id, signer_id, kind, media, sha256, bytes, made_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
    FIND = "SELECT id, org_id, media, bytes FROM paper_file WHERE paper_id = ?1 AND kind = ?2
        AND (signer_id = ?3 OR ?3 = '') ORDER BY id DESC LIMIT 1";
    HAS = "SELECT 1 FROM paper_file WHERE paper_id = ?1 AND kind = ?2 LIMIT 1";
    SCANS = "SELECT signer_id FROM paper_file WHERE paper_id = ?1 AND kind = 'scan' ORDER BY signer_id";
    BY_HASH = "SELECT paper_id FROM paper_file WHERE sha256 = ?1 AND kind <> 'scan' LIMIT 1";
}

/// Keeps a file of a paper.
pub(crate) async fn keep(
    tx: &mut Tx,
    (org, paper, signer): (Id<Organisation>, Id<Paper>, Option<Id<Signer>>),
    part: Part,
    file: &File,
) -> Result<()> {
    let id: Id<File> = tx.new_id();
    let sealed = tx.seal(BYTES, org, id, &STANDARD.encode(&file.bytes)).await?;
    let now = tx.now();
    let hash = sha256(&file.bytes);
    let values = params![id, org, paper, signer, part.as_str(), file.media.as_str(), hash, sealed, now];
    tx.execute(INSERT, values).await.map(drop)
}

/// A file of a paper: the last of its kind, of this signer where one is given. Nothing where its key is gone.
pub(crate) async fn find(
    tx: &mut Tx,
    paper: Id<Paper>,
    part: Part,
    signer: Option<Id<Signer>>,
) -> Result<Option<File>> {
    let signer = signer.map(|id| id.to_string()).unwrap_or_default();
    let read = |row: &passerelle_store::Row<'_>| {
        let id: Id<File> = row.get(0)?;
        Ok((id, row.get::<Id<Organisation>>(1)?, row.code(2, Media::parse)?, row.get::<Vec<u8>>(3)?))
    };
    let found = tx.find(FIND, params![paper, part.as_str(), signer], read).await?;
    let Some((id, org, media, sealed)) = found else { return Ok(None) };
    let text = tx.open(BYTES, org, id, Some(&sealed)).await?;
    Ok(STANDARD.decode(text).ok().map(|bytes| File { media, bytes }))
}

/// Whether a paper has a file of this kind.
pub(crate) async fn has(tx: &mut Tx, paper: Id<Paper>, part: Part) -> Result<bool> {
    Ok(tx.find(HAS, params![paper, part.as_str()], |row| row.get::<i64>(0)).await?.is_some())
}

/// The signers of whom there is a scan.
pub(crate) async fn scans(tx: &mut Tx, paper: Id<Paper>) -> Result<Vec<Id<Signer>>> {
    tx.query(SCANS, params![paper], |row| row.get(0)).await
}

/// The paper that a file with this hash is, as offered or with its evidence.
pub(crate) async fn paper_of(tx: &mut Tx, hash: &str) -> Result<Option<Id<Paper>>> {
    tx.find(BY_HASH, params![hash], |row| row.get(0)).await
}
