//! Two records of an association that are about one person become one; and two again, row by row.

use passerelle_access::account;
use passerelle_kernel::Id;
use passerelle_web::Ctx;

use super::{actor, invitations, keeper, load_person, record};
use crate::{
    Error, Merger, PersonId, Refusal, access,
    merger::Carried,
    store::{mergers, search::index_person},
};

/// All that names `gone` names `kept` from now on, except what `kept` has already. Nothing is removed, so it can be undone.
///
/// # Errors
/// Not found, forbidden, or refused: the same record twice, or one that its person has come in to. Theirs is theirs: two
/// accounts become one only by the person's own hand.
pub async fn merge_people(ctx: &Ctx, kept: PersonId, gone: PersonId) -> Result<Id<Merger>, Error> {
    let actor = actor(ctx)?;
    let org = keeper(actor)?;
    let mut tx = ctx.begin_write().await?;
    load_person(&mut tx, actor, kept, access::PEOPLE_MANAGE).await?;
    load_person(&mut tx, actor, gone, access::PEOPLE_MANAGE).await?;
    if kept == gone {
        return Err(Error::Refused(Refusal::MergerOfOne));
    }
    if account::has_come_in(&mut tx, gone).await? {
        return Err(Error::Refused(Refusal::MergerTheirs));
    }
    let carried = Carried::over(&mut tx, ctx.app().references(), gone, kept).await?;
    // What was sent to the one that steps back leads nowhere any more.
    invitations::revoke(&mut tx, gone).await?;
    if !account::merge(&mut tx, gone, kept).await? {
        return Err(Error::Refused(Refusal::MergerTheirs));
    }
    let merger = Merger { id: tx.new_id(), org, gone, kept, carried, at: ctx.now(), by: actor.account };
    mergers::insert(&mut tx, &merger).await?;
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
    let made = mergers::of_kept(&mut tx, org, kept).await?;
    let (merger, name) = made.into_iter().find(|(merger, _)| merger.id == id).ok_or(Error::NotFound)?;
    if !account::part(&mut tx, merger.gone, kept).await? || !mergers::undone(&mut tx, id, actor.account).await? {
        return Err(Error::NotFound);
    }
    let count = merger.carried.back(&mut tx, ctx.app().references(), merger.gone, kept).await?;
    account::set_name(&mut tx, merger.gone, &name).await?;
    index_person(&mut tx, merger.gone).await?;
    index_person(&mut tx, kept).await?;
    record(&mut tx, Some(actor), "person-parted", kept.to_string()).await?;
    tx.commit().await?;
    Ok(count)
}
