//! What differs between the engines; nothing outside this crate asks which one it is.

/// Where a statement passes over rows that another node works on. SQLite has one writer and reads it as a comment.
pub(crate) const SKIP_LOCKED: &str = "/* skip locked */";

/// How a statement is given a list of texts of any length: as JSON, in its first value.
const EACH: (&str, &str) = ("json_each(?1)", "json_array_elements_text(CAST(CAST(?1 AS TEXT) AS JSON))");

/// The statement as PostgreSQL wants it: `?1` becomes `$1`. A question mark inside quotes stays.
pub(crate) fn for_postgres(sql: &str) -> String {
    let sql = sql.replace(SKIP_LOCKED, "FOR UPDATE SKIP LOCKED").replace(EACH.0, EACH.1);
    let sql = &sql.replace(SQLITE_ENTRIES, "search_entry s").replace(SQLITE_FINDS, POSTGRES_FINDS);
    let mut quoted = false;
    let mut out = String::with_capacity(sql.len());
    for c in sql.chars() {
        quoted ^= c == '\'';
        out.push(if c == '?' && !quoted { '$' } else { c });
    }
    out
}

/// A migration as the engine wants it: on PostgreSQL the type for bytes has another name and rows need no number, and
/// each engine has its own index of words.
pub(crate) fn migration(sql: &str, for_postgres: bool) -> String {
    if for_postgres {
        let sql = sql.replace(" BLOB", " BYTEA").replace("    seq INTEGER PRIMARY KEY,\n", "");
        sql.replace(WORD_INDEX, &format!("CREATE INDEX search_index ON search_entry USING gin ({POSTGRES_WORDS})"))
    } else {
        sql.replace(WORD_INDEX, SQLITE_WORD_INDEX).replace(WAITING_BY_KEY, SQLITE_WAITING_BY_KEY)
    }
}

/// Where a migration lets the ids of events that wait be their only tree. PostgreSQL keeps its table as it is: another
/// node may write into it meanwhile.
const WAITING_BY_KEY: &str = "/* what waits by its key */";

/// SQLite keeps a table and its key in two trees, and each is a page of the log; here one is enough.
const SQLITE_WAITING_BY_KEY: &str = "
CREATE TABLE event_waits (event_id TEXT PRIMARY KEY) WITHOUT ROWID;
INSERT INTO event_waits (event_id) SELECT event_id FROM event_waiting;
DROP TABLE event_waiting;
ALTER TABLE event_waits RENAME TO event_waiting;";

/// Where a migration makes the index of words.
const WORD_INDEX: &str = "/* index of words */";

/// FTS5 over the rows of `search_entry`, which triggers keep in step. What is removed leaves no trace in it.
const SQLITE_WORD_INDEX: &str = "
CREATE VIRTUAL TABLE search_index USING fts5(readers, words, content='search_entry', content_rowid='seq',
    tokenize='unicode61 remove_diacritics 0', prefix='2 3', detail='column', columnsize=0);
INSERT INTO search_index (search_index, rank) VALUES ('secure-delete', 1);
CREATE TRIGGER search_entry_added AFTER INSERT ON search_entry BEGIN
    INSERT INTO search_index (rowid, readers, words) VALUES (new.seq, new.readers, new.words);
END;
CREATE TRIGGER search_entry_removed AFTER DELETE ON search_entry BEGIN
    INSERT INTO search_index (search_index, rowid, readers, words)
        VALUES ('delete', old.seq, old.readers, old.words);
END;
CREATE TRIGGER search_entry_changed AFTER UPDATE ON search_entry
WHEN old.words <> new.words OR old.readers <> new.readers BEGIN
    INSERT INTO search_index (search_index, rowid, readers, words)
        VALUES ('delete', old.seq, old.readers, old.words);
    INSERT INTO search_index (rowid, readers, words) VALUES (new.seq, new.readers, new.words);
END;";

/// The words of an entry on PostgreSQL; its readers have a sign before them that no word has.
const POSTGRES_WORDS: &str = "array_to_tsvector(array_remove(string_to_array(
    '@' || replace(readers, ' ', ' @') || ' ' || words, ' '), ''))";

/// How a statement finds entries (see `found!`): on SQLite the index gives their numbers.
const SQLITE_ENTRIES: &str = "search_index x CROSS JOIN search_entry s ON s.seq = x.rowid";
const SQLITE_FINDS: &str = "search_index MATCH ?1";
const POSTGRES_FINDS: &str = "array_to_tsvector(array_remove(string_to_array(
    '@' || replace(s.readers, ' ', ' @') || ' ' || s.words, ' '), '')) @@ CAST(CAST(?1 AS TEXT) AS tsquery)";

/// Words, each as the beginning of one, and readers, each whole, as the engine's index wants to be asked. Both are made
/// of letters and figures only (`comparable`), so nothing in them can be taken for a sign.
pub(crate) fn searched(is_sqlite: bool, readers: &[String], words: &[String]) -> String {
    // One letter alone is looked for whole.
    let is_short = |word: &&String| word.chars().count() < 2;
    if is_sqlite {
        let readers: Vec<String> = readers.iter().map(|reader| format!("\"{reader}\"")).collect();
        let word = |word: &String| format!("\"{word}\"{}", if is_short(&word) { "" } else { " *" });
        let words: Vec<String> = words.iter().map(word).collect();
        format!("readers : ({}) AND words : ({})", readers.join(" AND "), words.join(" AND "))
    } else {
        let readers = readers.iter().map(|reader| format!("'@{reader}'"));
        let words = words.iter().map(|word| format!("'{word}'{}", if is_short(&word) { "" } else { ":*" }));
        readers.chain(words).collect::<Vec<_>>().join(" & ")
    }
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
        let listed = for_postgres("id IN (SELECT value FROM json_each(?1))");
        assert_eq!(listed, "id IN (SELECT value FROM json_array_elements_text(CAST(CAST($1 AS TEXT) AS JSON)))");
    }
}
