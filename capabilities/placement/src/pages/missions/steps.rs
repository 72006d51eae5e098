//! The steps of a mission, each a small page of its own: begin, prolong, end, open again.

use axum::{extract::Path, response::Response};
use maud::{Markup, html};
use passerelle_kernel::Id;
use passerelle_ui::{self as ui, Button, Choice, Choices, DateInput, Field, Look};
use passerelle_web::{Ctx, Fields, Page, PageResult, page, redirect};
use passerelle_words::say;

use super::{hire, visible_to};
use crate::{
    Error, access,
    actions::missions as actions,
    mission::{Ending, Mission, Stage},
    pages::schedule::refusal_in_words,
    refusal::Refusal,
    store::{self, missions::Loaded},
};

/// A step with the question that it asks.
#[derive(Clone, Copy)]
struct Step {
    code: &'static str,
    question: fn(&Ctx, &Loaded, &Fields) -> Markup,
    look: Look,
}

const START: Step = Step { code: "start", question: start_day, look: Look::Primary };
const PROLONG: Step = Step { code: "prolong", question: new_end, look: Look::Primary };
const END: Step = Step { code: "end", question: ending, look: Look::Warning };
const REOPEN: Step = Step { code: "reopen", question: |_, _, _| Markup::default(), look: Look::Warning };

pub(super) async fn ask_start(ctx: Ctx, Path(id): Path<Id<Mission>>) -> PageResult {
    let loaded = load(&ctx, id).await?;
    let from = loaded.mission.period.from;
    Ok(form(&ctx, START, &loaded, &Fields::empty(&ctx).with_date("on", Some(from))))
}

pub(super) async fn start(ctx: Ctx, Path(id): Path<Id<Mission>>, mut fields: Fields) -> PageResult {
    let loaded = load(&ctx, id).await?;
    let Some(on) = fields.date("on", "placement-day-missing") else { return Ok(form(&ctx, START, &loaded, &fields)) };
    let done = actions::start(&ctx, id, version(&fields), on).await;
    answer(&ctx, START, &loaded, fields, done).await
}

pub(super) async fn ask_prolong(ctx: Ctx, Path(id): Path<Id<Mission>>) -> PageResult {
    let loaded = load(&ctx, id).await?;
    Ok(form(&ctx, PROLONG, &loaded, &Fields::empty(&ctx)))
}

pub(super) async fn prolong(ctx: Ctx, Path(id): Path<Id<Mission>>, mut fields: Fields) -> PageResult {
    let loaded = load(&ctx, id).await?;
    let until = match fields.value("kind") {
        "open" => Some(None),
        "until" => fields.date("until", "placement-day-missing").map(Some),
        _ => {
            fields.refuse_key("kind", "placement-refusal-choice-missing");
            None
        }
    };
    let Some(until) = until else { return Ok(form(&ctx, PROLONG, &loaded, &fields)) };
    let done = actions::prolong(&ctx, id, version(&fields), until).await;
    answer(&ctx, PROLONG, &loaded, fields, done).await
}

pub(super) async fn ask_end(ctx: Ctx, Path(id): Path<Id<Mission>>) -> PageResult {
    let loaded = load(&ctx, id).await?;
    Ok(form(&ctx, END, &loaded, &Fields::empty(&ctx).with_date("on", Some(ctx.today()))))
}

pub(super) async fn end(ctx: Ctx, Path(id): Path<Id<Mission>>, mut fields: Fields) -> PageResult {
    let loaded = load(&ctx, id).await?;
    // A mission that never ran can only be stopped: nothing is asked then.
    let ending = match loaded.mission.state.stage() {
        Stage::Running => fields.choice("ending", Ending::parse, "placement-refusal-choice-missing"),
        _ => Some(Ending::Stopped),
    };
    let on = fields.date("on", "placement-day-missing");
    let closing = ending.and_then(|ending| hire::closing(&mut fields, ending, &loaded));
    let (Some(closing), Some(on)) = (closing, on) else { return Ok(form(&ctx, END, &loaded, &fields)) };
    let done = actions::end(&ctx, id, version(&fields), &closing, on).await;
    answer(&ctx, END, &loaded, fields, done).await
}

pub(super) async fn ask_reopen(ctx: Ctx, Path(id): Path<Id<Mission>>) -> PageResult {
    let loaded = load(&ctx, id).await?;
    Ok(form(&ctx, REOPEN, &loaded, &Fields::empty(&ctx)))
}

pub(super) async fn reopen(ctx: Ctx, Path(id): Path<Id<Mission>>, fields: Fields) -> PageResult {
    let loaded = load(&ctx, id).await?;
    let done = actions::reopen(&ctx, id, version(&fields)).await;
    answer(&ctx, REOPEN, &loaded, fields, done).await
}

async fn load(ctx: &Ctx, id: Id<Mission>) -> Result<Loaded, Error> {
    let actor = ctx.visitor().ok_or(Error::Forbidden)?;
    store::missions::load_mission(&mut ctx.begin_read().await?, actor, id, access::MISSION_MANAGE).await
}

