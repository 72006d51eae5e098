//! The signers of papers.

use passerelle_access::Organisation;
use passerelle_kernel::Id;
use passerelle_store::{Error, Result, Tx, params};

use super::{
    declared::{EMAIL, NAME, PARTY, PHONE},
    row::{self, signers},
};
use crate::{paper::Paper, signer::Signer};

passerelle_store::sql! {
    /// The statements about signers.
    pub(crate) STATEMENTS;
    INSERT = "INSERT INTO signer (id, org_id, paper_id, place, name, party, account_id, email, phone, way, round, asked_at,
            sent_at, reminded)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)";
    OF_PAPER = signers!("WHERE s.paper_id = ?1 ORDER BY s.place");
    ANSWER = "UPDATE signer SET answered_at = ?2, declined_words = ?3, signed_way = ?4, signed_name = ?5, signed_hash = ?6,
            signed_by = ?7, sent_to = ?8, consent = ?9, signed_on = ?10, recorded_by = ?11
        WHERE id = ?1 AND answered_at IS NULL";
    CORRECT = "UPDATE signer SET name = ?2, party = ?3, account_id = ?4, email = ?5, phone = ?6, way = ?7, round = ?8,
            asked_at = ?9, sent_at = ?9, reminded = 0
        WHERE id = ?1 AND answered_at IS NULL";
    SENT = "UPDATE signer SET sent_at = ?2, reminded = ?3 WHERE id = ?1";
}

/// The signers of a paper, in its order.
pub(super) async fn of_paper(tx: &mut Tx, paper: Id<Paper>) -> Result<Vec<Signer>> {
    let found = tx.query(OF_PAPER, params![paper], row::read).await?;
    let mut all = Vec::with_capacity(found.len());
    for closed in found {
        all.push(row::open(tx, closed).await?);
    }
    Ok(all)
}

/// Writes the signers of a new paper.
pub(super) async fn insert(tx: &mut Tx, paper: &Paper) -> Result<()> {
    for (place, one) in (1_i64..).zip(&paper.signers) {
        let (org, id) = (paper.org, one.id);
        let values = params![
            id,
            org,
            paper.id,
            place,
            tx.seal(NAME, org, id, &one.name).await?,
            tx.seal(PARTY, org, id, &one.party).await?,
            one.account,
            tx.seal_opt(EMAIL, org, id, one.email.as_deref()).await?,
            tx.seal_opt(PHONE, org, id, one.phone.as_deref()).await?,
            one.way.as_str(),
            one.round,
            one.asked_at,
            one.sent_at,
            one.reminded,
        ];
        tx.execute(INSERT, values).await?;
    }
    Ok(())
}

/// Writes what a signer has answered.
///
/// # Errors
/// [`Error::Conflict`] when they have answered meanwhile.
pub(crate) async fn save_answer(tx: &mut Tx, org: Id<Organisation>, signer: &Signer) -> Result<()> {
    let mut values = vec![signer.id.into()];
    values.extend(row::answer(tx, org, signer).await?);
    one(tx.execute(ANSWER, &values).await?)
}

/// Writes a signer whose address was corrected.
///
/// # Errors
/// [`Error::Conflict`] when they have answered meanwhile.
pub(crate) async fn save_correction(tx: &mut Tx, org: Id<Organisation>, signer: &Signer) -> Result<()> {
    let id = signer.id;
    let values = params![
        id,
        tx.seal(NAME, org, id, &signer.name).await?,
        tx.seal(PARTY, org, id, &signer.party).await?,
        signer.account,
        tx.seal_opt(EMAIL, org, id, signer.email.as_deref()).await?,
        tx.seal_opt(PHONE, org, id, signer.phone.as_deref()).await?,
        signer.way.as_str(),
        signer.round,
        signer.asked_at,
    ];
    one(tx.execute(CORRECT, values).await?)
}

fn one(rows: u64) -> Result<()> {
    if rows == 1 { Ok(()) } else { Err(Error::Conflict) }
}

/// Notes that a signer was written to now, with this many reminders so far.
pub(crate) async fn note_sent(tx: &mut Tx, signer: Id<Signer>, reminded: i64) -> Result<()> {
    let now = tx.now();
    tx.execute(SENT, params![signer, now, reminded]).await.map(drop)
}
