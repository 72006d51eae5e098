//! Requests beyond the charter: the peer passes one on in one tap, the coordinator answers the team.
//!
//! No names and no story are asked for: a choice from a list is enough to be answered. What more there is to say is
//! said by voice.

use std::collections::HashMap;

use axum::{
    extract::{Path, Query},
    response::Response,
};
use maud::{Markup, html};
use passerelle_access::Scope;
use passerelle_kernel::Id;
use passerelle_ui::{self as ui, Button, Choice, Choices, Fact, Field, Heading, Look, Textarea, Tone};
use passerelle_web::{Ctx, Fields, Needs, Page, PageError, PageResult, Routes, page, redirect};
use passerelle_words::say;

use super::hours::quick;
use crate::{
    Error,
    access::{BEYOND_ANSWER, BEYOND_READ, BEYOND_REPORT},
    actions::beyond as actions,
    beyond::{Asker, Beyond, Kind, Stage, State},
    period::{Days, later},
    store::{
        beyond::{self as store, Told},
        hours::around::{self, Worked},
    },
    text,
};

pub(super) fn routes() -> Routes {
    Routes::default()
        .get("/beyond", Needs::Right(BEYOND_READ), list)
        .post("/beyond", Needs::Right(BEYOND_REPORT), report)
        .get("/beyond/new", Needs::Right(BEYOND_REPORT), new)
        .get("/beyond/{beyond}", Needs::Right(BEYOND_READ), show)
        .post("/beyond/{beyond}/answer", Needs::Right(BEYOND_ANSWER), answer)
        .post("/beyond/{beyond}/withdraw", Needs::Right(BEYOND_REPORT), withdraw)
}

const PAGE: usize = 50;

async fn list(ctx: Ctx, Query(query): Query<HashMap<String, String>>) -> PageResult {
    let scope = ctx.actor()?.scope(BEYOND_READ).ok_or(PageError::Forbidden)?;
    let get = |name: &str| query.get(name).map_or("", String::as_str);
    let before = (get("before").parse().unwrap_or(i64::MAX), get("id"));
    let mut told = store::list(&mut ctx.begin_read().await?, scope, before).await?;
    let is_more = told.len() > PAGE;
    told.truncate(PAGE);
    ctx.shows(told.iter().filter_map(|told| told.of.person), BEYOND_READ);
    let older = told
        .last()
        .filter(|_| is_more)
        .map(|told| format!("/beyond?before={}&id={}", told.beyond.told_at.as_millisecond(), told.beyond.id));
    let may_report = ctx.actor()?.holds(BEYOND_REPORT);
    let title = ctx.say("placement-beyond-list-title");
    let report = || ui::link_button(&ctx.say("placement-beyond-new"), "/beyond/new", Look::Primary);
    let main = html! {
        h1.govuk-heading-l { (title) }
        @if told.is_empty() {
            (ui::empty(
                &ctx.say("placement-beyond-none-title"),
                &ctx.say(if may_report { "placement-beyond-none-text" } else { "placement-beyond-none-text-coordinator" }),
                may_report.then(report),
            ))
        } @else if may_report { (report()) }
        @for one in &told { (row(&ctx, one)) }
        (ui::pagination(ctx.words(), None, older.as_deref()))
    };
    let seen_by = Some(ctx.say("placement-beyond-seen-by"));
    Ok(page(&ctx, Page { title, main, seen_by, ..Page::default() }))
}

/// What the peer was asked to do, in words.
pub(super) fn kind(ctx: &Ctx, kind: Kind) -> String {
    ctx.say(&format!("placement-beyond-kind-{}", kind.as_str()))
}

fn stage(ctx: &Ctx, stage: Stage) -> Markup {
    let tone = match stage {
        Stage::Waiting => Tone::Urgent,
        Stage::Answered => Tone::Good,
        Stage::Withdrawn => Tone::Neutral,
    };
    ui::tag(&ctx.say(&format!("placement-beyond-stage-{}", stage.as_str())), tone)
}

fn row(ctx: &Ctx, told: &Told) -> Markup {
    html! {
        h2.govuk-heading-m {
            a.govuk-link href={ "/beyond/" (told.beyond.id) } { (kind(ctx, told.beyond.kind)) }
        }
        p.govuk-body {
            (told.peer) " · " (told.team) br;
            (ui::muted(&ctx.words().instant(told.beyond.told_at))) " " (stage(ctx, told.beyond.stage()))
        }
    }
}