fn version(fields: &Fields) -> i64 {
    fields.value("version").parse().unwrap_or_default()
}

async fn answer(ctx: &Ctx, step: Step, loaded: &Loaded, mut fields: Fields, done: Result<(), Error>) -> PageResult {
    let id = loaded.mission.id;
    match done {
        Ok(()) => Ok(redirect(&format!("/missions/{id}?done=placement-mission-{}-done", step.code))),
        Err(Error::Refused(refusal)) => {
            let text = refusal_in_words(ctx, loaded, loaded.peer, &refusal).await?;
            let field = match (step.code, refusal) {
                ("prolong", _) => "until",
                ("reopen", _) => "",
                (_, Refusal::HireBeforeMission) => hire::FROM,
                _ => "on",
            };
            fields.refuse(field, text);
            Ok(form(ctx, step, loaded, &fields))
        }
        Err(other) => Err(other.into()),
    }
}

fn form(ctx: &Ctx, step: Step, loaded: &Loaded, fields: &Fields) -> Response {
    let words = ctx.words();
    let peer = loaded.peer_name.as_deref().unwrap_or_default();
    let title = say!(words, &format!("placement-mission-{}-title", step.code), peer = peer);
    let seen = if fields.value("version").is_empty() {
        loaded.version.to_string()
    } else {
        fields.value("version").to_owned()
    };
    let action = ctx.say(&format!("placement-mission-{}", step.code));
    let questions = html! {
        input type="hidden" name="version" value=(seen);
        ((step.question)(ctx, loaded, fields))
        (ui::button(Button { text: &action, look: step.look, ..Button::default() }))
    };
    let path = format!("/missions/{}", loaded.mission.id);
    let main = html! {
        (ctx.problems(fields))
        span.govuk-caption-l { (loaded.mission.title) }
        h1.govuk-heading-l { (title) }
        p.govuk-body { (ctx.say(&format!("placement-mission-{}-text", step.code))) }
        (ctx.form(&format!("{path}/{}", step.code), questions))
    };
    let back = Some((path, Some(loaded.mission.title.clone())));
    page(
        ctx,
        Page { title, back, main, seen_by: visible_to(ctx, loaded), refused: !fields.is_clean(), ..Page::default() },
    )
}

/// A date question of a step.
pub(in crate::pages) fn day(ctx: &Ctx, fields: &Fields, name: &str, key: &str) -> Markup {
    let (label, hint) = (ctx.say(key), ctx.say("placement-day-hint"));
    let part = |part: &str| fields.value(&format!("{name}-{part}")).to_owned();
    let (day, month, year) = (part("day"), part("month"), part("year"));
    let field = Field { name, label: &label, hint: Some(&hint), error: fields.error(name), ..Field::default() };
    ui::date_input(ctx.words(), DateInput { field, day: &day, month: &month, year: &year, birthday: false })
}

fn start_day(ctx: &Ctx, _: &Loaded, fields: &Fields) -> Markup {
    day(ctx, fields, "on", "placement-mission-start-on")
}

fn new_end(ctx: &Ctx, _: &Loaded, fields: &Fields) -> Markup {
    let say = |name: &str| ctx.say(&format!("placement-mission-prolong-{name}"));
    let (label, until, open) = (say("kind"), say("until"), say("open"));
    let reveals = Some(day(ctx, fields, "until", "placement-mission-prolong-day"));
    let items = [
        Choice { value: "until", label: &until, reveals, ..Choice::default() },
        Choice { value: "open", label: &open, ..Choice::default() },
    ];
    let field = Field {
        name: "kind",
        label: &label,
        error: fields.error("kind"),
        value: fields.value("kind"),
        ..Field::default()
    };
    ui::radios(ctx.words(), Choices { field, items: &items, ..Choices::default() })
}

fn ending(ctx: &Ctx, loaded: &Loaded, fields: &Fields) -> Markup {
    let labels: Vec<String> =
        Ending::ALL.iter().map(|one| ctx.say(&format!("placement-ending-{}", one.as_str()))).collect();
    let items: Vec<Choice<'_>> = Ending::ALL
        .iter()
        .zip(&labels)
        .map(|(one, label)| {
            let reveals = (*one == Ending::DirectHire).then(|| hire::questions(ctx, loaded, fields));
            Choice { value: one.as_str(), label, reveals, ..Choice::default() }
        })
        .collect();
    let label = ctx.say("placement-mission-end-how");
    let field = Field {
        name: "ending",
        label: &label,
        error: fields.error("ending"),
        value: fields.value("ending"),
        ..Field::default()
    };
    html! {
        @if loaded.mission.state.stage() == Stage::Running {
            (ui::radios(ctx.words(), Choices { field, items: &items, ..Choices::default() }))
        }
        (day(ctx, fields, "on", "placement-mission-end-on"))
    }
}
