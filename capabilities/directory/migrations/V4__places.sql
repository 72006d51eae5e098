-- What a person has opened to whom: one row for each fact and audience. No row: closed.
CREATE TABLE person_opened (
    org_id TEXT NOT NULL REFERENCES organisation (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    audience TEXT NOT NULL,
    fact TEXT NOT NULL,
    PRIMARY KEY (person_id, audience, fact)
);
CREATE INDEX person_opened_of_org ON person_opened (org_id, audience, fact);

-- The description of an association in its own words: one row for each part that was ever written.
CREATE TABLE description (
    org_id TEXT NOT NULL REFERENCES organisation (id),
    part TEXT NOT NULL,
    text TEXT NOT NULL,
    readers TEXT NOT NULL,
    PRIMARY KEY (org_id, part)
);

-- Every change of a description: what stood there, what stands there now.
CREATE TABLE description_change (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL REFERENCES organisation (id),
    part TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_id TEXT,
    text_before TEXT NOT NULL,
    text_after TEXT NOT NULL,
    readers_before TEXT NOT NULL,
    readers_after TEXT NOT NULL
);
CREATE INDEX description_change_of_org ON description_change (org_id, id);

-- A published way to reach an organisation or one of its teams.
CREATE TABLE contact (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL REFERENCES organisation (id),
    team_id TEXT REFERENCES team (id),
    purpose TEXT NOT NULL,
    name TEXT,
    email TEXT,
    phone TEXT,
    readers TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX contact_of_org ON contact (org_id, id);

-- When somebody last said that an entry is right, and when its owner was last asked.
CREATE TABLE entry_age (
    org_id TEXT NOT NULL REFERENCES organisation (id),
    kind TEXT NOT NULL,
    entry_id TEXT NOT NULL,
    confirmed_at BIGINT NOT NULL,
    confirmed_by TEXT,
    asked_at BIGINT,
    PRIMARY KEY (kind, entry_id)
);
CREATE INDEX entry_age_of_org ON entry_age (org_id, kind);
CREATE INDEX entry_age_by_time ON entry_age (confirmed_at);

-- What the map shows of a directory that may hold every institution of a country.
CREATE INDEX organisation_on_map ON organisation (name_key) WHERE kind <> 'institution';
CREATE INDEX description_published ON description (org_id) WHERE readers = 'public';
