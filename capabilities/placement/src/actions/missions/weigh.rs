//! What counts, and how much, when the association looks for whom a mission suits.

use passerelle_store::Event;
use passerelle_web::Ctx;
use serde_json::json;

use super::actor;
use crate::{Error, access, matching::Weights, refusal::Refusal, store};

/// Chooses how much each preference counts for the actor's association.
///
/// # Errors
/// Forbidden; refused when somebody has changed it since `version`.
pub async fn weigh(ctx: &Ctx, weights: &Weights, version: i64) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let org = actor.association(access::MATCHING).ok_or(Error::Forbidden)?;
    let mut tx = ctx.begin_write().await?;
    if !store::weights::keep(&mut tx, org, weights, version).await? {
        return Err(Error::Refused(Refusal::ChangedMeanwhile));
    }
    let (subject, by) = (org.to_string(), Some(actor.account.to_string()));
    let detail = json!({ "weights": weights.written() });
    let kind = "matching-weighed";
    let event = Event { kind, org: Some(subject.clone()), partner: None, subject, actor: by, detail: &detail };
    tx.record_about(event, actor.about(access::MATCHING, None)).await?;
    Ok(tx.commit().await?)
}