async fn worked(ctx: &Ctx) -> Result<Vec<Worked>, PageError> {
    let Some(Scope::Own(org, peer)) = ctx.actor()?.scope(BEYOND_REPORT) else { return Err(PageError::Forbidden) };
    let days = Days::new(later(ctx.today(), -30), ctx.today()).map_err(Error::Refused)?;
    Ok(around::worked(&mut ctx.begin_read().await?, org, peer, days).await?)
}

async fn new(ctx: Ctx) -> PageResult {
    let missions = worked(&ctx).await?;
    let likely = missions.first().map(|mission| mission.id.to_string()).unwrap_or_default();
    Ok(new_page(&ctx, &missions, &Fields::empty(&ctx).with("mission", likely)))
}

fn new_page(ctx: &Ctx, missions: &[Worked], fields: &Fields) -> Response {
    let title = ctx.say("placement-beyond-new-title");
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        @if missions.is_empty() {
            (ui::empty(&ctx.say("placement-hours-none-title"), &ctx.say("placement-beyond-no-mission"), None))
        } @else {
            (ui::lead(&ctx.say("placement-beyond-new-text")))
            (ctx.form("/beyond", html! {
                (quick::mission(ctx, missions, fields))
                (ui::details(&ctx.say("placement-beyond-who"), askers(ctx, fields)))
                p.govuk-body { strong { (ctx.say("placement-beyond-what")) } }
                (kinds(ctx))
            }))
            p.govuk-body { (ctx.say("placement-beyond-no-names")) }
        }
    };
    let back = Some(("/beyond".to_owned(), Some(ctx.say("placement-beyond-list-title"))));
    let seen_by = Some(ctx.say("placement-beyond-seen-by"));
    page(ctx, Page { title, main, back, seen_by, refused: !fields.is_clean(), ..Page::default() })
}

fn askers(ctx: &Ctx, fields: &Fields) -> Markup {
    let labels: Vec<String> =
        Asker::ALL.iter().map(|asker| ctx.say(&format!("placement-beyond-asker-{}", asker.as_str()))).collect();
    let items: Vec<Choice<'_>> = Asker::ALL
        .iter()
        .zip(&labels)
        .map(|(asker, label)| Choice { value: asker.as_str(), label, ..Choice::default() })
        .collect();
    let label = ctx.say("placement-beyond-who-label");
    let field = Field { name: "asked-by", label: &label, value: fields.value("asked-by"), ..Field::default() };
    ui::radios(ctx.words(), Choices { field, items: &items, ..Choices::default() })
}

/// One button for each kind: pressing it is all there is to do.
fn kinds(ctx: &Ctx) -> Markup {
    html! {
        div.govuk-button-group {
            @for one in Kind::ALL.iter().copied() {
                (ui::button(Button {
                    text: &kind(ctx, one),
                    look: Look::Secondary,
                    name: Some("kind"),
                    value: Some(one.as_str()),
                    ..Button::default()
                }))
            }
        }
    }
}

async fn report(ctx: Ctx, mut fields: Fields) -> PageResult {
    let mission = fields.choice("mission", |text| text.parse().ok(), "placement-hours-mission-missing");
    let kind = fields.choice("kind", Kind::parse, "placement-beyond-kind-missing");
    let asked_by = Asker::parse(fields.value("asked-by"));
    if let Some((mission, kind)) = mission.zip(kind) {
        match actions::report_beyond(&ctx, mission, kind, asked_by).await {
            Ok(id) => return Ok(redirect(&format!("/beyond/{id}?done=placement-beyond-told-done"))),
            Err(Error::Refused(refusal)) => fields.refuse_key("mission", refusal.key()),
            Err(error) => return Err(error.into()),
        }
    }
    Ok(new_page(&ctx, &worked(&ctx).await?, &fields))
}

async fn show(ctx: Ctx, Path(id): Path<Id<Beyond>>) -> PageResult {
    show_page(&ctx, id, &Fields::empty(&ctx)).await
}

