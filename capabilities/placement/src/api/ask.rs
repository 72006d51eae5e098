//! What programs of those who coordinate do with requests: enter one for a team, accept, decline.

use axum::extract::Path;
use passerelle_kernel::{Date, Id, Language, Minutes};
use passerelle_web::{
    Ctx, Needs, Routes,
    api::{ApiResult, Operation, Problem, Sent, Wrong, made},
};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{REQUESTS_WRITE, codes, day, unfit};
use crate::{
    access::REQUEST_MANAGE,
    actions::requests as actions,
    period::Days,
    refusal::Refusal,
    request::{Answers, Contact, Experience, Hope, Length, Public, Referent, Request, Setting},
    spoken::Spoken,
    store::requests::load_request,
};

const A_WEEK: i64 = 7 * 24 * 60;

pub(super) fn routes() -> Routes {
    let needs = Needs::Right(REQUEST_MANAGE);
    let enter = Operation::post("/api/v1/requests", needs, "Enters and sends a request for a team that phoned");
    let accept = Operation::post("/api/v1/requests/{request}/acceptance", needs, "Takes a request on");
    let decline = Operation::post("/api/v1/requests/{request}/refusal", needs, "Declines a request, with a reason");
    Routes::default()
        .api(enter.with(REQUESTS_WRITE).takes::<NewRequest>(), enter_request)
        .api(accept.with(REQUESTS_WRITE).takes::<Acceptance>(), accept_request)
        .api(decline.with(REQUESTS_WRITE).takes::<RefusalOfRequest>(), decline_request)
}

/// What a team asks for.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewRequest {
    #[schema(min_length = 1, max_length = 120)]
    institution: String,
    #[schema(min_length = 1, max_length = 120)]
    team: String,
    /// The kind of place.
    #[schema(schema_with = codes::<Setting>)]
    setting: Setting,
    /// Those whom the team accompanies, as groups: codes.
    publics: Vec<String>,
    /// What the codes do not say.
    #[serde(default)]
    public_words: String,
    /// What the team hopes for: codes.
    hopes: Vec<String>,
    /// What the codes do not say.
    #[serde(default)]
    hope_words: String,
    #[schema(minimum = 1, maximum = 10080)]
    weekly_minutes: i64,
    /// Whether the hours may change from week to week.
    #[serde(default)]
    is_flexible: bool,
    /// Nothing when no end is fixed.
    #[schema(minimum = 1, maximum = 36)]
    months: Option<u8>,
    #[serde(default)]
    is_trial: bool,
    #[schema(min_length = 1, max_length = 120)]
    town: String,
    /// That the work needs (ISO 639).
    languages: Vec<String>,
    start_from: Date,
    start_until: Date,
    /// Who would be the referent; nothing when the team does not know yet.
    referent: Option<String>,
    /// What the team knows of work with peers.
    #[schema(schema_with = codes::<Experience>)]
    experience: Experience,
    contact: NewContact,
    /// In which the team is written to: `fr`, `en`.
    #[schema(pattern = "^(fr|en)$")]
    language: String,
}

/// Whom to answer.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewContact {
    #[schema(min_length = 1, max_length = 120)]
    name: String,
    #[schema(format = Email, max_length = 254)]
    email: String,
    #[serde(default)]
    phone: String,
    #[serde(default)]
    role: String,
}

/// A request that is taken on.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Acceptance {
    /// The version that was read.
    version: i64,
}

/// A request that is declined.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct RefusalOfRequest {
    /// The version that was read.
    version: i64,
    /// Why, for the team to read.
    #[schema(min_length = 1, max_length = 2000)]
    reason: String,
}

/// The choices that these codes name, each of them known.
fn chosen<C>(at: &'static str, codes: &[String], parse: impl Fn(&str) -> Option<C>) -> Result<Vec<C>, Problem> {
    let unknown = || Problem::Unfit(vec![Wrong { at, key: "placement-refusal-choice-missing" }]);
    codes.iter().map(|code| parse(code).ok_or_else(unknown)).collect()
}

fn within(at: &'static str, value: i64, most: i64) -> Result<i64, Problem> {
    if (1..=most).contains(&value) { Ok(value) } else { Err(unfit(at, &Refusal::MinutesOutOfRange)) }
}

impl NewRequest {
    fn answers(self) -> Result<Answers, Problem> {
        let languages = chosen("languages", &self.languages, |code| Spoken::read(code).ok())?;
        let (from, until) = (day("start_from", self.start_from)?, day("start_until", self.start_until)?);
        let start = Days::new(from, until).map_err(|refusal| unfit("start_until", &refusal))?;
        let months = self.months.map(|months| within("months", months.into(), Length::MOST_MONTHS.into()));
        let months = months.transpose()?.and_then(|months| u8::try_from(months).ok());
        Ok(Answers {
            publics: chosen("publics", &self.publics, Public::parse)?.into_iter().collect(),
            hopes: chosen("hopes", &self.hopes, Hope::parse)?.into_iter().collect(),
            hours_week: Some(Minutes(within("weekly_minutes", self.weekly_minutes, A_WEEK)?)),
            institution: self.institution,
            team: self.team,
            setting: Some(self.setting),
            public_words: self.public_words,
            hope_words: self.hope_words,
            flexible: self.is_flexible,
            length: Some(months.map_or(Length::OpenEnded, Length::Months)),
            trial: self.is_trial,
            town: self.town,
            languages: languages.into_iter().collect(),
            start: Some(start),
            referent: Some(self.referent.map_or(Referent::NotYet, Referent::Named)),
            experience: Some(self.experience),
            contact: Contact {
                name: self.contact.name,
                email: self.contact.email,
                phone: self.contact.phone,
                role: self.contact.role,
            },
        })
    }
}

fn path(id: Id<Request>) -> String {
    format!("/api/v1/requests/{id}")
}

async fn enter_request(ctx: Ctx, sent: Sent) -> ApiResult {
    let new: NewRequest = sent.read()?;
    let unknown = || Problem::Unfit(vec![Wrong { at: "language", key: "placement-refusal-choice-missing" }]);
    let language = Language::find(&new.language).ok_or_else(unknown)?;
    let id = actions::enter_for_team(&ctx, new.answers()?, language).await?;
    made(id, path(id))
}

async fn accept_request(ctx: Ctx, Path(id): Path<Id<Request>>, sent: Sent) -> ApiResult {
    load_request(&mut ctx.begin_read().await?, ctx.actor()?, id, REQUEST_MANAGE).await?;
    let Acceptance { version } = sent.read()?;
    actions::accept(&ctx, id, Some(version)).await?;
    made(id, path(id))
}

async fn decline_request(ctx: Ctx, Path(id): Path<Id<Request>>, sent: Sent) -> ApiResult {
    load_request(&mut ctx.begin_read().await?, ctx.actor()?, id, REQUEST_MANAGE).await?;
    let RefusalOfRequest { version, reason } = sent.read()?;
    actions::decline(&ctx, id, &reason, Some(version)).await?;
    made(id, path(id))
}
