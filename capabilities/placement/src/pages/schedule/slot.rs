//! Adding a slot to the rhythm, and ending one.

use axum::{
    extract::{Path, Query},
    response::Response,
};
use maud::{Markup, html};
use passerelle_kernel::{Id, Minutes, Time, Weekday};
use passerelle_ui::{self as ui, Button, Choice, Choices, Field, Look, Select};
use passerelle_web::{Ctx, Fields, Page, PageError, PageResult, page, redirect};
use serde::Deserialize;

use super::{refusal_in_words, slot_in_words, visible_to, weekday};
use crate::{
    Error, access,
    actions::missions as actions,
    mission::Mission,
    pages::missions::{NOTHING_CHOSEN, day},
    period::{Period, later},
    slot::{Every, Slot},
    store::{self, missions::Loaded},
};

pub(super) async fn load(ctx: &Ctx, id: Id<Mission>) -> Result<Loaded, Error> {
    let actor = ctx.visitor().ok_or(Error::Forbidden)?;
    store::missions::load_mission(&mut ctx.begin_read().await?, actor, id, access::MISSION_MANAGE).await
}

/// The mission, if it is that of the peer who acts.
pub(super) async fn load_own(ctx: &Ctx, id: Id<Mission>) -> Result<Loaded, Error> {
    let actor = ctx.visitor().ok_or(Error::Forbidden)?;
    store::missions::load_mission(&mut ctx.begin_read().await?, actor, id, access::SCHEDULE_EASE).await
}

/// A page with one form about the schedule of a mission.
pub(super) fn form(ctx: &Ctx, loaded: &Loaded, step: &str, fields: &Fields, questions: Markup) -> Response {
    let title = ctx.say(&format!("placement-schedule-{step}-title"));
    let path = format!("/missions/{}/schedule", loaded.mission.id);
    let main = html! {
        (ctx.problems(fields))
        span.govuk-caption-l { (loaded.mission.title) }
        h1.govuk-heading-l { (title) }
        (ctx.form(&format!("{path}/{step}"), questions))
    };
    let back = Some((path, Some(ctx.say("placement-schedule-title"))));
    page(
        ctx,
        Page { title, back, main, seen_by: visible_to(ctx, loaded), refused: !fields.is_clean(), ..Page::default() },
    )
}

/// Where an action on the schedule leads, or the form again with the reason.
pub(super) async fn finish(
    ctx: &Ctx,
    loaded: &Loaded,
    done: Result<(), Error>,
    fields: &mut Fields,
    field: &str,
) -> Result<Option<Response>, PageError> {
    match done {
        Ok(()) => {
            let path = format!("/missions/{}/schedule?done=placement-schedule-done", loaded.mission.id);
            Ok(Some(redirect(&path)))
        }
        Err(Error::Refused(refusal)) => {
            let text = refusal_in_words(ctx, loaded, loaded.peer, &refusal).await?;
            fields.refuse(field, text);
            Ok(None)
        }
        Err(other) => Err(other.into()),
    }
}

/// Two questions: from when to when.
pub(super) fn times(ctx: &Ctx, fields: &Fields) -> Markup {
    let time = |name: &str| {
        let label = ctx.say(&format!("placement-schedule-{name}"));
        let field =
            Field { name, label: &label, error: fields.error(name), value: fields.value(name), ..Field::default() };
        ui::time_input(ctx.words(), field)
    };
    html! { (time("start")) (time("end")) }
}

/// When it begins and how long it lasts; an end before the beginning is refused.
pub(super) fn read_times(fields: &mut Fields) -> Option<(Time, Minutes)> {
    let start = fields.time("start", "placement-schedule-start-missing");
    let end = fields.time("end", "placement-schedule-end-missing");
    let (start, end) = (start?, end?);
    let minutes = |time: Time| i64::from(time.hour()) * 60 + i64::from(time.minute());
    let lasts = Minutes(minutes(end) - minutes(start));
    if lasts.0 <= 0 {
        fields.refuse_key("end", "placement-schedule-end-before");
        return None;
    }
    Some((start, lasts))
}

pub(super) async fn ask(ctx: Ctx, Path(id): Path<Id<Mission>>) -> PageResult {
    let loaded = load(&ctx, id).await?;
    let from = ctx.today().max(loaded.mission.period.from);
    let fields = Fields::empty(&ctx).with("weekday", "1").with("every", "week").with_date("from", Some(from));
    Ok(form(&ctx, &loaded, "slot", &fields, questions(&ctx, &fields)))
}

