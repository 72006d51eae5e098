//! Closing a month for all: the last months, what is not done yet in one, and opening it again with a reason.

use axum::{extract::Path, response::Response};
use maud::{Markup, html};
use passerelle_kernel::Id;
use passerelle_ui::{self as ui, Button, Column, Field, Look, Narrow, Table, Textarea, Tone};
use passerelle_web::{Ctx, Fields, Needs, Page, PageError, PageResult, Routes, page, redirect};
use passerelle_words::{capital, say};

use super::hours::show::month_name;
use crate::{
    Error,
    access::MONTH_CLOSE,
    actions::closings::{Left, close_for_all, left, reopen_month},
    closing::Closing,
    outside::{Organisation, Person},
    period::Month,
    refusal::Refusal,
    store::closings as store,
    text,
};

const PATH: &str = "/closing";
/// How many months that are over are listed.
const MONTHS: i32 = 13;

pub(super) fn routes() -> Routes {
    let right = Needs::Right(MONTH_CLOSE);
    Routes::default()
        .get(PATH, right, list)
        .get("/closing/{month}", right, show)
        .post("/closing/{month}", right, close)
        .get("/closing/{month}/reopening", right, ask_reopening)
        .post("/closing/{month}/reopening", right, reopen)
}

fn association(ctx: &Ctx) -> Result<Id<Organisation>, PageError> {
    ctx.actor()?.association(MONTH_CLOSE).ok_or(PageError::Forbidden)
}

fn month_of(text: &str) -> Result<Month, PageError> {
    Month::parse(text).ok_or(PageError::NotFound)
}

async fn list(ctx: Ctx) -> PageResult {
    let (org, now) = (association(&ctx)?, Month::of(ctx.today()));
    let first = now.shifted(-MONTHS);
    let closings = store::of_org(&mut ctx.begin_read().await?, org, first).await?;
    let months: Vec<Month> = (1..=MONTHS).map(|back| now.shifted(-back)).collect();
    let title = ctx.say("placement-closing-list-title");
    let main = html! {
        h1.govuk-heading-l { (title) }
        (ui::lead(&ctx.say("placement-closing-list-text")))
        (rows(&ctx, &months, &closings))
    };
    let back = Some(("/hours".to_owned(), Some(ctx.say("placement-nav-hours"))));
    let seen_by = Some(ctx.say("placement-closing-seen-by"));
    Ok(page(&ctx, Page { title, back, main, seen_by, ..Page::default() }))
}

fn rows(ctx: &Ctx, months: &[Month], closings: &[Closing]) -> Markup {
    let (month, state) = (ctx.say("placement-closing-month"), ctx.say("placement-hours-column-stage"));
    let columns = [Column::words(&month), Column::words(&state)];
    let row = |month: &Month| {
        let closed = closings.iter().any(|one| one.month == *month && one.is_closed());
        let name = capital(&month_name(ctx.words(), *month));
        vec![html! { a.govuk-link href={ (PATH) "/" (month) } { (name) } }, tag(ctx, closed)]
    };
    let rows: Vec<Vec<Markup>> = months.iter().map(row).collect();
    let caption = ctx.say("placement-closing-list-title");
    ui::table(&Table {
        id: "months",
        caption: &caption,
        caption_hidden: true,
        columns: &columns,
        rows: &rows,
        narrow: Narrow::Stack,
    })
}

fn tag(ctx: &Ctx, closed: bool) -> Markup {
    if closed {
        ui::tag(&ctx.say("placement-closing-closed"), Tone::Good)
    } else {
        ui::tag(&ctx.say("placement-closing-open"), Tone::Neutral)
    }
}

async fn show(ctx: Ctx, Path(text): Path<String>) -> PageResult {
    let (org, month) = (association(&ctx)?, month_of(&text)?);
    show_page(&ctx, org, month, &Fields::empty(&ctx)).await
}

/// What is known of one month.
struct Known {
    month: Month,
    closings: Vec<Closing>,
    names: Vec<(Id<Person>, String)>,
    left: Left,
}

impl Known {
    fn is_closed(&self) -> bool {
        self.closings.iter().any(Closing::is_closed)
    }
}

