-- A team's request: what it answered, where it stands, and what was said about it.
CREATE TABLE request (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    institution_id TEXT,
    team_id TEXT,
    version BIGINT NOT NULL,
    language TEXT NOT NULL,
    entered_by TEXT,
    begun_at BIGINT NOT NULL,

    institution_words TEXT NOT NULL,
    team_words TEXT NOT NULL,
    setting TEXT,
    publics TEXT NOT NULL,
    public_words TEXT NOT NULL,
    hopes TEXT NOT NULL,
    hope_words TEXT NOT NULL,
    hours_week_minutes BIGINT,
    flexible BIGINT NOT NULL,
    length_months BIGINT,
    trial BIGINT NOT NULL,
    town TEXT NOT NULL,
    languages TEXT NOT NULL,
    start_from TEXT,
    start_until TEXT,
    referent_stage TEXT,
    referent_name TEXT NOT NULL,
    experience TEXT,
    contact_name TEXT NOT NULL,
    contact_email TEXT NOT NULL,
    contact_phone TEXT NOT NULL,
    contact_role TEXT NOT NULL,

    stage TEXT NOT NULL,
    submitted_at BIGINT,
    turn TEXT,
    turn_since BIGINT,
    decided_at BIGINT,
    decided_means TEXT,
    decided_by TEXT,
    decided_name TEXT,
    reason TEXT NOT NULL,

    -- Where the lists show it: whose word is awaited, and their order (the longest wait, the latest decision first).
    shelf TEXT NOT NULL,
    sort_at BIGINT NOT NULL
);
CREATE INDEX request_of_org ON request (org_id, shelf, sort_at, id);
CREATE INDEX request_of_institution ON request (institution_id, shelf, sort_at, id);
CREATE INDEX request_of_team ON request (team_id, shelf, sort_at, id);
CREATE INDEX request_by_age ON request (stage, begun_at);

-- What the two sides said to each other about a request.
CREATE TABLE remark (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    request_id TEXT NOT NULL REFERENCES request (id),
    side TEXT NOT NULL,
    by_id TEXT,
    text TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX remark_of_request ON remark (request_id, id);
