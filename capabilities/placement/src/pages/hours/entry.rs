//! One entry: what it says, where it stands, and what its peer may still do with it.

use axum::{extract::Path, response::Response};
use maud::{Markup, html};
use passerelle_access::Rule;
use passerelle_kernel::Id;
use passerelle_ui::{self as ui, Button, Fact, Field, Input, Look, Width};
use passerelle_web::{Ctx, Fields, Page, PageError, PageResult, page, redirect};
use passerelle_words::say;

use super::{
    quick::{self, Start},
    show,
};
use crate::{
    Error,
    access::{HOURS_READ, HOURS_RECORD},
    actions::hours as actions,
    hours::{Entry, Stage, State},
    period::Period,
    store::{
        closings,
        hours::{self as store, around::Worked, lists},
    },
};
use lists::Line;

/// An entry with everything that its page tells.
struct Told {
    line: Line,
    corrections: Vec<Line>,
    signers: [Option<String>; 3],
    /// Whether its month is closed for all.
    closed: bool,
}

async fn load(ctx: &Ctx, id: Id<Entry>, rule: &'static Rule) -> Result<Told, PageError> {
    let mut tx = ctx.begin_read().await?;
    store::load_entry(&mut tx, ctx.actor()?, id, rule).await?;
    let line = lists::one(&mut tx, id).await?.ok_or(PageError::NotFound)?;
    let corrections = lists::corrections(&mut tx, id).await?;
    let signers = lists::signers(&mut tx, id).await?;
    let closed = closings::is_closed(&mut tx, line.of.association, line.entry.facts().work.on).await?;
    Ok(Told { line, corrections, signers, closed })
}

pub(super) async fn show(ctx: Ctx, Path(id): Path<Id<Entry>>) -> PageResult {
    let told = load(&ctx, id, HOURS_READ).await?;
    let words = ctx.words();
    let title = heading(&ctx, &told.line);
    let facts = facts(&ctx, &told);
    let facts: Vec<Fact<'_>> = facts.iter().map(|(key, value)| Fact::new(key, value)).collect();
    let main = html! {
        h1.govuk-heading-l { (title) }
        (ui::summary_list(words, &facts))
        @if !told.corrections.is_empty() {
            h2.govuk-heading-m { (ctx.say("placement-hours-corrections")) }
            ul.govuk-list { @for one in &told.corrections { li { (correction(&ctx, one)) } } }
        }
        @if ctx.actor()?.may(HOURS_RECORD, &told.line.of) { (ways(&ctx, &told)) }
    };
    Ok(framed(&ctx, title, main, false))
}

fn correction(ctx: &Ctx, line: &Line) -> Markup {
    let facts = line.entry.facts();
    html! {
        a.govuk-link href={ "/hours/entries/" (facts.id) } { (show::length(ctx.words(), facts.work.minutes, true)) }
        " " (show::stage(ctx.words(), line.entry.stage()))
    }
}

fn heading(ctx: &Ctx, line: &Line) -> String {
    let words = ctx.words();
    let facts = line.entry.facts();
    let hours = show::length(words, facts.work.minutes, facts.correction_of.is_some());
    say!(words, "placement-hours-entry-title", hours = hours, day = words.date(facts.work.on))
}

fn framed(ctx: &Ctx, title: String, main: Markup, refused: bool) -> Response {
    let back = Some(("/hours".to_owned(), Some(ctx.say("placement-nav-hours"))));
    let seen_by = Some(ctx.say("placement-hours-seen-by"));
    page(ctx, Page { title, main, back, seen_by, refused, ..Page::default() })
}

fn facts(ctx: &Ctx, told: &Told) -> Vec<(String, Markup)> {
    let (line, names) = (&told.line, &told.line.names);
    let mut facts = vec![
        (ctx.say("placement-hours-fact-peer"), html! { (names.peer) }),
        (
            ctx.say("placement-hours-column-mission"),
            html! {
                (names.mission) br; (ui::muted(&format!("{}, {}", names.team, names.institution)))
            },
        ),
        (
            ctx.say("placement-hours-column-activity"),
            html! { (show::activity(ctx.words(), line.entry.facts().work.activity)) },
        ),
        (ctx.say("placement-hours-column-stage"), stands(ctx, told)),
    ];
    if let Some(original) = line.entry.facts().correction_of {
        let link =
            html! { a.govuk-link href={ "/hours/entries/" (original) } { (ctx.say("placement-hours-fact-original")) } };
        facts.push((ctx.say("placement-hours-fact-corrects"), link));
    }
    facts
}

fn stands(ctx: &Ctx, told: &Told) -> Markup {
    let words = ctx.words();
    let [confirmed_by, approved_by, returned_by] = &told.signers;
    let signed = |kind: &str, stamp, name: &Option<String>| show::signed(words, kind, stamp, name.as_deref());
    html! {
        (show::stage(words, told.line.entry.stage()))
        @match told.line.entry.state() {
            State::Recorded => {}
            State::Confirmed(stamp) => { br; (signed("confirmed", stamp, confirmed_by)) }
            State::Approved { confirmed, approved } => {
                br; (signed("confirmed", confirmed, confirmed_by))
                br; (signed("approved", approved, approved_by))
            }
            State::Returned { stamp, question } => {
                br; (signed("returned", stamp, returned_by))
                br; strong { (question) }
            }
        }
    }
}

