-- Roles in institutions are given by the association that keeps the record of who holds them.
UPDATE membership SET by_org_id = (SELECT p.org_id FROM person p WHERE p.id = membership.account_id)
    WHERE by_org_id IS NULL;

-- One record for each association that knows a person, beside the account (same id). Each association sees its own.
CREATE TABLE person_kept (
    org_id TEXT NOT NULL REFERENCES organisation (id),
    id TEXT NOT NULL REFERENCES account (id),
    name_key TEXT NOT NULL,
    phone TEXT,
    country TEXT NOT NULL,
    town TEXT,
    lat DOUBLE PRECISION,
    lon DOUBLE PRECISION,
    languages TEXT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (org_id, id)
);
INSERT INTO person_kept (org_id, id, name_key, phone, country, town, lat, lon, languages, version)
    SELECT org_id, id, name_key, phone, country, town, lat, lon, languages, version FROM person;

-- What a person has opened, to whom of which association. No row: closed.
CREATE TABLE person_opened_kept (
    org_id TEXT NOT NULL REFERENCES organisation (id),
    person_id TEXT NOT NULL REFERENCES account (id),
    audience TEXT NOT NULL,
    fact TEXT NOT NULL,
    PRIMARY KEY (org_id, person_id, audience, fact)
);
INSERT INTO person_opened_kept (org_id, person_id, audience, fact)
    SELECT org_id, person_id, audience, fact FROM person_opened;

DROP TABLE person_opened;
DROP TABLE person;
ALTER TABLE person_kept RENAME TO person;
ALTER TABLE person_opened_kept RENAME TO person_opened;
CREATE INDEX person_of_org ON person (org_id, name_key, id);
CREATE INDEX person_of_account ON person (id);
CREATE INDEX person_opened_of_org ON person_opened (org_id, audience, fact);
