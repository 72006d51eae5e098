-- "I come all the same": what a peer has said of a time that falls on a public holiday. A no is a cancelled time.
CREATE TABLE holiday_word (
    org_id TEXT NOT NULL,
    mission_id TEXT NOT NULL,
    slot_id TEXT NOT NULL,
    on_day TEXT NOT NULL,
    said_at BIGINT NOT NULL,
    PRIMARY KEY (slot_id, on_day)
);
CREATE INDEX holiday_word_of_mission ON holiday_word (mission_id, on_day);

-- A peer proposes another moment for one time of a slot; the team says yes or no. Nothing changes before.
CREATE TABLE swap (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL,
    mission_id TEXT NOT NULL,
    slot_id TEXT NOT NULL,
    planned_on TEXT NOT NULL,
    on_day TEXT NOT NULL,
    starts TEXT NOT NULL,
    minutes BIGINT NOT NULL,
    asked_at BIGINT NOT NULL,
    state TEXT NOT NULL,
    answered_by TEXT,
    answered_at BIGINT
);
CREATE UNIQUE INDEX swap_waiting ON swap (slot_id, planned_on) WHERE state = 'waiting';
CREATE INDEX swap_of_mission ON swap (mission_id, asked_at);
