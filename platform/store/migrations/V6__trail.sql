-- In which role somebody did it, whose data it is, what for; and a key for what is written down once only.
ALTER TABLE event ADD COLUMN person_id TEXT;
ALTER TABLE event ADD COLUMN purpose TEXT;
ALTER TABLE event ADD COLUMN actor_role TEXT;
ALTER TABLE event ADD COLUMN actor_org_id TEXT;
ALTER TABLE event ADD COLUMN once_key TEXT;
UPDATE event SET person_id = subject_id
    WHERE kind IN ('person-created', 'person-changed', 'person-invited', 'role-given', 'role-ended');
CREATE INDEX event_of_person ON event (person_id, id) WHERE person_id IS NOT NULL;
CREATE UNIQUE INDEX event_once ON event (once_key) WHERE once_key IS NOT NULL;

-- The chain: one link for each event, under a number without gaps. The link stays when the event has had its time.
CREATE TABLE event_link (
    number BIGINT PRIMARY KEY,
    event_id TEXT NOT NULL,
    content BLOB NOT NULL,
    hash BLOB NOT NULL
);
CREATE UNIQUE INDEX event_link_of_event ON event_link (event_id);

-- The last link. Whoever links holds this row, so that several nodes make one chain.
CREATE TABLE event_head (
    id BIGINT PRIMARY KEY,
    number BIGINT NOT NULL,
    hash BLOB
);
INSERT INTO event_head (id, number) VALUES (1, 0);

-- Events that have no link yet.
CREATE TABLE event_waiting (
    event_id TEXT PRIMARY KEY
);
INSERT INTO event_waiting (event_id) SELECT id FROM event;

-- stays as written: event
-- stays as written: event_link
-- stays there: event_link
