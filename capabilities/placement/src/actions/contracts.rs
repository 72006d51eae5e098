//! The hours of contracts: the coordinator sets them, the peer is told.

use passerelle_access::{Decision, Facts, Rule};
use passerelle_directory::find_organisation;
use passerelle_kernel::Id;
use passerelle_store::{Event, Tx};
use passerelle_web::Ctx;
use serde_json::json;

use super::missions::{actor, write_to};
use crate::{
    Error,
    access::{CONTRACT_MANAGE, CONTRACT_READ},
    contract::Term,
    outside::{Organisation, Person},
    store,
};

/// The association for which the actor may do this with the contract of a peer.
///
/// # Errors
/// Forbidden; not found for somebody who never was a peer of that association.
pub(crate) async fn load(
    tx: &mut Tx,
    ctx: &Ctx,
    peer: Id<Person>,
    rule: &'static Rule,
) -> Result<Id<Organisation>, Error> {
    let actor = actor(ctx)?;
    let org = actor.association(rule).ok_or(Error::Forbidden)?;
    if !store::contracts::is_peer(tx, org, peer).await? {
        return Err(Error::NotFound);
    }
    let facts = Facts { association: Some(org), person: Some(peer), ..Facts::default() };
    match actor.decide(tx, CONTRACT_READ, rule, &facts) {
        Decision::Yes => Ok(org),
        Decision::Forbidden => Err(Error::Forbidden),
        Decision::Hidden => Err(Error::NotFound),
    }
}

/// Sets the hours a week of a peer of the actor's association from a day on. What was set before stays.
///
/// # Errors
/// As [`load`]; refused for less than nothing and for more than the law lets ([`Term::new`]).
pub async fn set_contract(ctx: &Ctx, peer: Id<Person>, term: Term) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    let org = load(&mut tx, ctx, peer, CONTRACT_MANAGE).await?;
    store::contracts::set(&mut tx, org, peer, term, actor.account).await?;
    let event = Event {
        kind: "contract-set",
        org: Some(org.to_string()),
        partner: None,
        subject: peer.to_string(),
        actor: Some(actor.account.to_string()),
        detail: &json!({}),
    };
    tx.record_about(event, actor.about(CONTRACT_MANAGE, Some(peer))).await?;
    let own = find_organisation(&mut tx, org).await?.ok_or(Error::NotFound)?;
    write_to(&mut tx, peer, "placement-letter-contract", &[("org", own.name.as_str())], "/me/contract").await?;
    Ok(tx.commit().await?)
}
