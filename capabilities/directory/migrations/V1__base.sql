-- Organisations of every kind: one row each, whatever the number of networks they belong to.
CREATE TABLE organisation (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    search_key TEXT NOT NULL,
    short_name TEXT,
    country TEXT NOT NULL,
    town TEXT,
    post_code TEXT,
    address TEXT NOT NULL,
    finess_site TEXT,
    finess_entity TEXT,
    siren TEXT,
    siret TEXT,
    enterprise TEXT,
    vat TEXT,
    website TEXT,
    email TEXT,
    phone TEXT,
    lat DOUBLE PRECISION,
    lon DOUBLE PRECISION,
    language TEXT NOT NULL,
    iban TEXT,
    bic TEXT,
    electronic_address TEXT,
    takes_requests_at BIGINT,
    version BIGINT NOT NULL
);
CREATE INDEX organisation_by_name ON organisation (name_key, id);
CREATE INDEX organisation_open_to_requests ON organisation (name_key) WHERE takes_requests_at IS NOT NULL;

CREATE TABLE organisation_of_network (
    id TEXT PRIMARY KEY,
    network_id TEXT NOT NULL REFERENCES organisation (id),
    org_id TEXT NOT NULL REFERENCES organisation (id),
    from_on TEXT NOT NULL,
    until_on TEXT
);
CREATE INDEX organisation_of_network_by_org ON organisation_of_network (org_id);
CREATE INDEX organisation_of_network_by_network ON organisation_of_network (network_id);

CREATE TABLE team (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL REFERENCES organisation (id),
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    town TEXT,
    lat DOUBLE PRECISION,
    lon DOUBLE PRECISION,
    version BIGINT NOT NULL
);
CREATE INDEX team_of_org ON team (org_id, name_key);

-- What is known of a person beside the account (same id). org_id: the association that keeps the record and alone sees it.
CREATE TABLE person (
    id TEXT PRIMARY KEY REFERENCES account (id),
    org_id TEXT NOT NULL REFERENCES organisation (id),
    name_key TEXT NOT NULL,
    phone TEXT,
    country TEXT NOT NULL,
    town TEXT,
    lat DOUBLE PRECISION,
    lon DOUBLE PRECISION,
    languages TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX person_of_org ON person (org_id, name_key, id);

-- What the French registry says of a site, kept apart from what people write about it.
CREATE TABLE finess_site (
    number TEXT PRIMARY KEY,
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    legal_entity TEXT,
    name TEXT NOT NULL,
    short_name TEXT,
    complement TEXT,
    address TEXT NOT NULL,
    post_code TEXT,
    town TEXT,
    department TEXT,
    commune TEXT,
    phone TEXT,
    category TEXT,
    category_label TEXT,
    siret TEXT,
    opened_on TEXT,
    updated_on TEXT,
    lat DOUBLE PRECISION,
    lon DOUBLE PRECISION
);
