//! The others' part: the team confirms, the association approves, both may give back with a question.

use passerelle_access::{Actor, Facts};
use passerelle_kernel::Id;
use passerelle_store::Tx;
use passerelle_web::Ctx;

use super::{actor, told};
use crate::{
    Error,
    access::{HOURS_APPROVE, HOURS_CONFIRM},
    hours::{Entry, Stage, approve_month, confirm_month},
    mission::Mission,
    period::Month,
    stamp::Stamp,
    store::{hours, missions},
};

/// The referent confirms all that waits in a month of a mission; gives how many entries that were.
///
/// # Errors
/// As [`confirm_month`].
pub async fn confirm(ctx: &Ctx, mission: Id<Mission>, month: Month) -> Result<usize, Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    let of = missions::load_mission(&mut tx, actor, mission, HOURS_CONFIRM).await?.facts();
    let stamp = Stamp::of(actor.account, ctx.now());
    let count = confirm_all(&mut tx, ctx, mission, month, &of, &stamp).await?;
    tx.commit().await?;
    Ok(count)
}

/// Confirms in this transaction, whoever signs.
pub(super) async fn confirm_all(
    tx: &mut Tx,
    ctx: &Ctx,
    mission: Id<Mission>,
    month: Month,
    of: &Facts,
    stamp: &Stamp,
) -> Result<usize, Error> {
    let entries = hours::of_mission(tx, mission, month).await?;
    let confirmed = confirm_month(mission, month, entries, stamp).map_err(Error::Refused)?;
    for entry in &confirmed {
        hours::save(tx, entry, Stage::Recorded).await?;
    }
    told(tx, ctx, (HOURS_CONFIRM, "hours-confirmed"), mission, of).await?;
    Ok(confirmed.len())
}

/// The coordinator approves all that is confirmed in a month of a mission; gives how many entries that were.
///
/// # Errors
/// As [`approve_month`].
pub async fn approve(ctx: &Ctx, mission: Id<Mission>, month: Month) -> Result<usize, Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    let of = missions::load_mission(&mut tx, actor, mission, HOURS_APPROVE).await?.facts();
    let entries = hours::of_mission(&mut tx, mission, month).await?;
    let stamp = Stamp::of(actor.account, ctx.now());
    let approved = approve_month(mission, month, entries, &stamp).map_err(Error::Refused)?;
    for entry in &approved {
        hours::save(&mut tx, entry, Stage::Confirmed).await?;
    }
    told(&mut tx, ctx, (HOURS_APPROVE, "hours-approved"), mission, &of).await?;
    tx.commit().await?;
    Ok(approved.len())
}

/// The referent or the coordinator gives an entry back with a question.
///
/// # Errors
/// As [`Entry::give_back`].
pub async fn send_back(ctx: &Ctx, entry: Id<Entry>, question: &str) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    let kept = hours::load_entry(&mut tx, actor, entry, right_to_ask(actor)).await?;
    let stamp = Stamp::of(actor.account, ctx.now());
    give_back(&mut tx, ctx, kept, question, stamp).await?;
    Ok(tx.commit().await?)
}

/// Gives back in this transaction, whoever asks.
pub(super) async fn give_back(
    tx: &mut Tx,
    ctx: &Ctx,
    kept: hours::Kept,
    question: &str,
    stamp: Stamp,
) -> Result<(), Error> {
    let was = kept.entry.stage();
    let mission = kept.entry.facts().mission;
    let returned = kept.entry.give_back(question, stamp).map_err(Error::Refused)?;
    hours::save(tx, &returned, was).await?;
    let rule = if was == Stage::Recorded { HOURS_CONFIRM } else { HOURS_APPROVE };
    told(tx, ctx, (rule, "hours-returned"), mission, &kept.of).await
}

/// Both who confirm and who approve may ask.
fn right_to_ask(actor: &Actor) -> &'static passerelle_access::Rule {
    if actor.holds(HOURS_CONFIRM) { HOURS_CONFIRM } else { HOURS_APPROVE }
}
