//! Stories of placement, each on SQLite and on PostgreSQL.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops")]

mod stories {
    mod beyond;
    mod closing;
    mod files;
    mod ground;
    mod hours;
    mod looks;
    mod mergers;
    mod missions;
    mod money;
    mod programs;
    mod queries;
    mod requests;
    mod search;
    mod today;
    mod tokens;
    mod webhooks;
    mod work;
}
