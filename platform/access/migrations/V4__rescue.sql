-- Somebody who cannot come in any more, and the two people of an association who confirm that it is them.
CREATE TABLE rescue (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id),
    org_id TEXT NOT NULL,
    first_by TEXT NOT NULL REFERENCES account (id),
    first_at BIGINT NOT NULL,
    first_met BIGINT NOT NULL,
    second_by TEXT REFERENCES account (id),
    second_at BIGINT,
    second_met BIGINT,
    ready_at BIGINT,
    ended_at BIGINT
);
CREATE UNIQUE INDEX rescue_under_way ON rescue (account_id) WHERE ended_at IS NULL;
