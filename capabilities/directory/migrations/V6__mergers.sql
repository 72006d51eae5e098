-- Two records of an association that turned out to be about one person: which one stepped back, and every row that followed
-- to the other one (JSON: table and column, with what tells the rows apart), so that it can be undone row by row.
CREATE TABLE merger (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL REFERENCES organisation (id),
    gone_id TEXT NOT NULL REFERENCES account (id),
    kept_id TEXT NOT NULL REFERENCES account (id),
    carried TEXT NOT NULL,
    merged_at BIGINT NOT NULL,
    merged_by TEXT NOT NULL,
    undone_at BIGINT,
    undone_by TEXT
);
CREATE INDEX merger_of_kept ON merger (org_id, kept_id, id);
CREATE INDEX merger_of_gone ON merger (gone_id);
