//! Teams are entered and changed.

use passerelle_access::{Actor, Rule, membership};
use passerelle_kernel::Id;
use passerelle_store::Tx;
use passerelle_web::Ctx;

use super::{actor, first, load_organisation, record};
use crate::{
    Error, Name, Organisation, OrganisationId, Point, Refusal, TeamFacts, TeamId, Towns, access,
    name::one_line,
    store::teams::{self, Written, find_team},
};

/// The team with its organisation, if the actor has the right on that.
pub(crate) async fn load_team(
    tx: &mut Tx,
    actor: &Actor,
    id: TeamId,
    rule: &'static Rule,
) -> Result<(TeamFacts, Organisation), Error> {
    let team = find_team(tx, id).await?.ok_or(Error::NotFound)?;
    let organisation = load_organisation(tx, actor, team.org, rule).await?;
    Ok((team, organisation))
}

/// Enters a team; an empty town is the organisation's.
///
/// # Errors
/// Not found, forbidden, or refused without a name.
pub async fn create_team(ctx: &Ctx, org: OrganisationId, name: &str, town: &str) -> Result<TeamId, Error> {
    let mut tx = ctx.begin_write().await?;
    let id = enter_team(&mut tx, ctx, org, name, town).await?;
    tx.commit().await?;
    Ok(id)
}

/// Enters a team as a part of something larger: the transaction is the caller's.
///
/// # Errors
/// As [`create_team`].
pub async fn enter_team(tx: &mut Tx, ctx: &Ctx, org: OrganisationId, name: &str, town: &str) -> Result<TeamId, Error> {
    let actor = actor(ctx)?;
    let organisation = load_organisation(tx, actor, org, access::ORGANISATIONS_MANAGE).await?;
    let (name, town, point) = read(&organisation, name, town)?;
    let id: TeamId = Id::new(ctx.now(), ctx.db().chance());
    let team = Written { id, org, name: name.as_str(), town: town.as_deref(), point };
    teams::insert(tx, &team).await?;
    record(tx, Some(actor), "team-created", id.to_string()).await?;
    Ok(id)
}

/// Changes a team that was read at `version`.
///
/// # Errors
/// Not found, forbidden, or refused: without a name, or somebody changed it meanwhile.
pub async fn update_team(ctx: &Ctx, id: TeamId, version: i64, name: &str, town: &str) -> Result<(), Error> {
    let mut tx = ctx.begin_write().await?;
    change_team(&mut tx, ctx, id, version, name, town).await?;
    Ok(tx.commit().await?)
}

/// The same as a part of something larger: the transaction is the caller's.
pub(super) async fn change_team(
    tx: &mut Tx,
    ctx: &Ctx,
    id: TeamId,
    version: i64,
    name: &str,
    town: &str,
) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let (known, organisation) = load_team(tx, actor, id, access::ORGANISATIONS_MANAGE).await?;
    let (name, town, point) = read(&organisation, name, town)?;
    let team = Written { id, org: known.org, name: name.as_str(), town: town.as_deref(), point };
    if !teams::update(tx, &team, version).await? {
        return Err(Error::Refused(Refusal::Changed));
    }
    membership::rename_team(tx, id, name.as_str()).await?;
    record(tx, Some(actor), "team-changed", id.to_string()).await
}

fn read(organisation: &Organisation, name: &str, town: &str) -> Result<(Name, Option<String>, Option<Point>), Error> {
    let name = Name::new(name).map_err(|refusal| first(vec![refusal]))?;
    let town = Some(one_line(town)).filter(|town| !town.is_empty());
    let point = town.as_deref().and_then(|town| Towns::built_in().point(town, organisation.country));
    Ok((name, town, point))
}
