-- Hours of work: recorded by the peer, confirmed by the team, approved by the association; never changed after that.
CREATE TABLE hours_entry (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    institution_id TEXT NOT NULL,
    team_id TEXT NOT NULL,
    mission_id TEXT NOT NULL,
    peer_id TEXT NOT NULL,
    worked_on TEXT NOT NULL,
    -- Negative in corrections only.
    minutes BIGINT NOT NULL,
    activity TEXT NOT NULL,
    correction_of TEXT REFERENCES hours_entry (id),
    recorded_at BIGINT NOT NULL,
    state TEXT NOT NULL,
    confirmed_means TEXT,
    confirmed_by TEXT,
    confirmed_name TEXT,
    confirmed_at BIGINT,
    approved_by TEXT,
    approved_at BIGINT,
    returned_means TEXT,
    returned_by TEXT,
    returned_name TEXT,
    returned_at BIGINT,
    question TEXT,
    -- The invoice that counts the entry, once there is one.
    invoice_id TEXT
);
CREATE INDEX hours_of_peer ON hours_entry (peer_id, worked_on);
CREATE INDEX hours_of_mission ON hours_entry (mission_id, worked_on);
CREATE INDEX hours_of_org ON hours_entry (org_id, worked_on);
CREATE INDEX hours_of_team ON hours_entry (team_id, worked_on);
CREATE INDEX hours_to_confirm ON hours_entry (team_id, recorded_at) WHERE state = 'recorded';
CREATE INDEX hours_unconfirmed ON hours_entry (org_id, recorded_at) WHERE state = 'recorded';
CREATE INDEX hours_to_approve ON hours_entry (org_id, confirmed_at) WHERE state = 'confirmed';
CREATE INDEX hours_returned ON hours_entry (peer_id, returned_at) WHERE state = 'returned';
CREATE INDEX hours_to_invoice ON hours_entry (org_id, institution_id, worked_on)
    WHERE state = 'approved' AND invoice_id IS NULL;
CREATE INDEX hours_of_invoice ON hours_entry (invoice_id) WHERE invoice_id IS NOT NULL;
CREATE INDEX hours_corrections ON hours_entry (correction_of) WHERE correction_of IS NOT NULL;

-- "Nothing this week": the Monday of the week.
CREATE TABLE quiet_week (
    mission_id TEXT NOT NULL,
    monday TEXT NOT NULL,
    org_id TEXT NOT NULL,
    peer_id TEXT NOT NULL,
    said_at BIGINT NOT NULL,
    PRIMARY KEY (mission_id, monday)
);
CREATE INDEX quiet_week_of_peer ON quiet_week (peer_id, monday);

-- When the team was last asked to confirm a month of a mission.
CREATE TABLE confirmation_asked (
    mission_id TEXT NOT NULL,
    month TEXT NOT NULL,
    org_id TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    PRIMARY KEY (mission_id, month)
);
CREATE INDEX confirmation_asked_of_org ON confirmation_asked (org_id, asked_at);

-- A request beyond the charter, passed on by the peer and answered by the association.
CREATE TABLE beyond (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    institution_id TEXT NOT NULL,
    team_id TEXT NOT NULL,
    mission_id TEXT NOT NULL,
    peer_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    asked_by TEXT,
    told_at BIGINT NOT NULL,
    state TEXT NOT NULL,
    answered_by TEXT,
    answered_at BIGINT,
    answer TEXT,
    withdrawn_at BIGINT
);
CREATE INDEX beyond_of_org ON beyond (org_id, told_at, id);
CREATE INDEX beyond_of_peer ON beyond (peer_id, told_at, id);
CREATE INDEX beyond_waiting ON beyond (org_id, told_at) WHERE state = 'waiting';
