//! Two records that are about the same person, organisation or team become one; and two again, row by row.
//!
//! Whoever may edit both records may merge them. A person's are the business of the association that keeps them; an
//! institution and its teams are public facts that several associations share and may all edit, so that any of them may
//! undo what one has done.

use passerelle_access::{Actor, account, membership};
use passerelle_kernel::Id;
use passerelle_store::{Tx, reference::Subject};
use passerelle_web::Ctx;

use super::{actor, invitations, keeper, load_organisation, load_person, load_team, record};
use crate::{
    Error, Merger, OrganisationId, Pair, PersonId, Refusal, TeamId, access,
    merger::{Carried, check_organisations, check_teams, is_held},
    store::{mergers, organisations, search, search::index_person, teams},
};

/// Carries everything over and notes it.
async fn merge(tx: &mut Tx, ctx: &Ctx, actor: &Actor, pair: Pair, place: Option<&str>) -> Result<Merger, Error> {
    let (references, at) = (ctx.app().references(), ctx.now());
    if is_held(tx, references, pair.noun, &pair.gone).await? {
        return Err(Error::Refused(Refusal::MergerAtWork));
    }
    // Pages say where somebody holds a role by the name that their membership bears.
    let called = match place {
        Some(_) => membership::at(tx, &pair.gone).await?,
        None => Vec::new(),
    };
    let mut carried = Carried::over(tx, references, &pair).await?;
    if let Some(place) = place {
        for (id, _) in &called {
            membership::call(tx, &pair.kept, id, place).await?;
        }
        membership::set_aside(tx, &pair.gone, at).await?;
    }
    carried.note_called(called.into_iter());
    let org = actor.seat.as_ref().map(|seat| seat.org).ok_or(Error::Forbidden)?;
    let merger = Merger { id: tx.new_id(), org, pair, carried, at, by: actor.account };
    mergers::insert(tx, &merger).await?;
    Ok(merger)
}

/// Takes back what a merger has carried, once its record is there again; gives how many rows went back.
async fn part(tx: &mut Tx, ctx: &Ctx, actor: &Actor, merger: &Merger) -> Result<usize, Error> {
    if !mergers::undone(tx, merger.id, actor.account).await? {
        return Err(Error::NotFound);
    }
    let pair = &merger.pair;
    if pair.noun != Subject::Person {
        membership::take_up(tx, &pair.gone, merger.at).await?;
    }
    let count = merger.carried.back(tx, ctx.app().references(), pair).await?;
    for (id, name) in merger.carried.called() {
        membership::call(tx, &pair.gone, id, name).await?;
    }
    Ok(count)
}

/// The merger of this id into this record, if it holds; with the name of the record that stepped back.
fn found(made: Vec<(Merger, mergers::Gone)>, id: Id<Merger>) -> Result<(Merger, String), Error> {
    let found = made.into_iter().find(|(merger, _)| merger.id == id);
    found.map(|(merger, gone)| (merger, gone.name)).ok_or(Error::NotFound)
}

/// All that names `gone` names `kept` from now on, except what `kept` has already. Nothing is removed, so it can be undone.
///
/// # Errors
/// Not found, forbidden, or refused: the same record twice, or one that its person has come in to. Theirs is theirs: two
/// accounts become one only by the person's own hand.
pub async fn merge_people(ctx: &Ctx, kept: PersonId, gone: PersonId) -> Result<Id<Merger>, Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    load_person(&mut tx, actor, kept, access::PEOPLE_MANAGE).await?;
    load_person(&mut tx, actor, gone, access::PEOPLE_MANAGE).await?;
    if kept == gone {
        return Err(Error::Refused(Refusal::MergerOfOne));
    }
    if account::has_come_in(&mut tx, gone).await? {
        return Err(Error::Refused(Refusal::MergerTheirs));
    }
    let merger = merge(&mut tx, ctx, actor, Pair::new(Subject::Person, gone, kept), None).await?;
    // What was sent to the one that steps back leads nowhere any more.
    invitations::revoke(&mut tx, gone).await?;
    if !account::merge(&mut tx, gone, kept).await? {
        return Err(Error::Refused(Refusal::MergerTheirs));
    }
    // It is not found by its words any more.
    tx.call(&account::address_name(gone), "").await?;
    tx.call(&gone.to_string(), "").await?;
    index_person(&mut tx, kept).await?;
    record(&mut tx, Some(actor), "person-merged", kept.to_string()).await?;
    tx.commit().await?;
    Ok(merger.id)
}

