//! Agreements are made and changed; what may change once there is an invoice is the agreement's own rule.

use std::collections::BTreeSet;

use passerelle_access::Actor;
use passerelle_directory::find_organisation;
use passerelle_kernel::Id;
use passerelle_store::Tx;
use passerelle_web::Ctx;
use serde_json::json;

use super::{actor, record};
use crate::{
    Error, access,
    agreement::{Agreement, Terms},
    outside::Organisation,
    refusal::Refusal,
    store::agreements::{self as store, load_agreement},
};

/// Makes an agreement between the actor's association and an institution.
///
/// # Errors
/// Forbidden without the right; not found without such an institution; refused when a term is, or a mission is not one
/// of theirs.
pub async fn create_agreement(ctx: &Ctx, institution: Id<Organisation>, terms: &Terms) -> Result<Id<Agreement>, Error> {
    let actor = actor(ctx)?;
    let org = own_association(actor)?;
    let agreement = Agreement::make(ctx.new_id(), org, institution, terms.clone()).map_err(Error::Refused)?;
    let mut tx = ctx.begin_write().await?;
    find_organisation(&mut tx, institution).await?.ok_or(Error::NotFound)?;
    check_missions(&mut tx, &agreement).await?;
    store::insert(&mut tx, &agreement).await?;
    let detail = json!({ "rate": agreement.basis.rate(), "vat": agreement.vat });
    record(
        &mut tx,
        actor,
        (access::AGREEMENT_MANAGE, "agreement-made"),
        agreement.id.to_string(),
        (org, institution),
        &detail,
    )
    .await?;
    tx.commit().await?;
    Ok(agreement.id)
}

/// Changes an agreement that was read at `version`.
///
/// # Errors
/// Not found, forbidden, or refused: a term, a mission of others, somebody changed it meanwhile.
pub async fn change_agreement(ctx: &Ctx, id: Id<Agreement>, version: i64, terms: &Terms) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    let known = load_agreement(&mut tx, actor, id, access::AGREEMENT_MANAGE).await?;
    let agreement = known.agreement.change(terms.clone(), known.is_invoiced).map_err(Error::Refused)?;
    let (org, institution) = (agreement.org, agreement.institution);
    check_missions(&mut tx, &agreement).await?;
    if !store::save(&mut tx, &agreement, version).await? {
        return Err(Error::Refused(Refusal::AgreementChanged));
    }
    let detail = json!({ "rate": agreement.basis.rate(), "vat": agreement.vat });
    record(
        &mut tx,
        actor,
        (access::AGREEMENT_MANAGE, "agreement-changed"),
        id.to_string(),
        (org, institution),
        &detail,
    )
    .await?;
    Ok(tx.commit().await?)
}

/// The association whose agreements the actor may write.
fn own_association(actor: &Actor) -> Result<Id<Organisation>, Error> {
    actor.association(access::AGREEMENT_MANAGE).ok_or(Error::Forbidden)
}

/// Every mission is one of this association with this institution.
async fn check_missions(tx: &mut Tx, agreement: &Agreement) -> Result<(), Error> {
    let theirs = store::candidates(tx, agreement.org, agreement.institution).await?;
    let theirs: BTreeSet<_> = theirs.into_iter().map(|mission| mission.id).collect();
    if agreement.missions.is_subset(&theirs) { Ok(()) } else { Err(Error::Refused(Refusal::MissionOfOthers)) }
}
