//! Exceptions: one time is cancelled or moved, one is added, or the rhythm counts again. No reason is asked.

use axum::extract::{Path, Query};
use maud::{Markup, html};
use passerelle_kernel::{Date, Id};
use passerelle_ui::{self as ui, Button, Choice, Choices, Field};
use passerelle_web::{Ctx, Fields, PageError, PageResult, redirect};
use passerelle_words::say;
use serde::Deserialize;

use super::slot::{finish, form, load, read_times, times};
use crate::{
    actions::missions as actions,
    mission::Mission,
    pages::missions::{NOTHING_CHOSEN, day},
    slot::{Exception, Moment, Slot},
};

/// The time that is changed: its slot, and the day that the rhythm gives.
#[derive(Clone, Copy)]
struct Wanted {
    slot: Id<Slot>,
    on: Date,
}

#[derive(Deserialize)]
pub(super) struct Asked {
    slot: Option<Id<Slot>>,
    on: Option<Date>,
}

pub(super) async fn ask(ctx: Ctx, Path(id): Path<Id<Mission>>, Query(asked): Query<Asked>) -> PageResult {
    let loaded = load(&ctx, id).await?;
    let Some((slot, on)) = asked.slot.zip(asked.on) else { return Ok(redirect(&format!("/missions/{id}/schedule"))) };
    let wanted = Wanted { slot, on };
    let fields = Fields::empty(&ctx).with_date("to", Some(wanted.on));
    Ok(form(&ctx, &loaded, "change", &fields, questions(&ctx, wanted, &fields)))
}

fn questions(ctx: &Ctx, wanted: Wanted, fields: &Fields) -> Markup {
    let say = |name: &str| ctx.say(&format!("placement-schedule-{name}"));
    let (cancel, to_move) = (say("cancel"), say("move"));
    let label = say!(ctx.words(), "placement-schedule-change-how", day = ctx.words().date(wanted.on));
    let moved = html! { (day(ctx, fields, "to", "placement-schedule-to")) (times(ctx, fields)) };
    let items = [
        Choice { value: "cancel", label: &cancel, ..Choice::default() },
        Choice { value: "move", label: &to_move, reveals: Some(moved), ..Choice::default() },
    ];
    let field = Field {
        name: "how",
        label: &label,
        error: fields.error("how"),
        value: fields.value("how"),
        ..Field::default()
    };
    html! {
        input type="hidden" name="slot" value=(wanted.slot);
        input type="hidden" name="on" value=(wanted.on);
        (ui::radios(ctx.words(), Choices { field, items: &items, ..Choices::default() }))
        (ui::button(Button { text: &ctx.say("placement-save"), ..Button::default() }))
    }
}

fn moment(fields: &mut Fields) -> Option<Moment> {
    let on = fields.date("to", "placement-day-missing");
    let (start, minutes) = read_times(fields)?;
    Some(Moment { on: on?, start, minutes })
}

fn read(wanted: Wanted, fields: &mut Fields) -> Option<Exception> {
    let Wanted { slot, on } = wanted;
    match fields.value("how") {
        "cancel" => Some(Exception::Cancelled { slot, on }),
        "move" => moment(fields).map(|to| Exception::Moved { slot, on, to }),
        _ => {
            fields.refuse_key("how", "placement-refusal-choice-missing");
            None
        }
    }
}

pub(super) async fn change(ctx: Ctx, Path(id): Path<Id<Mission>>, mut fields: Fields) -> PageResult {
    let loaded = load(&ctx, id).await?;
    let slot = fields.value("slot").parse().map_err(|_| PageError::Refused(NOTHING_CHOSEN))?;
    let on = fields.value("on").parse().map_err(|_| PageError::Refused(NOTHING_CHOSEN))?;
    let wanted = Wanted { slot, on };
    if let Some(exception) = read(wanted, &mut fields) {
        let done = actions::except(&ctx, id, exception).await;
        if let Some(response) = finish(&ctx, &loaded, done, &mut fields, "how").await? {
            return Ok(response);
        }
    }
    Ok(form(&ctx, &loaded, "change", &fields, questions(&ctx, wanted, &fields)))
}

pub(super) async fn ask_extra(ctx: Ctx, Path(id): Path<Id<Mission>>) -> PageResult {
    let loaded = load(&ctx, id).await?;
    let fields = Fields::empty(&ctx);
    Ok(form(&ctx, &loaded, "extra", &fields, once_more(&ctx, &fields)))
}

fn once_more(ctx: &Ctx, fields: &Fields) -> Markup {
    html! {
        (day(ctx, fields, "to", "placement-schedule-to"))
        (times(ctx, fields))
        (ui::button(Button { text: &ctx.say("placement-schedule-add-extra"), ..Button::default() }))
    }
}

pub(super) async fn extra(ctx: Ctx, Path(id): Path<Id<Mission>>, mut fields: Fields) -> PageResult {
    let loaded = load(&ctx, id).await?;
    if let Some(moment) = moment(&mut fields) {
        let done = actions::except(&ctx, id, Exception::Extra(moment)).await;
        if let Some(response) = finish(&ctx, &loaded, done, &mut fields, "to").await? {
            return Ok(response);
        }
    }
    Ok(form(&ctx, &loaded, "extra", &fields, once_more(&ctx, &fields)))
}

pub(super) async fn restore(ctx: Ctx, Path(id): Path<Id<Mission>>, fields: Fields) -> PageResult {
    load(&ctx, id).await?;
    let exception = fields.value("exception").parse().map_err(|_| PageError::Refused(NOTHING_CHOSEN))?;
    actions::restore_rhythm(&ctx, id, exception).await?;
    Ok(redirect(&format!("/missions/{id}/schedule?done=placement-schedule-done")))
}
