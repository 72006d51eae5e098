-- What every capability stands on: what happened, what is to be done, what was already done.
CREATE TABLE event (
    id TEXT PRIMARY KEY,
    org_id TEXT,
    at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    actor_id TEXT,
    detail TEXT NOT NULL
);
CREATE INDEX event_of_subject ON event (subject_id, id);
CREATE INDEX event_of_org ON event (org_id, id);

CREATE TABLE job (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    run_at BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    claimed_until BIGINT,
    done_at BIGINT,
    failed_at BIGINT,
    last_error TEXT
);
CREATE INDEX job_to_run ON job (run_at) WHERE done_at IS NULL AND failed_at IS NULL;

-- A form that was sent twice by impatience is done once.
CREATE TABLE once (
    key TEXT PRIMARY KEY,
    at BIGINT NOT NULL
);
CREATE INDEX once_by_age ON once (at);
