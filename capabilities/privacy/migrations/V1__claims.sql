-- What people ask about their own data: that something is put right, that something stops, that all of it is erased.
CREATE TABLE claim (
    id TEXT PRIMARY KEY,
    -- The association that answers; none for somebody whom no association knows.
    org_id TEXT,
    person_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    -- What the data is for (the key of a purpose); none for an erasure.
    about TEXT,
    words BLOB,
    asked_at BIGINT NOT NULL,
    outcome TEXT,
    ended_at BIGINT,
    ended_by TEXT,
    answer BLOB
);
CREATE INDEX claim_of_org ON claim (org_id, id);
CREATE INDEX claim_of_person ON claim (person_id, id);
CREATE INDEX claim_waiting ON claim (org_id, asked_at) WHERE ended_at IS NULL;
CREATE INDEX claim_erasure_waiting ON claim (asked_at) WHERE ended_at IS NULL AND kind = 'erasure';
