//! Somebody of one's own choice for one mission of a plan: kept in the next one, which is worked out around it.

use axum::{
    extract::{Path, Query},
    response::Response,
};
use maud::html;
use passerelle_kernel::Id;
use passerelle_ui::{self as ui, Button, Choice, Choices, Field};
use passerelle_web::{Ctx, Fields, Page, PageError, PageResult, page, redirect};
use passerelle_words::say;
use serde::Deserialize;

use super::{Known, Now, now, path};
use crate::{
    actions::missions::start_planning,
    mission::Mission,
    outside::Person,
    pages::proposals::why::{clauses, lines},
    planning::{Line, Part, Planning, Possible},
    refusal::Refusal,
};

#[derive(Deserialize)]
pub(super) struct Wanted {
    mission: Option<Id<Mission>>,
}

pub(super) async fn show(ctx: Ctx, Path(id): Path<Id<Planning>>, Query(wanted): Query<Wanted>) -> PageResult {
    let Now::Is(known) = now(&ctx, id).await? else { return Ok(redirect(&path(id))) };
    match wanted.mission {
        None => Ok(redirect(&path(id))),
        Some(mission) => {
            let place = known.place(mission).ok_or(PageError::NotFound)?;
            Ok(form(&ctx, &known, place, &Fields::empty(&ctx)))
        }
    }
}

fn form(ctx: &Ctx, known: &Known, place: usize, fields: &Fields) -> Response {
    let loaded = &known.told.missions[place];
    let (title, weights) = (ctx.say("placement-plan-pair-title"), &known.told.ground.weights);
    let possible = known.told.ground.for_mission(place);
    let told = |p: &Possible| (p.fit.peer().to_string(), lines(ctx, &clauses(ctx, &p.fit, weights)));
    let people: Vec<(String, Vec<String>)> = possible.iter().map(told).collect();
    let items = people.iter().zip(&possible).map(|((value, lines), p)| Choice {
        value,
        label: known.name(p.fit.peer()).unwrap_or("…"),
        lines,
        ..Choice::default()
    });
    let items: Vec<Choice<'_>> = items.collect();
    let (label, hint) = (ctx.say("placement-plan-pair-who"), ctx.say("placement-plan-pair-hint"));
    let field = Field {
        name: "peer",
        label: &label,
        hint: Some(&hint),
        value: fields.value("peer"),
        error: fields.error("peer"),
        ..Field::default()
    };
    let main = html! {
        (ctx.problems(fields))
        span.govuk-caption-l { (loaded.mission.title) ", " (loaded.place()) }
        h1.govuk-heading-l { (title) }
        @if items.is_empty() {
            p.govuk-body { (ctx.say("placement-proposals-nobody")) }
        } @else {
            (ctx.form(&format!("{}/pair", path(known.planning.id)), html! {
                input type="hidden" name="mission" value=(loaded.mission.id);
                (ui::radios(ctx.words(), Choices { field, items: &items, ..Choices::default() }))
                (ui::button(Button { text: &ctx.say("placement-plan-pair-keep"), ..Button::default() }))
            }))
        }
    };
    let of = say!(ctx.words(), "placement-plan-of", at = ctx.words().instant(known.planning.made_at));
    let back = Some((path(known.planning.id), Some(of)));
    let seen_by = Some(ctx.say("placement-plan-seen-by"));
    page(ctx, Page { title, main, back, seen_by, refused: !fields.is_clean(), ..Page::default() })
}

pub(super) async fn keep(ctx: Ctx, Path(id): Path<Id<Planning>>, mut fields: Fields) -> PageResult {
    let Now::Is(known) = now(&ctx, id).await? else { return Ok(redirect(&path(id))) };
    let mission: Option<Id<Mission>> = fields.value("mission").parse().ok();
    let place = mission.and_then(|mission| known.place(mission));
    let place = place.ok_or(PageError::Refused(super::super::missions::NOTHING_CHOSEN))?;
    let Some(peer) = fields.choice("peer", |id| id.parse::<Id<Person>>().ok(), "placement-plan-pair-missing") else {
        return Ok(form(&ctx, &known, place, &fields));
    };
    if !known.told.ground.for_mission(place).iter().any(|p| p.fit.peer() == peer) {
        fields.refuse_key("peer", Refusal::DoesNotFit.key());
        return Ok(form(&ctx, &known, place, &fields));
    }
    let kept = Line { mission: known.told.missions[place].mission.id, peer, part: Part::Kept };
    let next = start_planning(&ctx, &with(&known, kept)).await?;
    Ok(redirect(&path(next)))
}

/// What was said of the other lines, and this.
fn with(known: &Known, kept: Line) -> Vec<Line> {
    let is_other = |line: &&Line| match line.part {
        Part::Kept => line.mission != kept.mission,
        Part::Not => (line.mission, line.peer) != (kept.mission, kept.peer),
        Part::Proposed => false,
    };
    known.lines.iter().filter(is_other).copied().chain([kept]).collect()
}
