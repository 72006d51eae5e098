//! The schedule of a mission: the week as a drawing and a table, the rhythm, and what is different on some days.

mod change;
mod slot;
mod words;

pub(super) use words::{refusal_in_words, slot_in_words};

use axum::extract::{Path, Query};
use maud::{Markup, html};
use passerelle_kernel::{Date, Id, Time};
use passerelle_ui::{
    self as ui, Button, Look,
    drawing::{self, Day, Pattern},
};
use passerelle_web::{Ctx, Needs, Page, PageResult, Routes, page};
use passerelle_words::{capital, say};
use serde::Deserialize;

use self::words::{moment_in_words, weekday};
use super::{
    missions::{MANAGE, visible_to},
    overtime,
};
use crate::{
    access,
    mission::{Mission, Stage},
    period::{Week, later},
    slot::{Occurrence, Timetable},
    store::{self, missions::Loaded, slots::Kept},
};

pub(super) fn routes() -> Routes {
    Routes::default()
        .get("/missions/{mission}/schedule", Needs::Right(access::MISSION_READ), show)
        .get("/missions/{mission}/schedule/slot", MANAGE, slot::ask)
        .post("/missions/{mission}/schedule/slot", MANAGE, slot::add)
        .get("/missions/{mission}/schedule/stop", MANAGE, slot::ask_stop)
        .post("/missions/{mission}/schedule/stop", MANAGE, slot::stop)
        .get("/missions/{mission}/schedule/change", MANAGE, change::ask)
        .post("/missions/{mission}/schedule/change", MANAGE, change::change)
        .get("/missions/{mission}/schedule/extra", MANAGE, change::ask_extra)
        .post("/missions/{mission}/schedule/extra", MANAGE, change::extra)
        .post("/missions/{mission}/schedule/restore", MANAGE, change::restore)
}

#[derive(Deserialize)]
struct Wanted {
    week: Option<Date>,
}

/// What the page tells, read as of one moment.
struct Known {
    loaded: Loaded,
    table: Timetable,
    kept: Vec<Kept>,
    /// The peer's other times in this week, each with the title that the reader may know.
    elsewhere: Vec<(Occurrence, Option<String>)>,
    week: Week,
    may_write: bool,
}

async fn show(ctx: Ctx, Path(id): Path<Id<Mission>>, Query(wanted): Query<Wanted>) -> PageResult {
    let actor = ctx.actor()?;
    let mut tx = ctx.begin_read().await?;
    let loaded = store::missions::load_mission(&mut tx, actor, id, access::MISSION_READ).await?;
    let table = store::slots::timetable(&mut tx, &loaded.mission).await?;
    let kept = store::slots::kept(&mut tx, id).await?;
    let manages = actor.may(access::MISSION_MANAGE, &loaded.facts());
    let week = Week::of(wanted.week.unwrap_or_else(|| ctx.today().max(loaded.mission.period.from)));
    let elsewhere = match loaded.peer.filter(|peer| manages || *peer == actor.account) {
        Some(peer) => words::elsewhere(&mut tx, &loaded, peer, week.days()).await?,
        None => Vec::new(),
    };
    let overtime = overtime::of_mission(&mut tx, &ctx, &loaded).await?;
    drop(tx);
    let may_write = manages && loaded.mission.state.stage() != Stage::Ended;
    let known = Known { loaded, table, kept, elsewhere, week, may_write };
    let mission = &known.loaded.mission;
    let title = ctx.say("placement-schedule-title");
    let main = html! {
        span.govuk-caption-l { (mission.title) ", " (known.loaded.place()) }
        h1.govuk-heading-l { (title) }
        (overtime)
        (drawing(&ctx, &known))
        (other_weeks(&ctx, &known))
        @if known.may_write { (this_week(&ctx, &known)) }
        h2.govuk-heading-m { (ctx.say("placement-schedule-rhythm")) }
        (rhythm(&ctx, &known))
        (changes(&ctx, &known))
    };
    let back = Some((format!("/missions/{id}"), Some(mission.title.clone())));
    Ok(page(&ctx, Page { title, back, main, seen_by: visible_to(&ctx, &known.loaded), ..Page::default() }))
}

/// The end of a time for the drawing, which ends with the day.
fn end_of_day(time: &Occurrence) -> Time {
    let ends = time.ends();
    if ends.date() == time.begins.date() { ends.time() } else { Time::constant(23, 59, 0, 0) }
}

