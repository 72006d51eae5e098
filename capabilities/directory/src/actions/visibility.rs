//! People choose who sees what of them; pages and other capabilities ask here what somebody sees of a person.

use passerelle_access::{Account, Actor};
use passerelle_kernel::{Date, Id};
use passerelle_store::{Event, Tx};
use passerelle_web::Ctx;
use serde_json::json;

use super::actor;
use crate::{
    Error, OrganisationId, PersonFacts, PersonId,
    store::{people, visibility as store},
    visibility::{Audience, Seen, Visibility},
};

/// What an association holds about a person beside the account, as they see it themselves.
#[derive(Clone, Debug)]
pub(crate) struct Own {
    pub facts: PersonFacts,
    pub roles: Vec<passerelle_access::Role>,
    pub visibility: Visibility,
}

impl Own {
    /// What an audience sees of the person.
    pub(crate) fn seen_by(&self, audience: Audience) -> Option<Seen> {
        Seen::by(audience, &self.visibility, &self.facts, &self.roles)
    }
}

/// Everything about a person that the audiences of an association may see; nothing when it keeps no record of them.
pub(crate) async fn find_own(
    tx: &mut Tx,
    keeper: OrganisationId,
    person: PersonId,
    on: Date,
) -> Result<Option<Own>, Error> {
    if people::version(tx, keeper, person).await?.is_none() {
        return Ok(None);
    }
    let Some(facts) = people::find_person(tx, keeper, person).await? else { return Ok(None) };
    let roles = store::roles(tx, person, keeper, on).await?;
    let visibility = store::opened(tx, keeper, person).await?;
    Ok(Some(Own { facts, roles, visibility }))
}

/// What an audience of the association `keeper` sees of a person on this day; nothing when they do not show themselves.
///
/// The caller answers for who the audience is: see [`audience_of`], and for [`Audience::Teams`] a mission that is
/// agreed or runs there.
///
/// # Errors
/// The engine's error.
pub async fn seen_person(
    tx: &mut Tx,
    keeper: OrganisationId,
    person: Id<Account>,
    audience: Audience,
    on: Date,
) -> Result<Option<Seen>, Error> {
    Ok(find_own(tx, keeper, person, on).await?.and_then(|own| own.seen_by(audience)))
}

/// The audience that the actor is for the people of `keeper`.
///
/// # Errors
/// The engine's error.
pub async fn audience_of(
    tx: &mut Tx,
    actor: &Actor,
    keeper: OrganisationId,
    on: Date,
) -> Result<Option<Audience>, Error> {
    let seat = actor.seat.as_ref().filter(|seat| seat.org != keeper);
    let networked = match seat {
        Some(seat) => store::networked(tx, keeper, seat.org, on).await?,
        None => false,
    };
    Ok(Audience::of(actor, keeper, networked))
}

/// The person who acts chooses who sees what of the record that an association keeps of them.
///
/// # Errors
/// Not found when it keeps none.
pub async fn choose_visibility(ctx: &Ctx, keeper: OrganisationId, chosen: &Visibility) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    people::version(&mut tx, keeper, actor.account).await?.ok_or(Error::NotFound)?;
    let before = store::opened(&mut tx, keeper, actor.account).await?;
    store::set(&mut tx, keeper, actor.account, chosen).await?;
    let only = |one: &Visibility, other: &Visibility| -> Vec<String> {
        let new = one.opened().filter(|(audience, fact)| !other.is_chosen(*audience, *fact));
        new.map(|(audience, fact)| format!("{} {}", audience.as_str(), fact.as_str())).collect()
    };
    let detail = json!({ "opened": only(chosen, &before), "closed": only(&before, chosen) });
    let (subject, by) = (actor.account.to_string(), Some(actor.account.to_string()));
    let event = Event {
        kind: "visibility-changed",
        org: Some(keeper.to_string()),
        partner: None,
        subject,
        actor: by,
        detail: &detail,
    };
    tx.record_about(event, actor.about_self()).await?;
    Ok(tx.commit().await?)
}
