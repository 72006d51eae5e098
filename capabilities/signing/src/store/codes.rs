//! The codes that were sent to telephones.

use passerelle_access::Organisation;
use passerelle_kernel::Id;
use passerelle_store::{Result, Tx, params};

use crate::{code::Sent, signer::Signer};

passerelle_store::sql! {
    /// The statements about codes.
    pub(crate) STATEMENTS;
    PUT = "INSERT INTO signing_code (signer_id, org_id, hash, sent_at, expires_at, tries) VALUES (?1, ?2, ?3, ?4, ?5, 0)
        ON CONFLICT (signer_id) DO UPDATE SET hash = ?3, sent_at = ?4, expires_at = ?5, tries = 0";
    FIND = "SELECT hash, sent_at, tries FROM signing_code WHERE signer_id = ?1";
    TRY = "UPDATE signing_code SET tries = tries + 1 WHERE signer_id = ?1";
    DROP = "DELETE FROM signing_code WHERE signer_id = ?1";
}

/// Keeps the code that is being sent, in the place of the one before.
pub(crate) async fn put(tx: &mut Tx, org: Id<Organisation>, signer: Id<Signer>, sent: &Sent) -> Result<()> {
    tx.execute(PUT, params![signer, org, &sent.hash, sent.at, sent.until()]).await.map(drop)
}

/// The last code that was sent to a signer.
pub(crate) async fn find(tx: &mut Tx, signer: Id<Signer>) -> Result<Option<Sent>> {
    tx.find(FIND, params![signer], |row| Ok(Sent { hash: row.get(0)?, at: row.get(1)?, tries: row.get(2)? })).await
}

/// Counts a try.
pub(crate) async fn count_try(tx: &mut Tx, signer: Id<Signer>) -> Result<()> {
    tx.execute(TRY, params![signer]).await.map(drop)
}

/// Forgets it: it was used.
pub(crate) async fn forget(tx: &mut Tx, signer: Id<Signer>) -> Result<()> {
    tx.execute(DROP, params![signer]).await.map(drop)
}
