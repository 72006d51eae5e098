-- Sign-in in depth: sessions that their owner sees, second factors, passkeys, and what is under way between two pages.
ALTER TABLE session ADD COLUMN id TEXT NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN device TEXT NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN seen_on TEXT;
ALTER TABLE session ADD COLUMN fresh_at BIGINT NOT NULL DEFAULT 0;
ALTER TABLE session ADD COLUMN factors BIGINT NOT NULL DEFAULT 1;
UPDATE session SET id = hash, fresh_at = created_at;
CREATE UNIQUE INDEX session_by_id ON session (id);

-- The app that shows codes (TOTP): one in use, and one that is shown and not confirmed yet.
CREATE TABLE authenticator (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id),
    secret BLOB NOT NULL,
    confirmed_at BIGINT,
    last_step BIGINT NOT NULL,
    misses BIGINT NOT NULL,
    wait_until BIGINT NOT NULL
);
CREATE INDEX authenticator_of_account ON authenticator (account_id);

-- Codes on paper, each for one time. Only their hashes are kept.
CREATE TABLE recovery_code (
    hash TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id),
    used_at BIGINT
);
CREATE INDEX recovery_code_of_account ON recovery_code (account_id);

-- Public keys of devices. They open nothing by themselves.
CREATE TABLE passkey (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id),
    credential_id TEXT NOT NULL UNIQUE,
    credential TEXT NOT NULL,
    name TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    used_on TEXT
);
CREATE INDEX passkey_of_account ON passkey (account_id);

-- What is under way between two pages of one browser, for minutes: found by a secret in a cookie, used once.
CREATE TABLE ceremony (
    hash TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    account_id TEXT REFERENCES account (id),
    state TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX ceremony_by_age ON ceremony (expires_at);
