//! The lists of requests: those that wait for us, those that wait for the team, those that are decided.

use axum::extract::Query;
use maud::{Markup, html};
use passerelle_kernel::{Id, Timestamp};
use passerelle_ui::{self as ui, Column, Item, Look, Narrow, Table, Tone};
use passerelle_web::{Ctx, Page, PageError, PageResult, page};
use passerelle_words::say;
use serde::Deserialize;

use super::file;
use crate::{
    access::{REQUEST_MANAGE, REQUEST_READ},
    request::{Request, Stage},
    store::requests::{self, Listed, PAGE, Shelf},
};

const SHELVES: [Shelf; 3] = [Shelf::Association, Shelf::Asker, Shelf::Decided];

#[derive(Deserialize)]
pub(super) struct Wanted {
    shelf: Option<String>,
    after: Option<String>,
}

impl Wanted {
    pub(super) fn shelf(&self) -> Shelf {
        let shelf = self.shelf.as_deref().and_then(Shelf::parse).filter(|shelf| SHELVES.contains(shelf));
        shelf.unwrap_or(Shelf::Association)
    }
}

pub(super) async fn show(ctx: Ctx, Query(wanted): Query<Wanted>) -> PageResult {
    let scope = ctx.actor()?.scope(REQUEST_READ).ok_or(PageError::Forbidden)?;
    let shelf = wanted.shelf();
    let after = wanted.after.as_deref().and_then(read_place);
    // One more tells that there is another page.
    let mut lines = requests::list(&mut ctx.begin_read().await?, scope, shelf, after, PAGE + 1).await?;
    let whole = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let more = lines.len() > whole;
    lines.truncate(whole);
    let next = lines
        .last()
        .filter(|_| more)
        .map(|last| format!("/requests?shelf={}&after={}_{}", shelf.as_str(), last.sort, last.id));
    let main = view(&ctx, shelf, &lines, next.as_deref())?;
    let seen_by = Some(ctx.say("placement-requests-seen-by"));
    Ok(page(&ctx, Page { title: ctx.say("placement-requests-title"), main, seen_by, ..Page::default() }))
}

/// A place in a list: `<sort>_<id>`.
fn read_place(text: &str) -> Option<(i64, Id<Request>)> {
    let (sort, id) = text.split_once('_')?;
    Some((sort.parse().ok()?, id.parse().ok()?))
}

fn view(ctx: &Ctx, shelf: Shelf, lines: &[Listed], next: Option<&str>) -> Result<Markup, PageError> {
    let may_enter = ctx.actor()?.holds(REQUEST_MANAGE);
    let enter = || ui::link_button(&ctx.say("placement-requests-enter"), "/requests/new", Look::Secondary);
    Ok(html! {
        h1.govuk-heading-l { (ctx.say("placement-requests-title")) }
        (shelves(ctx, shelf))
        @if lines.is_empty() {
            @let say = |part: &str| ctx.say(&format!("placement-requests-{}-{part}", shelf.as_str()));
            (ui::empty(&say("empty"), &say("empty-text"), may_enter.then(enter)))
        } @else {
            (table(ctx, shelf, lines))
            (ui::pagination(ctx.words(), None, next))
            (file::downloads(ctx, shelf))
            @if may_enter { (enter()) }
        }
    })
}

fn shelves(ctx: &Ctx, current: Shelf) -> Markup {
    let places: Vec<(String, String, bool)> = SHELVES
        .iter()
        .map(|shelf| {
            let code = shelf.as_str();
            (format!("/requests?shelf={code}"), ctx.say(&format!("placement-requests-{code}")), *shelf == current)
        })
        .collect();
    let items: Vec<Item<'_>> =
        places.iter().map(|(href, text, current)| Item { href, text, current: *current }).collect();
    ui::section_navigation(&ctx.say("placement-requests-title"), &items)
}

/// The title of the column with the instant: since when it waits, or when it was decided.
pub(super) const fn since_key(shelf: Shelf) -> &'static str {
    if matches!(shelf, Shelf::Decided) { "placement-requests-decided-on" } else { "placement-requests-since" }
}

fn table(ctx: &Ctx, shelf: Shelf, lines: &[Listed]) -> Markup {
    let caption = ctx.say(&format!("placement-requests-{}", shelf.as_str()));
    let titles =
        ["placement-requests-team", "placement-requests-institution", "placement-requests-stage", since_key(shelf)];
    let titles = titles.map(|key| ctx.say(key));
    let columns: Vec<Column<'_>> = titles.iter().map(|title| Column::words(title)).collect();
    let rows: Vec<Vec<Markup>> = lines.iter().map(|line| row(ctx, shelf, line)).collect();
    ui::table(&Table {
        id: "requests",
        caption: &caption,
        caption_hidden: true,
        columns: &columns,
        rows: &rows,
        narrow: Narrow::Stack,
    })
}

fn row(ctx: &Ctx, shelf: Shelf, line: &Listed) -> Vec<Markup> {
    let when = match shelf {
        Shelf::Decided => ctx.words().instant(line.since),
        _ => waiting(ctx, line.since),
    };
    vec![
        html! { a.govuk-link href={ "/requests/" (line.id) } { (line.team) } },
        html! { (line.institution) },
        stage(ctx, line.stage),
        html! { (when) },
    ]
}

/// The stage in a word.
pub(super) fn stage(ctx: &Ctx, stage: Stage) -> Markup {
    let tone = match stage {
        Stage::Draft | Stage::Withdrawn => Tone::Neutral,
        Stage::Submitted => Tone::Soon,
        Stage::InDiscussion => Tone::Calm,
        Stage::Accepted => Tone::Good,
        Stage::Declined => Tone::Wrong,
    };
    ui::tag(&ctx.say(&format!("placement-request-stage-{}", stage.as_str())), tone)
}

/// Since how many days it waits.
fn waiting(ctx: &Ctx, since: Timestamp) -> String {
    let first = since.to_zoned(ctx.words().zone().clone()).date();
    let days = ctx.today().duration_since(first).as_hours() / 24;
    say!(ctx.words(), "placement-requests-days", days = days)
}
