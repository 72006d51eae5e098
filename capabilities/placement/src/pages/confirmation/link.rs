//! The page of a mission's link: what waits in the team, a name, a button. Opening it changes nothing.

use axum::{extract::Path, response::Response};
use maud::{Markup, html};
use passerelle_kernel::Id;
use passerelle_ui::{self as ui, Field, Input, Width};
use passerelle_web::{Ctx, Fields, Needs, Page, PageError, PageResult, Routes, page, redirect};
use passerelle_words::{capital, say};

use super::{confirm_button, sheet};
use crate::{
    Error,
    actions::hours as actions,
    hours::Entry,
    pages::hours::{
        month_of,
        question::{Place, question_of, question_page},
        show,
    },
    period::Month,
    refusal::Refusal,
    store::{hours::lists, missions::Loaded},
    text,
};
use lists::Line;

pub(super) fn routes() -> Routes {
    Routes::default()
        .get("/confirm/{secret}", Needs::Public, open)
        .post("/confirm/{secret}", Needs::Public, confirm)
        .get("/confirm/{secret}/entries/{entry}", Needs::Public, ask)
        .post("/confirm/{secret}/entries/{entry}", Needs::Public, send_back)
}

/// The mission of the link and everything of it that waits for the team; nothing when the link is too old.
async fn load(ctx: &Ctx, secret: &str) -> Result<Option<(Loaded, Vec<Line>)>, PageError> {
    let mut tx = ctx.begin_read().await?;
    let Some(loaded) = actions::open(&mut tx, ctx, secret).await? else { return Ok(None) };
    let lines = lists::to_confirm_of_mission(&mut tx, loaded.mission.id, loaded.mission.team).await?;
    Ok(Some((loaded, lines)))
}

async fn open(ctx: Ctx, Path(secret): Path<String>) -> PageResult {
    show_page(&ctx, &secret, &Fields::empty(&ctx)).await
}

async fn show_page(ctx: &Ctx, secret: &str, fields: &Fields) -> PageResult {
    let Some((loaded, lines)) = load(ctx, secret).await? else { return Ok(stale(ctx)) };
    let words = ctx.words();
    let title = say!(words, "placement-link-title", name = loaded.peer_name.as_deref().unwrap_or_default());
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        (ui::lead(&format!("{} · {}", loaded.mission.title, loaded.place())))
        @if lines.is_empty() {
            (ui::empty(&ctx.say("placement-confirm-none-title"), &ctx.say("placement-link-none-text"), None))
        } @else {
            p.govuk-body { (say!(words, "placement-link-text", org = loaded.org_name.as_str())) }
        }
        @for month in months(&lines) { (month_part(ctx, secret, &loaded, &lines, month, fields)) }
    };
    let seen_by = Some(ctx.say("placement-hours-seen-by"));
    Ok(page(ctx, Page { title, main, seen_by, refused: !fields.is_clean(), ..Page::default() }))
}

fn stale(ctx: &Ctx) -> Response {
    let title = ctx.say("web-link-stale-title");
    let main = html! {
        h1.govuk-heading-l { (title) }
        p.govuk-body { (ctx.say("placement-link-stale-text")) }
    };
    page(ctx, Page { title, main, ..Page::default() })
}

/// The months of these entries, the first one first.
fn months(lines: &[Line]) -> Vec<Month> {
    let mut months: Vec<Month> = lines.iter().map(|line| Month::of(line.entry.facts().work.on)).collect();
    months.dedup();
    months
}

fn month_part(ctx: &Ctx, secret: &str, loaded: &Loaded, lines: &[Line], month: Month, fields: &Fields) -> Markup {
    let waiting: Vec<&Line> = lines.iter().filter(|line| Month::of(line.entry.facts().work.on) == month).collect();
    let questions = format!("/confirm/{secret}/entries/");
    // One name field a month: its id carries the month, so that labels lead to the right one.
    let name = format!("name-{month}");
    html! {
        h2.govuk-heading-l { (capital(&show::month_name(ctx.words(), month))) }
        (sheet(ctx, &waiting, &questions))
        (ctx.form(&format!("/confirm/{secret}"), html! {
            input type="hidden" name="month" value=(month);
            (name_field(ctx, &name, &known_name(loaded, &name, fields), fields))
            (confirm_button(ctx, &waiting))
        }))
    }
}

