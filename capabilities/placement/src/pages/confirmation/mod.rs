//! The referent confirms the hours worked in the team: with an account, or with the link of a mission.

mod link;

use axum::extract::Path;
use maud::{Markup, html};
use passerelle_access::Scope;
use passerelle_kernel::Id;
use passerelle_ui::{self as ui, Button, Look};
use passerelle_web::{Ctx, Fields, Needs, Page, PageError, PageResult, Routes, page, redirect};
use passerelle_words::say;

use super::hours::{
    month_of,
    question::Asking,
    show::{self, MonthQuery},
};
use crate::{
    access::HOURS_CONFIRM,
    actions::hours as actions,
    hours::{Entry, Stage},
    mission::Mission,
    store::{hours::lists, missions},
};
use lists::{Line, Sheet};

pub(super) fn routes() -> Routes {
    let right = Needs::Right(HOURS_CONFIRM);
    Routes::default()
        .get("/hours/confirm", right, list)
        .get("/hours/confirm/{mission}", right, month)
        .post("/hours/confirm/{mission}", right, confirm)
        .get("/hours/confirm/entries/{entry}", right, ask)
        .post("/hours/confirm/entries/{entry}", right, send_back)
        .and(link::routes())
}

const ASKING: Asking = Asking { rule: HOURS_CONFIRM, list: "/hours/confirm" };

async fn list(ctx: Ctx) -> PageResult {
    let Some(Scope::Team(team)) = ctx.actor()?.scope(HOURS_CONFIRM) else { return Err(PageError::Forbidden) };
    let sheets = lists::to_confirm(&mut ctx.begin_read().await?, team).await?;
    ctx.shows(sheets.iter().map(|sheet| sheet.peer), HOURS_CONFIRM);
    let title = ctx.say("placement-confirm-list-title");
    let main = html! {
        h1.govuk-heading-l { (title) }
        @if sheets.is_empty() {
            (ui::empty(&ctx.say("placement-confirm-none-title"), &ctx.say("placement-confirm-none-text"), None))
        }
        @for sheet in &sheets { (row(&ctx, sheet)) }
    };
    let back = Some(("/hours".to_owned(), Some(ctx.say("placement-nav-hours"))));
    let seen_by = Some(ctx.say("placement-hours-seen-by"));
    Ok(page(&ctx, Page { title, main, back, seen_by, ..Page::default() }))
}

fn row(ctx: &Ctx, sheet: &Sheet) -> Markup {
    let words = ctx.words();
    let title = say!(
        words,
        "placement-confirm-row",
        name = sheet.names.peer.as_str(),
        month = show::month_name(words, sheet.month),
        hours = words.hours(sheet.recorded)
    );
    let href = format!("/hours/confirm/{}?month={}", sheet.mission, sheet.month);
    html! {
        h2.govuk-heading-m { a.govuk-link href=(href) { (title) } }
        p.govuk-body { (sheet.names.mission) }
    }
}

async fn month(ctx: Ctx, Path(id): Path<Id<Mission>>, query: MonthQuery) -> PageResult {
    let mut tx = ctx.begin_read().await?;
    let loaded = missions::load_mission(&mut tx, ctx.actor()?, id, HOURS_CONFIRM).await?;
    let month = query.month(&ctx);
    let lines = lists::of_mission(&mut tx, id, month).await?;
    drop(tx);
    let words = ctx.words();
    let name = loaded.peer_name.clone().unwrap_or_default();
    let title = say!(words, "placement-confirm-title", name = name, month = show::month_name(words, month));
    let waiting: Vec<&Line> = lines.iter().filter(|line| line.entry.stage() == Stage::Recorded).collect();
    let others: Vec<&Line> = lines.iter().filter(|line| line.entry.stage() != Stage::Recorded).collect();
    let main = html! {
        h1.govuk-heading-l { (title) }
        (ui::lead(&loaded.mission.title))
        (sheet(&ctx, &waiting, &ASKING.entries()))
        @if !waiting.is_empty() {
            (ctx.form(&format!("/hours/confirm/{id}"), html! {
                input type="hidden" name="month" value=(month);
                (confirm_button(&ctx, &waiting))
            }))
        }
        (show::others(&ctx, "placement-confirm-", &others))
        (show::months(&ctx, &format!("/hours/confirm/{id}"), month))
    };
    let back = Some(("/hours/confirm".to_owned(), Some(ctx.say("placement-confirm-list-title"))));
    let seen_by = Some(ctx.say("placement-hours-seen-by"));
    Ok(page(&ctx, Page { title, main, back, seen_by, ..Page::default() }))
}

/// What waits, each entry with the way to ask about it; or that nothing waits.
fn sheet(ctx: &Ctx, waiting: &[&Line], questions: &str) -> Markup {
    if waiting.is_empty() {
        return html! { p.govuk-body { (ctx.say("placement-confirm-none-title")) } };
    }
    show::waiting(ctx, "placement-confirm-", waiting, questions)
}

fn confirm_button(ctx: &Ctx, waiting: &[&Line]) -> Markup {
    let hours = ctx.words().hours(show::sum(waiting));
    let text = say!(ctx.words(), "placement-confirm-action", hours = hours);
    ui::button(Button { text: &text, look: Look::Primary, ..Button::default() })
}

async fn confirm(ctx: Ctx, Path(id): Path<Id<Mission>>, fields: Fields) -> PageResult {
    actions::confirm(&ctx, id, month_of(&ctx, fields.value("month"))).await?;
    Ok(redirect("/hours/confirm?done=placement-confirm-done"))
}

async fn ask(ctx: Ctx, Path(id): Path<Id<Entry>>) -> PageResult {
    ASKING.ask(&ctx, id).await
}

async fn send_back(ctx: Ctx, Path(id): Path<Id<Entry>>, fields: Fields) -> PageResult {
    ASKING.send_back(&ctx, id, fields).await
}
