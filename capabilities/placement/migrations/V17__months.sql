-- Months that an association has closed for all. A row is one closing; one that was reopened says by whom and why.
CREATE TABLE month_closing (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    month TEXT NOT NULL,
    closed_by TEXT NOT NULL,
    closed_at BIGINT NOT NULL,
    reopened_by TEXT,
    reopened_at BIGINT,
    -- Sealed.
    reason BLOB
);
CREATE UNIQUE INDEX month_closed ON month_closing (org_id, month) WHERE reopened_at IS NULL;
CREATE INDEX month_closing_of_org ON month_closing (org_id, closed_at);

-- "I am away from … to …": the days and nothing else. What is taken back is deleted.
CREATE TABLE absence (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    peer_id TEXT NOT NULL,
    from_on TEXT NOT NULL,
    until_on TEXT NOT NULL,
    said_at BIGINT NOT NULL
);
CREATE INDEX absence_of_peer ON absence (peer_id, until_on);
CREATE INDEX absence_of_org ON absence (org_id, until_on);
