//! The coordinator agrees one yes: the mission has its peer, everybody else who was asked is thanked.

use passerelle_kernel::Id;
use passerelle_web::Ctx;

use super::{actor, propose, save, write_to};
use crate::{
    Error, access,
    matching::Weights,
    proposal::{self, Proposal, Stage},
    refusal::Refusal,
    stamp::Stamp,
    store,
};

/// Agrees a yes.
///
/// # Errors
/// Refused when it is not a yes to the present sheet, when the peer does not fit any more, and when the mission is taken.
pub async fn agree(ctx: &Ctx, id: Id<Proposal>) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    let chosen = store::proposals::find(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let loaded = store::missions::load_mission(&mut tx, actor, chosen.mission, access::PROPOSAL_MANAGE).await?;
    let sheet = store::sheets::find(&mut tx, chosen.mission).await?;
    let complete = sheet.complete().map_err(Error::Refused)?;
    let fits = propose::fitting(&mut tx, &loaded, &Weights::default(), ctx.today()).await?;
    let still_fits = |peer| fits.iter().any(|(fit, _)| fit.peer() == peer);
    if chosen.stage() == Stage::Yes && !still_fits(chosen.peer) {
        return Err(Error::Refused(Refusal::DoesNotFit));
    }
    let all = store::proposals::of_mission(&mut tx, chosen.mission).await?;
    let open: Vec<_> = all.iter().filter(|other| other.stage() != Stage::Closed).map(|other| other.id).collect();
    let stamp = Stamp::of(actor.account, ctx.now());
    let (mission, proposals) =
        proposal::agree(loaded.mission.clone(), complete, all, id, stamp).map_err(Error::Refused)?;
    let place = loaded.place();
    let args = [("mission", mission.title.as_str()), ("place", place.as_str()), ("org", loaded.org_name.as_str())];
    for proposal in proposals.iter().filter(|proposal| open.contains(&proposal.id)) {
        store::proposals::save(&mut tx, proposal).await?;
        if proposal.id == id {
            let path = format!("/missions/{}", mission.id);
            write_to(&mut tx, proposal.peer, "placement-letter-agreed", &args, &path).await?;
        } else if still_fits(proposal.peer) {
            write_to(&mut tx, proposal.peer, "placement-letter-closed", &args, "/proposals").await?;
        }
    }
    save(&mut tx, &mission, loaded.version, "mission-agreed", actor).await?;
    Ok(tx.commit().await?)
}
