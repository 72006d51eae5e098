-- With a webhook the program of a person is told that something happened: what kind of thing, when, and where the record is
-- read. It tells no more than its person may see in the role in which it was made. Its address and its secrets are sealed.
CREATE TABLE webhook (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id),
    membership_id TEXT NOT NULL,
    kinds TEXT NOT NULL,
    factors BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    stopped_at BIGINT,
    address BLOB NOT NULL,
    secret BLOB NOT NULL,
    former_secret BLOB,
    former_until BIGINT
);
CREATE INDEX webhook_of_account ON webhook (account_id);
CREATE INDEX webhook_of_membership ON webhook (membership_id);

-- What is told to one of them: once for each event, tried again until it arrives or is given up. A test has no event.
CREATE TABLE webhook_delivery (
    id TEXT PRIMARY KEY,
    webhook_id TEXT NOT NULL REFERENCES webhook (id),
    event_id TEXT,
    kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    happened_at BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    tries BIGINT NOT NULL,
    next_at BIGINT,
    tried_at BIGINT,
    answer TEXT,
    arrived_at BIGINT,
    given_up_at BIGINT
);
CREATE UNIQUE INDEX webhook_delivery_once ON webhook_delivery (webhook_id, event_id);

-- The number of the last link of the trail that was looked at for webhooks; what happened before somebody has one is told to
-- nobody.
CREATE TABLE webhook_reach (
    id BIGINT PRIMARY KEY,
    number BIGINT NOT NULL
);
INSERT INTO webhook_reach (id, number) VALUES (1, 0);