/// What its peer may do with it now.
fn ways(ctx: &Ctx, told: &Told) -> Markup {
    let line = &told.line;
    let facts = line.entry.facts();
    let path = |verb: &str| format!("/hours/entries/{}/{verb}", facts.id);
    let is_correction = facts.correction_of.is_some();
    let take_back = || {
        ctx.form(
            &path("take-back"),
            html! {
                (ui::button(Button {
                    text: &ctx.say("placement-hours-take-back"),
                    look: Look::Secondary,
                    ..Button::default()
                }))
            },
        )
    };
    match line.entry.stage() {
        Stage::Recorded | Stage::Returned if told.closed => {
            html! { p.govuk-body { (ctx.say("placement-refusal-month-closed")) } }
        }
        Stage::Recorded | Stage::Returned if is_correction => take_back(),
        Stage::Recorded | Stage::Returned => html! {
            (ui::link_button(&ctx.say("placement-hours-revise"), &path("revise"), Look::Primary))
            (take_back())
        },
        Stage::Confirmed => html! { p.govuk-body { (ctx.say("placement-hours-confirmed-hint")) } },
        Stage::Approved if is_correction => Markup::default(),
        Stage::Approved => html! {
            p.govuk-body { (ctx.say("placement-hours-approved-hint")) }
            (ui::link_button(&ctx.say("placement-hours-correct"), &path("correct"), Look::Secondary))
        },
    }
}

pub(super) async fn revise_form(ctx: Ctx, Path(id): Path<Id<Entry>>) -> PageResult {
    let line = load(&ctx, id, HOURS_RECORD).await?.line;
    let facts = line.entry.facts();
    let fields = quick::filled(&ctx, facts.mission, facts.work);
    Ok(revise_page(&ctx, &line, &fields))
}

fn revise_page(ctx: &Ctx, line: &Line, fields: &Fields) -> Response {
    let facts = line.entry.facts();
    let period = Period { from: facts.work.on, until: None };
    let (title, team) = (line.names.mission.clone(), line.names.team.clone());
    let missions = vec![Worked { id: facts.mission, title, team, period }];
    let start = Start::new(missions, &[], Some((facts.mission, facts.work.minutes)), ctx.today());
    let title = ctx.say("placement-hours-revise-title");
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        @if let Some(question) = show::question(line) { (ui::inset(html! { (question) })) }
        (ctx.form(
            &format!("/hours/entries/{}/revise", facts.id),
            quick::questions(ctx, &start, fields, "placement-hours-revise-action"),
        ))
    };
    framed(ctx, title, main, !fields.is_clean())
}

pub(super) async fn revise(ctx: Ctx, Path(id): Path<Id<Entry>>, mut fields: Fields) -> PageResult {
    if let Some(work) = quick::work(&ctx, &mut fields) {
        match actions::revise(&ctx, id, work).await {
            Ok(()) => return Ok(redirect("/hours?done=placement-hours-revised-done")),
            Err(Error::Refused(refusal)) => fields.refuse_key(quick::field_of(refusal), refusal.key()),
            Err(error) => return Err(error.into()),
        }
    }
    let line = load(&ctx, id, HOURS_RECORD).await?.line;
    Ok(revise_page(&ctx, &line, &fields))
}

/// The answer to a question: I have looked again, it is right as it is.
pub(super) async fn same(ctx: Ctx, Path(id): Path<Id<Entry>>) -> PageResult {
    let line = load(&ctx, id, HOURS_RECORD).await?.line;
    actions::revise(&ctx, id, line.entry.facts().work).await?;
    Ok(redirect("/hours?done=placement-hours-same-done"))
}

pub(super) async fn take_back(ctx: Ctx, Path(id): Path<Id<Entry>>) -> PageResult {
    actions::take_back(&ctx, id).await?;
    Ok(redirect("/hours?done=placement-hours-taken-back-done"))
}

pub(super) async fn correct_form(ctx: Ctx, Path(id): Path<Id<Entry>>) -> PageResult {
    let told = load(&ctx, id, HOURS_RECORD).await?;
    Ok(correct_page(&ctx, &told, &Fields::empty(&ctx)))
}

fn correct_page(ctx: &Ctx, told: &Told, fields: &Fields) -> Response {
    let words = ctx.words();
    let facts = told.line.entry.facts();
    let corrections: Vec<&Line> = told.corrections.iter().collect();
    let now = words.hours(facts.work.minutes + show::sum(&corrections));
    let title = say!(words, "placement-hours-correct-title", day = words.date(facts.work.on));
    let (label, hint) = (ctx.say("placement-hours-right"), ctx.say("placement-hours-length-hint"));
    let field = Field {
        name: "minutes",
        label: &label,
        hint: Some(&hint),
        value: fields.value("minutes"),
        error: fields.error("minutes"),
        ..Field::default()
    };
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        p.govuk-body { (say!(words, "placement-hours-correct-text", hours = now)) }
        @if told.closed { p.govuk-body { (ctx.say("placement-closing-correct")) } }
        (ctx.form(&format!("/hours/entries/{}/correct", facts.id), html! {
            (ui::input(words, Input { field, width: Width::Characters(10), ..Input::default() }))
            (ui::button(Button { text: &ctx.say("placement-hours-correct-action"), ..Button::default() }))
        }))
    };
    framed(ctx, title, main, !fields.is_clean())
}

pub(super) async fn correct(ctx: Ctx, Path(id): Path<Id<Entry>>, mut fields: Fields) -> PageResult {
    if let Some(right) = fields.minutes("minutes") {
        match actions::correct(&ctx, id, right).await {
            Ok(_) => return Ok(redirect("/hours?done=placement-hours-corrected-done")),
            Err(Error::Refused(refusal)) => fields.refuse_key("minutes", refusal.key()),
            Err(error) => return Err(error.into()),
        }
    }
    let told = load(&ctx, id, HOURS_RECORD).await?;
    Ok(correct_page(&ctx, &told, &fields))
}
