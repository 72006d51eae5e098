//! The hours of a month as a file: a peer's own entries; for everybody else the sums by mission that their page shows.

use passerelle_access::Scope;
use passerelle_kernel::{Id, Minutes};
use passerelle_ui::Markup;
use passerelle_web::{
    Ctx, PageError, PageResult,
    listing::{self, AsFile, Column, Kind, Listing, MOST_ROWS, Value, columns, listing},
};
use passerelle_words::say;

use super::show::{self, MonthQuery};
use crate::{
    access::HOURS_READ,
    hours::Stage,
    outside::{Organisation, Person},
    period::Month,
    store::hours::lists::{self, Line, Sheet},
};

/// The links under a month.
pub(super) fn downloads(ctx: &Ctx, month: Month) -> Markup {
    listing::downloads(ctx, &[("/hours", &format!("month={month}"), None)])
}

pub(super) async fn take(ctx: Ctx, AsFile(format): AsFile, query: MonthQuery) -> PageResult {
    let month = query.month(&ctx);
    let found = match ctx.actor()?.scope(HOURS_READ).ok_or(PageError::Forbidden)? {
        Scope::Own(org, peer) => own(&ctx, org, peer, month).await?,
        scope => by_mission(&ctx, scope, month).await?,
    };
    listing(&ctx, format, "hours", found).await
}

const OWN: &[(&str, Kind)] = &[
    ("placement-hours-column-day", Kind::Date),
    ("placement-hours-column-mission", Kind::Text),
    ("placement-hours-column-length", Kind::Hours),
    ("placement-hours-column-activity", Kind::Text),
    ("placement-hours-column-stage", Kind::Text),
];

async fn own(ctx: &Ctx, org: Id<Organisation>, peer: Id<Person>, month: Month) -> Result<Listing, PageError> {
    let lines = lists::of_peer(&mut ctx.begin_read().await?, peer, org, month.days()).await?;
    let rows = lines.iter().map(|line| own_row(ctx, line)).collect();
    Ok(Listing { title: title(ctx, month), columns: columns(ctx, OWN), rows, notes: Vec::new() })
}

fn own_row(ctx: &Ctx, line: &Line) -> Vec<Value> {
    let facts = line.entry.facts();
    vec![
        facts.work.on.into(),
        line.names.mission.as_str().into(),
        facts.work.minutes.into(),
        show::activity(ctx.words(), facts.work.activity).into(),
        stage(ctx, line.entry.stage()).into(),
    ]
}

async fn by_mission(ctx: &Ctx, scope: Scope, month: Month) -> Result<Listing, PageError> {
    let most = i64::try_from(MOST_ROWS + 1).unwrap_or(i64::MAX);
    let sheets = lists::of_month(&mut ctx.begin_read().await?, scope, month, ("", ""), most).await?;
    ctx.shows(sheets.iter().map(|sheet| sheet.peer), HOURS_READ);
    let names = [
        ("placement-hours-column-mission", Kind::Text),
        ("placement-missions-column-peer", Kind::Text),
        ("placement-missions-column-place", Kind::Text),
        ("placement-missions-column-institution", Kind::Text),
        ("placement-hours-column-length", Kind::Hours),
    ];
    let mut columns = columns(ctx, &names);
    columns.extend(STAGES.map(|code| Column::new(stage(ctx, code), Kind::Hours)));
    let rows = sheets.iter().map(row).collect();
    Ok(Listing { title: title(ctx, month), columns, rows, notes: Vec::new() })
}

/// The states whose sums stand beside each other.
const STAGES: [Stage; 4] = [Stage::Returned, Stage::Recorded, Stage::Confirmed, Stage::Approved];

fn row(sheet: &Sheet) -> Vec<Value> {
    let names = [&sheet.names.mission, &sheet.names.peer, &sheet.names.team, &sheet.names.institution];
    let sums = [sheet.returned, sheet.recorded, sheet.confirmed, sheet.approved];
    let total = sums.into_iter().sum::<Minutes>();
    let texts = names.map(|name| Value::from(name.as_str()));
    texts.into_iter().chain([total.into()]).chain(sums.map(Value::from)).collect()
}

fn title(ctx: &Ctx, month: Month) -> String {
    say!(ctx.words(), "placement-hours-list-title", month = show::month_name(ctx.words(), month))
}

fn stage(ctx: &Ctx, stage: Stage) -> String {
    ctx.say(&format!("placement-hours-stage-{}", stage.as_str()))
}
