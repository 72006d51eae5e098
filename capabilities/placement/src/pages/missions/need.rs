//! What a mission needs from a peer, changed with the team as long as no peer is agreed: hours, days, languages.

use axum::{extract::Path, response::Response};
use maud::{Markup, html};
use passerelle_kernel::Id;
use passerelle_ui::{self as ui, Button, Field, Input, Width};
use passerelle_web::{Ctx, Fields, Page, PageResult, page, redirect};

use super::{day, visible_to};
use crate::{
    Error, access,
    actions::missions::adjust,
    mission::{Mission, Needs},
    refusal::Refusal,
    spoken::Spoken,
    store,
    store::missions::Loaded,
};

pub(super) async fn ask(ctx: Ctx, Path(id): Path<Id<Mission>>) -> PageResult {
    let loaded = load(&ctx, id).await?;
    let mission = &loaded.mission;
    let hours = match mission.hours_week.clock() {
        (hours, 0) => hours.to_string(),
        (hours, minutes) => format!("{hours}:{minutes:02}"),
    };
    let fields = Fields::empty(&ctx)
        .with("hours", hours)
        .with_date("from", Some(mission.period.from))
        .with_date("until", mission.period.until)
        .with("version", loaded.version.to_string());
    let fields = mission.languages.iter().fold(fields, |fields, code| fields.with("language", code.as_str()));
    Ok(form(&ctx, &loaded, &fields))
}

async fn load(ctx: &Ctx, id: Id<Mission>) -> Result<Loaded, Error> {
    let actor = ctx.visitor().ok_or(Error::Forbidden)?;
    store::missions::load_mission(&mut ctx.begin_form().await?, actor, id, access::MISSION_MANAGE).await
}

fn form(ctx: &Ctx, loaded: &Loaded, fields: &Fields) -> Response {
    let title = ctx.say("placement-need-title");
    let path = format!("/missions/{}", loaded.mission.id);
    let main = html! {
        (ctx.problems(fields))
        span.govuk-caption-l { (loaded.mission.title) }
        h1.govuk-heading-l { (title) }
        p.govuk-body { (ctx.say("placement-need-text")) }
        (ctx.form(&format!("{path}/need"), questions(ctx, fields)))
    };
    let back = Some((path, Some(loaded.mission.title.clone())));
    let seen_by = visible_to(ctx, loaded);
    page(ctx, Page { title, back, main, seen_by, refused: !fields.is_clean(), ..Page::default() })
}

fn questions(ctx: &Ctx, fields: &Fields) -> Markup {
    let [hours, languages] = ["hours", "languages"].map(|name| ctx.say(&format!("placement-mission-{name}")));
    let field =
        |name, label| Field { name, label, value: fields.value(name), error: fields.error(name), ..Field::default() };
    let chosen: Vec<&str> = fields.values("language").collect();
    html! {
        input type="hidden" name="version" value=(fields.value("version"));
        (ui::input(ctx.words(), Input {
            field: field("hours", &hours),
            width: Width::Characters(5),
            ..Input::default()
        }))
        (day(ctx, fields, "from", "placement-need-from"))
        (day(ctx, fields, "until", "placement-need-until"))
        (ui::spoken(ctx.words(), field("language", &languages), &chosen))
        (ui::button(Button { text: &ctx.say("placement-save"), ..Button::default() }))
    }
}

fn read(fields: &mut Fields) -> Option<Needs> {
    let hours_week = fields.minutes("hours");
    let from = fields.date("from", "placement-day-missing");
    let until = fields.date_if_given("until");
    let languages = fields.choices("language", |code| Spoken::read(code).ok()).into_iter().collect();
    Some(Needs { hours_week: hours_week?, from: from?, until: until?, languages })
}

pub(super) async fn change(ctx: Ctx, Path(id): Path<Id<Mission>>, mut fields: Fields) -> PageResult {
    let loaded = load(&ctx, id).await?;
    let version = fields.value("version").parse().unwrap_or_default();
    if let Some(needs) = read(&mut fields) {
        match adjust(&ctx, id, version, needs).await {
            Ok(()) => return Ok(redirect(&format!("/missions/{id}?done=placement-need-done"))),
            Err(Error::Refused(refusal)) => {
                let field = match refusal {
                    Refusal::HoursAWeekOutOfRange => "hours",
                    Refusal::DatesTurnedRound => "until",
                    Refusal::ChoiceMissing => "language",
                    _ => "",
                };
                fields.refuse_key(field, refusal.key());
            }
            Err(other) => return Err(other.into()),
        }
    }
    Ok(form(&ctx, &loaded, &fields))
}
