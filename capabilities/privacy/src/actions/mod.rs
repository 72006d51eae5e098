//! One function per use case; each owns its transaction.

mod claims;
mod erasure;

pub use claims::{Waiting, answer_claim, ask, waiting};
pub(crate) use claims::{is_held, org_of};
pub(crate) use erasure::carry_out_for;
pub use erasure::{ask_erasure, carry_out, take_back};
use passerelle_access::Actor;
use passerelle_store::{Event, Tx};
use passerelle_web::{Ctx, PageError};

use crate::{Error, claim::Claim};

/// The person who acts; an action without one is forbidden.
fn actor(ctx: &Ctx) -> Result<&Actor, Error> {
    ctx.actor().map_err(|_: PageError| Error::Forbidden)
}

/// Records what was done to a claim: the association that answers hears of it.
async fn record(tx: &mut Tx, kind: &'static str, claim: &Claim, by: Option<&Actor>) -> Result<(), Error> {
    let (org, subject) = (claim.org.map(|org| org.to_string()), claim.id.to_string());
    let (actor, detail) = (by.map(|by| by.account.to_string()), serde_json::Value::Null);
    Ok(tx.record(Event { kind, org, partner: None, subject, actor, detail: &detail }).await?)
}
