//! People are entered, changed and invited.
//!
//! The association that enters a person keeps a record of them; nobody else sees it, and others may keep their own. It
//! gives roles of its own, and roles in institutions (their heads and referents) to the people whom it invites. Whether
//! somebody with the same e-mail is here already, it does not learn: see [`super::joining`].

use passerelle_access::{Account, Actor, Facts, Role, Rule, account};
use passerelle_store::Tx;
use passerelle_web::Ctx;

use super::{
    actor, demand, first, invitations, record,
    roles::{Given, add_role},
};
use crate::{
    Error, Name, OrganisationId, PersonFacts, PersonId, Refusal, TeamId, access,
    store::people,
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
    enter_person(ctx, &mut tx, keeper, &facts, Given::today(ctx, role, org, team)).await.map(|id| (id, tx))
}

/// Writes a person with their first role as a part of something larger: whoever calls has looked at the right and at the
/// facts.
pub(super) async fn enter_person(
    ctx: &Ctx,
    tx: &mut Tx,
    keeper: OrganisationId,
    facts: &PersonFacts,
    given: Given,
) -> Result<PersonId, Error> {
    let id = write_person(ctx, tx, keeper, facts).await?;
    add_role(ctx, tx, keeper, id, given).await?;
    record(tx, Some(actor(ctx)?), "person-created", id.to_string()).await?;
    Ok(id)
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

/// Changes what the association knows of a person that was read at `version`. Once the person has come in, their name and
/// their e-mail are their own: they are the same for every association.
///
/// # Errors
/// Not found, forbidden, or refused: facts that are not in order, or somebody changed them meanwhile.
pub async fn update_person(ctx: &Ctx, id: PersonId, version: i64, facts: &PersonFacts) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let mut facts = facts.read().map_err(first)?;
    let mut tx = ctx.begin_write().await?;
    let (known, _) = load_person(&mut tx, actor, id, access::PEOPLE_MANAGE).await?;
    // Who does not see the number cannot have meant to remove it.
    if facts.phone.is_none() && open_phone(&mut tx, actor, id, &known).await?.is_none() {
        facts.phone = known.phone;
    }
    change_person(&mut tx, actor, id, version, &facts).await?;
    Ok(tx.commit().await?)
}

/// The same as a part of something larger: the facts are in order and leave out nothing.
pub(super) async fn change_person(
    tx: &mut Tx,
    actor: &Actor,
    id: PersonId,
    version: i64,
    facts: &PersonFacts,
) -> Result<(), Error> {
    let (known, _) = load_person(tx, actor, id, access::PEOPLE_MANAGE).await?;
    let is_theirs = account::has_come_in(tx, id).await?;
    // Else whoever manages people could send the letters of an account to themselves, and come in.
    if facts.email != known.email && is_theirs {
        return Err(Error::Refused(Refusal::EmailTheirs));
    }
    if facts.name != known.name && is_theirs {
        return Err(Error::Refused(Refusal::NameTheirs));
    }
    let keeper = keeper(actor)?;
    if !people::update(tx, keeper, id, facts, version).await? {
        return Err(Error::Refused(Refusal::Changed));
    }
    if !is_theirs {
        account::set_name(tx, id, &facts.name).await?;
        account::set_language(tx, id, facts.language).await?;
        set_address(tx, keeper, id, facts.email.as_deref()).await?;
    }
    record(tx, Some(actor), "person-changed", id.to_string()).await
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
