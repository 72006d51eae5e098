//! What can go wrong in an action and on a page, and what a person is told.

use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use passerelle_store::Error as StoreError;

/// A reason for a refusal, with the key of its sentence.
pub trait Reason {
    /// The key of the sentence that tells the person why.
    fn key(&self) -> &'static str;
}

/// Why an action was not done. `R` is the capability's refusal.
#[derive(Debug, thiserror::Error)]
pub enum Failure<R> {
    /// The record does not exist, or not for this person.
    #[error("not found")]
    NotFound,
    /// The person may know the record, but not do this.
    #[error("forbidden")]
    Forbidden,
    /// A rule says no.
    #[error("refused")]
    Refused(R),
    /// The database failed, or the form was sent twice, or another writer came first.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Something of ours failed; the text is for the operator and holds nothing personal.
    #[error("{0}")]
    Internal(String),
}

/// The answer of a page.
pub type PageResult = Result<Response, PageError>;

/// Why a page cannot be shown. The guard turns it into a page in the person's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageError {
    /// Nobody is signed in.
    SignIn,
    /// What is dangerous is done only by somebody who has just proved who they are: they are asked again.
    Confirm,
    /// The role needs a second proof, which this session has not seen: the person is led to it.
    SecondFactor,
    /// 404.
    NotFound,
    /// 403.
    Forbidden,
    /// 422: a rule said no; the key of its sentence.
    Refused(&'static str),
    /// Too many tries.
    TooMany,
    /// 413: more was sent than we take.
    TooLarge,
    /// 408: what was sent took too long to arrive.
    TooSlow,
    /// The form was acted on already.
    Repeated,
    /// Another writer came first; the request may be run again.
    Conflict,
    /// 503: the database could not be reached and nothing was kept; the request may be run again.
    Away,
    /// 503: the database went away while the change was being kept; a form with a key may be run again.
    Unsure,
    /// 500; the text is for the log and holds nothing personal.
    Internal(String),
}

impl PageError {
    /// The status of the answer.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::SignIn | Self::Confirm | Self::SecondFactor => StatusCode::UNAUTHORIZED,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::Refused(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::Repeated | Self::Conflict => StatusCode::CONFLICT,
            Self::Away | Self::Unsure => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

impl IntoResponse for PageError {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl From<StoreError> for PageError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Repeated => Self::Repeated,
            StoreError::Conflict => Self::Conflict,
            StoreError::Lost | StoreError::Connection(_) => Self::Away,
            StoreError::Unsure => Self::Unsure,
            other => Self::Internal(other.to_string()),
        }
    }
}

impl<R: Reason> From<Failure<R>> for PageError {
    fn from(failure: Failure<R>) -> Self {
        match failure {
            Failure::NotFound => Self::NotFound,
            Failure::Forbidden => Self::Forbidden,
            Failure::Refused(reason) => Self::Refused(reason.key()),
            Failure::Store(error) => error.into(),
            Failure::Internal(text) => Self::Internal(text),
        }
    }
}
