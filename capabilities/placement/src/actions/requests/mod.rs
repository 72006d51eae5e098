//! What people do with requests: the team through a secret and without an account, the association signed in.
//!
//! The team's secrets are two: the one of the draft, in the browser that writes it, and the one to follow, in every
//! letter. Each action owns its transaction; letters leave with the change they tell of.

mod letters;
mod links;
mod staff;
mod team;

pub use links::{end_links, end_own_links, renew, send_link};
pub use staff::{accept, ask, decline, enter_for_team, match_new_team, match_team};
pub use team::{Begun, Submitted, answer, begin, submit, withdraw, write};

use passerelle_access::Actor;
use passerelle_store::{About, Event, Tx};
use passerelle_web::{Ctx, Failure};

use crate::{Error, access::REQUEST_MANAGE, refusal::Refusal, store::requests::Kept};

fn actor(ctx: &Ctx) -> Result<&Actor, Error> {
    ctx.visitor().ok_or(Failure::NotFound)
}

/// Refuses to act on a page that is out of date; who calls without a page has nothing to compare.
fn unchanged(kept: &Kept, seen: Option<i64>) -> Result<(), Error> {
    match seen {
        Some(version) if version != kept.version => Err(Failure::Refused(Refusal::RequestChanged)),
        _ => Ok(()),
    }
}

async fn record(tx: &mut Tx, kept: &Kept, kind: &'static str, by: Option<&Actor>) -> Result<(), Error> {
    let event = Event {
        kind,
        org: Some(kept.request.org.to_string()),
        partner: kept.institution.map(|id| id.to_string()),
        subject: kept.request.id.to_string(),
        actor: by.map(|actor| actor.account.to_string()),
        detail: &serde_json::json!({}),
    };
    let about = match by {
        Some(actor) => actor.about(REQUEST_MANAGE, None),
        None => About { purpose: Some(REQUEST_MANAGE.name), ..About::default() },
    };
    Ok(tx.record_about(event, about).await?)
}
