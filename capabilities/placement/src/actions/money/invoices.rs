//! Invoices are prepared, issued and credited. Number, invoice and the entries that it counts are one transaction.

use std::collections::BTreeSet;

use passerelle_directory::find_organisation;
use passerelle_kernel::{Id, Money};
use passerelle_store::{Error as StoreError, Tx};
use passerelle_web::Ctx;
use serde_json::json;

use super::{actor, record};
use crate::{
    Error, access,
    agreement::Agreement,
    invoice::{self, Draft, Invoice, LeftOut, Missing, MissionNames, Names, Parties, parties, seal, seal_credit},
    period::{Days, Month},
    refusal::Refusal,
    store::{
        agreements::{self, Loaded, load_agreement, ready},
        invoices::{self as store, load_invoice},
    },
};

/// An invoice as it would be now.
pub(crate) struct Preview {
    /// The agreement.
    pub(crate) of: Loaded,
    /// The days that were asked for.
    pub(crate) days: Days,
    /// The same with what was approved late.
    pub(crate) wider: Days,
    /// What would be invoiced, or why nothing can be.
    pub(crate) draft: Result<Draft, Refusal>,
    /// What would not be invoiced.
    pub(crate) left_out: Vec<LeftOut>,
    /// The names that it shows.
    pub(crate) names: Names,
    /// Both sides, or what is missing about them.
    pub(crate) parties: Result<Parties, BTreeSet<Missing>>,
}

/// Shows what an invoice of these days would be.
///
/// # Errors
/// Not found or forbidden.
pub(crate) async fn preview(ctx: &Ctx, agreement: Id<Agreement>, days: Days) -> Result<Preview, Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_read().await?;
    let of = load_agreement(&mut tx, actor, agreement, access::INVOICE_MANAGE).await?;
    prepare(&mut tx, of, days).await
}

/// The days for which the next invoice of an agreement is made: all that is free up to the last stretch that is over.
///
/// # Errors
/// Not found or forbidden.
pub(crate) async fn next_days(ctx: &Ctx, agreement: Id<Agreement>) -> Result<Days, Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_read().await?;
    let of = load_agreement(&mut tx, actor, agreement, access::INVOICE_MANAGE).await?;
    let Some((first, last)) = ready::free_days(&mut tx, agreement).await? else {
        return Ok(Month::of(ctx.today()).shifted(-1).days());
    };
    let over = of.agreement.due(first, ctx.today()).pop();
    let days = over.map_or_else(|| Days::new(first, last), |over| Days::new(first.min(over.first()), over.last()));
    days.map_err(Error::Refused)
}

async fn prepare(tx: &mut Tx, of: Loaded, days: Days) -> Result<Preview, Error> {
    let agreement = &of.agreement;
    let (hours, allocated) = ready::hours(tx, agreement.id, days).await?;
    let wider = invoice::with_arrears(agreement, days, &hours, &allocated);
    let draft = invoice::draft(agreement, days, &hours, &allocated);
    let left_out = invoice::left_out(agreement, days, &hours, &allocated);
    let missions = agreements::missions(tx, agreement.id).await?.into_iter();
    let missions = missions.map(|m| (m.id, MissionNames { title: m.title, team: m.team })).collect();
    let names = Names { missions, peers: ready::peers(tx, agreement.id).await? };
    names.peers.keys().for_each(|peer| tx.looked(peer, access::INVOICE_MANAGE.name));
    let seller = find_organisation(tx, agreement.org).await?.ok_or(Error::NotFound)?;
    let buyer = find_organisation(tx, agreement.institution).await?.ok_or(Error::NotFound)?;
    let parties = parties(&seller, &buyer, agreement.vat);
    Ok(Preview { of, days, wider, draft, left_out, names, parties })
}

/// Issues the invoice of these days under the next number; `expected` is the sum that the person has seen.
///
/// # Errors
/// Not found, forbidden; refused when there is nothing to invoice, a party is incomplete, or the sum is another one
/// by now. [`StoreError::Conflict`] when another writer came first: it can be tried again.
pub async fn issue_invoice(
    ctx: &Ctx,
    agreement: Id<Agreement>,
    days: Days,
    expected: Option<Money>,
) -> Result<Id<Invoice>, Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    let of = load_agreement(&mut tx, actor, agreement, access::INVOICE_MANAGE).await?;
    let Preview { of, draft, names, parties, .. } = prepare(&mut tx, of, days).await?;
    let agreement = of.agreement;
    let draft = draft.map_err(Error::Refused)?;
    if expected.is_some_and(|sum| sum != draft.gross()) {
        return Err(Error::Refused(Refusal::PreviewChanged));
    }
    let parties = parties.map_err(|_| Error::Refused(Refusal::PartyIncomplete))?;
    let series = store::series(&mut tx, agreement.org).await?;
    let (count, first) = (draft.annex.len(), days.first().max(agreement.period.from));
    let issued = Invoice::issue(tx.new_id(), &agreement, draft, &series, ctx.today());
    let (invoice, series) = issued.map_err(Error::Refused)?;
    let words = ctx.app().words(parties.language);
    let paper = seal(&invoice, parties, names, &words).map_err(Error::Internal)?;
    store::save_series(&mut tx, &series).await?;
    store::insert(&mut tx, &invoice, &paper, actor.account).await?;
    let id = invoice.issued().id;
    let last = agreement.period.until.map_or(days.last(), |until| until.min(days.last()));
    let counted = Days::new(first, last).map_err(Error::Refused)?;
    if ready::take(&mut tx, id, agreement.id, counted).await? != u64::try_from(count).unwrap_or(u64::MAX) {
        return Err(Error::Store(StoreError::Conflict));
    }
    let detail = json!({ "number": invoice.issued().number.as_str(), "gross": invoice.issued().content.gross() });
    let sides = (agreement.org, agreement.institution);
    record(&mut tx, actor, (access::INVOICE_MANAGE, "invoice-issued"), id.to_string(), sides, &detail).await?;
    tx.commit().await?;
    Ok(id)
}

/// Cancels a whole invoice with a credit note and sets its hours free; gives the id of the credit note.
///
/// # Errors
/// Not found, forbidden; refused for a credit note and for an invoice that has one.
pub async fn credit(ctx: &Ctx, id: Id<Invoice>) -> Result<Id<Invoice>, Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    let loaded = load_invoice(&mut tx, actor, id, access::INVOICE_MANAGE).await?;
    let original = loaded.invoice.issued().clone();
    let series = store::series(&mut tx, original.org).await?;
    let credited = loaded.invoice.credit(tx.new_id(), &series, ctx.today());
    let (_, note, series) = credited.map_err(Error::Refused)?;
    let paper = seal_credit(&note, &original, &loaded.paper).map_err(Error::Internal)?;
    let note_id = note.issued().id;
    store::save_series(&mut tx, &series).await?;
    store::insert(&mut tx, &note, &paper, actor.account).await?;
    if !store::credit(&mut tx, id, note_id).await? {
        return Err(Error::Store(StoreError::Conflict));
    }
    ready::free(&mut tx, id).await?;
    let detail = json!({ "number": note.issued().number.as_str(), "of": original.number.as_str() });
    let sides = (original.org, original.institution);
    record(&mut tx, actor, (access::INVOICE_MANAGE, "invoice-credited"), id.to_string(), sides, &detail).await?;
    tx.commit().await?;
    Ok(note_id)
}
