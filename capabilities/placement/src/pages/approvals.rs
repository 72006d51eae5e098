//! The coordinator approves what the teams have confirmed, month by month, and asks those who have not.

use axum::{extract::Path, response::Response};
use maud::{Markup, html};
use passerelle_kernel::{Id, Timestamp};
use passerelle_ui::{self as ui, Button, Column, Look, Narrow, Table};
use passerelle_web::{Ctx, Fields, Needs, Page, PageError, PageResult, Routes, page, redirect};
use passerelle_words::{capital, say};

use super::hours::{
    month_of,
    question::Asking,
    show::{self, MonthQuery},
};
use crate::{
    access::HOURS_APPROVE,
    actions::hours as actions,
    hours::{Entry, Stage},
    mission::Mission,
    period::{Month, later},
    store::{
        hours::{around, lists},
        missions,
    },
};
use lists::{Line, PAGE, Sheet};

pub(super) fn routes() -> Routes {
    let right = Needs::Right(HOURS_APPROVE);
    Routes::default()
        .get("/approvals", right, list)
        .get("/approvals/{mission}", right, month)
        .post("/approvals/{mission}", right, approve)
        .post("/approvals/{mission}/ask", right, ask_team)
        .get("/approvals/entries/{entry}", right, ask)
        .post("/approvals/entries/{entry}", right, send_back)
}

const ASKING: Asking = Asking { rule: HOURS_APPROVE, list: "/approvals" };

/// For how long the list remembers that a team was asked, in days.
const REMEMBERED: i32 = 60;

async fn list(ctx: Ctx, query: MonthQuery) -> PageResult {
    let org = ctx.actor()?.association(HOURS_APPROVE).ok_or(PageError::Forbidden)?;
    let (since, id) = query.after();
    let mut tx = ctx.begin_read().await?;
    let mut sheets = lists::to_approve(&mut tx, org, (since.parse().unwrap_or(0), id)).await?;
    let unconfirmed = lists::unconfirmed(&mut tx, org).await?;
    let remembered = later(ctx.today(), -REMEMBERED).to_zoned(ctx.words().zone().clone());
    let remembered = remembered.map_or(Timestamp::UNIX_EPOCH, |start| start.timestamp());
    let asked = around::asked_of_org(&mut tx, org, remembered).await?;
    drop(tx);
    let is_more = sheets.len() as i64 > PAGE;
    sheets.truncate(PAGE as usize);
    ctx.shows(sheets.iter().chain(&unconfirmed).map(|sheet| sheet.peer), HOURS_APPROVE);
    let older = sheets
        .last()
        .filter(|_| is_more)
        .map(|sheet| format!("/approvals?after={}&id={}{}", sheet.since.as_millisecond(), sheet.mission, sheet.month));
    let title = ctx.say("placement-approvals-title");
    let main = html! {
        h1.govuk-heading-l { (title) }
        @if sheets.is_empty() {
            (ui::empty(&ctx.say("placement-approvals-none-title"), &ctx.say("placement-approvals-none-text"), None))
        }
        @for sheet in &sheets { (row(&ctx, sheet)) }
        (ui::pagination(ctx.words(), None, older.as_deref()))
        @if !unconfirmed.is_empty() { (with_teams(&ctx, &unconfirmed, &asked)) }
    };
    let back = Some(("/hours".to_owned(), Some(ctx.say("placement-nav-hours"))));
    let seen_by = Some(ctx.say("placement-hours-seen-by"));
    Ok(page(&ctx, Page { title, main, back, seen_by, ..Page::default() }))
}

fn row(ctx: &Ctx, sheet: &Sheet) -> Markup {
    let words = ctx.words();
    let title = say!(
        words,
        "placement-approvals-row",
        name = sheet.names.peer.as_str(),
        month = show::month_name(words, sheet.month),
        hours = words.hours(sheet.confirmed)
    );
    let href = format!("/approvals/{}?month={}", sheet.mission, sheet.month);
    let since = say!(words, "placement-approvals-since", when = words.instant(sheet.since));
    html! {
        h2.govuk-heading-m { a.govuk-link href=(href) { (title) } }
        p.govuk-body { (sheet.names.mission) " · " (sheet.names.team) br; (ui::muted(&since)) }
    }
}

/// What the teams have not confirmed, each with the way to ask them.
fn with_teams(ctx: &Ctx, sheets: &[Sheet], asked: &[(Id<Mission>, Month, Timestamp)]) -> Markup {
    let titles = ["placement-missions-column-peer", "placement-hours-column-mission", "placement-hours-column-length"];
    let [peer, mission, length] = &titles.map(|key| ctx.say(key));
    let (ask, caption) = (ctx.say("placement-approvals-ask"), ctx.say("placement-approvals-unconfirmed"));
    let columns = [Column::words(peer), Column::words(mission), Column::numbers(length), Column::links(&ask)];
    let rows: Vec<Vec<Markup>> = sheets.iter().map(|sheet| with_team(ctx, sheet, asked)).collect();
    ui::table(&Table {
        id: "unconfirmed",
        caption: &caption,
        caption_hidden: false,
        columns: &columns,
        rows: &rows,
        narrow: Narrow::Stack,
    })
}