async fn show_page(ctx: &Ctx, org: Id<Organisation>, month: Month, fields: &Fields) -> PageResult {
    let mut tx = ctx.begin_read().await?;
    let mut closings = store::of_org(&mut tx, org, month).await?;
    closings.retain(|one| one.month == month);
    let names = store::names(&mut tx, org, month).await?;
    let left = left(&mut tx, ctx, org, month).await?;
    drop(tx);
    let people = left.unapproved.iter().map(|one| one.peer).chain(left.silent.iter().map(|(one, _)| one.peer));
    ctx.shows(people, MONTH_CLOSE);
    Ok(whole(ctx, &Known { month, closings, names, left }, fields))
}

fn whole(ctx: &Ctx, known: &Known, fields: &Fields) -> Response {
    let month = known.month;
    let title = say!(ctx.words(), "placement-closing-title", month = month_name(ctx.words(), month));
    let path = format!("{PATH}/{month}");
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        p.govuk-body { (tag(ctx, known.is_closed())) }
        (still_open(ctx, month, &known.left, known.is_closed()))
        @if known.is_closed() {
            p.govuk-body { (ctx.say("placement-closing-means")) }
            (ui::link_button(&ctx.say("placement-closing-reopen"), &format!("{path}/reopening"), Look::Secondary))
        } @else if month.days().last() < ctx.today() {
            (ctx.form(&path, questions(ctx, &known.left, fields)))
        } @else { p.govuk-body { (ctx.say("placement-refusal-month-not-over")) } }
        (past(ctx, known))
    };
    let back = Some((PATH.to_owned(), Some(ctx.say("placement-closing-list-title"))));
    let seen_by = Some(ctx.say("placement-closing-seen-by"));
    page(ctx, Page { title, back, main, seen_by, refused: !fields.is_clean(), ..Page::default() })
}

fn questions(ctx: &Ctx, left: &Left, fields: &Fields) -> Markup {
    let (label, hint) = (ctx.say("placement-closing-anyway"), ctx.say("placement-closing-anyway-hint"));
    let field = Field {
        name: "anyway",
        label: &label,
        hint: Some(&hint),
        error: fields.error("anyway"),
        value: fields.value("anyway"),
        ..Field::default()
    };
    html! {
        p.govuk-body { (ctx.say("placement-closing-means")) }
        @if !left.sum().is_nothing() { (ui::checkbox(ctx.words(), field)) }
        (ui::button(Button { text: &ctx.say("placement-closing-action"), ..Button::default() }))
    }
}

/// What is not approved, not confirmed, or missing.
fn still_open(ctx: &Ctx, month: Month, left: &Left, closed: bool) -> Markup {
    if left.sum().is_nothing() {
        let key = if closed { "placement-closing-whole" } else { "placement-closing-ready" };
        return html! { p.govuk-body { (ctx.say(key)) } };
    }
    html! {
        h2.govuk-heading-m { (ctx.say("placement-closing-left")) }
        ul.govuk-list.govuk-list--bullet {
            @for one in &left.unapproved {
                li {
                    a.govuk-link href={ "/hours/missions/" (one.mission) "?month=" (month) } { (unapproved(ctx, one)) }
                }
            }
            @for (one, weeks) in &left.silent { li { (silent(ctx, one, weeks)) } }
        }
    }
}

fn unapproved(ctx: &Ctx, one: &store::Unapproved) -> String {
    let words = ctx.words();
    let parts = [("recorded", one.recorded), ("confirmed", one.confirmed), ("returned", one.returned)];
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|(_, minutes)| minutes.0 != 0)
        .map(|(stage, minutes)| say!(words, &format!("placement-closing-{stage}"), hours = words.hours(minutes)))
        .collect();
    let (name, title) = (one.name.as_str(), one.title.as_str());
    say!(words, "placement-closing-line", name = name, mission = title, what = words.list(&parts))
}

