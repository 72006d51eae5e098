//! The team's part without an account: the holder of a mission's link confirms, or asks, under the name they write.
//!
//! The link leads to one mission for sixty days and shows nothing else. Opening it never acts.

use passerelle_access::link;
use passerelle_kernel::Id;
use passerelle_store::Tx;
use passerelle_web::Ctx;

use super::sign;
use crate::{
    Error,
    access::HOURS_CONFIRM,
    hours::Entry,
    period::Month,
    refusal::Refusal,
    stamp::{Signer, Stamp},
    store::{hours, missions},
};

/// What the link in the letter is for.
pub(crate) const PURPOSE: &str = "confirm-hours";

/// The mission that this secret leads to; nothing when the link is too old.
///
/// # Errors
/// [`Error::NotFound`] for a secret that nobody was sent.
pub(crate) async fn open(tx: &mut Tx, ctx: &Ctx, secret: &str) -> Result<Option<missions::Loaded>, Error> {
    let link = link::find(tx, secret, PURPOSE).await?.ok_or(Error::NotFound)?;
    if link.is_expired(ctx.now()) {
        return Ok(None);
    }
    let mission = link.subject.parse().map_err(|_| Error::NotFound)?;
    let loaded = missions::find(tx, mission).await?.ok_or(Error::NotFound)?;
    // Nobody knows who holds the link; that somebody has looked is noted all the same.
    loaded.peer.iter().for_each(|peer| tx.looked(peer, HOURS_CONFIRM.name));
    Ok(Some(loaded))
}

/// The holder of the link confirms all that waits in a month, under this name.
///
/// # Errors
/// [`Error::NotFound`] without a link that still opens; as [`Signer::by_link`] and [`crate::hours::confirm_month`].
pub async fn confirm_by_link(ctx: &Ctx, secret: &str, month: Month, name: &str) -> Result<usize, Error> {
    let mut tx = ctx.begin_write().await?;
    let loaded = open(&mut tx, ctx, secret).await?.ok_or(Error::NotFound)?;
    let stamp = Stamp { by: Signer::by_link(name).map_err(Error::Refused)?, at: ctx.now() };
    let count = sign::confirm_all(&mut tx, ctx, loaded.mission.id, month, &loaded.facts(), &stamp).await?;
    tx.commit().await?;
    Ok(count)
}

/// The holder of the link gives an entry of its mission back with a question, under this name.
///
/// # Errors
/// [`Error::NotFound`] without a link that still opens and for entries of other missions; as [`Entry::give_back`].
pub async fn send_back_by_link(
    ctx: &Ctx,
    secret: &str,
    entry: Id<Entry>,
    question: &str,
    name: &str,
) -> Result<(), Error> {
    let mut tx = ctx.begin_write().await?;
    let loaded = open(&mut tx, ctx, secret).await?.ok_or(Error::NotFound)?;
    let kept = hours::find(&mut tx, entry).await?.ok_or(Error::NotFound)?;
    if kept.entry.facts().mission != loaded.mission.id {
        return Err(Error::NotFound);
    }
    // What the association has already been given is theirs to question.
    if kept.entry.stage() == crate::hours::Stage::Confirmed {
        return Err(Error::Refused(Refusal::HoursConfirmed));
    }
    let stamp = Stamp { by: Signer::by_link(name).map_err(Error::Refused)?, at: ctx.now() };
    sign::give_back(&mut tx, ctx, kept, question, stamp).await?;
    Ok(tx.commit().await?)
}
