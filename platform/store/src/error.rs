//! What can go wrong between us and the database.

/// The result of a database call.
pub type Result<T> = std::result::Result<T, Error>;

/// Why a database call failed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A row with the same unique values exists already.
    #[error("already exists")]
    Unique,
    /// Another transaction came first; the whole action can be tried again.
    #[error("another transaction came first")]
    Conflict,
    /// The connection ended, or could not begin, before anything was kept; the whole action can be tried again.
    #[error("the database could not be reached")]
    Lost,
    /// The connection ended while the change was being kept: whether it was, is not known.
    #[error("whether the change was kept is not known")]
    Unsure,
    /// The form was acted on already: it was sent twice.
    #[error("acted on already")]
    Repeated,
    /// A column does not hold what the code expects.
    #[error("column {column}: {problem}")]
    Column {
        /// The position of the column, from 0.
        column: usize,
        /// What was found there.
        problem: &'static str,
    },
    /// A row that must exist does not.
    #[error("no such row")]
    NoRow,
    /// The master key of sealed fields is not there, or cannot be used; in words for the operator.
    #[error("master key: {0}")]
    MasterKey(String),
    /// The address of the database cannot be used.
    #[error("cannot open the database: {0}")]
    Open(String),
    /// SQLite refused.
    #[error(transparent)]
    Sqlite(rusqlite::Error),
    /// PostgreSQL refused.
    #[error(transparent)]
    Postgres(tokio_postgres::Error),
    /// No connection was free in time, or PostgreSQL cannot be reached.
    #[error("no connection: {0}")]
    Connection(String),
    /// The replica cannot be used; why.
    #[error("the replica: {0}")]
    Replica(&'static str),
    /// A read that may be old is not for what decides who may see what.
    #[error("{statement} reads {table} where what it decides may be old")]
    Closed {
        /// The statement.
        statement: &'static str,
        /// The table.
        table: &'static str,
    },
    /// A file of ours is not whole; what the engine says of it.
    #[error("the database is damaged: {0}")]
    Damaged(String),
    /// A program of PostgreSQL said no.
    #[error("{program}: {problem}")]
    Tool {
        /// The program.
        program: &'static str,
        /// What it said.
        problem: String,
    },
    /// A file cannot be read or written.
    #[error(transparent)]
    File(#[from] std::io::Error),
    /// The tables could not be brought up to date.
    #[error(transparent)]
    Migration(#[from] Box<refinery::Error>),
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode::{DatabaseBusy, DatabaseLocked};
        const UNIQUE: [i32; 2] = [rusqlite::ffi::SQLITE_CONSTRAINT_UNIQUE, rusqlite::ffi::SQLITE_CONSTRAINT_PRIMARYKEY];
        match error.sqlite_error() {
            Some(code) if UNIQUE.contains(&code.extended_code) => Self::Unique,
            Some(code) if matches!(code.code, DatabaseBusy | DatabaseLocked) => Self::Conflict,
            _ => Self::Sqlite(error),
        }
    }
}

impl From<tokio_postgres::Error> for Error {
    fn from(error: tokio_postgres::Error) -> Self {
        use tokio_postgres::error::SqlState;
        if is_lost(&error) {
            return Self::Lost;
        }
        match error.code() {
            Some(code) if *code == SqlState::UNIQUE_VIOLATION => Self::Unique,
            Some(code) if *code == SqlState::T_R_SERIALIZATION_FAILURE => Self::Conflict,
            Some(code) if *code == SqlState::T_R_DEADLOCK_DETECTED => Self::Conflict,
            _ => Self::Postgres(error),
        }
    }
}

/// Whether the server ended the connection, or has none to give: another connection may do.
fn is_lost(error: &tokio_postgres::Error) -> bool {
    use tokio_postgres::error::SqlState;
    const ENDED: [SqlState; 6] = [
        SqlState::ADMIN_SHUTDOWN,
        SqlState::CRASH_SHUTDOWN,
        SqlState::CANNOT_CONNECT_NOW,
        SqlState::CONNECTION_FAILURE,
        SqlState::CONNECTION_EXCEPTION,
        SqlState::TOO_MANY_CONNECTIONS,
    ];
    let broken = std::error::Error::source(error).is_some_and(|source| source.is::<std::io::Error>());
    broken || error.is_closed() || error.code().is_some_and(|code| ENDED.contains(code))
}
