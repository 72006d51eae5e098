//! The requests of teams, for programs of those who read them on the pages.

use axum::extract::{Path, Query};
use passerelle_kernel::{Date, Id, Timestamp};
use passerelle_web::{
    Ctx, Needs, PageError, Routes,
    api::{ApiResult, List, Operation, cursor, place, shown},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{REQUESTS_READ, codes};
use crate::{
    access::REQUEST_READ,
    outside::{Organisation, Team},
    request::{Answers, Experience, Hope, Length, Public, Referent, Request, Setting, Stage, State},
    store::requests::{self, Kept, Listed, PAGE, Shelf},
};

pub(super) fn routes() -> Routes {
    let needs = Needs::Right(REQUEST_READ);
    let all = Operation::get("/api/v1/requests", needs, "Requests, by whose word is awaited").asks::<Asked>();
    let one = Operation::get("/api/v1/requests/{request}", needs, "A request with what the team answered");
    Routes::default()
        .api(all.with(REQUESTS_READ).lists::<RequestLine>(), list)
        .api(one.with(REQUESTS_READ).answers::<RequestRecord>(), show)
}

codes! {
    /// The lists of requests.
    pub enum Awaited {
        /// The association's word, the longest wait first.
        Association = "association",
        /// The team's word, the longest wait first.
        Asker = "asker",
        /// Nobody's: it is decided, the latest first.
        Decided = "decided",
    }
}

impl Awaited {
    const fn shelf(self) -> Shelf {
        match self {
            Self::Association => Shelf::Association,
            Self::Asker => Shelf::Asker,
            Self::Decided => Shelf::Decided,
        }
    }
}

#[derive(Deserialize, IntoParams)]
struct Asked {
    /// Whose word is awaited; without it the association's.
    #[param(schema_with = codes::<Awaited>)]
    awaited: Option<Awaited>,
    #[param(ignore)]
    after: Option<String>,
}

/// A request in a list.
#[derive(Serialize, ToSchema)]
struct RequestLine {
    #[schema(value_type = Uuid)]
    id: Id<Request>,
    team: String,
    institution: String,
    #[schema(schema_with = codes::<Stage>)]
    stage: Stage,
    /// Since when it waits, or when it was decided.
    since: Timestamp,
}

/// A request.
#[derive(Serialize, ToSchema)]
struct RequestRecord {
    #[schema(value_type = Uuid)]
    id: Id<Request>,
    /// Send it back with a decision.
    version: i64,
    #[schema(value_type = Uuid)]
    association: Id<Organisation>,
    #[schema(schema_with = codes::<Stage>)]
    stage: Stage,
    submitted_at: Option<Timestamp>,
    /// Why it was declined, for the team to read.
    reason: Option<String>,
    /// The team of the directory, once it is recognised.
    #[schema(value_type = Option<Uuid>)]
    team: Option<Id<Team>>,
    #[schema(value_type = Option<Uuid>)]
    institution: Option<Id<Organisation>>,
    answers: RequestAnswers,
}

/// What the team answered.
#[derive(Serialize, ToSchema)]
struct RequestAnswers {
    institution: String,
    team: String,
    /// The kind of place.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(schema_with = codes::<Setting>, required = false)]
    setting: Option<Setting>,
    /// Those whom the team accompanies, as groups.
    publics: Vec<String>,
    public_words: String,
    hopes: Vec<String>,
    hope_words: String,
    weekly_minutes: Option<i64>,
    is_flexible: bool,
    /// Nothing when no end is fixed.
    months: Option<u8>,
    is_trial: bool,
    town: String,
    /// That the work needs (ISO 639).
    languages: Vec<String>,
    start_from: Option<Date>,
    start_until: Option<Date>,
    /// Who would be the referent, if the team knows.
    referent: Option<String>,
    /// What the team knows of work with peers.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(schema_with = codes::<Experience>, required = false)]
    experience: Option<Experience>,
    contact: RequestContact,
}

/// Whom to answer.
#[derive(Serialize, ToSchema)]
struct RequestContact {
    name: String,
    role: String,
    email: String,
    phone: String,
}

impl From<Answers> for RequestAnswers {
    fn from(a: Answers) -> Self {
        Self {
            institution: a.institution,
            team: a.team,
            setting: a.setting,
            publics: a.publics.into_iter().map(Public::as_str).map(str::to_owned).collect(),
            public_words: a.public_words,
            hopes: a.hopes.into_iter().map(Hope::as_str).map(str::to_owned).collect(),
            hope_words: a.hope_words,
            weekly_minutes: a.hours_week.map(|minutes| minutes.0),
            is_flexible: a.flexible,
            months: if let Some(Length::Months(months)) = a.length { Some(months) } else { None },
            is_trial: a.trial,
            town: a.town,
            languages: a.languages.iter().map(ToString::to_string).collect(),
            start_from: a.start.map(|days| days.first()),
            start_until: a.start.map(|days| days.last()),
            referent: if let Some(Referent::Named(name)) = a.referent { Some(name) } else { None },
            experience: a.experience,
            contact: RequestContact {
                name: a.contact.name,
                role: a.contact.role,
                email: a.contact.email,
                phone: a.contact.phone,
            },
        }
    }
}

impl From<Kept> for RequestRecord {
    fn from(kept: Kept) -> Self {
        let Kept { request, version, institution, .. } = kept;
        Self {
            id: request.id,
            version,
            association: request.org,
            stage: request.state.stage(),
            submitted_at: request.state.submitted_at(),
            reason: if let State::Declined { reason, .. } = &request.state { Some(reason.clone()) } else { None },
            team: request.team,
            institution,
            answers: request.answers.into(),
        }
    }
}

async fn list(ctx: Ctx, Query(asked): Query<Asked>) -> ApiResult {
    let scope = ctx.actor()?.scope(REQUEST_READ).ok_or(PageError::Forbidden)?;
    let after = place::<(i64, Id<Request>)>(asked.after.as_deref())?;
    let shelf = asked.awaited.unwrap_or(Awaited::Association).shelf();
    let lines = requests::list(&mut ctx.begin_read().await?, scope, shelf, after, PAGE + 1).await?;
    let most = usize::try_from(PAGE).unwrap_or(usize::MAX);
    shown(List::of(
        lines,
        most,
        |last: &Listed| cursor(&(last.sort, last.id)),
        |line| RequestLine {
            id: line.id,
            team: line.team,
            institution: line.institution,
            stage: line.stage,
            since: line.since,
        },
    ))
}

async fn show(ctx: Ctx, Path(id): Path<Id<Request>>) -> ApiResult {
    let kept = requests::load_request(&mut ctx.begin_read().await?, ctx.actor()?, id, REQUEST_READ).await?;
    shown(RequestRecord::from(kept))
}
