//! A mission is opened from an accepted request; its referent may be named later.

use passerelle_kernel::Id;
use passerelle_web::Ctx;

use super::{actor, save, tell};
use crate::{
    Error, access,
    mission::{Mission, Needs, Stage},
    refusal::Refusal,
    request::{Contact, Request},
    store,
};

/// Opens the mission that answers an accepted request, with a blank sheet.
///
/// # Errors
/// Refused when the request is not accepted, without a title, and while another mission answers the request.
pub async fn open_mission(ctx: &Ctx, request: Id<Request>, title: &str) -> Result<Id<Mission>, Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    let kept = store::requests::load_request(&mut tx, actor, request, access::REQUEST_MANAGE).await?;
    let team = kept.request.team.ok_or(Error::Refused(Refusal::TeamNotMatched))?;
    let (institution, place) =
        store::missions::team_place(&mut tx, team).await?.ok_or(Error::Refused(Refusal::TeamNotMatched))?;
    let others = store::missions::of_request(&mut tx, request).await?;
    if others.iter().any(|other| other.mission.state.stage() != Stage::Ended) {
        return Err(Error::Refused(Refusal::MissionOpenAlready));
    }
    let mission = Mission::open(ctx.new_id(), &kept.request, title, place).map_err(Error::Refused)?;
    store::missions::insert(&mut tx, &mission, institution).await?;
    store::sheets::begin(&mut tx, &mission).await?;
    let loaded = store::missions::find(&mut tx, mission.id).await?.ok_or(Error::NotFound)?;
    tell(&mut tx, &loaded, "mission-opened", actor).await?;
    tx.commit().await?;
    Ok(mission.id)
}

/// Names who confirms the hours in the team.
///
/// # Errors
/// Refused without a name or an address, once the mission has ended, and when it was changed meanwhile.
pub async fn set_referent(ctx: &Ctx, id: Id<Mission>, version: i64, referent: &Contact) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    let loaded = store::missions::load_mission(&mut tx, actor, id, access::MISSION_MANAGE).await?;
    if loaded.mission.state.stage() == Stage::Ended {
        return Err(Error::Refused(Refusal::MissionEnded));
    }
    let referent = Some(referent.checked().map_err(Error::Refused)?);
    let mission = Mission { referent, ..loaded.mission };
    save(&mut tx, &mission, version, "mission-referent-named", actor).await?;
    Ok(tx.commit().await?)
}

/// Changes what a mission needs from a peer. Whoever has said yes reads the mission again and answers anew.
///
/// # Errors
/// Refused as [`Mission::adjust`] does, and when it was changed meanwhile.
pub async fn adjust(ctx: &Ctx, id: Id<Mission>, version: i64, needs: Needs) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    let loaded = store::missions::load_mission(&mut tx, actor, id, access::MISSION_MANAGE).await?;
    let mission = loaded.mission.adjust(needs).map_err(Error::Refused)?;
    let sheet = store::sheets::find(&mut tx, id).await?;
    let before = sheet.version;
    if !store::sheets::raise(&mut tx, before, &sheet.renewed()).await? {
        return Err(Error::Refused(Refusal::ChangedMeanwhile));
    }
    save(&mut tx, &mission, version, "mission-adjusted", actor).await?;
    Ok(tx.commit().await?)
}
