//! What programs are given: the same actions, lists and rules as the pages, in JSON, under `/api/v1`.
//!
//! A program acts for a person with a personal token and in no other way: cookies play no part here. Every route says
//! which right it needs, like a page, and which [`Ability`](passerelle_access::Ability) the token must have. What is
//! refused is told by a problem document (RFC 9457) in the person's language. A write carries an `Idempotency-Key`. The
//! description (OpenAPI 3.1) is made from the same declarations as the routes. Decision 20.

mod answer;
mod cursor;
mod document;
pub(crate) mod door;
mod operation;
mod problem;
mod sent;
mod told;

pub use answer::{List, Made, made, shown};
pub use cursor::{cursor, place};
pub(crate) use document::describe;
pub use operation::Operation;
pub use problem::{Problem, Wrong};
pub(crate) use sent::{KEY, Sending};
pub use sent::{Sent, plain};

use axum::response::Response;

/// Under this path programs are answered.
pub(crate) const ROOT: &str = "/api/";

/// The answer to a program.
pub type ApiResult = Result<Response, Problem>;
