//! Recorded hours, for programs of those who read them on the pages.

use axum::extract::{Path, Query};
use passerelle_kernel::{Date, Id, Timestamp};
use passerelle_web::{
    Ctx, Needs, PageError, Routes,
    api::{ApiResult, List, Operation, Problem, Wrong, cursor, place, shown},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{HOURS_READ, codes};
use crate::{
    access,
    hours::{Activity, Entry, Stage, State},
    mission::Mission,
    outside::Person,
    period::Month,
    store::hours::{
        self as store,
        each::{self, PAGE},
        lists::{self, Line},
    },
};

pub(super) fn routes() -> Routes {
    let needs = Needs::Right(access::HOURS_READ);
    let all = Operation::get("/api/v1/hours", needs, "The entries of a month, by day").asks::<Asked>();
    let one = Operation::get("/api/v1/hours/{entry}", needs, "An entry");
    Routes::default()
        .api(all.with(HOURS_READ).lists::<HoursEntry>(), list)
        .api(one.with(HOURS_READ).answers::<HoursEntry>(), show)
}

#[derive(Deserialize, IntoParams)]
struct Asked {
    /// `2026-08`; without it the present month.
    #[param(nullable = false, pattern = r"^20\d\d-(0[1-9]|1[0-2])$")]
    month: Option<String>,
    #[param(ignore)]
    after: Option<String>,
}

/// A stretch of work.
#[derive(Serialize, ToSchema)]
struct HoursEntry {
    #[schema(value_type = Uuid)]
    id: Id<Entry>,
    #[schema(value_type = Uuid)]
    mission: Id<Mission>,
    mission_title: String,
    team: String,
    institution: String,
    #[schema(value_type = Uuid)]
    peer: Id<Person>,
    peer_name: String,
    on: Date,
    /// Negative in corrections only.
    minutes: i64,
    #[schema(schema_with = codes::<Activity>)]
    activity: Activity,
    #[schema(schema_with = codes::<Stage>)]
    stage: Stage,
    /// The approved entry that this one corrects.
    #[schema(value_type = Option<Uuid>)]
    correction_of: Option<Id<Entry>>,
    recorded_at: Timestamp,
    confirmed_at: Option<Timestamp>,
    approved_at: Option<Timestamp>,
    /// The question with which it came back to the peer.
    question: Option<String>,
}

impl From<Line> for HoursEntry {
    fn from(line: Line) -> Self {
        let facts = *line.entry.facts();
        let (confirmed_at, approved_at, question) = match line.entry.state() {
            State::Recorded => (None, None, None),
            State::Confirmed(stamp) => (Some(stamp.at), None, None),
            State::Approved { confirmed, approved } => (Some(confirmed.at), Some(approved.at), None),
            State::Returned { question, .. } => (None, None, Some(question.clone())),
        };
        Self {
            id: facts.id,
            mission: facts.mission,
            mission_title: line.names.mission,
            team: line.names.team,
            institution: line.names.institution,
            peer: facts.peer,
            peer_name: line.names.peer,
            on: facts.work.on,
            minutes: facts.work.minutes.0,
            activity: facts.work.activity,
            stage: line.entry.stage(),
            correction_of: facts.correction_of,
            recorded_at: facts.recorded_at,
            confirmed_at,
            approved_at,
            question,
        }
    }
}

async fn list(ctx: Ctx, Query(asked): Query<Asked>) -> ApiResult {
    let scope = ctx.actor()?.scope(access::HOURS_READ).ok_or(PageError::Forbidden)?;
    let after = place::<(Date, Id<Entry>)>(asked.after.as_deref())?;
    let month = match asked.month.as_deref() {
        None => Month::of(ctx.today()),
        Some(text) => month(text)?,
    };
    let lines = each::of_month(&mut ctx.begin_read().await?, scope, month, after, PAGE + 1).await?;
    ctx.shows(lines.iter().take(PAGE).map(|line| line.entry.facts().peer), access::HOURS_READ);
    let next = |last: &Line| cursor(&(last.entry.facts().work.on, last.entry.facts().id));
    shown(List::of(lines, PAGE, next, HoursEntry::from))
}

/// A month of this century.
pub(super) fn month(text: &str) -> Result<Month, Problem> {
    let month = Month::parse(text).filter(|_| text.starts_with("20"));
    month.ok_or_else(|| Problem::Unfit(vec![Wrong { at: "month", key: "web-error-date" }]))
}

async fn show(ctx: Ctx, Path(id): Path<Id<Entry>>) -> ApiResult {
    let mut tx = ctx.begin_read().await?;
    store::load_entry(&mut tx, ctx.actor()?, id, access::HOURS_READ).await?;
    let line = lists::one(&mut tx, id).await?.ok_or(PageError::NotFound)?;
    shown(HoursEntry::from(line))
}
