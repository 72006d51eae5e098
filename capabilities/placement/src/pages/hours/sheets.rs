//! The months of missions, for coordinators, treasurers and referents: a list by mission, and one mission's entries.

use axum::extract::Path;
use maud::{Markup, html};
use passerelle_access::Scope;
use passerelle_kernel::{Id, Minutes};
use passerelle_ui::{self as ui, Column, Look, Narrow, Table};
use passerelle_web::{Ctx, Page, PageResult, page};
use passerelle_words::say;

use super::{
    file,
    show::{self, MonthQuery, Rows},
};
use crate::{
    access::{CONTRACT_MANAGE, HOURS_APPROVE, HOURS_CONFIRM, HOURS_READ},
    hours::Stage,
    mission::Mission,
    period::Month,
    store::{hours::lists, missions},
};
use lists::{Line, PAGE, Sheet};

pub(super) async fn list(ctx: &Ctx, scope: Scope, query: &MonthQuery) -> PageResult {
    let month = query.month(ctx);
    let mut sheets = lists::of_month(&mut ctx.begin_read().await?, scope, month, query.after(), PAGE + 1).await?;
    let is_more = sheets.len() as i64 > PAGE;
    sheets.truncate(PAGE as usize);
    ctx.shows(sheets.iter().map(|sheet| sheet.peer), HOURS_READ);
    let older = sheets.last().filter(|_| is_more).map(|sheet| next(month, sheet));
    let title = say!(ctx.words(), "placement-hours-list-title", month = show::month_name(ctx.words(), month));
    let main = html! {
        h1.govuk-heading-l { (title) }
        (ways(ctx))
        @if sheets.is_empty() {
            (ui::empty(&ctx.say("placement-hours-list-none-title"), &ctx.say("placement-hours-list-none-text"), None))
        } @else {
            (table(ctx, month, &sheets))
        }
        (ui::pagination(ctx.words(), None, older.as_deref()))
        @if !sheets.is_empty() { (file::downloads(ctx, month)) }
        (show::months(ctx, "/hours", month))
    };
    let seen_by = Some(ctx.say("placement-hours-seen-by"));
    Ok(page(ctx, Page { title, main, seen_by, ..Page::default() }))
}

fn next(month: Month, last: &Sheet) -> String {
    let mut query = form_query(&[("month", &month.to_string()), ("after", &last.names.mission)]);
    query.push_str(&format!("&id={}", last.mission));
    format!("/hours?{query}")
}

/// Pairs as they stand after the question mark of an address.
pub(in crate::pages) fn form_query(pairs: &[(&str, &str)]) -> String {
    let encode =
        |text: &str| -> String {
            text.bytes()
                .map(|b| {
                    if b.is_ascii_alphanumeric() || b == b'-' { char::from(b).to_string() } else { format!("%{b:02X}") }
                })
                .collect()
        };
    pairs.iter().map(|(name, value)| format!("{name}={}", encode(value))).collect::<Vec<_>>().join("&")
}

/// Where the reader acts on hours.
fn ways(ctx: &Ctx) -> Markup {
    let holds = |rule| ctx.visitor().is_some_and(|actor| actor.holds(rule));
    html! {
        @if holds(HOURS_APPROVE) {
            (ui::link_button(&ctx.say("placement-hours-to-approve"), "/approvals", Look::Secondary))
        }
        @if holds(CONTRACT_MANAGE) {
            (ui::link_button(&ctx.say("placement-contract-see"), "/contracts", Look::Secondary))
        }
        @if holds(HOURS_CONFIRM) {
            (ui::link_button(&ctx.say("placement-hours-to-confirm"), "/hours/confirm", Look::Secondary))
        }
    }
}

fn table(ctx: &Ctx, month: Month, sheets: &[Sheet]) -> Markup {
    let words = ctx.words();
    let titles = ["mission", "length", "stage"].map(|name| ctx.say(&format!("placement-hours-column-{name}")));
    let [mission, length, stage] = &titles;
    let columns = [Column::words(mission), Column::numbers(length), Column::words(stage)];
    let rows: Vec<Vec<Markup>> = sheets
        .iter()
        .map(|sheet| {
            let total = sheet.recorded + sheet.confirmed + sheet.approved + sheet.returned;
            vec![
                html! {
                    a.govuk-link href={ "/hours/missions/" (sheet.mission) "?month=" (month) } { (sheet.names.mission) }
                    br; (ui::muted(&format!("{} · {}", sheet.names.peer, sheet.names.team)))
                },
                html! { (words.hours(total)) },
                stages(ctx, sheet),
            ]
        })
        .collect();
    let caption = say!(words, "placement-hours-list-caption", month = show::month_name(words, month));
    ui::table(&Table {
        id: "hours",
        caption: &caption,
        caption_hidden: true,
        columns: &columns,
        rows: &rows,
        narrow: Narrow::Stack,
    })
}

/// How much stands where; what is nothing is not said.
fn stages(ctx: &Ctx, sheet: &Sheet) -> Markup {
    let sums = [
        (Stage::Returned, sheet.returned),
        (Stage::Recorded, sheet.recorded),
        (Stage::Confirmed, sheet.confirmed),
        (Stage::Approved, sheet.approved),
    ];
    html! {
        @for (stage, minutes) in sums {
            @if minutes != Minutes::ZERO {
                div { (show::stage(ctx.words(), stage)) " " (ctx.words().hours(minutes)) }
            }
        }
    }
}

pub(super) async fn mission(ctx: Ctx, Path(id): Path<Id<Mission>>, query: MonthQuery) -> PageResult {
    let mut tx = ctx.begin_read().await?;
    let loaded = missions::load_mission(&mut tx, ctx.actor()?, id, HOURS_READ).await?;
    let month = query.month(&ctx);
    let lines = lists::of_mission(&mut tx, id, month).await?;
    drop(tx);
    let words = ctx.words();
    let lines: Vec<&Line> = lines.iter().collect();
    let name = show::month_name(words, month);
    let title = loaded.mission.title.clone();
    let caption = say!(words, "placement-hours-month", month = name.as_str(), hours = words.hours(show::sum(&lines)));
    let text = ctx.say("placement-hours-look");
    let link = Some(("/hours/entries/", text.as_str()));
    let main = html! {
        h1.govuk-heading-l { (title) }
        (ui::lead(&format!("{} · {}", loaded.peer_name.as_deref().unwrap_or_default(), loaded.place())))
        @if lines.is_empty() {
            h2.govuk-heading-m { (say!(words, "placement-hours-month-none", month = name.as_str())) }
        } @else {
            (show::entries(words, &lines, Rows { id: "entries", caption: &caption, missions: false, stages: true, link }))
        }
        (show::months(&ctx, &format!("/hours/missions/{id}"), month))
    };
    let back = Some((format!("/hours?month={month}"), Some(ctx.say("placement-nav-hours"))));
    let seen_by = Some(ctx.say("placement-hours-seen-by"));
    Ok(page(&ctx, Page { title, main, back, seen_by, ..Page::default() }))
}
