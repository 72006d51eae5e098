-- With a personal token a program acts for a person, in the role in which the token was made, and does no more than the
-- token lets it. Only the hash of its secret is kept.
CREATE TABLE token (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id),
    membership_id TEXT,
    name TEXT NOT NULL,
    abilities TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE,
    factors BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    until_on TEXT NOT NULL,
    used_on TEXT
);
CREATE INDEX token_of_account ON token (account_id);
