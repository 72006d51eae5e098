//! Missions and their slots, for programs; and the mission that answers an accepted request.

use axum::extract::{Path, Query};
use passerelle_access::Scope;
use passerelle_kernel::{Date, Id};
use passerelle_web::{
    Ctx, Needs, PageError, Routes,
    api::{ApiResult, List, Operation, Sent, cursor, made, place, shown},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{MISSIONS_READ, MISSIONS_WRITE, codes};
use crate::{
    access::{MISSION_MANAGE, MISSION_READ, REQUEST_READ},
    actions::missions as actions,
    mission::{Ending, Mission, Stage, State},
    outside::{Organisation, Person, Team},
    request::Request,
    slot::{Change, Every, Exception, Moment, Slot},
    store::{
        missions::{LINES, Line, Loaded, list, load_mission},
        slots,
    },
};

const READ: Needs = Needs::Right(MISSION_READ);

pub(super) fn routes() -> Routes {
    let all = Operation::get("/api/v1/missions", READ, "Missions, the newest first").asks::<Asked>();
    let one = Operation::get("/api/v1/missions/{mission}", READ, "A mission");
    let slots = Operation::get("/api/v1/missions/{mission}/slots", READ, "When the peer of a mission is there");
    let manage = Needs::Right(MISSION_MANAGE);
    let open = Operation::post("/api/v1/missions", manage, "Opens the mission that answers an accepted request");
    Routes::default()
        .api(all.with(MISSIONS_READ).lists::<MissionLine>(), index)
        .api(one.with(MISSIONS_READ).answers::<MissionRecord>(), show)
        .api(slots.with(MISSIONS_READ).answers::<MissionSlots>(), when)
        .api(open.with(MISSIONS_WRITE).takes::<NewMission>(), open_mission)
}

#[derive(Deserialize, IntoParams)]
struct Asked {
    /// Only those that stand here.
    #[param(schema_with = codes::<Stage>)]
    stage: Option<Stage>,
    #[param(ignore)]
    after: Option<String>,
}

/// A mission in a list.
#[derive(Serialize, ToSchema)]
struct MissionLine {
    #[schema(value_type = Uuid)]
    id: Id<Mission>,
    title: String,
    #[schema(schema_with = codes::<Stage>)]
    stage: Stage,
    from: Date,
    until: Option<Date>,
    weekly_minutes: i64,
    team: String,
    institution: String,
    /// The name of the peer, once one is agreed.
    peer: Option<String>,
}

/// A mission.
#[derive(Serialize, ToSchema)]
struct MissionRecord {
    #[schema(value_type = Uuid)]
    id: Id<Mission>,
    title: String,
    #[schema(schema_with = codes::<Stage>)]
    stage: Stage,
    from: Date,
    until: Option<Date>,
    weekly_minutes: i64,
    /// Whether the hours may change from week to week.
    is_flexible: bool,
    /// That the work needs (ISO 639).
    languages: Vec<String>,
    town: String,
    #[schema(value_type = Uuid)]
    association: Id<Organisation>,
    association_name: String,
    #[schema(value_type = Uuid)]
    institution: Id<Organisation>,
    institution_name: String,
    #[schema(value_type = Uuid)]
    team: Id<Team>,
    team_name: String,
    /// Once one is agreed.
    #[schema(value_type = Option<Uuid>)]
    peer: Option<Id<Person>>,
    peer_name: Option<String>,
    referent: Option<MissionReferent>,
    /// The request that it answers, for those who may read it.
    #[schema(value_type = Option<Uuid>)]
    request: Option<Id<Request>>,
    started_on: Option<Date>,
    ended_on: Option<Date>,
    /// How it ended, once it has.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(schema_with = codes::<Ending>, required = false)]
    ending: Option<Ending>,
}

/// Who confirms the hours in the team.
#[derive(Serialize, ToSchema)]
struct MissionReferent {
    name: String,
    role: String,
    email: String,
    phone: String,
}

impl MissionRecord {
    fn of(loaded: Loaded, with_request: bool) -> Self {
        let Loaded { mission, institution, institution_name, team_name, org_name, peer_name, peer, .. } = loaded;
        let (started_on, ended_on, ending) = match &mission.state {
            State::Running { started_on, .. } => (Some(*started_on), None, None),
            State::Ended { ending, on, work, .. } => {
                (work.as_ref().map(|(_, started_on)| *started_on), Some(*on), Some(*ending))
            }
            State::Open | State::Proposed { .. } | State::Agreed(_) => (None, None, None),
        };
        Self {
            id: mission.id,
            stage: mission.state.stage(),
            from: mission.period.from,
            until: mission.period.until,
            weekly_minutes: mission.hours_week.0,
            is_flexible: mission.flexible,
            languages: mission.languages.iter().map(ToString::to_string).collect(),
            association: mission.org,
            association_name: org_name,
            institution,
            institution_name,
            team: mission.team,
            team_name,
            peer,
            peer_name,
            referent: mission.referent.map(|contact| MissionReferent {
                name: contact.name,
                role: contact.role,
                email: contact.email,
                phone: contact.phone,
            }),
            request: with_request.then_some(mission.request),
            started_on,
            ended_on,
            ending,
            title: mission.title,
            town: mission.town,
        }
    }
}

async fn index(ctx: Ctx, Query(asked): Query<Asked>) -> ApiResult {
    let scope = ctx.actor()?.scope(MISSION_READ).ok_or(PageError::Forbidden)?;
    let before = place::<Id<Mission>>(asked.after.as_deref())?;
    let names_peer = !matches!(scope, Scope::Own(..));
    let line = |line: Line<'_>| MissionLine {
        id: line.id,
        title: line.title.to_owned(),
        stage: line.stage,
        from: line.from,
        until: line.until,
        weekly_minutes: line.hours_week.0,
        team: line.team.to_owned(),
        institution: line.institution.to_owned(),
        peer: line.peer.filter(|_| names_peer).map(str::to_owned),
    };
    let lines = list(&mut ctx.begin_read().await?, scope, asked.stage, before, LINES + 1, line).await?;
    shown(List::of(lines, LINES, |last: &MissionLine| cursor(&last.id), |line| line))
}

