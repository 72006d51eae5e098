//! People are entered, invited, and hold roles for a time.
//!
//! The association that enters a person keeps a record of them; nobody else sees it, and others may keep their own. It
//! gives roles of its own, and roles in institutions (their heads and referents) to the people whom it invites. Whether
//! somebody with the same e-mail is here already, it does not learn: see [`super::joining`].

use passerelle_access::{Account, Actor, Facts, Membership, Role, Rule, account, membership};
use passerelle_kernel::Date;
use passerelle_store::Tx;
use passerelle_web::Ctx;

use super::{actor, demand, first, invitations, record};
use crate::{
    Error, Name, OrganisationId, PersonFacts, PersonId, Refusal, TeamId, access,
    membership::{check_beside, check_place, last_day},
    store::{organisations::find_organisation, people, teams::find_team},
    visibility::{Audience, PersonFact},
};

/// The person as the association of the actor knows them, if the actor has the right on them; with the version of the
/// record.
pub(crate) async fn load_person(
    tx: &mut Tx,
    actor: &Actor,
    id: PersonId,
    rule: &'static Rule,
) -> Result<(PersonFacts, i64), Error> {
    let keeper = keeper(actor).map_err(|_| Error::NotFound)?;
    let version = people::version(tx, keeper, id).await?.ok_or(Error::NotFound)?;
    let facts = Facts { association: Some(keeper), person: Some(id), ..Facts::default() };
    demand(tx, actor, access::PEOPLE_READ, rule, &facts)?;
    Ok((people::find_person(tx, keeper, id).await?.ok_or(Error::NotFound)?, version))
}

/// The association in which the actor acts, whose records are meant.
pub(crate) fn keeper(actor: &Actor) -> Result<OrganisationId, Error> {
    actor.seat.as_ref().map(|seat| seat.org).ok_or(Error::Forbidden)
}

/// Enters a person with their first role, from today on. They are not written to: see [`welcome_person`], [`super::invite`].
///
/// # Errors
/// Forbidden, or refused: facts that are not in order, an e-mail that somebody of the association has, a role that cannot
/// be held there.
pub async fn create_person(
    ctx: &Ctx,
    facts: &PersonFacts,
    role: Role,
    org: OrganisationId,
    team: Option<TeamId>,
) -> Result<PersonId, Error> {
    let (id, tx) = enter(ctx, facts, role, org, team).await?;
    tx.commit().await?;
    Ok(id)
}

/// Enters a person as [`create_person`] does, and invites them if they have an e-mail address.
///
/// # Errors
/// As [`create_person`].
pub async fn welcome_person(
    ctx: &Ctx,
    facts: &PersonFacts,
    role: Role,
    org: OrganisationId,
    team: Option<TeamId>,
) -> Result<PersonId, Error> {
    let (id, mut tx) = enter(ctx, facts, role, org, team).await?;
    let actor = actor(ctx)?;
    let facts = people::find_person(&mut tx, keeper(actor)?, id).await?.ok_or(Error::NotFound)?;
    if facts.email.is_some() {
        invitations::write(&mut tx, actor, id, facts).await?;
    }
    tx.commit().await?;
    Ok(id)
}

/// Writes a person with their first role; the transaction is still open.
async fn enter(
    ctx: &Ctx,
    facts: &PersonFacts,
    role: Role,
    org: OrganisationId,
    team: Option<TeamId>,
) -> Result<(PersonId, Tx), Error> {
    let actor = actor(ctx)?;
    let keeper = if actor.holds(access::PEOPLE_MANAGE) { keeper(actor)? } else { return Err(Error::Forbidden) };
    let facts = facts.read().map_err(first)?;
    let mut tx = ctx.begin_write().await?;
    let id = write_person(ctx, &mut tx, keeper, &facts).await?;
    add_role(ctx, &mut tx, keeper, id, role, org, team).await?;
    record(&mut tx, Some(actor), "person-created", id.to_string()).await?;
    Ok((id, tx))
}

/// Writes the account and the record of a person.
pub(super) async fn write_person(
    ctx: &Ctx,
    tx: &mut Tx,
    keeper: OrganisationId,
    facts: &PersonFacts,
) -> Result<PersonId, Error> {
    let id: PersonId = ctx.new_id();
    let zone = facts.country.zone().unwrap_or_else(|| ctx.words().zone().iana_name().unwrap_or("UTC")).to_owned();
    let name = facts.name.clone();
    account::create(tx, &Account { id, email: None, name, language: facts.language, zone }).await?;
    set_address(tx, keeper, id, facts.email.as_deref()).await?;
    people::insert(tx, id, keeper, facts).await?;
    Ok(id)
}

/// Gives somebody who has never come in their e-mail. Only what the association knows anyway stands in the way.
async fn set_address(tx: &mut Tx, keeper: OrganisationId, id: PersonId, email: Option<&str>) -> Result<(), Error> {
    if let Some(email) = email
        && people::is_known_by_email(tx, keeper, email, id).await?
    {
        return Err(Error::Refused(Refusal::EmailTaken));
    }
    // Links that were sent to another address, or led elsewhere, lead nowhere any more.
    invitations::revoke(tx, id).await?;
    Ok(account::set_address(tx, id, email).await?)
}