async fn show_page(ctx: &Ctx, id: Id<Beyond>, fields: &Fields) -> PageResult {
    let told = store::load_beyond(&mut ctx.begin_read().await?, ctx.actor()?, id, BEYOND_READ).await?;
    let title = say!(ctx.words(), "placement-beyond-title", name = told.peer.as_str());
    let waits = told.beyond.stage() == Stage::Waiting;
    let may = |rule| ctx.visitor().is_some_and(|actor| actor.may(rule, &told.of));
    let facts = facts(ctx, &told);
    let facts: Vec<Fact<'_>> = facts.iter().map(|(key, value)| Fact::new(key, value)).collect();
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        (ui::summary_list(ctx.words(), &facts))
        @if waits && may(BEYOND_ANSWER) { (answer_form(ctx, &told, fields)) }
        @if waits && may(BEYOND_REPORT) {
            p.govuk-body { (ctx.say("placement-beyond-not-alone")) }
            (ctx.form(&format!("/beyond/{id}/withdraw"), html! {
                (ui::button(Button {
                    text: &ctx.say("placement-beyond-withdraw"),
                    look: Look::Secondary,
                    ..Button::default()
                }))
            }))
        }
    };
    let back = Some(("/beyond".to_owned(), Some(ctx.say("placement-beyond-list-title"))));
    let seen_by = Some(ctx.say("placement-beyond-seen-by"));
    Ok(page(ctx, Page { title, main, back, seen_by, refused: !fields.is_clean(), ..Page::default() }))
}

fn facts(ctx: &Ctx, told: &Told) -> Vec<(String, Markup)> {
    let words = ctx.words();
    let beyond = &told.beyond;
    let mut facts = vec![
        (ctx.say("placement-beyond-what"), html! { (kind(ctx, beyond.kind)) }),
        (ctx.say("placement-hours-column-mission"), html! { (told.mission) br; (ui::muted(&told.team)) }),
        (ctx.say("placement-beyond-when"), html! { (words.instant(beyond.told_at)) }),
        (ctx.say("placement-hours-column-stage"), stage(ctx, beyond.stage())),
    ];
    if let Some(asker) = beyond.asked_by {
        let who = ctx.say(&format!("placement-beyond-asker-{}", asker.as_str()));
        facts.insert(1, (ctx.say("placement-beyond-who-label"), html! { (who) }));
    }
    if let State::Answered { stamp, answer } = &beyond.state {
        let who = say!(
            words,
            "placement-beyond-answered-by",
            name = told.answered_by.as_str(),
            when = words.instant(stamp.at)
        );
        let lines = html! { @for line in answer.lines() { (line) br; } (ui::muted(&who)) };
        facts.push((ctx.say("placement-beyond-answer"), lines));
    }
    facts
}

fn answer_form(ctx: &Ctx, told: &Told, fields: &Fields) -> Markup {
    let label = say!(ctx.words(), "placement-beyond-answer-label", name = told.peer.as_str());
    let hint = say!(ctx.words(), "placement-beyond-answer-hint", name = told.peer.as_str());
    let field = Field {
        name: "answer",
        label: &label,
        hint: Some(&hint),
        value: fields.value("answer"),
        error: fields.error("answer"),
        heading: Heading::Medium,
        ..Field::default()
    };
    ctx.form(
        &format!("/beyond/{}/answer", told.beyond.id),
        html! {
            (ui::textarea(ctx.words(), Textarea { field, rows: Some(5), limit: Some(text::SENTENCES as u32) }))
            (ui::button(Button { text: &ctx.say("placement-beyond-answer-action"), ..Button::default() }))
        },
    )
}

async fn answer(ctx: Ctx, Path(id): Path<Id<Beyond>>, mut fields: Fields) -> PageResult {
    if let Some(answer) = fields.text("answer", text::SENTENCES, "placement-beyond-answer-missing") {
        match actions::answer_beyond(&ctx, id, &answer).await {
            Ok(letters) => {
                let done = if letters == 0 { "placement-beyond-kept-done" } else { "placement-beyond-answered-done" };
                return Ok(redirect(&format!("/beyond/{id}?done={done}")));
            }
            Err(Error::Refused(refusal)) => fields.refuse_key("answer", refusal.key()),
            Err(error) => return Err(error.into()),
        }
    }
    show_page(&ctx, id, &fields).await
}

async fn withdraw(ctx: Ctx, Path(id): Path<Id<Beyond>>) -> PageResult {
    actions::withdraw_beyond(&ctx, id).await?;
    Ok(redirect("/beyond?done=placement-beyond-withdrawn-done"))
}
