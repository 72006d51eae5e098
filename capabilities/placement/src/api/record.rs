//! What programs do with hours: the peer's record, correct, say that a week was quiet; the others' confirm and approve.

use axum::extract::Path;
use passerelle_kernel::{Date, Id, Minutes};
use passerelle_web::{
    Ctx, Needs, Routes,
    api::{ApiResult, Operation, Problem, Sent, made},
};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{HOURS_SIGN, HOURS_WRITE, codes, day, hours::month, unfit};
use crate::{
    access::{HOURS_APPROVE, HOURS_CONFIRM, HOURS_RECORD},
    actions::hours as actions,
    hours::{Activity, Entry, Work},
    mission::Mission,
    period::Week,
    refusal::Refusal,
    store::{hours::load_entry, missions::load_mission},
};

/// The most minutes of a day.
const A_DAY: i64 = 24 * 60;

pub(super) fn routes() -> Routes {
    let own = Needs::Right(HOURS_RECORD);
    let record = Operation::post("/api/v1/hours", own, "Records work of the person").takes::<NewHours>();
    let correct = Operation::post("/api/v1/hours/{entry}/correction", own, "Corrects approved work by a new entry");
    let quiet = Operation::post("/api/v1/missions/{mission}/quiet-weeks", own, "Says that there was nothing this week");
    let confirm = Operation::post(
        "/api/v1/missions/{mission}/months/{month}/confirmation",
        Needs::Right(HOURS_CONFIRM),
        "The team confirms all that waits in a month of a mission",
    );
    let approve = Operation::post(
        "/api/v1/missions/{mission}/months/{month}/approval",
        Needs::Right(HOURS_APPROVE),
        "The association approves all that is confirmed in a month of a mission",
    );
    Routes::default()
        .api(record.with(HOURS_WRITE), record_hours)
        .api(correct.with(HOURS_WRITE).takes::<Correction>(), correct_hours)
        .api(quiet.with(HOURS_WRITE).takes::<QuietWeek>(), say_quiet)
        .api(confirm.with(HOURS_SIGN), confirm_month)
        .api(approve.with(HOURS_SIGN), approve_month)
}

/// Work that is to be recorded.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewHours {
    #[schema(value_type = Uuid)]
    mission: Id<Mission>,
    on: Date,
    #[schema(minimum = 1, maximum = 1440)]
    minutes: i64,
    #[schema(schema_with = codes::<Activity>)]
    activity: Activity,
}

/// What approved work should have been.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Correction {
    /// All of it, with earlier corrections counted: not the difference.
    #[schema(minimum = 0, maximum = 1440)]
    minutes: i64,
}

/// A week without work.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct QuietWeek {
    /// A day of the week.
    on: Date,
}

fn minutes(from: i64, minutes: i64) -> Result<Minutes, Problem> {
    let is_fit = (from..=A_DAY).contains(&minutes);
    if is_fit { Ok(Minutes(minutes)) } else { Err(unfit("minutes", &Refusal::MinutesOutOfRange)) }
}

fn entry_path(id: Id<Entry>) -> String {
    format!("/api/v1/hours/{id}")
}

async fn record_hours(ctx: Ctx, sent: Sent) -> ApiResult {
    let new: NewHours = sent.read()?;
    let work = Work { on: day("on", new.on)?, minutes: minutes(1, new.minutes)?, activity: new.activity };
    let id = actions::record(&ctx, new.mission, work).await?;
    made(id, entry_path(id))
}

async fn correct_hours(ctx: Ctx, Path(id): Path<Id<Entry>>, sent: Sent) -> ApiResult {
    load_entry(&mut ctx.begin_read().await?, ctx.actor()?, id, HOURS_RECORD).await?;
    let right: Correction = sent.read()?;
    let id = actions::correct(&ctx, id, minutes(0, right.minutes)?).await?;
    made(id, entry_path(id))
}

async fn say_quiet(ctx: Ctx, Path(id): Path<Id<Mission>>, sent: Sent) -> ApiResult {
    load_mission(&mut ctx.begin_read().await?, ctx.actor()?, id, HOURS_RECORD).await?;
    let quiet: QuietWeek = sent.read()?;
    actions::quiet(&ctx, id, Week::of(day("on", quiet.on)?)).await?;
    made(id, mission_path(id))
}

fn mission_path(id: Id<Mission>) -> String {
    format!("/api/v1/missions/{id}")
}

async fn confirm_month(ctx: Ctx, Path((id, text)): Path<(Id<Mission>, String)>) -> ApiResult {
    load_mission(&mut ctx.begin_read().await?, ctx.actor()?, id, HOURS_CONFIRM).await?;
    actions::confirm(&ctx, id, month(&text)?).await?;
    made(id, mission_path(id))
}

async fn approve_month(ctx: Ctx, Path((id, text)): Path<(Id<Mission>, String)>) -> ApiResult {
    load_mission(&mut ctx.begin_read().await?, ctx.actor()?, id, HOURS_APPROVE).await?;
    actions::approve(&ctx, id, month(&text)?).await?;
    made(id, mission_path(id))
}
