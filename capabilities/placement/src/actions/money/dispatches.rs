//! That an invoice was sent is written down by the person who sent it.

use passerelle_kernel::{Date, Id};
use passerelle_web::Ctx;
use serde_json::json;

use super::{actor, record};
use crate::{
    Error, access,
    invoice::{Invoice, Way},
    store::invoices::{dispatches, load_invoice},
};

/// Writes down that an invoice or credit note was sent.
///
/// # Errors
/// Not found, forbidden; refused without words for whom, on a day to come, and before the date of the invoice.
pub async fn record_dispatch(ctx: &Ctx, id: Id<Invoice>, on: Date, way: Way, to: &str) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    let loaded = load_invoice(&mut tx, actor, id, access::INVOICE_MANAGE).await?;
    let dispatch = loaded.invoice.sent(on, way, to, ctx.today()).map_err(Error::Refused)?;
    let issued = loaded.invoice.issued();
    dispatches::insert(&mut tx, issued.org, id, &dispatch, actor.account).await?;
    let detail = json!({ "on": on, "way": way.as_str() });
    record(
        &mut tx,
        actor,
        (access::INVOICE_MANAGE, "invoice-sent"),
        id.to_string(),
        (issued.org, issued.institution),
        &detail,
    )
    .await?;
    Ok(tx.commit().await?)
}
