//! What differs between the engines; nothing outside this crate asks which one it is.

/// Where a statement passes over rows that another node works on. SQLite has one writer and reads it as a comment.
pub(crate) const SKIP_LOCKED: &str = "/* skip locked */";

/// The statement as PostgreSQL wants it: `?1` becomes `$1`. A question mark inside quotes stays.
pub(crate) fn for_postgres(sql: &str) -> String {
    let sql = &sql.replace(SKIP_LOCKED, "FOR UPDATE SKIP LOCKED");
    let mut quoted = false;
    let mut out = String::with_capacity(sql.len());
    for c in sql.chars() {
        quoted ^= c == '\'';
        out.push(if c == '?' && !quoted { '$' } else { c });
    }
    out
}

/// A migration as PostgreSQL wants it: the type for bytes has another name.
pub(crate) fn migration_for_postgres(sql: &str) -> String {
    sql.replace(" BLOB", " BYTEA")
}

/// How a read begins on PostgreSQL: one snapshot for the whole page, as on SQLite.
pub(crate) const POSTGRES_READ: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

/// How a write begins on PostgreSQL: as if writers came one after another, as on SQLite.
pub(crate) const POSTGRES_WRITE: &str = "BEGIN ISOLATION LEVEL SERIALIZABLE";

/// How a brief write begins on PostgreSQL: each statement decides by the rows it touches (see `Db::begin_brief`).
pub(crate) const POSTGRES_BRIEF: &str = "BEGIN ISOLATION LEVEL READ COMMITTED";

/// What a connection is told whose work may take as long as it likes.
pub(crate) const POSTGRES_PATIENT: &str = "SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0";

/// Only one node brings the tables of a schema up to date at a time.
pub(crate) const POSTGRES_MIGRATE: &str = "SELECT pg_advisory_lock(hashtext('passerelle' || current_schema()))";
pub(crate) const POSTGRES_MIGRATED: &str = "SELECT pg_advisory_unlock(hashtext('passerelle' || current_schema()))";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_change_their_sign_outside_quotes() {
        assert_eq!(for_postgres("SELECT '?' WHERE a = ?1 AND b = ?12"), "SELECT '?' WHERE a = $1 AND b = $12");
    }
}
