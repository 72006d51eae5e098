//! The accounts in which an association keeps its books are chosen; the books are read.

use passerelle_access::Actor;
use passerelle_directory::find_organisation;
use passerelle_kernel::{Date, Id};
use passerelle_store::Event;
use passerelle_web::{Ctx, listing::MOST_ROWS};
use serde_json::json;

use super::actor;
use crate::{
    Error, access,
    ledger::{Accounts, Posting, post},
    outside::Organisation,
    period::Days,
    refusal::Refusal,
    store::ledger as store,
};

/// The books of some days, with what is needed to write them down.
#[derive(Clone, Debug)]
pub struct Books {
    /// The postings.
    pub postings: Vec<Posting>,
    /// The accounts of the association.
    pub accounts: Accounts,
    /// Its SIREN, where it has one.
    pub siren: Option<String>,
    /// The last day.
    pub last: Date,
}

fn own_association(actor: &Actor) -> Result<Id<Organisation>, Error> {
    actor.association(access::LEDGER).ok_or(Error::Forbidden)
}

/// The books of the actor's association.
///
/// # Errors
/// Forbidden without the right; refused for days of two years and for more documents than a file takes.
pub async fn books(ctx: &Ctx, days: Days) -> Result<Books, Error> {
    let org = own_association(actor(ctx)?)?;
    let mut tx = ctx.begin_read().await?;
    let year = days.first().year();
    let documents = store::documents(&mut tx, org, year, MOST_ROWS + 1, ctx.words().zone()).await?;
    if documents.len() > MOST_ROWS {
        return Err(Error::Refused(Refusal::LedgerTooLong));
    }
    let own = find_organisation(&mut tx, org).await?;
    let country = own.as_ref().map_or("", |own| own.country.as_str());
    let accounts = store::accounts(&mut tx, org, country).await?;
    let siren = own.and_then(|own| own.ids.siren()).map(|siren| siren.as_str().to_owned());
    let postings = post(&documents, days).map_err(Error::Refused)?;
    Ok(Books { postings, accounts, siren, last: days.last() })
}

/// Chooses the accounts of the actor's association.
///
/// # Errors
/// Forbidden without the right.
pub async fn choose_accounts(ctx: &Ctx, accounts: &Accounts) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let org = own_association(actor)?;
    let mut tx = ctx.begin_write().await?;
    store::keep(&mut tx, org, accounts).await?;
    let (subject, by) = (org.to_string(), Some(actor.account.to_string()));
    let event = Event {
        kind: "ledger-accounts-chosen",
        org: Some(subject.clone()),
        partner: None,
        subject,
        actor: by,
        detail: &json!({}),
    };
    tx.record_about(event, actor.about(access::LEDGER, None)).await?;
    Ok(tx.commit().await?)
}