fn silent(ctx: &Ctx, one: &store::Worked, weeks: &[crate::period::Week]) -> String {
    let words = ctx.words();
    let days: Vec<String> = weeks.iter().map(|week| words.day(week.monday())).collect();
    let what = say!(words, "placement-closing-silent", count = weeks.len(), weeks = words.list(&days));
    say!(words, "placement-closing-line", name = one.name.as_str(), mission = one.title.as_str(), what = what)
}

/// Who closed the month and who opened it again, and why.
fn past(ctx: &Ctx, known: &Known) -> Markup {
    let words = ctx.words();
    let name = |by: Option<Id<Person>>| {
        let found = known.names.iter().find(|(id, _)| Some(*id) == by);
        found.map_or_else(|| ctx.say("placement-hours-somebody"), |(_, name)| name.clone())
    };
    html! {
        @if !known.closings.is_empty() {
            h2.govuk-heading-m { (ctx.say("placement-closing-past")) }
            ul.govuk-list {
                @for one in &known.closings {
                    li {
                        (say!(words, "placement-closing-closed-by", name = name(one.closed.by.account()), when = words.instant(one.closed.at)))
                        @if let Some((stamp, reason)) = &one.reopened {
                            br;
                            (say!(words, "placement-closing-reopened-by", name = name(stamp.by.account()), when = words.instant(stamp.at)))
                            br; (ui::muted(reason))
                        }
                    }
                }
            }
        }
    }
}

async fn close(ctx: Ctx, Path(text): Path<String>, mut fields: Fields) -> PageResult {
    let (org, month) = (association(&ctx)?, month_of(&text)?);
    match close_for_all(&ctx, month, fields.has("anyway", "yes")).await {
        Ok(()) => Ok(redirect(&format!("{PATH}/{month}?done=placement-closing-done"))),
        Err(Error::Refused(refusal)) => {
            let field = if refusal == Refusal::MonthStillOpen { "anyway" } else { "" };
            fields.refuse_key(field, refusal.key());
            show_page(&ctx, org, month, &fields).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn ask_reopening(ctx: Ctx, Path(text): Path<String>) -> PageResult {
    let (org, month) = (association(&ctx)?, month_of(&text)?);
    if !store::closed(&mut ctx.begin_read().await?, org, month).await?.contains(&month) {
        // Opened again since, or never closed: the page of the month says so.
        return Ok(redirect(&format!("{PATH}/{month}")));
    }
    Ok(reopening_page(&ctx, month, &Fields::empty(&ctx)))
}

fn reopening_page(ctx: &Ctx, month: Month, fields: &Fields) -> Response {
    let title = say!(ctx.words(), "placement-closing-reopen-title", month = month_name(ctx.words(), month));
    let (label, hint) = (ctx.say("placement-closing-reason"), ctx.say("placement-closing-reason-hint"));
    let field = Field {
        name: "reason",
        label: &label,
        hint: Some(&hint),
        error: fields.error("reason"),
        value: fields.value("reason"),
        ..Field::default()
    };
    let questions = html! {
        (ui::textarea(ctx.words(), Textarea { field, ..Textarea::default() }))
        (ui::button(Button { text: &ctx.say("placement-closing-reopen"), ..Button::default() }))
    };
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        (ctx.form(&format!("{PATH}/{month}/reopening"), questions))
    };
    let back = Some((format!("{PATH}/{month}"), Some(month_name(ctx.words(), month))));
    let seen_by = Some(ctx.say("placement-closing-seen-by"));
    page(ctx, Page { title, back, main, seen_by, refused: !fields.is_clean(), ..Page::default() })
}

async fn reopen(ctx: Ctx, Path(text): Path<String>, mut fields: Fields) -> PageResult {
    association(&ctx)?;
    let month = month_of(&text)?;
    let Some(reason) = fields.text("reason", text::SENTENCES, "placement-closing-reason-missing") else {
        return Ok(reopening_page(&ctx, month, &fields));
    };
    match reopen_month(&ctx, month, &reason).await {
        Ok(()) => Ok(redirect(&format!("{PATH}/{month}?done=placement-closing-reopened-done"))),
        Err(Error::Refused(refusal)) => {
            fields.refuse_key("reason", refusal.key());
            Ok(reopening_page(&ctx, month, &fields))
        }
        Err(other) => Err(other.into()),
    }
}
