//! Before a peer is found: the points of the sheet, proposals to peers who fit, their answers.

use passerelle_access::{Actor, Rule};
use passerelle_kernel::{Date, Id};
use passerelle_store::{Event, Tx};
use passerelle_web::Ctx;
use serde_json::json;

use super::{actor, save, tell, write_to};
use crate::{
    Error, access,
    matching::{self, Fit, Weights},
    mission::{Mission, Stage},
    outside::Person,
    proposal::{self, Proposal, Reply},
    refusal::Refusal,
    sheet::Point,
    stamp::Stamp,
    store::{self, missions::Loaded},
};

/// The answer to a point of the sheet.
#[derive(Clone, Debug)]
pub enum PointAnswer {
    /// Settled in these words.
    Words(String),
    /// To be settled together until this day.
    OpenUntil(Date),
}

/// Answers one point of the sheet that was shown in this version.
///
/// # Errors
/// Refused without words, for a day that is not ahead, for a point that may not stay open, when the sheet has changed
/// meanwhile, and once the mission has ended.
pub async fn settle_point(
    ctx: &Ctx,
    mission: Id<Mission>,
    version: u32,
    point: Point,
    answer: PointAnswer,
) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    let loaded = store::missions::load_mission(&mut tx, actor, mission, access::MISSION_MANAGE).await?;
    if loaded.mission.state.stage() == Stage::Ended {
        return Err(Error::Refused(Refusal::MissionEnded));
    }
    let sheet = store::sheets::find(&mut tx, mission).await?;
    let stamp = Stamp::of(actor.account, ctx.now());
    let sheet = match answer {
        PointAnswer::Words(words) => sheet.settle(point, &words, stamp),
        PointAnswer::OpenUntil(day) => sheet.leave_open(point, day, ctx.today(), stamp),
    };
    let sheet = sheet.map_err(Error::Refused)?;
    if !store::sheets::save(&mut tx, loaded.mission.org, version, &sheet, point).await? {
        return Err(Error::Refused(Refusal::ChangedMeanwhile));
    }
    tell(&mut tx, &loaded, "mission-sheet-changed", actor).await?;
    Ok(tx.commit().await?)
}

/// The peers who fit a mission now, those whom it suits best first, each with a name.
pub(crate) async fn fitting(
    tx: &mut Tx,
    loaded: &Loaded,
    weights: &Weights,
    today: Date,
) -> Result<Vec<(Fit, String)>, Error> {
    let candidates = store::candidates::of_mission(tx, loaded, today).await?;
    let (known, names): (Vec<_>, Vec<_>) = candidates.into_iter().unzip();
    // Everybody's wishes were looked at, whoever fits: who is noted tells nothing about anybody's private list.
    known.iter().for_each(|candidate| tx.looked(candidate.peer, access::PROPOSAL_MANAGE.name));
    let ids: Vec<Id<Person>> = known.iter().map(|candidate| candidate.peer).collect();
    let fits = matching::fitting(&store::requests::need(tx, &loaded.mission, today).await?, &known, weights);
    let name = |fit: &Fit| ids.iter().position(|id| *id == fit.peer()).and_then(|place| names.get(place)).cloned();
    Ok(fits.into_iter().map(|fit| (name(&fit).unwrap_or_default(), fit)).map(|(name, fit)| (fit, name)).collect())
}

/// Proposes a mission to these peers, who get a letter.
///
/// # Errors
/// Refused without a complete sheet, once a peer is agreed, when one of them does not fit or has a proposal already
/// (one word for both), and when the day for the answer is not ahead.
pub async fn propose(ctx: &Ctx, mission: Id<Mission>, peers: &[Id<Person>], answer_by: Date) -> Result<(), Error> {
    let mut tx = ctx.begin_write().await?;
    propose_in(&mut tx, ctx, mission, peers, answer_by).await?;
    Ok(tx.commit().await?)
}

