//! The list of invoices as a file.

use axum::extract::Query;
use passerelle_ui::Markup;
use passerelle_web::{
    Ctx, PageError, PageResult,
    listing::{self, AsFile, Kind, Listing, MOST_ROWS, Value, columns, listing},
};

use super::{Wanted, other_side};
use crate::{
    access::INVOICE_READ,
    store::invoices::list::{Line, list},
};

/// The links under the list, with its filter.
pub(super) fn downloads(ctx: &Ctx, only_unpaid: bool) -> Markup {
    listing::downloads(ctx, &[("/invoices", if only_unpaid { "show=unpaid" } else { "" }, None)])
}

pub(super) async fn take(ctx: Ctx, AsFile(format): AsFile, Query(wanted): Query<Wanted>) -> PageResult {
    let scope = ctx.actor()?.scope(INVOICE_READ).ok_or(PageError::Forbidden)?;
    let whole = Wanted { on: None, ..wanted }.part();
    let lines = list(&mut ctx.begin_read().await?, scope, &whole, MOST_ROWS + 1).await?;
    let (is_payer, other) = other_side(scope);
    let titles = [
        ("placement-invoice-number", Kind::Text),
        (other, Kind::Text),
        ("placement-invoice-date", Kind::Date),
        ("placement-invoice-due-on", Kind::Date),
        ("placement-invoice-amount", Kind::Money),
        ("placement-invoice-state", Kind::Text),
    ];
    let rows = lines.into_iter().map(|line| row(&ctx, line, is_payer)).collect();
    let (title, columns) = (ctx.say("placement-invoices-title"), columns(&ctx, &titles));
    listing(&ctx, format, "invoices", Listing { title, columns, rows, notes: Vec::new() }).await
}

fn row(ctx: &Ctx, line: Line, is_payer: bool) -> Vec<Value> {
    let stage = line.standing.stage(ctx.today());
    let due_on = (!line.standing.is_credit_note).then_some(line.standing.due_on);
    vec![
        line.number.into(),
        if is_payer { line.org } else { line.institution }.into(),
        line.issued_on.into(),
        due_on.into(),
        line.standing.gross.into(),
        ctx.say(&format!("placement-invoice-stage-{}", stage.as_str())).into(),
    ]
}
