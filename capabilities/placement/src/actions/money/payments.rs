//! Payments are entered as they stand on the statement of account.

use passerelle_kernel::{Date, Id, Money};
use passerelle_store::Error as StoreError;
use passerelle_web::Ctx;
use serde_json::json;

use super::{actor, record};
use crate::{
    Error, access,
    invoice::Invoice,
    store::invoices::{self as store, load_invoice},
};

/// Enters a payment, of a part or of the rest.
///
/// # Errors
/// Not found, forbidden; refused beyond what is due, for nothing, on a day to come, for what counts no more.
pub async fn record_payment(ctx: &Ctx, id: Id<Invoice>, on: Date, amount: Money, reference: &str) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    let loaded = load_invoice(&mut tx, actor, id, access::INVOICE_MANAGE).await?;
    let invoice = loaded.invoice.pay(on, amount, reference, ctx.today()).map_err(Error::Refused)?;
    if !store::pay(&mut tx, &invoice, actor.account).await? {
        return Err(Error::Store(StoreError::Conflict));
    }
    let issued = invoice.issued();
    let detail = json!({ "amount": amount, "balance": invoice.balance() });
    record(
        &mut tx,
        actor,
        (access::INVOICE_MANAGE, "payment-recorded"),
        id.to_string(),
        (issued.org, issued.institution),
        &detail,
    )
    .await?;
    Ok(tx.commit().await?)
}

/// What is still due of an invoice.
///
/// # Errors
/// Not found or forbidden.
pub async fn amount_due(ctx: &Ctx, id: Id<Invoice>) -> Result<Money, Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_read().await?;
    Ok(load_invoice(&mut tx, actor, id, access::INVOICE_MANAGE).await?.invoice.balance())
}
