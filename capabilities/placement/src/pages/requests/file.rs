//! A list of requests as a file.

use axum::extract::Query;
use passerelle_ui::Markup;
use passerelle_web::{
    Ctx, PageError, PageResult,
    listing::{self, AsFile, Kind, Listing, MOST_ROWS, Value, columns, listing},
};

use super::list::{Wanted, since_key};
use crate::{
    access::REQUEST_READ,
    store::requests::{Listed, Shelf, list},
};

/// The links under the list, with its shelf.
pub(super) fn downloads(ctx: &Ctx, shelf: Shelf) -> Markup {
    listing::downloads(ctx, &[("/requests", &format!("shelf={}", shelf.as_str()), None)])
}

pub(super) async fn take(ctx: Ctx, AsFile(format): AsFile, Query(wanted): Query<Wanted>) -> PageResult {
    let scope = ctx.actor()?.scope(REQUEST_READ).ok_or(PageError::Forbidden)?;
    let shelf = wanted.shelf();
    let most = i64::try_from(MOST_ROWS + 1).unwrap_or(i64::MAX);
    let lines = list(&mut ctx.begin_read().await?, scope, shelf, None, most).await?;
    let rows = lines.into_iter().map(|line| row(&ctx, line)).collect();
    let titles = [
        ("placement-requests-team", Kind::Text),
        ("placement-requests-institution", Kind::Text),
        ("placement-requests-stage", Kind::Text),
        (since_key(shelf), Kind::Date),
    ];
    let title = format!(
        "{} · {}",
        ctx.say("placement-requests-title"),
        ctx.say(&format!("placement-requests-{}", shelf.as_str()))
    );
    let columns = columns(&ctx, &titles);
    listing(&ctx, format, "requests", Listing { title, columns, rows, notes: Vec::new() }).await
}

fn row(ctx: &Ctx, line: Listed) -> Vec<Value> {
    let since = line.since.to_zoned(ctx.words().zone().clone()).date();
    let stage = ctx.say(&format!("placement-request-stage-{}", line.stage.as_str()));
    vec![line.team.into(), line.institution.into(), stage.into(), since.into()]
}
