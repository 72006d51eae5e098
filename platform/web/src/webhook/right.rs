//! Whose webhook tells what: the rules of pages and tokens, asked of the person for whom it tells.

use passerelle_access::{Actor, rule, session::Factors, webhook::Webhook};
use passerelle_kernel::Timestamp;
use passerelle_store::Tx;

use super::Notice;
use crate::{App, PageError, SecondFactor};

rule!(
    /// To let a program of one's own be told what happens.
    pub(crate) WEBHOOK_MANAGE = "webhook-manage": Admin Own, Coordinator Own);

/// Why a webhook tells nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Silent {
    /// The role in which it was made has ended, or gives no right to webhooks any more.
    RoleEnded,
    /// Messages did not arrive, the last one at this moment.
    Stopped(Timestamp),
    /// Its role needs two proofs, and it was made with one.
    OneProof,
}

/// The person for whom a webhook tells.
///
/// # Errors
/// Why it tells nothing at the moment.
pub(crate) fn actor(app: &App, webhook: &Webhook) -> Result<Actor, Silent> {
    let actor = webhook.actor().filter(|actor| actor.holds(WEBHOOK_MANAGE)).ok_or(Silent::RoleEnded)?;
    if let Some(at) = webhook.stopped_at {
        return Err(Silent::Stopped(at));
    }
    let wants_two = actor.seat.as_ref().is_some_and(|seat| seat.role.wants_second_factor());
    let is_required = match app.settings().sign_in.second_factor {
        SecondFactor::Required(from) => app.db().clock().today(&app.settings().zone) >= from,
        SecondFactor::Offered => false,
    };
    if wants_two && is_required && webhook.factors != Factors::Two { Err(Silent::OneProof) } else { Ok(actor) }
}

/// Whether a webhook tells this about this record: its person chose it and may read the record at this moment.
pub(super) async fn may_tell(
    tx: &mut Tx,
    actor: &Actor,
    webhook: &Webhook,
    notice: &Notice,
    subject: &str,
) -> Result<bool, PageError> {
    if !webhook.tells(notice.name) || !actor.holds(notice.rule) {
        return Ok(false);
    }
    (notice.may_read)(tx, actor, subject).await
}
