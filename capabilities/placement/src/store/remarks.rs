//! What was said about a request, in the database.

use passerelle_kernel::{Id, Timestamp};
use passerelle_store::{Result, Row, Tx, params};

use super::sealed::{Bytes, REMARK};
use crate::{
    outside::Organisation,
    request::{Remark, Request, Side},
};

/// A remark as people read it.
#[derive(Clone, Debug)]
pub(crate) struct Said {
    /// The side that spoke.
    pub(crate) side: Side,
    /// The member of staff who wrote it, by name.
    pub(crate) by: Option<String>,
    /// What was said.
    pub(crate) text: String,
    /// When.
    pub(crate) at: Timestamp,
}

passerelle_store::sql! {
    pub(crate) STATEMENTS;
    INSERT = "INSERT INTO remark (id, org_id, request_id, side, by_id, text, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    OF_REQUEST = "SELECT m.side, a.name, m.text, m.at, m.id, m.org_id FROM remark m LEFT JOIN account a ON a.id = m.by_id
        WHERE m.request_id = ?1 ORDER BY m.id LIMIT 200";
}

/// Writes a remark.
pub(crate) async fn create(tx: &mut Tx, org: Id<Organisation>, remark: &Remark) -> Result<()> {
    let id: Id<Remark> = tx.new_id();
    let r = remark;
    let text = tx.seal(REMARK, org, id, &r.text).await?;
    let values = [id.into(), org.into(), r.request.into(), r.side.as_str().into(), r.by.into(), text, r.at.into()];
    tx.execute(INSERT, &values).await.map(drop)
}

/// What was said about a request, the first remark first (200 at the most).
pub(crate) async fn of_request(tx: &mut Tx, request: Id<Request>) -> Result<Vec<Said>> {
    let kept = tx.query(OF_REQUEST, params![request], read).await?;
    let mut said = Vec::with_capacity(kept.len());
    for (id, org, text, remark) in kept {
        said.push(Said { text: tx.open(REMARK, org, id, text.as_deref()).await?, ..remark });
    }
    Ok(said)
}

/// A remark whose text is still sealed.
fn read(row: &Row<'_>) -> Result<(Id<Remark>, Id<Organisation>, Bytes, Said)> {
    let said = Said { side: row.code(0, Side::parse)?, by: row.get(1)?, text: String::new(), at: row.get(3)? };
    Ok((row.get(4)?, row.get(5)?, row.get(2)?, said))
}