async fn show(ctx: Ctx, Path(id): Path<Id<Mission>>) -> ApiResult {
    let actor = ctx.actor()?;
    let loaded = load_mission(&mut ctx.begin_read().await?, actor, id, MISSION_READ).await?;
    let with_request = actor.may(REQUEST_READ, &loaded.facts());
    shown(MissionRecord::of(loaded, with_request))
}

/// When the peer of a mission is there: civil dates and times of the place.
#[derive(Serialize, ToSchema)]
struct MissionSlots {
    slots: Vec<MissionSlot>,
    exceptions: Vec<MissionException>,
}

/// A time that comes back.
#[derive(Serialize, ToSchema)]
struct MissionSlot {
    #[schema(value_type = Uuid)]
    id: Id<Slot>,
    /// 1 is Monday, 7 is Sunday.
    weekday: i8,
    /// `09:00`.
    start: String,
    minutes: i64,
    from: Date,
    until: Option<Date>,
    #[schema(schema_with = codes::<Every>)]
    every: Every,
}

/// What is different once.
#[derive(Serialize, ToSchema)]
struct MissionException {
    #[schema(schema_with = codes::<Change>)]
    change: Change,
    /// The slot that does not take place as planned.
    #[schema(value_type = Option<Uuid>)]
    slot: Option<Id<Slot>>,
    /// The day on which it does not.
    planned_on: Option<Date>,
    /// The day instead, or once more.
    on: Option<Date>,
    /// `09:00`.
    start: Option<String>,
    minutes: Option<i64>,
}

impl From<&Exception> for MissionException {
    fn from(exception: &Exception) -> Self {
        let (slot, planned_on) = exception.replaces().unzip();
        let moment = exception.adds();
        let start = |moment: Moment| moment.start.strftime("%H:%M").to_string();
        Self {
            change: exception.change(),
            slot,
            planned_on,
            on: moment.map(|moment| moment.on),
            start: moment.map(start),
            minutes: moment.map(|moment| moment.minutes.0),
        }
    }
}

async fn when(ctx: Ctx, Path(id): Path<Id<Mission>>) -> ApiResult {
    let mut tx = ctx.begin_read().await?;
    let loaded = load_mission(&mut tx, ctx.actor()?, id, MISSION_READ).await?;
    let table = slots::timetable(&mut tx, &loaded.mission).await?;
    let slot = |slot: &Slot| MissionSlot {
        id: slot.id,
        weekday: slot.weekday.to_monday_one_offset(),
        start: slot.start.strftime("%H:%M").to_string(),
        minutes: slot.minutes.0,
        from: slot.period.from,
        until: slot.period.until,
        every: slot.every,
    };
    let slots = table.slots.iter().map(slot).collect();
    shown(MissionSlots { slots, exceptions: table.exceptions.iter().map(MissionException::from).collect() })
}

/// A mission that is to be opened.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewMission {
    /// The accepted request that it answers.
    #[schema(value_type = Uuid)]
    request: Id<Request>,
    /// A few words that name it.
    #[schema(min_length = 1, max_length = 120)]
    title: String,
}

async fn open_mission(ctx: Ctx, sent: Sent) -> ApiResult {
    let NewMission { request, title } = sent.read()?;
    let id = actions::open_mission(&ctx, request, &title).await?;
    made(id, format!("/api/v1/missions/{id}"))
}