fn name_field(ctx: &Ctx, name: &str, value: &str, fields: &Fields) -> Markup {
    let (label, hint) = (ctx.say("placement-link-name"), ctx.say("placement-link-name-hint"));
    let field = Field { name, label: &label, hint: Some(&hint), value, error: fields.error(name), ..Field::default() };
    let width = Width::Characters(30);
    ui::input(ctx.words(), Input { field, width, autocomplete: Some("name"), ..Input::default() })
}

/// The name as typed, else that of the mission's referent.
fn known_name(loaded: &Loaded, name: &str, fields: &Fields) -> String {
    let typed = fields.value(name);
    if !typed.is_empty() || !fields.is_clean() {
        return typed.to_owned();
    }
    loaded.mission.referent.as_ref().map(|referent| referent.name.clone()).unwrap_or_default()
}

async fn confirm(ctx: Ctx, Path(secret): Path<String>, mut fields: Fields) -> PageResult {
    let month = month_of(&ctx, fields.value("month"));
    let field = format!("name-{month}");
    if let Some(name) = fields.text(&field, text::LINE, "placement-link-name-missing") {
        match actions::confirm_by_link(&ctx, &secret, month, &name).await {
            Ok(_) => return Ok(redirect(&format!("/confirm/{secret}?done=placement-confirm-done"))),
            Err(Error::Refused(refusal)) => fields.refuse_key(field_of(refusal, &field), refusal.key()),
            Err(error) => return Err(error.into()),
        }
    }
    show_page(&ctx, &secret, &fields).await
}

fn field_of(refusal: Refusal, name: &str) -> &str {
    if refusal == Refusal::TextMissing || refusal == Refusal::TextTooLong { name } else { "" }
}

/// The entry, if it is one of the link's mission.
async fn entry(ctx: &Ctx, secret: &str, id: Id<Entry>) -> Result<(Loaded, Line), PageError> {
    let mut tx = ctx.begin_read().await?;
    let loaded = actions::open(&mut tx, ctx, secret).await?.ok_or(PageError::NotFound)?;
    let line = lists::one(&mut tx, id).await?.ok_or(PageError::NotFound)?;
    if line.entry.facts().mission == loaded.mission.id { Ok((loaded, line)) } else { Err(PageError::NotFound) }
}

async fn ask(ctx: Ctx, Path((secret, id)): Path<(String, Id<Entry>)>) -> PageResult {
    ask_page(&ctx, &secret, id, &Fields::empty(&ctx)).await
}

async fn ask_page(ctx: &Ctx, secret: &str, id: Id<Entry>, fields: &Fields) -> PageResult {
    let (loaded, line) = entry(ctx, secret, id).await?;
    let place = Place {
        action: format!("/confirm/{secret}/entries/{id}"),
        back: format!("/confirm/{secret}"),
        before: name_field(ctx, "name", &known_name(&loaded, "name", fields), fields),
    };
    Ok(question_page(ctx, &line, place, fields))
}

async fn send_back(ctx: Ctx, Path((secret, id)): Path<(String, Id<Entry>)>, mut fields: Fields) -> PageResult {
    let name = fields.text("name", text::LINE, "placement-link-name-missing");
    let question = question_of(&mut fields);
    if let Some((name, question)) = name.zip(question) {
        match actions::send_back_by_link(&ctx, &secret, id, &question, &name).await {
            Ok(()) => return Ok(redirect(&format!("/confirm/{secret}?done=placement-hours-asked-done"))),
            Err(Error::Refused(refusal)) => fields.refuse_key("question", refusal.key()),
            Err(error) => return Err(error.into()),
        }
    }
    ask_page(&ctx, &secret, id, &fields).await
}
