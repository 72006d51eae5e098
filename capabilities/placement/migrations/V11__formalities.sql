-- What has to be done before the first day of a mission, as an association lists it, and what was done for a mission.
CREATE TABLE formality (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    text TEXT NOT NULL,
    -- Only for missions in this country; nothing: everywhere.
    country TEXT,
    blocking BIGINT NOT NULL,
    position BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    ended_at BIGINT
);
CREATE INDEX formality_of_org ON formality (org_id, position);

CREATE TABLE formality_done (
    org_id TEXT NOT NULL,
    mission_id TEXT NOT NULL REFERENCES mission (id),
    formality_id TEXT NOT NULL REFERENCES formality (id),
    done_at BIGINT NOT NULL,
    done_by TEXT NOT NULL,
    PRIMARY KEY (mission_id, formality_id)
);
