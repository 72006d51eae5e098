//! Stories over HTTP.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops")]

mod stories;
