//! A team asks, the association answers: from the first page to the decision.

mod asking;
mod deciding;
mod erased;
mod following;
pub(crate) mod ground;
mod links;

/// A time by which the clock is moved.
fn days(days: i64) -> jiff::SignedDuration {
    jiff::SignedDuration::from_hours(days * 24)
}
