-- Missions: the place of one peer with one team, for a time; the facts of each state are beside it.
CREATE TABLE mission (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    institution_id TEXT NOT NULL,
    team_id TEXT NOT NULL,
    request_id TEXT NOT NULL,
    title TEXT NOT NULL,
    from_on TEXT NOT NULL,
    until_on TEXT,
    hours_week BIGINT NOT NULL,
    flexible BIGINT NOT NULL,
    languages TEXT NOT NULL,
    town TEXT NOT NULL,
    lat DOUBLE PRECISION,
    lon DOUBLE PRECISION,
    referent_name TEXT,
    referent_email TEXT,
    referent_phone TEXT,
    referent_role TEXT,
    state TEXT NOT NULL,
    proposed_at BIGINT,
    peer_id TEXT,
    agreed_at BIGINT,
    agreed_by TEXT,
    started_on TEXT,
    ended_on TEXT,
    ending TEXT,
    ended_at BIGINT,
    ended_by TEXT,
    version BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX mission_of_org ON mission (org_id, id);
CREATE INDEX mission_by_state ON mission (org_id, state, id);
CREATE INDEX mission_of_institution ON mission (institution_id, id);
CREATE INDEX mission_of_team ON mission (team_id, id);
CREATE INDEX mission_of_peer ON mission (peer_id, id);
CREATE INDEX mission_of_request ON mission (request_id);

-- The version of a mission's sheet; it grows with every answer.
CREATE TABLE sheet (
    mission_id TEXT PRIMARY KEY REFERENCES mission (id),
    org_id TEXT NOT NULL,
    version BIGINT NOT NULL
);

-- The answer to one point of a sheet: words, or a day until which it is to be settled together.
CREATE TABLE sheet_answer (
    mission_id TEXT NOT NULL REFERENCES mission (id),
    point TEXT NOT NULL,
    org_id TEXT NOT NULL,
    words TEXT,
    open_until TEXT,
    by_id TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (mission_id, point)
);
CREATE INDEX sheet_answer_open ON sheet_answer (org_id, open_until) WHERE open_until IS NOT NULL;

-- A mission proposed to one peer; an answer never has a reason.
CREATE TABLE proposal (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    mission_id TEXT NOT NULL REFERENCES mission (id),
    peer_id TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    answer_by TEXT NOT NULL,
    state TEXT NOT NULL,
    sheet_version BIGINT,
    later_on TEXT,
    changed_at BIGINT,
    agreed_by TEXT
);
CREATE INDEX proposal_of_mission ON proposal (mission_id, id);
CREATE INDEX proposal_of_peer ON proposal (peer_id, id);
CREATE INDEX proposal_by_state ON proposal (org_id, state);
CREATE UNIQUE INDEX proposal_once ON proposal (mission_id, peer_id) WHERE state <> 'closed';

-- When the peer is there: a rhythm (week or other week) and what is different on some days.
CREATE TABLE slot (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    mission_id TEXT NOT NULL REFERENCES mission (id),
    weekday BIGINT NOT NULL,
    starts TEXT NOT NULL,
    minutes BIGINT NOT NULL,
    from_on TEXT NOT NULL,
    until_on TEXT,
    every TEXT NOT NULL,
    version BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);
CREATE INDEX slot_of_mission ON slot (mission_id, id);

CREATE TABLE slot_exception (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    mission_id TEXT NOT NULL REFERENCES mission (id),
    change TEXT NOT NULL,
    slot_id TEXT REFERENCES slot (id),
    planned_on TEXT,
    on_day TEXT,
    starts TEXT,
    minutes BIGINT,
    changed_at BIGINT NOT NULL
);
CREATE INDEX slot_exception_of_mission ON slot_exception (mission_id, id);

-- What a peer has told of how they want to work, for all their associations.
CREATE TABLE peer_terms (
    person_id TEXT PRIMARY KEY,
    ceiling BIGINT,
    from_on TEXT,
    until_on TEXT,
    paused BIGINT NOT NULL,
    mode TEXT,
    most_travel BIGINT,
    languages TEXT NOT NULL,
    version BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);

-- Private: the teams and institutions where a peer does not want to work. Only the peer reads it; no event tells of it.
CREATE TABLE not_there (
    person_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    place_id TEXT NOT NULL,
    PRIMARY KEY (person_id, kind, place_id)
);
