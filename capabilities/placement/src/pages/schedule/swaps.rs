//! Another moment for one time: the peer proposes it, the team answers.

use axum::{
    extract::{Path, Query},
    response::Response,
};
use maud::{Markup, html};
use passerelle_kernel::{Date, Id};
use passerelle_ui::{self as ui, Button, Fact, Look};
use passerelle_web::{Ctx, Fields, Page, PageError, PageResult, page, redirect};
use passerelle_words::say;
use serde::Deserialize;

use super::{
    refusal_in_words,
    slot::{form, load_own, read_times, times},
    visible_to,
    words::moment_in_words,
};
use crate::{
    Error,
    access::{SWAP_ANSWER, SWAP_ASK, SWAP_READ},
    actions::missions::{answer_swap, ask_swap, withdraw_swap},
    mission::Mission,
    pages::missions::{NOTHING_CHOSEN, day},
    refusal::Refusal,
    slot::{Moment, Slot},
    store::{self, missions::Loaded},
    swap::{Stage, Swap},
};

/// What the team reads when the peer is not free: they are not told why.
const MOMENT_TAKEN: &str = "placement-refusal-clash";

#[derive(Deserialize)]
pub(super) struct Asked {
    slot: Option<Id<Slot>>,
    on: Option<Date>,
}

pub(super) async fn ask(ctx: Ctx, Path(id): Path<Id<Mission>>, Query(asked): Query<Asked>) -> PageResult {
    let loaded = load_own(&ctx, id).await?;
    let Some(at) = asked.slot.zip(asked.on) else { return Ok(redirect(&format!("/missions/{id}/schedule"))) };
    let fields = Fields::empty(&ctx).with_date("to", Some(at.1));
    Ok(form(&ctx, &loaded, "swap", &fields, questions(&ctx, at, &fields)))
}

fn questions(ctx: &Ctx, (slot, on): (Id<Slot>, Date), fields: &Fields) -> Markup {
    html! {
        p.govuk-body { (say!(ctx.words(), "placement-swap-text", day = ctx.words().date(on))) }
        input type="hidden" name="slot" value=(slot);
        input type="hidden" name="on" value=(on);
        (day(ctx, fields, "to", "placement-swap-to"))
        (times(ctx, fields))
        (ui::button(Button { text: &ctx.say("placement-swap-ask"), ..Button::default() }))
    }
}

pub(super) async fn propose(ctx: Ctx, Path(id): Path<Id<Mission>>, mut fields: Fields) -> PageResult {
    let loaded = load_own(&ctx, id).await?;
    let nothing = || PageError::Refused(NOTHING_CHOSEN);
    let at = (fields.value("slot").parse().map_err(|_| nothing())?, fields.value("on").parse().map_err(|_| nothing())?);
    let (to, times) = (fields.date("to", "placement-day-missing"), read_times(&mut fields));
    if let (Some(on), Some((start, minutes))) = (to, times) {
        match ask_swap(&ctx, id, at, Moment { on, start, minutes }).await {
            Ok(swap) => return Ok(redirect(&format!("/swaps/{swap}?done=placement-swap-asked-done"))),
            Err(Error::Refused(refusal)) => {
                let text = refusal_in_words(&ctx, &loaded, loaded.peer, &refusal).await?;
                fields.refuse("to", text);
            }
            Err(other) => return Err(other.into()),
        }
    }
    Ok(form(&ctx, &loaded, "swap", &fields, questions(&ctx, at, &fields)))
}

/// What waits for the team, for all who see the schedule.
pub(super) fn waiting(ctx: &Ctx, swaps: &[Swap]) -> Markup {
    html! {
        @if !swaps.is_empty() {
            h2.govuk-heading-m { (ctx.say("placement-swaps-waiting")) }
            ul.govuk-list {
                @for swap in swaps { li { a.govuk-link href={ "/swaps/" (swap.id) } { (in_words(ctx, swap)) } } }
            }
        }
    }
}

/// “Mardi 15 septembre 2026 : plutôt jeudi 17 septembre 2026, de 9 h à 12 h”.
fn in_words(ctx: &Ctx, swap: &Swap) -> String {
    let words = ctx.words();
    say!(words, "placement-swap-line", day = words.date(swap.at.1), to = moment(ctx, swap.to))
}

