//! Stories of the ground: coming in, forms that act once, what goes wrong.

#![allow(clippy::unwrap_used, missing_docs, reason = "a test that cannot go on stops; tests are read as sentences")]

mod stories;

/// The ground alone, as a server.
fn ground() -> Vec<passerelle_web::Capability> {
    vec![passerelle_web::capability()]
}
