-- What was worked out for all open missions together, and who was proposed for which; people decide.
CREATE TABLE planning (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    made_by TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    state TEXT NOT NULL,
    -- Hundredths of the work.
    done BIGINT NOT NULL,
    -- Whether somebody has asked to stop.
    stops BIGINT NOT NULL,
    -- What the coordination could see when it was worked out, as a short mark.
    facts TEXT NOT NULL
);
CREATE INDEX planning_of_org ON planning (org_id, id);

CREATE TABLE planning_line (
    org_id TEXT NOT NULL,
    planning_id TEXT NOT NULL REFERENCES planning (id),
    mission_id TEXT NOT NULL REFERENCES mission (id),
    peer_id TEXT NOT NULL,
    -- Kept by a person, ruled out by a person, or proposed by the program.
    part TEXT NOT NULL,
    PRIMARY KEY (planning_id, mission_id, peer_id, part)
);
CREATE INDEX planning_line_of_peer ON planning_line (peer_id);
CREATE INDEX planning_line_of_mission ON planning_line (mission_id);
