//! The list of missions as a file.

use axum::extract::Query;
use passerelle_ui::Markup;
use passerelle_web::{
    Ctx, PageError, PageResult,
    listing::{self, AsFile, Kind, Listing, MOST_ROWS, Value, columns, listing},
};

use super::Wanted;
use crate::{
    access,
    mission::Stage,
    store::missions::{Line, list},
};

const COLUMNS: &[(&str, Kind)] = &[
    ("placement-missions-column-mission", Kind::Text),
    ("placement-missions-column-place", Kind::Text),
    ("placement-missions-column-institution", Kind::Text),
    ("placement-missions-column-peer", Kind::Text),
    ("placement-missions-column-from", Kind::Date),
    ("placement-missions-column-until", Kind::Date),
    ("placement-missions-column-hours", Kind::Hours),
    ("placement-missions-column-state", Kind::Text),
];

/// The links under the list, with its filter.
pub(super) fn downloads(ctx: &Ctx, stage: Option<Stage>) -> Markup {
    let query = stage.map_or_else(String::new, |stage| format!("state={}", stage.as_str()));
    listing::downloads(ctx, &[("/missions", &query, None)])
}

pub(super) async fn take(ctx: Ctx, AsFile(format): AsFile, Query(wanted): Query<Wanted>) -> PageResult {
    let scope = ctx.actor()?.scope(access::MISSION_READ).ok_or(PageError::Forbidden)?;
    let row = |line: Line<'_>| row(&ctx, line);
    let rows = list(&mut ctx.begin_read().await?, scope, wanted.stage(), None, MOST_ROWS + 1, row).await?;
    let (title, columns) = (ctx.say("placement-missions-title"), columns(&ctx, COLUMNS));
    listing(&ctx, format, "missions", Listing { title, columns, rows, notes: Vec::new() }).await
}

fn row(ctx: &Ctx, line: Line<'_>) -> Vec<Value> {
    vec![
        line.title.into(),
        line.team.into(),
        line.institution.into(),
        line.peer.into(),
        line.from.into(),
        line.until.into(),
        line.hours_week.into(),
        ctx.say(&format!("placement-mission-stage-{}", line.stage.as_str())).into(),
    ]
}
