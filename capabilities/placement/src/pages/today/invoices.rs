//! Invoices that are not paid: to the treasurer those that are late, to the head of the institution all that are to be paid.

use passerelle_access::Scope;
use passerelle_store::Tx;
use passerelle_web::{Ctx, PageError};
use passerelle_words::say;

use super::item::{Action, Item};
use crate::{
    store::invoices::list::{self, LINES, Line, Part},
    today::What,
};

/// Whose Today it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// The association waits for the money, from the day after the due day on.
    Association,
    /// The institution pays.
    Institution,
}

pub(super) async fn unpaid(tx: &mut Tx, ctx: &Ctx, scope: Scope, side: Side) -> Result<Vec<Item>, PageError> {
    let lines = list::list(tx, scope, &Part::Unpaid(None), LINES).await?;
    let told = |line: &&Line| side == Side::Institution || line.standing.due_on < ctx.today();
    Ok(lines.iter().take(LINES).filter(told).map(|line| item(ctx, line, side)).collect())
}

fn item(ctx: &Ctx, line: &Line, side: Side) -> Item {
    let (words, due) = (ctx.words(), line.standing.due_on);
    let open = words.money(line.standing.gross - line.standing.paid);
    let is_late = due < ctx.today();
    let (key, who) = match side {
        Side::Association => ("placement-today-late-text", line.institution.as_str()),
        Side::Institution => ("placement-today-pay-text", line.org.as_str()),
    };
    let title = match (side, is_late) {
        (Side::Institution, true) => "placement-today-pay-late",
        (Side::Institution, false) => "placement-today-pay",
        (Side::Association, _) => "placement-today-late",
    };
    Item::new(
        What::InvoiceToPay(line.id, due),
        due,
        say!(words, title, number = line.number.as_str()),
        say!(words, key, institution = who, amount = open, day = words.date(due)),
        Action::link(ctx.say("placement-today-late-action"), format!("/invoices/{}", line.id)),
    )
}
