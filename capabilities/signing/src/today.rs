//! What waits for somebody because of papers: for the page of the day of whoever asks.

use passerelle_access::{Account, Organisation};
use passerelle_kernel::{Date, Id, Timestamp};
use passerelle_store::{Result, Tx};
use passerelle_web::Ctx;

use crate::{
    paper::Paper,
    signer::Signer,
    store::lists::{self, Line, ToSign},
};

/// Somebody who has not answered although they were reminded.
#[derive(Clone, Debug)]
pub struct Awaited {
    /// The paper.
    pub paper: Id<Paper>,
    /// Its title.
    pub title: String,
    /// Who.
    pub name: String,
    /// Since when they are asked.
    pub since: Date,
}

/// Who was asked to sign and has not answered although they were reminded, the longest first (20 at the most).
///
/// # Errors
/// The engine's error.
pub async fn silent(tx: &mut Tx, ctx: &Ctx, org: Id<Organisation>) -> Result<Vec<Awaited>> {
    let before = ctx.now().as_millisecond() - Signer::silent_after();
    let before = Timestamp::from_millisecond(before).unwrap_or(Timestamp::MIN);
    let found = lists::silent(tx, org, before).await?.into_iter().map(|one| Awaited {
        paper: one.paper,
        title: one.title,
        name: one.name,
        since: one.asked_at.to_zoned(ctx.words().zone().clone()).date(),
    });
    Ok(found.collect())
}

/// The papers that somebody has declined and that wait for a word of the association.
///
/// # Errors
/// The engine's error.
pub async fn declined(tx: &mut Tx, org: Id<Organisation>) -> Result<Vec<Line>> {
    lists::declined(tx, org).await
}

/// What waits for a signature of this person, the longest first.
///
/// # Errors
/// The engine's error.
pub async fn to_sign(tx: &mut Tx, account: Id<Account>) -> Result<Vec<ToSign>> {
    lists::to_sign(tx, account).await
}
