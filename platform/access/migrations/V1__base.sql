-- Who people are to the system, what roles they hold, how they come in.
CREATE TABLE account (
    id TEXT PRIMARY KEY,
    email TEXT UNIQUE,
    name TEXT NOT NULL,
    password_hash TEXT,
    language TEXT NOT NULL,
    zone TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    closed_at BIGINT
);

-- A role in an organisation, or in one team of it, for a time.
CREATE TABLE membership (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    team_id TEXT,
    account_id TEXT NOT NULL REFERENCES account (id),
    role TEXT NOT NULL,
    place_name TEXT NOT NULL,
    from_on TEXT NOT NULL,
    until_on TEXT
);
CREATE INDEX membership_of_account ON membership (account_id);
CREATE INDEX membership_of_org ON membership (org_id, role);
CREATE INDEX membership_of_team ON membership (team_id, role);

-- A session is a login. Only the hash of its secret is kept.
CREATE TABLE session (
    hash TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id),
    membership_id TEXT REFERENCES membership (id),
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX session_of_account ON session (account_id);

-- A link that was sent: it opens a page with a button and never acts by being opened.
CREATE TABLE link (
    hash TEXT PRIMARY KEY,
    purpose TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT
);
CREATE INDEX link_by_age ON link (expires_at);
