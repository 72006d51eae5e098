//! What people do with hours: the peer records, the team confirms, the association approves.
//!
//! Each function is one use case with one transaction. The rules are those of the noun ([`crate::hours`]); rights are
//! checked where the record is loaded. Events name the mission, so that the pages of both organisations hear of them.

mod ask;
mod by_link;
mod record;
mod sign;

pub(crate) use ask::addressees;
pub use ask::{ask_for_confirmation, close_month};
pub(crate) use by_link::{PURPOSE, open};
pub use by_link::{confirm_by_link, send_back_by_link};
pub use record::{correct, quiet, record, revise, take_back};
pub use sign::{approve, confirm, send_back};

use passerelle_access::{Facts, Rule};
use passerelle_kernel::Id;
use passerelle_store::{About, Event, Tx};
use passerelle_web::Ctx;
use serde_json::json;

use crate::{Error, mission::Mission, refusal::Refusal};

/// Writes that something happened with hours of this mission.
async fn told(
    tx: &mut Tx,
    ctx: &Ctx,
    (rule, kind): (&Rule, &'static str),
    mission: Id<Mission>,
    of: &Facts,
) -> Result<(), Error> {
    let event = Event {
        kind,
        org: of.association.map(|id| id.to_string()),
        partner: of.institution.map(|id| id.to_string()),
        subject: mission.to_string(),
        actor: ctx.visitor().map(|actor| actor.account.to_string()),
        detail: &json!({}),
    };
    let about = match ctx.visitor() {
        Some(actor) => actor.about(rule, of.person),
        None => About { person: of.person.map(|id| id.to_string()), purpose: Some(rule.name), ..About::default() },
    };
    Ok(tx.record_about(event, about).await?)
}

/// The person who acts.
fn actor(ctx: &Ctx) -> Result<&passerelle_access::Actor, Error> {
    ctx.visitor().ok_or(Error::Refused(Refusal::AccountNeeded))
}