/// The same as a part of more. What is refused for the first peer has changed nothing.
pub(super) async fn propose_in(
    tx: &mut Tx,
    ctx: &Ctx,
    mission: Id<Mission>,
    peers: &[Id<Person>],
    answer_by: Date,
) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let loaded = store::missions::load_mission(tx, actor, mission, access::PROPOSAL_MANAGE).await?;
    let sheet = store::sheets::find(tx, mission).await?;
    let complete = sheet.complete().map_err(Error::Refused)?;
    if peers.is_empty() {
        return Err(Error::Refused(Refusal::ChoiceMissing));
    }
    let proposed = loaded.mission.clone().propose(complete, ctx.now()).map_err(Error::Refused)?;
    let fits = fitting(tx, &loaded, &Weights::default(), ctx.today()).await?;
    let asked = store::proposals::of_mission(tx, mission).await?;
    for peer in peers {
        let is_asked = |other: &Proposal| other.peer == *peer && other.stage() != proposal::Stage::Closed;
        let fit = fits.iter().map(|(fit, _)| fit).find(|fit| fit.peer() == *peer && !asked.iter().any(is_asked));
        let fit = fit.ok_or(Error::Refused(Refusal::DoesNotFit))?;
        let stamp = Stamp::of(actor.account, ctx.now());
        let proposal =
            Proposal::to(tx.new_id(), fit, complete, answer_by, ctx.today(), stamp).map_err(Error::Refused)?;
        store::proposals::insert(tx, loaded.mission.org, &proposal).await?;
        tell_proposal(tx, &proposal, (access::PROPOSAL_MANAGE, "proposal-made"), &loaded, actor).await?;
        let place = loaded.place();
        let args = [("mission", proposed.title.as_str()), ("place", place.as_str()), ("org", loaded.org_name.as_str())];
        write_to(tx, *peer, "placement-letter-proposal", &args, &format!("/proposals/{}", proposal.id)).await?;
    }
    save(tx, &proposed, loaded.version, "mission-proposed", actor).await
}

/// The peer answers a proposal, or answers otherwise than before.
///
/// # Errors
/// Refused once the mission is given, for a later day that is not ahead, and for a yes to a sheet that has changed or to a
/// mission that the peer's own choices keep away: nobody would see that yes.
pub async fn answer_proposal(ctx: &Ctx, id: Id<Proposal>, reply: Reply) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    let proposal = store::proposals::load_proposal(&mut tx, actor, id).await?;
    let loaded = store::missions::find(&mut tx, proposal.mission).await?.ok_or(Error::NotFound)?;
    if let Reply::Yes { sheet_version } = reply
        && sheet_version != store::sheets::find(&mut tx, proposal.mission).await?.version
    {
        return Err(Error::Refused(Refusal::SheetChanged));
    }
    let answered = proposal.answer(reply, actor.account, ctx.today(), ctx.now()).map_err(Error::Refused)?;
    if answered.stage() == proposal::Stage::Yes {
        let candidate = store::candidates::one(&mut tx, &loaded, answered.peer, ctx.today()).await?;
        let need = store::requests::need(&mut tx, &loaded.mission, ctx.today()).await?;
        if candidate.is_none_or(|candidate| matching::fit(&need, &candidate).is_err()) {
            return Err(Error::Refused(Refusal::OwnChoices));
        }
    }
    store::proposals::save(&mut tx, &answered).await?;
    tell_proposal(&mut tx, &answered, (access::PROPOSAL_ANSWER, "proposal-answered"), &loaded, actor).await?;
    Ok(tx.commit().await?)
}

/// Writes an event about a proposal. Its subject is the proposal: nothing of it shows in the history of the mission,
/// which the team and the peer read.
pub(super) async fn tell_proposal(
    tx: &mut Tx,
    proposal: &Proposal,
    (rule, kind): (&Rule, &'static str),
    loaded: &Loaded,
    by: &Actor,
) -> Result<(), Error> {
    let event = Event {
        kind,
        org: Some(loaded.mission.org.to_string()),
        partner: None,
        subject: proposal.id.to_string(),
        actor: Some(by.account.to_string()),
        detail: &json!({}),
    };
    Ok(tx.record_about(event, by.about(rule, Some(proposal.peer))).await?)
}