fn questions(ctx: &Ctx, fields: &Fields) -> Markup {
    let days: Vec<(String, String)> = (1..=7)
        .filter_map(|number| {
            Some((number.to_string(), weekday(ctx, Weekday::from_monday_one_offset(number).ok()?, "long")))
        })
        .collect();
    let options: Vec<(&str, &str)> = days.iter().map(|(value, name)| (value.as_str(), name.as_str())).collect();
    let say = |name: &str| ctx.say(&format!("placement-schedule-{name}"));
    let (on, every, week, other_week) = (say("weekday"), say("every"), say("every-week"), say("every-other-week"));
    let items = [
        Choice { value: Every::Week.as_str(), label: &week, ..Choice::default() },
        Choice { value: Every::OtherWeek.as_str(), label: &other_week, ..Choice::default() },
    ];
    let field =
        |name, label| Field { name, label, error: fields.error(name), value: fields.value(name), ..Field::default() };
    html! {
        (ui::select(ctx.words(), Select { field: field("weekday", &on), options: &options }))
        (times(ctx, fields))
        (ui::radios(ctx.words(), Choices { field: field("every", &every), items: &items, ..Choices::default() }))
        (day(ctx, fields, "from", "placement-schedule-from"))
        (ui::button(Button { text: &ctx.say("placement-schedule-add"), ..Button::default() }))
    }
}

fn read(ctx: &Ctx, fields: &mut Fields) -> Option<Slot> {
    let number = |text: &str| Weekday::from_monday_one_offset(text.parse().ok()?).ok();
    let weekday = fields.choice("weekday", number, "placement-refusal-choice-missing");
    let times = read_times(fields);
    let every = fields.choice("every", Every::parse, "placement-refusal-choice-missing");
    let from = fields.date("from", "placement-day-missing");
    let (start, minutes) = times?;
    let period = Period { from: from?, until: None };
    Some(Slot { id: ctx.new_id(), weekday: weekday?, start, minutes, period, every: every? })
}

pub(super) async fn add(ctx: Ctx, Path(id): Path<Id<Mission>>, mut fields: Fields) -> PageResult {
    let loaded = load(&ctx, id).await?;
    if let Some(slot) = read(&ctx, &mut fields) {
        let done = actions::add_slot(&ctx, id, slot).await;
        if let Some(response) = finish(&ctx, &loaded, done, &mut fields, "start").await? {
            return Ok(response);
        }
    }
    Ok(form(&ctx, &loaded, "slot", &fields, questions(&ctx, &fields)))
}

#[derive(Deserialize)]
pub(super) struct Wanted {
    slot: Option<Id<Slot>>,
}

async fn find(ctx: &Ctx, loaded: &Loaded, slot: Id<Slot>) -> Result<Slot, Error> {
    let table = store::slots::timetable(&mut ctx.begin_read().await?, &loaded.mission).await?;
    table.slots.into_iter().find(|one| one.id == slot).ok_or(Error::NotFound)
}

pub(super) async fn ask_stop(ctx: Ctx, Path(id): Path<Id<Mission>>, Query(wanted): Query<Wanted>) -> PageResult {
    let loaded = load(&ctx, id).await?;
    let Some(slot) = wanted.slot else { return Ok(redirect(&format!("/missions/{id}/schedule"))) };
    let slot = find(&ctx, &loaded, slot).await?;
    let fields = Fields::empty(&ctx).with_date("last", Some(later(ctx.today(), -1)));
    Ok(form(&ctx, &loaded, "stop", &fields, last_day(&ctx, &slot, &fields)))
}

fn last_day(ctx: &Ctx, slot: &Slot, fields: &Fields) -> Markup {
    html! {
        p.govuk-body { (slot_in_words(ctx, slot)) }
        input type="hidden" name="slot" value=(slot.id);
        (day(ctx, fields, "last", "placement-schedule-last"))
        (ui::button(Button { text: &ctx.say("placement-schedule-stop"), look: Look::Warning, ..Button::default() }))
    }
}

pub(super) async fn stop(ctx: Ctx, Path(id): Path<Id<Mission>>, mut fields: Fields) -> PageResult {
    let loaded = load(&ctx, id).await?;
    let slot: Id<Slot> = fields.value("slot").parse().map_err(|_| PageError::Refused(NOTHING_CHOSEN))?;
    let slot = find(&ctx, &loaded, slot).await?;
    if let Some(last) = fields.date("last", "placement-day-missing") {
        let done = actions::stop_slot(&ctx, id, slot.id, last).await;
        if let Some(response) = finish(&ctx, &loaded, done, &mut fields, "last").await? {
            return Ok(response);
        }
    }
    Ok(form(&ctx, &loaded, "stop", &fields, last_day(&ctx, &slot, &fields)))
}
