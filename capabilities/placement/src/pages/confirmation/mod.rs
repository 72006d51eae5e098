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
    question::{Place, question_of, question_page},
    show::{self, MonthQuery, Rows},
};
use crate::{
    Error,
    access::HOURS_CONFIRM,
    actions::hours as actions,
    hours::{Entry, Stage},
    mission::Mission,
    store::{
        hours::{self, lists},
        missions,
    },
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

async fn list(ctx: Ctx) -> PageResult {
    let Some(Scope::Team(team)) = ctx.actor()?.scope(HOURS_CONFIRM) else { return Err(PageError::Forbidden) };
    let sheets = lists::to_confirm(&mut ctx.begin_read().await?, team).await?;
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
        (sheet(&ctx, &waiting, "/hours/confirm/entries/"))
        @if !waiting.is_empty() {
            (ctx.form(&format!("/hours/confirm/{id}"), html! {
                input type="hidden" name="month" value=(month);
                (confirm_button(&ctx, &waiting))
            }))
        }
        (done(&ctx, &others))
        (show::months(&ctx, &format!("/hours/confirm/{id}"), month))
    };
    let back = Some(("/hours/confirm".to_owned(), Some(ctx.say("placement-confirm-list-title"))));
    let seen_by = Some(ctx.say("placement-hours-seen-by"));
    Ok(page(&ctx, Page { title, main, back, seen_by, ..Page::default() }))
}

/// What waits, each entry with the way to ask about it; or that nothing waits.
fn sheet(ctx: &Ctx, waiting: &[&Line], questions: &str) -> Markup {
    let words = ctx.words();
    if waiting.is_empty() {
        return html! { p.govuk-body { (ctx.say("placement-confirm-none-title")) } };
    }
    let caption = say!(words, "placement-confirm-waiting", hours = words.hours(show::sum(waiting)));
    let text = ctx.say("placement-hours-ask-link");
    let link = Some((questions, text.as_str()));
    show::entries(words, waiting, Rows { id: "waiting", caption: &caption, missions: false, stages: false, link })
}

fn confirm_button(ctx: &Ctx, waiting: &[&Line]) -> Markup {
    let hours = ctx.words().hours(show::sum(waiting));
    let text = say!(ctx.words(), "placement-confirm-action", hours = hours);
    ui::button(Button { text: &text, look: Look::Primary, ..Button::default() })
}

/// What does not wait for the team any more, folded.
fn done(ctx: &Ctx, others: &[&Line]) -> Markup {
    if others.is_empty() {
        return Markup::default();
    }
    let words = ctx.words();
    let summary = say!(words, "placement-confirm-others", hours = words.hours(show::sum(others)));
    let caption = ctx.say("placement-confirm-others-caption");
    ui::details(
        &summary,
        show::entries(
            words,
            others,
            Rows { id: "others", caption: &caption, missions: false, stages: true, link: None },
        ),
    )
}

async fn confirm(ctx: Ctx, Path(id): Path<Id<Mission>>, fields: Fields) -> PageResult {
    actions::confirm(&ctx, id, month_of(&ctx, fields.value("month"))).await?;
    Ok(redirect("/hours/confirm?done=placement-confirm-done"))
}

async fn load(ctx: &Ctx, id: Id<Entry>) -> Result<Line, PageError> {
    let mut tx = ctx.begin_read().await?;
    hours::load_entry(&mut tx, ctx.actor()?, id, HOURS_CONFIRM).await?;
    lists::one(&mut tx, id).await?.ok_or(PageError::NotFound)
}

fn place(line: &Line) -> Place {
    let facts = line.entry.facts();
    let month = crate::period::Month::of(facts.work.on);
    Place {
        action: format!("/hours/confirm/entries/{}", facts.id),
        back: format!("/hours/confirm/{}?month={month}", facts.mission),
        before: Markup::default(),
    }
}

async fn ask(ctx: Ctx, Path(id): Path<Id<Entry>>) -> PageResult {
    let line = load(&ctx, id).await?;
    Ok(question_page(&ctx, &line, place(&line), &Fields::empty(&ctx)))
}

async fn send_back(ctx: Ctx, Path(id): Path<Id<Entry>>, mut fields: Fields) -> PageResult {
    if let Some(question) = question_of(&mut fields) {
        match actions::send_back(&ctx, id, &question).await {
            Ok(()) => return Ok(redirect("/hours/confirm?done=placement-hours-asked-done")),
            Err(Error::Refused(refusal)) => fields.refuse_key("question", refusal.key()),
            Err(error) => return Err(error.into()),
        }
    }
    let line = load(&ctx, id).await?;
    Ok(question_page(&ctx, &line, place(&line), &fields))
}