/// What a merger brought about is taken back, row by row; gives how many went back. What was added since stays.
///
/// # Errors
/// Not found when there is no such merger into this record, or it was undone before; forbidden.
pub async fn undo_merger(ctx: &Ctx, kept: PersonId, id: Id<Merger>) -> Result<usize, Error> {
    let actor = actor(ctx)?;
    let org = keeper(actor)?;
    let mut tx = ctx.begin_write().await?;
    load_person(&mut tx, actor, kept, access::PEOPLE_MANAGE).await?;
    let (merger, name) = found(mergers::of_person(&mut tx, org, kept).await?, id)?;
    let gone: PersonId = merger.pair.gone.parse().map_err(|_| Error::NotFound)?;
    if !account::part(&mut tx, gone, kept).await? {
        return Err(Error::NotFound);
    }
    let count = part(&mut tx, ctx, actor, &merger).await?;
    account::set_name(&mut tx, gone, &name).await?;
    index_person(&mut tx, gone).await?;
    index_person(&mut tx, kept).await?;
    record(&mut tx, Some(actor), "person-parted", kept.to_string()).await?;
    tx.commit().await?;
    Ok(count)
}

/// All that names the organisation `gone` names `kept` from now on, except what `kept` has already.
///
/// # Errors
/// Not found, forbidden, or refused: the same record twice, an association or a network, two kinds, two numbers of a
/// registry, or a record at work here.
pub async fn merge_organisations(ctx: &Ctx, kept: OrganisationId, gone: OrganisationId) -> Result<Id<Merger>, Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    let kept = load_organisation(&mut tx, actor, kept, access::ORGANISATIONS_MANAGE).await?;
    let gone = load_organisation(&mut tx, actor, gone, access::ORGANISATIONS_MANAGE).await?;
    check_organisations(&kept, &gone).map_err(Error::Refused)?;
    let pair = Pair::new(Subject::Organisation, gone.id, kept.id);
    let merger = merge(&mut tx, ctx, actor, pair, Some(kept.called().as_str())).await?;
    organisations::step_back(&mut tx, gone.id, kept.id).await?;
    membership::former(&mut tx, gone.id, gone.called().as_str()).await?;
    record(&mut tx, Some(actor), "organisation-merged", kept.id.to_string()).await?;
    tx.commit().await?;
    Ok(merger.id)
}

/// What a merger of organisations brought about is taken back, row by row; gives how many went back.
///
/// # Errors
/// Not found when there is no such merger into this record, or it was undone before; forbidden.
pub async fn part_organisations(ctx: &Ctx, kept: OrganisationId, id: Id<Merger>) -> Result<usize, Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    load_organisation(&mut tx, actor, kept, access::ORGANISATIONS_MANAGE).await?;
    let (merger, _) = found(mergers::of_organisation(&mut tx, kept).await?, id)?;
    let gone: OrganisationId = merger.pair.gone.parse().map_err(|_| Error::NotFound)?;
    if !organisations::come_back(&mut tx, gone, kept).await? {
        return Err(Error::NotFound);
    }
    membership::not_former(&mut tx, gone).await?;
    let count = part(&mut tx, ctx, actor, &merger).await?;
    let back = organisations::find_organisation(&mut tx, gone).await?.ok_or(Error::NotFound)?;
    search::index_organisation(&mut tx, &back).await?;
    record(&mut tx, Some(actor), "organisation-parted", kept.to_string()).await?;
    tx.commit().await?;
    Ok(count)
}

/// All that names the team `gone` names `kept` from now on, except what `kept` has already.
///
/// # Errors
/// Not found, forbidden, or refused: the same record twice, or teams of two organisations.
pub async fn merge_teams(ctx: &Ctx, kept: TeamId, gone: TeamId) -> Result<Id<Merger>, Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    let (kept, _) = load_team(&mut tx, actor, kept, access::ORGANISATIONS_MANAGE).await?;
    let (gone, _) = load_team(&mut tx, actor, gone, access::ORGANISATIONS_MANAGE).await?;
    check_teams(&kept, &gone).map_err(Error::Refused)?;
    let pair = Pair::new(Subject::Team, gone.id, kept.id);
    let merger = merge(&mut tx, ctx, actor, pair, Some(&kept.name)).await?;
    teams::step_back(&mut tx, gone.id, kept.id).await?;
    record(&mut tx, Some(actor), "team-merged", kept.id.to_string()).await?;
    tx.commit().await?;
    Ok(merger.id)
}

/// What a merger of teams brought about is taken back, row by row; gives how many went back.
///
/// # Errors
/// Not found when there is no such merger into this record, or it was undone before; forbidden.
pub async fn part_teams(ctx: &Ctx, kept: TeamId, id: Id<Merger>) -> Result<usize, Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    load_team(&mut tx, actor, kept, access::ORGANISATIONS_MANAGE).await?;
    let (merger, _) = found(mergers::of_team(&mut tx, kept).await?, id)?;
    let gone: TeamId = merger.pair.gone.parse().map_err(|_| Error::NotFound)?;
    if !teams::come_back(&mut tx, gone, kept).await? {
        return Err(Error::NotFound);
    }
    let count = part(&mut tx, ctx, actor, &merger).await?;
    teams::index(&mut tx, gone).await?;
    record(&mut tx, Some(actor), "team-parted", kept.to_string()).await?;
    tx.commit().await?;
    Ok(count)
}
