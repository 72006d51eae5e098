//! What people do about money: agreements, invoices, credit notes, payments.

mod agreements;
mod dispatches;
mod invoices;
mod ledger;
mod payments;

pub use agreements::{change_agreement, create_agreement};
pub use dispatches::record_dispatch;
pub(crate) use invoices::{Preview, next_days, preview};
pub use invoices::{credit, issue_invoice};
pub use ledger::{Books, books, choose_accounts};
pub use payments::{amount_due, record_payment};

use passerelle_access::{Actor, Rule};
use passerelle_kernel::Id;
use passerelle_store::{Event, Tx};
use passerelle_web::Ctx;
use serde_json::Value;

pub use crate::agreement::Terms;
use crate::{Error, outside::Organisation};

/// The person who acts.
fn actor(ctx: &Ctx) -> Result<&Actor, Error> {
    ctx.visitor().ok_or(Error::Forbidden)
}

/// Writes what happened; both organisations may see it.
async fn record(
    tx: &mut Tx,
    actor: &Actor,
    (rule, kind): (&Rule, &'static str),
    subject: String,
    sides: (Id<Organisation>, Id<Organisation>),
    detail: &Value,
) -> Result<(), Error> {
    let (org, partner) = (Some(sides.0.to_string()), Some(sides.1.to_string()));
    let event = Event { kind, org, partner, subject, actor: Some(actor.account.to_string()), detail };
    Ok(tx.record_about(event, actor.about(rule, None)).await?)
}
