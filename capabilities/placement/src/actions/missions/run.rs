//! Once a peer is agreed: the first day, the last day, and the ways to change one's mind.

use passerelle_kernel::{Date, Id};
use passerelle_store::Tx;
use passerelle_web::Ctx;

use super::{actor, no_clash, save, write_to};
use crate::{
    Error, access,
    formality::all_done,
    hire::Closing,
    matching::free_for_longer,
    mission::Mission,
    papers, proposal,
    stamp::Stamp,
    store::{self, missions::Loaded},
};

/// The peer steps back before the first day, without a reason: the mission is open again.
///
/// # Errors
/// Refused unless a peer is agreed and not yet at work.
pub async fn reopen(ctx: &Ctx, id: Id<Mission>, version: i64) -> Result<(), Error> {
    let (mut tx, loaded) = begin(ctx, id).await?;
    let mission = loaded.mission.clone().reopen().map_err(Error::Refused)?;
    close_proposals(&mut tx, ctx, id).await?;
    finish(ctx, tx, &mission, version, "mission-reopened").await
}

/// The work begins on `on`.
///
/// # Errors
/// Refused without an agreed peer, after the mission's last day, while a formality that blocks is open, and when times
/// clash with the peer's other missions.
pub async fn start(ctx: &Ctx, id: Id<Mission>, version: i64, on: Date) -> Result<(), Error> {
    let (mut tx, loaded) = begin(ctx, id).await?;
    let mission = loaded.mission.clone().start(on).map_err(Error::Refused)?;
    let due = store::formalities::of_mission(&mut tx, mission.org, id, loaded.institution).await?;
    all_done(&due).map_err(Error::Refused)?;
    if let Some((peer, days)) = mission.worked() {
        no_clash(&mut tx, ctx, &mission, peer, days).await?;
    }
    finish(ctx, tx, &mission, version, "mission-started").await
}

/// Changes the last day of a running mission; `None` leaves the end open.
///
/// # Errors
/// Refused when it does not run, when the day is not ahead, when times clash with the peer's other missions, and when
/// their hours would be more than the peer wants.
pub async fn prolong(ctx: &Ctx, id: Id<Mission>, version: i64, until: Option<Date>) -> Result<(), Error> {
    let (mut tx, loaded) = begin(ctx, id).await?;
    let mission = loaded.mission.clone().prolong(until, ctx.today()).map_err(Error::Refused)?;
    if let Some((peer, days)) = mission.worked() {
        let hours = store::candidates::hours_of(&mut tx, peer).await?;
        free_for_longer(&mission.need(), &hours).map_err(Error::Refused)?;
        no_clash(&mut tx, ctx, &mission, peer, days).await?;
    }
    finish(ctx, tx, &mission, version, "mission-prolonged").await
}

/// Ends the mission; `on` is its last day. The peer gets a letter.
///
/// # Errors
/// Refused when it has ended, before its first day of work, on a day to come, for an ending that needs work, and for a
/// hire before the mission.
pub async fn end(ctx: &Ctx, id: Id<Mission>, version: i64, closing: &Closing, on: Date) -> Result<(), Error> {
    let (mut tx, loaded) = begin(ctx, id).await?;
    let stamp = Stamp::of(actor(ctx)?.account, ctx.now());
    let mission = loaded.mission.clone().end(closing.ending(), on, ctx.today(), stamp).map_err(Error::Refused)?;
    if let Some(hire) = closing.hire(mission.period.from).map_err(Error::Refused)? {
        store::hires::keep(&mut tx, mission.org, id, hire).await?;
    }
    if mission.worked().is_none() {
        close_proposals(&mut tx, ctx, id).await?;
    }
    if let Some(peer) = loaded.peer {
        let place = loaded.place();
        let args = [("mission", mission.title.as_str()), ("place", place.as_str()), ("org", loaded.org_name.as_str())];
        write_to(&mut tx, peer, "placement-letter-ended", &args, &format!("/missions/{id}")).await?;
    }
    for subject in papers::of_mission(id) {
        passerelle_signing::end_of(&mut tx, mission.org, &subject, on).await?;
    }
    finish(ctx, tx, &mission, version, "mission-ended").await
}

async fn begin(ctx: &Ctx, id: Id<Mission>) -> Result<(Tx, Loaded), Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    let loaded = store::missions::load_mission(&mut tx, actor, id, access::MISSION_MANAGE).await?;
    Ok((tx, loaded))
}

async fn finish(ctx: &Ctx, mut tx: Tx, mission: &Mission, version: i64, kind: &'static str) -> Result<(), Error> {
    save(&mut tx, mission, version, kind, actor(ctx)?).await?;
    Ok(tx.commit().await?)
}

async fn close_proposals(tx: &mut Tx, ctx: &Ctx, id: Id<Mission>) -> Result<(), Error> {
    let all = store::proposals::of_mission(tx, id).await?;
    let open = all.into_iter().filter(|proposal| proposal.stage() != proposal::Stage::Closed).collect();
    for proposal in proposal::close_all(open, ctx.now()) {
        store::proposals::save(tx, &proposal).await?;
    }
    Ok(())
}
