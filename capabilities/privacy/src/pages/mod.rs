//! The pages: each parses, calls one action, renders or redirects.

mod ask;
mod claim;
mod claims;
mod erasure;
mod export;
mod held;
mod parts;
mod register;

pub(crate) use parts::{Place, groups};
use passerelle_web::Routes;

/// Every route of this capability.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .and(held::routes())
        .and(ask::routes())
        .and(export::routes())
        .and(erasure::routes())
        .and(claims::routes())
        .and(claim::routes())
        .and(register::routes())
}
