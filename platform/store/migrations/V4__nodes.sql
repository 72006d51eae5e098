-- What all nodes share: when each scheduled job runs next, and how much somebody has tried lately.
CREATE TABLE schedule (
    job TEXT PRIMARY KEY,
    at TEXT NOT NULL,
    next_at BIGINT NOT NULL
);

-- The key is a hash: neither an address nor an e-mail address lies here.
CREATE TABLE tries (
    key TEXT PRIMARY KEY,
    spent_until BIGINT NOT NULL
);
CREATE INDEX tries_by_age ON tries (spent_until);
