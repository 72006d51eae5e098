//! What a program is told when something was not done: problem documents (RFC 9457) in the person's language.

use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use passerelle_store::Error as StoreError;
use passerelle_words::say;
use serde::Serialize;
use utoipa::ToSchema;

use crate::{Ctx, Failure, PageError, Reason};

/// After how many seconds a database that is away is worth another try.
const AWAY: i64 = 10;

/// Why a program was not answered as it asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// As on a page.
    Of(PageError),
    /// 403: the token does not let a program do this; the name of what it lacks.
    Ability(&'static str),
    /// 400: a part of the address cannot be read.
    Address,
    /// 400: what was sent is no JSON; what the reader says, for developers.
    NoJson(String),
    /// 422: what was sent has another form than the description asks for; what the reader says, for developers.
    OtherForm(String),
    /// 422: these parts of it need another value.
    Unfit(Vec<Wrong>),
    /// 400: a write without an `Idempotency-Key`.
    NoKey,
    /// 422: the key was sent before, with something else.
    OtherContent,
    /// 405.
    Method,
    /// 415.
    MediaType,
}

/// A part that needs another value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The name of the member or of the parameter.
    pub at: &'static str,
    /// The key of the sentence that says what it needs.
    pub key: &'static str,
}

/// A problem document (RFC 9457).
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Problem)]
pub(super) struct Document {
    /// What kind of problem it is: a stable name.
    #[serde(rename = "type")]
    kind: String,
    /// The kind in words.
    title: String,
    /// The status of the answer.
    status: u16,
    /// What happened and what to do, in the person's language.
    detail: String,
    /// The rule that said no, as a stable name.
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<&'static str>,
    /// The parts that need another value.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<Part>,
    /// What the reader of JSON says, for developers.
    #[serde(skip_serializing_if = "Option::is_none")]
    cause: Option<String>,
}

/// A part that needs another value.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ProblemPart)]
struct Part {
    /// The name of the member or of the parameter.
    at: &'static str,
    /// What it needs, in the person's language.
    detail: String,
}

impl Problem {
    /// The status of the answer.
    pub fn status(&self) -> StatusCode {
        match self {
            // A program cannot be led to a page on which its person proves something.
            Self::Of(PageError::Confirm | PageError::SecondFactor) | Self::Ability(_) => StatusCode::FORBIDDEN,
            Self::Of(error) => error.status(),
            Self::Address | Self::NoJson(_) | Self::NoKey => StatusCode::BAD_REQUEST,
            Self::OtherForm(_) | Self::Unfit(_) | Self::OtherContent => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::MediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        }
    }

    const fn code(&self) -> &'static str {
        match self {
            Self::Of(PageError::SignIn) => "token",
            Self::Of(PageError::Confirm | PageError::SecondFactor) => "second-factor",
            Self::Of(PageError::NotFound) => "not-found",
            Self::Of(PageError::Forbidden) => "forbidden",
            Self::Of(PageError::Refused(_)) => "refused",
            Self::Of(PageError::TooMany) => "too-many",
            Self::Of(PageError::TooLarge) => "too-large",
            Self::Of(PageError::TooSlow) => "too-slow",
            Self::Of(PageError::Repeated) => "repeated",
            Self::Of(PageError::Conflict) => "conflict",
            Self::Of(PageError::Away | PageError::Unsure) => "away",
            Self::Of(PageError::Internal(_)) => "internal",
            Self::Ability(_) => "ability",
            Self::Address => "address",
            Self::NoJson(_) => "no-json",
            Self::OtherForm(_) => "other-form",
            Self::Unfit(_) => "unfit",
            Self::NoKey => "no-key",
            Self::OtherContent => "other-content",
            Self::Method => "method",
            Self::MediaType => "media-type",
        }
    }

    fn detail(&self, ctx: &Ctx) -> String {
        match self {
            Self::Of(PageError::Refused(key)) => ctx.say(key),
            Self::Of(PageError::Internal(reference)) => {
                say!(ctx.words(), "web-api-internal-text", reference = reference.as_str())
            }
            Self::Of(PageError::TooMany) => say!(ctx.words(), "web-api-too-many-text", seconds = ctx.wait().max(1)),
            Self::Ability(name) => say!(ctx.words(), "web-api-ability-text", ability = *name),
            _ => ctx.say(&format!("web-api-{}-text", self.code())),
        }
    }

    fn document(&self, ctx: &Ctx) -> Document {
        let errors = match self {
            Self::Unfit(wrong) => wrong.iter().map(|one| Part { at: one.at, detail: ctx.say(one.key) }).collect(),
            _ => Vec::new(),
        };
        Document {
            kind: format!("urn:passerelle:problem:{}", self.code()),
            title: ctx.say(&format!("web-api-{}", self.code())),
            status: self.status().as_u16(),
            detail: self.detail(ctx),
            rule: if let Self::Of(PageError::Refused(key)) = self { Some(key) } else { None },
            errors,
            cause: match self {
                Self::NoJson(cause) | Self::OtherForm(cause) => Some(cause.clone()),
                _ => None,
            },
        }
    }

    /// The answer, in the words of whoever asked.
    pub(super) fn told(&self, ctx: &Ctx) -> Response {
        let mut response = (self.status(), Json(self.document(ctx))).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        match self {
            Self::Of(PageError::SignIn) => {
                headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer realm=\"passerelle\""));
            }
            Self::Ability(name) => {
                let challenge = format!("Bearer realm=\"passerelle\", error=\"insufficient_scope\", scope=\"{name}\"");
                if let Ok(challenge) = HeaderValue::from_str(&challenge) {
                    headers.insert(header::WWW_AUTHENTICATE, challenge);
                }
            }
            Self::Of(PageError::TooMany) => {
                headers.insert(header::RETRY_AFTER, HeaderValue::from(ctx.wait().max(1)));
            }
            Self::Of(PageError::Away | PageError::Unsure) => {
                headers.insert(header::RETRY_AFTER, HeaderValue::from(AWAY));
            }
            _ => {}
        }
        response
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl From<PageError> for Problem {
    fn from(error: PageError) -> Self {
        Self::Of(error)
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        Self::Of(error.into())
    }
}

impl<R: Reason> From<Failure<R>> for Problem {
    fn from(failure: Failure<R>) -> Self {
        Self::Of(failure.into())
    }
}
