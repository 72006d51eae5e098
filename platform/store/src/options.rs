//! The figures of a database.

use std::time::Duration;

/// How the database is opened.
#[derive(Clone)]
pub struct Options {
    /// How many connections at the most: on PostgreSQL all of them, and as many to the replica; on SQLite those that read.
    pub connections: usize,
    /// After how long PostgreSQL ends a statement, or a transaction in which nothing happens; nothing: never.
    pub longest: Option<Duration>,
    /// The replica for reads that may be a little old.
    pub replica: Option<Follow>,
}

impl Default for Options {
    fn default() -> Self {
        Self { connections: 16, longest: None, replica: None }
    }
}

/// A streaming replica of a PostgreSQL, for reads that may be a little old.
#[derive(Clone)]
pub struct Follow {
    /// Its address.
    pub url: String,
    /// How old what it shows may be: beyond that the primary answers.
    pub oldest: Duration,
}
