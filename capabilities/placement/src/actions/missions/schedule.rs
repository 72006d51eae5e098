//! The schedule of a mission: slots that come back, and what is different on some days.
//!
//! A time that would overlap with another mission of the same peer is refused, whoever else writes at the same moment:
//! the check and the write are one transaction, which PostgreSQL runs serializable and SQLite one after the other.

use passerelle_kernel::{Date, Id};
use passerelle_store::Tx;
use passerelle_web::Ctx;

use super::{actor, tell};
use crate::{
    Error, access,
    mission::{Mission, Stage},
    period::later,
    refusal::Refusal,
    slot::{self, Exception, Slot, Timetable},
    store::{self, missions::Loaded, slots::Kept},
};

/// Adds a slot; its id is given by the caller ([`Ctx::new_id`]).
///
/// # Errors
/// Refused when it never takes place during the mission, lasts too long, or clashes.
pub async fn add_slot(ctx: &Ctx, id: Id<Mission>, slot: Slot) -> Result<(), Error> {
    let mut desk = Desk::open(ctx, id).await?;
    let ahead = slot::horizon(ctx.today());
    desk.table.clone().add(slot.clone(), &desk.others, ahead).map_err(Error::Refused)?;
    store::slots::insert(&mut desk.tx, desk.loaded.mission.org, id, &slot).await?;
    desk.close(ctx).await
}

/// Ends a slot with the last day on which it counts; one that has never taken place is removed.
///
/// # Errors
/// Refused for a slot of another mission.
pub async fn stop_slot(ctx: &Ctx, id: Id<Mission>, slot: Id<Slot>, last: Date) -> Result<(), Error> {
    let mut desk = Desk::open(ctx, id).await?;
    let found = desk.table.slots.iter().find(|one| one.id == slot).ok_or(Error::NotFound)?;
    if last < found.period.from {
        store::slots::remove(&mut desk.tx, slot).await?;
    } else {
        desk.table.clone().stop(slot, last).map_err(Error::Refused)?;
        store::slots::stop(&mut desk.tx, slot, last).await?;
    }
    desk.close(ctx).await
}

/// Makes an exception: a time is cancelled, moved or added. No reason is asked.
///
/// # Errors
/// Refused when the slot does not take place that day, when the new moment is outside the mission, or clashes.
pub async fn except(ctx: &Ctx, id: Id<Mission>, exception: Exception) -> Result<(), Error> {
    let mut desk = Desk::open(ctx, id).await?;
    let ahead = slot::horizon(later(ctx.today(), -31));
    desk.table.clone().except(exception, &desk.others, ahead).map_err(Error::Refused)?;
    store::slots::except(&mut desk.tx, desk.loaded.mission.org, id, &exception).await?;
    desk.close(ctx).await
}

/// Takes an exception back: the rhythm counts again.
///
/// # Errors
/// Refused when the moment has been given to something else since.
pub async fn restore_rhythm(ctx: &Ctx, id: Id<Mission>, exception: Id<Exception>) -> Result<(), Error> {
    let mut desk = Desk::open(ctx, id).await?;
    let found: Vec<Kept> = store::slots::kept(&mut desk.tx, id).await?;
    let kept = found.into_iter().find(|kept| kept.id == exception).ok_or(Error::NotFound)?;
    let ahead = slot::horizon(ctx.today());
    desk.table.clone().restore(&kept.exception, &desk.others, ahead).map_err(Error::Refused)?;
    store::slots::forget(&mut desk.tx, kept).await?;
    desk.close(ctx).await
}

/// What a change to a schedule works with.
struct Desk {
    tx: Tx,
    loaded: Loaded,
    table: Timetable,
    others: Vec<Timetable>,
}

impl Desk {
    async fn open(ctx: &Ctx, id: Id<Mission>) -> Result<Self, Error> {
        let actor = actor(ctx)?;
        let mut tx = ctx.begin_write().await?;
        let loaded = store::missions::load_mission(&mut tx, actor, id, access::MISSION_MANAGE).await?;
        if loaded.mission.state.stage() == Stage::Ended {
            return Err(Error::Refused(Refusal::MissionEnded));
        }
        let table = store::slots::timetable(&mut tx, &loaded.mission).await?;
        let others = match loaded.peer {
            Some(peer) => store::slots::of_peer(&mut tx, peer).await?,
            None => Vec::new(),
        };
        Ok(Self { tx, loaded, table, others })
    }

    async fn close(mut self, ctx: &Ctx) -> Result<(), Error> {
        tell(&mut self.tx, &self.loaded, "mission-schedule-changed", actor(ctx)?).await?;
        Ok(self.tx.commit().await?)
    }
}
