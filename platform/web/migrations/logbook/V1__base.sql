-- When the operator's work was last done: one row for each kind, such as a backup.
CREATE TABLE logbook (
    kind TEXT PRIMARY KEY,
    at BIGINT NOT NULL
);
