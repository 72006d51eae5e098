//! The figures of a database.

/// How the database is opened.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// How many connections at the most: on PostgreSQL all of them, on SQLite those that read.
    pub connections: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self { connections: 16 }
    }
}