fn with_team(ctx: &Ctx, sheet: &Sheet, asked: &[(Id<Mission>, Month, Timestamp)]) -> Vec<Markup> {
    let words = ctx.words();
    let (peer, month) = (sheet.names.peer.as_str(), show::month_name(words, sheet.month));
    let about = say!(words, "placement-approvals-about", name = peer, month = month.as_str());
    let asked = asked.iter().find(|(mission, month, _)| *mission == sheet.mission && *month == sheet.month);
    let button = ui::button(Button {
        text: &ctx.say("placement-approvals-ask"),
        look: Look::Secondary,
        about: Some(&about),
        ..Button::default()
    });
    vec![
        html! { (peer) br; (ui::muted(&capital(&month))) },
        html! { (sheet.names.mission) br; (ui::muted(&sheet.names.team)) },
        html! { (words.hours(sheet.recorded)) },
        html! {
            (ctx.form(&format!("/approvals/{}/ask", sheet.mission), html! {
                input type="hidden" name="month" value=(sheet.month);
                (button)
            }))
            @if let Some((_, _, at)) = asked { (ui::muted(&say!(words, "placement-hours-asked", when = words.instant(*at)))) }
        },
    ]
}

async fn month(ctx: Ctx, Path(id): Path<Id<Mission>>, query: MonthQuery) -> PageResult {
    let mut tx = ctx.begin_read().await?;
    let loaded = missions::load_mission(&mut tx, ctx.actor()?, id, HOURS_APPROVE).await?;
    let month = query.month(&ctx);
    let lines = lists::of_mission(&mut tx, id, month).await?;
    drop(tx);
    Ok(month_page(&ctx, &loaded, month, &lines))
}

fn month_page(ctx: &Ctx, loaded: &missions::Loaded, month: Month, lines: &[Line]) -> Response {
    let words = ctx.words();
    let id = loaded.mission.id;
    let name = loaded.peer_name.as_deref().unwrap_or_default();
    let title = say!(words, "placement-approvals-month", name = name, month = show::month_name(words, month));
    let waiting: Vec<&Line> = lines.iter().filter(|line| line.entry.stage() == Stage::Confirmed).collect();
    let others: Vec<&Line> = lines.iter().filter(|line| line.entry.stage() != Stage::Confirmed).collect();
    let main = html! {
        h1.govuk-heading-l { (title) }
        (ui::lead(&format!("{} · {}", loaded.mission.title, loaded.place())))
        @if waiting.is_empty() {
            p.govuk-body { (ctx.say("placement-approvals-nothing")) }
        } @else {
            (show::waiting(ctx, "placement-approvals-", &waiting, &ASKING.entries()))
            p.govuk-body { (ctx.say("placement-approvals-for-good")) }
            (ctx.form(&format!("/approvals/{id}"), html! {
                input type="hidden" name="month" value=(month);
                (ui::button(Button {
                    text: &say!(words, "placement-approvals-action", hours = words.hours(show::sum(&waiting))),
                    ..Button::default()
                }))
            }))
        }
        (show::others(ctx, "placement-approvals-", &others))
        (show::months(ctx, &format!("/approvals/{id}"), month))
    };
    let back = Some(("/approvals".to_owned(), Some(ctx.say("placement-approvals-title"))));
    let seen_by = Some(ctx.say("placement-hours-seen-by"));
    page(ctx, Page { title, main, back, seen_by, ..Page::default() })
}

async fn approve(ctx: Ctx, Path(id): Path<Id<Mission>>, fields: Fields) -> PageResult {
    actions::approve(&ctx, id, month_of(&ctx, fields.value("month"))).await?;
    Ok(redirect("/approvals?done=placement-approvals-done"))
}

async fn ask_team(ctx: Ctx, Path(id): Path<Id<Mission>>, fields: Fields) -> PageResult {
    actions::ask_for_confirmation(&ctx, id, month_of(&ctx, fields.value("month"))).await?;
    Ok(redirect("/approvals?done=placement-hours-closed-done"))
}

async fn ask(ctx: Ctx, Path(id): Path<Id<Entry>>) -> PageResult {
    ASKING.ask(&ctx, id).await
}

async fn send_back(ctx: Ctx, Path(id): Path<Id<Entry>>, fields: Fields) -> PageResult {
    ASKING.send_back(&ctx, id, fields).await
}
