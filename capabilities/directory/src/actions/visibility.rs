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

/// What is held about a person beside the account, as they see it themselves.
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

/// Everything about a person that audiences may see; nothing when no association keeps a record.
pub(crate) async fn find_own(tx: &mut Tx, person: PersonId, on: Date) -> Result<Option<Own>, Error> {
    let Some((keeper, _)) = people::keeper(tx, person).await? else { return Ok(None) };
    let Some(facts) = people::find_person(tx, person).await? else { return Ok(None) };
    let roles = store::roles(tx, person, keeper, on).await?;
    let visibility = store::opened(tx, person).await?;
    Ok(Some(Own { facts, roles, visibility }))
}

/// What an audience sees of a person on this day; nothing when they do not show themselves to it.
///
/// The caller answers for who the audience is: see [`audience_of`], and for [`Audience::Teams`] a mission that is
/// agreed or runs there.
///
/// # Errors
/// The engine's error.
pub async fn seen_person(
    tx: &mut Tx,
    person: Id<Account>,
    audience: Audience,
    on: Date,
) -> Result<Option<Seen>, Error> {
    Ok(find_own(tx, person, on).await?.and_then(|own| own.seen_by(audience)))
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

/// The person who acts chooses who sees what of them.
///
/// # Errors
/// Not found when no association keeps a record of them.
pub async fn choose_visibility(ctx: &Ctx, chosen: &Visibility) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    let (keeper, _) = people::keeper(&mut tx, actor.account).await?.ok_or(Error::NotFound)?;
    let before = store::opened(&mut tx, actor.account).await?;
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
