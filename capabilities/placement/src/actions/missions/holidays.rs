//! A peer says whether a time that falls on a public holiday takes place. Who says nothing is expected.

use passerelle_kernel::{Date, Id};
use passerelle_store::Tx;
use passerelle_web::Ctx;

use super::{
    actor,
    ease::{bring_back, own, write},
    tell_about,
};
use crate::{
    Error,
    access::SCHEDULE_EASE,
    holiday::{Met, met},
    mission::Mission,
    period::Days,
    refusal::Refusal,
    slot::{Exception, Slot, Timetable},
    store::{self, missions::Loaded},
};

/// Says that the peer who acts comes on a holiday, or does not.
///
/// # Errors
/// Not found for missions of others; refused for what is no time on a holiday to come, for what others have left out,
/// and when the moment was given to something else since.
pub async fn on_holiday(ctx: &Ctx, id: Id<Mission>, at: (Id<Slot>, Date), comes: bool) -> Result<(), Error> {
    let mut tx = ctx.begin_write().await?;
    let own = own(&mut tx, ctx).await?;
    let (loaded, table) = own.into_iter().find(|(loaded, _)| loaded.mission.id == id).ok_or(Error::NotFound)?;
    let time = find(&mut tx, ctx, &loaded, &table, at).await?.ok_or(Error::Refused(Refusal::NoSlotThatDay))?;
    let org = loaded.mission.org;
    if comes {
        if !time.takes_place {
            let left_out = store::holidays::left_out(&mut tx, at).await?;
            let left_out = left_out.ok_or(Error::Refused(Refusal::NoSlotThatDay))?;
            bring_back(&mut tx, ctx, (&loaded, table), left_out, at.1).await?;
        }
        store::holidays::say(&mut tx, org, id, at).await?;
    } else {
        store::holidays::forget(&mut tx, at).await?;
        if time.takes_place {
            let exception = Exception::Cancelled { slot: at.0, on: at.1 };
            store::slots::except(&mut tx, org, id, &exception).await?;
            store::easings::mark(&mut tx, &exception).await?;
            write(&mut tx, ctx, &loaded, "placement-mail-away", &[at.1]).await?;
        }
    }
    tell_about(&mut tx, &loaded, ("mission-schedule-changed", SCHEDULE_EASE), actor(ctx)?).await?;
    Ok(tx.commit().await?)
}

async fn find(
    tx: &mut Tx,
    ctx: &Ctx,
    loaded: &Loaded,
    table: &Timetable,
    (slot, on): (Id<Slot>, Date),
) -> Result<Option<Met>, Error> {
    let Some(region) = store::holidays::of_institution(tx, loaded.institution).await? else { return Ok(None) };
    let times = met(table, region, Days::counting(on, 1));
    Ok(times.into_iter().find(|time| time.slot == slot && time.on == on && ctx.today() <= on))
}
