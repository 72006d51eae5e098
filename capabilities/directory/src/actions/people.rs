//! People are entered, invited, and hold roles for a time.
//!
//! The association that enters a person keeps their record; nobody else sees it. It gives roles of its own, and
//! roles in institutions (their heads and referents) to the people whom it invites.

use passerelle_access::{Account, Actor, Facts, Membership, Role, Rule, account, link, membership};
use passerelle_kernel::Date;
use passerelle_store::Tx;
use passerelle_web::{Ctx, Letter, LetterLink, send_letter};

use super::{actor, demand, first, record};
use crate::{
    Error, OrganisationId, PersonFacts, PersonId, Refusal, TeamId, access,
    membership::{check_beside, check_place, last_day},
    store::{organisations::find_organisation, people, teams::find_team},
    visibility::{Audience, PersonFact},
};

/// What an invitation's link is for; the page that accepts it looks for the same word.
const PURPOSE: &str = "invitation";
/// How long an invitation can be accepted, in days.
const DAYS: i64 = 14;

/// The person, if the actor has the right on them; with the version of the record.
pub(crate) async fn load_person(
    tx: &mut Tx,
    actor: &Actor,
    id: PersonId,
    rule: &'static Rule,
) -> Result<(PersonFacts, i64), Error> {
    let (keeper, version) = people::keeper(tx, id).await?.ok_or(Error::NotFound)?;
    let facts = Facts { association: Some(keeper), person: Some(id), ..Facts::default() };
    demand(tx, actor, access::PEOPLE_READ, rule, &facts)?;
    Ok((people::find_person(tx, id).await?.ok_or(Error::NotFound)?, version))
}

/// Enters a person with their first role, from today on. They are not written to: see [`welcome_person`], [`invite`].
///
/// # Errors
/// Forbidden, or refused: facts that are not in order, an e-mail that somebody has, a role that cannot be held there.
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
    let facts = people::find_person(&mut tx, id).await?.ok_or(Error::NotFound)?;
    if facts.email.is_some() {
        write_invitation(&mut tx, actor, id, facts).await?;
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
    let keeper = actor.seat.as_ref().filter(|_| actor.holds(access::PEOPLE_MANAGE)).map(|seat| seat.org);
    let keeper = keeper.ok_or(Error::Forbidden)?;
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
    let (email, name) = (facts.email.clone(), facts.name.clone());
    if let Some(email) = &email
        && account::find_by_email(tx, email).await?.is_some()
    {
        return Err(Error::Refused(Refusal::EmailTaken));
    }
    account::create(tx, &Account { id, email, name, language: facts.language, zone }).await?;
    people::insert(tx, id, keeper, facts).await?;
    Ok(id)
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
    check_beside(&new, &people::memberships(tx, person).await?).map_err(Error::Refused)?;
    Ok(membership::create(tx, &new).await?)
}

/// Changes what is known of a person that was read at `version`.
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
    if facts.phone.is_none() && open_phone(&mut tx, id, &known).await?.is_none() {
        facts.phone = known.phone;
    }
    // Else whoever manages people could send the letters of an account to themselves, and come in.
    if facts.email != known.email && account::has_come_in(&mut tx, id).await? {
        return Err(Error::Refused(Refusal::EmailTheirs));
    }
    if !people::update(&mut tx, id, &facts, version).await? {
        return Err(Error::Refused(Refusal::Changed));
    }
    match account::rename(&mut tx, id, &facts.name, facts.email.as_deref()).await {
        Err(passerelle_store::Error::Unique) => return Err(Error::Refused(Refusal::EmailTaken)),
        other => other?,
    }
    record(&mut tx, Some(actor), "person-changed", id.to_string()).await?;
    Ok(tx.commit().await?)
}

/// The telephone number, if the person shows it to the coordination.
pub(crate) async fn open_phone(tx: &mut Tx, id: PersonId, facts: &PersonFacts) -> Result<Option<String>, Error> {
    let opened = crate::store::visibility::opened(tx, id).await?;
    Ok(facts.phone.clone().filter(|_| opened.shows(Audience::Coordinators, PersonFact::Phone)))
}

/// Sends a person the letter with which they come in.
///
/// # Errors
/// Not found, forbidden, or refused when they have no e-mail address.
pub async fn invite(ctx: &Ctx, person: PersonId) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    let (facts, _) = load_person(&mut tx, actor, person, access::PEOPLE_MANAGE).await?;
    write_invitation(&mut tx, actor, person, facts).await?;
    Ok(tx.commit().await?)
}

/// Writes the letter with which a person comes in.
async fn write_invitation(tx: &mut Tx, actor: &Actor, person: PersonId, facts: PersonFacts) -> Result<(), Error> {
    let to = facts.email.ok_or(Error::Refused(Refusal::EmailMissing))?;
    let place = actor.seat.as_ref().map(|seat| seat.place.clone()).unwrap_or_default();
    let args = vec![("name".to_owned(), facts.name), ("place".to_owned(), place)];
    let purpose = Some((PURPOSE.to_owned(), person.to_string(), DAYS));
    let link = Some(LetterLink { path: "/invitations/".to_owned(), purpose });
    let key = "directory-mail-invitation".to_owned();
    send_letter(tx, &Letter { to, language: facts.language, key, args, link }).await?;
    record(tx, Some(actor), "person-invited", person.to_string()).await
}

/// Makes a link by which a person comes in, for whoever sets the server up; gives its path.
pub(super) async fn invitation_path(ctx: &Ctx, tx: &mut Tx, person: PersonId) -> Result<String, Error> {
    let secret = ctx.secret();
    link::create(tx, &secret, PURPOSE, &person.to_string(), DAYS).await?;
    Ok(format!("/invitations/{}", secret.reveal()))
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
    let keeper = actor.seat.as_ref().map(|seat| seat.org).ok_or(Error::Forbidden)?;
    add_role(ctx, &mut tx, keeper, person, role, org, team).await?;
    record(&mut tx, Some(actor), "role-given", person.to_string()).await?;
    Ok(tx.commit().await?)
}

/// Ends a role of a person; `last` is its last day.
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
    let held = membership::find(&mut tx, id).await?.filter(|held| held.account == person).ok_or(Error::NotFound)?;
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
