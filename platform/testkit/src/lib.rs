//! What stories need: a whole server in memory, people who visit it, and what they see.
//!
//! A [`story!`] runs twice: on SQLite in memory and, when `PASSERELLE_TEST_POSTGRES` names a cluster, on PostgreSQL
//! in a database of its own. The clock stands still on Monday 7 September 2026, 9:00 in Paris; ids and secrets repeat.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops")]

mod answer;
mod app;
mod engine;
mod everything;
mod person;
mod program;

pub use answer::Answer;
pub use app::TestApp;
pub use engine::Engine;
pub use person::Person;
pub use tokio;

/// Declares stories over HTTP: each is a test on SQLite and one on PostgreSQL.
///
/// `story!(capabilities; /// What is shown. async fn name(app) { … })`, where `capabilities` is a function that gives
/// the capabilities of the server.
#[macro_export]
macro_rules! story {
    ($capabilities:expr; $(#[$doc:meta])* async fn $name:ident($app:ident) $body:block) => {
        $(#[$doc])*
        mod $name {
            #[allow(unused_imports)]
            use super::*;

            async fn story($app: $crate::TestApp) $body

            #[test]
            fn sqlite() {
                $crate::TestApp::run($crate::Engine::Sqlite, $capabilities, story);
            }

            #[test]
            fn postgres() {
                $crate::TestApp::run($crate::Engine::Postgres, $capabilities, story);
            }
        }
    };
}
