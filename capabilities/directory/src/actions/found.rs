//! The first steps on an empty server: an association (or a federation) and the person who runs it here.

use passerelle_access::Role;
use passerelle_web::Ctx;

use super::{
    entries::note_right,
    first, invitations,
    people::write_person,
    record,
    roles::{Given, add_role},
};
use crate::{
    Error, OrganisationFacts, OrganisationId, OrganisationKind, PersonFacts, PersonId, entry::EntryKind,
    store::organisations,
};

/// An association with its first person.
#[derive(Clone, Debug)]
pub struct Founded {
    /// The association.
    pub organisation: OrganisationId,
    /// Who runs it here.
    pub admin: PersonId,
    /// The path by which that person comes in, once, within 14 days. It is a secret.
    pub invitation: String,
}

/// Enters an association, or a federation of them, and its first admin. Needs nobody's right: only whoever runs the server may call it.
///
/// # Errors
/// Refused with the first reason when the facts are not in order.
pub async fn found(ctx: &Ctx, association: &OrganisationFacts, admin: &PersonFacts) -> Result<Founded, Error> {
    let kind =
        if association.kind == OrganisationKind::Federation { association.kind } else { OrganisationKind::Association };
    let association = OrganisationFacts { kind, ..association.clone() };
    let association = association.read(ctx.new_id(), ctx.now()).map_err(first)?;
    let facts = admin.read().map_err(first)?;
    let mut tx = ctx.begin_write().await?;
    organisations::insert(&mut tx, &association).await?;
    let admin = write_person(ctx, &mut tx, association.id, &facts).await?;
    let role = Given::today(ctx, Role::Admin, association.id, None);
    add_role(ctx, &mut tx, association.id, admin, role).await?;
    let entry = association.id.to_string();
    note_right(&mut tx, association.id, EntryKind::Organisation, &entry, admin).await?;
    let invitation = invitations::path(ctx, &mut tx, admin).await?;
    record(&mut tx, None, "organisation-created", association.id.to_string()).await?;
    tx.commit().await?;
    Ok(Founded { organisation: association.id, admin, invitation })
}
