//! The list of formalities of an association, and what is done of it for a mission.

use passerelle_access::Actor;
use passerelle_directory::find_organisation;
use passerelle_kernel::Id;
use passerelle_store::{Event, Tx};
use passerelle_web::Ctx;
use serde_json::json;

use super::{actor, tell};
use crate::{
    Error, access,
    formality::{Due, Formality, MOST, usual},
    mission::{Mission, Stage},
    outside::Organisation,
    refusal::Refusal,
    store,
};

fn own_association(actor: &Actor) -> Result<Id<Organisation>, Error> {
    actor.association(access::FORMALITIES).ok_or(Error::Forbidden)
}

async fn record(tx: &mut Tx, actor: &Actor, org: Id<Organisation>, kind: &'static str) -> Result<(), Error> {
    let (subject, by) = (org.to_string(), Some(actor.account.to_string()));
    let event = Event { kind, org: Some(subject.clone()), partner: None, subject, actor: by, detail: &json!({}) };
    Ok(tx.record_about(event, actor.about(access::FORMALITIES, None)).await?)
}

/// Adds a formality to the list of the actor's association.
///
/// # Errors
/// Forbidden; refused without words, with too many, and beyond [`MOST`].
pub async fn add_formality(ctx: &Ctx, text: &str, country: &str, blocking: bool) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let org = own_association(actor)?;
    let one = Formality::new(ctx.new_id(), text, country, blocking).map_err(Error::Refused)?;
    let mut tx = ctx.begin_write().await?;
    if store::formalities::of_org(&mut tx, org).await?.len() >= MOST {
        return Err(Error::Refused(Refusal::ListFull));
    }
    store::formalities::add(&mut tx, org, &one).await?;
    record(&mut tx, actor, org, "formality-added").await?;
    Ok(tx.commit().await?)
}

/// Begins the list of the actor's association with the usual formalities of its country, in the reader's words.
///
/// # Errors
/// Forbidden; refused when there is a list already.
pub async fn begin_formalities(ctx: &Ctx) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let org = own_association(actor)?;
    let mut tx = ctx.begin_write().await?;
    if !store::formalities::of_org(&mut tx, org).await?.is_empty() {
        return Err(Error::Refused(Refusal::ChangedMeanwhile));
    }
    let own = find_organisation(&mut tx, org).await?.ok_or(Error::NotFound)?;
    for (key, blocking) in usual(own.country.as_str()) {
        let text = ctx.say(&format!("placement-formality-usual-{key}"));
        let one = Formality::new(ctx.new_id(), &text, "", *blocking).map_err(Error::Refused)?;
        store::formalities::add(&mut tx, org, &one).await?;
    }
    record(&mut tx, actor, org, "formality-added").await?;
    Ok(tx.commit().await?)
}

/// Takes a formality off the list of the actor's association.
///
/// # Errors
/// Forbidden; not found when it is not on that list.
pub async fn remove_formality(ctx: &Ctx, id: Id<Formality>) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let org = own_association(actor)?;
    let mut tx = ctx.begin_write().await?;
    if !store::formalities::remove(&mut tx, org, id).await? {
        return Err(Error::NotFound);
    }
    record(&mut tx, actor, org, "formality-removed").await?;
    Ok(tx.commit().await?)
}

/// What has to be done before the first day of a mission, and what is.
///
/// # Errors
/// Not found, forbidden.
pub async fn formalities_of(ctx: &Ctx, mission: Id<Mission>) -> Result<Vec<Due>, Error> {
    let mut tx = ctx.begin_read().await?;
    let loaded = store::missions::load_mission(&mut tx, actor(ctx)?, mission, access::MISSION_READ).await?;
    Ok(store::formalities::of_mission(&mut tx, loaded.mission.org, mission, loaded.institution).await?)
}

/// Says that a formality is done for a mission, or open again.
///
/// # Errors
/// Not found, forbidden; refused once the mission is over.
pub async fn mark_formality(ctx: &Ctx, mission: Id<Mission>, id: Id<Formality>, is_done: bool) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    let loaded = store::missions::load_mission(&mut tx, actor, mission, access::MISSION_MANAGE).await?;
    if loaded.mission.state.stage() == Stage::Ended {
        return Err(Error::Refused(Refusal::MissionEnded));
    }
    let org = loaded.mission.org;
    let due = store::formalities::of_mission(&mut tx, org, mission, loaded.institution).await?;
    if !due.iter().any(|due| due.formality.id == id) {
        return Err(Error::NotFound);
    }
    let kind = if is_done {
        store::formalities::done(&mut tx, org, mission, id, actor.account).await?;
        "formality-done"
    } else {
        store::formalities::undone(&mut tx, mission, id).await?;
        "formality-undone"
    };
    tell(&mut tx, &loaded, kind, actor).await?;
    Ok(tx.commit().await?)
}