fn drawing(ctx: &Ctx, known: &Known) -> Markup {
    let words = ctx.words();
    let dates: Vec<Date> = known.week.days().each().collect();
    let names: Vec<(String, String)> = dates
        .iter()
        .map(|date| (capital(&words.date(*date)), format!("{} {}", weekday(ctx, date.weekday(), "short"), date.day())))
        .collect();
    let days: Vec<Day<'_>> = names.iter().map(|(name, short)| Day { name, short }).collect();
    let mission = &known.loaded.mission;
    let cancelled = cancelled(known);
    let other = ctx.say("placement-schedule-elsewhere");
    let ours = known.table.occurrences(known.week.days());
    let mut times: Vec<(Occurrence, &str, Pattern)> =
        ours.iter().map(|time| (*time, mission.title.as_str(), Pattern::Full)).collect();
    times.extend(cancelled.iter().map(|time| (*time, mission.title.as_str(), Pattern::Stripes)));
    let others = known.elsewhere.iter();
    times.extend(others.map(|(time, title)| (*time, title.as_deref().unwrap_or(&other), Pattern::Outline)));
    times.sort_by_key(|(time, ..)| time.begins);
    let slots: Vec<drawing::Slot<'_>> = times
        .iter()
        .filter_map(|(time, title, pattern)| {
            let day = dates.iter().position(|date| *date == time.begins.date())?;
            let (from, to) = (time.begins.time(), end_of_day(time));
            Some(drawing::Slot { day, from, to, title, detail: "", pattern: *pattern })
        })
        .collect();
    let caption = say!(words, "placement-schedule-week", day = words.date(known.week.monday()));
    let keys = ["takes-place", "cancelled", "elsewhere"].map(|key| ctx.say(&format!("placement-schedule-{key}")));
    let [full, stripes, outline] = &keys;
    let legend = [(Pattern::Full, full.as_str()), (Pattern::Stripes, stripes), (Pattern::Outline, outline)];
    let used = |pattern| times.iter().any(|(_, _, known)| *known == pattern);
    let legend: Vec<_> = legend.into_iter().filter(|(pattern, _)| used(*pattern)).collect();
    drawing::week(words, &drawing::Week { id: "week", caption: &caption, days: &days, slots: &slots, legend: &legend })
}

/// The times of this week that do not take place, as the rhythm gave them.
fn cancelled(known: &Known) -> Vec<Occurrence> {
    let rhythm = Timetable { exceptions: Vec::new(), ..known.table.clone() };
    let real = known.table.occurrences(known.week.days());
    let stays = |time: &Occurrence| real.iter().any(|other| other.slot == time.slot && other.begins == time.begins);
    rhythm.occurrences(known.week.days()).into_iter().filter(|time| !stays(time)).collect()
}

fn other_weeks(ctx: &Ctx, known: &Known) -> Markup {
    let path = format!("/missions/{}/schedule", known.loaded.mission.id);
    let monday = known.week.monday();
    html! {
        p.govuk-body {
            a.govuk-link href={ (path) "?week=" (later(monday, -7)) } { (ctx.say("placement-schedule-before")) }
            " · "
            a.govuk-link href={ (path) "?week=" (later(monday, 7)) } { (ctx.say("placement-schedule-after")) }
        }
    }
}

/// The times of this week, each with a way to cancel or move it.
fn this_week(ctx: &Ctx, known: &Known) -> Markup {
    let path = format!("/missions/{}/schedule", known.loaded.mission.id);
    let times = known.table.occurrences(known.week.days());
    let planned: Vec<_> = times.iter().filter_map(|time| Some((time, time.slot?))).collect();
    html! {
        @if !planned.is_empty() {
            ul.govuk-list {
                @for (time, slot) in planned {
                    li {
                        (moment_in_words(ctx, time.begins, time.ends())) " "
                        a.govuk-link href={ (path) "/change?slot=" (slot) "&on=" (time.planned_on) } {
                            (ctx.say("placement-schedule-change"))
                            span.govuk-visually-hidden { " " (ctx.words().date(time.planned_on)) }
                        }
                    }
                }
            }
        }
        (ui::actions(html! {
            (ui::link_button(&ctx.say("placement-schedule-add"), &format!("{path}/slot"), Look::Primary))
            (ui::link_button(&ctx.say("placement-schedule-add-extra"), &format!("{path}/extra"), Look::Secondary))
        }))
    }
}

fn rhythm(ctx: &Ctx, known: &Known) -> Markup {
    let path = format!("/missions/{}/schedule", known.loaded.mission.id);
    let today = ctx.today();
    let counts = |until: Option<Date>| until.is_none_or(|until| until >= today);
    html! {
        @if known.table.slots.is_empty() { p.govuk-body { (ctx.say("placement-schedule-none")) } }
        ul.govuk-list {
            @for slot in &known.table.slots {
                li {
                    (capital(&slot_in_words(ctx, slot))) " "
                    @if known.may_write && counts(slot.period.until) {
                        a.govuk-link href={ (path) "/stop?slot=" (slot.id) } {
                            (ctx.say("placement-schedule-stop"))
                            span.govuk-visually-hidden { " " (slot_in_words(ctx, slot)) }
                        }
                    }
                }
            }
        }
    }
}

/// The exceptions from now on.
fn changes(ctx: &Ctx, known: &Known) -> Markup {
    let today = ctx.today();
    let last = |kept: &Kept| {
        let planned = kept.exception.replaces().map(|(_, on)| on);
        planned.into_iter().chain(kept.exception.adds().map(|moment| moment.on)).max()
    };
    let ahead: Vec<&Kept> = known.kept.iter().filter(|kept| last(kept).is_some_and(|day| day >= today)).collect();
    let action = format!("/missions/{}/schedule/restore", known.loaded.mission.id);
    html! {
        @if !ahead.is_empty() {
            h2.govuk-heading-m { (ctx.say("placement-schedule-changes")) }
            ul.govuk-list {
                @for kept in ahead {
                    li {
                        p.govuk-body { (words::exception_in_words(ctx, &kept.exception)) }
                        @if known.may_write {
                            (ctx.form(&action, html! {
                                input type="hidden" name="exception" value=(kept.id);
                                (ui::button(Button {
                                    text: &ctx.say("placement-schedule-restore"),
                                    look: Look::Secondary,
                                    ..Button::default()
                                }))
                            }))
                        }
                    }
                }
            }
        }
    }
}
