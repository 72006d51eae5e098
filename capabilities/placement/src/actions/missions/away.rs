//! A peer says that they are away, and that they are back. Teams learn on which of their days nobody comes; why is asked
//! by nobody and kept nowhere.

use std::collections::BTreeMap;

use passerelle_kernel::{Date, Id};
use passerelle_store::Tx;
use passerelle_web::Ctx;

use super::{
    actor,
    ease::{own, seat, write},
    tell_about,
};
use crate::{
    Error,
    absence::Absence,
    access::SCHEDULE_EASE,
    mission::Mission,
    period::Days,
    slot::{self, Timetable},
    store::{self, missions::Loaded},
};

/// Says that the peer who acts is away on these days, for the association for which they act.
///
/// # Errors
/// As [`Absence::say`]; forbidden without the role of a peer.
pub async fn say_away(ctx: &Ctx, days: Days) -> Result<(), Error> {
    let (peer, org) = (actor(ctx)?.account, seat(ctx)?);
    let mut tx = ctx.begin_write().await?;
    let is_said = store::absences::meets(&mut tx, peer, org, days).await?;
    let absence = Absence::say(ctx.new_id(), days, is_said, ctx.today()).map_err(Error::Refused)?;
    let own = own(&mut tx, ctx).await?;
    store::absences::insert(&mut tx, peer, org, &absence).await?;
    for (loaded, table) in &own {
        let dates: Vec<Date> = table.occurrences(days).iter().map(|time| time.begins.date()).collect();
        tell(&mut tx, ctx, loaded, "placement-mail-away", dates).await?;
    }
    Ok(tx.commit().await?)
}

/// The peer is back: what is still to come of an absence takes place.
///
/// # Errors
/// Not found for what the peer has not said; as [`Absence::back`]; refused when a time has been given to something else
/// since.
pub async fn come_back(ctx: &Ctx, id: Id<Absence>) -> Result<(), Error> {
    let (peer, org) = (actor(ctx)?.account, seat(ctx)?);
    let mut tx = ctx.begin_write().await?;
    let said = store::absences::of_peer(&mut tx, peer, org, ctx.today()).await?;
    let absence = said.into_iter().find(|one| one.id == id).ok_or(Error::NotFound)?;
    let remains = absence.back(ctx.today()).map_err(Error::Refused)?;
    let before = own(&mut tx, ctx).await?;
    store::absences::keep(&mut tx, peer, org, id, remains).await?;
    let after = store::slots::of_peer(&mut tx, peer).await?;
    let after: BTreeMap<Id<Mission>, Timetable> = after.into_iter().map(|table| (table.mission, table)).collect();
    let others: Vec<Timetable> = after.values().cloned().collect();
    for (loaded, table) in &before {
        let Some(again) = after.get(&loaded.mission.id) else { continue };
        again.clone().checked(&others, slot::horizon(ctx.today())).map_err(Error::Refused)?;
        let known = table.occurrences(absence.days);
        let back = again.occurrences(absence.days).into_iter().filter(|time| !known.contains(time));
        let dates: Vec<Date> = back.map(|time| time.begins.date()).collect();
        tell(&mut tx, ctx, loaded, "placement-mail-eased-back", dates).await?;
    }
    Ok(tx.commit().await?)
}

/// Tells those around a mission, if something is different on one of its days.
async fn tell(tx: &mut Tx, ctx: &Ctx, loaded: &Loaded, key: &str, mut dates: Vec<Date>) -> Result<(), Error> {
    dates.dedup();
    if dates.is_empty() {
        return Ok(());
    }
    write(tx, ctx, loaded, key, &dates).await?;
    tell_about(tx, loaded, ("mission-schedule-changed", SCHEDULE_EASE), actor(ctx)?).await
}

/// What the peer who acts has said and is not over.
///
/// # Errors
/// Forbidden without a role.
pub(crate) async fn away(ctx: &Ctx, tx: &mut Tx) -> Result<Vec<Absence>, Error> {
    Ok(store::absences::of_peer(tx, actor(ctx)?.account, seat(ctx)?, ctx.today()).await?)
}
