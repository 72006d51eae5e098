-- Papers that people sign. What they say, who signs and how those are reached is sealed with the key of the association.
CREATE TABLE paper (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    title BLOB NOT NULL,
    language TEXT NOT NULL,
    version BIGINT NOT NULL,
    former_id TEXT,
    subject TEXT,
    about TEXT,
    content BLOB NOT NULL,
    hash TEXT NOT NULL,
    offered_at BIGINT NOT NULL,
    offered_by TEXT NOT NULL,
    -- The day from which the time of law counts: when it ends, was withdrawn, declined or replaced.
    ends_on TEXT,
    signed_at BIGINT,
    declined_at BIGINT,
    replaced_at BIGINT,
    withdrawn_at BIGINT,
    withdrawn_by TEXT,
    reason BLOB
);
CREATE INDEX paper_of_org ON paper (org_id, id);
CREATE INDEX paper_of_subject ON paper (org_id, subject, id);

CREATE TABLE signer (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    paper_id TEXT NOT NULL,
    place BIGINT NOT NULL,
    name BLOB NOT NULL,
    party BLOB,
    account_id TEXT,
    email BLOB,
    phone BLOB,
    way TEXT NOT NULL,
    -- Each correction of an address begins a round: links of earlier ones do not open.
    round BIGINT NOT NULL,
    asked_at BIGINT NOT NULL,
    sent_at BIGINT NOT NULL,
    reminded BIGINT NOT NULL,
    answered_at BIGINT,
    declined_words BLOB,
    signed_way TEXT,
    signed_name BLOB,
    signed_hash TEXT,
    signed_by TEXT,
    sent_to BLOB,
    consent BLOB,
    signed_on TEXT,
    recorded_by TEXT
);
CREATE UNIQUE INDEX signer_of_paper ON signer (paper_id, place);
CREATE INDEX signer_of_account ON signer (account_id, answered_at);
CREATE INDEX signer_waiting ON signer (asked_at) WHERE answered_at IS NULL;

-- The files: as offered, with the evidence, scans of what was signed on paper. Sealed, as base 64.
CREATE TABLE paper_file (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    paper_id TEXT NOT NULL,
    signer_id TEXT,
    kind TEXT NOT NULL,
    media TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    bytes BLOB NOT NULL,
    made_at BIGINT NOT NULL
);
CREATE INDEX paper_file_of_paper ON paper_file (paper_id, kind);
CREATE INDEX paper_file_by_hash ON paper_file (sha256);

-- Codes sent to telephones: a hash that the database alone cannot try, for ten minutes.
CREATE TABLE signing_code (
    signer_id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    hash TEXT NOT NULL,
    sent_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    tries BIGINT NOT NULL
);
