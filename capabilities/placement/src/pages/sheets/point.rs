//! One point of the sheet: settled in words, or left open until a day.

use axum::{
    extract::{Path, Query},
    response::Response,
};
use maud::{Markup, html};
use passerelle_kernel::Id;
use passerelle_ui::{self as ui, Button, Choice, Choices, Field, Textarea};
use passerelle_web::{Ctx, Fields, Page, PageError, PageResult, page, redirect};
use serde::Deserialize;

use super::{point_title, visible_to};
use crate::{
    Error, access,
    actions::missions::{PointAnswer, settle_point},
    mission::Mission,
    pages::missions::{NOTHING_CHOSEN, day},
    sheet::{Answer, Point, Sheet},
    store::{self, missions::Loaded},
    text,
};

#[derive(Deserialize)]
pub(super) struct Wanted {
    point: Option<String>,
}

async fn load(ctx: &Ctx, id: Id<Mission>) -> Result<(Loaded, Sheet), Error> {
    let actor = ctx.visitor().ok_or(Error::Forbidden)?;
    let mut tx = ctx.begin_form().await?;
    let loaded = store::missions::load_mission(&mut tx, actor, id, access::MISSION_MANAGE).await?;
    let sheet = store::sheets::find(&mut tx, id).await?;
    Ok((loaded, sheet))
}

pub(super) async fn ask(ctx: Ctx, Path(id): Path<Id<Mission>>, Query(wanted): Query<Wanted>) -> PageResult {
    let (loaded, sheet) = load(&ctx, id).await?;
    let Some(code) = wanted.point else { return Ok(redirect(&format!("/missions/{id}/sheet"))) };
    let point = Point::parse(&code).ok_or(PageError::NotFound)?;
    let fields = Fields::empty(&ctx).with("version", sheet.version.to_string());
    let fields = match sheet.answers.get(&point) {
        Some(Answer::Settled { words, .. }) => fields.with("how", "words").with("words", words.clone()),
        Some(Answer::Open { by, .. }) => fields.with("how", "open").with_date("until", Some(*by)),
        None => fields,
    };
    Ok(form(&ctx, &loaded, point, &fields))
}

fn form(ctx: &Ctx, loaded: &Loaded, point: Point, fields: &Fields) -> Response {
    let title = point_title(ctx, point);
    let path = format!("/missions/{}/sheet", loaded.mission.id);
    let questions = html! {
        input type="hidden" name="point" value=(point.as_str());
        input type="hidden" name="version" value=(fields.value("version"));
        @if point.may_stay_open() { (ways(ctx, fields)) } @else { (words(ctx, fields)) }
        (ui::button(Button { text: &ctx.say("placement-save"), ..Button::default() }))
    };
    let main = html! {
        (ctx.problems(fields))
        span.govuk-caption-l { (loaded.mission.title) }
        h1.govuk-heading-l { (title) }
        p.govuk-body { (ctx.say(&format!("placement-point-{}-text", point.as_str()))) }
        (ctx.form(&format!("{path}/point"), questions))
    };
    let back = Some((path, Some(ctx.say("placement-sheet-title"))));
    page(
        ctx,
        Page { title, back, main, seen_by: visible_to(ctx, loaded), refused: !fields.is_clean(), ..Page::default() },
    )
}

fn words(ctx: &Ctx, fields: &Fields) -> Markup {
    let (label, hint) = (ctx.say("placement-point-words"), ctx.say("placement-point-words-hint"));
    let field = Field {
        name: "words",
        label: &label,
        hint: Some(&hint),
        error: fields.error("words"),
        value: fields.value("words"),
        ..Field::default()
    };
    ui::textarea(ctx.words(), Textarea { field, limit: u32::try_from(text::SENTENCES).ok(), ..Textarea::default() })
}

fn ways(ctx: &Ctx, fields: &Fields) -> Markup {
    let (settled, open) = (ctx.say("placement-point-settled"), ctx.say("placement-point-open"));
    let hint = ctx.say("placement-point-open-hint");
    let items = [
        Choice { value: "words", label: &settled, reveals: Some(words(ctx, fields)), ..Choice::default() },
        Choice {
            value: "open",
            label: &open,
            hint: Some(&hint),
            reveals: Some(day(ctx, fields, "until", "placement-point-until")),
            ..Choice::default()
        },
    ];
    let label = ctx.say("placement-point-how");
    let field = Field {
        name: "how",
        label: &label,
        error: fields.error("how"),
        value: fields.value("how"),
        ..Field::default()
    };
    ui::radios(ctx.words(), Choices { field, items: &items, ..Choices::default() })
}

/// What the form answers, with the field that a refusal belongs to.
fn read(point: Point, fields: &mut Fields) -> Option<(PointAnswer, &'static str)> {
    match fields.value("how") {
        "open" if point.may_stay_open() => {
            fields.date("until", "placement-day-missing").map(|day| (PointAnswer::OpenUntil(day), "until"))
        }
        how if how == "words" || !point.may_stay_open() => fields
            .text("words", text::SENTENCES, "placement-refusal-text-missing")
            .map(|words| (PointAnswer::Words(words), "words")),
        _ => {
            fields.refuse_key("how", "placement-refusal-choice-missing");
            None
        }
    }
}

pub(super) async fn settle(ctx: Ctx, Path(id): Path<Id<Mission>>, mut fields: Fields) -> PageResult {
    let (loaded, _) = load(&ctx, id).await?;
    let point = Point::parse(fields.value("point")).ok_or(PageError::Refused(NOTHING_CHOSEN))?;
    let version = fields.value("version").parse().unwrap_or_default();
    if let Some((answer, field)) = read(point, &mut fields) {
        match settle_point(&ctx, id, version, point, answer).await {
            Ok(()) => return Ok(redirect(&format!("/missions/{id}/sheet?done=placement-sheet-done"))),
            Err(Error::Refused(refusal)) => fields.refuse_key(field, refusal.key()),
            Err(other) => return Err(other.into()),
        }
    }
    Ok(form(&ctx, &loaded, point, &fields))
}
