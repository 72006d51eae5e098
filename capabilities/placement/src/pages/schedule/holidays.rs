//! The times of a mission that fall on public holidays: shown to all who see the schedule, asked of the peer.

use axum::extract::Path;
use maud::{Markup, html};
use passerelle_kernel::{Date, Id};
use passerelle_store::Tx;
use passerelle_ui::{self as ui, Button, Look};
use passerelle_web::{Ctx, Fields, PageError, PageResult, redirect};
use passerelle_words::{capital, say};

use crate::{
    Error,
    actions::missions::on_holiday,
    holiday::{Holiday, Met, met},
    mission::Mission,
    pages::missions::NOTHING_CHOSEN,
    period::{Days, Week, later},
    slot::{Slot, Timetable},
    store::{holidays as store, missions::Loaded},
};

/// How many days ahead are told.
const AHEAD: i32 = 60;

/// The holidays of the shown week and of the days to come.
pub(super) async fn part(
    tx: &mut Tx,
    ctx: &Ctx,
    loaded: &Loaded,
    table: &Timetable,
    week: Week,
) -> Result<Markup, Error> {
    let Some(region) = store::of_institution(tx, loaded.institution).await? else { return Ok(Markup::default()) };
    let (first, last) = (ctx.today().min(week.monday()), later(ctx.today(), AHEAD).max(week.days().last()));
    let days = Days::new(first, last).map_err(Error::Refused)?;
    let told = |time: &Met| time.on >= ctx.today() || week.days().contains(time.on);
    let times: Vec<Met> = met(table, region, days).into_iter().filter(told).collect();
    if times.is_empty() {
        return Ok(Markup::default());
    }
    let said = store::said(tx, loaded.mission.id).await?;
    let is_own = loaded.peer.is_some() && loaded.peer == ctx.visitor().map(|actor| actor.account);
    let line = |time: &Met| {
        let comes = said.contains(&(time.slot, time.on));
        html! { li { (row(ctx, loaded, time, comes, is_own && time.on >= ctx.today())) } }
    };
    Ok(html! {
        h2.govuk-heading-m { (ctx.say("placement-holidays-title")) }
        ul.govuk-list { @for time in &times { (line(time)) } }
    })
}

/// The name of a holiday.
pub(in crate::pages) fn name(ctx: &Ctx, holiday: Holiday) -> String {
    ctx.say(&format!("placement-holiday-{}", holiday.as_str()))
}

fn row(ctx: &Ctx, loaded: &Loaded, time: &Met, comes: bool, asks: bool) -> Markup {
    let words = ctx.words();
    let day = capital(&words.date(time.on));
    let what = say!(words, "placement-holidays-line", day = day.as_str(), holiday = name(ctx, time.holiday));
    let state = match (time.takes_place, comes) {
        (false, _) => "placement-holidays-off",
        (true, true) => "placement-holidays-on",
        (true, false) => "placement-holidays-unsaid",
    };
    let action = format!("/missions/{}/schedule/holiday", loaded.mission.id);
    let button = |value: &str, key: &str| {
        ctx.form(&action, html! {
            input type="hidden" name="slot" value=(time.slot);
            input type="hidden" name="on" value=(time.on);
            input type="hidden" name="comes" value=(value);
            (ui::button(Button { text: &ctx.say(key), look: Look::Secondary, about: Some(&day), ..Button::default() }))
        })
    };
    html! {
        p.govuk-body { (what) br; (ui::muted(&ctx.say(state))) }
        @if asks {
            div.govuk-button-group {
                @if !time.takes_place || !comes { (button("yes", "placement-holidays-come")) }
                @if time.takes_place { (button("no", "placement-holidays-stay")) }
            }
        }
    }
}

pub(super) async fn answer(ctx: Ctx, Path(id): Path<Id<Mission>>, fields: Fields) -> PageResult {
    let nothing = || PageError::Refused(NOTHING_CHOSEN);
    super::slot::load_own(&ctx, id).await?;
    let slot: Id<Slot> = fields.value("slot").parse().map_err(|_| nothing())?;
    let on: Date = fields.value("on").parse().map_err(|_| nothing())?;
    on_holiday(&ctx, id, (slot, on), fields.has("comes", "yes")).await?;
    Ok(redirect(&format!("/missions/{id}/schedule?week={on}&done=placement-holidays-done")))
}
