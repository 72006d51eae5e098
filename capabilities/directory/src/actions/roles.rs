//! People hold roles for a time: given, and ended.

use passerelle_access::{Membership, Role, membership};
use passerelle_kernel::{Date, Id};
use passerelle_store::Tx;
use passerelle_web::Ctx;

use super::{actor, keeper, load_person, record};
use crate::{
    Error, OrganisationId, PersonId, Refusal, TeamId, access,
    membership::{check_beside, check_place, last_day},
    store::{organisations::find_organisation, people, teams::find_team},
};

/// A role that is given: where, and for which days.
#[derive(Clone, Copy, Debug)]
pub(super) struct Given {
    pub role: Role,
    pub org: OrganisationId,
    pub team: Option<TeamId>,
    pub from: Date,
    pub until: Option<Date>,
}

impl Given {
    /// From today on.
    pub fn today(ctx: &Ctx, role: Role, org: OrganisationId, team: Option<TeamId>) -> Self {
        Self { role, org, team, from: ctx.today(), until: None }
    }
}

/// Writes a membership, if the role can be held there.
pub(super) async fn add_role(
    ctx: &Ctx,
    tx: &mut Tx,
    keeper: OrganisationId,
    person: PersonId,
    Given { role, org, team, from, until }: Given,
) -> Result<(), Error> {
    let organisation = find_organisation(tx, org).await?.ok_or(Error::Refused(Refusal::RoleMissing))?;
    check_place(role, organisation.kind, team.is_some()).map_err(Error::Refused)?;
    if role.is_of_association() && org != keeper {
        return Err(Error::Forbidden);
    }
    let place = match team {
        None => organisation.called().to_string(),
        Some(team) => {
            let team = find_team(tx, team).await?.filter(|found| found.org == org);
            team.ok_or(Error::Refused(Refusal::RoleNeedsTeam))?.name
        }
    };
    let new = Membership { id: ctx.new_id(), account: person, org, team, role, place, from_on: from, until_on: until };
    check_beside(&new, &people::memberships(tx, keeper, person).await?).map_err(Error::Refused)?;
    Ok(membership::create(tx, &new, keeper).await?)
}

/// Gives a person another role, from today on.
///
/// # Errors
/// Not found, forbidden, or refused: the role is held already, or cannot be held there.
pub async fn give_role(
    ctx: &Ctx,
    person: PersonId,
    role: Role,
    org: OrganisationId,
    team: Option<TeamId>,
) -> Result<(), Error> {
    let mut tx = ctx.begin_write().await?;
    add_to_roles(ctx, &mut tx, person, Given::today(ctx, role, org, team)).await?;
    Ok(tx.commit().await?)
}

/// The same as a part of something larger, and for other days.
pub(super) async fn add_to_roles(ctx: &Ctx, tx: &mut Tx, person: PersonId, given: Given) -> Result<(), Error> {
    let actor = actor(ctx)?;
    load_person(tx, actor, person, access::PEOPLE_MANAGE).await?;
    add_role(ctx, tx, keeper(actor)?, person, given).await?;
    record(tx, Some(actor), "role-given", person.to_string()).await
}

/// Ends a role that the association has given a person; `last` is its last day.
///
/// # Errors
/// Not found, forbidden, or refused when the day is before the first, or nobody would be left to run the association.
pub async fn end_membership(ctx: &Ctx, person: PersonId, id: Id<Membership>, last: Date) -> Result<(), Error> {
    let mut tx = ctx.begin_write().await?;
    end_role(ctx, &mut tx, person, id, last).await?;
    Ok(tx.commit().await?)
}

/// The same as a part of something larger.
pub(super) async fn end_role(
    ctx: &Ctx,
    tx: &mut Tx,
    person: PersonId,
    id: Id<Membership>,
    last: Date,
) -> Result<(), Error> {
    let actor = actor(ctx)?;
    load_person(tx, actor, person, access::PEOPLE_MANAGE).await?;
    let given = people::memberships(tx, keeper(actor)?, person).await?;
    let held = given.into_iter().find(|held| held.id == id).ok_or(Error::NotFound)?;
    let last = last_day(&held, last).map_err(Error::Refused)?;
    if held.role == Role::Admin {
        let admins = people::people_with_role(tx, held.org, Role::Admin, ctx.today()).await?;
        if !admins.iter().any(|admin| admin.id != person) {
            return Err(Error::Refused(Refusal::LastAdmin));
        }
    }
    membership::end(tx, id, last).await?;
    record(tx, Some(actor), "role-ended", person.to_string()).await
}