fn moment(ctx: &Ctx, to: Moment) -> String {
    let begins = to.on.to_datetime(to.start);
    moment_in_words(ctx, begins, begins.saturating_add(jiff::SignedDuration::from_mins(to.minutes.0)))
}

pub(super) async fn show(ctx: Ctx, Path(id): Path<Id<Swap>>) -> PageResult {
    show_page(&ctx, id, &Fields::empty(&ctx)).await
}

async fn show_page(ctx: &Ctx, id: Id<Swap>, fields: &Fields) -> PageResult {
    let (swap, loaded) = store::swaps::load_swap(&mut ctx.begin_read().await?, ctx.actor()?, id, SWAP_READ).await?;
    Ok(whole(ctx, &swap, &loaded, fields))
}

fn whole(ctx: &Ctx, swap: &Swap, loaded: &Loaded, fields: &Fields) -> Response {
    let words = ctx.words();
    let name = loaded.peer_name.as_deref().unwrap_or_default();
    let title = say!(words, "placement-swap-title", name = name);
    let keys =
        ["placement-hours-column-mission", "placement-swap-planned", "placement-swap-to", "placement-swap-state"];
    let [mission, planned, instead, state] = &keys.map(|key| ctx.say(key));
    let facts = [
        Fact::new(mission, loaded.mission.title.clone()),
        Fact::new(planned, words.date(swap.at.1)),
        Fact::new(instead, moment(ctx, swap.to)),
        Fact::new(state, ctx.say(&format!("placement-swap-stage-{}", swap.stage().as_str()))),
    ];
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        (ui::summary_list(words, &facts))
        @if swap.stage() == Stage::Waiting { (answers(ctx, swap, loaded)) }
    };
    let path = format!("/missions/{}/schedule?week={}", loaded.mission.id, swap.at.1);
    let back = Some((path, Some(ctx.say("placement-schedule-title"))));
    let seen_by = visible_to(ctx, loaded);
    page(ctx, Page { title, back, main, seen_by, refused: !fields.is_clean(), ..Page::default() })
}

fn answers(ctx: &Ctx, swap: &Swap, loaded: &Loaded) -> Markup {
    let may = |rule| ctx.visitor().is_some_and(|actor| actor.may(rule, &loaded.facts()));
    let button = |verb: &str, look| {
        let text = ctx.say(&format!("placement-swap-{verb}"));
        ctx.form(
            &format!("/swaps/{}/{verb}", swap.id),
            html! {
                (ui::button(Button { text: &text, look, ..Button::default() }))
            },
        )
    };
    html! {
        p.govuk-body { (ctx.say("placement-swap-nothing-yet")) }
        div.govuk-button-group {
            @if may(SWAP_ANSWER) { (button("agree", Look::Primary)) (button("decline", Look::Secondary)) }
            @if may(SWAP_ASK) { (button("withdraw", Look::Secondary)) }
        }
    }
}

pub(super) async fn agree(ctx: Ctx, Path(id): Path<Id<Swap>>, fields: Fields) -> PageResult {
    let done = answer_swap(&ctx, id, true).await;
    finish(&ctx, id, done, "placement-swap-agreed-done", fields).await
}

pub(super) async fn decline(ctx: Ctx, Path(id): Path<Id<Swap>>, fields: Fields) -> PageResult {
    let done = answer_swap(&ctx, id, false).await;
    finish(&ctx, id, done, "placement-swap-declined-done", fields).await
}

pub(super) async fn withdraw(ctx: Ctx, Path(id): Path<Id<Swap>>, fields: Fields) -> PageResult {
    let done = withdraw_swap(&ctx, id).await;
    finish(&ctx, id, done, "placement-swap-withdrawn-done", fields).await
}

async fn finish(ctx: &Ctx, id: Id<Swap>, done: Result<(), Error>, said: &str, mut fields: Fields) -> PageResult {
    match done {
        Ok(()) => Ok(redirect(&format!("/swaps/{id}?done={said}"))),
        Err(Error::Refused(refusal)) => {
            // Who answers for the team learns that the moment is taken, and not by what.
            let key = if refusal == Refusal::AwayThatDay { MOMENT_TAKEN } else { refusal.key() };
            fields.refuse_key("", key);
            show_page(ctx, id, &fields).await
        }
        Err(other) => Err(other.into()),
    }
}
