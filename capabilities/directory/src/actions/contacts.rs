//! An organisation publishes how to reach it and its teams, changes that, and takes it back.

use passerelle_access::{Actor, Role};
use passerelle_kernel::Id;
use passerelle_web::Ctx;

use super::{actor, entries::note_right, first, load_organisation, record};
use crate::{
    Error, OrganisationId, Refusal, TeamId, access,
    entry::EntryKind,
    published::Contact,
    store::{contacts, entries, teams::find_team},
};

/// Whether the actor answers for a contact of this team: who welcomes peers in one team does not speak for another.
pub(crate) fn is_of_actor(actor: &Actor, team: Option<TeamId>) -> bool {
    actor.seat.as_ref().is_some_and(|seat| seat.role != Role::Referent || (team.is_some() && seat.team == team))
}

/// Publishes a contact (version 0), or changes one that was read at its version.
///
/// # Errors
/// Not found, forbidden, or refused: what is not in order, a team of others, or somebody changed it meanwhile.
pub async fn publish(ctx: &Ctx, contact: &Contact) -> Result<Id<Contact>, Error> {
    let actor = actor(ctx)?;
    let mut contact = contact.read().map_err(first)?;
    let mut tx = ctx.begin_write().await?;
    load_organisation(&mut tx, actor, contact.org, access::CONTACT_MANAGE).await?;
    let known = contacts::find(&mut tx, contact.id).await?;
    let of_another = known.as_ref().is_some_and(|known| known.org != contact.org || !is_of_actor(actor, known.team));
    if of_another || !is_of_actor(actor, contact.team) {
        return Err(Error::Refused(Refusal::TeamOfOthers));
    }
    if let Some(team) = contact.team {
        let found = find_team(&mut tx, team).await?.filter(|found| found.org == contact.org);
        found.ok_or(Error::Refused(Refusal::TeamOfOthers))?;
    }
    match known {
        None => {
            contact.id = tx.new_id();
            contacts::insert(&mut tx, &contact).await?;
        }
        Some(_) => {
            if !contacts::update(&mut tx, &contact).await? {
                return Err(Error::Refused(Refusal::Changed));
            }
        }
    }
    note_right(&mut tx, contact.org, EntryKind::Contact, &contact.id.to_string(), actor.account).await?;
    record(&mut tx, Some(actor), "contact-published", contact.org.to_string()).await?;
    tx.commit().await?;
    Ok(contact.id)
}

/// Takes a contact back. What is gone already stays gone.
///
/// # Errors
/// Not found, forbidden, or refused when it is of another team.
pub async fn take_back(ctx: &Ctx, org: OrganisationId, id: Id<Contact>) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    load_organisation(&mut tx, actor, org, access::CONTACT_MANAGE).await?;
    let Some(known) = contacts::find(&mut tx, id).await?.filter(|known| known.org == org) else { return Ok(()) };
    if !is_of_actor(actor, known.team) {
        return Err(Error::Refused(Refusal::TeamOfOthers));
    }
    contacts::delete(&mut tx, org, id).await?;
    entries::forget(&mut tx, EntryKind::Contact, &id.to_string()).await?;
    record(&mut tx, Some(actor), "contact-taken-back", org.to_string()).await?;
    Ok(tx.commit().await?)
}
