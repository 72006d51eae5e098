//! Organisations are entered, changed, and become members of networks.

use passerelle_access::{Actor, Facts, Rule, membership};
use passerelle_kernel::Date;
use passerelle_store::Tx;
use passerelle_web::Ctx;

use super::{actor, descriptions::note_entry, entries::note_right, first, record};
use crate::{
    Error, NetworkLink, Organisation, OrganisationFacts, OrganisationId, OrganisationKind, Period, Refusal, access,
    entry::EntryKind,
    store::{self, organisations::find_organisation},
};

/// Whether the actor has this right on the organisation. The record of another association is its own.
pub(crate) fn may_change(actor: &Actor, id: OrganisationId, kind: OrganisationKind, rule: &Rule) -> bool {
    let id = Some(id);
    let ours = actor.seat.as_ref().map(|seat| seat.org) == id;
    let facts = Facts { association: id, institution: id, ..Facts::default() };
    (ours || kind != OrganisationKind::Association) && actor.may(rule, &facts)
}

/// The organisation, if the actor has the right on it. Everybody who holds a role reads every organisation.
pub(crate) async fn load_organisation(
    tx: &mut Tx,
    actor: &Actor,
    id: OrganisationId,
    rule: &'static Rule,
) -> Result<Organisation, Error> {
    let organisation = find_organisation(tx, id).await?.ok_or(Error::NotFound)?;
    let reads = actor.may(access::ORGANISATIONS_READ, &Facts::default());
    match rule.name == access::ORGANISATIONS_READ.name || may_change(actor, organisation.id, organisation.kind, rule) {
        true if reads => Ok(organisation),
        false if reads => Err(Error::Forbidden),
        _ => Err(Error::NotFound),
    }
}

/// Enters an organisation.
///
/// # Errors
/// Forbidden without the right; refused with the first reason when the facts are not in order.
pub async fn create_organisation(ctx: &Ctx, facts: &OrganisationFacts) -> Result<OrganisationId, Error> {
    let mut tx = ctx.begin_write().await?;
    let id = enter_organisation(&mut tx, ctx, facts).await?;
    tx.commit().await?;
    Ok(id)
}

/// Enters an organisation as a part of something larger: the transaction is the caller's.
///
/// # Errors
/// As [`create_organisation`].
pub async fn enter_organisation(tx: &mut Tx, ctx: &Ctx, facts: &OrganisationFacts) -> Result<OrganisationId, Error> {
    let actor = actor(ctx)?;
    if !actor.holds(access::ORGANISATIONS_MANAGE) {
        return Err(Error::Forbidden);
    }
    let organisation = facts.read(ctx.new_id(), ctx.now()).map_err(first)?;
    store::organisations::insert(tx, &organisation).await?;
    let id = organisation.id.to_string();
    note_right(tx, organisation.id, EntryKind::Organisation, &id, actor.account).await?;
    record(tx, Some(actor), "organisation-created", id).await?;
    Ok(organisation.id)
}

/// Changes an organisation that was read at `version`. Who may only change the address changes nothing else.
///
/// # Errors
/// Not found, forbidden, or refused: facts that are not in order, or somebody changed it meanwhile.
pub async fn update_organisation(
    ctx: &Ctx,
    id: OrganisationId,
    version: i64,
    facts: &OrganisationFacts,
) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    let known = load_organisation(&mut tx, actor, id, access::ORGANISATION_ADDRESS).await?;
    let whole = may_change(actor, known.id, known.kind, access::ORGANISATIONS_MANAGE);
    let facts = if whole { facts.clone() } else { address_only(&known, facts) };
    let mut organisation = facts.read(id, ctx.now()).map_err(first)?;
    if facts.takes_requests {
        organisation.takes_requests_at = known.takes_requests_at.or(organisation.takes_requests_at);
    }
    // The place that a registry gave is more exact than the town's.
    if organisation.town == known.town && organisation.country == known.country {
        organisation.point = known.point.or(organisation.point);
    }
    if !store::organisations::update(&mut tx, &organisation, version).await? {
        return Err(Error::Refused(Refusal::Changed));
    }
    if organisation.name != known.name {
        membership::rename_org(&mut tx, id, organisation.called().as_str()).await?;
    }
    note_entry(&mut tx, &known, &organisation, actor.account).await?;
    note_right(&mut tx, id, EntryKind::Organisation, &id.to_string(), actor.account).await?;
    record(&mut tx, Some(actor), "organisation-changed", id.to_string()).await?;
    Ok(tx.commit().await?)
}

/// What is known, with the address and the references on invoices as typed.
fn address_only(known: &Organisation, typed: &OrganisationFacts) -> OrganisationFacts {
    let typed = typed.clone();
    OrganisationFacts {
        town: typed.town,
        post_code: typed.post_code,
        address: typed.address,
        siret: typed.siret,
        enterprise: typed.enterprise,
        vat: typed.vat,
        email: typed.email,
        phone: typed.phone,
        electronic_address: typed.electronic_address,
        ..OrganisationFacts::of(known)
    }
}

/// Makes an organisation a member of a network from a day on.
///
/// # Errors
/// Not found, forbidden, or refused: no network, a member already, or a circle.
pub async fn link_to_network(
    ctx: &Ctx,
    network: OrganisationId,
    member: OrganisationId,
    from_on: Date,
) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    load_organisation(&mut tx, actor, member, access::ORGANISATIONS_MANAGE).await?;
    let network = find_organisation(&mut tx, network).await?.ok_or(Error::Refused(Refusal::NotANetwork))?;
    let period = Period::new(from_on, None).map_err(Error::Refused)?;
    let link = NetworkLink { id: ctx.new_id(), network: network.id, member, period };
    link.check(&network, &store::networks::all(&mut tx).await?).map_err(Error::Refused)?;
    store::networks::insert(&mut tx, &link).await?;
    record(&mut tx, Some(actor), "network-joined", member.to_string()).await?;
    Ok(tx.commit().await?)
}
