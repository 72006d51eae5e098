-- What is found by words: one row for each record and each kind of reader who sees other words of it. It follows the
-- records in the same transaction, holds nothing that is not kept in clear elsewhere, and is made anew when it is empty.
CREATE TABLE search_entry (
    seq INTEGER PRIMARY KEY,
    org_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    part TEXT NOT NULL,
    readers TEXT NOT NULL,
    own TEXT NOT NULL,
    first_name TEXT,
    second_name TEXT,
    third_name TEXT,
    words TEXT NOT NULL
);
CREATE UNIQUE INDEX search_entry_of_record ON search_entry (id, kind, part, org_id);
CREATE INDEX search_entry_first_name ON search_entry (first_name) WHERE first_name IS NOT NULL;
CREATE INDEX search_entry_second_name ON search_entry (second_name) WHERE second_name IS NOT NULL;
CREATE INDEX search_entry_third_name ON search_entry (third_name) WHERE third_name IS NOT NULL;

-- The name of a record, by which others that belong to it are found too.
CREATE TABLE search_name (
    id TEXT PRIMARY KEY,
    words TEXT NOT NULL
);
/* index of words */
