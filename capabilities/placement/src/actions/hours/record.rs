//! The peer's part: record, change, take back, correct, say that a week was quiet.

use passerelle_kernel::{Id, Minutes};
use passerelle_store::Tx;
use passerelle_web::Ctx;

use super::{actor, told};
use crate::{
    Error,
    access::{HOURS_RECORD, MISSION_READ},
    hours::{Day, Entry, QuietWeek, Work},
    mission::Mission,
    outside::Person,
    period::Week,
    store::{closings, hours, missions},
};

/// Records work of the person who acts.
///
/// # Errors
/// As [`Entry::record`]; not found for missions of others.
pub async fn record(ctx: &Ctx, mission: Id<Mission>, work: Work) -> Result<Id<Entry>, Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    let loaded = missions::load_mission(&mut tx, actor, mission, HOURS_RECORD).await?;
    let (id, of) = (tx.new_id(), loaded.facts());
    let day = day(&mut tx, ctx, actor.account, work, id).await?;
    let entry = Entry::record(id, &loaded.mission, actor.account, work, day, ctx.now()).map_err(Error::Refused)?;
    hours::insert(&mut tx, &entry, &of).await?;
    hours::not_quiet(&mut tx, mission, Week::of(work.on).monday()).await?;
    told(&mut tx, ctx, (HOURS_RECORD, "hours-recorded"), mission, &of).await?;
    tx.commit().await?;
    Ok(id)
}

/// Changes what nobody has confirmed, or answers a question by looking again.
///
/// # Errors
/// As [`Entry::revise`].
pub async fn revise(ctx: &Ctx, entry: Id<Entry>, work: Work) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    let kept = hours::load_entry(&mut tx, actor, entry, HOURS_RECORD).await?;
    let was = kept.entry.stage();
    let mission = missions::load_mission(&mut tx, actor, kept.entry.facts().mission, MISSION_READ).await?.mission;
    let day = day(&mut tx, ctx, actor.account, work, entry).await?;
    let revised = kept.entry.revise(&mission, work, day, ctx.now()).map_err(Error::Refused)?;
    hours::save(&mut tx, &revised, was).await?;
    hours::not_quiet(&mut tx, mission.id, Week::of(work.on).monday()).await?;
    told(&mut tx, ctx, (HOURS_RECORD, "hours-recorded"), mission.id, &kept.of).await?;
    Ok(tx.commit().await?)
}

/// Takes away what nobody has confirmed.
///
/// # Errors
/// As [`Entry::may_be_taken_back`].
pub async fn take_back(ctx: &Ctx, entry: Id<Entry>) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    let kept = hours::load_entry(&mut tx, actor, entry, HOURS_RECORD).await?;
    kept.entry.may_be_taken_back(actor.account).map_err(Error::Refused)?;
    hours::delete(&mut tx, &kept.entry).await?;
    told(&mut tx, ctx, (HOURS_RECORD, "hours-taken-back"), kept.entry.facts().mission, &kept.of).await?;
    Ok(tx.commit().await?)
}

/// Corrects approved work: `right` is what it should have been, with all earlier corrections counted. The correction
/// is a new entry that goes the same way, in the month of today when that of the work is closed.
///
/// # Errors
/// As [`Entry::correct`].
pub async fn correct(ctx: &Ctx, entry: Id<Entry>, right: Minutes) -> Result<Id<Entry>, Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    let kept = hours::load_entry(&mut tx, actor, entry, HOURS_RECORD).await?;
    let work = kept.entry.facts().work;
    let so_far = hours::corrected(&mut tx, entry).await?;
    let change = right - work.minutes - so_far;
    let id = tx.new_id();
    let is_closed = closings::is_closed(&mut tx, kept.of.association, work.on).await?;
    let on = if is_closed { ctx.today() } else { work.on };
    let day = day(&mut tx, ctx, actor.account, Work { on, ..work }, id).await?;
    let correction = kept.entry.correct(id, (on, change), so_far, day, ctx.now()).map_err(Error::Refused)?;
    hours::insert(&mut tx, &correction, &kept.of).await?;
    told(&mut tx, ctx, (HOURS_RECORD, "hours-recorded"), kept.entry.facts().mission, &kept.of).await?;
    tx.commit().await?;
    Ok(id)
}

/// Says: nothing this week, on this mission.
///
/// # Errors
/// As [`QuietWeek::say`]; refused when all of it is in closed months.
pub async fn quiet(ctx: &Ctx, mission: Id<Mission>, week: Week) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    let loaded = missions::load_mission(&mut tx, actor, mission, HOURS_RECORD).await?;
    if let Some(days) = loaded.mission.period.within(week.days()) {
        closings::gate_of_days(&mut tx, loaded.mission.org, days).await?;
    }
    let recorded = hours::of_days(&mut tx, mission, week.days()).await?;
    let quiet = QuietWeek::say(&loaded.mission, actor.account, week, recorded, ctx.today(), ctx.now());
    hours::say_quiet(&mut tx, &quiet.map_err(Error::Refused)?, loaded.mission.org).await?;
    told(&mut tx, ctx, (HOURS_RECORD, "hours-quiet-week"), mission, &loaded.facts()).await?;
    Ok(tx.commit().await?)
}

/// What the peer has on the day of this work, without the entry `but`.
async fn day(tx: &mut Tx, ctx: &Ctx, peer: Id<Person>, work: Work, but: Id<Entry>) -> Result<Day, Error> {
    Ok(Day { today: ctx.today(), already: hours::of_day(tx, peer, work.on, but).await? })
}
