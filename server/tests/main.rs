//! What holds for the whole product, whatever the capability.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops")]
#![allow(missing_docs, reason = "tests are read as sentences")]

mod drill;
mod house;