/// Writes a membership from today on, if the role can be held there.
pub(super) async fn add_role(
    ctx: &Ctx,
    tx: &mut Tx,
    keeper: OrganisationId,
    person: PersonId,
    role: Role,
    org: OrganisationId,
    team: Option<TeamId>,
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
    let (id, from_on) = (ctx.new_id(), ctx.today());
    let new = Membership { id, account: person, org, team, role, place, from_on, until_on: None };
    check_beside(&new, &people::memberships(tx, keeper, person).await?).map_err(Error::Refused)?;
    Ok(membership::create(tx, &new, keeper).await?)
}

/// Changes what the association knows of a person that was read at `version`. Once the person has come in, their name and
/// their e-mail are their own: they are the same for every association.
///
/// # Errors
/// Not found, forbidden, or refused: facts that are not in order, or somebody changed them meanwhile.
pub async fn update_person(ctx: &Ctx, id: PersonId, version: i64, facts: &PersonFacts) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let facts = facts.read().map_err(first)?;
    let mut tx = ctx.begin_write().await?;
    let (known, _) = load_person(&mut tx, actor, id, access::PEOPLE_MANAGE).await?;
    let mut facts = facts;
    // Who does not see the number cannot have meant to remove it.
    if facts.phone.is_none() && open_phone(&mut tx, actor, id, &known).await?.is_none() {
        facts.phone = known.phone;
    }
    let is_theirs = account::has_come_in(&mut tx, id).await?;
    // Else whoever manages people could send the letters of an account to themselves, and come in.
    if facts.email != known.email && is_theirs {
        return Err(Error::Refused(Refusal::EmailTheirs));
    }
    if facts.name != known.name && is_theirs {
        return Err(Error::Refused(Refusal::NameTheirs));
    }
    let keeper = keeper(actor)?;
    if !people::update(&mut tx, keeper, id, &facts, version).await? {
        return Err(Error::Refused(Refusal::Changed));
    }
    if !is_theirs {
        account::set_name(&mut tx, id, &facts.name).await?;
        account::set_language(&mut tx, id, facts.language).await?;
        set_address(&mut tx, keeper, id, facts.email.as_deref()).await?;
    }
    record(&mut tx, Some(actor), "person-changed", id.to_string()).await?;
    Ok(tx.commit().await?)
}

/// The telephone number, if the person shows it to the coordination.
pub(crate) async fn open_phone(
    tx: &mut Tx,
    actor: &Actor,
    id: PersonId,
    facts: &PersonFacts,
) -> Result<Option<String>, Error> {
    let opened = crate::store::visibility::opened(tx, keeper(actor)?, id).await?;
    Ok(facts.phone.clone().filter(|_| opened.shows(Audience::Coordinators, PersonFact::Phone)))
}

/// The person who acts writes their name as they want to be called, for every association.
///
/// # Errors
/// Refused when it is not a name.
pub async fn rename_oneself(ctx: &Ctx, name: &str) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let name = Name::new(name).map_err(Error::Refused)?;
    let mut tx = ctx.begin_write().await?;
    account::set_name(&mut tx, actor.account, name.as_str()).await?;
    people::rename(&mut tx, actor.account, name.as_str()).await?;
    record(&mut tx, Some(actor), "person-renamed", actor.account.to_string()).await?;
    Ok(tx.commit().await?)
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
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    load_person(&mut tx, actor, person, access::PEOPLE_MANAGE).await?;
    add_role(ctx, &mut tx, keeper(actor)?, person, role, org, team).await?;
    record(&mut tx, Some(actor), "role-given", person.to_string()).await?;
    Ok(tx.commit().await?)
}

/// Ends a role that the association has given a person; `last` is its last day.
///
/// # Errors
/// Not found, forbidden, or refused when the day is before the first, or nobody would be left to run the association.
pub async fn end_membership(
    ctx: &Ctx,
    person: PersonId,
    id: passerelle_kernel::Id<Membership>,
    last: Date,
) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    load_person(&mut tx, actor, person, access::PEOPLE_MANAGE).await?;
    let given = people::memberships(&mut tx, keeper(actor)?, person).await?;
    let held = given.into_iter().find(|held| held.id == id).ok_or(Error::NotFound)?;
    let last = last_day(&held, last).map_err(Error::Refused)?;
    if held.role == Role::Admin {
        let admins = people::people_with_role(&mut tx, held.org, Role::Admin, ctx.today()).await?;
        if !admins.iter().any(|admin| admin.id != person) {
            return Err(Error::Refused(Refusal::LastAdmin));
        }
    }
    membership::end(&mut tx, id, last).await?;
    record(&mut tx, Some(actor), "role-ended", person.to_string()).await?;
    Ok(tx.commit().await?)
}
