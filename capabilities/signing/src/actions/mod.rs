//! One function per use case; each owns its transaction.

mod by_link;
mod manage;
mod offer;
mod sending;
mod sign;

pub(crate) use by_link::{
    Opened, PURPOSE, decline_by_link, find_by_link, open_by_link, renew_link, send_code, sign_by_link,
};
pub(crate) use manage::{correct, send_again, withdraw};
pub use offer::{Draft, offer};
pub(crate) use sending::{Matter, write_to};
pub use sign::{OnPaper, sign_on_paper, sign_own};
pub(crate) use sign::{consent, decline_own};

use passerelle_access::{Account, Actor, Organisation};
use passerelle_kernel::{Date, Id};
use passerelle_store::{About, Event, Tx};
use passerelle_web::{Ctx, PageError};
use serde_json::json;

use crate::{
    Error,
    access::{PAPER_MANAGE, PAPER_SIGN},
    paper::Paper,
    store::{lists, papers},
};

/// The person who acts; an action without one is forbidden.
fn actor(ctx: &Ctx) -> Result<&Actor, Error> {
    ctx.actor().map_err(|_: PageError| Error::Forbidden)
}

/// Writes what happened to a paper; the signer whom it is about is named by their account, if they have one.
async fn record(
    tx: &mut Tx,
    ctx: &Ctx,
    kind: &'static str,
    paper: &Paper,
    about: Option<Id<Account>>,
) -> Result<(), Error> {
    let event = Event {
        kind,
        org: Some(paper.org.to_string()),
        partner: None,
        subject: paper.id.to_string(),
        actor: ctx.visitor().map(|actor| actor.account.to_string()),
        detail: &json!({ "version": paper.version, "signed": paper.signatures(), "signers": paper.signers.len() }),
    };
    let person = about.map(|person| person.to_string());
    let about = match ctx.visitor() {
        Some(actor) if actor.holds(PAPER_MANAGE) => actor.about(PAPER_MANAGE, about),
        Some(actor) => actor.about(PAPER_SIGN, about),
        None => About { person, purpose: Some(PAPER_SIGN.name), ..About::default() },
    };
    Ok(tx.record_about(event, about).await?)
}

/// The papers about something, the latest version first.
///
/// # Errors
/// The engine's error.
pub async fn papers_about(
    tx: &mut Tx,
    org: Id<Organisation>,
    subject: &str,
) -> passerelle_store::Result<Vec<lists::Line>> {
    lists::about(tx, org, subject).await
}

/// What a signed paper was about has ended: the time for which law keeps it counts from this day.
///
/// # Errors
/// The engine's error.
pub async fn end_of(tx: &mut Tx, org: Id<Organisation>, subject: &str, on: Date) -> passerelle_store::Result<()> {
    papers::end(tx, org, subject, on).await
}
